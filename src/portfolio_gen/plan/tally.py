"""The numbers that an edition may tell of a student, counted from what it shows and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.framework import CreditLevel
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.standing import RequirementStanding, Standings, State
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import ToldTarget, tells_requirement
from portfolio_gen.plan.transcript import due
from portfolio_gen.plan.words import Tally


def tally_up(
    sight: Sight,
    standings: Standings,
    credits: Sequence[CreditView],
    targets: Sequence[ToldTarget],
    works: int,
) -> Tally:
    """The numbers behind the sentences of the front page."""
    first, *beyond = sight.framework.levels
    states = {state: count_at(credits, first.id, state) for state in State}
    of = offered(sight, credits)
    counting = [one.state for one in _beside_credits(first, of, targets)]
    duty = next_due(sight, standings)
    everything = duty is not None and (
        duty.of == len(counting) and not of if duty.requirement.about_targets else duty.of == of
    )
    return Tally(
        level=first.title,
        earned=states[State.EARNED],
        of=of,
        beyond=tuple((level.title, count_at(credits, level.id, State.EARNED)) for level in beyond),
        works=works,
        waiting=states[State.PITCHED],
        reworked=states[State.NOT_YET],
        claimed=states[State.CLAIMED],
        due=due(sight, duty.requirement.due) if duty else "",
        due_for=duty.requirement.title if duty and not everything else "",
        policy=first.policy,
        targets=len(counting),
        reached=counting.count(TargetState.REACHED),
        rated=counting.count(TargetState.NOT_YET) + counting.count(TargetState.INSUFFICIENT),
    )


def _beside_credits(
    first: CreditLevel, of: int, targets: Iterable[ToldTarget]
) -> Sequence[ToldTarget]:
    """The targets that count; none where each simply is one of the credits, for the same is not told twice."""
    counting = [one for one in targets if not one.draft]
    behind = {one.target.credit for one in counting if one.target.credit}
    same = first.policy == "targets" and first.targets.at is None
    return () if same and len(behind) == len(counting) == of else counting


def offered(sight: Sight, credits: Iterable[CreditView]) -> int:
    """How many of the credits everybody is to earn: those of the framework's first level."""
    first = sight.framework.levels[0].id
    return sum(one.standings[0].level.id == first for one in credits)


def count_at(credits: Iterable[CreditView], level: str, state: State) -> int:
    """How many credits are shown in a state at a level."""
    return sum(
        one.level.id == level and one.state is state
        for credit in credits
        for one in credit.standings
    )


def next_due(sight: Sight, standings: Standings) -> RequirementStanding | None:
    """The unmet requirement whose phase ends first; of several, the framework's first."""
    phases = {one.id: place for place, one in enumerate(sight.framework.phases)}
    unmet = [
        one
        for one in standings.requirements
        if not one.met and one.requirement.due in phases and tells_requirement(sight, one)
    ]
    return min(unmet, key=lambda one: phases[one.requirement.due or ""], default=None)
