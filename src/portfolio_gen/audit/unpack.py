"""What a published file says, in every way that somebody could read it: as text, decoded, unpacked, and by its name."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote

MOST_BYTES = 200_000_000
"""Of everything that is unpacked from one file; more is not looked at, and said to be so."""
DEEPEST = 4
"""How many archives may lie in each other."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What unpacking raises where something is damaged or encrypted."""
_TAG = re.compile(r"<[^<>]*>")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LETTERS = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")
_UTF16 = re.compile(rb"(?:[\x20-\x7e]\x00){6,}|(?:\x00[\x20-\x7e]){6,}")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


class TooMuch(ValueError):
    """A file unpacks to more than is looked at."""


def sayings(data: bytes) -> Iterator[str]:
    """Everything that a file's bytes say.

    Raises:
        TooMuch: it unpacks to more than 200 MB, or archives lie too deep in each other.
    """
    for part in unpacked(data):
        yield from _read(part)


def unpacked(data: bytes, depth: int = 0, budget: list[int] | None = None) -> Iterator[bytes]:
    """The bytes of a file, and of all that is packed in it: ZIP, gzip, streams of a PDF, texts of a PNG."""
    budget = [MOST_BYTES] if budget is None else budget
    budget[0] -= len(data)
    if budget[0] < 0 or depth > DEEPEST:
        raise TooMuch
    yield data
    for part in _parts(data, budget[0]):
        yield from unpacked(part, depth + 1, budget)


def _parts(data: bytes, most: int) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.infolist():
                if one.file_size > most:
                    raise TooMuch
                yield one.filename.encode()
                yield archive.read(one)
    elif data.startswith(b"\x1f\x8b"):
        with suppress(*_DAMAGED), gzip.open(io.BytesIO(data)) as packed:
            yield packed.read(most)
    elif data.startswith(b"%PDF"):
        for match in _STREAM.finditer(data):
            if stream := _inflated(match[1], most):
                yield stream
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png_texts(data, most)


def _inflated(data: bytes, most: int) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj().decompress(data, most)
    return b""


def _png_texts(data: bytes, most: int) -> Iterator[bytes]:
    """Compressed texts: zTXt and iTXt chunks (PNG 3rd edition, 11.3.3)."""
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in (b"zTXt", b"iTXt"):
            body = data[at + 8 : at + 8 + length]
            for start in (one.start() for one in re.finditer(rb"x[\x01\x5e\x9c\xda]", body)):
                if text := _inflated(body[start:], most):
                    yield text
        at += 12 + length


def _read(data: bytes) -> Iterator[str]:
    """What bytes say as text; of pictures and recordings, what is written in them in plain letters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield from (match[0].decode("utf-8", "ignore") for match in _LETTERS.finditer(data))
        yield from (match[0].replace(b"\0", b"").decode("ascii") for match in _UTF16.finditer(data))
        return
    yield from _decoded(text)
    if data.lstrip()[:1] in (b"{", b"["):
        with suppress(ValueError, RecursionError):
            yield from (said for one in _strings(json.loads(text)) for said in _decoded(one))


def _decoded(text: str) -> Iterator[str]:
    """A text as it stands, with its entities, escapes and percent signs read, and without its tags."""
    plain = html.unescape(text) if "&" in text else text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain) if "\\u" in plain else plain
    yield plain
    if "%" in plain:
        yield unquote(plain)
    if "<" in text:
        for gap in ("", " "):
            yield html.unescape(_TAG.sub(gap, text))


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
