"""Output paths: each is given away once, however file systems fold letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SAFE_PART = re.compile(r"\w[\w-]{0,199}")
"""One part of an address: letters, figures, hyphens and underscores; so no dots, slashes or control characters."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "assets", "issuer", "verify"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names that some file systems, or the edition itself, need for other things."""


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names that can each have an address of its own beside the others, in the order given.

    A name may have several parts (`communication/academics`). Of names that a file system may take for the same,
    the first one stays; a name that is not a safe path is left out.
    """
    taken: dict[str, str] = {}
    for name in names:
        if is_safe(name):
            taken.setdefault(folded(name), name)
    return tuple(taken.values())


def is_safe(name: str) -> bool:
    """Whether a name can stand in an address without leading anywhere else."""
    parts = folded(name).split("/")
    return all(SAFE_PART.fullmatch(part) and part not in RESERVED for part in parts)


def folded(name: str) -> str:
    """The name as the least distinguishing file system sees it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
