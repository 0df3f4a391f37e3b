"""What the standings add up to: counts per domain, and how far each requirement is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from portfolio_gen.model.framework import Credit, Framework, Requirement
from portfolio_gen.model.standing import DomainCount, RequirementStanding, Standing, State


def by_domain(
    framework: Framework, credits: Iterable[Credit], standings: Iterable[Standing]
) -> tuple[DomainCount, ...]:
    """How many credits of each domain have been earned at each level."""
    offered = Counter(one.domain for one in credits)
    earned = _earned(standings)
    return tuple(
        DomainCount(
            domain=domain,
            earned=tuple((level.id, earned[level.id, domain.id]) for level in framework.levels),
            of=offered[domain.id],
        )
        for domain in framework.domains
    )


def by_requirement(
    framework: Framework, credits: Iterable[Credit], standings: Iterable[Standing]
) -> tuple[RequirementStanding, ...]:
    """How far each requirement of the framework is met."""
    offered = Counter(one.domain for one in credits)
    earned = _earned(standings)
    return tuple(_standing(one, offered, earned) for one in framework.requirements)


def _standing(
    requirement: Requirement, offered: Counter[str], earned: Counter[tuple[str, str]]
) -> RequirementStanding:
    domains = offered if requirement.domain is None else (requirement.domain,)
    have = sum(earned[requirement.level, domain] for domain in domains)
    exist = sum(offered[domain] for domain in domains)
    wanted = exist if requirement.count == "all" else requirement.count
    return RequirementStanding(requirement=requirement, met=have >= wanted, earned=have, of=wanted)


def _earned(standings: Iterable[Standing]) -> Counter[tuple[str, str]]:
    """Level id and domain id to the count of earned credits."""
    return Counter(
        (one.level.id, one.credit.domain) for one in standings if one.state is State.EARNED
    )
