"""How large a file of a school may be, so that nothing is written that nobody could read."""

from __future__ import annotations

import re

MOST_BYTES = 1_000_000
"""Most bytes of a school's file."""
MOST_VALUES = 50_000
"""Most values in a school's file."""

_VALUE = re.compile(r"[:,\[{-] ")
"""What stands in front of a value; texts hold such signs too, so that too many are counted rather than too few."""


def too_large(text: str) -> str:
    """Why a text is too large for a school's file; empty when it is not."""
    if (size := len(text.encode())) > MOST_BYTES:
        return f"the framework would have {size:,} bytes, and {MOST_BYTES:,} is the most"
    values = 2 * len(_VALUE.findall(text)) + len(text) // 100
    if values > MOST_VALUES:
        return f"the framework would hold about {values:,} values, and {MOST_VALUES:,} is the most"
    return ""
