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
_FIELDS: dict[type, tuple[str, ...]] = {}
"""Kinds of views with the names of their fields."""


def fingerprint(
    blueprint: Any, *, surroundings: tuple[str, ...], digest_of: Callable[[Path], str]
) -> str:
    """SHA-256 (hexadecimal) of a blueprint and of what it will be rendered with.

    Args:
        blueprint: a site's or an index's; it holds all content, with paths to its media.
        surroundings: digests and versions of theme, tool and engine, in a fixed order.
        digest_of: SHA-256 of a file; paths themselves do not count, so that a moved school stays fresh.
    """
    reading = _Reading(digest_of)
    return hashlib.sha256(reading.told((*surroundings, blueprint))).hexdigest()


class _Reading:
    """One walk through a blueprint. Views that stand in several places are read once, and told by their digests."""

    def __init__(self, digest_of: Callable[[Path], str]) -> None:
        self._digest_of_file = digest_of
        self._views: dict[int, bytes] = {}

    def told(self, value: Any) -> bytes:
        """A value as bytes that tell its kind and where they end: of two different values, none begins as the other."""
        kind = type(value)
        if kind is str:
            return _text(value)
        if kind is tuple:
            return b"list %d %b" % (len(value), b"".join(map(self.told, value)))
        if value is None:
            return b"none "
        if names := _FIELDS.get(kind) or _noted(kind):
            known = self._views.get(id(value))
            if known is None:
                parts = b"".join([self.told(getattr(value, one)) for one in names])
                known = hashlib.sha256(b"%b %b" % (kind.__name__.encode(), parts)).digest()
                self._views[id(value)] = known
            return b"view " + known
        return self._else(value)

    def _else(self, value: Any) -> bytes:
        """What is rarer."""
        if isinstance(value, str):
            return _text(str(value))
        if isinstance(value, Path):
            return _text(f"{self._file(value)} {value.suffix.lower()}", b"file")
        if isinstance(value, bool | int | date):
            return _text(f"{type(value).__name__} {value}", b"value")
        if isinstance(value, tuple):
            return self.told((*value,))
        if is_dataclass(value):
            return _text(type(value).__name__, b"empty")
        raise TypeError(f"a blueprint cannot hold a {type(value).__name__}")

    def _file(self, path: Path) -> str:
        try:
            return self._digest_of_file(path)
        except OSError:
            return MISSING


def _text(text: str, kind: bytes = b"text") -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    return b"%b %d %b" % (kind, len(data), data)


def _noted(kind: type) -> tuple[str, ...]:
    """The fields of a view, from now on in `_FIELDS`; none for what is no view."""
    names = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
    if names:
        _FIELDS[kind] = names
    return names
