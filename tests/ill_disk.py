"""A disk that gives up at the step of a number: once, or from then on.

Every way in which Python reaches a disk counts as a step, a file's name and each of its writes apart: `os`, `open`, and
the calls of the system that this program makes by itself.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest

from portfolio_gen.publish import press, swap, sync

Kind = Literal["write", "read"]
CHANGES = ("mkdir", "rename", "replace", "unlink", "remove", "rmdir", "chmod", "link", "symlink")
LOOKS = ("scandir", "listdir", "stat", "lstat")


@dataclass
class IllDisk:
    """What lies below some folders lies on it."""

    folders: tuple[Path, ...]
    kind: Kind = "write"
    """Whether writing or reading gives up."""
    step: int = 0
    """Which step goes wrong, from 1; 0 for none."""
    for_good: bool = False
    """Whether all later steps go wrong, too."""
    code: Callable[[Path], int] = lambda _: errno.ENOSPC
    """What the system says is wrong with a path."""
    count: int = 0
    names: list[str] = field(default_factory=list)
    """What the steps were, for those who want to know."""

    @property
    def gave_up(self) -> bool:
        """Whether it came to that."""
        return 0 < self.step <= self.count

    def take(self, what: str, path: object, dir_fd: int | None = None) -> None:
        """A step; goes wrong if it is the one.

        Raises:
            OSError: it is.
        """
        place = _resolved(path, dir_fd)
        if place is None or not any(place.is_relative_to(one) for one in self.folders):
            return
        self.count += 1
        self.names.append(f"{what} {place}")
        if self.count == self.step or (self.for_good and self.step and self.count > self.step):
            code = self.code(place)
            raise OSError(code, os.strerror(code), str(place))

    @contextmanager
    def __call__(self) -> Iterator[IllDisk]:
        """While this lasts, the disk is ill."""
        with pytest.MonkeyPatch.context() as patch:
            for name in CHANGES if self.kind == "write" else LOOKS:
                patch.setattr(os, name, self._instead(name, getattr(os, name)))
            real = builtins.open
            for module in (builtins, io):
                patch.setattr(module, "open", self._opening(real))
            patch.setattr(os, "open", self._opening_low(os.open))
            if self.kind == "write":
                self._ail(patch)
            yield self

    def _ail(self, patch: pytest.MonkeyPatch) -> None:
        """The calls that Python has no functions for."""
        patch.setattr(os, "fsync", self._instead("fsync", os.fsync))
        patch.setattr(os, "write", self._writing_low(os.write))
        patch.setattr(press, "flush_tree", self._instead("syncfs", sync.flush_tree))
        if exchange := swap._exchange():
            patch.setattr(swap, "_exchange", lambda: self._exchanging(exchange))

    def _exchanging(self, real: Callable[[bytes, bytes], int]) -> Callable[[bytes, bytes], int]:
        """The system's exchange of two folders, which tells by a number what is wrong."""

        def instead(one: bytes, other: bytes) -> int:
            try:
                self.take("exchange", os.fsdecode(other))
            except OSError as problem:
                swap.ctypes.set_errno(problem.errno or 0)
                return -1
            return real(one, other)

        return instead

    def _instead(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(path: object = ".", *arguments: Any, **options: Any) -> Any:
            self.take(name, path, options.get("dir_fd") or options.get("src_dir_fd"))
            return real(path, *arguments, **options)

        return instead

    def _opening_low(self, real: Callable[..., int]) -> Callable[..., int]:
        def instead(path: object, flags: int, *arguments: Any, **options: Any) -> int:
            writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if writes == (self.kind == "write"):
                self.take("open", path, options.get("dir_fd"))
            return real(path, flags, *arguments, **options)

        return instead

    def _writing_low(self, real: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        """The system's own writing, of which a part is done when the disk gives up."""

        def instead(handle: int, data: Any) -> int:
            try:
                self.take("write", handle)
            except OSError:
                real(handle, data[: len(data) // 2])
                raise
            return real(handle, data)

        return instead

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def instead(file: object, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            writes = any(letter in mode for letter in "wax+")
            if writes != (self.kind == "write"):
                return real(file, mode, *arguments, **options)
            self.take("open", file)
            opened = real(file, mode, *arguments, **options)
            return _Writing(opened, self) if writes else opened

        return instead


class _Writing:
    """A file of which only a part is written when the disk gives up."""

    def __init__(self, file: Any, disk: IllDisk) -> None:
        self._file, self._disk = file, disk

    def write(self, data: Any) -> int:
        try:
            self._disk.take("write", self._file.name)
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return int(self._file.write(data))

    def __enter__(self) -> _Writing:
        self._file.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        self._file.__exit__(*problem)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _resolved(path: object, dir_fd: int | None = None) -> Path | None:
    """The path that a call speaks of, which may be a number, or relative to one."""
    if isinstance(path, int):
        with suppress(OSError):
            return Path(os.readlink(f"/proc/self/fd/{path}"))  # noqa: PTH115 - patched like everything else
        return None
    if not isinstance(path, str | bytes | os.PathLike):
        return None
    place = Path(os.fsdecode(path))
    if dir_fd is not None and not place.is_absolute():
        folder = _resolved(dir_fd)
        return folder / place if folder else None
    return place.absolute()
