"""What one edition shows of a pitch."""

from __future__ import annotations

from portfolio_gen.model.credit_views import ClaimView, RatingView, RubricView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.hearing_views import HearingView
from portfolio_gen.model.labels import WorkLink
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchView:
    """A pitch with its page, in the editions that show pitches."""

    slug: str
    address: str
    title: str
    date: Day
    works: tuple[WorkLink, ...]
    claims: tuple[ClaimView, ...]
    self_rating: tuple[RatingView, ...]
    rubric: RubricView | None = None
    text: str
    source: str
    text_line: int
    waiting: bool
    """Whether the committee has yet to decide."""
    draft: bool = False
    hearing: HearingView | None = None
    """What the committee has to score; None everywhere but in its own edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """A pitch that goes on paper."""

    student: str
    """Name that the committee's edition shows."""
    language: str
    """Language that the student writes in."""
    pitch: PitchView
    """With what was handed in."""
    time: str = ""
    """When it is heard; empty where no session hears it."""
    away: tuple[str, ...] = ()
    """Names of those who do not score it."""
