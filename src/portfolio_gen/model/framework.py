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
    """For one of them."""
    many: str
    """For several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain(Noun):
    """An area of learning that credits are counted by."""

    id: str
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
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
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLevel(Noun):
    """A level at which credits are awarded, such as foundation or advanced."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it takes, in one or two sentences."""
    policy: Policy = "committee-decision"
    """How evidence becomes a standing."""
    builds_on: str | None = None
    """Level that is normally earned first in the same credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Noun):
    """Something that can be earned: a competency shown in a domain, or a credit of its own."""

    id: str
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
    domain: str
    """Id of the domain that it counts in."""
    competency: str | None = None
    """Id of the competency that it shows, if there is one."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditGrid(Noun):
    """Every competency in every domain is one credit, with the id `competency/domain`."""

    competencies: Literal["all"] | tuple[str, ...] = "all"
    """Ids of the competencies in it."""
    domains: Literal["all"] | tuple[str, ...] = "all"
    """Ids of the domains in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel(Noun):
    """One step of a scale."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it means, in one or two sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Noun):
    """Named levels in order, lowest first."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    levels: tuple[ScaleLevel, ...]
    """Its steps, lowest first."""
    target: str | None = None
    """The level that is aimed for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Noun):
    """A year of school, or whatever stands in for it."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers, such as `grade 9`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Noun):
    """What a student must have earned, and by when."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
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
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it looks like, in one or two sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits(Noun):
    """The habits of work and the scale on which they are described."""

    title: str = "Habits of work"
    """What readers see above them."""
    scale: str
    """Id of the scale on which they are described."""
    strands: tuple[Habit, ...]
    """The habits, in the order in which readers see them."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Page):
    """A school's framework, in one version."""

    id: str
    """Its name in files."""
    version: str
    """The version that students are pinned to when they enter, such as `2024`."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What the school means by mastery, in a paragraph."""
    how_to_read: Prose | None = None
    """Three or four lines that tell a college how credits are earned."""
    terms: Mapping[Term, Wording] = field(default_factory=dict)
    """The school's own words for the program's."""
    phases: tuple[Phase, ...] = ()
    """The years of school, in order."""
    domains: tuple[Domain, ...]
    """The areas of learning that credits are counted by."""
    competencies: tuple[Competency, ...] = ()
    """What learners can do, in whichever domain they show it."""
    levels: tuple[CreditLevel, ...]
    """The levels at which credits are awarded; the first is the one that everybody is to reach."""
    grid: CreditGrid | None = None
    """Credits made by crossing competencies with domains."""
    credits: tuple[Credit, ...] = ()
    """Credits listed one by one; those of the grid come first."""
    scales: tuple[Scale, ...] = ()
    """The scales that rubrics and habits use."""
    requirements: tuple[Requirement, ...] = ()
    """What graduation takes."""
    habits: Habits | None = None
    """Habits of work, reported apart from credits."""

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
