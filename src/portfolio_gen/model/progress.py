"""Where a student stands in learning targets and habits: computed, kept apart, and never summed up across targets."""

from __future__ import annotations

from enum import StrEnum

from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Competency, Domain
from portfolio_gen.model.habits import Habit
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.rating import RaterRole, Rating
from portfolio_gen.model.scale import Progression, ScaleLevel
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass


class TargetState(StrEnum):
    """Where a learning target stands, from nothing to reached."""

    OPEN = "open"
    INSUFFICIENT = "insufficient"
    """There is evidence, and not enough to see a level in it; no level at all, rather than a low one."""
    NOT_YET = "not-yet"
    REACHED = "reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The way from the first level that was seen to the latest, whoever's rating counts."""

    first: ScaleLevel
    first_date: Day
    latest: ScaleLevel
    latest_date: Day
    steps: int
    """Levels between the two; below 0 when the latest is the lower one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How one kind of rater sees it at present, for showing them side by side."""

    rater: RaterRole
    level: ScaleLevel
    date: Day | None
    """None for what the student says beside a work, which may have no day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetStanding:
    """Where a student stands in one learning target."""

    target: Target
    progression: Progression
    state: TargetState
    because: str
    """The reason for the state, in one plain sentence."""
    level: ScaleLevel | None = None
    """The level at which it stands; None while open or insufficient."""
    held: tuple[Day | None, ...] = ()
    """For each level of the progression the day since when the target has stood at it, or above it, without a break."""
    counted: tuple[Rating, ...] = ()
    """The ratings that the level rests on, oldest first."""
    attempts: tuple[Rating, ...] = ()
    """All ratings by whomever, oldest first; all are kept, and their number is no penalty."""
    views: tuple[View, ...] = ()
    """The newest level that each kind of rater saw."""
    growth: Growth | None = None
    modified: tuple[Rating, ...] = ()
    """Ratings on a modified scale: another claim, not counted here and never to be published."""

    @property
    def place(self) -> int:
        """Place of the level among the target's levels, from 0; -1 without one."""
        return self.progression.places[self.level.id] if self.level else -1

    @property
    def since(self) -> Day | None:
        """The day since when it has stood at its level or above."""
        return self.held[self.place] if self.level else None

    @property
    def reached(self) -> Day | None:
        """The day since when it has stood at the level aimed for or above; None while it does not."""
        return self.held[self.progression.aim] if self.held else None

    @property
    def evidence(self) -> tuple[str, ...]:
        """Slugs of the works that the level rests on."""
        return tuple(dict.fromkeys(work for one in self.counted for work in one.works))

    def held_since(self, level: str | None) -> Day | None:
        """The day since when it has stood at a level or above, or at the one aimed for; None while it does not.

        A level that its scale does not have is never reached.
        """
        asked = self.progression.aim if level is None else self.progression.places.get(level)
        return self.held[asked] if self.held and asked is not None else None

    def stands_at(self, level: str | None) -> bool:
        """Whether it stands at or above a level, or the one aimed for."""
        return self.held_since(level) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitSummary:
    """How one habit was observed in one term."""

    habit: Habit
    term: str
    counts: tuple[tuple[ScaleLevel, int], ...]
    """How often each level was seen, lowest first; a picture, not a mean."""
    usual: ScaleLevel
    """The level seen most often; of several, the one seen last."""
    first: Day
    last: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningLevel:
    """Where a student is learning in one strand, whatever their age."""

    strand: Competency | Domain
    through: Phase | None
    """Last phase up to which every target of the strand is reached."""
    phase: Phase | None
    """Phase that the student is working in; None when all are reached."""
    gaps: tuple[Target, ...]
    """Targets of earlier phases still to be reached, in whichever year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """The one badge that a student holds at present for a competency; it is traded up."""

    competency: Competency
    title: str
    level: ScaleLevel
    since: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderRow:
    """What became of one learning target: taught, learned, mastered."""

    target: Target
    taught: tuple[Day, ...] = ()
    learned: Day | None = None
    """First day on which anybody whose ratings count saw the level aimed for, also in practice."""
    mastered: Day | None = None
    """First day on which the target stood at the level aimed for, if it has ever since."""
