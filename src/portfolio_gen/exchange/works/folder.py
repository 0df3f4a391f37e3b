"""A folder of another program, looked through without following anything out of it."""

from __future__ import annotations

import os
import posixpath
import re
import stat
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from urllib.parse import unquote

from portfolio_gen.diagnostics import Rule, Told
from portfolio_gen.exchange.rules import TOO_LARGE
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass

MOST_FILES = 20_000
LARGEST_PAGE = 1_000_000
"""Most bytes of a page that is read as text."""
PAGES = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm")
_OF_A_SITE = """
    _layouts _includes _sass _plugins _site layouts themes archetypes node_modules vendor resources overrides
    __pycache__ site public i18n
"""
_MACHINERY = frozenset(_OF_A_SITE.split())
"""Folders that hold how an old site looked, or what was built of it."""
_WARILY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class CannotImport(ValueError):
    """Nothing can be made of it; the message says why."""

    def __init__(self, rule: Rule, message: Told, hint: Told) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


@dataclass(frozen=True, slots=True)
class OldSite:
    """What lies in a folder: path from there to the file itself."""

    files: dict[str, Path]
    refused: tuple[str, ...] = ()
    """Links, pipes and the like."""
    _folded: dict[str, str] = field(default_factory=dict)
    _named: dict[str, list[str]] = field(default_factory=dict)
    roots: tuple[str, ...] = ("", "static", "content", "docs", "assets", "source", "public")
    """Where an address that begins with `/` may begin, the nearest first."""

    def pages(self) -> Iterator[str]:
        """The pages that somebody wrote, in order."""
        yield from (
            one
            for one in sorted(self.files)
            if one.lower().endswith(PAGES) and not is_machinery(one)
        )

    def find(self, reference: str, page: str) -> tuple[str, bool]:
        """The file that a page means by an address, and whether it is exactly there; empty when there is none."""
        there = self.at(reference, page)
        if there[0]:
            return there
        name = posixpath.basename(unquote(re.split("[#?]", reference)[0])).casefold()
        alike = self._named.get(name, [])
        return (alike[0], False) if len(alike) == 1 else ("", False)

    def at(self, reference: str, page: str) -> tuple[str, bool]:
        """The file that stands where an address leads, perhaps in other case."""
        wanted = unquote(re.split("[#?]", reference)[0]).replace("\\", "/")
        rooted = wanted.startswith("/")
        near = () if rooted else (posixpath.dirname(page),)
        bare = wanted.lstrip("/")
        tries = [posixpath.normpath(posixpath.join(one, bare)) for one in (*near, *self.roots)]
        for exact, table in ((True, self.files), (False, self._folded)):
            for one in tries:
                if (key := one if exact else one.casefold()) in table:
                    return (one if exact else self._folded[key]), exact
        return "", False

    def read(self, path: str) -> bytes:
        """The bytes of a file, one more than a page may have at most.

        Raises:
            OSError: it cannot be read, or became a link.
        """
        with os.fdopen(os.open(self.files[path], _WARILY), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(None, "it is no plain file", path)
            return file.read(LARGEST_PAGE + 1)


def look_through(root: Path) -> OldSite:
    """List a folder of another program.

    Raises:
        CannotImport: it holds more files than anybody's portfolio.
    """
    files, refused = {}, []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted((*names, *folders)):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            if stat.S_ISREG(mode) and not name.startswith("."):
                files[path.relative_to(root).as_posix()] = path
            elif not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
                refused.append(path.relative_to(root).as_posix())
        if len(files) > MOST_FILES:
            message = tell(
                "there are more than %(most)s files in this folder",
                most=Figure(MOST_FILES),
            )
            raise CannotImport(
                TOO_LARGE, message, tell("import the folder that holds the pages alone")
            )
    named: dict[str, list[str]] = {}
    for one in sorted(files):
        named.setdefault(posixpath.basename(one).casefold(), []).append(one)
    return OldSite(
        files, tuple(sorted(refused)), {one.casefold(): one for one in sorted(files)}, named
    )


def is_machinery(path: str) -> bool:
    """Whether a file is a part of how an old site looked, and not of what somebody made."""
    first, _, rest = path.partition("/")
    return bool(rest) and first.casefold() in _MACHINERY
