"""What daily or weekly observations of habits show, term by term; never mixed with credits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.habits import Habit
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import HabitSummary
from portfolio_gen.model.scale import Scale


class _Sight(NamedTuple):
    date: Day
    level: str


def habit_summaries(framework: Framework, ledger: Ledger | None) -> tuple[HabitSummary, ...]:
    """Each habit in each term in which it was observed, by terms as they began, then by habits."""
    habits = framework.habits
    scale = next((one for one in framework.scales if habits and one.id == habits.scale), None)
    if habits is None or scale is None or ledger is None or not ledger.observations:
        return ()
    known = {one.id for one in scale.levels}
    seen: dict[str, dict[str, list[_Sight]]] = {}
    for one in sorted(ledger.observations, key=lambda one: one.date):
        for habit, level in one.levels.items():
            if level in known:
                sights = seen.setdefault(one.term, {}).setdefault(habit, [])
                sights.append(_Sight(one.date, level))
    return tuple(
        _summary(habit, term, by_habit[habit.id], scale)
        for term, by_habit in seen.items()
        for habit in habits.strands
        if habit.id in by_habit
    )


def _summary(habit: Habit, term: str, seen: Sequence[_Sight], scale: Scale) -> HabitSummary:
    counts = Counter(one.level for one in seen)
    usual = _usual(counts, (one.level for one in reversed(seen)))
    return HabitSummary(
        habit=habit,
        term=term,
        counts=tuple((level, counts[level.id]) for level in scale.levels),
        usual=next(level for level in scale.levels if level.id == usual),
        first=seen[0].date,
        last=seen[-1].date,
    )


def _usual(counts: Counter[str], newest_first: Iterable[str]) -> str:
    most = max(counts.values())
    return next(level for level in newest_first if counts[level] == most)
