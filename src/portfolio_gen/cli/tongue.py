"""The language of the person at the command line, as gettext finds it, and what is said in it.

Whatever programs read (`--format json` and `github`) is English whoever runs the command: a script that looks for a
sentence finds it on every machine, and a code says the same in all languages.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache

from portfolio_gen.model.speech import Blank
from portfolio_gen.model.tell import tell

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where gettext looks, in this order; the first that is set decides.

Source: https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
"""
ENGLISH = "en"
_NONE = frozenset({"C", "POSIX"})


def say(text: str) -> str:
    """A text in the language of whoever reads it, if it is one of the program's sentences."""
    mine = language()
    if mine == ENGLISH:
        return str(text)
    from portfolio_gen.speaking import aloud

    said = aloud(text, mine)
    return said if _can_be_shown(said) else str(text)


def _can_be_shown(text: str) -> bool:
    """Whether the terminal, or whatever is written to, has letters for it; not all speak Unicode."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def language() -> str:
    """The language of whoever runs the command, as a BCP 47 tag."""
    return _asked(tuple(os.environ.get(one, "") for one in VARIABLES))


def speak(words: str, /, **given: Blank) -> str:
    """A sentence with its blanks filled, in the language of whoever reads it; see `tell`."""
    return say(tell(words, **given))


def language_of(environment: Mapping[str, str]) -> str:
    """The first language that somebody wishes for and the program speaks, as a BCP 47 tag; otherwise English.

    `LANGUAGE` may name several, the one that is liked best first.
    """
    wished = next((told for one in VARIABLES if (told := environment.get(one, ""))), "")
    for name in filter(None, wished.split(":")):
        plain = name.partition(".")[0].partition("@")[0]
        if plain in _NONE:
            return ENGLISH
        tag = plain.replace("_", "-")
        if _speaks(tag):
            return tag
    return ENGLISH


@lru_cache(maxsize=8)
def _asked(told: tuple[str, ...]) -> str:
    return language_of(dict(zip(VARIABLES, told, strict=True)))


def _speaks(tag: str) -> bool:
    if tag.partition("-")[0] == ENGLISH:
        return True
    from portfolio_gen.speaking import is_spoken

    return is_spoken(tag)
