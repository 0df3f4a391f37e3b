"""Names for ids: readable, made of a–z, 0–9 and hyphens, and each given once."""

from __future__ import annotations

import re
import unicodedata

LONGEST_SLUG = 40
"""A name longer than this is not one that people like to type."""

_RESERVED = frozenset(
    {
        "index",
        "assets",
        "issuer",
        "verify",
        "search",
        "tags",
        "sitemap",
        "404",
        "con",
        "prn",
        "aux",
        "nul",
    }
)
"""Names that mean something else to web hosts and file systems."""
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i"}
)


def slug(text: str) -> str:
    """A text in small Latin letters, digits and hyphens; empty when nothing of it can be written so."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = spelled.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")


def short_slug(text: str) -> str:
    """The first whole words of a text as a slug."""
    name = slug(text)
    if len(name) <= LONGEST_SLUG:
        return name
    return name[: LONGEST_SLUG + 1].rpartition("-")[0] or name[:LONGEST_SLUG]


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """What to sort by so that `2` comes before `10`."""
    return tuple(
        (0, int(part), "") if part.isdecimal() and len(part) < 10 else (1, 0, part.casefold())
        for part in re.split(r"([0-9]+)", text)
        if part
    )


class Names:
    """Gives each name once, whether it is written in large or small letters."""

    def __init__(self) -> None:
        """Begin with no name taken."""
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, *wishes: str, otherwise: str) -> str:
        """The first of some wishes that is free, or one of them with the next free number.

        Args:
            wishes: names in the order in which they are wanted; empty ones are passed over.
            otherwise: what the name is made from when there is no wish, such as `credit` for `credit-2`.
        """
        usable = [wish for wish in wishes if wish and wish not in _RESERVED]
        name = next((wish for wish in usable if self.claim(wish)), "")
        stem = usable[0] if usable else otherwise
        while not name:
            self._numbers[stem] = number = self._numbers.get(stem, 1) + 1
            name = f"{stem}-{number}" if self.claim(f"{stem}-{number}") else ""
        return name

    def claim(self, name: str) -> bool:
        """Take exactly this name; False when somebody has it."""
        free = name.casefold() not in self._taken
        self._taken.add(name.casefold())
        return free
