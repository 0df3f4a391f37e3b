"""The arithmetic of docs/scale.md, with costs that can be multiplied in one's head."""

from __future__ import annotations

import pytest

from scale import Assumed, Costs, Need, Prices, costs, dollars, duration, number, size
from table import COMPARISONS, QUICK

COST = Costs(
    page=0.01,
    picture=1,
    unchanged=0.002,
    start=0.5,
    page_bytes=10_000,
    picture_bytes=500_000,
    listed=4_000,
    parent=100e6,
    growth=10_000,
    worker=50e6,
    site=40,
)
ASSUMED = Assumed(photographs=10, photograph_mb=2, films_mb=30, editions=2, active=0.1, days=20)
NEED = Need(1_000, 2, COST, ASSUMED, Prices())


def test_what_there_is() -> None:
    assert NEED.sites == 2_000
    assert NEED.pages == 80_000
    assert NEED.files == 80_000 + 2_000 * (30 + 2 + 2)
    assert NEED.originals == 1_000 * 50e6
    assert NEED.kept == 1_000 * 10 * 500_000
    assert NEED.published == 80_000 * 10_000 + 2_000 * (10 * 500_000 + 30e6)


def test_how_long_it_takes() -> None:
    assert NEED.cold == 80_000 * 0.01 + 10_000
    assert NEED.looking == 2 * 0.5 + 1_000 * 0.002
    assert NEED.day == NEED.looking + 100 * (2 * 40 * 0.01 + 2)


def test_more_processors_help_until_one_process_cannot_keep_up() -> None:
    assert NEED.hours(NEED.cold, 2, NEED.sites) == duration(NEED.cold / 2)
    assert NEED.hours(NEED.cold, 10_000, NEED.sites) == duration(2_000 / 2 * 0.05)


def test_memory_and_lists_are_one_schools() -> None:
    assert NEED.memory == 100e6 + 500 * 10_000 + 2 * 50e6
    assert NEED.listed == 1_000 * 4_000


def test_money_is_what_is_used_times_its_price() -> None:
    money = NEED.money
    assert money["storage"] == pytest.approx((50e9 + 5e9 + NEED.published) / 1e9 * 0.025)
    assert money["builds of every school day"] == pytest.approx(20 * NEED.day / 3600 * 0.05)
    assert money["uploads"] == pytest.approx(20 * 100 * 2 * 17 / 1e6 * 5)
    assert money["visitors"] == pytest.approx(1_000 * 50 * 0.003 * 0.09)


def test_costs_are_taken_from_what_was_measured() -> None:
    figures = {
        one.key: {"portfolio-gen": 10.0, "peer": 8.0 if one.peer else None} for one in COMPARISONS
    }
    figures["start.wall"]["portfolio-gen"] = 4.0
    found = costs({"figures": figures, "sizes": vars(QUICK)})
    assert found.page == 0.01
    assert found.unchanged == 6 / QUICK.large
    # A site of 8 works has 24 pages; what is left of ten seconds is for 16 photographs.
    assert found.picture == pytest.approx((10 - 24 * 0.01) / 16)
    assert found.growth == pytest.approx(2e6 / (QUICK.large - QUICK.small))
    assert found.parent == pytest.approx(8e6 - QUICK.small * found.growth)


def test_amounts_are_said_with_two_digits() -> None:
    assert [number(one) for one in (7, 1234, 56_789, 1_234_567)] == [
        "7",
        "1,200",
        "57,000",
        "1.2 million",
    ]
    assert [size(one) for one in (900, 12.3e6, 1.26e9, 34e12)] == [
        "1 KB",
        "12 MB",
        "1.3 GB",
        "34 TB",
    ]
    assert [duration(one) for one in (1.234, 119, 120, 7200, 172_800)] == [
        "1.2 s",
        "120 s",
        "2 min",
        "2 h",
        "2 days",
    ]
    assert [dollars(one) for one in (0.004, 9.5, 1234)] == ["$0.00", "$9.50", "$1,200"]
