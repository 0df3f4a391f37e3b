"""Where the values of a file stand, kept as the text that was read: its tree is grown again when somebody asks.

A school has tens of thousands of values, and hardly ever does anybody ask where one of them stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from portfolio_gen.diagnostics import KeyPath, Marks, Span
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.tree import Items, Keys, Node, Tree
from portfolio_gen.read.yaml import grow

LATELY = 64
"""How many trees are kept for whoever asks again."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What a tree grew from, and grows from again."""

    text: str
    path: str
    first_line: int


def marks_of(tree: Tree) -> Marks:
    """Where each value of a tree stands, worked out only when somebody asks."""
    source = Writing(tree.text, tree.path, tree.first_line) if type(tree) is Tree else tree
    return Marks(tree.path, Places(source, Tree.value_span), Places(source, Tree.key_span))


@dataclass(frozen=True, slots=True, eq=False)
class Places(Mapping[KeyPath, Span]):
    """Key path to the place of its value or key."""

    source: Tree | Writing
    """A tree that grew from several files is kept."""
    look_up: Callable[[Tree, KeyPath], Span | None]

    def __getitem__(self, keys: KeyPath) -> Span:
        span = self.look_up(self._tree, keys)
        if span is None:
            raise KeyError(keys)
        return span

    def __iter__(self) -> Iterator[KeyPath]:
        return (keys for keys in _paths((), self._tree.root) if self.look_up(self._tree, keys))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def _tree(self) -> Tree:
        return _grown(self.source) if isinstance(self.source, Writing) else self.source


@lru_cache(maxsize=LATELY)
def _grown(writing: Writing) -> Tree:
    tree, _ = grow(writing.text, writing.path, writing.first_line)
    # The same text has grown into a tree before.
    return tree or Tree(Keys(0, 0, {}), writing.path, writing.text, (0,), writing.first_line)


def _paths(above: KeyPath, node: Node) -> Iterator[KeyPath]:
    yield above
    if isinstance(node, Keys):
        for name, entry in node.entries.items():
            yield from _paths((*above, name), entry.value)
    elif isinstance(node, Items):
        for index, value in enumerate(node.values):
            yield from _paths((*above, index), value)
