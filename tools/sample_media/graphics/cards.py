"""Two cards side by side: the first full to its edges, the second with a few large words."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, flowing
from ..request import Request
from .desks import cards_on_desk, scanned
from .hands import INKS, written


def two_cards(request: Request, rng: np.random.Generator, lines: list[str]) -> Image.Image:
    """Two cards on a desk: the first full to its edges, the second with a few large words."""
    halves = "\n".join(lines).split("\n\n", 1)
    ink = INKS.get(request.palette, "#1f2a44")
    cards = []
    for i, half in enumerate(halves):
        head, *words = half.splitlines()
        card = Canvas(620, 820, "#fbf7ec")
        card.text(40, 64, head, 40, "#a33a2a", "hand", 600)
        card.stroke(flowing([(0, 84), (310, 86), (620, 84)]), "#d98a86", 2)
        if i == 0:
            run = (" ".join(words) + " ") * 9
            for k, line in enumerate(lettering.wrapped(run, "hand", 31, 590, 480)[:24]):
                written(
                    card,
                    rng,
                    16 + float(rng.normal(0, 2)),
                    118 + k * 29.5,
                    line,
                    31,
                    ink,
                    "hand",
                    480,
                    float(rng.normal(0, 0.3)),
                    False,
                )
        else:
            _large_words(card, rng, words, ink)
        cards.append(scanned(card.picture(), rng, desk=False, palette_name=request.palette))
    return cards_on_desk(cards, rng, request.palette)


def _large_words(card: Canvas, rng: np.random.Generator, words: list[str], ink: str) -> None:
    step = 690 / max(len(words), 1)
    for k, word in enumerate(words):
        y = 84 + step * (k + 0.72)
        if "pause" in word:
            for x in (262, 326):
                card.fill(box(x, y - 78, 34, 92, 6), "#b8301f", 0.9)
            continue
        size = min(104.0, 104 * 540 / lettering.width(word, "hand", 104, 700))
        card.text(310, y, word, size, ink, "hand", 700, "centre", turn=float(rng.normal(0, 1.2)))
