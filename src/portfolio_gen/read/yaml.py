"""Text to tree: libyaml's events, grown by a builder that has limits and guesses no types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any

import yaml

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.decode import control_characters
from portfolio_gen.read.rules import (
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NESTED_TOO_DEEP,
    NO_KEYS,
    SEVERAL_DOCUMENTS,
    TOO_MANY_VALUES,
    UNKNOWN_ALIAS,
    YAML_TAG,
)
from portfolio_gen.read.syntax import explain_syntax
from portfolio_gen.read.tree import Entry, Items, Keys, Node, Scalar, Tree
from portfolio_gen.read.wording import quoted

DEEPEST = 24
"""How many lists and groups of keys may stand inside one another."""
MOST_VALUES = 50_000
"""How many values one file may hold, counting those that aliases repeat."""
MOST_NAMED = 100
"""How many problems of one file are named before reading it stops."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def grow(text: str, path: str, first_line: int = 1) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Parse YAML into a tree.

    Args:
        text: with `\\n` as line ending.
        path: the file's path as diagnostics show it.
        first_line: the line of the file on which the text begins.

    Returns:
        The tree (None when the text cannot be parsed to its end) and everything that is wrong with it.
    """
    if found := control_characters(text, path, first_line):
        return None, found
    growth = _Growth(Tree(Keys(0, 0, {}), path, text, _line_starts(text), first_line), text)
    try:
        for event in _events(text):
            growth.take(event)
    except _Stop:
        return None, tuple(growth.found)
    except (yaml.YAMLError, ValueError) as error:
        # PyYAML's own parser lets a ValueError escape for impossible character escapes.
        growth.found.append(explain_syntax(error, text, growth.tree))
        return None, tuple(growth.found)
    return growth.grown(), tuple(growth.found)


def _events(text: str) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=_Loader))


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in re.finditer("\n", text)))


class _Stop(Exception):
    """The rest of the file cannot or should not be read."""


@dataclass(slots=True)
class _Open:
    """A list or a group of keys whose end has not come yet."""

    event: Any
    weight_before: int
    values: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] | None = None
    key: Scalar | None = None
    """The key whose value comes next."""
    skipping: bool = False
    """Whether the value that comes next belongs to a key that was refused."""

    def finished(self, end: int) -> Node:
        """The list or the group of keys that it became, when its end has come."""
        start = self.event.start_mark.index
        if not self.event.flow_style and (last := self._last()):
            # To the parser, what has no closing bracket ends where the next thing begins.
            end = max(start, last.end)
        if self.entries is None:
            return Items(start, end, self.values)
        return Keys(start, end, self.entries)

    def _last(self) -> Node | None:
        if self.entries is None:
            return self.values[-1] if self.values else None
        entry = next(reversed(self.entries.values()), None)
        return entry.value if entry else None


@dataclass(slots=True)
class _Growth:
    """A tree in the making."""

    tree: Tree
    text: str
    found: list[Diagnostic] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node | None, int]] = field(default_factory=dict)
    """Anchor to its node (None while it is open) and weight."""
    weight: int = 0
    root: Node | None = None
    documents: int = 0

    def take(self, event: Any) -> None:
        """Let one event of the parser grow the tree."""
        if take := _TAKERS.get(type(event)):
            take(self, event)

    def grown(self) -> Tree | None:
        """The finished tree; None when the file holds a text or a list instead of keys."""
        root = self.root
        if root is None or (isinstance(root, Scalar) and root.absent):
            root = Keys(0, 0, {})
        if not isinstance(root, Keys):
            message = (
                tell("here stands a list and no key")
                if isinstance(root, Items)
                else tell("here stands a text and no key")
            )
            place = self.tree.span(root.start, root.start)
            hint = tell("write a key, a colon, a space and the value, as in `title: My work`")
            self.found.append(Diagnostic(NO_KEYS, place, message, hint))
            return None
        return replace(self.tree, root=root)

    def _take_scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        style, value = event.style, event.value
        start, end = event.start_mark.index, event.end_mark.index
        if style in _BLOCK_STYLES:
            end = start + len(self.text[start:end].rstrip())
        node = Scalar(start, end, value, not style)
        weight = 1 + len(value) // 100
        self._weigh(weight, event)
        if event.anchor:
            self.anchors[event.anchor] = (node, weight)
        self._place(node)

    def _begin(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        if len(self.open) >= DEEPEST:
            self._stop(NESTED_TOO_DEEP, event, *_TOO_DEEP)
        if event.anchor:
            self.anchors[event.anchor] = (None, 0)
        keyed = type(event) is yaml.MappingStartEvent
        self.open.append(_Open(event, self.weight, entries={} if keyed else None))
        self._weigh(1, event)

    def _end(self, event: Any) -> None:
        closed = self.open.pop()
        node = closed.finished(event.end_mark.index)
        if closed.event.anchor:
            self.anchors[closed.event.anchor] = (node, self.weight - closed.weight_before)
        self._place(node)

    def _take_alias(self, event: Any) -> None:
        node, weight = self.anchors.get(event.anchor, (None, 0))
        if node is None:
            name = quoted(f"*{event.anchor}")
            message = tell(
                "%(name)s repeats something that is not finished above it, or not there", name=name
            )
            hint = tell("a text that begins with `*` needs quotes around it")
            self._say(UNKNOWN_ALIAS, self._span(event), message, hint)
            node = Scalar(event.start_mark.index, event.end_mark.index, "", False)
        self._weigh(max(weight, 1), event)
        if len(self.open) + _height(node) > DEEPEST:
            self._stop(NESTED_TOO_DEEP, event, *_TOO_DEEP)
        self._place(node)

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = tell("a second document begins here")
            self._stop(SEVERAL_DOCUMENTS, event, message, tell("remove the line `---`"))

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self.open:
            self.root = node
            return
        holder = self.open[-1]
        if holder.entries is None:
            holder.values.append(node)
        elif holder.skipping:
            holder.skipping = False
        elif holder.key is None:
            self._take_key(holder, node)
        else:
            if isinstance(node, Scalar) and node.absent:
                node = node._replace(start=holder.key.end, end=holder.key.end)
            holder.entries[holder.key.text] = Entry(holder.key, node)
            holder.key = None

    def _take_key(self, holder: _Open, node: Node) -> None:
        if complaint := self._complaint_about_key(holder, node):
            holder.skipping = True
            rule, message, hint, related = complaint
            self._say(rule, self.tree.span(node.start, node.end), message, hint, *related)
        elif isinstance(node, Scalar):
            holder.key = node

    def _complaint_about_key(
        self, holder: _Open, node: Node
    ) -> tuple[Rule, Told, Told, tuple[Span, ...]] | None:
        if not isinstance(node, Scalar) or not node.text:
            hint = tell(
                "a key is a word before a colon; a text that begins with `[`, `{` or `?` needs quotes"
            )
            return KEY_NOT_TEXT, tell("this key is not a word"), hint, ()
        if node.plain and node.text == "<<":
            message = tell("`<<` (merging keys from elsewhere) is not supported")
            return MERGE_KEY, message, tell("write the keys out where they are needed"), ()
        if holder.entries is not None and (first := holder.entries.get(node.text)):
            before = self.tree.span(first.key.start, first.key.end)
            message = tell(
                "%(text)s is here twice; it already stands on line %(line)s",
                text=quoted(node.text),
                line=str(before.line),
            )
            return DUPLICATE_KEY, message, tell("keep one of them"), (before,)
        return None

    def _refuse_tag(self, event: Any) -> None:
        tag = quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))
        hint = tell(
            "leave it away: the key says what its value means; a text that begins with `!` needs quotes"
        )
        self._say(
            YAML_TAG, self._span(event), tell("the tag %(tag)s is not supported", tag=tag), hint
        )

    def _weigh(self, weight: int, event: Any) -> None:
        self.weight += weight
        if self.weight > MOST_VALUES:
            message = tell("this file holds more than %(most)s values", most=Figure(MOST_VALUES))
            hint = tell("split it, or write out what its aliases (`*name`) repeat")
            self._stop(TOO_MANY_VALUES, event, message, hint)

    def _say(self, rule: Rule, span: Span, message: Told, hint: Told, *related: Span) -> None:
        self.found.append(Diagnostic(rule, span, message, hint, related))
        if len(self.found) >= MOST_NAMED:
            raise _Stop

    def _stop(self, rule: Rule, event: Any, message: Told, hint: Told) -> None:
        self._say(rule, self._span(event), message, hint)
        raise _Stop

    def _span(self, event: Any) -> Span:
        return self.tree.span(event.start_mark.index, event.end_mark.index)


_TAKERS: Mapping[type, Callable[[_Growth, Any], None]] = {
    yaml.ScalarEvent: _Growth._take_scalar,
    yaml.MappingStartEvent: _Growth._begin,
    yaml.SequenceStartEvent: _Growth._begin,
    yaml.MappingEndEvent: _Growth._end,
    yaml.SequenceEndEvent: _Growth._end,
    yaml.AliasEvent: _Growth._take_alias,
    yaml.DocumentStartEvent: _Growth._begin_document,
}
_BLOCK_STYLES = frozenset("|>")

_TOO_DEEP = (
    tell("lists and keys stand more than %(most)s deep inside one another here", most=DEEPEST),
    tell("is there a bracket `[` or `{` too many? A text that begins with one needs quotes"),
)


def _height(node: Node) -> int:
    """How many lists and groups of keys stand inside one another in a node."""
    if isinstance(node, Scalar):
        return 0
    inside = (
        node.values if isinstance(node, Items) else [one.value for one in node.entries.values()]
    )
    return 1 + max(map(_height, inside), default=0)
