"""Words in a row, as people write them."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str], most: int | None = None) -> str:
    """Words as a list in a sentence: `` `college` and `public` ``; beyond `most` only how many more there are."""
    quoted = [f"`{one}`" for one in words]
    if most is not None and len(quoted) > most:
        return f"{', '.join(quoted[:most])} and {len(quoted) - most} more"
    *before, last = quoted
    return f"{', '.join(before)} and {last}" if before else last
