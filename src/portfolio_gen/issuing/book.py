"""The log of records and the files beside it, while they grow."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portfolio_gen.issuing.values import CannotIssue
from portfolio_gen.model.records import LOG, Entry, RecordLog
from portfolio_gen.publish.lock import alone
from portfolio_gen.publish.sync import write_durably

WAIT = 30.0
"""Seconds for which somebody waits who wants to sign while somebody else does."""


@contextmanager
def sole_writer(root: Path) -> Iterator[None]:
    """Be the only one who signs, from reading the log to writing in it.

    Raises:
        CannotIssue: somebody else signs, and goes on doing so.
        OSError: the folder cannot be written.
    """
    with alone(root / ".portfolio-gen" / "records.lock", WAIT) as taken:
        if not taken:
            raise CannotIssue(
                "somebody else is signing records of this school; try again when they are done"
            )
        yield


class Book:
    """What a school has signed, and where to write down more."""

    def __init__(self, root: Path, log: RecordLog) -> None:
        self.root, self.log = root, log

    def add(self, *entries: Entry) -> None:
        """Append to the log, and make sure that it is on the disk.

        Raises:
            OSError: it cannot be written.
        """
        path = self.root / LOG
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{_line(one)}\n" for one in entries)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        self.log = RecordLog(entries=(*self.log.entries, *entries))

    def put(self, path: str, data: bytes) -> None:
        """Write a file as a whole, or not at all.

        Raises:
            OSError: it cannot be written.
        """
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        write_durably(place, data)


def _line(one: Entry) -> str:
    """An entry as a line, without what is as always."""
    names = (
        *("event", "at", "key", "edition", "student", "digest", "index", "facts", "says"),
        *("until", "final", "salt", "reason"),
    )
    told = {name: value for name in names if (value := getattr(one, name))}
    return json.dumps(told, ensure_ascii=False)
