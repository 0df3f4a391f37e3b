"""A flip book: a bridge of paper, apple upon apple, as somebody draws it on the corners of a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from ..canvas import Canvas, Point, disc, flowing, segment
from ..palettes import Palette, palette
from ..request import Request
from ..seed import source

WIDE, TALL = 480, 300
LEFT, RIGHT, TOP, FLOOR = 120.0, 360.0, 150.0, 272.0
STEP, LOOK = 350, 1800
"""Milliseconds that a page is seen, and the last one."""
SINKS = 2.2
"""How far the middle goes down with each apple."""
HEAP, LOWEST = (0.0, -1.0, 1.0, -2.0, 2.0, -0.5, 0.5, -1.5, 1.5), 5
"""Where each apple is laid, in apples beside the middle, and how many lie on the paper itself."""
FALLING = (0.25, 0.55, 0.85, 1.0)


def flipbook(request: Request, to: Path) -> None:
    """One page for each apple that the bridge carries, and some for what the last one does."""
    carries = int(request.series["carries"])
    drawn = list(_pages(request, carries))
    inks = drawn[-1].quantize(16, dither=Image.Dither.NONE)
    pages = [one.quantize(palette=inks, dither=Image.Dither.NONE) for one in drawn]
    shown = [STEP] * carries + [90] * len(FALLING) + [LOOK]
    pages[0].save(
        to, "GIF", save_all=True, append_images=pages[1:], duration=shown, loop=0, optimize=True
    )


def _pages(request: Request, carries: int) -> Iterator[Image.Image]:
    colours, rng = palette(request.palette), source(request.path, "flipbook")
    for apples in range(1, carries + 1):
        yield _page(colours, rng, apples, 0.0)
    for fallen in (*FALLING, 1.0):
        yield _page(colours, rng, carries + 1, fallen)


def _page(colours: Palette, rng: np.random.Generator, apples: int, fallen: float) -> Image.Image:
    sheet = Canvas(WIDE, TALL, colours.paper)
    for x0, x1 in ((20.0, LEFT + 14), (RIGHT - 14, WIDE - 20.0)):
        sheet.stroke(_shaky(rng, [(x0, TOP + 5), (x1, TOP + 5)]), colours.ink, 4)
    for x in (40.0, 100.0, WIDE - 100.0, WIDE - 40.0):
        sheet.stroke(_shaky(rng, [(x, TOP + 7), (x, FLOOR)]), colours.ink, 3)
    sheet.stroke(segment(12, FLOOR, WIDE - 12, FLOOR), colours.line, 2)
    low = TOP + SINKS * apples + fallen * (FLOOR - TOP - 34)
    sheet.stroke(_shaky(rng, _bridge(low, fallen)), colours.tones[2], 7)
    for number in range(apples):
        _apple(sheet, colours, *_place(number, low, fallen))
    sheet.text(28, 56, str(apples), 40, colours.deep, face="hand")
    return sheet.picture()


def _bridge(low: float, fallen: float) -> list[Point]:
    middle = (LEFT + RIGHT) / 2
    if not fallen:
        return [(LEFT, TOP), (middle, low), (RIGHT, TOP)]
    bend = 14 * (1 - fallen)
    return [(LEFT, TOP), (middle - bend - 2, low), (middle + bend + 2, low), (RIGHT, TOP)]


def _place(number: int, low: float, fallen: float) -> Point:
    """Where an apple lies: in a heap on the bridge, and later where it has rolled."""
    aside = HEAP[number]
    x = (LEFT + RIGHT) / 2 + aside * 25
    y = low - 17 - (number >= LOWEST) * 21 - abs(aside) * (low - TOP) * 0.1
    rolled = ((LEFT + RIGHT) / 2 + aside * 2 * 45, FLOOR - 12)
    return x + (rolled[0] - x) * fallen, y + (rolled[1] - y) * min(1.0, fallen * 1.1)


def _apple(sheet: Canvas, colours: Palette, x: float, y: float) -> None:
    sheet.fill(disc(x, y, 11.5, 11), colours.tones[0])
    sheet.stroke(segment(x, y - 10, x + 3, y - 16), colours.ink, 2)


def _shaky(rng: np.random.Generator, points: list[Point]) -> object:
    """A line by hand: never twice the same."""
    return flowing([(x + rng.normal(0, 0.8), y + rng.normal(0, 0.8)) for x, y in points])
