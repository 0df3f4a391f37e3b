"""The typefaces of all pages, kept where they need to be made once."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from portfolio_gen.render.cache import alone, put
from portfolio_gen.render.faces import FACES, RANGES, Face

RECIPE = "1"
"""Changes when the same font would give other bytes."""


def font_files(cache: Path) -> dict[str, bytes]:
    """Fonts and their style sheet, by path below `assets/`.

    They take some seconds to make and depend on no school, so they are kept with the user's other caches, or in
    `cache` where that cannot be written.
    """
    files: dict[str, bytes] = {}
    rules = []
    for face in FACES:
        made = _kept(cache, face)
        files |= {f"fonts/{name}": data for name, data in made.items() if name.endswith(".woff2")}
        rules.append(made[f"{face.name}.css"].decode())
    return {**files, "fonts/fonts.css": "".join(rules).encode()}


def _kept(cache: Path, face: Face) -> dict[str, bytes]:
    """A face's files from a cache, or made now; a damaged entry is made again."""
    name = Path("fonts", _key(face))
    folders = (user_cache_path("portfolio-gen", appauthor=False) / name, cache / name)
    if files := next(filter(None, (_opened(one, face) for one in folders)), None):
        return files
    for folder in folders:
        with suppress(OSError), alone(folder):
            files = _opened(folder, face) or _made(face)
            _store(folder, files)
            return files
    return _made(face)


def _opened(folder: Path, face: Face) -> dict[str, bytes]:
    """What a cache has of a face; nothing when it is damaged."""
    names = [f"{face.name}.css", *(f"{face.name}-{one}.woff2" for one in RANGES)]
    with suppress(OSError, ValueError):
        files = {name: (folder / name).read_bytes() for name in names}
        if (folder / "digest").read_text(encoding="ascii") == _digest(files):
            return files
    return {}


def _key(face: Face) -> str:
    packages = ("fonttools", f"fontpkg-{face.family.lower()}")
    versions = tuple(importlib.metadata.version(one) for one in packages)
    return hashlib.sha256(repr((RECIPE, versions, face, RANGES)).encode()).hexdigest()


def _digest(files: Mapping[str, bytes]) -> str:
    return hashlib.sha256(
        b"".join(name.encode() + data for name, data in sorted(files.items()))
    ).hexdigest()


def _store(folder: Path, files: Mapping[str, bytes]) -> None:
    """Keep files; their digest comes last, so that an interrupted entry is not taken for a whole one."""
    for name, data in {**files, "digest": _digest(files).encode()}.items():
        put(folder / name, data)


def _made(face: Face) -> dict[str, bytes]:
    """A face's files, made now. What makes them takes a while to come, and hardly any build needs it."""
    from portfolio_gen.render.typefaces import make_face

    return make_face(face, RANGES)
