"""When it is time to look back at a goal."""

from __future__ import annotations

from typing import Any

import pytest

from nouns import day
from portfolio_gen.model.student import CheckIn, Goal


def goal(*dates: str, planned: str = "", **changes: Any) -> Goal:
    looks = tuple(CheckIn(date=day(one), note="So far, so good.") for one in dates)
    next_check_in = day(planned) if planned else None
    return Goal(title="Sleep", check_ins=looks, next_check_in=next_check_in, **changes)


@pytest.mark.parametrize(
    ("looked", "day_of_next"),
    [
        (goal(), None),
        (goal(planned="2026-12-01"), "2026-12-01"),
        (goal("2026-10-01", planned="2026-10-15"), "2026-10-15"),
        (goal("2026-10-01"), "2026-10-31"),
        (goal("2026-10-20", "2026-09-01"), "2026-11-19"),
        (goal("2026-10-20", planned="2026-10-15"), "2026-11-19"),
        (goal("2026-10-01", planned="2026-12-01", status="reached"), None),
        (goal("2026-10-01", status="let go"), None),
    ],
)
def test_the_next_look_back(looked: Goal, day_of_next: str | None) -> None:
    """As planned; once that has happened, or where nothing was, a month after the last; never of what is closed."""
    assert (str(looked.look_back) if looked.look_back else None) == day_of_next
