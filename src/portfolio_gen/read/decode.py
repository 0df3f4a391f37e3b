"""Bytes to text: UTF-8 with every line ending and a byte order mark accepted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.read.rules import CONTROL_CHARACTER, NOT_UTF8, REMOVED_CHARACTER

MOST_NAMED = 10
"""How many control characters of one text are named one by one."""

MOST_MARKS = 30
"""Accents and vowel signs on one letter; scripts need a handful, and Unicode's format for streams allows so many."""

_FAR_FROM_LATIN = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
"""Where marks may be piled up: all of them stand behind U+0300."""
_CONTROL = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Whatever YAML does not count as printable: control characters, surrogates, non-characters."""
_MISLEADING = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\u202c\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""The same, and what turns the direction of writing round or is invisible without a purpose."""

_SAVE_AS = to_tell("save the file again with the encoding UTF-8")


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Read bytes as UTF-8, without byte order mark and with `\\n` as the only line ending.

    Returns:
        The text and no diagnostics, or None and what is wrong with the bytes.
    """
    if form := _wide_form(data):
        message = tell("this file is saved as %(form)s, which cannot be read here", form=form)
        return None, (Diagnostic(NOT_UTF8, Span(path), message, tell(_SAVE_AS)),)
    try:
        return _one_ending(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        before = _one_ending(data[: error.start].decode("utf-8"))
        message = tell("the byte 0x%(byte)s is not UTF-8 text", byte=f"{data[error.start]:02x}")
        hint = tell(
            "save the file again with the encoding UTF-8; "
            "old Windows programs call their own encoding ANSI or Latin-1"
        )
        return None, (Diagnostic(NOT_UTF8, _place(before, path, 1), message, hint),)


def control_characters(text: str, path: str, first_line: int = 1) -> tuple[Diagnostic, ...]:
    """The complaints about the first characters that do not belong into a file of keys.

    Args:
        text: what was decoded, or a part of it.
        path: the file's path as diagnostics show it.
        first_line: the line of the file on which the text begins.
    """
    return tuple(
        Diagnostic(
            CONTROL_CHARACTER,
            span,
            tell("an invisible control character (%(code)s) is here", code=code),
            tell("delete it; it often comes along when text is copied from another program"),
        )
        for code, span in _matches(_CONTROL, text, path, first_line)
    )


def without_control_characters(
    text: str, path: str, first_line: int = 1
) -> tuple[str, tuple[Diagnostic, ...]]:
    """A story without what nobody types or reads, and warnings about the first of it.

    That is control characters, overrides of the direction of writing, and accents that are piled up on one letter.
    """
    hint = to_tell("delete it, so that the file says what readers see")
    found = tuple(
        Diagnostic(
            REMOVED_CHARACTER,
            span,
            tell("an invisible character (%(code)s) is left out", code=code),
            tell(hint),
        )
        for code, span in _matches(_MISLEADING, text, path, first_line)
    )
    text = _MISLEADING.sub("", text) if found else text
    piles = list(piled_up(text))
    message = to_tell("more than %(most)s accents stand on one letter; the others are left out")
    heaps = tuple(
        Diagnostic(
            REMOVED_CHARACTER,
            _place(text[:start], path, first_line),
            tell(message, most=MOST_MARKS),
            tell(hint),
        )
        for start, _ in piles[:MOST_NAMED]
    )
    return (_without(text, piles) if piles else text), found + heaps


def piled_up(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of accents and vowel signs on a letter on which `MOST_MARKS` stand already.

    Before two texts can be compared, the marks on each letter are put in order, and that takes time with the square of
    their number: minutes, for one letter in a file of the largest size.
    """
    for stretch in () if text.isascii() else _FAR_FROM_LATIN.finditer(text):
        start, last = stretch.start(), stretch.end()
        for at in range(start, last + 1):
            if at == last or not unicodedata.combining(text[at]):
                if at - start > MOST_MARKS:
                    yield start + MOST_MARKS, at
                start = at + 1


def _without(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    starts, ends = zip(*stretches, strict=True)
    kept = zip((0, *ends), (*starts, len(text)), strict=True)
    return "".join(text[start:end] for start, end in kept)


def _matches(
    pattern: re.Pattern[str], text: str, path: str, first_line: int
) -> Iterator[tuple[str, Span]]:
    """The code of each of the first characters that match, and its place."""
    for match in islice(pattern.finditer(text), MOST_NAMED):
        yield f"U+{ord(match[0]):04X}", _place(text[: match.start()], path, first_line)


def _wide_form(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its byte order mark or by the zeros between its letters."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    start = data[:200]
    has_mark = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if has_mark or (len(start) > 3 and start.count(0) * 3 > len(start)):
        return "UTF-16 (“Unicode”)"
    return None


def _one_ending(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _place(before: str, path: str, first_line: int) -> Span:
    line = before.count("\n") + first_line
    column = len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)
