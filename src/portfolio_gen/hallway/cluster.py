"""Hands on other machines: the same work on a Dask cluster, whose scheduler gives a lost worker's units to others."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import contextmanager
from itertools import chain, islice
from types import TracebackType
from typing import Any, Self

from portfolio_gen.deliver import StoreError
from portfolio_gen.hallway.crew import Done, Stopped
from portfolio_gen.hallway.errand import BY_PATH, Brought, Way
from portfolio_gen.hallway.parcel import by_post
from portfolio_gen.hallway.unit import Unit
from portfolio_gen.render import Rendered

PATIENCE = 10.0
"""Seconds for a scheduler to answer."""
FAREWELL = 2.0
"""Seconds for it to hear that this client leaves."""
LONELY = 60.0
"""Seconds without any worker after which nobody is waited for any more."""
LOOK = 2.0
"""Seconds after which it is looked again how many there are."""
AHEAD = 2
"""Units for each thread of a worker: one in work, one waiting."""


class ClusterError(Exception):
    """There is no such cluster, or not any more; the message says what is wrong and what to try."""


class Cluster:
    """The workers of a Dask cluster."""

    def __init__(self, client: Any, address: str, way: Way = BY_PATH) -> None:
        """Use `open_cluster`."""
        self._way = way
        self._client = client
        self._address = address
        self._executor: Executor = client.get_executor(pure=False)
        self._threads = 0
        self._counted = self._seen = time.monotonic()
        self._checked = False

    def hire(self, _jobs: int) -> Self:
        """All of them; how many jobs there are at the same time is theirs to say."""
        return self

    def __enter__(self) -> Self:
        """The same."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """They belong to somebody else, and stay."""

    def work(
        self, units: Iterable[Unit], do: Callable[[Unit], Rendered]
    ) -> Iterator[list[Done[Unit, Rendered]]]:
        """Do the same to every unit; yields groups of results, as they are ready.

        Units are taken from `units` only when somebody is about to be free. A unit whose worker is lost is given to
        another; one after which worker upon worker is lost comes back without a result.

        Raises:
            ClusterError: nobody is left who could do it, or somebody could not do it as it would be done here.
        """
        waiting = iter(units)
        busy: dict[Future[Brought], Unit] = {}
        try:
            while True:
                for unit in islice(waiting, max(0, self._count() * AHEAD - len(busy))):
                    busy[self._submit(unit, do)] = unit
                if not busy:
                    if (one := next(waiting, None)) is None:
                        return
                    waiting = chain([one], waiting)
                    self._wait_for_somebody(LOOK)
                    continue
                ready = wait(busy, timeout=LOOK, return_when=FIRST_COMPLETED).done
                if ready:
                    yield [self._done(busy.pop(each), each) for each in ready]
                else:
                    self._wait_for_somebody()
        finally:
            for future in busy:
                future.cancel()

    def _submit(self, unit: Unit, do: Callable[[Unit], Rendered]) -> Future[Brought]:
        errand = self._way.pack(unit, do)
        if not self._checked:
            self._check(errand)
        return self._executor.submit(self._way.run, errand)

    def _check(self, errand: Any) -> None:
        """Ask everybody, with the first unit, whether they would make the same of it."""
        answers = self._client.run(self._way.unable, errand, on_error="return")
        for worker, answer in sorted(answers.items()):
            if isinstance(answer, BaseException):
                raise ClusterError(
                    f"the worker {worker} cannot do this work ({type(answer).__name__}: {answer}); "
                    "install the same version of portfolio-gen there as here"
                )
            if answer:
                raise ClusterError(
                    f"the worker {worker} would not make the same sites: {answer}; "
                    "all machines need the same program, and the school and the output under the same paths, "
                    "or an address to exchange files by (--through)"
                )
        self._checked = True

    def _count(self) -> int:
        """How many units can be in work at the same time, as of a moment ago."""
        now = time.monotonic()
        if not self._threads or now - self._counted > LOOK:
            try:
                self._threads = sum(self._client.nthreads().values())
            except (OSError, CancelledError, RuntimeError) as problem:
                raise self._lost() from problem
            self._counted = now
            if self._threads:
                self._seen = now
        return self._threads

    def _wait_for_somebody(self, pause: float = 0) -> None:
        """Give workers time to come, or to come back."""
        if not self._count() and time.monotonic() - self._seen > LONELY:
            raise ClusterError(
                f"the scheduler at {self._address} has had no worker for {LONELY:.0f} seconds; "
                "start some with `dask worker`, and build again: what is published stays"
            )
        time.sleep(0 if self._threads else pause)

    def _lost(self) -> ClusterError:
        return ClusterError(
            f"the scheduler at {self._address} does not answer any more; "
            "start it, and build again: what is published stays"
        )

    def _done(self, unit: Unit, future: Future[Brought]) -> Done[Unit, Rendered]:
        if future.cancelled():
            raise self._lost()
        if problem := future.exception():
            lost = "worker upon worker was lost while making it"
            named = f"{type(problem).__name__}: {problem}"
            return Done(unit, Stopped(lost if type(problem).__name__ == "KilledWorker" else named))
        (result, seconds), into = future.result()
        if not isinstance(result, Stopped):
            try:
                self._way.receive(unit, result, into)
            except OSError as lost_on_the_way:
                result = Stopped(f"what a worker made is lost: {lost_on_the_way.strerror}")
        return Done(unit, result, seconds)


@contextmanager
def open_cluster(address: str, through: str = "") -> Iterator[Cluster]:
    """Connect with a scheduler, such as `tcp://10.0.0.5:8786`.

    Args:
        address: of the scheduler.
        through: where files are exchanged (a URL that fsspec knows); without it, workers must see the school and the
            output under the paths that they have here.

    Raises:
        ClusterError: `distributed` is not installed, no scheduler answers, or no files can be exchanged.
    """
    try:
        from distributed import Client
    except ImportError as problem:
        raise ClusterError(
            "a cluster needs the package `distributed`: install portfolio-gen with its extra "
            '`cluster`, as in `pip install "portfolio-gen[cluster]"`'
        ) from problem
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client: Any = Client(  # type: ignore[no-untyped-call,unused-ignore]
            address, timeout=PATIENCE, set_as_default=False
        )
    except (OSError, ValueError, RuntimeError) as problem:
        raise ClusterError(
            f"no scheduler answers at {address}: start one with `dask scheduler`, or mend the address "
            "(it looks like tcp://10.0.0.5:8786)"
        ) from problem
    try:
        way = (
            by_post(through, lambda forget: client.run(forget, on_error="return"))
            if through
            else BY_PATH
        )
        try:
            yield Cluster(client, address, way)
        finally:
            way.end()
    except StoreError as problem:
        raise ClusterError(str(problem)) from problem
    finally:
        client.close(timeout=FAREWELL)
