"""How values and names appear in messages: short, on one line, and without anything hidden."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from portfolio_gen.diagnostics import nearest

LONGEST_QUOTE = 60


def visible(text: str) -> str:
    """The text with everything that would not show, or would move other text, written as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == " " or unicodedata.category(character)[0] not in "CZ":
        return character
    return character.encode("unicode_escape").decode("ascii")


def quoted(text: str) -> str:
    """The text in backticks, shortened when it is long."""
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
    return f"`{visible(short)}`"


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a`, `b` or `c`; empty without words."""
    *most, end = [quoted(word) for word in words] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A question naming the nearest choice, or all of them when none is near; empty without choices."""
    known = sorted(choices)
    if guess := nearest(word, known):
        return f"did you mean {quoted(guess)}?"
    return f"known here: {listed(known, 'and')}" if known else ""
