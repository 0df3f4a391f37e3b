"""Sound: MP3, WAV and FLAC without tags, pictures of covers, and notes of the device."""

from __future__ import annotations

import struct

_WAV_KEPT = frozenset({b"fmt ", b"fact", b"data"})
_SILENCE = 1_000_000
"""Bytes at most between the tags and the first frame of an MP3."""
_FLAC_KEPT = frozenset({0, 3})
"""Block types that players need: what the stream is, and where to find a second in it."""


def scrub_mp3(data: bytes) -> bytes:
    """An MP3 without ID3, APE and Lyrics3 tags at its start and end."""
    start, end = 0, len(data)
    while data[start : start + 3] == b"ID3" and start + 10 <= end:
        size = sum((data[start + 6 + place] & 0x7F) << (7 * (3 - place)) for place in range(4))
        start += 10 + size + (10 if data[start + 5] & 0x10 else 0)
    while tail := _tail(data[max(start, end - 128) : end]):
        end -= tail
    found = (at for at in range(start, min(end - 2, start + _SILENCE)) if _is_frame(data, at))
    first = next(found, None)
    if first is None:
        raise ValueError("there is no sound in it")
    return data[first:end]


def _tail(end: bytes) -> int:
    """How long the tag is with which a file ends, from its last 128 bytes; 0 when there is none."""
    if end[-128:-125] == b"TAG":
        return 128
    if end[-32:-24] == b"APETAGEX":
        (size,) = struct.unpack("<I", end[-20:-16])
        has_header = end[-9] & 0x80
        return int(size) + (32 if has_header else 0)
    if end[-9:] == b"LYRICS200":
        return int(end[-15:-9]) + 15
    return 0


def _is_frame(data: bytes, at: int) -> bool:
    """Whether a frame begins here: its sign, then version, layer, bit rate and sampling rate that exist."""
    sign, second, third = data[at], data[at + 1], data[at + 2]
    exists = (
        second & 0x18 != 0x08 and second & 0x06 and third & 0xF0 != 0xF0 and third & 0x0C != 0x0C
    )
    return sign == 0xFF and second & 0xE0 == 0xE0 and bool(exists)


def scrub_wav(data: bytes) -> bytes:
    """A WAV with its format and its samples alone."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ValueError("it is no WAV")
    seen = memoryview(data)
    kept: list[bytes | memoryview] = [b"WAVE"]
    at = 12
    while at + 8 <= len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        if data[at : at + 4] in _WAV_KEPT:
            body = seen[at + 8 : at + 8 + size]
            head = data[at : at + 4] + struct.pack("<I", len(body))
            kept += [head, body, b"\0" * (len(body) % 2)]
        at += 8 + size + size % 2
    return b"".join([b"RIFF", struct.pack("<I", sum(map(len, kept))), *kept])


def scrub_flac(data: bytes) -> bytes:
    """A FLAC without comments, pictures and padding."""
    if data[:4] != b"fLaC":
        raise ValueError("it is no FLAC")
    kept, at, last = [], 4, False
    while not last:
        last, kind = bool(data[at] & 0x80), data[at] & 0x7F
        end = at + 4 + int.from_bytes(data[at + 1 : at + 4], "big")
        if kind in _FLAC_KEPT:
            kept.append(bytes([kind]) + data[at + 1 : end])
        at = end
    kept[-1] = bytes([kept[-1][0] | 0x80]) + kept[-1][1:]
    return b"".join([data[:4], *kept, memoryview(data)[at:]])
