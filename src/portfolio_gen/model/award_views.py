"""What one edition shows of an earned credit on the transcript: what was awarded, and why, link by link."""

from __future__ import annotations

from portfolio_gen.model.credit_views import CreditView, DecisionView, RatingView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.progress_views import TargetLink
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardView:
    """A credit that was earned at one level, with the chain from the rule to the work."""

    credit: CreditView
    level: LabelView
    """The level that it was earned at; `about` is what the level takes."""
    beyond: bool
    """Whether the level goes beyond the one that everybody is to reach."""
    standard: str
    """What the credit means, in the school's words."""
    rule: str
    """How such a credit is earned, in one sentence."""
    because: str
    """Why it counts as earned, in one sentence."""
    date: Day | PartialDate | None
    by: tuple[str, ...]
    """Who decided: names, or roles where an edition may not name them."""
    ratings: tuple[RatingView, ...]
    """What they found by the rubric, where this edition tells of it."""
    targets: tuple[TargetLink, ...]
    """The credit's learning targets, where this edition tells of them."""
    works: tuple[WorkLink, ...]
    superseded: tuple[DecisionView, ...]
    """Earlier tries, newest first; only where the student has asked for growth to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingView:
    """What an entry of an earlier version of the framework is called in the present one."""

    old: tuple[str, ...]
    """Titles of credits, targets, skills or areas."""
    new: tuple[str, ...]
    """Titles in the present version; empty when nothing became of it."""
    dropped: str = ""
    """Why nothing became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkView:
    """How to read a transcript of an earlier version beside those of the present one."""

    framework: str
    """Title and version of the present one."""
    crossings: tuple[CrossingView, ...]
    """What has changed its name, or was dropped; everything else means the same in both."""
