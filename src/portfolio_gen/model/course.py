"""Courses: a list beside the credits, for schools that have both."""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseType(Noun):
    """A type of course that the school tells apart."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What is special about it, in one or two sentences."""
    most: int | None = None
    """Most courses of this type that one student takes."""
    ends_in_product: bool = False
    """Whether each ends in a piece of work of the student's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedCourse(Noun):
    """A course that the school offers."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    type: str | None = None
    """Id of its type."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    targets: tuple[str, ...] = ()
    """Ids of the learning targets that it teaches; twelve are plenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Courses(Noun):
    """The courses of a school, reported apart from credits."""

    title: str | None = None
    """What readers see above them; without one, what the school calls courses."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    scale: str | None = None
    """Id of the scale on which a course is reported."""
    types: tuple[CourseType, ...] = ()
    """Types of courses that the school tells apart."""
    offered: tuple[OfferedCourse, ...] = ()
    """The courses that the school offers; a ledger may name others by their titles."""
    hidden: bool = False
    """Whether levels stay inside the school until the `release` day that an entry names, and without one for good."""

    def shows_level(self, course: Course, on: Day) -> bool:
        """Whether the level of a course may be seen outside the school on a day."""
        return not self.hidden if course.release is None else course.release <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Noun):
    """A course that the student took; it earns no credit by itself."""

    course: str | None = None
    """Id of a course that the school offers."""
    title: str | None = None
    """Its name for readers, where the school does not offer it itself."""
    type: str | None = None
    """Id of its type, where it is not that of the course offered."""
    term: str
    """The term, as readers should see it, such as `2025 fall`."""
    level: str | None = None
    """Level of the courses' scale, or `insufficient` where the evidence shows none; nothing while it runs."""
    product: str | None = None
    """Slug of the work that it ended in."""
    note: Prose | None = None
    """A sentence or two for readers."""
    release: Day | None = None
    """First day on which the level may be seen outside the school; without one at once, unless `hidden` is set."""
