"""Forms about the learner: profile, milestones, and a conference that the student leads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from portfolio_gen.model.dates import Day
from portfolio_gen.model.profile import ProfilePart
from portfolio_gen.model.speech import sentence
from portfolio_gen.start.folder import CannotStart, Exists, name_for, write_new
from portfolio_gen.start.forms import filled, home_of

_WIDTH = 100


def start_profile(school: Path, student: str, parts: Sequence[ProfilePart]) -> tuple[Path, ...]:
    """A learner profile with all parts, empty, each under its question; returns the file written.

    Args:
        school: the school's folder.
        student: the student's id.
        parts: those of the framework.

    Raises:
        CannotStart: there is no such student, the school asks for no profile, or the student has one.
    """
    if not parts:
        raise CannotStart(
            sentence(
                "This school asks for no learner profile. It can, with `profile:` in transcripts/framework.yml."
            )
        )
    text = filled("profile.yml") + "parts:\n" + "".join(map(_part, parts))
    return write_new({_free(home_of(school, student) / "profile.yml"): text}, school=school)


def start_milestones(school: Path, student: str) -> tuple[Path, ...]:
    """A file for milestones with examples in remarks; returns the file written.

    Raises:
        CannotStart: there is no such student, or the student has the file.
    """
    path = home_of(school, student) / "milestones.yml"
    return write_new({_free(path): filled("milestones.yml")}, school=school)


def start_conference(school: Path, student: str, *, id: str | None, on: Day) -> tuple[Path, ...]:
    """A conference with questions, called like its day; returns the file written.

    Raises:
        CannotStart: there is no such student, the id cannot be a name, or the conference exists already.
    """
    folder = home_of(school, student) / "conferences"
    path = folder / f"{name_for(str(on), id, 'conference', folder)}.md"
    return write_new({path: filled("conference.md", date=str(on))}, school=school)


def _free(path: Path) -> Path:
    if path.exists():
        raise Exists(f"{path} exists already. Nothing was changed; open it and go on.")
    return path


def _part(part: ProfilePart) -> str:
    lines = [f"  {part.id}:", *_remark(f"{part.title}. {part.about or ''}"), "    text:"]
    if part.shareable:
        lines.append("    audience: []")
    else:
        lines[-1:-1] = _remark("This part is in no edition but your own.")
    return "\n".join(lines) + "\n"


def _remark(text: str) -> Iterator[str]:
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent="    # ", subsequent_indent="    # ", break_long_words=False
    )
