"""How far each requirement is met, by credits or by learning targets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from portfolio_gen.model.framework import Credit, Framework
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.standing import RequirementStanding, Standing, State


def by_requirement(
    framework: Framework,
    credits: Sequence[Credit],
    standings: Sequence[Standing],
    targets: Sequence[TargetStanding],
) -> tuple[RequirementStanding, ...]:
    """How far each requirement of the framework is met."""
    earned: dict[str, set[str]] = {level.id: set() for level in framework.levels}
    for one in standings:
        if one.state is State.EARNED:
            earned[one.level.id].add(one.credit.id)
    first = framework.levels[0].id if framework.levels else ""
    return tuple(
        _by_targets(one, targets)
        if one.about_targets
        else _by_credits(one, one.level or first, credits, earned.get(one.level or first, ()))
        for one in framework.requirements
    )


def _by_credits(
    requirement: Requirement, level: str, credits: Sequence[Credit], earned: Collection[str]
) -> RequirementStanding:
    asked = [
        one.id
        for one in credits
        if requirement.domain in (None, one.domain)
        and (not requirement.credits or one.id in requirement.credits)
        and (not one.levels or level in one.levels)
    ]
    return _standing(requirement, asked, {one for one in asked if one in earned})


def _by_targets(requirement: Requirement, targets: Sequence[TargetStanding]) -> RequirementStanding:
    asked = {one.target.id: one for one in _asked(requirement, targets)}
    return _standing(
        requirement,
        list(asked),
        {name for name, one in asked.items() if one.stands_at(requirement.at)},
    )


def _asked(requirement: Requirement, targets: Sequence[TargetStanding]) -> Iterator[TargetStanding]:
    for one in targets:
        named = requirement.targets in ("all", ()) or one.target.id in requirement.targets
        in_phase = not requirement.phases or one.target.phase in requirement.phases
        in_domain = requirement.domain in (None, one.target.domain)
        if named and in_phase and in_domain and one.target.status == "published":
            yield one


def _standing(
    requirement: Requirement, asked: Sequence[str], have: Collection[str]
) -> RequirementStanding:
    wanted = len(asked) if requirement.count == "all" else requirement.count
    return RequirementStanding(
        requirement=requirement,
        met=len(have) >= wanted,
        earned=len(have),
        of=wanted,
        missing=tuple(one for one in asked if one not in have),
    )
