"""What can be an id in a school's files: a name that others refer to, and that becomes part of addresses."""

from __future__ import annotations

import re

LONGEST_ID = 120
"""Most characters of an id that is written in a file."""
_ID = re.compile(r"[^\W_][\w.+:-]*(/[^\W_][\w.+:-]*)*")


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters and digits, with `-`, `_`, `.`, `+`, `:` and `/` between them."""
    return bool(_ID.fullmatch(text)) and ".." not in text and len(text) <= LONGEST_ID
