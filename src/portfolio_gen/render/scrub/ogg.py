"""Ogg (Vorbis, Opus, Theora): comments are overwritten in place, so that no page moves."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_COMMENTS = (b"\x03vorbis", b"OpusTags", b"\x81theora")
"""How packets of comments begin."""
_FRAMED = b"\x03vorbis"
_EARLY_PAGES = 64
"""Comments stand at the start; further on there is only sound and picture."""


def scrub_ogg(data: bytes) -> bytes:
    """The same stream with comments that say nothing."""
    out = bytearray(data)
    for spans in _comment_packets(data):
        _blank(out, spans)
    for page, end in _pages(data, _EARLY_PAGES):
        out[page + 22 : page + 26] = b"\0\0\0\0"
        out[page + 22 : page + 26] = struct.pack("<I", _checksum(bytes(out[page:end])))
    return bytes(out)


def _pages(data: bytes, most: int) -> Iterator[tuple[int, int]]:
    """Start and end of each page."""
    at = 0
    for _ in range(most):
        if at >= len(data):
            return
        if data[at : at + 4] != b"OggS":
            raise ValueError("a page is missing")
        lengths = data[at + 27 : at + 27 + data[at + 26]]
        end = at + 27 + len(lengths) + sum(lengths)
        if end > len(data):
            raise ValueError("a page is cut off")
        yield at, end
        at = end


def _comment_packets(data: bytes) -> Iterator[list[tuple[int, int]]]:
    """Packets of comments, each as the stretches of the file that hold it."""
    open_packets: dict[bytes, list[tuple[int, int]]] = {}
    for page, _ in _pages(data, _EARLY_PAGES):
        stream = data[page + 14 : page + 18]
        count = data[page + 26]
        at = page + 27 + count
        for length in data[page + 27 : page + 27 + count]:
            spans = open_packets.setdefault(stream, [])
            spans.append((at, at + length))
            at += length
            if length < 255:
                packet = open_packets.pop(stream)
                if b"".join(data[a:b] for a, b in packet[:1]).startswith(_COMMENTS):
                    yield packet


def _blank(out: bytearray, spans: list[tuple[int, int]]) -> None:
    """Write an empty vendor and one comment made of spaces, exactly as long as what stood there."""
    packet = b"".join(bytes(out[start:end]) for start, end in spans)
    start = next(one for one in _COMMENTS if packet.startswith(one))
    room = len(packet) - len(start) - 12 - (1 if start == _FRAMED else 0)
    words = b"X=".ljust(room) if room >= 2 else b""
    body = struct.pack("<II", 0, 1) + struct.pack("<I", len(words)) + words
    if room < 2:
        body = struct.pack("<II", 0, 0)
    blank = (start + body + (b"\x01" if start == _FRAMED else b"")).ljust(len(packet), b"\0")
    at = 0
    for begin, end in spans:
        out[begin:end] = blank[at : at + end - begin]
        at += end - begin


def _table() -> tuple[int, ...]:
    def entry(value: int) -> int:
        for _ in range(8):
            value = ((value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        return value

    return tuple(entry(one << 24) for one in range(256))


_CHECKSUMS = _table()


def _checksum(page: bytes) -> int:
    """Ogg's CRC-32: not reflected, starting at zero."""
    value = 0
    for one in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ _CHECKSUMS[(value >> 24) ^ one]
    return value
