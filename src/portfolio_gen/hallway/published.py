"""How an output looks from outside: names and sizes of all that is published, place by place, and the list of it."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path

from portfolio_gen.hallway.stock import entries
from portfolio_gen.model.office import OFFICE
from portfolio_gen.model.value import dataclass

NOT_PLAIN = -1
"""Size of what is no plain file."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of an output."""

    whole: str = ""
    """Digest of everything; empty while somebody publishes, or where nobody has."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Place, such as `family/maya-chen`, to the digest of the files in it; see `seen_as`."""


def seen_as(files: Iterable[tuple[str, int]]) -> str:
    """How a place with these files looks, by their paths and sizes."""
    lines = sorted(f"{path}\0{size}" for path, size in files)
    text = "\0".join(lines).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def look_at(out: Path) -> Look:
    """Look at an output.

    Whoever publishes has a journal there from before the first change until the list is written anew. So, asked last,
    the journal and the list tell whether anything was published meanwhile.

    Raises:
        OSError: something cannot be looked at.
    """
    places = {
        f"{edition.name}/{one.name}": seen_as(_below(one))
        for edition in entries(str(out))
        if edition.name != OFFICE and edition.is_dir(follow_symlinks=False)
        for one in entries(edition.path)
    }
    others = (one for one in entries(str(out)) if one.name != OFFICE)
    loose = seen_as((one.name, _size(one)) for one in others)
    if (out / OFFICE / "journal").exists():
        return Look("", places)
    digest = hashlib.blake2b((out / OFFICE / "manifest.json").read_bytes(), digest_size=16)
    told = json.dumps([loose, sorted(places.items())])
    digest.update(told.encode())
    return Look(digest.hexdigest(), places)


def _below(entry: os.DirEntry[str]) -> Iterator[tuple[str, int]]:
    """Each file below a folder, or the one that stands in its place, with its path and its size."""
    waiting = [("", entry)]
    while waiting:
        inside, one = waiting.pop()
        if one.is_dir(follow_symlinks=False):
            below = f"{inside}{one.name}/" if one is not entry else ""
            waiting += [(below, each) for each in entries(one.path)]
        else:
            yield f"{inside}{one.name}", _size(one)


def _size(entry: os.DirEntry[str]) -> int:
    found = entry.stat(follow_symlinks=False)
    return found.st_size if stat.S_ISREG(found.st_mode) else NOT_PLAIN


@contextmanager
def look_meanwhile(out: Path) -> Iterator[Callable[[], Look]]:
    """Look at an output while this process does something else, where processes can be copied.

    Yields a function that waits for what was seen: nothing, if it could not be looked at.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        yield lambda: _look_if_possible(out)
        return
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _tell(writer, out)
    os.close(writer)
    try:
        with open(reader, "rb") as pipe:  # noqa: PTH123 - no path leads to it
            yield lambda: _heard(pipe.read())
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _tell(writer: int, out: Path) -> None:
    """What the other process does: tell what it sees, and end without any of what this one would do at its end."""
    try:
        seen = _look_if_possible(out)
        with open(writer, "wb") as pipe:
            pipe.write(json.dumps([seen.whole, dict(seen.places)]).encode())
    finally:
        os._exit(0)


def _heard(told: bytes) -> Look:
    try:
        whole, places = json.loads(told)
        return Look(whole, places)
    except ValueError:
        return Look()


def _look_if_possible(out: Path) -> Look:
    try:
        return look_at(out)
    except OSError:
        return Look()
