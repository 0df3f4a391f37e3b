"""What the standings add up to: counts per domain, and of the credits that belong to none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from portfolio_gen.model.framework import Credit, Framework
from portfolio_gen.model.standing import DomainCount, Standing, State, TransferableCount


def by_domain(
    framework: Framework, credits: Sequence[Credit], standings: Sequence[Standing]
) -> tuple[DomainCount, ...]:
    """How many credits of each domain have been earned at each level."""
    offered, earned = _offered(framework, credits), _earned(standings)
    return tuple(
        DomainCount(
            domain=domain,
            earned=tuple((level.id, earned[level.id, domain.id]) for level in framework.levels),
            of=offered[domain.id],
        )
        for domain in framework.domains
    )


def transferable(
    framework: Framework, credits: Sequence[Credit], standings: Sequence[Standing]
) -> TransferableCount | None:
    """How many credits of no domain have been earned; None when there are none."""
    there = sum(one.domain is None for one in credits)
    earned = _earned(standings)
    by_level = tuple((level.id, earned[level.id, None]) for level in framework.levels)
    return TransferableCount(earned=by_level, of=there) if there else None


def _offered(framework: Framework, credits: Sequence[Credit]) -> Counter[str | None]:
    """Domain id to how many of its credits can be earned at the first level."""
    first = framework.levels[0].id if framework.levels else ""
    return Counter(one.domain for one in credits if not one.levels or first in one.levels)


def _earned(standings: Sequence[Standing]) -> Counter[tuple[str, str | None]]:
    """Level id and domain id to the count of earned credits."""
    return Counter(
        (one.level.id, one.credit.domain) for one in standings if one.state is State.EARNED
    )
