"""Text as it was written: data, programs, rules, captions."""

from __future__ import annotations

import csv
from pathlib import Path

from ..request import Request


def plain_text(request: Request, to: Path) -> None:
    """The content with one line break at its end."""
    to.write_text(_content(request) + "\n", encoding="utf-8", newline="\n")


def table(request: Request, to: Path) -> None:
    """A table of comma-separated values; every row must be as wide as the first."""
    text = _content(request)
    widths = [len(row) for row in csv.reader(text.splitlines())]
    for line, width in enumerate(widths, 1):
        if width != widths[0]:
            raise ValueError(
                f"{request.path}: line {line} has {width} values, the first has {widths[0]}"
            )
    to.write_text(text + "\n", encoding="utf-8", newline="\n")


def captions(request: Request, to: Path) -> None:
    """WebVTT captions, with their heading."""
    text = _content(request)
    heading = "" if text.startswith("WEBVTT") else "WEBVTT\n\n"
    to.write_text(heading + text + "\n", encoding="utf-8", newline="\n")


def _content(request: Request) -> str:
    text = request.content.rstrip()
    if not text:
        raise ValueError(f"{request.path}: a {request.kind} needs `content`")
    return text
