"""Hints that offer the nearest right word, or say what there is."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.diagnostics import nearest

FEW = 8
"""How many words may be listed when none is near."""


def suggest(word: str, choices: Mapping[str, str], many: str) -> str:
    """A hint that offers the nearest right word, or says what there is.

    Args:
        word: What was written.
        choices: Ids and their titles.
        many: What the choices are called, as in `levels`.
    """
    if guess := nearest(word, choices, choices):
        return f"did you mean `{guess}`?"
    if not choices:
        return f"there are no {many} yet"
    listed = ", ".join(f"`{one}`" for one in list(choices)[:FEW])
    more = f" and {len(choices) - FEW} more" if len(choices) > FEW else ""
    return f"the {many} are {listed}{more}"
