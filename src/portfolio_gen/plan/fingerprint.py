"""What a site's bytes depend on, as one digest: equal digests, equal bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

MISSING = "missing"
"""Stands for the digest of a file that cannot be read."""


def fingerprint(
    blueprint: Any, *, surroundings: tuple[str, ...], digest_of: Callable[[Path], str]
) -> str:
    """SHA-256 (hexadecimal) of a blueprint and of what it will be rendered with.

    Args:
        blueprint: a site's or an index's; it holds all content, with paths to its media.
        surroundings: digests and versions of theme, tool and engine, in a fixed order.
        digest_of: SHA-256 of a file; paths themselves do not count, so that a moved school stays fresh.
    """
    return _Reading(digest_of).digest_of((*surroundings, blueprint)).hex()


class _Reading:
    """One walk through a blueprint. Views that stand in several places are read once."""

    def __init__(self, digest_of: Callable[[Path], str]) -> None:
        self._digest_of_file = digest_of
        self._read: dict[int, bytes] = {}

    def digest_of(self, value: Any) -> bytes:
        """Digest of a view, a file or a value; of two different values, two different digests."""
        known = self._read.get(id(value))
        if known is None:
            known = hashlib.sha256(self._told(value)).digest()
            if is_dataclass(value):
                self._read[id(value)] = known
        return known

    def _told(self, value: Any) -> bytes:
        """A value as bytes, beginning with its kind; parts by their digests, so that none runs into another."""
        if isinstance(value, str):
            return b"text " + value.encode("utf-8", "surrogatepass")
        if isinstance(value, tuple):
            return b"list " + b"".join(map(self.digest_of, value))
        if is_dataclass(value):
            parts = (self.digest_of(getattr(value, one.name)) for one in fields(value))
            return type(value).__name__.encode() + b" " + b"".join(parts)
        if isinstance(value, Path):
            return f"file {self._file(value)} {value.suffix.lower()}".encode()
        if value is None or isinstance(value, bool | int | date):
            return f"{type(value).__name__} {value}".encode()
        raise TypeError(f"a blueprint cannot hold a {type(value).__name__}")

    def _file(self, path: Path) -> str:
        try:
            return self._digest_of_file(path)
        except OSError:
            return MISSING
