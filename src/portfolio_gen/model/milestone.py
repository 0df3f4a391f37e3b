"""Milestones of a student, reached and planned (students/⟨id⟩/milestones.yml)."""

from __future__ import annotations

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Noun):
    """Something on a student's way that is worth remembering, or looking forward to."""

    title: str
    """What it is, in a few words."""
    date: PartialDate
    """When it was or is to be: a day, a month or a year."""
    term: str | None = None
    """What readers see instead of the date, such as `spring 2027`."""
    about: Prose | None = None
    """Why it matters, in a sentence or two."""
    work: str | None = None
    """Slug of a work of the student's that belongs to it."""
    planned: bool = False
    """Whether it has yet to happen."""
    audience: tuple[EditionName, ...] = ()
    """Editions that may show it. Nothing here means that nobody but the student sees it."""

    def is_ahead(self, on: Day) -> bool:
        """Whether on a day it has yet to happen; what lies in the future has, whatever is written."""
        return self.planned or self.date.first > on


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestones(Page):
    """All milestones of a student."""

    milestones: tuple[Milestone, ...] = ()
    """In any order; readers see them by date."""
