"""Beside the street: how far a committee's scorers agree. It sees ratings by scorer, never by student.

A room of its own, and not a part of `evaluate`: what is computed there becomes a student's standing, and nothing may be
averaged on the way. Here scorers are compared; differences are averaged over works, which says something about a reader
and nothing about whoever was read. No door leads from here to a standing.
"""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.calibrate.agreement import agree
from portfolio_gen.calibrate.difference import gaps_in, severities_in
from portfolio_gen.calibrate.sheet import Sheet, sheets_of
from portfolio_gen.model.calibration import Calibration, Mark

__all__ = ["calibrate"]


def calibrate(marks: Iterable[Mark]) -> Calibration:
    """The calibration report for the ratings of a session.

    Args:
        marks: ratings, at most one by each scorer for each criterion of each work; of several the last one counts.
            Works that only one person has rated are left out of everything that compares.
    """
    sheets: tuple[Sheet, ...] = sheets_of(marks)
    return Calibration(
        agreements=tuple(agree(one) for one in sheets),
        severities=severities_in(sheets),
        gaps=gaps_in(sheets),
        works=len({work for one in sheets for work in one.rows}),
    )
