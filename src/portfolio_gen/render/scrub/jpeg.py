"""JPEG and PNG inside other files: their metadata is taken out without touching a pixel."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_START, _SCAN, _END, _COMMENT = 0xD8, 0xDA, 0xD9, 0xFE
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""The next part after the coded pixels of a scan, in which such a pair of bytes cannot stand."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length."""
_ADOBE, _JFIF, _COLOURS = 0xEE, 0xE0, 0xE2
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
    }
    | {b"acTL", b"fcTL", b"fdAT", b"pHYs"}
)


def without_metadata(data: bytes) -> bytes:
    """A picture without what was written about it; anything that is neither JPEG nor PNG comes back as it is."""
    if data[:2] == b"\xff\xd8":
        return b"".join(_jpeg_parts(data))
    if data[:8] == _PNG:
        return _PNG + b"".join(_png_parts(data))
    return data


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """What is needed to see the picture: no comments, no application data but the colours'."""
    yield data[:2]
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("a marker is missing")
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == _END:
            yield data[at : at + 2]
            return  # what follows is a second picture, a film, or whatever else was hidden there
        if marker == _SCAN:
            behind = _MARKER.search(data, at + 2)
            end = behind.start() if behind else len(data)
            yield data[at:end]
            at = end
            continue
        if at + 4 > len(data):
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        part = data[at : at + 2 + length]
        if not _is_about(marker, part):
            yield part
        at += 2 + length


def _is_about(marker: int, part: bytes) -> bool:
    if marker == _JFIF:
        return part[4:8] != b"JFIF"
    if marker == _COLOURS:
        return part[4:16] != b"ICC_PROFILE\x00"
    return marker == _COMMENT or (0xE0 <= marker <= 0xEF and marker != _ADOBE)


def _png_parts(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        part = data[at : at + 12 + length]
        if part[4:8] in _PNG_KEPT:
            yield part
        if part[4:8] == b"IEND":
            return
        at += 12 + length
