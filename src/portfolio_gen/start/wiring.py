"""The line by which an editor finds the JSON Schema of a file: it then completes keys and explains them.

The schemas lie in the school itself, in the hidden folder `.schemas`, so that they are those of the program that reads
the files, and so that no editor asks another host which file somebody has opened.
"""

from __future__ import annotations

from pathlib import PurePosixPath

SCHEMAS = ".schemas"
"""Folder of a school that holds them, one `⟨kind⟩.json` each; nothing in it is read or published."""
_PLACES = (
    ("portfolio.yml", "portfolio"),
    ("students/*/student.yml", "student"),
    ("students/*/profile.yml", "profile"),
    ("students/*/milestones.yml", "milestones"),
    ("students/*/narrative.md", "narrative"),
    ("students/*/narratives/*.md", "narrative"),
    ("students/*/artifacts/*/artifact.md", "artifact"),
    ("students/*/goals/*.md", "goal"),
    ("students/*/conferences/*.md", "conference"),
    ("students/*/pitches/*.md", "pitch"),
    ("transcripts/framework.yml", "framework"),
    ("transcripts/frameworks/*.yml", "framework"),
    ("transcripts/rubrics.yml", "rubrics"),
    ("transcripts/committee.yml", "committee"),
    ("transcripts/consent.yml", "consent"),
    ("transcripts/sessions/*.yml", "session"),
    ("transcripts/submissions/*/*/*/submission.yml", "submission"),
    ("transcripts/ballots/*/*/*/*.yml", "ballot"),
    ("transcripts/*.yml", "ledger"),
)
_FENCE = "---\n"


def kind_of(place: PurePosixPath) -> str | None:
    """Which kind of file lies at a place in a school, by the name of its schema; None where none does."""
    for pattern, kind in _PLACES:
        # `match` looks at the end of a path; the whole of it must fit.
        if len(place.parts) == pattern.count("/") + 1 and place.match(pattern):
            return kind
    return None


def wired(text: str, place: PurePosixPath) -> str:
    """The text of a new file with that line.

    In a Markdown page it closes the front matter: the first thing that a student sees stays the title. Editors that
    know YAML inside Markdown find it there, and to all others it is a remark.

    Args:
        text: what is to be written.
        place: where, from the school's folder.
    """
    kind = kind_of(place)
    if kind is None:
        return text
    up = "../" * (len(place.parts) - 1)
    line = f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind}.json\n"
    if place.suffix != ".md":
        return line + text
    end = text.find(f"\n{_FENCE}", len(_FENCE) - 1) + 1
    return text[:end] + line + text[end:] if text.startswith(_FENCE) and end else text
