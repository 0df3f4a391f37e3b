"""Values changed in a YAML file that people have written: remarks, order and everything that stays keep every byte.

ruamel.yaml says where each value stands, and writes the new ones. Only what says something else than before is
replaced, as deep inside as possible. What comes out is read again and compared before anybody gets to see it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import LiteralScalarString

from portfolio_gen.model.speech import sentence

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What a form knows: texts, lists, and groups of keys; an empty one is as good as none."""
WIDTH = 110
SHORT = 72
"""Characters up to which texts of a list stand beside one another."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class CannotChange(ValueError):
    """A file cannot be changed without changing something else; the message says why."""


class _Edit(NamedTuple):
    start: int
    end: int
    new: str


def values_in(text: str) -> dict[str, Value]:
    """What a file says, every value as a text.

    Raises:
        CannotChange: it cannot be taken apart.
    """
    return _plain(_composed(text)) if text.strip() else {}


def changed(text: str, wanted: Mapping[str, Value], order: Sequence[str] = ()) -> str:
    """The text of a file with other values for some keys at its top; the same, byte for byte, where it says so already.

    Args:
        text: YAML with keys at its top.
        wanted: key to value; an empty value leaves the key without one. Keys that are not named stay as they are.
        order: all keys that there may be, in the order in which new ones are put in.

    Raises:
        CannotChange: there is no way that would leave everything else as it is.
    """
    before = values_in(text)
    differs = {key: one for key, one in wanted.items() if not same(before.get(key, ""), one)}
    if not differs:
        return text
    line = "\r\n" if "\r\n" in text else "\n"
    expected = {**before, **differs}
    for thorough in (False, True):
        new = text
        for key, value in differs.items():
            new = _with(new, key, value, order, line, thorough=thorough)
        if _says(new, expected):
            return new
    raise CannotChange(sentence("a value is written in a way that cannot be changed from outside"))


def same(one: Value, other: Value) -> bool:
    """Whether two values say the same: what is empty counts as not written, and nobody sees spaces at an end."""
    return bool(_bare(one) == _bare(other))


def _bare(value: Value) -> Any:
    if isinstance(value, dict):
        told = {key: _bare(one) for key, one in value.items()}
        return {key: one for key, one in told.items() if one} or ""
    if isinstance(value, list):
        return [_bare(one) for one in value if _bare(one)] or ""
    return "\n".join(one.rstrip() for one in value.strip().splitlines())


def _with(
    text: str, key: str, value: Value, order: Sequence[str], line: str, *, thorough: bool
) -> str:
    root = _composed(text) if text.strip() else None
    pairs = root.value if isinstance(root, MappingNode) else []
    if isinstance(root, MappingNode) and root.flow_style:
        raise CannotChange(sentence("all keys stand between braces"))
    found = next((pair for pair in pairs if pair[0].value == key), None)
    if found is None:
        edits = [_added(text, pairs, key, value, order, line)]
    elif thorough:
        edits = [_replaced(text, found[0], found[1], value, line)]
    else:
        edits = list(_edits(text, found[0], found[1], value, line))
    for one in sorted(edits, reverse=True):
        text = text[: one.start] + one.new + text[one.end :]
    return text


def _added(text: str, pairs: Any, key: str, value: Value, order: Sequence[str], line: str) -> _Edit:
    """A new key behind the nearest of those that come before it, or at the end."""
    places = {name: place for place, name in enumerate(order)}
    before = [pair for pair in pairs if places.get(pair[0].value, -1) < places.get(key, 10**6)]
    last = before[-1] if before else None
    at = _line_end(text, _end_of(last[1], last[0])) if last else 0
    gap = line if at and text[at - 1] != "\n" else ""
    return _Edit(at, at, f"{gap}{key}:{_written(value, 0, line)}{line}")


def _edits(text: str, key: Any, node: Any, value: Value, line: str) -> Iterator[_Edit]:
    """The changes in one value, as deep inside as possible."""
    if same(_plain(node), value):
        return
    if isinstance(value, dict) and _bare(value) and _is_block(node):
        yield from _in_keys(text, node, value, line)
    elif isinstance(value, list) and _is_kept(node, value):
        yield from _in_list(text, node, value, line)
    else:
        yield _replaced(text, key, node, value, line)


def _is_block(node: Any) -> bool:
    """Whether it is a group with a key on each line."""
    return isinstance(node, MappingNode) and not node.flow_style and bool(node.value)


def _is_kept(node: Any, value: list[Value]) -> bool:
    """Whether a list stays one with an entry on each line."""
    block = isinstance(node, SequenceNode) and not node.flow_style
    return block and bool(node.value) and any(map(_bare, value))


def _in_keys(text: str, node: MappingNode, value: dict[str, Value], line: str) -> Iterator[_Edit]:
    written = {key.value: (key, one) for key, one in node.value}
    column = node.start_mark.column
    last = node.value[-1]
    end = _line_end(text, _end_of(last[1], last[0]))
    gap = "" if text[end - 1 : end] == "\n" else line
    stuck = _behind_a_dash(text, node)
    for name, one in value.items():
        if name in written and (_bare(one) or name == stuck):
            yield from _edits(text, *written[name], one, line)
        elif _bare(one):
            yield _Edit(end, end, f"{gap}{' ' * column}{name}:{_written(one, column, line)}{line}")
    for name, (key, one) in written.items():
        if _bare(_plain(one)) and not _bare(value.get(name, "")):
            if name != stuck:
                yield _Edit(_line_start(text, key), _line_end(text, _end_of(one, key)), "")
            elif name not in value:
                yield _replaced(text, key, one, "", line)


def _behind_a_dash(text: str, node: MappingNode) -> str | None:
    """The key that shares its line with the dash of an entry, and so cannot go without it."""
    key = node.value[0][0]
    return str(key.value) if text[_line_start(text, key) : key.start_mark.index].strip() else None


def _in_list(text: str, node: SequenceNode, value: list[Value], line: str) -> Iterator[_Edit]:
    wanted = [one for one in value if _bare(one)]
    then = [repr(_bare(_plain(one))) for one in node.value]
    now = [repr(_bare(one)) for one in wanted]
    column = node.start_mark.column
    for what, a, b, c, d in SequenceMatcher(a=then, b=now, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        pairs = min(b - a, d - c)
        for place in range(pairs):
            yield from _in_entry(text, node.value[a + place], wanted[c + place], column, line)
        for one in node.value[a + pairs : b]:
            yield _Edit(_line_start(text, one), _line_end(text, _end_of(one)), "")
        new = "".join(_entry(one, column, line) for one in wanted[c + pairs : d])
        if new:
            at = a + pairs
            place = (
                _line_end(text, _end_of(node.value[at - 1]))
                if at
                else _line_start(text, node.value[0])
            )
            gap = "" if not place or text[place - 1] == "\n" else line
            yield _Edit(place, place, gap + new)


def _in_entry(text: str, node: Any, value: Value, column: int, line: str) -> Iterator[_Edit]:
    if isinstance(value, dict) and _is_block(node):
        yield from _in_keys(text, node, value, line)
    else:
        start = text.rindex("-", 0, node.start_mark.index)
        yield _Edit(start, _end_of(node), _entry(value, column, line).strip())


def _replaced(text: str, key: Any, node: Any, value: Value, line: str) -> _Edit:
    """What stands behind a key's colon as something else."""
    colon = text.index(":", key.end_mark.index) + 1
    end = max(colon, _end_of(node, key))
    return _Edit(colon, end, _written(value, key.start_mark.column, line))


