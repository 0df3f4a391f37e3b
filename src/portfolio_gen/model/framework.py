"""What a school means by mastery: domains, competencies, credits, levels (transcripts/framework.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from portfolio_gen.model.noun import Noun, Page, Prose

Policy: TypeAlias = Literal["committee-decision"]
"""How evidence becomes a standing; `committee-decision`: earned by a committee's recorded decision alone."""

Term: TypeAlias = Literal[
    "domain", "competency", "credit", "artifact", "pitch", "committee", "phase"
]
PLURALS: Mapping[Term, str] = {
    "domain": "domains",
    "competency": "competencies",
    "credit": "credits",
    "artifact": "artifacts",
    "pitch": "pitches",
    "committee": "committees",
    "phase": "phases",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Noun):
    """What readers see instead of one of the program's words."""

    one: str
    many: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain(Noun):
    """An area of learning that credits are counted by."""

    id: str
    title: str
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    hue: str | None = None
    """Colour of its marks in light pages, like `#2f5fa8`."""
    hue_dark: str | None = None
    """Colour of its marks in dark pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Noun):
    """Something a learner can do, in whichever domain they show it."""

    id: str
    title: str
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLevel(Noun):
    """A level at which credits are awarded, such as foundation or advanced."""

    id: str
    title: str
    about: Prose | None = None
    policy: Policy = "committee-decision"
    builds_on: str | None = None
    """Level that is normally earned first in the same credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Noun):
    """Something that can be earned: a competency shown in a domain, or a credit of its own."""

    id: str
    title: str
    domain: str
    competency: str | None = None
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditGrid(Noun):
    """Every competency in every domain is one credit, with the id `competency/domain`."""

    competencies: Literal["all"] | tuple[str, ...] = "all"
    domains: Literal["all"] | tuple[str, ...] = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel(Noun):
    """One step of a scale."""

    id: str
    title: str
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Noun):
    """Named levels in order, lowest first."""

    id: str
    title: str
    levels: tuple[ScaleLevel, ...]
    target: str | None = None
    """The level that is aimed for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Noun):
    """A year of school, or whatever stands in for it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Noun):
    """What a student must have earned, and by when."""

    id: str
    title: str
    level: str
    """Credit level that counts."""
    count: Literal["all"] | int = "all"
    """How many credits, or `all` of them."""
    domain: str | None = None
    """Only credits of this domain count."""
    due: str | None = None
    """Phase at whose end the requirement is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit(Noun):
    """A habit of work, reported apart from credits."""

    id: str
    title: str
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits(Noun):
    """The habits of work and the scale on which they are described."""

    title: str = "Habits of work"
    scale: str
    strands: tuple[Habit, ...]
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Page):
    """A school's framework, in one version."""

    id: str
    version: str
    title: str
    about: Prose | None = None
    how_to_read: Prose | None = None
    """Three or four lines that tell a college how credits are earned."""
    terms: Mapping[Term, Wording] = field(default_factory=dict)
    phases: tuple[Phase, ...] = ()
    domains: tuple[Domain, ...]
    competencies: tuple[Competency, ...] = ()
    levels: tuple[CreditLevel, ...]
    grid: CreditGrid | None = None
    credits: tuple[Credit, ...] = ()
    """Credits listed one by one; those of the grid come first."""
    scales: tuple[Scale, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    habits: Habits | None = None

    def all_credits(self) -> tuple[Credit, ...]:
        """The grid's credits, domain by domain, then the listed ones."""
        if self.grid is None:
            return self.credits
        wanted = self.grid
        return (
            tuple(
                Credit(
                    id=f"{competency.id}/{domain.id}",
                    title=f"{competency.title} in {domain.title.lower()}",
                    domain=domain.id,
                    competency=competency.id,
                )
                for domain in self.domains
                if wanted.domains == "all" or domain.id in wanted.domains
                for competency in self.competencies
                if wanted.competencies == "all" or competency.id in wanted.competencies
            )
            + self.credits
        )

    def word(self, term: Term, *, many: bool = False) -> str:
        """What readers see for one of the program's words."""
        if wording := self.terms.get(term):
            return wording.many if many else wording.one
        return PLURALS[term] if many else term
