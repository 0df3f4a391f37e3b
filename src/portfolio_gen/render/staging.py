"""The folder that a site is written into, and the record of what was written."""

from __future__ import annotations

import hashlib
from pathlib import Path

from portfolio_gen.render.clock import Clock


class Staging:
    """Writes files below a folder and remembers their digests."""

    def __init__(self, into: Path) -> None:
        self.into = into
        self.files: dict[str, str] = {}
        self.clock = Clock()
        self._folders: set[Path] = set()

    def write(self, address: str, data: bytes) -> None:
        """Write a file at an address relative to the folder; the same address again must mean the same bytes."""
        digest = hashlib.sha256(data).hexdigest()
        if self.files.get(address) == digest:
            return
        path = self.into / address
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        path.write_bytes(data)
        self.files[address] = digest
        self.clock.finished(address)

    def written(self) -> dict[str, str]:
        """Path to SHA-256, in order of the paths."""
        return dict(sorted(self.files.items()))
