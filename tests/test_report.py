"""How a build measures itself."""

from __future__ import annotations

import pytest

from portfolio_gen import report
from portfolio_gen.report import Stopwatch


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A time that stands still unless a test moves it."""
    found = [50.0]
    monkeypatch.setattr(report.time, "perf_counter", lambda: found[0])
    return found


def test_a_stage_within_a_stage_counts_for_itself_alone(now: list[float]) -> None:
    watch = Stopwatch()
    with watch.stage("sites"):
        now[0] += 1
        with watch.stage("plan"):
            now[0] += 2
        with watch.stage("publish"):
            now[0] += 4
            with watch.stage("plan"):
                now[0] += 8
        now[0] += 16
    with watch.stage("plan"):
        now[0] += 32

    assert watch.seconds == {"plan": 42, "publish": 4, "sites": 17}


def test_a_stage_that_ends_in_trouble_is_measured_too(now: list[float]) -> None:
    watch = Stopwatch()
    with pytest.raises(OSError, match="full"), watch.stage("sites"):
        now[0] += 3
        raise OSError("full")

    assert watch.seconds == {"sites": 3}
