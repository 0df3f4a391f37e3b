"""Diagnostics at the fields of a form: a file's line and column become the question that was answered there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from portfolio_gen.diagnostics import Diagnostic, KeyPath, Severity, Span
from portfolio_gen.edit import nearest_name, quoted
from portfolio_gen.read.frontmatter import take_apart
from portfolio_gen.read.tree import Tree
from portfolio_gen.read.whereabouts import marks_of
from portfolio_gen.read.yaml import grow

BODY = "body"
"""Name of the field with a page's text."""
_KEY = re.compile(r"^\u2066?`[a-z_]+`\u2069?\s?[:：]\s?")
"""What messages begin with where only a line says which key is meant; here the question does."""
_MISSING = re.compile(r"`([a-z_]+)` is (?:missing|empty)")


class Trouble(NamedTuple):
    """A diagnostic as a form shows it."""

    name: str
    """Of the field that it is about; empty when it is about the file."""
    message: str
    hint: str
    severity: str
    line: int


def troubles_in(
    text: str,
    path: str,
    diagnostics: Iterable[Diagnostic],
    *,
    told: bool,
    names: Sequence[str],
    values: Mapping[str, Any],
    say: Callable[[str], str] = str,
) -> tuple[Trouble, ...]:
    """What is to be looked at in one file, each at its field.

    Args:
        text: the file.
        path: as diagnostics show it.
        diagnostics: of the whole student.
        told: whether it is a page.
        names: of the form's fields.
        values: what the file says.
        say: says a message that knows its words in the language of whoever reads it.
    """
    tree, body = _grown(text, path, told)
    beside = path.rpartition("/")[0] if path.endswith("/artifact.md") else None
    found = []
    for one in diagnostics:
        if one.severity is Severity.NOTE:
            continue
        if one.span.path == path:
            name = _name(one, tree, body, names)
        elif beside and one.span.path.startswith(f"{beside}/"):
            name = _media(one.span.path.rpartition("/")[2], values)
        else:
            continue
        found.append(
            Trouble(
                name,
                _plain(say(one.message)),
                _plain(say(one.hint)),
                str(one.severity),
                one.span.line,
            )
        )
    return tuple(found)


def _grown(text: str, path: str, told: bool) -> tuple[Tree | None, int]:
    """The tree of a file's keys, and the line on which its text begins."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not told:
        return grow(text, path)[0], 10**9
    parts, _ = take_apart(text, path, needed=False)
    if parts is None:
        return None, 10**9
    return grow(parts.matter, path, parts.matter_line)[0], parts.body_line


def _name(one: Diagnostic, tree: Tree | None, body: int, names: Sequence[str]) -> str:
    if one.span.line >= body:
        return BODY
    if tree is None:
        return ""
    keys = _keys_at(tree, one.span)
    if missing := _MISSING.search(one.message):
        keys = keys if keys[-1:] == (missing[1],) else (*keys, missing[1])
    return nearest_name(names, keys)


def _keys_at(tree: Tree, span: Span) -> KeyPath:
    """The deepest value, or the key of one, that a place is in."""
    marks = marks_of(tree)
    found: KeyPath = ()
    for keys in marks.spans:
        places = [marks.spans.get(keys), marks.names.get(keys) if keys else None]
        if len(keys) > len(found) and any(one and _is_in(span, one) for one in places):
            found = keys
    return found


def _is_in(span: Span, outer: Span) -> bool:
    at, end = (span.line, span.column), (outer.end_line, outer.end_column)
    return (outer.line, outer.column) <= at and (at < end or at == (outer.line, outer.column))


def _media(name: str, values: Mapping[str, Any]) -> str:
    """The field of a file of a piece of work."""
    listed = values.get("media")
    for place, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, dict) and one.get("file") == name:
            return f"media.{place}.file"
    return "media"


def _plain(words: str) -> str:
    """A sentence without a key before it and marks for code, and with a capital."""
    plain = quoted(_KEY.sub("", words))
    return plain[:1].upper() + plain[1:]
