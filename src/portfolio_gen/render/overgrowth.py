"""HTML that a parser turns into far more than was written, found before it is parsed.

A browser's way of reading HTML (WHATWG, 13.2.4.3) opens every `<b>` and the like that was never closed anew in each
paragraph that follows: two thousand of them before two thousand paragraphs are four million elements, in 30 kB. The
cleaner reads in that way, so what might grow so is counted from above, without reading it.
"""

from __future__ import annotations

import re
from collections import Counter

from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import NOTHING, tell

MOST_ELEMENTS = 600_000
"""That many may come of it in the worst case; ordinary stories of the greatest length are below half of it."""
DEEPEST = 1_000
"""Elements inside one another; each new one is compared with all that are open."""

_ALIKE = 3
"""How many elements are opened anew that are the same to the letter (the specification's Noah's Ark clause)."""
_SINGLE = 2
"""Links, and `nobr`, of which only one can be open."""
_OPENED_ANEW = re.compile(
    r"<(b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])([^>]*)", re.IGNORECASE
)
_CERTAIN = re.compile(r"""(\s+[\w-]+(=("[^"<>]*"|'[^'<>]*'|[\w#.%-]+))?)*\s*/?""")
"""Attributes behind which the tag ends for everybody."""
_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)", re.IGNORECASE)
_CLOSED_BY_OTHERS = frozenset(
    {
        *("br", "hr", "img", "wbr", "source", "input", "col", "link", "meta", "area", "embed"),
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp", "option"),
    }
)
"""Elements without an end, and those that end where the next begins."""


def overgrown(html: str) -> Sentence:
    """What is wrong with HTML that would take too long to read or become too much; empty when nothing is."""
    tags = html.count("<")
    if tags > DEEPEST and _depth(html) > DEEPEST:
        return tell("its tags stand more than %(most)s deep in one another", most=Figure(DEEPEST))
    if tags * _opened_anew(html) > MOST_ELEMENTS:
        return tell("it opens `<b>` and the like over and over again")
    return NOTHING


def _opened_anew(html: str) -> int:
    """How many elements may be opened anew in a paragraph: those that differ, and all whose end is not certain."""
    found = Counter(_OPENED_ANEW.findall(html))
    return _SINGLE + sum(
        min(count, _ALIKE) if _CERTAIN.fullmatch(rest) else count
        for (_, rest), count in found.items()
    )


def _depth(html: str) -> int:
    """How deep elements stand in one another, if all are closed in their order."""
    depth = deepest = 0
    for closes, name in _TAG.findall(html):
        if name.lower() not in _CLOSED_BY_OTHERS:
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
    return deepest
