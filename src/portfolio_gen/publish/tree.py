"""What lies in a folder, link by link, never following one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

LINK = -1
"""Size of what is no plain file."""


def files_below(folder: Path) -> Iterator[tuple[str, int]]:
    """Each file below a folder, with its path (forward slashes) and its size; nothing when there is no folder.

    Every build looks so at every published file: there are no path objects on the way.
    """
    waiting = [(str(folder), "")]
    while waiting:
        place, inside = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = sorted(entries, key=_name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for one in found:
            if one.is_dir(follow_symlinks=False):
                waiting.append((one.path, f"{inside}{one.name}/"))
            else:
                plain = one.is_file(follow_symlinks=False)
                yield (
                    f"{inside}{one.name}",
                    one.stat(follow_symlinks=False).st_size if plain else LINK,
                )


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def is_there(path: Path) -> bool:
    """Whether anything lies at a path, be it a link to nothing.

    Raises:
        OSError: that cannot be told; what cannot be looked at is not gone.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def remove_empty_folders(folder: Path) -> None:
    """Remove a folder and those in it, as far as nothing else lies in them."""
    for place, _, _ in os.walk(folder, topdown=False):
        if not any(Path(place).iterdir()):
            Path(place).rmdir()


def remove_emptied(folder: Path, path: str) -> None:
    """Remove the folders on the way to a file that is gone, as far as nothing else lies in them."""
    for place in list(PurePosixPath(path).parents)[:-1]:
        try:
            (folder / place).rmdir()
        except OSError:
            return
