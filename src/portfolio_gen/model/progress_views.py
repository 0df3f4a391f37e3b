"""What one edition shows of learning targets, badges, habits and courses: the way, rather than the credit at its end.

Like everything in a blueprint: filtered, raw, and all that exists for the renderer. Ratings on a modified scale are in
no view, and in no edition.
"""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.rating import RaterRole
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A level of a learning target, with what helps at it."""

    id: str
    title: str
    about: str = ""
    """Often an "I can" sentence."""
    value: str = ""
    """Its number, such as `2.5`, where the school uses numbers."""
    next_step: str = ""
    cannot_yet: str = ""
    can_already: str = ""
    activities: tuple[str, ...] = ()
    """A menu to choose from, for whoever works towards this level."""
    badge: str = ""
    aimed_for: bool = False
    """Whether it is the level that everybody is to reach."""
    here: bool = False
    """Whether it is the level at which the student stands."""
    since: Day | None = None
    """The day since when the student has stood at it or above; None while they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionView:
    """One side of a learning target, level by level."""

    title: str
    about: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    """Title of a level and what this side looks like there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenView:
    """How one kind of rater sees it at present."""

    rater: RaterRole
    level: str
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """One try: how somebody saw it, and what was planned after it."""

    date: Day
    level: str
    """Title of the level; empty where the evidence was not sufficient to see one."""
    rater: RaterRole
    by: tuple[str, ...] = ()
    """Names or roles of who rated, as this edition may tell them."""
    practice: bool = False
    """Whether it was formative."""
    counts: bool = False
    """Whether the present standing rests on it."""
    works: tuple[WorkLink, ...] = ()
    note: str = ""
    """What the rater tells the student, in Markdown."""
    plan: str = ""
    """What the student means to do before the next try, in their words."""
    steps: tuple[str, ...] = ()
    """Titles from the school's menu of what helps."""
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthView:
    """The way from the first level that was seen to the latest."""

    first: str
    first_date: Day
    latest: str
    latest_date: Day
    steps: int
    """Levels between the two."""
    path: tuple[tuple[Day, int], ...]
    """Day and place of the level (from 0, lowest) of each rating on the way, oldest first, for drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """A learning target with its page."""

    id: str
    title: str
    address: str
    """Its own page, such as `targets/argue/`."""
    state: TargetState
    because: str
    """The reason for the state, in one plain sentence."""
    about: str = ""
    draft: bool = False
    know: tuple[str, ...] = ()
    understand: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    levels: tuple[StepView, ...] = ()
    """Lowest first."""
    dimensions: tuple[DimensionView, ...] = ()
    works: tuple[WorkLink, ...] = ()
    """What the level rests on."""
    views: tuple[SeenView, ...] = ()
    """Side by side, never averaged."""
    attempts: tuple[AttemptView, ...] = ()
    """Newest first; none where this edition does not tell of them."""
    growth: GrowthView | None = None
    credit: LabelView | None = None
    domain: LabelView | None = None
    competency: LabelView | None = None
    phase: str = ""
    """Phase in which it usually is reached."""

    @property
    def here(self) -> StepView | None:
        """The level at which it stands, if there is one."""
        return next((one for one in self.levels if one.here), None)

    @property
    def aim(self) -> StepView:
        """The level that everybody is to reach."""
        return next(one for one in self.levels if one.aimed_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLink:
    """A learning target where something else is told, such as the credit that it counts for."""

    label: LabelView
    """With the address of its page."""
    state: TargetState
    level: str = ""
    """Title of the level at which it stands; empty where none is told."""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRatingView:
    """The level of a learning target that somebody sees in one piece of work."""

    target: LabelView
    """With the address of its page."""
    level: str
    """Title of the level; empty where the work was not sufficient to see one."""
    descriptor: str = ""
    """What the level means, often an "I can" sentence."""
    date: Day | None = None
    counts: bool = False
    """Whether the target's present standing rests on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """Learning targets that belong together: those of a domain, a competency, or neither."""

    label: LabelView
    targets: tuple[TargetView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeView:
    """The one badge that a student holds at present for a competency, and the way to the next."""

    competency: LabelView
    title: str
    """Name of the badge, such as `Trailblazer`."""
    level: str
    """Title of the level that it stands for."""
    about: str = ""
    place: int = 0
    """Place of the level, from 0."""
    of: int = 1
    """How many levels there are."""
    since: Day | None = None
    next_badge: str = ""
    """Empty at the highest."""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandView:
    """Where the student is learning in one strand, whatever their age or grade."""

    label: LabelView
    through: str = ""
    """Last phase up to which everything is reached; empty when it is none yet."""
    phase: str = ""
    """Phase that the student is working in; empty when all are reached."""
    gaps: tuple[LabelView, ...] = ()
    """Earlier learning targets still to be reached, in whichever year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BinderView:
    """What became of one learning target: taught, learned, mastered."""

    target: LabelView
    taught: tuple[Day, ...] = ()
    learned: Day | None = None
    mastered: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """Everything that an edition tells of learning targets; no number sums up across them."""

    groups: tuple[TargetGroup, ...]
    badges: tuple[BadgeView, ...] = ()
    strands: tuple[StrandView, ...] = ()
    binder: tuple[BinderView, ...] = ()
    """Empty where the school keeps none."""

    @property
    def targets(self) -> tuple[TargetView, ...]:
        """All targets, group by group."""
        return tuple(target for group in self.groups for target in group.targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitPicture:
    """How often each level of one habit was observed in one term; a picture, not a mean."""

    term: str
    habit: str
    counts: tuple[tuple[str, int], ...]
    """Title of the level and how often, lowest level first."""
    usual: str
    """Title of the level seen most often."""
    first: Day
    last: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """A course that the student took."""

    title: str
    term: str
    type: str = ""
    level: str = ""
    """Empty while it runs, or until it may be known."""
    product: WorkLink | None = None
    """The work that it ended in."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursesView:
    """The student's courses, apart from credits."""

    title: str
    about: str
    courses: tuple[CourseView, ...]
