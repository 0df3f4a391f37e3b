"""How many words a reader meets in what a template is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_UNSEEN = frozenset(
    {"mark", "alt", "hue", "link", "u", "code", "code_words", "kind", "level", "ordered", "b", "i"}
)
"""What a template is told beside words."""


def words_in(told: Any) -> int:
    """How many words are in data for a template."""
    if isinstance(told, str):
        return len(told.split())
    if isinstance(told, Mapping):
        return sum(words_in(value) for name, value in told.items() if name not in _UNSEEN)
    if isinstance(told, list | tuple):
        return sum(map(words_in, told))
    return 0
