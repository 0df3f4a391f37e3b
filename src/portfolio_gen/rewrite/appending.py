"""Entries added to a ledger, of which every byte stays as people have written it.

ruamel.yaml writes the new entries and says where the list ends; the entries are put in there, and everything before and
behind stays byte for byte. What comes out is read again and compared before anybody gets to see it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import LiteralScalarString

Entry: TypeAlias = Mapping[str, Any]
"""A list's entry: texts, days, lists of texts, and groups of texts; what is empty is left out."""
WIDTH = 110
SHORT = 40
"""Characters up to which values stand beside one another."""
_END = re.compile(r"^\.\.\.[ \t]*(#.*)?$", re.MULTILINE)


class CannotAppend(ValueError):
    """The list cannot be added to without changing something else; the message says why."""


def appended(text: str, key: str, entries: Sequence[Entry]) -> str:
    """The text of a file with entries at the end of one of its lists.

    Args:
        text: YAML with keys at its top; with its own line ends, and perhaps without one at its end.
        key: of the list, which may be missing or empty, in block or in flow style.
        entries: what is added.

    Raises:
        CannotAppend: there is no place that would leave everything else as it is.
    """
    before = _composed(text)
    for start, new in _ways(text, before, key, entries):
        after = f"{text[:start]}{new}{text[start:]}"
        if _says(after, before, key, entries):
            return after
    raise CannotAppend(f"no place was found at the end of `{key}`")


def in_a_list(entries: Sequence[Entry]) -> str:
    """Entries as they stand in a list of a file, each with its dash in the third column; what is empty is left out.

    Args:
        entries: what the list says.
    """
    return _block(entries, 2, "\n")


def _ways(text: str, root: Any, key: str, entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """Places with what could be put in there, the best first."""
    line = "\r\n" if "\r\n" in text else "\n"
    found = _value(root, key)
    if found is None and isinstance(root, MappingNode) and root.flow_style:
        for comma in (", ", ""):
            yield root.end_mark.index - 1, f"{comma}{key}: [{_flow(entries, line)}]"
    elif found is None:
        yield from _at_the_end(text, f"{key}:{line}{_block(entries, 2, line)}", line)
    elif isinstance(found, SequenceNode) and found.flow_style:
        for comma in (", ", "") if found.value else ("",):
            yield found.end_mark.index - 1, f"{comma}{_flow(entries, line)}"
    elif isinstance(found, SequenceNode):
        # A sequence node begins at its first dash.
        new = _block(entries, found.start_mark.column, line, apart=_stand_apart(text, found))
        yield from _behind(text, _end_of(found), new, line)
        yield from _behind(text, found.end_mark.index, new, line)
    elif isinstance(found, ScalarNode) and not found.value.strip("~"):
        yield from _behind(text, found.end_mark.index, _block(entries, 2, line), line)


def _value(root: Any, key: str) -> Any:
    pairs = root.value if isinstance(root, MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _end_of(node: Any) -> int:
    """Behind the last thing that was written in a node; a block only ends where the next thing begins."""
    while not isinstance(node, ScalarNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        written = node.start_mark.buffer
        return end if written is None else len(written[:end].rstrip())
    return end


def _behind(text: str, end: int, new: str, line: str) -> Iterator[tuple[int, str]]:
    """Into a line of their own behind the line on which something ends."""
    if end and text[end - 1] == "\n":
        yield end, new
        return
    stop = text.find("\n", end)
    if stop < 0:
        yield len(text), f"{line}{new}"
    else:
        yield stop + 1, new


def _at_the_end(text: str, new: str, line: str) -> Iterator[tuple[int, str]]:
    closing = _END.search(text)
    end = closing.start() if closing else len(text)
    gap = "" if not text[:end] or text[:end].endswith("\n") else line
    yield end, f"{gap}{line}{new}"


def _stand_apart(text: str, listed: SequenceNode) -> bool:
    """Whether people have left a blank line before the last of several entries."""
    above = text[: listed.value[-1].start_mark.index].splitlines()[-2:-1]
    return len(listed.value) > 1 and not "".join(above).strip()


def _block(entries: Sequence[Entry], column: int, line: str, *, apart: bool = False) -> str:
    """Entries as a list in block style, whose dashes stand in a column; perhaps with a blank line before each."""
    yaml = _yaml()
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump([_told(one) for one in entries], out)
    gap = line if apart else ""
    lines = [one.removeprefix("  ") for one in out.getvalue().splitlines()]
    return "".join(
        f"{gap if one.startswith('- ') else ''}{' ' * column}{one}".rstrip(" ") + line
        for one in lines
    )


def _flow(entries: Sequence[Entry], line: str) -> str:
    """Entries in flow style, a key on each line."""
    yaml = _yaml()
    yaml.default_flow_style = True
    yaml.width = 100_000
    told: list[str] = []
    for one in entries:
        pairs = []
        for key, value in _told(one).items():
            out = io.StringIO()
            plain = str(value) if isinstance(value, str) else value
            yaml.dump([{key: plain}], out)
            pairs.append(out.getvalue().strip()[1:-1])
        told.append("{" + f",{line}    ".join(pairs) + "}")
    return f",{line}  ".join(told)


def _told(entry: Entry) -> dict[str, Any]:
    return {
        key: _value_told(value) for key, value in entry.items() if value not in (None, "", (), {})
    }


def _value_told(value: Any) -> Any:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, Mapping):
        told = CommentedMap({str(key): _value_told(one) for key, one in value.items()})
        if all(len(str(one)) <= SHORT for one in told.values()):
            told.fa.set_flow_style()
        return told
    if isinstance(value, list | tuple):
        listed = CommentedSeq(_value_told(one) for one in value)
        listed.fa.set_flow_style()
        return listed
    text = "\n".join(one.rstrip() for one in str(value).strip().splitlines())
    return LiteralScalarString(text) if "\n" in text else text


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.width = WIDTH
    yaml.allow_unicode = True
    return yaml


def _composed(text: str) -> Any:
    try:
        root = YAML(typ="rt", pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError) as problem:
        raise CannotAppend("it cannot be taken apart") from problem
    if not isinstance(root, MappingNode):
        raise CannotAppend("it holds no keys")
    return root


def _says(after: str, before: Any, key: str, entries: Sequence[Entry]) -> bool:
    """Whether a text says what it said before, and the entries."""
    try:
        now = _plain(_composed(after))
    except CannotAppend:
        return False
    then = _plain(before)
    listed = then.pop(key, None)
    expected = [*(listed if isinstance(listed, list) else []), *map(_as_plain, map(_told, entries))]
    return bool(now.pop(key, None) == expected and now == then)


def _as_plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_plain(one) for key, one in value.items()}
    return [_as_plain(one) for one in value] if isinstance(value, list) else str(value)


def _plain(node: Any) -> Any:
    """What a node says, every value as a text."""
    if isinstance(node, MappingNode):
        return {_plain(name): _plain(value) for name, value in node.value}
    if isinstance(node, SequenceNode):
        return [_plain(one) for one in node.value]
    # A block at the very end of a file may lack its last line end, and has it once something follows.
    return str(node.value).removesuffix("\n") if node.style in ("|", ">") else str(node.value)
