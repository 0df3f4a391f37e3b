"""What could come next: suggestions for one student and for a whole school, and never a promise."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Credit, CreditLevel
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.standing import RequirementStanding, Standing
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How much there is to do until a requirement is due."""

    phases: int
    """How many phases are left, the present one included; 0 when the last of them has passed."""
    each: int
    """About how many credits or targets that makes in each of them, rounded up."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A requirement that is not met yet."""

    standing: RequirementStanding
    needed: int
    """How many credits or targets are still to come."""
    due: Phase | None
    pace: Pace | None
    """None where the requirement has no due date, or nobody knows which phase the student is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A credit or a learning target that is open and would count towards an open requirement."""

    about: Credit | Target
    level: CreditLevel | ScaleLevel
    """The level that is asked for."""
    requirements: tuple[str, ...]
    """Ids of the open requirements that it would count towards."""

    @property
    def kind(self) -> Literal["credit", "target"]:
        """What is open."""
        return "credit" if isinstance(self.about, Credit) else "target"

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all other gaps."""
        return self.kind, self.about.id, self.level.id

    @property
    def name(self) -> str:
        """Its title with the level, as in a list."""
        return f"{self.about.title}, {self.level.title.lower()}"


class Reason(StrEnum):
    """Why a piece of work could fill a gap, the strongest reason first."""

    TRIED = "tried"
    """It was shown for it, the answer was "not yet", and it can be shown again."""
    CLAIMED = "claimed"
    """The student claims it."""
    SELF_RATED = "self-rated"
    """The student has rated it on the learning target, or on one that the credit asks for."""
    ACCEPTED = "accepted"
    """It has been accepted as evidence for something of the same kind."""
    TAGGED = "tagged"
    """One of its tags is a word of the credit or target."""

    @property
    def is_recorded(self) -> bool:
        """Whether somebody has connected the two, rather than the program."""
        return self not in (Reason.ACCEPTED, Reason.TAGGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A gap that a piece of work could fill."""

    gap: Gap
    reason: Reason
    because: str
    """The reason, in a few plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A piece of work, and the gaps that it could fill and that no suggestion before it does."""

    work: Artifact
    fits: tuple[Fit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do next about one learning target, or about a credit that has been tried."""

    about: Credit | Target
    now: ScaleLevel | None = None
    """Where the student is; None before a level has been seen."""
    towards: ScaleLevel | None = None
    """The level to work towards."""
    words: str = ""
    """The school's own words for what to do next."""
    activities: tuple[str, ...] = ()
    """The school's menu for whoever works towards that level."""
    plan: tuple[str, ...] = ()
    """What the student planned after the last try: their own words, then steps of the school's menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentPlan:
    """What is open for one student, and what could come next."""

    student: str
    framework: str
    """Version of the framework that the student entered under."""
    phase: Phase | None
    openings: tuple[Opening, ...]
    """Requirements that are not met, those due first in front."""
    met: tuple[RequirementStanding, ...]
    waiting: tuple[Standing, ...]
    """Credits that are in front of a committee, so that nothing needs to be suggested for them."""
    suggestions: tuple[Suggestion, ...]
    untouched: tuple[Gap, ...]
    """Gaps that nothing the student has made speaks to yet, and that nothing else is normally earned before."""
    steps: tuple[Step, ...]


class Sign(StrEnum):
    """Why somebody might need a hand."""

    OVERDUE = "overdue"
    """A requirement's due date has passed."""
    WAITING = "waiting"
    """A pitch has waited long for its answer: the next step is the school's."""
    NOT_YET = "not-yet"
    """Several tries have not led on."""
    QUIET = "quiet"
    """Nothing new has come for a long time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A student who might need a hand, and why; for the school's staff alone."""

    student: str
    sign: Sign
    words: str
    since: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of a group have something, told so that nobody in it can be recognised."""

    count: int | None
    """The number; None where telling it would tell about single people."""
    few: bool
    """Whether it is below the smallest number that is told."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How many students have reached one credit or target at one level."""

    about: Credit | Target
    level: CreditLevel | ScaleLevel
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReach:
    """What the students of one version of the framework have reached."""

    framework: str
    students: int | None
    """How many they are; None when they are too few for any number about them."""
    reaches: tuple[Reach, ...]
    """Every credit and target in the framework's order; none when the students are too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPlan:
    """Who might need a hand, and which credits hardly anybody reaches."""

    concerns: tuple[Concern, ...]
    groups: tuple[GroupReach, ...]
    """By version of the framework, the current one first."""
