"""The files that a page names: found beside it and nowhere else."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Rule, Span, Told
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.read.folder import Folder
from portfolio_gen.read.rules import FILE_TOO_LARGE, OUTSIDE_FOLDER, WRONG_KIND
from portfolio_gen.read.wording import quoted

LARGEST_FILE = 1_000_000_000
"""Most bytes of a file that belongs to a page; far less is published."""
PAGES = frozenset({"artifact.md", "narrative.md", "student.yml", "profile.yml", "milestones.yml"})
"""What describes the files, and is never one of them: it says more than readers may see."""


def find_beside(
    name: str, folder: Folder, place: Callable[[], Span]
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Find a file by the name that a page gives it.

    Args:
        name: what the page calls it.
        folder: where the page lies.
        place: says where the name is written.

    Returns:
        The absolute path of the plain file, or None. A name that leads elsewhere or cannot be used is complained about.
        One that is nowhere is not: what is missing is for the check to say, who knows what it was needed for.
    """
    if wrong := _why_not(name, folder):
        rule, message, hint = wrong
        return None, (Diagnostic(rule, place(), message, hint),)
    file = _named(name, folder)
    if file and size_of(folder.path / file) > LARGEST_FILE:
        message = tell(
            "%(name)s has more than %(most)s bytes",
            name=quoted(name),
            most=Figure(LARGEST_FILE),
        )
        hint = tell("make it smaller, or put it elsewhere and link to it")
        return None, (Diagnostic(FILE_TOO_LARGE, place(), message, hint),)
    return (folder.path / file if file else None), ()


def _why_not(name: str, folder: Folder) -> tuple[Rule, Told, Told] | None:
    if name in folder.folders:
        message = tell("%(name)s is a folder, and a file is needed", name=quoted(name))
        return WRONG_KIND, message, tell("name a file that lies beside this page")
    if name in PAGES:
        message = tell(
            "%(name)s describes the portfolio, and cannot be shown in it as a file",
            name=quoted(name),
        )
        return WRONG_KIND, message, tell("name another file")
    if "/" in name or "\\" in name or name in {".", ".."}:
        message = tell("%(name)s leads out of this folder", name=quoted(name))
        return (
            OUTSIDE_FOLDER,
            message,
            tell("put the file beside this page and write only its name"),
        )
    return None


def _named(name: str, folder: Folder) -> str | None:
    """The name of the file on the disk, where accents may be stored in another way."""
    if name in folder.files:
        return name
    return _composed(folder.files).get(unicodedata.normalize("NFC", name))


@lru_cache(maxsize=2)
def _composed(names: tuple[str, ...]) -> Mapping[str, str]:
    """Each name by itself with its accents composed."""
    return {unicodedata.normalize("NFC", one): one for one in reversed(names)}


def size_of(path: Path) -> int:
    """The bytes of a file; 0 when it has gone."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0
