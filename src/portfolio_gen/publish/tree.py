"""What lies in a folder, link by link, never following one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

LINK = -1
"""Size of what is no plain file."""


def files_below(folder: Path, inside: str = "") -> Iterator[tuple[str, int]]:
    """Each file below a folder, with its path (forward slashes) and its size; nothing when there is no folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for one in entries:
        path = f"{inside}{one.name}"
        if one.is_dir(follow_symlinks=False):
            yield from files_below(Path(one.path), f"{path}/")
        else:
            plain = one.is_file(follow_symlinks=False)
            yield path, one.stat(follow_symlinks=False).st_size if plain else LINK


def remove_empty_folders(folder: Path) -> None:
    """Remove a folder and those in it, as far as nothing else lies in them."""
    for place, _, _ in os.walk(folder, topdown=False):
        if not any(Path(place).iterdir()):
            Path(place).rmdir()
