"""Ratings of one criterion as a table with gaps: works down, scorers across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from portfolio_gen.model.calibration import Mark
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """All ratings of one criterion that can be compared."""

    criterion: str
    rows: Mapping[str, Mapping[str, int]]
    """Work to scorer to place of the level; only works with two ratings or more."""

    @property
    def scorers(self) -> tuple[str, ...]:
        """Everybody who has rated one of the works, by their ids."""
        return tuple(sorted({scorer for row in self.rows.values() for scorer in row}))

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each two ratings of the same work, once."""
        for row in self.rows.values():
            yield from combinations(row.values(), 2)


def sheets_of(marks: Iterable[Mark]) -> tuple[Sheet, ...]:
    """One sheet for each criterion that anybody has rated, in the order in which they are met."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for mark in marks:
        rows = found.setdefault(mark.criterion, {})
        rows.setdefault(mark.work, {})[mark.scorer] = mark.place
    return tuple(
        Sheet(criterion, {work: row for work, row in rows.items() if len(row) > 1})
        for criterion, rows in found.items()
    )
