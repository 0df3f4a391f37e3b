"""The processes of a crew: copies of this one, or of one that has done nothing yet, or fresh ones.

Imported when there is work for several, for a build that makes one site does without.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path

from portfolio_gen.hallway.calm import search_seldom

BROUGHT_ALONG = (
    "portfolio_gen.hallway.portions",
    "portfolio_gen.hallway.unit",
    "portfolio_gen.render.assets",
    "portfolio_gen.render.site",
)
"""Modules that every worker needs; where processes can be copied, they are imported once for all workers."""


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


def call_ahead() -> bool:
    """Have ready what workers are copied from, without waiting for it; false where they are no copies."""
    if _context().get_start_method() == "forkserver":
        with deaf():
            forkserver.ensure_running()
    return sys.platform == "linux"


def send_home(pool: ProcessPoolExecutor) -> None:
    """End all processes now; what they were doing is not needed any more."""
    processes = list((pool._processes or {}).values())
    for one in processes:
        one.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def deaf() -> Iterator[None]:
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