def _entry(value: Value, column: int, line: str) -> str:
    told = _yaml_text([_told(value)])
    lines = [one.removeprefix("  ") for one in told.splitlines()]
    return "".join(f"{' ' * column}{one}".rstrip(" ") + line for one in lines)


def _written(value: Value, column: int, line: str) -> str:
    """A value as it stands behind a key's colon, the key being in a column."""
    if not _bare(value):
        return " []" if isinstance(value, list) else ""
    first, *others = _yaml_text({"k": _told(value)}).rstrip("\n").split("\n")
    return line.join(
        [first.removeprefix("k:"), *(f"{' ' * column}{one}" if one else "" for one in others)]
    )


def _told(value: Value) -> Any:
    if isinstance(value, dict):
        return CommentedMap({key: _told(one) for key, one in value.items() if _bare(one)})
    if isinstance(value, list):
        listed = CommentedSeq(_told(one) for one in value if _bare(one))
        texts = [one for one in listed if isinstance(one, str | int | date)]
        short = sum(len(str(one)) + 2 for one in texts) <= SHORT
        if len(texts) == len(listed) and short and not any("\n" in str(one) for one in texts):
            listed.fa.set_flow_style()
        return listed
    return _told_text(str(_bare(value)))


def _told_text(text: str) -> Any:
    """Days, numbers and truth values stand without quotes, as people write them."""
    if "\n" in text:
        return LiteralScalarString(text)
    if text in {"true", "false"}:
        return text == "true"
    if text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 10:
        return int(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _yaml_text(told: Any) -> str:
    yaml = YAML(typ="rt", pure=True)
    yaml.width = WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    try:
        yaml.dump(told, out)
    except (YAMLError, ValueError) as problem:
        raise CannotChange(sentence("a text holds characters that cannot be written")) from problem
    return out.getvalue()


def _line_start(text: str, node: Any) -> int:
    return text.rfind("\n", 0, node.start_mark.index) + 1


def _line_end(text: str, end: int) -> int:
    """Behind the line break of the line on which something ends."""
    if end and text[end - 1] == "\n":
        return end
    stop = text.find("\n", end)
    return len(text) if stop < 0 else stop + 1


def _end_of(node: Any, key: Any = None) -> int:
    """Behind the last thing that was written in a value; a block only ends where the next thing begins."""
    while not isinstance(node, ScalarNode) and node.value and not node.flow_style:
        last = node.value[-1]
        key, node = last if isinstance(last, tuple) else (None, last)
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        written = node.start_mark.buffer
        return end if written is None else len(written[:end].rstrip())
    if isinstance(node, ScalarNode) and not node.value and node.style is None and key is not None:
        # Where nothing was written, ruamel.yaml names a place that may be on another line.
        return int(key.end_mark.index) + 1
    return end


def _composed(text: str) -> Any:
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError) as problem:
        raise CannotChange(sentence("it cannot be taken apart")) from problem
    if root is not None and not isinstance(root, MappingNode):
        raise CannotChange(sentence("it holds no keys"))
    return root


def _says(text: str, expected: Mapping[str, Value]) -> bool:
    try:
        return same(values_in(text), dict(expected))
    except CannotChange:
        return False


def _plain(node: Any) -> Any:
    """What a node says, every value as a text."""
    if node is None:
        return {}
    if isinstance(node, MappingNode):
        return {str(_plain(name)): _plain(one) for name, one in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(one) for one in node.value]
    if node.style is None and node.value in _NOTHING:
        return ""
    # ruamel.yaml marks with a bell where a folded text was folded.
    return str(node.value).replace("\a", "") if node.style == ">" else str(node.value)
