"""A document as the one sequence of bytes that everybody makes of it: RFC 8785 (JCS)."""

from __future__ import annotations

from typing import Any

import rfc8785


def canonical(value: Any) -> bytes:
    """The canonical bytes of a JSON value.

    Raises:
        ValueError: it has a number that is no number, or letters that are none.
    """
    return rfc8785.dumps(value)
