"""Words by which somebody could be reached: e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from portfolio_gen.model.value import dataclass

_EMAIL = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.)+[^\W\d_]{2,24})")
_PHONE = re.compile(
    r"""(?<![\w+.-])(?:
      \+\d[\d\ ()./-]{7,18}\d            # +1 207 555 0100
    | \(\d{3}\)\ ?\d{3}[-.\ ]\d{4}       # (207) 555-0100
    | \d{3}[-.]\d{3}[-.]\d{4}            # 207-555-0100
    | 0\d{2,4}[ /-]\d{3}[ -]?\d{3,5}     # 0431 555 0100
    )(?![\w-])""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d[\d ()./-]{6,20}\d")
"""What stands in every number; most texts have none, and need no closer look."""
_NOBODY = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$")
"""Endings of addresses that belong to nobody and stand for others (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Contact:
    """An e-mail address or a telephone number in a text."""

    kind: Literal["e-mail", "telephone"]
    words: str
    start: int
    """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.words)


def contacts(text: str) -> Iterator[Contact]:
    """What looks like an address or a number of somebody's; addresses that only stand for others are none."""
    yield from addresses(text)
    yield from numbers(text)


def addresses(text: str) -> Iterator[Contact]:
    """The e-mail addresses among them."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if not _NOBODY.search(match[1].casefold()):
            yield Contact("e-mail", match[0], match.start())


def numbers(text: str) -> Iterator[Contact]:
    """The telephone numbers among them."""
    for match in _PHONE.finditer(text) if _DIGITS.search(text) else ():
        yield Contact("telephone", match[0], match.start())
