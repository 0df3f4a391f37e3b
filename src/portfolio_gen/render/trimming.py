"""The cache stays within bounds: what nobody has needed for long goes, and the oldest beyond a size."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 20_000_000_000
"""All entries together: the pictures of a school of a thousand students who show sixty photographs each."""
LONGEST = 120 * 86_400.0
"""Seconds for which an entry stays that nobody needs; longer than any holidays."""
RARELY = 86_400.0
"""Seconds between two looks at all entries."""
STAMP = "trimmed"


def trim_cache(cache: Path, *, most: int = MOST_BYTES) -> None:
    """Remove entries that were not used for long, and the longest unused until all others fit; once a day, in silence.

    An entry's time is that of its last use, and whatever is removed is made again when somebody needs it.
    """
    now = time.time()
    stamp = cache / STAMP
    with suppress(OSError):
        if cache.is_dir() and not _is_recent(stamp, now):
            stamp.touch()
            _trim(cache, now, most)


def _is_recent(stamp: Path, now: float) -> bool:
    return stamp.exists() and abs(now - stamp.stat().st_mtime) < RARELY


def _trim(cache: Path, now: float, most: int) -> None:
    kept = 0
    for used, size, path in sorted(_entries(cache), reverse=True):
        kept += size
        if kept > most or now - used > LONGEST:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - of hundreds of thousands


def _entries(cache: Path) -> Iterator[tuple[float, int, str]]:
    """Time of last use, size and path of everything two folders deep, which is where entries lie."""
    for kind in _folders(str(cache)):
        for shelf in _folders(kind):
            with suppress(OSError), os.scandir(shelf) as entries:
                for one in entries:
                    found = one.stat(follow_symlinks=False)
                    yield found.st_mtime, found.st_size, one.path


def _folders(place: str) -> list[str]:
    with suppress(OSError), os.scandir(place) as entries:
        return [one.path for one in entries if one.is_dir(follow_symlinks=False)]
    return []
