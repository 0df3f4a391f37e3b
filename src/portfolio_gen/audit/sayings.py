"""What bytes say, in every way that somebody could read them: as text, decoded, and without their tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

from portfolio_gen.model.value import dataclass

APART = "\nꙮꙮ\n"
"""A word that is nobody's, between what does not belong together."""

_WRITING = "[^\x00-\x1f\x7f-\x9f\ufffd]{%d,}"
_UTF16 = rb"(?:[\x20-\x7e]\x00){%d,}|(?:\x00[\x20-\x7e]){%d,}"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(r"<[^<>]*>")
_WITHIN = re.compile(
    r"<(?<=\w<)/?(?:\w+:\w+|a|abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
    r"(?:</?\w+:\w+\b[^<>]*>)*"
)
"""A tag in the middle of a word, as in HTML, or the end of a run of letters, as in office files."""
_LINE = re.compile(r"\n(?=\s*<)")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_SHOWS_IN_PDF = re.compile(rb"[)\]>]\s*T[jJ]\b")
_SHOWN_IN_PDF = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]{4,})>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Letters:
    """What writing looks like in files of other things, such as pictures: runs of signs, none shorter than the shortest
    that is looked for, for short ones are everywhere by chance."""

    narrow: re.Pattern[str]
    wide: re.Pattern[bytes]

    @classmethod
    def of(cls, shortest: int) -> Letters:
        """Runs of at least so many signs."""
        return cls(re.compile(_WRITING % shortest), re.compile(_UTF16 % (shortest, shortest)))


def pieces(data: bytes, letters: Letters) -> Iterator[str]:
    """What bytes say, in pieces as they are written; those that pages share are the same pieces."""
    if data.startswith(_UTF16_MARKS):
        yield data.decode("utf-16", "ignore")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield from _among_other_things(data, letters)
        return
    if data.lstrip()[:1] in (b"{", b"["):
        with suppress(ValueError, RecursionError):
            text = APART.join(_strings(json.loads(text)))
    yield from _LINE.split(text)
    if "<" in text:
        yield _TAG.sub(" ", text)
        if _WITHIN.search(text):
            yield _TAG.sub(" ", _WITHIN.sub("", text))
    yield from _shown_in_pdf(data)


def readings(piece: str) -> Iterator[str]:
    """A piece with its entities, escapes and percent signs read."""
    plain = html.unescape(piece) if "&" in piece else piece
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain) if "\\u" in plain else plain
    yield plain
    if _PERCENT.search(plain):
        yield _PERCENT.sub(lambda match: unquote(match[0]), plain)


def _among_other_things(data: bytes, letters: Letters) -> Iterator[str]:
    """What is written in pictures, recordings and the like."""
    yield APART.join(letters.narrow.findall(data.decode("utf-8", "replace")))
    if b"\0\0\0\0\0" in data[::2] or b"\0\0\0\0\0" in data[1::2]:
        found = letters.wide.finditer(data)
        yield APART.join(match[0].replace(b"\0", b"").decode("ascii") for match in found)
    yield from _shown_in_pdf(data)


def _shown_in_pdf(stream: bytes) -> Iterator[str]:
    """What a page of a PDF shows, groups of letters together and apart: they are set one by one."""
    if not (b"Tj" in stream or b"TJ" in stream) or not _SHOWS_IN_PDF.search(stream):
        return
    shown = [
        (match[1] or b"").decode("latin-1") if match[2] is None else _of_hexadecimal(match[2])
        for match in _SHOWN_IN_PDF.finditer(stream)
    ]
    yield "".join(shown)
    yield " ".join(shown)


def _of_hexadecimal(digits: bytes) -> str:
    with suppress(ValueError):
        data = bytes.fromhex(digits.decode("ascii"))
        return data.decode("utf-16-be" if b"\0" in data[::2] else "latin-1", "ignore")
    return ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
