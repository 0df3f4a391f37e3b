"""What every comic needs: three frames, an ink line, a screen of dots, balloons."""

from __future__ import annotations

import skia

from .. import lettering
from ..canvas import Canvas, Point, box, disc, polygon
from ..palettes import mixed

WIDE, TALL = 1500, 1000
INK, PAPER = "#2a2022", "#fdf8ec"
Frame = tuple[float, float, float, float]


def frames(top: float) -> list[Frame]:
    """Three frames side by side, below `top`."""
    wide = (WIDE - 2 * 48 - 2 * 28) / 3
    return [(48 + k * (wide + 28), top, wide, TALL - top - 48) for k in range(3)]


def shape(sheet: Canvas, path: skia.Path, colour: str, wide: float = 5.5) -> None:
    """A flat colour and the ink round it."""
    sheet.fill(path, colour)
    sheet.stroke(path, INK, wide)


def panel(sheet: Canvas, frame: Frame, colour: str) -> None:
    """The ground of a panel, with a screen of dots; everything after is kept inside."""
    sheet.skia.save()
    sheet.skia.clipPath(box(*frame, 6), skia.ClipOp.kIntersect, True)
    sheet.fill(box(*frame, 6), colour)
    x, y, wide, high = frame
    dot = mixed(colour, INK, 0.1)
    for row in range(int(high / 18) + 1):
        for column in range(int(wide / 18) + 1):
            size = 4.6 * (row * 18 / high) ** 1.3
            if size > 0.8:
                sheet.fill(disc(x + column * 18 + (row % 2) * 9, y + row * 18, size), dot)


def close(sheet: Canvas, frame: Frame) -> None:
    """Ink the frame over everything in it."""
    sheet.skia.restore()
    sheet.stroke(box(*frame, 6), INK, 7)


def balloon(
    sheet: Canvas, x: float, y: float, text: str, room: float, tail: Point, size: float = 42
) -> None:
    """A balloon round its words, its tail towards the one who speaks."""
    lines = lettering.wrapped(text, "print-hand", size, room)
    wide = max(lettering.width(line, "print-hand", size) for line in lines) / 2 + 44
    high = len(lines) * size * 0.64 + 36
    root = (x + (tail[0] - x) * 0.2, y + high * 0.7 * (1 if tail[1] > y else -1))
    horn = polygon([(root[0] - 24, root[1]), tail, (root[0] + 24, root[1])])
    sheet.stroke(horn, INK, 10)
    shape(sheet, disc(x, y, wide, high), "#fffdf6", 5)
    sheet.fill(horn, "#fffdf6")
    for i, line in enumerate(lines):
        sheet.text(
            x,
            y + size * 0.34 + (i - (len(lines) - 1) / 2) * size * 1.16,
            line,
            size,
            INK,
            "print-hand",
            align="centre",
        )
