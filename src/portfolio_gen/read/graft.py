"""One tree laid over another: what has the same id is merged, and each value is known to stand where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from portfolio_gen.diagnostics import Span
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.tree import Entry, Items, Keys, Node, Scalar, Tree

DROP = "drop"
"""An entry with this key takes away the entry below that has the same id."""

_BELOW = 1 << 32
"""Positions from here on belong to the tree below; no file is as long."""


@dataclass(frozen=True, slots=True)
class Grafted(Tree):
    """A tree in which some values come from another file."""

    below: Tree | None = None

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of text, in the file where it was written."""
        if self.below and start >= _BELOW:
            return self.below.span(start - _BELOW, end - _BELOW)
        # Without `super()`, which a class with slots that is made twice does not find.
        return Tree.span(self, start, end)


def graft(above: Tree, below: Tree) -> Grafted:
    """Lay one tree over another.

    Groups of keys are merged key by key, and lists whose entries have ids entry by entry, in the order of the tree
    below with what is new at the end. Any other value replaces the one below, and an empty one takes it away. An entry
    `{id: …, drop: true}` takes away the entry with that id.
    """
    root = _merge_keys(above.root, _shift_keys(below.root))
    return Grafted(root, above.path, above.text, above.line_starts, above.first_line, below)


def dropped_in_vain(node: Node) -> Iterator[tuple[Scalar, tuple[str, ...]]]:
    """The id of each entry that was to be taken away and was not there, with the ids that are in its list."""
    if isinstance(node, Keys):
        for entry in node.entries.values():
            yield from dropped_in_vain(entry.value)
    if isinstance(node, Items):
        known = tuple(name for one in node.values if not _drops(one) and (name := _id(one)))
        for one in node.values:
            if _drops(one) and isinstance(one, Keys) and _id(one):
                yield cast("Scalar", one.entries["id"].value), known
            else:
                yield from dropped_in_vain(one)


def _merge(above: Node, below: Node) -> Node:
    if isinstance(above, Keys) and isinstance(below, Keys):
        return _merge_keys(above, below)
    if isinstance(above, Items) and isinstance(below, Items):
        return _merge_items(above, below)
    return above


def _merge_keys(above: Keys, below: Keys) -> Keys:
    entries = dict(below.entries)
    for name, entry in above.entries.items():
        known = entries.get(name)
        entries[name] = Entry(entry.key, _merge(entry.value, known.value)) if known else entry
    return Keys(above.start, above.end, entries)


def _merge_items(above: Items, below: Items) -> Items:
    if not all(map(_id, (*above.values, *below.values))):
        return above
    merged: list[Node | None] = list(below.values)
    places = {_id(one): place for place, one in enumerate(below.values)}
    for one in above.values:
        # Once only: an id that is given twice above stays there twice, to be complained about.
        place = places.pop(_id(one), None)
        if place is None:
            merged.append(one)
        else:
            merged[place] = None if _drops(one) else _merge(one, below.values[place])
    return Items(above.start, above.end, [one for one in merged if one is not None])


def _id(node: Node) -> str:
    """What an entry of a list is called; empty when it has no name."""
    entry = node.entries.get("id") if isinstance(node, Keys) else None
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""


def _drops(node: Node) -> bool:
    entry = node.entries.get(DROP) if isinstance(node, Keys) else None
    return entry is not None and isinstance(entry.value, Scalar) and entry.value.text == "true"


def _shift(node: Node) -> Node:
    if isinstance(node, Keys):
        return _shift_keys(node)
    start, end = node.start + _BELOW, node.end + _BELOW
    if isinstance(node, Items):
        return Items(start, end, [_shift(one) for one in node.values])
    return node._replace(start=start, end=end)


def _shift_keys(node: Keys) -> Keys:
    entries = {
        name: Entry(
            entry.key._replace(start=entry.key.start + _BELOW, end=entry.key.end + _BELOW),
            _shift(entry.value),
        )
        for name, entry in node.entries.items()
    }
    return Keys(node.start + _BELOW, node.end + _BELOW, entries)
