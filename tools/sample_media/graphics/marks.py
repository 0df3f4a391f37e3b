"""What every map has: names, tags, a title, a star, a compass rose."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .. import lettering
from ..canvas import Canvas, box, disc, polygon
from ..palettes import Palette

WIDE, TALL = 1200, 820


Array = NDArray[np.float64]


STAGES = ("#c2412d", "#2f6fa8", "#d08a1e", "#7a4a9c", "#2f7f5f", "#a33a6a")


def name_of(given: Any) -> str:
    """A place's name, however the writer put it."""
    return (
        str(given.get("name") or given.get("label") or "")
        if isinstance(given, dict)
        else str(given)
    )


def tag(sheet: Canvas, colours: Palette, x: float, y: float, words: str, tone: str) -> None:
    """A few words on a small plate."""
    run = lettering.width(words, "sans", 21, 650)
    sheet.fill(box(x - run / 2 - 9, y - 19, run + 18, 29, 8), colours.paper, 0.9)
    sheet.text(x, y + 3, words, 21, tone, weight=650, align="centre")


def star(x: float, y: float, radius: float) -> Any:
    """A five-pointed star as a path."""
    angle = np.arange(10) * np.pi / 5 - np.pi / 2
    length = np.where(np.arange(10) % 2 == 0, radius, radius * 0.45)
    return polygon(np.column_stack([x + length * np.cos(angle), y + length * np.sin(angle)]))


def cartouche(sheet: Canvas, colours: Palette, title: str) -> None:
    """The title of a map."""
    size = 46
    while lettering.width(title, "serif", size, 640) > WIDE - 330 and size > 22:
        size -= 2
    run = lettering.width(title, "serif", size, 640)
    sheet.fill(box(36, 34, run + 52, size + 42, 12), colours.ink, 0.14, blur=10)
    sheet.fill(box(36, 30, run + 52, size + 42, 12), colours.paper)
    sheet.text(62, 30 + size * 0.98 + 14, title, size, colours.ink, "serif", 640)


def rose(sheet: Canvas, colours: Palette, x: float, y: float) -> None:
    """Where north is."""
    sheet.fill(disc(x, y, 40), colours.paper, 0.85)
    sheet.fill(polygon([(x, y - 34), (x + 9, y), (x, y - 6), (x - 9, y)]), "#c2412d")
    sheet.fill(polygon([(x, y + 34), (x + 9, y), (x, y + 6), (x - 9, y)]), colours.quiet)
    sheet.text(x, y - 42, "N", 22, colours.ink, weight=650, align="centre")
