"""A folder looked into without following anything out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Rule, Span
from portfolio_gen.read.names import CONTROL_FILES, fold, judge_name, pairs
from portfolio_gen.read.rules import (
    COLLIDING_NAMES,
    FILE_TOO_LARGE,
    HARD_LINK,
    MISSING_FILE,
    SPECIAL_FILE,
    SYMBOLIC_LINK,
    TOO_MANY_FILES,
    UNREADABLE,
    WRONG_KIND,
)
from portfolio_gen.read.wording import nearest, quoted, visible

MOST_ENTRIES = 500
"""Most files and folders in one folder of a student."""
LARGEST_TEXT = 1_000_000
"""Most bytes of a text file that is read, such as artifact.md or a ledger."""

_NEVER_FOLLOW = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder and may be used: plain files and real folders with safe names."""

    path: Path
    shown: str
    """The path from the school's folder, as diagnostics show it; empty for the school itself."""
    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    refused: frozenset[str] = field(default=frozenset())
    """Names of what is there and cannot be used; a diagnostic has said why."""

    def shows(self, name: str) -> str:
        """The path of something in it, as diagnostics show it."""
        return f"{self.shown}/{visible(name)}" if self.shown else visible(name)

    def wants(self, name: str, *, instead: str = "") -> Diagnostic:
        """The complaint that a file is missing, naming what may have been meant."""
        if name in self.folders:
            message = f"{quoted(name)} is a folder, and a file is needed"
            return Diagnostic(WRONG_KIND, Span(self.shows(name)), message, "rename the folder")
        guess = nearest(name, self.files)
        hint = f"rename {quoted(guess)} to {quoted(name)}" if guess else instead or "create it"
        return Diagnostic(MISSING_FILE, Span(self.shows(name)), f"{quoted(name)} is missing", hint)


def look_into(
    path: Path, shown: str, *, most: int = MOST_ENTRIES
) -> tuple[Folder, tuple[Diagnostic, ...]]:
    """List a folder, sorting out what cannot be used.

    Args:
        path: a folder that its parent has listed as one (or the school itself).
        shown: its path as diagnostics show it.
        most: how many entries it may have.
    """
    empty = Folder(path, shown)
    try:
        with os.scandir(path) as entries:
            kinds = {}
            for entry in entries:
                kinds[entry.name] = entry.stat(follow_symlinks=False)
                if len(kinds) > most:
                    message = f"more than {most:,} files and folders are in this folder"
                    hint = "keep only what belongs here; pack many small files into one archive"
                    return empty, (Diagnostic(TOO_MANY_FILES, Span(shown), message, hint),)
    except OSError as error:
        return empty, (_unreadable(shown, error),)
    return _sort_out(empty, {name: kinds[name] for name in sorted(kinds)})


def _sort_out(
    folder: Folder, kinds: Mapping[str, os.stat_result]
) -> tuple[Folder, tuple[Diagnostic, ...]]:
    seen = [name for name in kinds if not name.startswith(".") or name.casefold() in CONTROL_FILES]
    found = {name: one for name in seen if (one := _judge(folder, name, kinds[name]))}
    collisions = [(first, second) for first, second in pairs(seen, fold)]
    refused = frozenset(found) | {name for pair in collisions for name in pair}
    usable = [name for name in seen if name not in refused]
    sorted_out = Folder(
        folder.path,
        folder.shown,
        files=tuple(name for name in usable if stat.S_ISREG(kinds[name].st_mode)),
        folders=tuple(name for name in usable if stat.S_ISDIR(kinds[name].st_mode)),
        refused=refused,
    )
    return sorted_out, (*found.values(), *(_colliding(folder, *pair) for pair in collisions))


def _judge(folder: Folder, name: str, found: os.stat_result) -> Diagnostic | None:
    place = Span(folder.shows(name))
    if problem := judge_name(name):
        return Diagnostic(problem.rule, place, problem.message, problem.hint)
    if wrong := _wrong_kind(found):
        return Diagnostic(wrong[0], place, *wrong[1:])
    return None


def _wrong_kind(found: os.stat_result) -> tuple[Rule, str, str] | None:
    """Why a file or folder cannot be used for what it is, if so."""
    if stat.S_ISLNK(found.st_mode):
        return (
            SYMBOLIC_LINK,
            "this is a link to another place",
            "put a copy of the file here instead",
        )
    if stat.S_ISDIR(found.st_mode):
        return None
    if not stat.S_ISREG(found.st_mode):
        return (
            SPECIAL_FILE,
            "this is not a plain file (but a pipe, a device or a socket)",
            "remove it",
        )
    if found.st_nlink > 1:
        message = "this file is the same as one in another place (a hard link)"
        return HARD_LINK, message, "put a copy of the file here instead"
    return None


def _colliding(folder: Folder, first: str, second: str) -> Diagnostic:
    return Diagnostic(
        COLLIDING_NAMES,
        Span(folder.shows(second)),
        f"{quoted(second)} and {quoted(first)} are the same name for many computers",
        "rename one of them",
        (Span(folder.shows(first)),),
    )


def read_file(folder: Folder, name: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The bytes of a text file that the folder lists, if it still is a plain file and not too large."""
    shown = folder.shows(name)
    try:
        handle = os.open(folder.path / name, os.O_RDONLY | _NEVER_FOLLOW | _BINARY)
        with os.fdopen(handle, "rb") as file:
            if wrong := _wrong_kind(os.fstat(handle)):
                return None, (Diagnostic(wrong[0], Span(shown), *wrong[1:]),)
            data = file.read(LARGEST_TEXT + 1)
    except OSError as error:
        return None, (_unreadable(shown, error),)
    if len(data) > LARGEST_TEXT:
        message = f"this file is larger than {LARGEST_TEXT:,} bytes"
        hint = "text files are small; is this a picture or a document under a wrong name?"
        return None, (Diagnostic(FILE_TOO_LARGE, Span(shown), message, hint),)
    return data, ()


def _unreadable(shown: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or "unknown reason").lower()
    hint = "was it moved or renamed just now? Are you allowed to read it?"
    return Diagnostic(UNREADABLE, Span(shown), f"this cannot be read ({reason})", hint)


def inside(folder: Folder, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Stem and name of the files with one of some endings."""
    for name in folder.files:
        stem, dot, ending = name.rpartition(".")
        if dot and ending in names:
            yield stem, name
