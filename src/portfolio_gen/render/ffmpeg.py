"""How long a recording is, how large a film, and a picture from it. The only module that calls ffmpeg and ffprobe.

Both are asked about a copy that lies in a folder of its own, are told its format instead of guessing it, and may open
nothing else: some formats are lists of further addresses.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.aside import asked
from portfolio_gen.render.derived import BrokenPicture, Derived

RECIPE = "1"
"""Changes when the same film would give another picture."""
FORMATS: Mapping[str, str] = {
    **dict.fromkeys((".mp4", ".m4a", ".mov"), "mov"),
    **dict.fromkeys((".ogg", ".ogv"), "ogg"),
    ".webm": "matroska",
    ".mp3": "mp3",
    ".wav": "wav",
    ".flac": "flac",
}
"""Extension of a published recording to what ffmpeg calls its format."""
_WIDEST = 1600


class CannotWatch(Exception):
    """Nothing can be said about a recording."""


@dataclass(frozen=True, slots=True)
class Film:
    """What is known of a recording before it is played."""

    seconds: float
    width: int = 0
    """Of a film, as it is seen; 0 for what is only heard."""
    height: int = 0
    poster: Derived | None = None
    """A picture from its first tenth."""


@lru_cache(maxsize=1)
def is_here() -> bool:
    """Whether ffmpeg and ffprobe are installed on this machine."""
    return bool(shutil.which("ffmpeg") and shutil.which("ffprobe"))


def watched(data: bytes, extension: str) -> Film:
    """What is known of a recording.

    Args:
        data: its content.
        extension: one of `FORMATS`.

    Raises:
        CannotWatch: ffmpeg makes nothing of it, or takes too long.
    """
    with _laid_down(data) as path:
        source = (
            "-f",
            FORMATS[extension],
            "-protocol_whitelist",
            "file,pipe",
            "-i",
            f"file:{path}",
        )
        film = _measured(source)
        if not film.width:
            return film
        return Film(film.seconds, film.width, film.height, _poster(source, film.seconds))


@contextmanager
def _laid_down(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film"
        path.write_bytes(data)
        yield path


def _measured(source: tuple[str, ...]) -> Film:
    entries = "format=duration:stream=codec_type,width,height:stream_disposition=attached_pic:stream_side_data=rotation"
    said = asked(("ffprobe", "-v", "error", "-show_entries", entries, "-of", "json", *source))
    try:
        about: dict[str, Any] = json.loads(said or b"")
        streams = about.get("streams", [])
        seen: dict[str, Any] = next((one for one in streams if _is_seen(one)), {})
        width, height = int(seen.get("width", 0)), int(seen.get("height", 0))
        sides = (height, width) if _lies(seen) else (width, height)
        return Film(max(0.0, float(about["format"]["duration"])), *sides)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotWatch from error


def _is_seen(stream: dict[str, Any]) -> bool:
    """Whether it is moving pictures, and not the cover of a song."""
    covers = stream.get("disposition", {}).get("attached_pic", 0)
    return stream.get("codec_type") == "video" and not covers


def _lies(stream: dict[str, Any]) -> bool:
    """Whether a phone was held upright while it filmed, which players put right."""
    turns = (int(one.get("rotation", 0)) for one in stream.get("side_data_list", []))
    return any(turn % 180 for turn in turns)


def _poster(source: tuple[str, ...], seconds: float) -> Derived | None:
    """The frame that looks most like those around it, a tenth into the film: films begin in the dark."""
    start = f"{min(seconds / 10, 30):.2f}"
    shape = f"thumbnail=20,scale='min({_WIDEST},iw)':-2"
    words = ("ffmpeg", "-v", "error", "-nostdin", "-threads", "1", "-ss", start, *source)
    wanted = (
        "-an",
        "-frames:v",
        "1",
        "-vf",
        shape,
        "-threads",
        "1",
        "-c:v",
        "png",
        "-f",
        "image2pipe",
        "pipe:1",
    )
    frame = asked((*words, *wanted))
    try:
        from portfolio_gen.render.images import derive

        return derive(frame) if frame else None
    except BrokenPicture:
        return None
