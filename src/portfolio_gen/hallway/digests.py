"""What files hold, remembered: a file is read again only when its size, its times or its inode have changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from portfolio_gen.hallway import stock

FORMAT = 2


class Known(NamedTuple):
    """A file as it was when its digest was taken."""

    size: int
    time: int
    """Time at which it was last written to, in nanoseconds, or whatever somebody has set that to."""
    change: int
    """Time at which the system has last seen a change of it, which nobody can set."""
    inode: int
    digest: str

    @classmethod
    def of(cls, found: os.stat_result, digest: str) -> Known:
        """A file of which the system says so much."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, digest)

    def is_settled(self, now: int) -> bool:
        """Whether another change would show: two at nearly the same time may look like one."""
        return now - max(self.time, self.change) > stock.SETTLED * 1e9


class Taken(NamedTuple):
    """What somebody else has looked up with the same memory."""

    used: Mapping[str, Known]
    unsettled: frozenset[str]


class Digests:
    """SHA-256 of the files of one school, kept between builds in a file that may be deleted at any time."""

    def __init__(self, root: Path, known: Mapping[str, Known] | None = None) -> None:
        """Begin with what is known.

        Args:
            root: the school's folder; what is remembered is relative to it, so that it can be moved.
            known: path to what was known of the file.
        """
        self._root = root
        self._known = dict(known or {})
        self._used: dict[str, Known] = {}
        self._unsettled: set[str] = set()
        """What was changed so shortly before it was read that another change might not show."""

    @classmethod
    def load(cls, root: Path, store: Path) -> Digests:
        """What an earlier build has remembered; nothing when the store is absent, older or damaged."""
        try:
            document = json.loads(store.read_bytes())
            return cls(root, dict(_read(document)))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(root)

    def of(self, path: Path) -> str:
        """SHA-256 of a file, in hexadecimal.

        Raises:
            OSError: the file cannot be read.
        """
        key, now = self._key(path), time.time_ns()
        found = path.stat()
        known = self._used.get(key) or self._known.get(key)
        if known is None or known != Known.of(found, known.digest):
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            known = Known.of(found, digest)
            if not known.is_settled(now):
                self._unsettled.add(key)
        self._used[key] = known
        return known.digest

    def taken(self) -> Taken:
        """What has been looked up since the last time that somebody asked; it stays known here."""
        taken = Taken(self._used, frozenset(self._unsettled))
        self._known |= self._used
        self._used, self._unsettled = {}, set()
        return taken

    def take_over(self, taken: Taken) -> None:
        """Count what somebody else has looked up as looked up here."""
        self._used |= taken.used
        self._unsettled |= taken.unsettled

    def save(self, store: Path, *, all_used: bool) -> None:
        """Remember for the next build; without effect where nothing can be written.

        Args:
            store: the file to write.
            all_used: whether the whole school was asked for, so that what was not used is gone.
        """
        used = {path: one for path, one in self._used.items() if path not in self._unsettled}
        kept = used if all_used else self._known | used
        if kept == self._known:
            return
        files = {path: list(one) for path, one in sorted(kept.items())}
        text = json.dumps({"format": FORMAT, "seal": _seal(files), "files": files})
        with contextlib.suppress(OSError):
            store.parent.mkdir(parents=True, exist_ok=True)
            draft = store.with_name(f"{store.name}.{os.getpid()}")
            draft.write_text(text, encoding="utf-8")
            draft.replace(store)

    def _key(self, path: Path) -> str:
        return (
            path.relative_to(self._root).as_posix()
            if path.is_relative_to(self._root)
            else str(path)
        )


def _read(document: Any) -> Iterator[tuple[str, Known]]:
    """The entries of a store, if it is whole."""
    files = document["files"]
    if document["format"] != FORMAT or document["seal"] != _seal(files):
        raise ValueError("another format, or damaged")
    for path, (*numbers, digest) in files.items():
        size, written, change, inode = map(int, numbers)
        yield path, Known(size, written, change, inode, str(digest))


def _seal(files: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
