"""How long each part of a site took to make; for those who look for what is slow, never for a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Seconds per page and per original. Every moment counts once: for what is finished next."""

    def __init__(self) -> None:
        """Begin now."""
        self.seconds: dict[str, float] = {}
        self._since = perf_counter()
        self._aside = False

    def finished(self, what: str) -> None:
        """Something is finished, and nothing else was since whatever was finished before."""
        if not self._aside:
            now = perf_counter()
            self.seconds[what] = self.seconds.get(what, 0.0) + now - self._since
            self._since = now

    @contextmanager
    def aside(self, what: str) -> Iterator[None]:
        """Something else is made in the middle of a page, and counts for itself; parts of it count with it."""
        if self._aside:
            yield
            return
        self._aside, start = True, perf_counter()
        try:
            yield
        finally:
            took = perf_counter() - start
            self.seconds[what] = self.seconds.get(what, 0.0) + took
            self._since += took
            self._aside = False
