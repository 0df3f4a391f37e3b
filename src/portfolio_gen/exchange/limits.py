"""How large a file of a school may be, so that nothing is written that nobody could read."""

from __future__ import annotations

import re

from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import NOTHING, tell

MOST_BYTES = 1_000_000
"""Most bytes of a school's file."""
MOST_VALUES = 50_000
"""Most values in a school's file."""

_VALUE = re.compile(r"[:,\[{-] ")
"""What stands in front of a value; texts hold such signs too, so that too many are counted rather than too few."""


def too_large(text: str) -> Sentence:
    """Why a text is too large for a school's file; empty when it is not."""
    if (size := len(text.encode())) > MOST_BYTES:
        return tell(
            "the framework would have %(count)s bytes, and %(most)s is the most",
            count=Figure(size),
            most=Figure(MOST_BYTES),
        )
    values = 2 * len(_VALUE.findall(text)) + len(text) // 100
    if values > MOST_VALUES:
        return tell(
            "the framework would hold about %(count)s values, and %(most)s is the most",
            count=Figure(values),
            most=Figure(MOST_VALUES),
        )
    return NOTHING
