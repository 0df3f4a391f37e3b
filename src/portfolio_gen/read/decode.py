"""Bytes to text: UTF-8 with every line ending and a byte order mark accepted, nothing invisible."""

from __future__ import annotations

import re

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.read.rules import CONTROL_CHARACTER, NOT_UTF8

BYTE_ORDER_MARK = "\ufeff"
MOST_NAMED = 10
"""How many forbidden characters of one file are named one by one."""

FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever YAML does not count as printable: control characters, surrogates, non-characters."""

_SAVE_AS = "save the file again with the encoding UTF-8"


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Read bytes as UTF-8, without byte order mark and with `\\n` as the only line ending.

    Returns:
        The text and no diagnostics, or None and what is wrong with the bytes.
    """
    if form := _wide_form(data):
        message = f"this file is saved as {form}, which cannot be read here"
        return None, (Diagnostic(NOT_UTF8, Span(path), message, _SAVE_AS),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _one_ending(data[: error.start].decode("utf-8"))
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8 text"
        hint = f"{_SAVE_AS}; old Windows programs call their own encoding ANSI or Latin-1"
        return None, (Diagnostic(NOT_UTF8, _place(before, path), message, hint),)
    text = _one_ending(text)
    found = forbidden_characters(text, path)
    return (None if found else text), found


def forbidden_characters(text: str, path: str) -> tuple[Diagnostic, ...]:
    """One diagnostic for each of the first characters that do not belong into a text file."""
    places = [match.start() for match in FORBIDDEN.finditer(text)]
    return tuple(
        Diagnostic(
            CONTROL_CHARACTER,
            _place(text[:place], path),
            f"there is an invisible control character (U+{ord(text[place]):04X}) here",
            "delete it; it often comes along when text is copied from another program",
        )
        for place in places[:MOST_NAMED]
    )


def _wide_form(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its byte order mark or by the zeros between its letters."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    start = data[:200]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        len(start) > 3 and start.count(0) * 3 > len(start)
    ):
        return "UTF-16 (“Unicode”)"
    return None


def _one_ending(text: str) -> str:
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _place(before: str, path: str) -> Span:
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(path, line, column, line, column + 1)
