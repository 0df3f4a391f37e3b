"""Heard and moving things: tunes, voices, short clips."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..request import Request
from .clip import clip, still
from .melody import melody
from .speech import speech

KINDS: dict[str, Callable[[Request, Path], None]] = {
    "melody": melody,
    "speech": speech,
    "clip": clip,
    "still": still,
}
