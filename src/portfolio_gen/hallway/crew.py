"""Many hands: the same work done on many units in several processes, results in whatever order they come."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import field
from importlib import import_module
from itertools import chain, groupby, islice
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.context import BaseContext
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeAlias, TypeVar

from portfolio_gen.hallway.calm import search_seldom
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

FEW = 6
"""Fewer units than this, such as one student's editions, are done before a new process would have got ready."""
BROUGHT_ALONG = (
    "portfolio_gen.hallway.portions",
    "portfolio_gen.hallway.unit",
    "portfolio_gen.render.assets",
    "portfolio_gen.render.site",
)
"""Modules that every worker needs; where processes can be copied, they are imported once for all workers."""
PATIENCE = 0.25
"""Seconds after which results are handed over, for it is cheaper to publish several sites at once."""
Unit = TypeVar("Unit")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Stopped:
    """What comes instead of a result when the work on a unit ended before its end."""

    reason: str


Answer: TypeAlias = tuple[Result | Stopped, float]
"""What a worker sends back: a result, and the seconds that it took."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Unit, Result]):
    """A unit with its result."""

    unit: Unit
    result: Result | Stopped
    seconds: float = field(default=0.0, compare=False)
    """How long the one who worked on it took."""


class Crew:
    """Some processes that stay together for a whole build, for each needs a while to get ready."""

    def __init__(self, jobs: int) -> None:
        """Name how many work at the same time; 1 works in this process. Nobody is called before there is work."""
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._expected = False

    def expect_much(self) -> None:
        """Say that many units will come: what workers are copied from gets ready meanwhile, and does the few, too."""
        self._expected = self._jobs > 1 and _call_ahead()

    def __enter__(self) -> Self:
        """The crew itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send everybody home at once, whatever they are doing."""
        self._dismiss()

    def work(
        self, units: Iterable[Unit], do: Callable[[Unit], Result]
    ) -> Iterator[list[Done[Unit, Result]]]:
        """Do the same to every unit; yields groups of results, as they are ready.

        Units are taken from `units` only when somebody is free to work on them, so memory does not grow with their
        number. Whatever goes wrong with one unit comes back as its result and keeps no other from being done. Units of
        one owner that follow each other are done by one process, one after the other: they have much in common.

        Args:
            units: what to work on; must be picklable when there are several jobs. What they are of, `owner` says.
            do: a function of a module's top level.
        """
        waiting = iter(units)
        first = list(islice(waiting, FEW))
        alone = len(first) < FEW and self._pool is None and not self._expected
        if self._jobs == 1 or alone or not first:
            return _alone(chain(first, waiting), do)
        return self._together(chain(first, waiting), do)

    def _together(
        self, units: Iterator[Unit], do: Callable[[Unit], Result]
    ) -> Iterator[list[Done[Unit, Result]]]:
        """Keep every process busy with one bundle, and one more waiting."""
        busy: dict[Future[list[Answer[Result]]], tuple[Unit, ...]] = {}
        bundles = _bundled(units)
        while True:
            broken = self._submit(bundles, do, busy)
            if not busy:
                return
            ready = () if broken else wait(busy, return_when=FIRST_COMPLETED).done
            if broken or any(isinstance(one.exception(), BrokenProcessPool) for one in ready):
                yield self._one_by_one(do, busy)
                busy = {}
            else:
                yield [done for one in ready for done in _done(busy.pop(one), one)]

    def _submit(
        self,
        bundles: Iterator[tuple[Unit, ...]],
        do: Callable[[Unit], Result],
        busy: dict[Future[list[Answer[Result]]], tuple[Unit, ...]],
    ) -> bool:
        """Hand out bundles while somebody is free; tell whether a process has died meanwhile."""
        self._pool = self._pool or fresh_processes(self._jobs)
        for bundle in islice(bundles, self._jobs + 1 - len(busy)):
            try:
                with _deaf():
                    busy[self._pool.submit(_guarded_all, do, bundle)] = bundle
            except BrokenProcessPool as problem:
                never: Future[list[Answer[Result]]] = Future()
                never.set_exception(problem)
                busy[never] = bundle
                return True
        return False

    def _one_by_one(
        self,
        do: Callable[[Unit], Result],
        busy: Mapping[Future[list[Answer[Result]]], tuple[Unit, ...]],
    ) -> list[Done[Unit, Result]]:
        """A process died, and any unit in work may be why: each gets a process of its own."""
        self._dismiss()
        results: list[Done[Unit, Result]] = []
        for future, bundle in busy.items():
            if future.done() and future.exception() is None:
                results += _done(bundle, future)
                continue
            for unit in bundle:
                alone = fresh_processes(1)
                try:
                    with _deaf():
                        retried = alone.submit(_guarded_all, do, (unit,))
                    wait([retried])
                    results += _done((unit,), retried)
                finally:
                    send_home(alone)
        return results

    def _dismiss(self) -> None:
        if self._pool is not None:
            send_home(self._pool)
            self._pool = None


def _alone(
    units: Iterable[Unit], do: Callable[[Unit], Result]
) -> Iterator[list[Done[Unit, Result]]]:
    """Do the work in this process, handing over what has become ready every now and then."""
    group: list[Done[Unit, Result]] = []
    since = time.monotonic()
    for unit in units:
        group.append(Done(unit, *guarded(do, unit)))
        if time.monotonic() - since > PATIENCE:
            yield group
            group, since = [], time.monotonic()
    if group:
        yield group


def guarded(do: Callable[[Unit], Result], unit: Unit) -> Answer[Result]:
    """The result, or the reason why there is none; only a person's Ctrl-C goes through."""
    start = time.perf_counter()
    result: Result | Stopped
    try:
        result = do(unit)
    except MemoryError:
        result = Stopped(tell("it ran out of memory"))
    except Exception as problem:  # noqa: BLE001 - one unit's trouble must not become the others'
        result = Stopped(f"{type(problem).__name__}: {problem}")
    return result, time.perf_counter() - start


