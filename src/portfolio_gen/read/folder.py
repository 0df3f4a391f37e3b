"""A folder looked into without following anything out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field, replace
from io import BufferedReader
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias
from unicodedata import normalize

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told, nearest
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import reason_of, tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.names import CONTROL_FILES, fold, judge_name, like_another
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
from portfolio_gen.read.wording import quoted, visible

Found: TypeAlias = tuple[Diagnostic, ...]
"""What was found to be wrong on the way."""

MOST_ENTRIES = 500
"""Most files and folders in one folder of a student."""
LARGEST_TEXT = 1_000_000
"""Most bytes of a text file that is read, such as artifact.md or a ledger."""

# Never follow a link, never wait for the other end of a pipe.
_WARILY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


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

    def says(self, rule: Rule, name: str, message: Told, hint: Told) -> Diagnostic:
        """A diagnostic about something in it."""
        return Diagnostic(rule, Span(self.shows(name)), message, hint)

    def misses(self, name: str) -> Diagnostic:
        """The complaint that a file is not there, naming what may have been meant."""
        if name in self.folders:
            return self.says(
                WRONG_KIND,
                name,
                tell("%(name)s is a folder, and a file is needed", name=quoted(name)),
                tell("rename it"),
            )
        guess = nearest(name, self.files)
        hint = (
            tell("rename %(guess)s to %(name)s", guess=quoted(guess), name=quoted(name))
            if guess
            else tell("create %(name)s", name=quoted(name))
        )
        return self.says(MISSING_FILE, name, tell("%(name)s is missing", name=quoted(name)), hint)


def from_school(root: Path, path: Path) -> str:
    """A path as diagnostics show it: from the school's folder, wherever it leads."""
    try:
        return Path(os.path.relpath(path.absolute(), root.absolute())).as_posix()
    except ValueError:  # on another drive
        return path.absolute().as_posix()


def look_into(
    path: Path, shown: str, *, most: int = MOST_ENTRIES, among: frozenset[str] | None = None
) -> tuple[Folder | None, Found]:
    """List a folder, sorting out what cannot be used.

    Args:
        path: a folder that its parent has listed as one, or the school itself.
        shown: its path as diagnostics show it.
        most: how many entries it may have.
        among: the names that matter, when others are nobody's business; None when all do.
    """
    try:
        kinds, vanished = _list(path, most)
    except OSError as error:
        return None, (unreadable(shown or ".", error),)
    if len(kinds) > most:
        message = tell("more than %(most)s files and folders are in this folder", most=Figure(most))
        hint = tell("keep only what belongs here; pack many small files into one archive")
        return None, (Diagnostic(TOO_MANY_FILES, Span(shown), message, hint),)
    empty = Folder(path, shown)
    gone = tuple(unreadable(empty.shows(name), error) for name, error in sorted(vanished.items()))
    folder, found = _sort_out(empty, {name: kinds[name] for name in sorted(kinds)}, among)
    return replace(folder, refused=folder.refused | vanished.keys()), gone + found


def _list(path: Path, most: int) -> tuple[dict[str, os.stat_result], dict[str, OSError]]:
    """Name to kind, for one entry more than may be there at most; and what could not be looked at."""
    kinds: dict[str, os.stat_result] = {}
    vanished: dict[str, OSError] = {}
    with os.scandir(path) as entries:
        for entry in entries:
            if _is_hidden(entry.name):
                continue
            try:
                kinds[entry.name] = entry.stat(follow_symlinks=False)
            except OSError as error:
                vanished[entry.name] = error
            if len(kinds) > most:
                break
    return kinds, vanished


def _is_hidden(name: str) -> bool:
    """Whether it is one of the hidden files that computers and editors leave everywhere."""
    first, second = name[:1], name[1:2]
    return first == "." and second != "." and name.casefold() not in CONTROL_FILES


