"""Sessions of a committee as its own edition shows them: who sits, what is heard and decided, how far they agree.

Figures are whole numbers, so that the same bytes come of them everywhere: shares in percent, coefficients and levels in
hundredths.
"""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """Somebody who sits."""

    name: str
    role: str
    chairs: bool
    expert: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine:
    """What was decided about one credit that was pitched."""

    credit: str
    level: str
    earned: bool
    outcome: str
    """The committee's word for it."""
    release: Day | None
    """From when on the student may see it; None for at once."""
    held: bool
    """Whether that day is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchView:
    """A part of the agenda."""

    begins: str
    ends: str
    pause: str
    """What happens instead of a pitch; empty for a pitch."""
    student: str = ""
    """Name that this edition may show; empty where the student is not in it."""
    title: str = ""
    address: str = ""
    """Page of the pitch in the edition; empty when there is none."""
    claims: tuple[tuple[str, str], ...] = ()
    """Credits and levels that are claimed."""
    scored: tuple[str, ...] = ()
    """Names of those whose ballots are there."""
    missing: tuple[str, ...] = ()
    """Names of those who sit and have not handed in a ballot."""
    away: tuple[str, ...] = ()
    """Names of those who sit and do not score this pitch, because of a conflict of interest."""
    awards: tuple[AwardLine, ...] = ()
    unread: bool = False
    """Whether it was heard, and the record that says what was decided cannot be read just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """How far scorers agree on one criterion."""

    rubric: str
    criterion: str
    works: int
    pairs: int
    same: int
    """Pairs on the same level."""
    near: int
    """Pairs one level apart."""
    wide: int
    """Pairs two levels or more apart."""
    percent: int
    kappa: int | None
    alpha: int | None
    lowest: int | None
    """Lowest alpha when any one work is left out."""
    highest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityView:
    """How a scorer rates beside the others."""

    name: str
    levels: int
    """Hundredths of a level; below 0 for stricter."""
    ratings: int
    works: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """Where scorers lie two levels or more apart."""

    title: str
    student: str
    address: str
    credit: str
    criterion: str
    levels: tuple[str, ...]
    """The scale, lowest first."""
    marks: tuple[tuple[int, str], ...]
    """Place on the scale and name of the scorer, lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationView:
    """The calibration report of a session."""

    works: int
    """Credits under claim that two people or more have scored; small numbers make shaky figures."""
    agreements: tuple[AgreementView, ...] = ()
    severities: tuple[SeverityView, ...] = ()
    gaps: tuple[GapView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """One session."""

    id: str
    address: str
    """Of its page, relative to the edition."""
    title: str
    date: Day
    begins: str
    ends: str
    place: str
    release: Day | None
    """When everything decided in it is released, unless a decision says otherwise."""
    seats: tuple[SeatView, ...]
    stretches: tuple[StretchView, ...]
    over: bool
    """Whether something has been decided in it, or may have been: a record of it cannot be read."""
    calibration: CalibrationView | None = None
    """None until two people have scored the same."""

    @property
    def pitches(self) -> int:
        """How many pitches are heard."""
        return sum(not one.pause for one in self.stretches)
