"""Many hands: the same work done on many units in several processes, results in whatever order they come."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from itertools import chain, groupby, islice
from operator import itemgetter
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeAlias, TypeVar

from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

# What makes processes is imported when there is work for several: a build that makes one site does without.

FEW = 6
"""Fewer units than this, such as one student's editions, are done before a new process would have got ready."""
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
        if self._jobs > 1:
            from portfolio_gen.hallway.processes import call_ahead

            self._expected = call_ahead()

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
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

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
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        from portfolio_gen.hallway.processes import deaf, fresh_processes

        self._pool = self._pool or fresh_processes(self._jobs)
        for bundle in islice(bundles, self._jobs + 1 - len(busy)):
            try:
                with deaf():
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
        from concurrent.futures import wait

        from portfolio_gen.hallway.processes import deaf, fresh_processes, send_home

        self._dismiss()
        results: list[Done[Unit, Result]] = []
        for future, bundle in busy.items():
            if future.done() and future.exception() is None:
                results += _done(bundle, future)
                continue
            for unit in bundle:
                alone = fresh_processes(1)
                try:
                    with deaf():
                        retried = alone.submit(_guarded_all, do, (unit,))
                    wait([retried])
                    results += _done((unit,), retried)
                finally:
                    send_home(alone)
        return results

    def _dismiss(self) -> None:
        if self._pool is not None:
            from portfolio_gen.hallway.processes import send_home

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
    from concurrent.futures.process import BrokenProcessPool

    problem = future.exception()
    if problem is None:
        return [Done(unit, *answer) for unit, answer in zip(bundle, future.result(), strict=True)]
    died = isinstance(problem, BrokenProcessPool)
    reason = "its process died" if died else f"{type(problem).__name__}: {problem}"
    return [Done(unit, Stopped(reason)) for unit in bundle]
