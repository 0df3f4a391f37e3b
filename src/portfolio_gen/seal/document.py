"""JSON read so strictly that two programs cannot read two different things in it."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Document: TypeAlias = dict[str, Any]

MOST_BYTES = 4_000_000
"""Of a record; one with a hundred and fifty credits has half a million."""
LARGEST_NUMBER = 2**53 - 1
"""Larger whole numbers are not the same in every program (RFC 8259, section 6)."""


class Unreadable(ValueError):
    """It is no document that could be judged; the message says why, in plain words."""


def read_document(data: bytes) -> Document:
    """The object in a file.

    Raises:
        Unreadable: it is too large, no UTF-8, no JSON, no object, or says something twice.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(f"it has more than {MOST_BYTES:,} bytes")
    try:
        document = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_float=_fraction,
            parse_int=_whole,
        )
        # A half of a pair of letters cannot be written as UTF-8 again.
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        raise Unreadable("it holds letters that are no letters") from None
    except json.JSONDecodeError as problem:
        raise Unreadable(f"line {problem.lineno} is not JSON") from None
    except RecursionError:
        raise Unreadable("its parts lie too deep in each other") from None
    if not isinstance(document, dict):
        raise Unreadable("it is not one JSON object")
    return document


def write_document(document: Document) -> bytes:
    """A document as a file that people can read, too."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _once(pairs: list[tuple[str, Any]]) -> Document:
    found: Document = {}
    for name, value in pairs:
        if name in found:
            raise Unreadable(f"`{name}` is there twice")
        found[name] = value
    return found


def _no_number(word: str) -> Any:
    raise Unreadable(f"`{word}` is not a number")


def _whole(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > LARGEST_NUMBER:
        raise Unreadable("a number is too large")
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise Unreadable("a number is too large")
    return number
