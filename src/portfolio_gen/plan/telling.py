"""What an edition may tell of each learning target; whatever is made of targets is made of this."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.scale import Progression, ScaleLevel
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.standing import RequirementStanding, Standings
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.addresses import distinct
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.words import NOT_REACHED


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTarget:
    """A learning target as far as an edition may tell of it."""

    standing: TargetStanding
    """Everything there is; what may be told of it is beside it."""
    label: LabelView
    state: TargetState = TargetState.OPEN
    because: str = NOT_REACHED
    level: ScaleLevel | None = None
    """The level at which it stands; None where none is told."""
    lowest: int = 0
    """Place of the lowest level of which may be told since when it is held."""
    counted: tuple[Rating, ...] = ()
    """What the level rests on."""
    attempts: tuple[Rating, ...] = ()
    """All ratings, oldest first; none where attempts are not told."""

    @property
    def target(self) -> Target:
        """What it is about."""
        return self.standing.target

    @property
    def progression(self) -> Progression:
        """Its levels."""
        return self.standing.progression

    @property
    def draft(self) -> bool:
        """Whether the school is still trying it out."""
        return self.target.status == "draft"


def tell_targets(sight: Sight, standings: Standings) -> tuple[ToldTarget, ...]:
    """The learning targets that this edition tells of, in the framework's order; drafts only inside the school."""
    if not (standings.targets and _tells_progress(sight)):
        return ()
    inside = not sight.access.policy.needs_consent
    shown = [one for one in standings.targets if inside or one.target.status == "published"]
    labels = _labels(one.target for one in shown)
    return tuple(_told(sight, one, labels[one.target.id]) for one in shown)


def tells_attempts(sight: Sight) -> bool:
    """Whether this edition tells of the ratings of learning targets one by one."""
    return _tells_progress(sight) and sight.access.attempts


def tells_requirement(sight: Sight, standing: RequirementStanding) -> bool:
    """Whether this edition tells how far a requirement is met; of one about learning targets that it does not tell of,
    or about levels that are a part of the way, only that it is met.
    """
    asked = standing.requirement
    told = _tells_progress(sight) and (sight.access.attempts or asked.at is None)
    return standing.met or told or not asked.about_targets


def _tells_progress(sight: Sight) -> bool:
    return sight.access.policy.progress and "credits" in sight.access.shows


def _labels(targets: Iterable[Target]) -> dict[str, LabelView]:
    """Target id to its label, with a page wherever it can have one of its own."""
    known = {one.id: one for one in targets}
    paged = frozenset(distinct(known))
    return {
        name: LabelView(
            id=name,
            title=one.title,
            about=one.about or "",
            address=f"targets/{name}/" if name in paged else "",
        )
        for name, one in known.items()
    }


def _told(sight: Sight, standing: TargetStanding, label: LabelView) -> ToldTarget:
    """Everything where attempts are told; otherwise what has been reached, and nothing of the way there."""
    if not is_of_today(sight, standing):
        return ToldTarget(standing=standing, label=label)
    if sight.access.attempts:
        return ToldTarget(
            standing=standing,
            label=label,
            state=standing.state,
            because=standing.because,
            level=standing.level,
            counted=standing.counted,
            attempts=standing.attempts,
        )
    if standing.state is TargetState.REACHED and standing.level:
        return ToldTarget(
            standing=standing,
            label=label,
            state=standing.state,
            because=sentence("Reached: %(level)s.", level=standing.level.title),
            level=standing.level,
            lowest=standing.progression.aim,
            counted=standing.counted,
        )
    return ToldTarget(standing=standing, label=label)


def is_of_today(sight: Sight, standing: TargetStanding) -> bool:
    """Whether a standing rests only on what this edition may know today, whoever computed it."""
    return sight.access.policy.unreleased or all(
        one.released(sight.on) for one in standing.attempts
    )
