"""How values and names appear in messages: short, on one line, and without anything hidden."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from portfolio_gen.diagnostics import nearest
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import NOTHING, joined, tell

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


def did_you_mean(word: str, choices: Iterable[str]) -> Sentence:
    """A question naming the nearest choice, or all of them when none is near; nothing without choices."""
    known = sorted(choices)
    if guess := nearest(word, known):
        return tell("did you mean %(word)s?", word=quoted(guess))
    return tell("known here: %(words)s", words=joined(map(quoted, known))) if known else NOTHING
