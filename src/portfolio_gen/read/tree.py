"""What stands in a YAML file, as written: texts, lists and keys, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.value import dataclass


class Scalar(NamedTuple):
    """A text; every value is one until the schema says what it means."""

    start: int
    """Index of its first character in the text that was parsed."""
    end: int
    """Index behind its last character."""
    text: str
    plain: bool
    """Whether it was written without quotes and not as a block."""

    @property
    def absent(self) -> bool:
        """Whether nothing was written, or `~`."""
        return self.plain and self.text in {"", "~"}


class Items(NamedTuple):
    """A list."""

    start: int
    end: int
    values: list[Node]


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Keys(NamedTuple):
    """A group of keys with values."""

    start: int
    end: int
    entries: dict[str, Entry]


Node: TypeAlias = Scalar | Items | Keys
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


_NULLS = frozenset({"null", "Null", "NULL"})


def plain(node: Node) -> Plain:
    """The bare values of a node: texts, lists, dictionaries, and None where nothing was written."""
    if isinstance(node, Scalar):
        if node.absent:
            return None
        return Null(node.text) if node.plain and node.text in _NULLS else node.text
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


class Null(str):
    """The word `null` without quotes: nothing where a value may be absent, and a text elsewhere."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of one file, or of its front matter, with the means to say where each value stands."""

    root: Keys
    path: str
    text: str
    """What it grew from."""
    line_starts: tuple[int, ...]
    """Index of the first character of each line."""
    first_line: int = 1
    """Line of the file on which the parsed text begins."""

    def span(self, start: int, end: int) -> Span:
        """The place of a stretch of the parsed text."""
        line = bisect_right(self.line_starts, start)
        end_line = bisect_right(self.line_starts, max(end - 1, start))
        return Span(
            self.path,
            line + self.first_line - 1,
            start - self.line_starts[line - 1] + 1,
            end_line + self.first_line - 1,
            end - self.line_starts[end_line - 1] + 1,
        )

    def node_at(self, keys: KeyPath) -> Node | None:
        """The value at a key path, if it is written down."""
        node: Node = self.root
        for key in keys:
            found = _step(node, key)
            if found is None:
                return None
            node = found
        return node

    def value_span(self, keys: KeyPath) -> Span | None:
        """The place of the value at a key path, if it is written down."""
        node = self.node_at(keys)
        return None if node is None else self.span(node.start, node.end)

    def key_span(self, keys: KeyPath) -> Span | None:
        """The place of the last key of a key path, if it is written down."""
        holder = self.node_at(keys[:-1]) if keys else None
        if not isinstance(holder, Keys) or str(keys[-1]) not in holder.entries:
            return None
        key = holder.entries[str(keys[-1])].key
        return self.span(key.start, key.end)


def _step(node: Node, key: str | int) -> Node | None:
    if isinstance(node, Keys):
        entry = node.entries.get(str(key))
        return entry.value if entry else None
    if isinstance(node, Items) and isinstance(key, int) and 0 <= key < len(node.values):
        return node.values[key]
    return None
