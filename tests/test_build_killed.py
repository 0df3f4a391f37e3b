"""A build is killed at any moment: each site is old or new, readers see no mixture, the next build puts all right."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from build_in_a_loop import tell
from builds import clean, run, site
from school import STUDENT, minimal_school, write
from test_build import ALL, BEN, BEN_LEDGER, CONSENT

LOOP = Path(__file__).with_name("build_in_a_loop.py")
ONE_BUILD = 0.4
"""Seconds in which a loop has come from one build into the next."""
MANY = 500
TELLING = sorted(ALL - {f"committee/{STUDENT}", "committee/ben-lim"})
"""Sites that show something of what is edited."""


def school_of_two(root: Path) -> Path:
    """Two students, who tell everybody who may read it which version it is."""
    minimal_school(root)
    people = {
        "transcripts/consent.yml": CONSENT,
        "transcripts/ben-lim.yml": BEN_LEDGER,
        "students/ben-lim/student.yml": BEN,
        "students/ben-lim/narrative.md": "Soon.\n",
        "students/ben-lim/artifacts/boat/artifact.md": "Soon.\n",
    }
    write(root, people)
    tell(root, 0)
    return root


def versions_in(texts: Iterator[str]) -> set[str]:
    """The versions that some texts tell of."""
    return {one for text in texts for one in re.findall(r"edited (\d+) times", text)}


def version_of(place: Path) -> str:
    """The one version of which a published site is."""
    found = versions_in(path.read_text() for path in place.rglob("index.html"))
    assert len(found) == 1, f"{place} is a mixture of {found}"
    return found.pop()


class Reader(threading.Thread):
    """Somebody who reads all sites while they are published."""

    def __init__(self, out: Path) -> None:
        super().__init__(daemon=True)
        self.faults: list[str] = []
        self.whole = 0
        self.over = threading.Event()
        self._out = out

    def run(self) -> None:
        while not self.over.is_set():
            for place in TELLING:
                self._read(self._out / place)
                time.sleep(0.001)

    def _read(self, place: Path) -> None:
        try:
            (place / "index.html").read_bytes()
            folder = os.open(place, os.O_RDONLY)
        except OSError as problem:
            self.faults.append(f"{place} cannot be read: {problem}")
            return
        try:
            # Through the folder itself, so that another one in its place is another site.
            with suppress(FileNotFoundError):  # it has been replaced, and is being cleared away
                found = versions_in(_texts_in(folder))
                self.whole += 1
                if len(found) > 1 or (not found and _stands(folder, place)):
                    self.faults.append(f"{place} shows {found}")
        finally:
            os.close(folder)


def _stands(folder: int, place: Path) -> bool:
    """Whether an open folder is still what stands there; one that has been replaced may be empty already."""
    return os.path.samestat(os.fstat(folder), place.stat())


def _texts_in(folder: int) -> Iterator[str]:
    for where, _, names, handle in os.fwalk(dir_fd=folder):
        del where
        for name in names:
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=handle), encoding="utf-8") as file:
                yield file.read()


@contextmanager
def reading(out: Path) -> Iterator[Reader]:
    """Somebody reads meanwhile."""
    reader = Reader(out)
    reader.start()
    try:
        yield reader
    finally:
        reader.over.set()
        reader.join()


def killed(root: Path, start: int, jobs: int, after: float) -> set[str]:
    """Let a loop of builds be killed so many seconds after its first; the versions that may be there now."""
    words = [sys.executable, LOOP, root, str(start), str(jobs)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as loop:
        assert loop.stdout is not None and loop.stderr is not None
        told = [loop.stdout.readline(), loop.stdout.readline()]
        assert told[1], loop.stderr.read()
        time.sleep(after)
        loop.send_signal(signal.SIGKILL)
        told += loop.stdout.read().splitlines()
    return {one.strip() for one in told[-3:]}


@pytest.mark.parametrize("moments", [3, pytest.param(MANY, marks=pytest.mark.nightly)])
def test_each_site_is_old_or_new(tmp_path: Path, moments: int) -> None:
    chance = random.Random(moments)  # noqa: S311 - moments need not be secret
    root = school_of_two(tmp_path / "school")
    run(root)
    with reading(root / "site") as reader:
        for moment in range(moments):
            may_be = killed(
                root, 1000 * (moment + 1), chance.choice((1, 2)), chance.random() * ONE_BUILD
            )
            assert {version_of(root / "site" / place) for place in TELLING} <= may_be
    assert reader.faults == []
    assert reader.whole > 10 * moments
    run(root)
    assert site(root) == clean(root, tmp_path)
