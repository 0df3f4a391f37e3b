"""MP4, M4A and QuickTime: what describes the film and its maker becomes empty space, and nothing moves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice, repeat

from portfolio_gen.model.value import dataclass

_CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf"})
_DESCRIPTIONS = frozenset({b"udta", b"meta", b"uuid", b"XMP_", b"\xa9xyz", b"loci", b"id32"})
_TIMES = frozenset({b"mvhd", b"tkhd", b"mdhd"})
"""Boxes that begin with when they were made and last changed."""
_SHOWN = frozenset({b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp"})
"""Kinds of tracks that are seen or heard; others hold what sensors of the device recorded, places among it."""
_EPOCH_BYTES = {0: 8, 1: 16}


@dataclass(frozen=True, slots=True)
class Box:
    """A part of such a file: its kind, and where it, what is in it and its end are, in bytes."""

    kind: bytes
    start: int
    body: int
    end: int


def scrub_mp4(data: bytes) -> bytes:
    """The same film with no description, no times, and nothing that sensors recorded."""
    out = bytearray(data)
    if not any(one.kind == b"moov" for one in boxes(data, 0, len(data))):
        raise ValueError("it has no table of contents")
    for box in boxes(data, 0, len(data)):
        _clear(data, out, box)
    return bytes(out)


def boxes(data: bytes, at: int, end: int) -> Iterator[Box]:
    """The boxes that lie one after the other in a stretch of a file (ISO/IEC 14496-12, section 4.2).

    Raises:
        ValueError: one is larger than that stretch.
    """
    while at + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, body)
            body += 8
        stop = end if size == 0 else at + size
        if stop < body or stop > end:
            raise ValueError("a box is larger than what it lies in")
        yield Box(kind, at, body, stop)
        at = stop


def _clear(data: bytes, out: bytearray, box: Box) -> None:
    if box.kind in _DESCRIPTIONS:
        _empty(out, box)
    elif box.kind == b"trak" and _handler(data, box) not in _SHOWN:
        room = len(data)
        for start, end in _samples(data, box):
            room -= end - start
            if room < 0:
                raise ValueError("its samples lie in one another")
            out[start:end] = bytes(end - start)
        _empty(out, box)
    elif box.kind in _TIMES:
        version = data[box.body]
        length = _EPOCH_BYTES[version]
        out[box.body + 4 : box.body + 4 + length] = bytes(length)
    elif box.kind == b"hdlr":
        out[box.body + 24 : box.end] = bytes(box.end - box.body - 24)
    elif box.kind in (b"free", b"skip", b"wide"):
        out[box.body : box.end] = bytes(box.end - box.body)
    elif box.kind in _CONTAINERS:
        for inner in boxes(data, box.body, box.end):
            _clear(data, out, inner)


def _empty(out: bytearray, box: Box) -> None:
    """Make a box one of free space, without changing its length."""
    out[box.start + 4 : box.start + 8] = b"free"
    out[box.body : box.end] = bytes(box.end - box.body)


def _inside(data: bytes, box: Box, *path: bytes) -> Box | None:
    """The box at a path of kinds below another."""
    found: Box | None = box
    for kind in path:
        if found is None:
            return None
        found = next((one for one in boxes(data, found.body, found.end) if one.kind == kind), None)
    return found


def _handler(data: bytes, track: Box) -> bytes:
    found = _inside(data, track, b"mdia", b"hdlr")
    return data[found.body + 8 : found.body + 12] if found else b""


def _samples(data: bytes, track: Box) -> Iterator[tuple[int, int]]:
    """Where a track's samples stand in the file."""
    table = _inside(data, track, b"mdia", b"minf", b"stbl")
    if table is None:
        return
    inner = {one.kind: one for one in boxes(data, table.body, table.end)}
    sizes = _sizes(data, inner[b"stsz"])
    chunks = _chunks(data, inner)
    for offset, count in zip(chunks, _counts(data, inner[b"stsc"], len(chunks)), strict=True):
        length = sum(islice(sizes, count))
        yield offset, min(offset + length, len(data))


def _sizes(data: bytes, box: Box) -> Iterator[int]:
    same, count = struct.unpack_from(">II", data, box.body + 4)
    if same * count > len(data):
        raise ValueError("it claims more samples than it holds")
    return repeat(same, count) if same else _numbers(data, box.body + 12, count, ">I")


def _chunks(data: bytes, inner: dict[bytes, Box]) -> list[int]:
    box, form = (inner[b"stco"], ">I") if b"stco" in inner else (inner[b"co64"], ">Q")
    (count,) = struct.unpack_from(">I", data, box.body + 4)
    return list(_numbers(data, box.body + 8, count, form))


def _counts(data: bytes, box: Box, chunks: int) -> list[int]:
    """How many samples each chunk has; the file gives only where the number changes."""
    (count,) = struct.unpack_from(">I", data, box.body + 4)
    runs = [struct.unpack_from(">II", data, box.body + 8 + 12 * one) for one in range(count)]
    starts = [first for first, _ in runs]
    ends = [*starts[1:], chunks + 1]
    if starts != sorted(starts) or ends[-2:] != sorted(ends[-2:]):
        raise ValueError("it counts more chunks than it has")
    return [many for (first, many), end in zip(runs, ends, strict=True) for _ in range(end - first)]


def _numbers(data: bytes, at: int, count: int, form: str) -> Iterator[int]:
    size = struct.calcsize(form)
    if at + count * size > len(data):
        raise ValueError("a table is cut off")
    return (one for (one,) in struct.iter_unpack(form, data[at : at + count * size]))
