"""Where a site's time went: every moment counts once, and pictures apart from the page that shows them."""

from __future__ import annotations

import pytest

from portfolio_gen.render import clock
from portfolio_gen.render.clock import Clock


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still unless a test moves it."""
    now = [100.0]
    monkeypatch.setattr(clock, "perf_counter", lambda: now[0])
    return now


def test_what_is_finished_took_the_time_since_the_last_one(time: list[float]) -> None:
    one = Clock()
    time[0] += 2
    one.finished("index.html")
    time[0] += 3
    one.finished("a/index.html")

    assert one.seconds == {"index.html": 2, "a/index.html": 3}


def test_what_is_made_in_between_counts_for_itself_and_with_all_its_parts(
    time: list[float],
) -> None:
    one = Clock()
    time[0] += 1
    with one.aside("film.mp4"):
        time[0] += 5
        one.finished("media/film.mp4")
        with one.aside("film.vtt"):
            time[0] += 1
    time[0] += 1
    one.finished("index.html")
    time[0] += 4
    one.finished("a/index.html")

    assert one.seconds == {"film.mp4": 6, "index.html": 2, "a/index.html": 4}


def test_what_goes_wrong_took_its_time_too(time: list[float]) -> None:
    one = Clock()
    with pytest.raises(ValueError, match="broken"), one.aside("moon.jpg"):
        time[0] += 5
        raise ValueError("broken")
    one.finished("index.html")

    assert one.seconds == {"moon.jpg": 5, "index.html": 0}
