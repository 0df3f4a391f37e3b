"""The years of school, and groups by age beside them."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Noun):
    """A year of school, or whatever stands in for it."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers, such as `grade 9`."""
    social: str | None = None
    """Its name where it tells a student's age and not what they learn, such as `social level 9`; else the title."""

    @property
    def by_age(self) -> str:
        """What it is called where it tells how old a student is."""
        return self.social or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort(Noun):
    """A group of students by age, whatever each of them is learning."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers, such as `cohort 2`."""
    about: Prose | None = None
    """Who is in it, and what they do together, in one or two sentences."""
