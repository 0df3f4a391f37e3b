"""The nearest right word to a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

LIKE = 0.6
"""How alike two words must be, from 0 to 1, before one is offered for the other."""
FEW = 8
"""How many words may be listed when none is near."""


def nearest(word: str, choices: Mapping[str, str]) -> str | None:
    """The id that a word most likely means.

    Args:
        word: What was written.
        choices: Ids and their titles; people write the one for the other, or turn the parts of an id round.
    """
    spellings = {
        _folded(spelling): one for one, title in choices.items() for spelling in (title, one)
    }
    spellings |= {_turned(_folded(one)): one for one in choices if "/" in one}
    spellings.pop("", None)
    found = get_close_matches(_folded(word), spellings, n=1, cutoff=LIKE)
    return spellings[found[0]] if found else None


def suggest(word: str, choices: Mapping[str, str], many: str) -> str:
    """A hint that offers the nearest right word, or says what there is.

    Args:
        word: What was written.
        choices: Ids and their titles.
        many: What the choices are called, as in `levels`.
    """
    if guess := nearest(word, choices):
        return f"did you mean `{guess}`?"
    if not choices:
        return f"there are no {many} yet"
    listed = ", ".join(f"`{one}`" for one in list(choices)[:FEW])
    more = f" and {len(choices) - FEW} more" if len(choices) > FEW else ""
    return f"the {many} are {listed}{more}"


def _folded(word: str) -> str:
    return word.casefold().strip().replace(" ", "-").replace("_", "-")


def _turned(word: str) -> str:
    return "/".join(reversed(word.split("/")))
