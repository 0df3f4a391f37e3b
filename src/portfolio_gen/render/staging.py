"""The folder that a site is written into, and the record of what was written."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from portfolio_gen.render.clock import Clock

_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Staging:
    """Writes files below a folder and remembers their digests."""

    def __init__(self, into: Path) -> None:
        self.into = into
        self.files: dict[str, str] = {}
        self.clock = Clock()
        self._into = f"{into}{os.sep}"
        self._folders: set[str] = set()

    def write(self, address: str, data: bytes) -> None:
        """Write a file at an address relative to the folder; the same address again must mean the same bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if self.files.get(address) == digest:
            return
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            self._make(folder)
        _put(f"{self._into}{address}", data)
        self.files[address] = digest
        self.clock.finished(address)

    def _make(self, folder: str) -> None:
        place = f"{self._into}{folder}"
        try:
            os.mkdir(place)  # noqa: PTH102 - nearly as many as files
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(place, exist_ok=True)  # noqa: PTH103 - beside the other
        self._folders.add(folder)

    def written(self) -> dict[str, str]:
        """Path to SHA-256, in order of the paths."""
        return dict(sorted(self.files.items()))


def _put(path: str, data: bytes) -> None:
    """Write a file; hundreds of thousands of objects that know paths or keep buffers take as long as writing them."""
    handle = os.open(path, _ANEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)


class Slate(Staging):
    """Takes what is written as if into a folder, keeps one file of it, and touches no disk."""

    def __init__(self, wanted: str) -> None:
        """Say which address is kept."""
        super().__init__(Path())
        self._wanted = wanted
        self.kept: bytes | None = None

    def write(self, address: str, data: bytes) -> None:
        """Keep the bytes if they are what is wanted."""
        if address == self._wanted:
            self.kept = data
