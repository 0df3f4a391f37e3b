"""A limit on the processor time and the memory that one piece of untrusted content may take."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from types import FrameType

SECONDS = 6.0
"""Processor time for one file; a photograph of a telephone takes half a second."""
MEMORY = 400_000_000
"""Bytes for one file, its own content among them; with what the program itself needs, half a gigabyte."""
_AGAIN = 1.0
"""Seconds after which a block is interrupted once more that has taken the first time for an error of its own."""

_TICK = 0.02
"""How exact the system's timer is, in seconds."""


class OutOfTime(Exception):
    """The work took longer than it may."""


@contextmanager
def at_most(seconds: float, *, memory: int = 0) -> Iterator[None]:
    """Interrupt the block after so many seconds of processor time, or when it asks for more memory than it may have.

    In the main thread of a process a timer signal does it, which also reaches long regular expressions, and the system
    refuses the memory. Elsewhere (a preview, a system without such timers) it is wall time, noticed between two steps
    of Python, and memory has no limit. Blocks may stand in each other: the stricter one holds.

    Args:
        seconds: of processor time.
        memory: bytes beyond what the process has now; 0 is no limit.

    Raises:
        OutOfTime: the block was interrupted.
        MemoryError: it asked for too much, and what it called did not take that for something else.
    """
    main = threading.current_thread() is threading.main_thread()
    timed = _by_signal if main and hasattr(signal, "setitimer") else _by_thread
    with timed(seconds), _in_memory(memory) if main and memory else nullcontext():
        yield


_running: list[float] = []
"""Processor time at which each of the blocks that are open in the main thread has to end, innermost last."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    if (
        _running and time.process_time() > _running[-1] - _TICK
    ):  # not one that was meant for a block that has ended
        raise OutOfTime


@cache
def _listen() -> None:
    """Once per process, for nobody else listens to this signal; it stays: a late one without a handler would end it."""
    signal.signal(signal.SIGPROF, _ring)


@contextmanager
def _by_signal(seconds: float) -> Iterator[None]:
    _listen()
    end = time.process_time() + seconds
    _running.append(min([end, *_running[-1:]]))
    depth = len(_running)
    try:
        _wind()
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        del _running[depth - 1 :]
        _wind()


def _wind() -> None:
    """Let the timer ring when the innermost block has to end, and again and again."""
    left = max(_running[-1] - time.process_time(), 0.001) if _running else 0
    signal.setitimer(signal.ITIMER_PROF, left, _AGAIN if left else 0)


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    worker, done, lock = threading.get_ident(), False, threading.Lock()

    def stop() -> None:
        with lock:
            if not done:
                _raise_in(worker, OutOfTime)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            done = True
        timer.cancel()


def _raise_in(thread: int, error: type[BaseException]) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


@contextmanager
def _in_memory(most: int) -> Iterator[None]:
    """Let the process grow by so many bytes, where the system can be asked and told."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = _size() + most
    if soft != resource.RLIM_INFINITY:
        limit = min(limit, soft)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _size() -> int:
    """Bytes of addresses that this process uses."""
    handle = os.open(
        "/proc/self/statm", os.O_RDONLY
    )  # a file object per story would be for nothing
    try:
        return int(os.read(handle, 100).split()[0]) * os.sysconf("SC_PAGESIZE")
    finally:
        os.close(handle)
