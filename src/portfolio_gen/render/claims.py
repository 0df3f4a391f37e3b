"""What the header of a picture says of its size, for files that no decoder opens: some refuse large ones themselves."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from portfolio_gen.render.scrub.mp4 import Box, boxes

Size = tuple[int, int]
"""Width and height, in pixels."""

_SIZES = b"ispe"
"""How large an item of a HEIC or AVIF is (ISO/IEC 23008-12, 6.5.3); parts have their own, the whole has the largest."""


def claimed(data: bytes) -> tuple[str, Size] | None:
    """The format of a picture and the size that its header claims, whatever else of it there is."""
    for start, mark, name, read in _HEADERS:
        if data[start : start + len(mark)] == mark:
            try:
                return name, read(data)
            except (struct.error, ValueError):
                return None
    return None


def _png(data: bytes) -> Size:
    _expect(data, 12, b"IHDR")
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _webp(data: bytes) -> Size:
    """The canvas of an extended file, or the frame of a simple one (RFC 9649, sections 2.5 to 2.7)."""
    if data[12:16] == b"VP8X":
        return _three(data, 24) + 1, _three(data, 27) + 1
    if data[12:16] == b"VP8L":
        _expect(data, 20, b"\x2f")
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    _expect(data, 23, b"\x9d\x01\x2a")
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _expect(data: bytes, at: int, mark: bytes) -> None:
    """A number stands only where the format's own mark stands before it."""
    if data[at : at + len(mark)] != mark:
        raise ValueError("it is cut off, or no such picture")


def _three(data: bytes, at: int) -> int:
    if len(data) < at + 3:
        raise ValueError("it is cut off")
    return int.from_bytes(data[at : at + 3], "little")


def _heif(data: bytes) -> Size:
    found = [struct.unpack_from(">II", data, one.body + 4) for one in _properties(data)]
    return max(found, key=lambda one: one[0] * one[1])


def _properties(data: bytes) -> Iterator[Box]:
    """Every size that stands in the description of a file's items; what comes after it may be cut off."""
    meta = _first(data, b"meta", 0, len(data))
    held = _first(data, b"iprp", meta.body + 4, meta.end)
    several = _first(data, b"ipco", held.body, held.end)
    return (one for one in boxes(data, several.body, several.end) if one.kind == _SIZES)


def _first(data: bytes, kind: bytes, start: int, end: int) -> Box:
    for one in boxes(data, start, end):
        if one.kind == kind:
            return one
    raise ValueError(f"it has no {kind.decode()}")


_HEADERS: tuple[tuple[int, bytes, str, Callable[[bytes], Size]], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "PNG", _png),
    (0, b"GIF8", "GIF", _gif),
    (8, b"WEBP", "WEBP", _webp),
    (4, b"ftypavi", "AVIF", _heif),
    (4, b"ftyp", "HEIF", _heif),
)
