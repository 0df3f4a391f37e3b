"""A page of another program taken apart: keys in YAML, TOML or JSON, and the text below them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from typing import Any

from portfolio_gen.model.value import dataclass

Parse = Callable[[str], Mapping[str, Any]]
"""Reads YAML as texts, lists and mappings; raises ValueError with the line and what is wrong."""

_YAML = re.compile(
    r"\s*---[ \t]*\n(?P<keys>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(
    r"\s*\+\+\+[ \t]*\n(?P<keys>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(
    r"""^(?:\[{1,2}\s*)?["']?(?P<name>[^\s#"'\-\[\]:={}][^"':=\[\]{}\n]{0,80}?)["']?\s*(?:[:=]|\]{1,2}\s*$)"""
)
_PLAIN_LINE = re.compile(
    r"""^(?P<key>[A-Za-z][\w-]{0,40})\s*[:=]\s*(?P<value>[^\n]*?)\s*$""", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as another program has it."""

    keys: Mapping[str, Any]
    """Its keys in small letters, as far as they could be read."""
    lines: tuple[str, ...] = ()
    """The lines in which they stand."""
    first_line: int = 1
    """The number of the first of them in the file."""
    body: str = ""
    body_line: int = 1
    trouble: str = ""
    """Why the keys could not be read; empty when they could."""
    blocks: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Key to the lines that belong to it, as places in `lines`."""

    def line_of(self, key: str) -> int:
        """The line of the file where a key stands."""
        return self.first_line + self.blocks.get(key, (0, 0))[0]

    def but(self, understood: Collection[str]) -> tuple[str, ...]:
        """All lines that say more than some keys: those of other keys, and remarks."""
        said = {
            place
            for key in understood
            for place in range(*self.blocks.get(key, (0, 0)))
            if not self.lines[place].lstrip().startswith("#")
        }
        left = (one for place, one in enumerate(self.lines) if place not in said)
        return tuple(one for one in left if one.strip() not in {"", "{", "}"})


def take_apart(text: str, parse: Parse) -> Page:
    """Part the keys at the top of a page from its text.

    Args:
        text: the page, with `\\n` as line ending.
        parse: how YAML is read.
    """
    for pattern, read in ((_YAML, parse), (_TOML, tomllib.loads)):
        if found := pattern.match(text):
            return _page(text, found["keys"], found.start("keys"), found.end(), read)
    if text.lstrip().startswith("{\n") and (end := _end_of_json(text)):
        start = text.index("{")
        return _page(text, text[start:end], start, end, json.loads)
    return Page(keys={}, body=text)


def _end_of_json(text: str) -> int:
    try:
        value, end = json.JSONDecoder().raw_decode(text, text.index("{"))
    except (ValueError, RecursionError):
        return 0
    return end if isinstance(value, dict) else 0


def _page(text: str, keys: str, start: int, end: int, read: Parse) -> Page:
    trouble, found = "", {}
    try:
        found = _small(read(keys))
    except (ValueError, RecursionError) as problem:
        trouble = str(problem) or "too deep inside one another"
        found = _plain_lines(keys)
    lines = tuple(keys.split("\n"))
    return Page(
        keys=found,
        lines=lines,
        first_line=text.count("\n", 0, start) + 1,
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
        trouble=trouble,
        blocks=dict(_blocks(lines)),
    )


def _small(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {str(name).strip().lower(): value for name, value in keys.items()}


def _plain_lines(keys: str) -> dict[str, Any]:
    """What single lines say, where the whole cannot be read."""
    return {
        one["key"].lower(): one["value"].strip("\"'")
        for one in reversed(list(_PLAIN_LINE.finditer(keys)))
    }


def _blocks(lines: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each key at the margin, with the lines down to the next one; all of a table belongs to it."""
    inner = "  " if lines and lines[0].strip() == "{" else ""
    found: list[tuple[int, str]] = []
    in_table = False
    for place, line in enumerate(lines):
        key = _KEY.match(line.removeprefix(inner))
        table = line.startswith("[")
        if key and (table or not in_table):
            found.append((place, key["name"].strip().lower()))
        in_table = in_table or table
    ends = [place for place, _ in (*found, (len(lines), ""))][1:]
    seen: set[str] = set()
    for (start, name), end in zip(found, ends, strict=True):
        if name not in seen:
            seen.add(name)
            yield name, (start, end)
