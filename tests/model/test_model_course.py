"""When the level of a course may be seen outside the school."""

from __future__ import annotations

import pytest

from nouns import day
from portfolio_gen.model.course import Course, Courses


@pytest.mark.parametrize(
    ("hidden", "release", "shown"),
    [
        (False, None, True),
        (False, "2026-11-22", True),
        (False, "2026-11-23", False),
        (True, None, False),
        (True, "2026-11-22", True),
        (True, "2026-11-23", False),
    ],
)
def test_a_hidden_level_waits_for_its_day(hidden: bool, release: str | None, shown: bool) -> None:
    course = Course(title="Geometry", term="2026 fall", release=day(release) if release else None)

    assert Courses(hidden=hidden).shows_level(course, day("2026-11-22")) is shown
