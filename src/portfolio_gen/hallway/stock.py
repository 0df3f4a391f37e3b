"""What lies in a school's folder, so exactly that whatever changes in it shows, and without opening a file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from portfolio_gen.model.value import dataclass
from portfolio_gen.read.places import SETTINGS, SHARED_FILES

SETTLED = 2.0
"""Seconds after which two changes of a file cannot have the same time any more, even on the coarsest file systems."""
_STUDENTS, _RECORDS = "students", "transcripts"
_LEDGER = ".yml"
_READ = frozenset({SETTINGS, _STUDENTS, _RECORDS, "themes"})
"""What a build reads of a school's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Digests of names, kinds, sizes, times and inodes; equal digests, equal contents."""

    common: str
    """Of everything that is nobody's own."""
    students: Mapping[str, str] = field(default_factory=dict)
    """Student to the digest of their folder and their ledger; empty where something changed only just now."""


def take_stock(root: Path) -> Stock:
    """Look through a school's folder.

    Raises:
        OSError: a folder cannot be listed.
    """
    common = Sum()
    students = {one.name: Sum() for one in _folders(root / _STUDENTS)}
    for one in entries(str(root)):
        if one.name not in _READ:
            continue
        common.add("", one)
        for each in entries(one.path) if one.is_dir(follow_symlinks=False) else ():
            students.get(_owner(one.name, each), common).add_all(one.name, each)
    return Stock(
        common=common.digest(), students={name: one.digest() for name, one in students.items()}
    )


def _owner(folder: str, entry: os.DirEntry[str]) -> str:
    """Whose something in `students/` or `transcripts/` is; empty when it is everybody's."""
    if folder == _STUDENTS and entry.is_dir(follow_symlinks=False):
        return entry.name
    if folder == _RECORDS and entry.name not in SHARED_FILES and entry.name.endswith(_LEDGER):
        # Folders there are everybody's, such as `ballots/`, even if a student is called so.
        return "" if entry.is_dir() else entry.name.removesuffix(_LEDGER)
    return ""


class Sum:
    """A digest that grows entry by entry; every build looks so at every file, so nothing else is made on the way."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lines: list[str] = []
        self._newest = 0

    def add(self, inside: str, entry: os.DirEntry[str]) -> None:
        """Add what is known of an entry; of a folder its name, for what lies in it is added for itself."""
        if entry.is_dir(follow_symlinks=False):
            self._lines.append(f"{inside}/{entry.name}/")
            return
        found = entry.stat(follow_symlinks=False)
        written, changed = found.st_mtime_ns, found.st_ctime_ns
        self._newest = max(self._newest, written, changed)
        self._lines.append(
            f"{inside}/{entry.name}\0{found.st_mode} {found.st_size} {written} {changed} "
            f"{found.st_ino} {found.st_nlink}"
        )

    def add_all(
        self, inside: str, entry: os.DirEntry[str], but: frozenset[str] = frozenset()
    ) -> None:
        """Add an entry and, of a folder, everything below it, except folders with some names.

        Raises:
            OSError: a folder cannot be listed.
        """
        waiting = [(inside, entry)]
        while waiting:
            place, one = waiting.pop()
            self.add(place, one)
            if one.is_dir(follow_symlinks=False) and one.name not in but:
                waiting += [(f"{place}/{one.name}", each) for each in entries(one.path)]

    def digest(self) -> str:
        """Empty while something may still change without showing."""
        # No name holds a zero byte, so that no names can pass for others.
        text = "\0".join(sorted(self._lines)).encode("utf-8", "surrogateescape")
        settled = time.time_ns() - self._newest > SETTLED * 1e9
        return hashlib.blake2b(text, digest_size=16).hexdigest() if settled else ""


def entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, in no order.

    Raises:
        OSError: it cannot be listed.
    """
    with os.scandir(folder) as found:
        return list(found)


def _folders(folder: Path) -> Iterator[os.DirEntry[str]]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (one for one in entries(str(folder)) if one.is_dir(follow_symlinks=False))