def _guarded_all(do: Callable[[Unit], Result], bundle: tuple[Unit, ...]) -> list[Answer[Result]]:
    return [guarded(do, unit) for unit in bundle]


def _bundled(units: Iterator[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Units that follow each other and are of the same owner; what is nobody's is a bundle for itself."""
    owned = ((getattr(unit, "owner", "") or number, unit) for number, unit in enumerate(units))
    for _, bundle in groupby(owned, key=itemgetter(0)):
        yield tuple(unit for _, unit in bundle)


def _done(
    bundle: tuple[Unit, ...], future: Future[list[Answer[Result]]]
) -> list[Done[Unit, Result]]:
    problem = future.exception()
    if problem is None:
        return [Done(unit, *answer) for unit, answer in zip(bundle, future.result(), strict=True)]
    died = isinstance(problem, BrokenProcessPool)
    reason = "its process died" if died else f"{type(problem).__name__}: {problem}"
    return [Done(unit, Stopped(reason)) for unit in bundle]


def fresh_processes(jobs: int) -> ProcessPoolExecutor:
    """Processes that inherit no lock and no thread from this one."""
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_settle_in)


def _context() -> BaseContext:
    """Workers are copies of a process that has imported everything, or else begin from nothing.

    Copies are made on Linux only: elsewhere, libraries of the system do not survive being copied. They are copies of
    this process if it has no other thread, whose locks would stay locked in a copy; else, of one that has done nothing.
    """
    if sys.platform != "linux":
        return get_context("spawn")
    if _is_single():
        for name in BROUGHT_ALONG:
            import_module(name)
        return get_context("fork")
    context = get_context("forkserver")
    context.set_forkserver_preload([*BROUGHT_ALONG])
    return context


def _is_single() -> bool:
    """Whether this process has one thread, also by the count of the system, which knows those of libraries as well."""
    tasks = Path("/proc/self/task")
    return tasks.is_dir() and len([*tasks.iterdir()]) == 1


def _call_ahead() -> bool:
    """Have ready what workers are copied from, without waiting for it; false where they are no copies."""
    if _context().get_start_method() == "forkserver":
        with _deaf():
            forkserver.ensure_running()
    return sys.platform == "linux"


def send_home(pool: ProcessPoolExecutor) -> None:
    """End all processes now; what they were doing is not needed any more."""
    processes = list((pool._processes or {}).values())
    for one in processes:
        one.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Whoever is called in here never hears Ctrl-C, not even while getting ready; this process hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    search_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A copy has the parent's ways of ending, too, and is not to tidy up in its place.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
