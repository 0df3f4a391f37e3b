"""Not every fault of a file that has thousands: whoever mends the first ones finds the others on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from portfolio_gen.diagnostics import Span

MOST_NAMED = 100
"""How many faults of one kind are named in one file; guessing what was meant takes a while for each."""


class Placed(Protocol):
    """Anything that stands somewhere."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


P = TypeVar("P", bound=Placed)


def few(faults: Iterable[P]) -> Iterator[P]:
    """The first faults of each file."""
    named: Counter[str] = Counter()
    for one in faults:
        named[one.span.path] += 1
        if named[one.span.path] <= MOST_NAMED:
            yield one
