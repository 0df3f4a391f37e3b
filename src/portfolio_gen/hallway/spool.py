"""What does not fit into memory for a large school: values kept on disk for the length of a build.

Only the processes of one build read what lies here, and it was they who wrote it; it is private, and gone afterwards.
"""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from portfolio_gen.publish.lock import Lock

FOLDER = "spool"
"""Inside the cache, with a folder for each build that is at work."""
HELD = "held"
"""A file that is locked as long as its build is at work."""


class Slip(NamedTuple):
    """Where a value lies."""

    file: str
    start: int
    length: int
    part: int | None = None
    """Which part of the value is meant, if not all of it."""

    def fetch(self) -> Any:
        """The value; of several slips for parts of one value, each gets its part of the same.

        Raises:
            OSError: the build has ended.
        """
        if self.part is not None:
            return _whole(self._replace(part=None))[self.part]
        with open(self.file, "rb") as file:  # noqa: PTH123 - a path object per value would be for nothing
            file.seek(self.start)
            return pickle.loads(file.read(self.length))  # noqa: S301 - written by this build


@lru_cache(maxsize=1)
def _whole(slip: Slip) -> Any:
    return slip.fetch()


class Spool:
    """A folder for one build, made when it is needed and gone when the build has ended."""

    def __init__(self, cache: Path) -> None:
        """Name the cache of the school; where nothing can be written there, the system's own place is taken."""
        self._home = cache / FOLDER
        self._lock: Lock | None = None

    def __enter__(self) -> Self:
        """The same."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the folder, if there is one."""
        shared.cache_clear()
        _whole.cache_clear()
        if self._lock:
            self._lock.release()
            shutil.rmtree(self.folder, ignore_errors=True)

    @cached_property
    def folder(self) -> Path:
        """The folder; those of builds that were cut off are removed on the way.

        Raises:
            OSError: it can be made nowhere.
        """
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            self._sweep()
            folder = Path(tempfile.mkdtemp(dir=self._home))
        except OSError:
            folder = Path(tempfile.mkdtemp())
        self._lock = Lock(folder / HELD)
        self._lock.take(0)
        return folder

    def _sweep(self) -> None:
        # One without the file is just being made, and holds nothing yet.
        for left in (one for one in self._home.iterdir() if (one / HELD).exists()):
            lock = Lock(left / HELD)
            with suppress(OSError):
                if lock.take(0):
                    lock.release()
                    shutil.rmtree(left, ignore_errors=True)


def put_away(folder: Path, values: Iterable[Any]) -> list[Slip]:
    """Keep some values in a file of their own, and tell where each lies.

    Raises:
        OSError: they cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=folder)
    slips, start = [], 0
    with os.fdopen(handle, "wb") as file:
        for one in values:
            data = pickle.dumps(one, pickle.HIGHEST_PROTOCOL)
            file.write(data)
            slips.append(Slip(name, start, len(data)))
            start += len(data)
    return slips


@lru_cache(maxsize=2)
def shared(slip: Slip) -> Any:
    """A value that many units need, fetched once by each process."""
    return slip.fetch()
