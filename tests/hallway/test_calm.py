"""A build searches seldom for cycles, and leaves Python as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from portfolio_gen.hallway.calm import SELDOM, few_searches


@pytest.fixture(autouse=True)
def pythons_own() -> Iterator[None]:
    """A command that ran in this process has left its own thresholds."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_searches_are_seldom_for_a_while_whatever_happens() -> None:
    before = gc.get_threshold()

    with few_searches():
        assert gc.isenabled()
        assert gc.get_threshold() == SELDOM != before
    with pytest.raises(KeyError), few_searches():
        raise KeyError

    assert gc.get_threshold() == before
