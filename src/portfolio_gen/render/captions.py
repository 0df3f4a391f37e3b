"""Captions: as WebVTT whatever program wrote them, and as a text to read."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from portfolio_gen.render.readings import decoded

_TIMES = re.compile(
    r"^[ \t]*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})[ \t]+-->[ \t]+"
    r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})([^\n]*)$"
)
_COMMA = re.compile(r"(\d\d:\d\d),(\d{3})")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
_MARKUP = re.compile(r"<[^<>]{0,200}>")
_PAUSE = 2.5
"""Seconds of silence after which a new paragraph begins."""
_LONGEST = 500
"""Letters after which it begins at the next full stop, too."""
LONGEST = 200_000
"""Letters of a transcript on a page."""


def as_captions(data: bytes) -> bytes:
    """Captions as browsers read them; those of a SubRip file (`.srt`) have other signs and no heading."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("WEBVTT"):
        return text.encode()
    lines = (_COMMA.sub(r"\1.\2", one) if "-->" in one else one for one in text.split("\n"))
    return ("WEBVTT\n\n" + "\n".join(lines).strip() + "\n").encode()


def as_text(data: bytes) -> tuple[str, ...]:
    """What captions say, in paragraphs: a new one for each speaker and after each pause."""
    parts: list[list[str]] = []
    speaker, ended = "", 0.0
    for start, end, words, by in _cues(decoded(data)[:LONGEST]):
        full = (
            parts
            and sum(map(len, parts[-1])) > _LONGEST
            and parts[-1][-1].endswith((".", "?", "!"))
        )
        if not parts or full or start - ended > _PAUSE or (by and by != speaker):
            parts.append([f"{by}:"] if by and by != speaker else [])
        if words and parts[-1][-1:] != [words]:  # some programs write each line twice, rolling
            parts[-1].append(words)
        speaker, ended = by or speaker, end
    return tuple(" ".join(one) for one in parts if one)


def paragraphs(data: bytes) -> tuple[str, ...]:
    """The paragraphs of a text that somebody has written."""
    text = decoded(data)[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    return tuple(" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip())


def _cues(text: str) -> Iterator[tuple[float, float, str, str]]:
    """Start, end, words and speaker of each cue."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        place = next((at for at, one in enumerate(lines[:3]) if _TIMES.match(one)), None)
        if place is None:
            continue
        match = _TIMES.match(lines[place])
        assert match  # noqa: S101 - it has just matched
        said = " ".join(lines[place + 1 :])
        by = _SPEAKER.search(said)
        words = html.unescape(_MARKUP.sub("", said))
        yield (
            _at(match.groups()[:4]),
            _at(match.groups()[4:8]),
            " ".join(words.split()),
            (html.unescape(by[1]).strip() if by else ""),
        )


def _at(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(one or 0) for one in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
