"""How an output looks from outside, in one digest: names, kinds and sizes of all that is published, and the list."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portfolio_gen.hallway.stock import entries
from portfolio_gen.model.office import OFFICE

_WIDTH = 32


def digest_of(out: Path) -> str:
    """The digest of an output; empty while somebody publishes, or where nobody has.

    Whoever publishes has a journal there from before the first change until the list is written anew. So, asked last,
    the journal and the list tell whether anything was published meanwhile.

    Raises:
        OSError: something cannot be looked at.
    """
    digest = hashlib.blake2b(_sizes(out), digest_size=_WIDTH // 2)
    if (out / OFFICE / "journal").exists():
        return ""
    digest.update((out / OFFICE / "manifest.json").read_bytes())
    return digest.hexdigest()


def _sizes(out: Path) -> bytes:
    """All that lies in an output, but for what is not published."""
    lines: list[str] = []
    waiting = [("", one) for one in entries(str(out)) if one.name != OFFICE]
    while waiting:
        inside, one = waiting.pop()
        if one.is_dir(follow_symlinks=False):
            lines.append(f"{inside}{one.name}/")
            waiting += [(f"{inside}{one.name}/", each) for each in entries(one.path)]
        else:
            found = one.stat(follow_symlinks=False)
            lines.append(f"{inside}{one.name}\0{found.st_mode} {found.st_size}")
    return "\0".join(sorted(lines)).encode("utf-8", "surrogateescape")


@contextmanager
def look_meanwhile(out: Path) -> Iterator[Callable[[], str]]:
    """Take the digest of an output while this process does something else, where processes can be copied.

    Yields a function that waits for it; it is empty when it could not be taken.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        yield lambda: digest_of(out)
        return
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, digest_of(out).encode())
        finally:
            os._exit(0)
    os.close(writer)
    try:
        yield lambda: os.read(reader, _WIDTH).decode()
    finally:
        os.close(reader)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
