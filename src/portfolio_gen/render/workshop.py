"""What rendering is given besides a blueprint, and what it hands back."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

DEFAULT_THEME = "riverbend"
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The settings that all sites of one edition share; small and picklable, so that it travels to workers."""

    edition: EditionName
    themes: tuple[Path, ...]
    """Theme folders: the school's own first, the default last (see `theme_folders`)."""
    cache: Path
    """Where derived pictures and fonts are kept between builds; safe to delete."""
    languages: tuple[str, ...] = ("en",)
    """Languages of the sites' words and of the students' texts (BCP 47)."""
    address: str = ""
    """Public web address of the edition; empty when it has none."""

    @property
    def findable(self) -> bool:
        """Whether search engines may list the edition: only one that is meant for strangers and has an address."""
        return bool(self.address) and self.edition in ("college", "public")

    def public(self, address: str) -> str:
        """The full web address of an address in the edition; empty where search engines should not look."""
        return f"{self.address.rstrip('/')}/{address}" if self.findable else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What was written, and what was wrong with the content."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path (with forward slashes, relative to the folder written into) to SHA-256 in hexadecimal, sorted."""
    diagnostics: tuple[Diagnostic, ...] = ()
    passing: bool = False
    """Whether it may come out otherwise the next time though nothing changes: a file could not be read just now."""
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)
    """How long each file and each original took, by its path in the site or in the school."""
    minutes: tuple[tuple[str, int, int], ...] = ()
    """The numbers of a transcript that a reader has two minutes for: what, how many, and how many at most."""


def theme_folders(root: Path, name: str) -> tuple[Path, ...]:
    """The folders of a theme: the school's, the one that comes with the program, and the default theme.

    Empty when no theme has that name.

    Raises:
        OSError: it cannot be told whether there is one.
    """
    if not _SAFE_NAME.fullmatch(name):
        return ()
    found = [one for one in (root / "themes" / name, shipped_themes() / name) if _is_folder(one)]
    if not found:
        return ()
    unique = dict.fromkeys(one.resolve() for one in (*found, shipped_themes() / DEFAULT_THEME))
    return tuple(unique)


def _is_folder(path: Path) -> bool:
    """Whether a folder lies at a path; one that cannot be looked at might be one."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def shipped_themes() -> Path:
    """The themes that come with the program: inside an installed package, or at the top of its repository."""
    inside = _PACKAGE / "themes"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "themes"
