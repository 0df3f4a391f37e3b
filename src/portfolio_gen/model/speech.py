"""The program's own words where no language is known yet: written in English, for `render` to say in another.

Rooms before `render` make a `Sentence`. It is an English text for everybody who only wants one (the command line, a
record), and remembers which sentence it is and what stands in its blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from portfolio_gen.diagnostics import Told
from portfolio_gen.model.dates import Day, PartialDate

# Written out because the calendar module speaks the language of the machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""Counts that English writes as words in a sentence."""


# Signs of `render/words/pairs.py`, which stand before words in one of two languages.
_SIGNS = ("\ue0f0", "\ue0f1", "\ue0f2")
_FIRST = re.compile(r"(?<=[\ue0f0-\ue0f2])[^\ue0f0-\ue0f3]")


class Word(str):
    """One of the program's words as the school calls it; said in the reader's language where it has no other name."""

    __slots__ = ()


class Spelled(int):
    """A count that English writes as a word: `three`; other languages write it in figures."""

    def __str__(self) -> str:
        return NUMBERS[self] if self < len(NUMBERS) else int.__str__(self)


class Figure(float):
    """A number with so many decimals and a sign between thousands: `1,234.5`."""

    places: int

    def __new__(cls, value: float, places: int = 0) -> Figure:
        """A number, and how many of its decimals are shown."""
        made = super().__new__(cls, value)
        made.places = places
        return made

    def __reduce__(self) -> tuple[type[Figure], tuple[float, int]]:
        return Figure, (float(self), self.places)

    def __str__(self) -> str:
        return f"{float(self):,.{self.places}f}"


class Sentence(Told):
    """A sentence in English, with what it takes to say it in another language."""

    words: str
    """The sentence with its blanks, as catalogues know it; empty where it is made of `parts` alone."""
    many: str
    """The same for several; empty where nothing is counted."""
    counted: int
    """How many."""
    given: Mapping[str, Blank]
    """What stands in its blanks, by name."""
    parts: tuple[str, ...]
    """What it is strung together from, where it has no blanks."""
    glue: str
    """What stands between the parts."""
    capital: bool
    """Whether it begins with a capital whatever stands first."""

    def __new__(cls, english: str = "") -> Sentence:
        """A sentence that nothing is known of yet but its English."""
        made = super().__new__(cls, english)
        made.words = made.many = made.glue = ""
        made.counted, made.given, made.parts, made.capital = 0, {}, (), False
        return made


Blank: TypeAlias = str | int | Figure | Day | PartialDate | tuple[Day | PartialDate, ...]
"""What may stand in a blank: a text as it is, a `Word`, a `Sentence`, a number, a date, or several dates."""


def to_say(words: str) -> str:
    """The same words, marked for translation: `tools/words.py` finds them by this name."""
    return words


def sentence(words: str, /, **given: Blank) -> Sentence:
    """A sentence; `tools/words.py` finds it by this name, so its first argument is written out,
    or marked by `to_say`."""
    made = Sentence(_filled(words, given))
    made.words, made.given = words, given
    return made


def sentences(one: str, many: str, count: int, /, **given: Blank) -> Sentence:
    """A sentence in the number that fits a count; its blank `count` is filled with that."""
    given = {"count": Spelled(count), **given}
    made = Sentence(_filled(one if count == 1 else many, given))
    made.words, made.many, made.counted, made.given = one, many, count, given
    return made


def strung(parts: Iterable[str], glue: str = " ", *, capital: bool = False) -> Sentence:
    """Several sentences as one text; those that are empty are left out.

    Args:
        parts: the sentences.
        glue: what stands between them; a space is none where a language writes none.
        capital: whether the first letter is made a capital, where a language has any.
    """
    found = tuple(filter(None, parts))
    text = glue.join(found)
    made = Sentence(capitalised(text) if capital else text)
    made.parts, made.glue, made.capital = found, glue, capital
    return made


def capitalised(text: str) -> str:
    """With a capital first letter, in each of two languages; the others stay as they are."""
    if text[:1] not in _SIGNS:
        return text[:1].upper() + text[1:]
    return _FIRST.sub(lambda found: found[0].upper(), text)


def _filled(words: str, given: Mapping[str, Blank]) -> str:
    if not given:
        return words
    return words % {
        name: one if isinstance(one, str) else english(one) for name, one in given.items()
    }


def english(blank: Blank) -> str:
    """A blank in English."""
    if isinstance(blank, tuple):
        *most, last = (dated(day) for day in blank)
        return f"{', '.join(most)} and {last}" if most else last
    return dated(blank) if isinstance(blank, Day | PartialDate) else str(blank)


@lru_cache(maxsize=4096)
def dated(date: Day | PartialDate) -> str:
    """A date as people say it in English: `14 March 2026`, `March 2026` or `2026`."""
    month = MONTHS[date.month - 1] if date.month else None
    return " ".join(str(part) for part in (date.day, month, date.year) if part)
