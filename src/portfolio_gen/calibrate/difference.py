"""What lies between scorers of the same work: each one's distance from the others, and the widest gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from portfolio_gen.calibrate.sheet import Sheet
from portfolio_gen.model.calibration import Gap, Severity

WIDE = 2
"""Levels between scorers from which they should talk about a work."""


def severities_in(sheets: Iterable[Sheet]) -> tuple[Severity, ...]:
    """Each scorer's mean difference to the others on the same criteria of the same works, in levels.

    It is told beside those others alone: somebody who always sat with two strict colleagues looks mild. It is no
    rank, and no measure of who is right.
    """
    found: dict[str, list[tuple[str, Fraction]]] = {}
    for sheet in sheets:
        for work, scorer, levels in _differences(sheet):
            found.setdefault(scorer, []).append((work, levels))
    return tuple(
        Severity(
            scorer=scorer,
            levels=sum((levels for _, levels in found[scorer]), Fraction()) / len(found[scorer]),
            ratings=len(found[scorer]),
            works=len({work for work, _ in found[scorer]}),
        )
        for scorer in sorted(found)
    )


def _differences(sheet: Sheet) -> Iterator[tuple[str, str, Fraction]]:
    """For each rating its work, its scorer and how far it lies from the mean of the others' ratings."""
    for work, row in sheet.rows.items():
        together = sum(row.values())
        for scorer, place in row.items():
            yield work, scorer, place - Fraction(together - place, len(row) - 1)


def gaps_in(sheets: Iterable[Sheet]) -> tuple[Gap, ...]:
    """Works with two levels or more between scorers, the widest first, then in the order of the criteria."""
    found = [
        Gap(
            criterion=sheet.criterion,
            work=work,
            places=tuple(sorted(row.items(), key=lambda one: (one[1], one[0]))),
        )
        for sheet in sheets
        for work, row in sheet.rows.items()
        if max(row.values()) - min(row.values()) >= WIDE
    ]
    return tuple(sorted(found, key=lambda one: -one.levels))
