"""What lies in a school's folder, so exactly that whatever changes in it shows, and without opening a file."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_gen.read.ledger import SHARED_FILES
from portfolio_gen.read.school import SETTINGS

SETTLED = 2.0
"""Seconds after which two changes of a file cannot have the same time any more, even on the coarsest file systems."""
_STUDENTS, _RECORDS = "students", "transcripts"
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
    common = _Sum()
    students = {one.name: _Sum() for one in _folders(root / _STUDENTS)}
    for one in _entries(root):
        if one.name not in _READ:
            continue
        common.add("", one)
        for each in _entries(Path(one.path)) if one.is_dir(follow_symlinks=False) else ():
            _add_all(students.get(_owner(one.name, each), common), each, one.name)
    return Stock(
        common=common.digest(), students={name: one.digest() for name, one in students.items()}
    )


def _owner(folder: str, entry: os.DirEntry[str]) -> str:
    """Whose something in `students/` or `transcripts/` is; empty when it is everybody's."""
    if folder == _STUDENTS and entry.is_dir(follow_symlinks=False):
        return entry.name
    if folder == _RECORDS and entry.name not in SHARED_FILES:
        return entry.name.removesuffix(".yml")
    return ""


class _Sum:
    """A digest that grows entry by entry."""

    def __init__(self) -> None:
        self._digest = hashlib.blake2b(digest_size=16)
        self._newest = 0

    def add(self, inside: str, entry: os.DirEntry[str]) -> None:
        """Add what is known of an entry; of a folder its name and kind, for what lies in it is added for itself."""
        found = entry.stat(follow_symlinks=False)
        told = f"{inside}/{entry.name}\0{found.st_mode}"
        if not stat.S_ISDIR(found.st_mode):
            self._newest = max(self._newest, found.st_mtime_ns, found.st_ctime_ns)
            told += f" {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_nlink}"
        self._digest.update(f"{told}\n".encode("utf-8", "surrogateescape"))

    def digest(self) -> str:
        """Empty while something may still change without showing."""
        settled = time.time_ns() - self._newest > SETTLED * 1e9
        return self._digest.hexdigest() if settled else ""


def _add_all(to: _Sum, entry: os.DirEntry[str], inside: str) -> None:
    to.add(inside, entry)
    if entry.is_dir(follow_symlinks=False):
        for one in _entries(Path(entry.path)):
            _add_all(to, one, f"{inside}/{entry.name}")


def _folders(folder: Path) -> Iterator[os.DirEntry[str]]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (one for one in _entries(folder) if one.is_dir(follow_symlinks=False))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        yield from sorted(found, key=lambda one: one.name)
