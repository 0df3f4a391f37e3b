"""Rubrics: what a committee looks for (transcripts/rubrics.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Noun):
    """One thing that is looked for, with a descriptor per level of the rubric's scale."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What to look for, in one or two sentences."""
    descriptors: Mapping[str, Prose] = field(default_factory=dict)
    """Level of the scale to an "I can" sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric(Noun):
    """Criteria for the credits of some competencies."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    scale: str
    """Id of the scale on which its criteria are rated."""
    competencies: tuple[str, ...] = ()
    """Competencies it is for; none means all."""
    made_with: str | None = None
    """Who wrote it together with the school, such as `the spring design class`; a group, never a student's name."""
    made: PartialDate | None = None
    """When it was written or last changed."""
    criteria: tuple[Criterion, ...]
    """What is looked for, in the order in which readers see it."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubrics(Page):
    """All rubrics of a school."""

    rubrics: tuple[Rubric, ...] = ()
    """The rubrics; the first that fits a competency is used."""

    def for_competency(self, competency: str | None) -> Rubric | None:
        """The first rubric made for the competency, or the first that is for all."""
        named = (one for one in self.rubrics if competency in one.competencies)
        general = (one for one in self.rubrics if not one.competencies)
        return next(named, next(general, None))
