"""Compiled templates of the program itself, kept with the user's other caches as Python keeps its own compiled files.

Compiling takes longer than making a student's site. Only templates that come with the program are kept, one entry each:
those of a school are the school's, and change. An entry is code, so it is used only from a folder that nobody else can
write to, never from a school's; it has a digest, and a damaged one is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from portfolio_gen.render.cache import put

RECIPE = "3"
"""Changes when the same source would be compiled to other code, and neither library shows it."""
_OTHERS_MAY_WRITE = 0o022


def compiled_for(environment: Environment, shipped: Sequence[Path]) -> Compiled:
    """Where the templates in some folders are kept, compiled as an environment does it."""
    home = user_cache_path("portfolio-gen", appauthor=False)
    return Compiled(home / "templates", shipped, environment)


class Compiled(BytecodeCache):
    """Knows which templates are kept, and where."""

    def __init__(self, folder: Path, shipped: Sequence[Path], environment: Environment) -> None:
        """Begin.

        Args:
            folder: where to keep them.
            shipped: folders whose templates are kept.
            environment: what compiles them.
        """
        self._folder = folder
        self._shipped = tuple(f"{one}{os.sep}" for one in shipped)
        self._environment = environment

    def keeps(self, path: str | None) -> bool:
        """Whether the template in a file is one of those."""
        return path is not None and path.startswith(self._shipped)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of an entry; none for a template that is not kept."""
        if not self.keeps(filename):
            return ""
        recipe = _recipe(self._environment)
        return hashlib.sha256(f"{recipe}\0{name}\0{filename}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template from its entry; without effect where that is absent, damaged or outdated."""
        if not bucket.key:
            return
        with suppress(OSError):
            with (self._folder / bucket.key).open("rb") as file:
                kept = file.read() if _is_ours(file.fileno()) else b""
            seal, code = kept[:32], kept[32:]
            if seal == _seal(bucket.key, code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template; without effect where nothing can be written."""
        if bucket.key:
            code = bucket.bytecode_to_string()
            with suppress(OSError):
                put(self._folder / bucket.key, _seal(bucket.key, code) + code)


def _recipe(environment: Environment) -> str:
    """What changes when the same source would be compiled to other code.

    Asked for each template: code that does not escape must never pass for code that does.
    """
    how = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
    return repr((RECIPE, how, sorted(environment.extensions), _versions()))


@cache
def _versions() -> tuple[str, str]:
    """Of what compiles, and of whose filters are applied to constants beforehand; looking them up takes a while."""
    return version("jinja2"), version("mkdocs")


def _seal(key: str, code: bytes) -> bytes:
    return hashlib.sha256(key.encode() + code).digest()


def _is_ours(handle: int) -> bool:
    """Whether only this user can have written a file, as far as the system tells."""
    if not hasattr(os, "getuid"):
        return True
    found = os.fstat(handle)
    return found.st_uid == os.getuid() and not found.st_mode & _OTHERS_MAY_WRITE
