"""What has been earned, and why: computed from the records, never typed in."""

from __future__ import annotations

from enum import StrEnum

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import Credit, CreditLevel, Domain
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.progress import (
    Badge,
    BinderRow,
    HabitSummary,
    LearningLevel,
    TargetStanding,
)
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.student import Pitch
from portfolio_gen.model.value import dataclass


class State(StrEnum):
    """Where a credit stands, from nothing to earned."""

    OPEN = "open"
    CLAIMED = "claimed"
    PITCHED = "pitched"
    NOT_YET = "not-yet"
    EARNED = "earned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a student stands in one credit at one level."""

    credit: Credit
    level: CreditLevel
    state: State
    because: str
    """The reason for the state, in one plain sentence that tells of no other tries."""
    earlier: str = ""
    """What it superseded, in plain sentences; only for those who may see earlier tries."""
    date: Day | PartialDate | None = None
    """When the state was reached: of the decision, the pitch or the claimed work; None when open."""
    evidence: tuple[str, ...] = ()
    """Slugs of the artifacts that the state rests on."""
    decision: Decision | None = None
    """The decision that counts; None where learning targets earn the credit."""
    targets: tuple[TargetStanding, ...] = ()
    """The credit's learning targets, where it has any."""
    superseded: tuple[Decision, ...] = ()
    """All other decisions about the same credit and level, newest first; kept, and not counting."""
    pitches: tuple[Pitch, ...] = ()
    """All published pitches for it, newest first."""
    claims: tuple[tuple[Artifact, Claim], ...] = ()
    """All published works that claim it, in order of their slugs."""

    @property
    def story(self) -> str:
        """The reason with everything that went before it."""
        return f"{self.because} {self.earlier}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainCount:
    """How many credits of one domain have been earned, level by level."""

    domain: Domain
    earned: tuple[tuple[str, int], ...]
    """Level id and count, in the framework's order of levels."""
    of: int
    """How many credits the domain has at the first level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferableCount:
    """How many of the credits that belong to no domain have been earned, level by level."""

    earned: tuple[tuple[str, int], ...]
    """Level id and count, in the framework's order of levels."""
    of: int
    """How many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementStanding:
    """How far a requirement is met."""

    requirement: Requirement
    met: bool
    earned: int
    """How many credits or targets count towards it; there may be more than it asks for."""
    of: int
    """How many credits or targets it asks for."""
    missing: tuple[str, ...] = ()
    """Ids of the credits or targets that could still count towards it, in the framework's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Where one student stands in everything."""

    student: str
    credits: tuple[Standing, ...]
    """Every credit at the framework's first level, and at further levels once something touches them."""
    domains: tuple[DomainCount, ...]
    requirements: tuple[RequirementStanding, ...]
    framework: str = ""
    """Version of the framework that it was computed in."""
    transferable: TransferableCount | None = None
    """Credits of no domain; None where the framework has none."""
    targets: tuple[TargetStanding, ...] = ()
    """Every learning target, in the framework's order, each by itself."""
    binder: tuple[BinderRow, ...] = ()
    """Taught, learned, mastered: every published learning target, in the framework's order."""
    badges: tuple[Badge, ...] = ()
    """At most one for each competency."""
    learning: tuple[LearningLevel, ...] = ()
    """Where the student is learning, strand by strand, where targets have phases."""
    habits: tuple[HabitSummary, ...] = ()
    """What observations of habits show, term by term."""
