"""Other programs, each in a process of its own with limits: what they make of a file, or nothing.

Decoders of films and of PDFs are large programs in other languages. No limit of ours reaches into them, and one that
breaks off must not take a school's build along.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

SECONDS = 10
"""Processor time for one file."""
MEMORY = 1_000_000_000
"""Bytes of addresses; such programs reserve far more than they use."""
_WALL = 300
"""Seconds by the clock: many, for on a busy machine the same file must come out the same."""


def asked(words: Sequence[str], given: bytes = b"") -> bytes | None:
    """What a program writes about what it is given; None when it is missing, fails, or takes too much.

    Args:
        words: the program and its arguments; no shell reads them.
        given: for its standard input.
    """
    try:
        with subprocess.Popen(  # noqa: S603 - our own words; what is untrusted comes as bytes
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            _limit(program.pid)
            return _answer(program, given)
    except OSError:
        return None


def _answer(program: subprocess.Popen[bytes], given: bytes) -> bytes | None:
    try:
        said, _ = program.communicate(given, timeout=_WALL)
    except subprocess.TimeoutExpired:
        program.kill()
        return None
    except BaseException:
        program.kill()
        raise
    return said if program.returncode == 0 else None


def _limit(process: int) -> None:
    """Let a process have no more than its share, where the system can be told so from outside."""
    if sys.platform.startswith("linux"):
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.prlimit(process, resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))


def spent() -> float:
    """Processor seconds of all programs that were asked and have ended."""
    times = os.times()
    return times.children_user + times.children_system
