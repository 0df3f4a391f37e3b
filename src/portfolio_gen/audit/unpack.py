"""What is in a published file: the file itself, and all that is packed in it."""

from __future__ import annotations

import base64
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress

MOST_BYTES = 200_000_000
"""Of everything that is unpacked from one file; more is not looked at, and said to be so."""
DEEPEST = 4
"""How many archives may lie in each other."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What unpacking raises where something is damaged or encrypted."""
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_DATA_URL = re.compile(rb"base64,([A-Za-z0-9+/]{16,}={0,2})")


class TooMuch(ValueError):
    """A file unpacks to more than is looked at."""


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of all that is packed in it: ZIP, gzip, streams of a PDF, texts of a PNG, data URLs.

    Raises:
        TooMuch: it unpacks to more than 200 MB, or archives lie too deep in each other.
    """
    return _unpacked(data, 0, [MOST_BYTES])


def _unpacked(data: bytes, depth: int, budget: list[int]) -> Iterator[bytes]:
    budget[0] -= len(data)
    if budget[0] < 0 or depth > DEEPEST:
        raise TooMuch
    yield data
    for part in _parts(data, budget[0]):
        yield from _unpacked(part, depth + 1, budget)


def _parts(data: bytes, most: int) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data, most)
    elif data.startswith(b"\x1f\x8b"):
        with suppress(*_DAMAGED), gzip.open(io.BytesIO(data)) as packed:
            yield _at_most(packed.read(most + 1), most)
    elif data.startswith(b"%PDF"):
        for match in _STREAM.finditer(data):
            if stream := _inflated(match[1], most):
                yield stream
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _of_png(data, most)
    if b"base64," in data:
        for match in _DATA_URL.finditer(data):
            with suppress(ValueError):
                yield base64.b64decode(match[1] + b"==")


def _of_zip(data: bytes, most: int) -> Iterator[bytes]:
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for one in archive.infolist():
            if one.file_size > most:
                raise TooMuch
            yield one.filename.encode()
            with suppress(*_DAMAGED):
                yield archive.read(one)


def _of_png(data: bytes, most: int) -> Iterator[bytes]:
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


def _inflated(data: bytes, most: int) -> bytes:
    with suppress(zlib.error):
        return _at_most(zlib.decompressobj().decompress(data, most + 1), most)
    return b""


def _at_most(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooMuch
    return data