def _sort_out(
    folder: Folder, kinds: Mapping[str, os.stat_result], among: frozenset[str] | None
) -> tuple[Folder, Found]:
    judged = [name for name in kinds if among is None or name in among]
    found = {name: one for name in judged if (one := _judge(folder, name, kinds[name]))}
    alike = {name: _collision(folder, name, other) for name, other in like_another(judged, fold)}
    refused = frozenset({*found, *alike})
    usable = [name for name in kinds if name not in refused]
    return (
        Folder(
            folder.path,
            folder.shown,
            files=tuple(name for name in usable if stat.S_ISREG(kinds[name].st_mode)),
            folders=tuple(name for name in usable if stat.S_ISDIR(kinds[name].st_mode)),
            refused=refused,
        ),
        (*found.values(), *alike.values()),
    )


def _judge(folder: Folder, name: str, found: os.stat_result) -> Diagnostic | None:
    problem = judge_name(name) or _wrong_kind(found)
    return folder.says(problem[0], name, problem[1], problem[2]) if problem else None


def _wrong_kind(found: os.stat_result) -> tuple[Rule, Told, Told] | None:
    """Why something cannot be used as a file or folder, if so."""
    if stat.S_ISLNK(found.st_mode):
        return (
            SYMBOLIC_LINK,
            tell("this is a link to another place"),
            tell("put a copy here instead"),
        )
    if stat.S_ISDIR(found.st_mode):
        return None
    if not stat.S_ISREG(found.st_mode):
        message = tell("this is not a plain file but a pipe, a device or a socket")
        return SPECIAL_FILE, message, tell("remove it")
    if found.st_nlink > 1:
        message = tell("this file is one and the same as a file in another place (a hard link)")
        return HARD_LINK, message, tell("put a copy here instead")
    return None


def _collision(folder: Folder, name: str, other: str) -> Diagnostic:
    alike = tell(
        "%(name)s and %(other)s are one and the same name on many computers",
        name=quoted(name),
        other=quoted(other),
    )
    if normalize("NFC", name) == normalize("NFC", other):
        alike = tell(
            "%(name)s is here twice, with its accents stored in two ways", name=quoted(name)
        )
    return Diagnostic(
        COLLIDING_NAMES,
        Span(folder.shows(name)),
        alike,
        tell("rename one of them"),
        (Span(folder.shows(other)),),
    )


_DRAFTS: ContextVar[Mapping[str, bytes]] = ContextVar("_DRAFTS", default=MappingProxyType({}))


@contextmanager
def drafted(drafts: Mapping[str, bytes]) -> Iterator[None]:
    """Within this, and in this thread, texts are read as somebody is just writing them: path as shown to bytes."""
    before = _DRAFTS.set(drafts)
    try:
        yield
    finally:
        _DRAFTS.reset(before)


def read_file(folder: Folder, name: str) -> tuple[bytes | None, Found]:
    """The bytes of a text file that the folder lists, if it still is a plain file and not too large."""
    if (drafts := _DRAFTS.get()) and (draft := drafts.get(folder.shows(name))) is not None:
        return draft, ()
    try:
        with open_warily(folder.path / name) as file:
            if wrong := _wrong_kind(os.fstat(file.fileno())):
                return None, (folder.says(wrong[0], name, wrong[1], wrong[2]),)
            data = file.read(LARGEST_TEXT + 1)
    except OSError as error:
        return None, (unreadable(folder.shows(name), error),)
    if len(data) > LARGEST_TEXT:
        message = tell(
            "this file is larger than %(most)s bytes, which is a lot of text",
            most=Figure(LARGEST_TEXT),
        )
        hint = tell("is it a picture or a document under a wrong name?")
        return None, (folder.says(FILE_TOO_LARGE, name, message, hint),)
    return data, ()


def open_warily(path: Path) -> BufferedReader:
    """Open a file for reading its bytes, without following a link or waiting for a pipe.

    Raises:
        OSError: it is not there, is a link, or may not be read.
    """
    return os.fdopen(os.open(path, _WARILY), "rb")


def unreadable(shown: str, error: OSError) -> Diagnostic:
    """The complaint that something is there and cannot be read just now."""
    hint = tell("was it moved or renamed just now, and may you read it?")
    return Diagnostic(
        UNREADABLE,
        Span(shown),
        tell("this cannot be read: %(reason)s", reason=reason_of(error)),
        hint,
    )
