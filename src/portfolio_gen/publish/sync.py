"""Bytes that survive a power cut: written, flushed, then named."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any


def write_durably(
    path: Path, content: bytes | Iterable[bytes], *, mode_of: Path | None = None
) -> None:
    """Replace a file by another content; after a crash it holds the old one or the new one.

    Args:
        path: the file.
        content: all that it shall hold, at once or in parts.
        mode_of: a file whose permissions it gets.

    Raises:
        OSError: it cannot be written; the old content stays.
    """
    draft = path.with_name(f".{path.name}.new")
    with draft.open("wb") as file:
        file.writelines([content] if isinstance(content, bytes) else content)
    if mode_of:
        shutil.copymode(mode_of, draft)
    flush_file(draft)
    draft.replace(path)
    flush_folder(path.parent)


def flush_tree(folder: Path) -> None:
    """Have everything below a folder on disk: in one call where the system has one, else file by file.

    Raises:
        OSError: the disk is full or failing.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if (syncfs := _syncfs()) is not None:
            if syncfs(handle) != 0:
                raise OSError(ctypes.get_errno(), "cannot write to disk", str(folder))
            return
    finally:
        os.close(handle)
    for place, _, names in os.walk(folder):
        for name in names:
            flush_file(Path(place, name))
        flush_folder(Path(place))


def flush_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system can be asked for it."""
    if os.name != "nt":
        flush_file(folder)


def flush_file(path: Path) -> None:
    """Have a file's content on disk.

    Raises:
        OSError: the disk is full or failing.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@lru_cache(maxsize=1)
def _syncfs() -> Any:
    """Linux' call that flushes one file system; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
