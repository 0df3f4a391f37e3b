"""What one edition shows of credits: where each stands, what was decided, and what claims it."""

from __future__ import annotations

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.progress_views import TargetLink
from portfolio_gen.model.standing import State
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """A criterion and the level that a committee (or the student) found."""

    criterion: str
    level: str
    descriptor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricView:
    """The rubric by which something is judged."""

    title: str
    made_with: str = ""
    """Who wrote it together with the school."""
    made: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """Something that helps to get from one try to the next."""

    title: str
    about: str = ""
    chosen: bool = False
    """Whether the student means to do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardView:
    """What a student can do after a "not yet"; it holds no count of anything."""

    above: tuple[RatingView, ...] = ()
    """For each criterion the next level and what it looks like; nothing where there is none above."""
    steps: tuple[StepView, ...] = ()
    """The school's menu."""
    plan: str = ""
    """What the student means to do, as the school has noted it."""
    goal: str = ""
    """The student's own goal on the way there."""
    promises: tuple[str, ...] = ()
    """What that goal says they will do."""
    until: Day | None = None
    """When they mean to try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A committee's decision as readers see it."""

    date: Day
    level: str
    """Title of the credit level."""
    earned: bool
    committee: tuple[str, ...]
    """Names of those who decided."""
    ratings: tuple[RatingView, ...] = ()
    feedback: str = ""
    """Markdown by the committee."""
    verdict: str = ""
    """The outcome in the committee's own words, where it has any."""
    strong: str = ""
    """Markdown by the committee: what was strong."""
    missing: str = ""
    """Markdown by the committee: what is missing."""
    onward: OnwardView | None = None
    """What comes next, where that is the student's and the decision is a "not yet" that stands."""
    works: tuple[WorkLink, ...] = ()
    counts: bool = True
    """Whether it is the decision that counts now, or was superseded."""
    sealed: str = ""
    """SHA-256, in hexadecimal, of the digests of the works as the committee saw them, one a line, sorted; empty when
    none is on record. It tells nothing of the works, and shows whether they are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """Where the student stands in a credit at one level."""

    level: LabelView
    state: State
    because: str
    date: Day | PartialDate | None = None
    works: tuple[WorkLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """A credit with everything this edition may tell of it."""

    id: str
    title: str
    domain: LabelView
    competency: LabelView | None
    about: str
    address: str
    """Its own page, such as `credits/communication/academics/`."""
    standings: tuple[StandingView, ...]
    """The first of its levels always, further ones once something has happened at them."""
    beyond: bool = False
    """Whether even its first level goes beyond the one that everybody is to reach."""
    decisions: tuple[DecisionView, ...] = ()
    """All decisions, newest first."""
    rubric: RubricView | None = None
    targets: tuple[TargetLink, ...] = ()
    """Its learning targets, where this edition tells of them."""
    usually: str = ""
    """Phase in which it is usually earned, such as `grade 11`; empty where framework or edition do not tell."""

    @property
    def short(self) -> str:
        """What to call it beside its domain: where the two meet in a grid, by its competency alone."""
        meets = self.competency and self.id == f"{self.competency.id}/{self.domain.id}"
        return self.competency.title if self.competency and meets else self.title

    @property
    def mark(self) -> str:
        """The one mark that the credit picture shows: `advanced`, `earned`, or a state."""
        first, *further = self.standings
        going_beyond = self.standings if self.beyond else further
        if any(one.state is State.EARNED for one in going_beyond):
            return "advanced"
        return first.state.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """What a piece of work claims and what became of it."""

    credit: CreditView
    standing: StandingView | None
    """None when the edition shows only what has been earned, and this has not."""
    level: LabelView
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row of the credit picture: a competency across all domains."""

    label: LabelView
    cells: tuple[CreditView | None, ...]
    """One per domain, in their order; None where there is no such credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementView:
    """A requirement and how far it is met."""

    title: str
    met: bool
    earned: int
    of: int
    due: str = ""
    """Such as `by the end of grade 11`."""
