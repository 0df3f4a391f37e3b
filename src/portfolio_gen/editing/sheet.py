"""One file of a student, opened: what it says, the questions that it answers, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.edit import Field, fields_of, fits, names_of
from portfolio_gen.editing.drawer import Drawer, digest
from portfolio_gen.editing.menus import as_written, menus_for
from portfolio_gen.editing.troubles import Trouble, troubles_in
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import Sentence, sentence
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.school import read_draft
from portfolio_gen.rewrite.keys import CannotChange
from portfolio_gen.rewrite.page import values_of
from portfolio_gen.schemas import schemas
from portfolio_gen.start import kind_of

Diagnostics: TypeAlias = tuple[Diagnostic, ...]
NAMES: Mapping[str, Sentence] = {
    "student.yml": sentence("About you"),
    "narrative.md": sentence("Your opening"),
    "profile.yml": sentence("Your learner profile"),
    "milestones.yml": sentence("Milestones"),
}
"""What is said of files without a title."""


@dataclass(frozen=True)
class Sheet:
    """A file as it was read."""

    drawer: Drawer
    place: str
    data: bytes

    @classmethod
    def open(cls, drawer: Drawer, place: str) -> Sheet:
        """Read it.

        Raises:
            CannotOpen: it is not there.
        """
        return cls(drawer, place, drawer.read(place))

    @property
    def digest(self) -> str:
        """By which it is known again."""
        return digest(self.data)

    @property
    def told(self) -> bool:
        """Whether it is a page with a text."""
        return self.place.endswith(".md")

    @property
    def kind(self) -> str:
        """Name of its schema."""
        return kind_of(PurePosixPath("students", "one", self.place)) or ""

    @property
    def folder(self) -> str:
        """Where the files beside it lie, from the student's folder."""
        return self.place.rpartition("/")[0]

    @cached_property
    def text(self) -> str:
        """All of it; what is no UTF-8 is shown as such."""
        return self.data.decode("utf-8", "replace")

    @cached_property
    def said(self) -> tuple[dict[str, Any], str]:
        """Its keys with their values, and its text.

        Raises:
            CannotChange: it cannot be taken apart.
        """
        if "\ufffd" in self.text and b"\xef\xbf\xbd" not in self.data:
            raise CannotChange(sentence("it is not saved as UTF-8"))
        return values_of(self.text, told=self.told)

    @property
    def title(self) -> str:
        """What it is called: in its own words, or by its name where it has none."""
        try:
            said = self.said[0].get("title")
        except CannotChange:
            said = None
        if isinstance(said, str) and said:
            return said
        return NAMES.get(self.place) or PurePosixPath(self.place.removesuffix("/artifact.md")).stem

    def fields(
        self, school: School, student: Student, say: Callable[[str], str] = str
    ) -> tuple[Field, ...]:
        """The questions that the file answers, those left out of which nothing can be chosen and nothing is written."""
        values, _ = self.said
        beside, claimed = self.drawer.names(self.folder), _claimed(values.get("claims"))
        menus = as_written(menus_for(self.kind, school, student, beside, claimed))
        found = fields_of(self.kind, schemas()[self.kind], menus, say)
        return tuple(
            one
            for one in found
            if one.manner != "named" or one.options or not fits(one, "") or values.get(one.key)
        )

    def troubles(
        self,
        diagnostics: tuple[Diagnostic, ...],
        fields: tuple[Field, ...],
        say: Callable[[str], str] = str,
    ) -> tuple[Trouble, ...]:
        """What is to be looked at, each at its field."""
        try:
            values, _ = self.said
        except CannotChange:
            values = {}
        return troubles_in(
            self.text,
            self.drawer.shown(self.place),
            diagnostics,
            told=self.told,
            names=tuple(names_of(fields, values)),
            values=values,
            say=say,
        )


def _claimed(claims: Any) -> list[str]:
    """Ids of the credits that a file claims, as far as they are written as such."""
    listed = claims if isinstance(claims, list) else []
    ids = [one.get("credit") for one in listed if isinstance(one, dict)]
    return [one for one in ids if isinstance(one, str)]


@dataclass(frozen=True)
class Glimpse:
    """The school as far as one student's editor needs it, and everything that is wrong with their folder."""

    school: School
    student: Student
    diagnostics: tuple[Diagnostic, ...]


def glimpse(drawer: Drawer, on: Day) -> Glimpse | None:
    """Read the school, of its students only this one and those whom their files name; None when it cannot be read."""
    school, found = _read(drawer, {})
    if school is None:
        return None
    found += tuple(check_school(school, on=on))
    mine = f"students/{drawer.student}/"
    about = tuple(one for one in found if one.span.path.startswith(mine))
    return Glimpse(school, me_in(school, drawer), about)


def as_drafted(drawer: Drawer, place: str, text: str, seen: Glimpse) -> School | None:
    """The same school with a text of a file that nobody has saved; None when it cannot be read."""
    # Whoever was named before is read at once, for most texts name the same people as before.
    also = frozenset(one.id for one in seen.school.students)
    return _read(drawer, {drawer.shown(place): text}, also)[0]


def _read(
    drawer: Drawer, drafts: Mapping[str, str], also: frozenset[str] = frozenset()
) -> tuple[School | None, Diagnostics]:
    only = also | {drawer.student}
    school, found = read_draft(drawer.root, drafts, only=only)
    if school and (named := frozenset(_named(me_in(school, drawer))) & school.known - only):
        return read_draft(drawer.root, drafts, only=only | named)
    return school, found


def me_in(school: School, drawer: Drawer) -> Student:
    """Whose folder it is; with nothing in it, where it cannot be read."""
    found = (one for one in school.students if one.id == drawer.student)
    return next(found, Student(name=drawer.student, id=drawer.student))


def _named(student: Student) -> Iterator[str]:
    """Ids of other students whom a student's files name."""
    for work in student.artifacts:
        yield from (one.student for one in work.team if one.student)
        yield from (person for one in work.media for person in one.people)
    for pitch in student.pitches:
        yield from pitch.group
        yield from (one.partition("/")[0] for one in pitch.artifacts if "/" in one)
