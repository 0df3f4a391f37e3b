"""What a committee alone is shown of a pitch: the work as it was handed in, and what there is to score."""

from __future__ import annotations

from typing import Literal

from portfolio_gen.model.credit_views import ClaimView, RubricView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import ArtifactView


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A level of a rubric's scale, and what it means for one criterion."""

    id: str
    title: str
    descriptor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One thing that is looked for."""

    id: str
    title: str
    about: str
    steps: tuple[StepView, ...]
    """Lowest first."""
    own: str = ""
    """Id of the level at which the student sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """What there is to score about one credit that the pitch claims."""

    claim: ClaimView
    rubric: RubricView | None
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """What a committee may say at the end, in the school's words."""

    id: str
    title: str
    means: Literal["earned", "not-yet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerView:
    """A member who may fill in the form, or may not."""

    id: str
    name: str
    role: str = ""
    barred: bool = False
    """Whether a conflict of interest is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingView:
    """The session in which a pitch is heard."""

    title: str
    date: Day
    address: str
    """Relative to the edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierView:
    """The same case as it was made before."""

    title: str
    date: Day
    text: str
    """Markdown by the student."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingView:
    """A pitch as it lies before the committee."""

    student: str
    """Id of the student, as ballots name them."""
    digest: str
    """Of everything that was handed in; ballots name it."""
    submitted: Day
    intact: bool
    """Whether what was frozen is still what was frozen."""
    works: tuple[ArtifactView, ...]
    """As they were handed in."""
    my_part: str = ""
    group: tuple[str, ...] = ()
    """Names of the others who pitch the same work."""
    sheets: tuple[SheetView, ...] = ()
    """What is still to be decided; nothing once all of it is."""
    outcomes: tuple[OutcomeView, ...] = ()
    reviewers: tuple[ReviewerView, ...] = ()
    scored: tuple[str, ...] = ()
    """Names of those whose ballots are on file; what they wrote stays unseen until the committee has decided."""
    awaited: tuple[str, ...] = ()
    """Names of those who sit in the session and have not scored yet."""
    quorum: int = 0
    session: SittingView | None = None
    earlier: tuple[EarlierView, ...] = ()
    """Earlier pitches for the same credits, newest first."""
