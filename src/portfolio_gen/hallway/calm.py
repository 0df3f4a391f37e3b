"""How often Python searches for unreachable cycles during a build: seldom, for what is not needed goes by itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (20_000, 10, 10)
"""Thresholds of `gc`: Python's own (700 new values) let a build search hundreds of times, for a fifteenth of its time.

What pages leave in cycles meanwhile is a few megabytes.
"""


@contextmanager
def few_searches() -> Iterator[None]:
    """Search seldom for a while; afterwards as before."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def search_seldom() -> None:
    """Search seldom from now on, and never among what is there already: for a process that has only this to do.

    What is never searched is never written to, either, so that its memory stays shared with the process that it was
    copied from.
    """
    gc.freeze()
    gc.set_threshold(*SELDOM)
