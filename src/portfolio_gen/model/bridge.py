"""The bridge sheet: courses and grades as near as credits come to them, for those who can read nothing else."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeGrade(Noun):
    """A grade, and how many credits come near to it."""

    grade: str
    """The grade as readers know it, such as `B+`."""
    earned: int
    """How many of the course's credits must be earned at the framework's first level."""
    beyond: int = 0
    """How many of them must be earned beyond that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeCourse(Noun):
    """A course as other schools know it, and the credits that come near to it."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers, such as `English 11`."""
    subject: str | None = None
    """The subject that it counts for elsewhere, such as `English`."""
    units: str | None = None
    """How much it counts elsewhere, such as `1.0`."""
    credits: tuple[str, ...]
    """Ids of the credits that come near to it."""
    grades: tuple[BridgeGrade, ...]
    """From the highest to the lowest; the first that fits is shown, and without one the course is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge(Noun):
    """A sheet of courses and grades for athletic eligibility, scholarships and the like; never part of a transcript."""

    title: str | None = None
    """What readers see above it; `Bridge sheet` without one."""
    about: Prose | None = None
    """What it is for, and who may rely on it."""
    editions: tuple[EditionName, ...] = ()
    """Editions that have it; none unless the school names them."""
    courses: tuple[BridgeCourse, ...] = ()
    """The courses in the order in which they are shown."""
