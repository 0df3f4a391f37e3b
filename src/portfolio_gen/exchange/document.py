"""A JSON file from another program: its values, and where each of them stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.exchange.rules import NOT_JSON, TOO_LARGE
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

MOST_BYTES = 32_000_000
"""Largest file that is read; the packages of whole states are a tenth of it."""

Pointer: TypeAlias = tuple[str | int, ...]
"""The way to a value, as in JSON Pointer (RFC 6901): `("CFItems", 3, "identifier")`."""

_BLANKS = " \t\r\n"
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON file that could be read."""

    path: str
    """The file, as diagnostics show it."""
    text: str
    root: Any
    _starts: dict[Pointer, dict[str | int, int]] = field(default_factory=dict, repr=False)
    """Container to where its entries start; filled for those that somebody has asked about."""

    def span(self, pointer: Pointer) -> Span:
        """The place of a value, or of the nearest one around it that is there."""
        for length in range(len(pointer), -1, -1):
            if (start := self._start(pointer[:length])) is not None:
                line, column = self._line_and_column(start)
                return Span(self.path, line, column)
        return Span(self.path)

    def _start(self, pointer: Pointer) -> int | None:
        if not pointer:
            return _next(self.text, 0)
        around = pointer[:-1]
        if around not in self._starts:
            start = self._start(around)
            entries = () if start is None else _entries(self.text, start)
            self._starts[around] = dict(entries)
        return self._starts[around].get(pointer[-1])

    def _line_and_column(self, start: int) -> tuple[int, int]:
        return self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start)


def read_document(path: Path, shown: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read a JSON file.

    Args:
        path: the file.
        shown: its path as diagnostics show it.

    Returns:
        The document, or None and the reason why it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        message = tell(
            "this file has more than %(most)s bytes, which is the most that is read",
            most=Figure(MOST_BYTES),
        )
        hint = tell("export a part of the framework, such as one subject, from the other program")
        return None, (Diagnostic(TOO_LARGE, Span(shown), message, hint),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = tell("save it as UTF-8, which JSON always is (RFC 8259, section 8.1)")
        return None, (Diagnostic(NOT_JSON, Span(shown), tell("this file is not UTF-8 text"), hint),)
    return _parse(text.replace("\r\n", "\n"), shown)


def _parse(text: str, shown: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    try:
        return Document(shown, text, json.loads(text, parse_constant=_refuse)), ()
    except json.JSONDecodeError as error:
        span = Span(shown, error.lineno, error.colno)
        message = tell("this is not JSON: %(why)s", why=f"{error.msg[:1].lower()}{error.msg[1:]}")
    except RecursionError:
        span, message = Span(shown), tell("lists and groups stand too deep inside one another here")
    except ValueError as error:
        span, message = Span(shown), tell("a number cannot be read: %(error)s", error=str(error))
    hint = tell("export it again from the other program, or mend it with an editor that knows JSON")
    return None, (Diagnostic(NOT_JSON, span, message, hint),)


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is not a number in JSON")


def _entries(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """Key or place of each entry of a list or a group, and where its value starts; the text is sound JSON."""
    if text[at] not in "[{":
        return
    keyed, number = text[at] == "{", 0
    at = _next(text, at + 1)
    while text[at] not in "]}":
        name: str | int = number
        if keyed:
            name, at = _DECODER.raw_decode(text, at)
            at = _next(text, _next(text, at) + 1)
        yield name, at
        _, at = _DECODER.raw_decode(text, at)
        at = _next(text, at)
        if text[at] == ",":
            at = _next(text, at + 1)
        number += 1


def _next(text: str, at: int) -> int:
    """The first place from here on that is not blank."""
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at
