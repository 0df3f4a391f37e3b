"""All that can be told to be wrong before anything is made: checks, records, and the words that a school asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.hallway.records import record_troubles
from portfolio_gen.hallway.wording import wording_troubles
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School


def judge(
    school: School,
    on: Day,
    digest_of: Callable[[Path], str],
    students: frozenset[str] | None = None,
) -> tuple[Diagnostic, ...]:
    """What is wrong with a school, in no order.

    Args:
        school: as it was read.
        on: the day on which consents hold and decisions are released.
        digest_of: SHA-256 of a file.
        students: ids of those whose records are looked at; None for everybody.
    """
    return (
        *check_school(school, on=on),
        *record_troubles(school, on, digest_of, students),
        *wording_troubles(school),
    )
