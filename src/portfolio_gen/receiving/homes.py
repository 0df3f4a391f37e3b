"""The folder of the student for whom something arrives, and the room that is left in it."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.diagnostics import nearest
from portfolio_gen.exchange.works import SHELF, Room
from portfolio_gen.model.school import School
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.school import read_school


class CannotReceive(ValueError):
    """Something stands in the way; the message says what, and what to try."""


@dataclass(frozen=True, slots=True)
class Home:
    """A student's folder."""

    folder: Path
    school: School
    room: Room


def home_of(root: Path, student: str) -> Home:
    """The folder of a student, who is there already.

    Raises:
        CannotReceive: the school cannot be read, or has no such student.
    """
    school, _ = read_school(root.absolute(), only=frozenset({student}))
    if school is None:
        raise CannotReceive(f"{root} cannot be read; `portfolio-gen check {root}` says why.")
    if student not in school.known:
        guess = nearest(student, school.known)
        hint = f" Did you mean `{guess}`?" if guess else ""
        start = f'`portfolio-gen new student "Their Name" {root}` starts one.'
        raise CannotReceive(f"There is no student `{student}` in this school.{hint} {start}")
    folder = root.absolute() / "students" / student
    limits = school.settings.limits
    return Home(
        folder,
        school,
        Room(
            names={shelf: _names(folder / shelf) for shelf in SHELF.values()},
            limit=limits.artifacts_per_student,
            files=limits.files_per_artifact,
            megabytes=limits.megabytes_per_artifact,
        ),
    )


def _names(shelf: Path) -> frozenset[str]:
    """The names that are taken, whatever they are the names of."""
    there = shelf.iterdir() if shelf.is_dir() else ()
    return frozenset(one.name.removesuffix(".md") for one in there)
