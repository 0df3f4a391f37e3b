"""Sound: MP3, WAV and FLAC without tags, pictures of covers, and notes of the device."""

from __future__ import annotations

import struct

_WAV_KEPT = frozenset({b"fmt ", b"fact", b"data"})
_FLAC_KEPT = frozenset({0, 3})
"""Block types that players need: what the stream is, and where to find a second in it."""


def scrub_mp3(data: bytes) -> bytes:
    """An MP3 without ID3, APE and Lyrics3 tags at its start and end."""
    while data[:3] == b"ID3" and len(data) >= 10:
        size = sum((data[6 + place] & 0x7F) << (7 * (3 - place)) for place in range(4))
        data = data[10 + size + (10 if data[5] & 0x10 else 0) :]
    while (shorter := _without_tail(data)) != data:
        data = shorter
    first = next((at for at in range(len(data) - 2) if _is_frame(data, at)), None)
    if first is None:
        raise ValueError("there is no sound in it")
    return data[first:]


def _without_tail(data: bytes) -> bytes:
    if data[-128:-125] == b"TAG":
        return data[:-128]
    if data[-32:-24] == b"APETAGEX":
        (size,) = struct.unpack("<I", data[-20:-16])
        has_header = data[-9] & 0x80
        return data[: -(size + (32 if has_header else 0))]
    if data[-9:] == b"LYRICS200":
        return data[: -(int(data[-15:-9]) + 15)]
    return data


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
    kept, at = [], 12
    while at + 8 <= len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        if data[at : at + 4] in _WAV_KEPT:
            body = data[at + 8 : at + 8 + size]
            kept.append(
                data[at : at + 4] + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
            )
        at += 8 + size + size % 2
    body = b"WAVE" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


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
    return data[:4] + b"".join(kept) + data[at:]
