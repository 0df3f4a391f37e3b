"""Files that students have put beside their work: which editions may show what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from portfolio_gen.audit.claims import Editions, Grants
from portfolio_gen.audit.own_words import works_told
from portfolio_gen.audit.rights import grants_of
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """A file that somebody has put beside their work, and which editions may show what is made of it."""

    source: Path
    span: Span
    """Where it is named."""
    person: str
    """Id of the student whose it is, and on whose site it may stand."""
    shown: Editions
    card: str
    """What stands on its card: a title, and of its name the ending alone."""


def originals(school: School, on: Day) -> Iterator[Original]:
    """Every media file of the school, with the editions that may show it on a day."""
    for student in school.students:
        grants = grants_of(school, student, on)
        if (portrait := student.picture) and portrait.source:
            seen = frozenset(one for one, granted in grants.items() if "picture" in granted.shows)
            span = student.marks.at("picture")
            yield Original(portrait.source, span, student.id, seen, "")
        yield from _copies(student, grants)
        for work in student.artifacts:
            told = works_told(school, student, work, grants, on)
            for place, media in enumerate(work.media):
                if media.source:
                    keys = ("media", place, "alt")
                    shown = frozenset(one for one, each in grants.items() if told(keys, each))
                    card = f"{media.title or ''} {PurePosixPath(media.file).suffix}"
                    span = work.marks.at("media", place)
                    yield Original(media.source, span, student.id, shown, card)


def _copies(student: Student, grants: Grants) -> Iterator[Original]:
    """What a student keeps of the places that they link to: shown with the link, where work is."""
    for place, link in enumerate(student.links):
        if link.source:
            shown = frozenset(
                one
                for one, granted in grants.items()
                if "work" in granted.shows and granted.name != "initials"
            )
            span = student.marks.at("links", place, "copy")
            yield Original(link.source, span, student.id, shown, "")
