"""The four boards of the ferry landing, with their measures and colours."""

from __future__ import annotations

from pathlib import Path

from ..canvas import Point, box, disc, polygon, segment
from ..palettes import Palette, mixed, palette
from ..request import Request
from .ink import Ink
from .paper import Paper

WIDE, TALL = 1224.0, 792.0
BLUE, WHITE = "#14305c", "#ffffff"
LONG, HIGH = 444.0, 222.0  # a board of 120 by 60 cm

# letter, where the arrow points in degrees, and the chimneys of its ship
BOARDS = (("A", 180, 2), ("B", 180, 1), ("C", 0, 2), ("D", 0, 1))


def signs(request: Request, to: Path) -> None:
    """All four boards on one sheet."""
    colours = palette(request.palette)
    paper = Paper(request.path, "Four signs for the ferry landing", (WIDE, TALL))
    paper.add_page()
    ink = Ink(paper)
    ink.fill(box(0, 0, WIDE, TALL), colours.paper)
    ink.text(72, 84, "Four signs for the ferry landing", 34, colours.deep, "serif", "B")
    ink.text(72, 114, str(request.series["subtitle"]), 16, colours.ink, "serif", "I")
    for k, (letter, way, chimneys) in enumerate(BOARDS):
        _board(ink, (150 + (k % 2) * 520, 158 + (k // 2) * 270), letter, way, chimneys)
    _measures(ink, colours, (150, 158))
    ink.text(72, TALL - 52, str(request.series["footer"]), 14, colours.ink, style="B")
    for k, (tone, name) in enumerate(((BLUE, "dark blue"), (WHITE, "white"))):
        ink.fill(disc(WIDE - 250 + k * 110, TALL - 57, 9), tone)
        ink.stroke(disc(WIDE - 250 + k * 110, TALL - 57, 9), colours.quiet, 1)
        ink.text(WIDE - 235 + k * 110, TALL - 53, name, 13, colours.quiet)
    paper.store(to)


def _board(ink: Ink, at: Point, letter: str, way: float, chimneys: int) -> None:
    x, y = at
    ink.fill(box(x, y, LONG, HIGH, 10), BLUE)
    ink.stroke(box(x + 8, y + 8, LONG - 16, HIGH - 16, 6), WHITE, 2, 0.55)
    ink.text(x + 104, y + 185, letter, 222, WHITE, "sans", "B", "centre")
    _ship(ink, (x + 214, y + 130), chimneys)
    ink.save()
    ink.rotate(way, x + 316, y + 50)
    ink.stroke(segment(x + 262, y + 50, x + 352, y + 50), WHITE, 13)
    ink.stroke(
        polygon([(x + 334, y + 24), (x + 362, y + 50), (x + 332, y + 76)], closed=False), WHITE, 13
    )
    ink.restore()


def _ship(ink: Ink, at: Point, chimneys: int) -> None:
    """The outline of a ferry; what people look at is the chimneys."""
    x, y = at
    hull = polygon([(x, y + 34), (x + 200, y + 34), (x + 176, y + 70), (x + 20, y + 70)])
    ink.fill(hull, WHITE)
    ink.fill(box(x + 34, y + 8, 132, 22, 4), WHITE)
    for k in range(6):
        ink.fill(disc(x + 50 + k * 20, y + 19, 5), BLUE)
    for k in range(chimneys):
        left = x + (88 if chimneys == 1 else 66 + 48 * k)
        ink.fill(
            polygon([(left, y + 4), (left + 3, y - 30), (left + 25, y - 30), (left + 24, y + 4)]),
            WHITE,
        )
        ink.fill(box(left + 2, y - 20, 24, 7), BLUE)


def _measures(ink: Ink, colours: Palette, at: Point) -> None:
    """Lines that say how large the first board is."""
    x, y = at
    tone = mixed(colours.tones[1], colours.ink, 0.25)
    ink.stroke(segment(x, y - 14, x + LONG, y - 14), tone, 1.2)
    for end in (x, x + LONG):
        ink.stroke(segment(end, y - 19, end, y - 9), tone, 1.2)
    ink.text(x + LONG - 70, y - 20, "120 cm", 13, tone, style="B", align="centre")
    ink.stroke(segment(x - 16, y, x - 16, y + HIGH), tone, 1.2)
    for end in (y, y + HIGH):
        ink.stroke(segment(x - 21, end, x - 11, end), tone, 1.2)
    ink.text(x - 24, y + HIGH / 2, "60 cm", 13, tone, style="B", align="right")
    ink.stroke(segment(x + 184, y + 24, x + 184, y + 185), tone, 1.2, dash=(4, 3))
    ink.text(x + 190, y + 40, "45 cm", 12, "#ffffff", style="B")
