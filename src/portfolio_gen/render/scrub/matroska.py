"""WebM: tags, attachments and the words in its description become empty space."""

from __future__ import annotations

from collections.abc import Iterator

_SEGMENT, _INFO, _TRACKS, _TRACK = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
_EMPTIED = frozenset({0x1254C367, 0x1941A469, 0x73A4, 0x7384, 0x3C83AB, 0x3EB923, 0x4444})
"""Tags, attachments, ids and names of the file and its neighbours."""
_BLANKED = frozenset({0x7BA9, 0x4D80, 0x5741, 0x536E, 0x4461})
"""Title, programs that wrote it, names of tracks, date; they keep their place and lose what they say."""
_CONTAINERS = frozenset({_SEGMENT, _INFO, _TRACKS, _TRACK})
_VOID = 0xEC


def scrub_matroska(data: bytes) -> bytes:
    """The same film without anything about its maker."""
    if data[:4] != b"\x1a\x45\xdf\xa3":
        raise ValueError("it is no WebM")
    if not any(kind == _SEGMENT for kind, *_ in _elements(data, 0, len(data))):
        raise ValueError("there is no film in it")
    out = bytearray(data)
    _walk(data, out, 0, len(data))
    return bytes(out)


def _walk(data: bytes, out: bytearray, at: int, end: int) -> None:
    for kind, start, body, stop in _elements(data, at, end):
        if kind in _EMPTIED:
            _void(out, start, stop)
        elif kind in _BLANKED or kind == _VOID:
            out[body:stop] = bytes(stop - body)
        elif kind in _CONTAINERS:
            _walk(data, out, body, stop)


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Id, start, start of the content, and end of each element."""
    while at < end:
        kind, body = _number(data, at, keep_mark=True)
        size, body = _number(data, body, keep_mark=False)
        stop = end if size is None else body + size
        if kind is None or stop > end:
            raise ValueError("an element is larger than what it lies in")
        yield kind, at, body, stop
        at = stop


def _number(data: bytes, at: int, *, keep_mark: bool) -> tuple[int | None, int]:
    """A number of variable length and where it ends; None for a size that is not known."""
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8:
        raise ValueError("a number is too long")
    value = int.from_bytes(data[at : at + length], "big")
    if keep_mark:
        return value, at + length
    value &= (1 << (7 * length)) - 1
    return (None if value == (1 << (7 * length)) - 1 else value), at + length


def _void(out: bytearray, start: int, stop: int) -> None:
    """Make an element one of empty space, of the same length."""
    room = stop - start
    width = next(one for one in range(1, 9) if room - 1 - one < (1 << (7 * one)) - 1)
    size = room - 1 - width
    head = bytes([_VOID]) + ((1 << (7 * width)) | size).to_bytes(width, "big")
    out[start:stop] = head + bytes(size)
