"""Words in a row, as people write them."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: `` `college` and `public` ``."""
    *most, last = [f"`{one}`" for one in words]
    return f"{', '.join(most)} and {last}" if most else last
