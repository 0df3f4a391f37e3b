"""Two folders trade places in one step, so that a reader finds the old one or the new one and never neither."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from portfolio_gen.publish.tree import is_there

UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV, errno.EPERM}
"""What systems and file systems answer that cannot exchange."""
AWAY = ".away"
"""Ending of a folder that has been moved away and not yet replaced, where exchanging needs two steps."""


def put(staged: Path, target: Path) -> bool:
    """Put a staged folder in its place; what stood there stands at `staged` afterwards.

    Returns:
        Whether something stood there.

    Raises:
        OSError: neither could be moved; the target is as it was.
    """
    if not is_there(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.rename(target)
        return False
    if not _exchanged(staged, target):
        _trade(staged, target)
    return True


def _exchanged(staged: Path, target: Path) -> bool:
    exchange = _exchange()
    if exchange is None:
        return False
    if exchange(os.fsencode(staged), os.fsencode(target)) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(target))


def _trade(staged: Path, target: Path) -> None:
    """The two steps of systems without an exchange; `mend` undoes the first when the second did not happen."""
    away = staged.with_name(staged.name + AWAY)
    target.rename(away)
    try:
        staged.rename(target)
    except OSError:
        away.rename(target)
        raise
    away.rename(staged)


def mend(staged: Path, target: Path) -> None:
    """Put back what a trade has moved away, if it was cut off between its steps."""
    away = staged.with_name(staged.name + AWAY)
    if not is_there(away):
        return
    if is_there(target):
        away.rename(staged)
    else:
        away.rename(target)


@lru_cache(maxsize=1)
def _exchange() -> Callable[[bytes, bytes], int] | None:
    """The system's call that exchanges two names: Linux' renameat2, macOS' renamex_np."""
    if not sys.platform.startswith(("linux", "darwin")):
        return None
    library = ctypes.CDLL(None, use_errno=True)
    here, trade_places = -100, 2
    if (renameat2 := getattr(library, "renameat2", None)) is not None:
        return lambda one, other: int(renameat2(here, one, here, other, trade_places))
    if (renamex_np := getattr(library, "renamex_np", None)) is not None:
        return lambda one, other: int(renamex_np(one, other, trade_places))
    return None
