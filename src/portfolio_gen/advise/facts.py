"""What is known about a student, looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from portfolio_gen.model.advice import Gap
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.standing import Standing, Standings, State
from portfolio_gen.model.value import dataclass

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A framework and a student's standings in it, ready for looking up."""

    framework: Framework
    credits: Mapping[tuple[str, str], Standing]
    """Credit id and level id to standing."""
    targets: Mapping[str, TargetStanding]
    """Target id to standing."""
    earned: Mapping[str, tuple[Standing, ...]]
    """Slug of a work to the credits that it earned."""
    reached: Mapping[str, tuple[TargetStanding, ...]]
    """Slug of a work to the targets that were reached with it."""

    def state(self, credit: Credit, level: str) -> State:
        """Where a credit stands at a level."""
        standing = self.credits.get((credit.id, level))
        return standing.state if standing else State.OPEN

    def is_next(self, gap: Gap) -> bool:
        """Whether nothing else is normally earned first."""
        if not (isinstance(gap.about, Credit) and isinstance(gap.level, CreditLevel)):
            return True
        before = gap.level.builds_on
        return before is None or self.state(gap.about, before) is State.EARNED

    def open_targets(self, credit: Credit, level: CreditLevel) -> tuple[TargetStanding, ...]:
        """The credit's published learning targets that do not stand as high as the level asks."""
        return tuple(
            one
            for one in self.targets.values()
            if one.target.credit == credit.id
            and one.target.status == "published"
            and not one.stands_at(level.targets.at)
        )


def facts_of(framework: Framework, standings: Standings) -> Facts:
    """The facts about the student whose standings these are."""
    earned = [one for one in standings.credits if one.state is State.EARNED]
    reached = [one for one in standings.targets if one.state is TargetState.REACHED]
    return Facts(
        framework=framework,
        credits={(one.credit.id, one.level.id): one for one in standings.credits},
        targets={one.target.id: one for one in standings.targets},
        earned=_by_work((work, one) for one in earned for work in one.evidence),
        reached=_by_work((work, one) for one in reached for work in one.evidence),
    )


def _by_work(pairs: Iterable[tuple[str, Value]]) -> Mapping[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for work, value in pairs:
        groups.setdefault(work, []).append(value)
    return {work: tuple(values) for work, values in groups.items()}
