"""Every link of a school to somewhere else: where it stands, whose it is, since when, and whether a copy is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from portfolio_gen.check.register import Register
from portfolio_gen.check.stories import CODE
from portfolio_gen.check.texts import items
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass

LONGEST = 2_000
"""Characters of an address; no browser is sure of longer ones."""
_ADDRESS = re.compile(rf"https?://[^\s<>\"'`|\\^{{}}\[\]]{{1,{LONGEST}}}", re.IGNORECASE)
_BEHIND = ".,;:!?…*_)"
"""Signs behind an address that belong to the sentence around it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link stands."""

    span: Span
    student: str
    """Id of the student; empty where it is the school's."""
    day: str = ""
    """When the work that it belongs to was made, as exactly as that is known; empty where nothing says."""
    copy: str = ""
    """Path of the copy that is kept beside it; empty without one."""


@dataclass(slots=True)
class Link:
    """An address, and all places from which something leads there."""

    url: str
    places: list[Place] = field(default_factory=list)

    @property
    def copies(self) -> tuple[str, ...]:
        """The copies that are kept."""
        return tuple(dict.fromkeys(one.copy for one in self.places if one.copy))

    @property
    def oldest(self) -> str:
        """The earliest day that the works say; empty where none does."""
        return min((one.day for one in self.places if one.day), default="")


def links_of(school: School, on: Day, students: Iterable[str] = ()) -> tuple[Link, ...]:
    """All links of a school, or of some of its students, in order of their addresses.

    Args:
        school: as it was read.
        on: the day.
        students: ids of the students; the whole school without any.
    """
    wanted = frozenset(students)
    found: dict[str, Link] = {}
    for url, place in _all(school, on):
        if not wanted or place.student in wanted:
            found.setdefault(url, Link(url)).places.append(place)
    for one in found.values():
        one.places.sort(key=lambda place: place.span)
    return tuple(found[url] for url in sorted(found))


def _all(school: School, on: Day) -> Iterator[tuple[str, Place]]:
    yield from _of_texts(school, on)
    yield from _of_works(school.students)
    for student, ledger in school.ledgers.items():
        for number, one in enumerate(ledger.recognitions):
            if one.url:
                span = ledger.marks.at("recognitions", number, "url")
                yield one.url, Place(span, student, str(one.date))
    if school.settings.url:
        yield school.settings.url, Place(school.settings.marks.at("url"), "")
    for url, start in addresses(school.profile):
        line = school.profile.count("\n", 0, start) + 1
        yield url, Place(Span("transcripts/school-profile.md", line), "")


def _of_texts(school: School, on: Day) -> Iterator[tuple[str, Place]]:
    """What stands in stories and other texts of students; keys that hold nothing but an address come separately."""
    days = {work.marks.path: str(work.date) for one in school.students for work in one.artifacts}
    days |= {
        page.marks.path: str(page.date)
        for one in school.students
        for page in one.narratives
        if page.date
    }
    days |= {page.marks.path: str(page.date) for one in school.students for page in one.pitches}
    for item in items(Register(school, on)):
        for text in item.texts:
            if text.keys and text.keys[-1] == "url":
                continue
            for url, start in addresses(text.words):
                span = text.at(start, start + len(url))
                yield url, Place(span, item.student.id, days.get(text.marks.path, ""))


def _of_works(students: Iterable[Student]) -> Iterator[tuple[str, Place]]:
    for student in students:
        for number, link in enumerate(student.links):
            span = student.marks.at("links", number, "url")
            kept = f"students/{student.id}/{link.copy}" if link.source else ""
            yield link.url, Place(span, student.id, copy=kept)
        for work in student.artifacts:
            for number, one in enumerate(work.links):
                span = work.marks.at("links", number, "url")
                yield one.url, Place(span, student.id, str(work.date), _copy(work, one.copy))


def _copy(work: Artifact, name: str | None) -> str:
    """The path of a copy, if the work has that file."""
    there = name is not None and name in work.files
    return f"{work.marks.path.rpartition('/')[0]}/{name}" if there else ""


def addresses(words: str) -> Iterator[tuple[str, int]]:
    """The web addresses in a text, outside of listings, with the place where each begins."""
    if "://" not in words:
        return
    prose = CODE.sub(lambda one: " " * len(one[0]), words)
    for found in _ADDRESS.finditer(prose):
        yield _bare(found[0]), found.start()


def _bare(address: str) -> str:
    """An address without what closes the sentence or the bracket around it."""
    while address and address[-1] in _BEHIND:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
