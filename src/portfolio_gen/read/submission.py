"""A pitch as it was handed in: its card, and the frozen copy beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, errors
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.student import Pitch
from portfolio_gen.model.submission import Submission, digest_of_files
from portfolio_gen.model.tell import tell
from portfolio_gen.read.artifact import read_artifact
from portfolio_gen.read.folder import Folder, Found, look_into, unreadable
from portfolio_gen.read.names import judge_id
from portfolio_gen.read.page import read_keys, read_page
from portfolio_gen.read.rules import UNUSABLE_DIGEST
from portfolio_gen.read.wording import quoted

CARD = "submission.yml"
_PATH = re.compile(r"(pitches|artifacts)(/[^/\\]+){1,2}")
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def read_submission(
    folder: Folder, hash_of: Callable[[Path], str]
) -> tuple[Submission | None, Found]:
    """Read what was handed in; None when it cannot be shown as it was.

    Args:
        folder: `transcripts/submissions/⟨student⟩/⟨pitch⟩/⟨n⟩`.
        hash_of: SHA-256 of a file.
    """
    card, found = read_keys(Submission, folder, CARD)
    if card is None:
        return None, found
    if wrong := tuple(_misnamed(card)):
        return None, found + wrong
    files, said = _hashes(folder, hash_of)
    pitch, told = _pitch(folder, card.pitch)
    works, heard = _works(folder, card, pitch) if pitch else ((), ())
    found += said + told + heard
    if pitch is None or errors(found):
        return None, found
    intact = files == card.files and digest_of_files(files) == card.digest
    return replace(card, frozen_pitch=pitch, works=works, intact=intact), found


def _misnamed(card: Submission) -> Iterator[Diagnostic]:
    """What the card says of files that cannot be: it is written by the program."""
    for path, digest in card.files.items():
        if not _PATH.fullmatch(path) or "/.." in path:
            message = tell("%(path)s is no frozen file", path=quoted(path))
            span = card.marks.name("files", path)
        elif not _SHA256.fullmatch(digest):
            message, span = (
                tell("%(digest)s is no SHA-256", digest=quoted(digest)),
                card.marks.at("files", path),
            )
        else:
            continue
        yield Diagnostic(
            UNUSABLE_DIGEST, span, message, tell("bring back the file as it was written")
        )


def _pitch(folder: Folder, slug: str) -> tuple[Pitch | None, Found]:
    if problem := judge_id(slug):
        return None, (folder.says(problem.rule, CARD, problem.message, problem.hint),)
    shelf, found = _below(folder, "pitches")
    told, said = read_page(Pitch, shelf, f"{slug}.md")
    if told is None:
        return None, found + said
    pitch = replace(told.noun, slug=slug, text=told.body, text_line=told.body_line)
    return pitch, found + said


def _works(folder: Folder, card: Submission, pitch: Pitch) -> tuple[tuple[Artifact, ...], Found]:
    """The works that the pitch names, in its order; a teammate's lies in `⟨teammate⟩.⟨slug⟩`."""
    shelf, found = _below(folder, "artifacts")
    works: list[Artifact] = []
    for name in dict.fromkeys(pitch.artifacts):
        owner, _, slug = name.rpartition("/")
        place = f"{owner}.{slug}" if owner else slug
        if place not in shelf.folders:
            found += (shelf.misses(place),)
            continue
        work, said = read_artifact(shelf, place, slug)
        works += [replace(work, student=owner or card.student)] if work else []
        found += said
    return tuple(works), found


def _below(folder: Folder, name: str) -> tuple[Folder, Found]:
    empty = Folder(folder.path / name, folder.shows(name))
    if name not in folder.folders:
        return empty, ()
    below, found = look_into(folder.path / name, folder.shows(name))
    return below or empty, found


def _hashes(folder: Folder, hash_of: Callable[[Path], str]) -> tuple[dict[str, str], Found]:
    """Path to SHA-256 of everything that lies there beside the card."""
    files: dict[str, str] = {}
    found: list[Diagnostic] = []
    for path, shown in _frozen(folder, ""):
        try:
            files[shown] = hash_of(path)
        except OSError as problem:
            found.append(unreadable(folder.shows(CARD), problem))
    return files, tuple(found)


def _frozen(folder: Folder, inside: str) -> Iterator[tuple[Path, str]]:
    yield from (
        (folder.path / one, f"{inside}{one}") for one in folder.files if f"{inside}{one}" != CARD
    )
    for one in folder.folders:
        below, _ = look_into(folder.path / one, folder.shows(one))
        if below:
            yield from _frozen(below, f"{inside}{one}/")
