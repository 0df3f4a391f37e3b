"""One build at a time: the second waits a moment, then gives way."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PAUSE = 0.05


class Lock:
    """A lock on a file, which the system lets go when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made when the lock is taken."""
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self, wait: float) -> bool:
        """Try for some seconds to become the only holder; tell whether it worked.

        Raises:
            OSError: the file cannot be made.
        """
        file = self._path.open("ab")
        end = time.monotonic() + wait
        while not _locked(file):
            if time.monotonic() >= end:
                file.close()
                return False
            time.sleep(PAUSE)
        self._file = file
        return True

    def release(self) -> None:
        """Let the next one in."""
        if self._file is not None:
            self._file.close()
            self._file = None


@contextmanager
def alone(path: Path, wait: float) -> Iterator[bool]:
    """Be the only holder of a lock, whose folder is made; says whether that worked within some seconds.

    Raises:
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = Lock(path)
    taken = lock.take(wait)
    try:
        yield taken
    finally:
        lock.release()


if os.name == "nt":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
