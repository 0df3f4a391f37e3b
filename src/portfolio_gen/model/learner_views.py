"""What one edition shows of a learner's profile, milestones and conference.

Like everything in a blueprint: filtered, raw, and all that exists for the renderer.
"""

from __future__ import annotations

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.standing import State
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import MediaView


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """A part of the learner profile."""

    title: str
    text: str
    """In the student's words, in Markdown."""
    source: str
    about: str = ""
    """What the school asks there."""
    text_line: int = 1
    shown_to: tuple[str, ...] = ()
    """In the student's own edition: titles of the other editions that may show it."""
    kept_private: bool = False
    """In the student's own edition: whether it can be shared with nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneView:
    """Something on the student's way."""

    title: str
    date: PartialDate
    term: str = ""
    """What readers see instead of the date, if anything."""
    about: str = ""
    work: WorkLink | None = None
    """None without a work, or where this edition does not show it."""
    ahead: bool = False
    """Whether it has yet to happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNews:
    """What became of a credit, or waits to become of it."""

    credit: LabelView
    level: str
    """Title of the credit level."""
    state: State
    date: Day | PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stride:
    """How far a learning target has come since the last conference."""

    target: LabelView
    before: str
    """Title of the level before; empty where none had been seen."""
    now: str
    date: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A learning target to turn to, and what helps at its level."""

    target: LabelView
    here: str
    """Title of the present level; empty where none has been seen."""
    step: str
    """Empty where the school says nothing about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalNews:
    """A goal and the newest look back at it."""

    title: str
    status: str
    note: str = ""
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenView:
    """A work that is shown at a conference."""

    title: str
    address: str
    language: str
    seconds: int
    """From the beginning of the five minutes to its turn."""
    summary: str = ""
    picture: MediaView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceView:
    """The agenda of a conference: the student's own points, and what this edition shows as new since the last one."""

    date: Day
    source: str
    ahead: bool
    """Whether it is today or later."""
    since: Day | None = None
    """Day of the conference before; None when it is the first."""
    agreed_before: tuple[str, ...] = ()
    """What was agreed on then."""
    points: tuple[str, ...] = ()
    chosen: tuple[ChosenView, ...] = ()
    """Works that the student shows, with what to ask about each: what five minutes are made of."""
    questions: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    text: str = ""
    text_line: int = 1
    works: tuple[WorkLink, ...] = ()
    earned: tuple[CreditNews, ...] = ()
    growth: tuple[Stride, ...] = ()
    recognitions: tuple[str, ...] = ()
    """What others acknowledged since, by title."""
    goals: tuple[GoalNews, ...] = ()
    under_way: tuple[CreditNews, ...] = ()
    """Credits that wait for the committee, or are being reworked."""
    next_steps: tuple[NextStep, ...] = ()
    milestones: tuple[MilestoneView, ...] = ()
    """Those that lie ahead, next one first."""
