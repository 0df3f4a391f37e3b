"""Nouns as a YAML file that people like to read, without what goes without saying, and with remarks."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from portfolio_gen.diagnostics import KeyPath
from portfolio_gen.model.noun import GIVEN, Noun

WIDTH = 110
"""Lines are broken at about this many characters."""

_PLAIN = re.compile(r"[^\W\d_][\w .+/()–—’-]*[\w.)’]|[^\W\d_]")
"""Texts that mean themselves, also inside brackets."""
_OTHERWISE_READ = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that other readers of YAML take for something else."""

Remarks = Mapping[KeyPath, tuple[str, ...]]


def write_page(noun: Noun, remarks: Remarks) -> str:
    """The text of a file that holds a noun.

    Args:
        noun: what to write.
        remarks: key path to the lines that stand above it.
    """
    lines = list(_remark(remarks.get((), ()), 0))
    for name, value in _written(noun):
        if not _fits(name, value):
            lines.append("")
        lines += _remark(remarks.get((name,), ()), 0)
        lines += _entry(name, value, 0, (name,), remarks)
    return "\n".join(lines).strip() + "\n"


def _written(noun: Noun) -> Iterator[tuple[str, Any]]:
    """The keys of a noun that have to be written, with their values."""
    for one in fields(noun):
        value = getattr(noun, one.name)
        if not one.metadata.get(GIVEN) and value != _default(one) and value is not None:
            yield one.name, value


def _default(one: Field[Any]) -> Any:
    if one.default_factory is not MISSING:
        return one.default_factory()
    return one.default


def _entry(name: str, value: Any, indent: int, at: KeyPath, remarks: Remarks) -> Iterator[str]:
    """A key with its value, on one line or several."""
    blanks = " " * indent
    if _fits(name, value, indent):
        yield f"{blanks}{name}: {_flow(value)}"
    elif isinstance(value, str):
        yield from _prose(name, value, indent)
    else:
        yield f"{blanks}{name}:"
        yield from _block(value, indent + 2, at, remarks)


def _block(value: Any, indent: int, at: KeyPath, remarks: Remarks) -> Iterator[str]:
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _remark(remarks.get((*at, place), ()), indent)
            yield from _item(one, indent, (*at, place), remarks)
        return
    entries = value.items() if isinstance(value, Mapping) else _written(value)
    for name, one in entries:
        yield from _entry(_scalar(name), one, indent, (*at, name), remarks)


def _item(value: Any, indent: int, at: KeyPath, remarks: Remarks) -> Iterator[str]:
    """An entry of a list; its first line begins with a hyphen."""
    blanks = " " * indent
    if _fits("-", value, indent):
        yield f"{blanks}- {_flow(value)}"
        return
    if isinstance(value, str):
        first, *others = _prose("-", value, indent)
        yield from (first, *others)
        return
    first, *others = _block(value, indent + 2, at, remarks)
    yield from (f"{blanks}- {first.lstrip()}", *others)


def _fits(name: str, value: Any, indent: int = 0) -> bool:
    """Whether a value reads well on one line with its key."""
    if isinstance(value, str) and ("\n" in value or len(value) + len(name) + indent + 4 > WIDTH):
        return False
    if isinstance(value, tuple) and any(isinstance(one, Noun) for one in value):
        return False
    if isinstance(value, Noun) and any(_is_large(one) for _, one in _written(value)):
        return False
    return indent + len(name) + 2 + len(_flow(value)) <= WIDTH


def _is_large(value: Any) -> bool:
    several = isinstance(value, tuple) and any(isinstance(one, Noun) for one in value)
    return several or (isinstance(value, str) and "\n" in value)


def _flow(value: Any) -> str:
    """A value as it is written within a line."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, Noun | Mapping):
        entries = value.items() if isinstance(value, Mapping) else _written(value)
        inside = ", ".join(f"{_scalar(name)}: {_flow(one)}" for name, one in entries)
        return f"{{ {inside} }}" if inside else "{}"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _OTHERWISE_READ
    # JSON's texts are YAML's.
    return text if plain else json.dumps(text, ensure_ascii=False)


def _prose(name: str, text: str, indent: int) -> Iterator[str]:
    """A long text: folded when it is one paragraph, otherwise line by line as it is."""
    lead = "- " if name == "-" else f"{name}: "
    inner = " " * (indent + 2)
    if "\n" in text:
        yield f"{' ' * indent}{lead}|-"
        yield from (f"{inner}{line}" if line else "" for line in text.split("\n"))
        return
    yield f"{' ' * indent}{lead}>-"
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=inner,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _remark(lines: tuple[str, ...], indent: int) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(
            " ".join(line.split()),
            WIDTH,
            initial_indent=f"{' ' * indent}# ",
            subsequent_indent=f"{' ' * indent}# ",
            break_long_words=False,
            break_on_hyphens=False,
        )
