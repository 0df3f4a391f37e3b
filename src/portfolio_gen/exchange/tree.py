"""Any list of who stands under whom as a tree: without circles, with one parent each, in an order."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from portfolio_gen.model.value import dataclass

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Place(Generic[K]):
    """Where an entry of a tree stands."""

    key: K
    parent: K | None
    depth: int
    """From 1."""


@dataclass(frozen=True, slots=True)
class Tree(Generic[K]):
    """A tree, and where the list that it was made of was none."""

    places: tuple[Place[K], ...]
    """Each after its parent, brothers in their order."""
    circles: tuple[tuple[K, ...], ...]
    """Entries that stood under one another; the first of each stands at the top now."""


def grow(parents: Mapping[K, K | None], order: Mapping[K, Any]) -> Tree[K]:
    """Make a tree.

    Args:
        parents: entry to the one it stands under, None at the top; all of them are entries.
        order: entry to what brothers are sorted by.
    """
    circles = _circles(parents)
    cut = {circle[0] for circle in circles}
    children: dict[K | None, list[K]] = {}
    for key, parent in parents.items():
        children.setdefault(None if key in cut else parent, []).append(key)
    for brothers in children.values():
        brothers.sort(key=order.__getitem__)
    return Tree(tuple(_walk(children)), circles)


def _circles(parents: Mapping[K, K | None]) -> tuple[tuple[K, ...], ...]:
    """Each circle once, beginning with its entry that comes first."""
    place = {key: number for number, key in enumerate(parents)}
    done: set[K] = set()
    found: list[tuple[K, ...]] = []
    for start in parents:
        path: dict[K, None] = {}
        key: K | None = start
        while key is not None and key not in done and key not in path:
            path[key] = None
            key = parents[key]
        if key is not None and key in path:
            steps = list(path)
            circle = steps[steps.index(key) :]
            numbers = [place[one] for one in circle]
            first = numbers.index(min(numbers))
            found.append((*circle[first:], *circle[:first]))
        done.update(path)
    return tuple(found)


def _walk(children: Mapping[K | None, Sequence[K]]) -> list[Place[K]]:
    """All entries from the top; without recursion, for a tree may be as deep as it is large."""
    places: list[Place[K]] = []
    waiting = [Place(key, None, 1) for key in reversed(children.get(None, ()))]
    while waiting:
        place = waiting.pop()
        places.append(place)
        below = reversed(children.get(place.key, ()))
        waiting.extend(Place(key, place.key, place.depth + 1) for key in below)
    return places
