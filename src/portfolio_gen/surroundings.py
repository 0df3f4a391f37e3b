"""Everything but the content that the bytes of a site depend on: the program, its engine, the theme."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

ENGINE = (
    "babel",
    "fontpkg-inter",
    "fontpkg-literata",
    "fonttools",
    "jinja2",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "pi-heif",
    "pillow",
    "pygments",
    "pypdf",
)
"""Packages that have a hand in what is published."""
_PROGRAM = Path(__file__).parent


def of_program() -> tuple[str, ...]:
    """Versions of the engine and a digest of the program itself, so that a changed line makes everything stale."""
    return (digest_of_folders([_PROGRAM]), *(f"{name} {_version(name)}" for name in ENGINE))


def digest_of_folders(folders: Iterable[Path]) -> str:
    """SHA-256 of all files in some folders, by their names and contents, in order.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for path in _files(folder):
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            digest.update(b"%d %s " % (len(name), name))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        digest.update(b"/")
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        yield from (Path(place, name) for name in sorted(names))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"
