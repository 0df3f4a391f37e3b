"""What a school means by mastery: domains, competencies, credits, levels (transcripts/framework.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal, TypeAlias

from portfolio_gen.model.bridge import Bridge
from portfolio_gen.model.course import Courses
from portfolio_gen.model.crosswalk import Crosswalk
from portfolio_gen.model.dates import Day
from portfolio_gen.model.glossary import Meaning
from portfolio_gen.model.habits import Habits
from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.phase import Cohort, Phase
from portfolio_gen.model.profile import ProfilePart
from portfolio_gen.model.rating import RatingRules, ReworkStep
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import Progression, Scale
from portfolio_gen.model.speech import Sentence, Word, sentence, strung
from portfolio_gen.model.tag import Tag
from portfolio_gen.model.target import Target
from portfolio_gen.model.terms import PLURALS, Term, Wording
from portfolio_gen.model.value import dataclass

Policy: TypeAlias = Literal["committee-decision", "educator-decision", "targets"]
"""How evidence becomes a credit: by a committee's decision alone, by one educator's, or by learning targets."""


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
    phase: str | None = None
    """Phase in which its credits are usually earned; families read it beside what has not been started."""
    code: str | None = None
    """Its code in the framework that it was taken from, such as `3.OA.A.1`."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Noun):
    """Something a learner can do, in whichever domain they show it."""

    id: str
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    phase: str | None = None
    """Phase in which its credits are usually earned; where a domain says one too, the later of the two counts."""
    code: str | None = None
    """Its code in the framework that it was taken from, such as `3.OA.A.1`."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsNeeded(Noun):
    """Which of a credit's learning targets earn it."""

    count: Literal["all"] | int = "all"
    """How many of them, or `all`."""
    at: str | None = None
    """Level of their scale that they must reach; without one, the level that each aims for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Noun):
    """A way in which a credit can be earned, such as a portfolio of work or one project in depth."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it takes, in one or two sentences."""
    fewest: int = 1
    """Fewest pieces of work that a decision rests on."""
    most: int | None = None
    """Most pieces of work that a decision rests on."""


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
    """How evidence becomes a standing: by a committee, by one educator, or by the credit's learning targets."""
    targets: TargetsNeeded = TargetsNeeded()
    """Under the policy `targets`: which of the credit's learning targets earn it."""
    ways: tuple[Way, ...] = ()
    """Ways in which it can be earned, for decisions to name."""
    builds_on: str | None = None
    """Level that is normally earned first in the same credit."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Noun):
    """Something that can be earned: a competency shown in a domain, or a credit of its own."""

    id: str
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
    domain: str | None = None
    """Id of the domain that it counts in; without one, it can be earned in any (a transferable skill)."""
    competency: str | None = None
    """Id of the competency that it shows, if there is one."""
    levels: tuple[str, ...] = ()
    """Credit levels at which it can be earned; none means all."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    phase: str | None = None
    """Phase in which it is usually earned; without one, that of its domain or competency."""
    code: str | None = None
    """Its code in the framework that it was taken from, such as `3.OA.A.1`."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditGrid(Noun):
    """Every competency in every domain is one credit, with the id `competency/domain`."""

    competencies: Literal["all"] | tuple[str, ...] = "all"
    """Ids of the competencies in it."""
    domains: Literal["all"] | tuple[str, ...] = "all"
    """Ids of the domains in it."""
    levels: tuple[str, ...] = ()
    """Credit levels at which they can be earned; none means all."""
    title: str = "{competency} in {domain}"
    """What a credit is called, in the school's language; the domain's name stands there in small letters."""

    def called(self, competency: str, domain: str) -> str:
        """The title of the credit of a competency in a domain, given their titles."""
        return self.title.replace("{domain}", domain.lower()).replace("{competency}", competency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expects(Noun):
    """What the school says that its framework adds up to, so that a slip of the pen shows."""

    credits: int | None = None
    """How many credits there are in all."""
    targets: int | None = None
    """How many learning targets there are in all."""
    domains: Mapping[str, int] = field(default_factory=dict)
    """Domain to how many credits count in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Page):
    """A school's framework, in one version."""

    extends: str | None = None
    """Name of a preset that this file changes: what has the same id is laid over it, what is new is added, and an
    entry with `drop: true` takes away. Its earlier versions come along."""
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
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""
    changed: Day | None = None
    """Day on which it was last changed, for programs that it is exchanged with."""
    terms: Mapping[Term, Wording] = field(default_factory=dict)
    """The school's own words for the program's."""
    glossary: tuple[Meaning, ...] = ()
    """What words mean, as readers find it in the glossary: the school's own, or in place of the program's."""
    phases: tuple[Phase, ...] = ()
    """The years of school, in order."""
    cohorts: tuple[Cohort, ...] = ()
    """The groups by age, where the school has such groups beside phases."""
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
    targets: tuple[Target, ...] = ()
    """What can be learned and shown, one by one."""
    ratings: RatingRules = RatingRules()
    """How ratings of a learning target count."""
    rework: tuple[ReworkStep, ...] = ()
    """A menu of what helps between one try and the next."""
    courses: Courses | None = None
    """The courses of the school, reported apart from credits."""
    bridge: Bridge | None = None
    """Courses and grades as near as credits come to them, on a sheet of its own."""
    tags: tuple[Tag, ...] = ()
    """The school's own words by which readers find work. The current framework's hold for everybody."""
    profile: tuple[ProfilePart, ...] = ()
    """The parts of a learner profile. The current framework's hold for everybody."""
    expects: Expects | None = None
    """What the school says that it all adds up to."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """What became of earlier versions, one crosswalk for each."""

    def all_credits(self) -> tuple[Credit, ...]:
        """The grid's credits, domain by domain, then the listed ones."""
        if self.grid is None:
            return self.credits
        wanted = self.grid
        return (
            tuple(
                Credit(
                    id=f"{competency.id}/{domain.id}",
                    title=wanted.called(competency.title, domain.title),
                    domain=domain.id,
                    competency=competency.id,
                    levels=wanted.levels,
                )
                for domain in self.domains
                if wanted.domains == "all" or domain.id in wanted.domains
                for competency in self.competencies
                if wanted.competencies == "all" or competency.id in wanted.competencies
            )
            + self.credits
        )

    def all_targets(self) -> tuple[Target, ...]:
        """The learning targets, each with the competency and domain that its credit has where it names none."""
        credits = {one.id: one for one in self.all_credits()} if self.targets else {}
        return tuple(_placed(one, credits.get(one.credit or "")) for one in self.targets)

    def levels_of(self, credit: Credit) -> tuple[CreditLevel, ...]:
        """The levels at which a credit can be earned."""
        return tuple(one for one in self.levels if not credit.levels or one.id in credit.levels)

    def usual_phase(self, credit: Credit) -> Phase | None:
        """The phase in which a credit is usually earned; None where the framework says nothing of it."""
        if credit.phase:
            said = {credit.phase}
        else:
            above: tuple[Domain | Competency, ...] = (*self.domains, *self.competencies)
            said = {
                one.phase or "" for one in above if one.id in (credit.domain, credit.competency)
            }
        return next((one for one in reversed(self.phases) if one.id in said), None)

    def earnable(self) -> Mapping[str, frozenset[str]]:
        """Credit id to the ids of the levels at which it can be earned."""
        return {
            credit.id: frozenset(one.id for one in self.levels_of(credit))
            for credit in self.all_credits()
        }

    def progression(self, target: Target) -> Progression | None:
        """The levels of a learning target in order; None when it has none, or a scale that is not there."""
        if target.levels:
            return Progression.of(target.levels, target.target)
        scale = next((one for one in self.scales if one.id == target.scale), None)
        return Progression.of(scale.levels, target.target or scale.target) if scale else None

    def rules_for(self, target: Target) -> RatingRules:
        """How the ratings of a learning target count."""
        return target.ratings or self.ratings

    def crosswalk_from(self, version: str) -> Crosswalk | None:
        """The crosswalk from an earlier version, if there is one."""
        return next((one for one in self.crosswalks if one.version == version), None)

    def word(self, term: Term, *, many: bool = False) -> Word:
        """What readers see for one of the program's words."""
        if wording := self.terms.get(term):
            return Word(wording.many if many else wording.one)
        return Word(PLURALS[term] if many else term)

    def called(self, term: Term, *, many: bool = False) -> Sentence:
        """The same at the beginning of a line; its other letters stay as the school writes them."""
        return strung([self.word(term, many=many)], capital=True)

    def habits_title(self) -> str:
        """What readers see above the habits; empty where there are none."""
        if self.habits is None:
            return ""
        usual = (
            self.called("habit", many=True) if "habit" in self.terms else sentence("Habits of work")
        )
        return self.habits.title or usual


def _placed(target: Target, credit: Credit | None) -> Target:
    if credit is None:
        return target
    return replace(
        target,
        competency=target.competency or credit.competency,
        domain=target.domain or credit.domain,
    )
