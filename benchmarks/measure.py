"""What a program costs: time, processor time and memory, with all processes that it starts."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

GLANCE = 0.02
"""Seconds between two looks at a program's memory. The kernel keeps the peak, so that only the very last is missed."""


@dataclass(frozen=True)
class Cost:
    """Of one run, or of the best of several."""

    wall: float = 0.0
    """Seconds from its start to its end."""
    cpu: float = 0.0
    """Seconds of processor time, user and system, of the program and of all processes that it or they have started."""
    parent: int = 0
    """Bytes of memory of the program itself at its peak; 0 when nobody looked."""
    worker: int = 0
    """The same of the largest process that it started."""

    def __add__(self, other: Cost) -> Cost:
        """One after the other."""
        return Cost(
            self.wall + other.wall,
            self.cpu + other.cpu,
            max(self.parent, other.parent),
            max(self.worker, other.worker),
        )


class CannotMeasure(Exception):
    """A program did not do what was to be measured; the message is for people."""


def run(
    words: Sequence[str | Path],
    *,
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    memory: bool = False,
) -> Cost:
    """Run a program to its end.

    Args:
        words: the program and its arguments.
        cwd: where it runs.
        environment: variables beside those of this process.
        memory: whether to look at its memory, which needs Linux' /proc.

    Raises:
        CannotMeasure: it cannot be started, or its exit code is not 0.
    """
    adopt_orphans()
    before, start = _spent(), time.perf_counter()
    with (cwd / "output.log").open("w+b") as log:
        process = subprocess.Popen(
            [str(one) for one in words],
            cwd=cwd,
            env={**_plain(), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        with Peaks(process.pid, wanted=memory) as peaks:
            _, status = os.waitpid(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        _await_orphans()
        if process.returncode:
            log.seek(0)
            said = log.read()[-2000:].decode(errors="replace")
            raise CannotMeasure(f"{words[0]} ended with {process.returncode}:\n{said}")
    return Cost(wall, _spent() - before, peaks.parent, peaks.worker)


_SUBREAPER = 36
"""Linux' `PR_SET_CHILD_SUBREAPER`."""


def adopt_orphans() -> None:
    """Let this process inherit processes whose parent has ended, so that what they cost is not lost."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _await_orphans() -> None:
    """Wait until everything that a program has started has ended, too."""
    with suppress(ChildProcessError):
        while True:
            os.wait()


def _spent() -> float:
    """Seconds of processor time of all processes that this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _plain() -> dict[str, str]:
    """This process' variables without what tells Python to behave otherwise, such as never to keep what it compiled."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


class Peaks:
    """The largest memory of a process and of its descendants, looked at from beside."""

    def __init__(self, pid: int, *, wanted: bool) -> None:
        """Name the process; unless it is wanted, nobody looks."""
        self.parent = 0
        self.worker = 0
        self._pid = pid
        self._over = Event()
        self._watcher = Thread(target=self._watch, daemon=True)
        self._wanted = wanted and sys.platform == "linux"

    def __enter__(self) -> Peaks:
        """Begin to look."""
        if self._wanted:
            self._watcher.start()
        return self

    def __exit__(self, *problem: object) -> None:
        """Look no more."""
        self._over.set()
        if self._wanted:
            self._watcher.join()

    def _watch(self) -> None:
        # What a process has had before it began its program is its parent's: of each, the last look counts.
        seen: dict[int, int] = {}
        while not self._over.wait(GLANCE):
            self.parent = peak_of(self._pid) or self.parent
            for one in descendants(self._pid):
                seen[one] = peak_of(one) or seen.get(one, 0)
        self.worker = max(seen.values(), default=0)


def peak_of(pid: int) -> int:
    """The most memory in bytes that a process has had resident since its program was started; 0 if it has gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def descendants(pid: int) -> Iterable[int]:
    """The processes that a process has started, and those that they have."""
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (thread / "children").read_text().split()):
                yield child
                yield from descendants(child)


def best(costs: Iterable[Cost]) -> Cost:
    """The least of each, for whatever else a machine does only ever adds."""
    each = list(costs)
    return Cost(
        min(one.wall for one in each),
        min(one.cpu for one in each),
        min(one.parent for one in each),
        min(one.worker for one in each),
    )


def compare(rounds: int, contenders: Mapping[str, Callable[[], Cost]]) -> dict[str, Cost]:
    """Let several run in turns, so that a machine's moods meet all of them; returns the best of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, go in contenders.items():
            costs[name].append(go())
    return {name: best(each) for name, each in costs.items()}


def walk(folder: Path) -> int:
    """Look at every file below a folder that is not hidden, as cheaply as Python can; returns how many there are."""
    count = 0
    with os.scandir(folder) as entries:
        for one in entries:
            if one.name.startswith("."):
                continue
            if one.is_dir(follow_symlinks=False):
                count += walk(Path(one.path))
            else:
                one.stat(follow_symlinks=False)
                count += 1
    return count


def walking(folder: Path) -> Cost:
    """What it costs to look at every file below a folder."""
    wall, cpu = time.perf_counter(), time.process_time()
    if not walk(folder):
        raise CannotMeasure(f"there are no files in {folder}")
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)
