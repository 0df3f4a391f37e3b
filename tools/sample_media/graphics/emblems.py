"""Which emblem suits a poster's words; plain forms where none does."""

from __future__ import annotations

import re

import numpy as np

from ..canvas import Canvas, box, disc
from ..palettes import Palette, mixed
from .objects import drill, fish, heart, kettle, sun
from .sights import Emblem, Place, harbor, hills, waves

EMBLEMS: tuple[tuple[str, Emblem], ...] = (
    (r"harbor|night|lit window", harbor),
    (r"fish", fish),
    (r"drill|borrow", drill),
    (r"repair|broken|toaster", kettle),
    (r"push|heart|110|pulse", heart),
    (r"sea|wave|tide|water", waves),
    (r"hill|mountain|ridge|desert|dune", hills),
    (r"sun|oven|solar", sun),
)


def emblem_for(words: str) -> Emblem:
    """The emblem that suits the words."""
    for pattern, emblem in EMBLEMS:
        if re.search(pattern, words):
            return emblem
    return forms


def forms(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """Quarter circles and bars in a grid."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[0], "#ffffff", 0.78))
    step = wide / 6
    sheet.skia.save()
    sheet.skia.clipPath(box(x, y, wide, tall))
    for j in range(int(np.ceil(tall / step))):
        for i in range(6):
            left, top = x + i * step, y + j * step
            tone = colours.tones[int(rng.integers(5))]
            sheet.skia.save()
            sheet.skia.clipPath(box(left, top, step, step))
            kind = int(rng.integers(5))
            if kind < 3:
                corner = [
                    (left, top),
                    (left + step, top),
                    (left, top + step),
                    (left + step, top + step),
                ][int(rng.integers(4))]
                sheet.fill(disc(*corner, step), tone)
                sheet.fill(disc(*corner, step * 0.5), mixed(tone, "#ffffff", 0.6))
            elif kind == 3:
                sheet.fill(disc(left + step / 2, top + step / 2, step * 0.36), tone)
            sheet.skia.restore()
    sheet.skia.restore()
