"""How to fold a dumpling, without words."""

from __future__ import annotations

import math

from ..canvas import Canvas, Point, box, disc, flowing
from ..request import Request
from .hands import Hand, finger, open_hand
from .panels import INK, Frame, close, frames, panel, shape

GREY = "#b9b6b2"


def dumplings(sheet: Canvas, _request: Request) -> None:
    """Without words: dough, pleats, and how it ends. The left hand is gray and never moves."""
    first, second, third = frames(48)
    for frame, colour, draw in (
        (first, "#f8e3b6", _dough),
        (second, "#f3c9a4", _pleats),
        (third, "#cfe0d6", _ends),
    ):
        panel(sheet, frame, colour)
        draw(sheet, frame)
        close(sheet, frame)


def _cupped(sheet: Canvas, x: float, y: float, size: float) -> None:
    """A left palm from above, held out flat: fingers to the upper left, thumb to the right."""
    open_hand(sheet, Hand(x, y, size, -10, skin=GREY, ink=INK, sleeve="#8f8b88"), 0.7)


def _dough(sheet: Canvas, frame: Frame) -> None:
    x, y, wide, high = frame
    cx, cy = x + wide / 2 + 10, y + high - 240
    _cupped(sheet, cx, cy, 2.0)
    shape(sheet, disc(cx - 28, cy - 150, 134, 126), "#fff8e6", 7)
    sheet.stroke(
        flowing([(cx - 118, cy - 180), (cx - 90, cy - 226), (cx - 44, cy - 250)]), "#e6d5b0", 7
    )
    shape(
        sheet,
        flowing(
            [
                (cx - 82, cy - 140),
                (cx - 62, cy - 184),
                (cx - 14, cy - 192),
                (cx + 28, cy - 170),
                (cx + 34, cy - 128),
                (cx - 6, cy - 102),
                (cx - 60, cy - 108),
            ],
            closed=True,
        ),
        "#b98a5a",
    )
    for a, b, colour in (
        (-50, -150, "#5d8a4a"),
        (-10, -166, "#d9772f"),
        (6, -130, "#5d8a4a"),
        (-34, -122, "#d9772f"),
        (-24, -148, "#7d4a35"),
    ):
        sheet.fill(disc(cx + a, cy + b, 9), colour)


def _pleats(sheet: Canvas, frame: Frame) -> None:
    x, y, wide, high = frame
    cx, cy = x + wide / 2, y + high / 2 + 60
    shape(
        sheet,
        flowing(
            [
                (cx - 210, cy + 60),
                (cx - 190, cy + 190),
                (cx - 60, cy + 270),
                (cx + 120, cy + 250),
                (cx + 200, cy + 130),
                (cx + 190, cy + 40),
                (cx, cy + 110),
            ],
            closed=True,
        ),
        GREY,
        6,
    )
    for k in range(3):
        sheet.stroke(
            flowing(
                [
                    (cx - 120 + k * 100, cy + 180),
                    (cx - 112 + k * 100, cy + 220),
                    (cx - 116 + k * 100, cy + 246),
                ]
            ),
            INK,
            4,
        )
    _parcel(sheet, cx, cy, 1.62)
    for k in range(7):
        t = math.radians(-158 + k * 22.5)
        px, py = cx + 208 * math.cos(t), cy + 30 + 196 * math.sin(t)
        way = (math.cos(t + 1.9), math.sin(t + 1.9))
        a, b = (px - way[0] * -20, py - way[1] * -20), (px - way[0] * 20, py - way[1] * 20)
        sheet.stroke(
            flowing(
                [a, ((a[0] + b[0]) / 2 + math.cos(t) * 8, (a[1] + b[1]) / 2 + math.sin(t) * 8), b]
            ),
            "#c2512b",
            7,
        )
        back = math.atan2(a[1] - b[1], a[0] - b[0])
        for lean in (0.6, -0.6):
            sheet.stroke(
                flowing(
                    [b, (b[0] + 17 * math.cos(back + lean), b[1] + 17 * math.sin(back + lean))]
                ),
                "#c2512b",
                7,
            )
    hand = Hand(x + wide - 30, y + 70, 2.0, 200, skin="#e8b88f", ink=INK, sleeve="#c2512b")
    finger(sheet, hand, [(-10, -20), (6, -92), (26, -150)], 54)
    nail = flowing(hand.at([(14, -140), (38, -146), (36, -166), (24, -170)]), closed=True)
    shape(sheet, nail, "#f7d9bf", 4)
    shape(
        sheet,
        flowing(
            hand.at([(-60, 60), (-66, -10), (-30, -46), (30, -40), (56, 10), (60, 60)]), closed=True
        ),
        "#e8b88f",
        6,
    )


def _parcel(sheet: Canvas, x: float, y: float, size: float) -> None:
    """A half moon of dough with seven pleats along its upper edge."""

    def at(points: list[Point]) -> list[Point]:
        return [(x + a * size, y + b * size) for a, b in points]

    shape(
        sheet,
        flowing(
            at(
                [
                    (-112, 34),
                    (-96, -24),
                    (-52, -66),
                    (0, -80),
                    (52, -66),
                    (96, -24),
                    (112, 34),
                    (60, 62),
                    (0, 70),
                    (-60, 62),
                ]
            ),
            closed=True,
        ),
        "#fff4dc",
        7,
    )
    for k in range(7):
        t = math.radians(-158 + k * 22.5)
        outer, inner = (
            (100 * math.cos(t), 26 + 102 * math.sin(t)),
            (70 * math.cos(t) + 6, 34 + 62 * math.sin(t)),
        )
        fold = at([outer, ((outer[0] + inner[0]) / 2 + 8, (outer[1] + inner[1]) / 2), inner])
        sheet.stroke(flowing(fold), "#d8bd8a", 15 * size**0.5)
        sheet.stroke(flowing(fold), INK, 5)
    sheet.stroke(flowing(at([(-80, 46), (0, 56), (80, 46)])), "#ecd9ae", 8)


def _ends(sheet: Canvas, frame: Frame) -> None:
    x, y, wide, high = frame
    table = y + high * 0.46
    sheet.fill(box(x, table, wide, high), "#d59f66")
    sheet.stroke(flowing([(x, table), (x + wide, table)]), INK, 6)
    shape(sheet, disc(x + wide / 2, table + 118, 178, 46), "#fffdf6", 6)
    px, py = x + wide / 2, table + 22
    _parcel(sheet, px, py, 1.12)
    for side in (-1, 1):
        sheet.fill(disc(px + side * 30, py + 26, 7, 9), INK)
        sheet.fill(disc(px + side * 54, py + 42, 14, 9), "#e88a6a", 0.7)
    sheet.stroke(flowing([(px - 16, py + 40), (px, py + 52), (px + 16, py + 40)]), INK, 6)
    for k in (-1, 0, 1):
        sheet.stroke(
            flowing(
                [
                    (px + k * 54, py - 120),
                    (px + k * 54 + 16, py - 158),
                    (px + k * 54 - 8, py - 196),
                    (px + k * 54 + 10, py - 232),
                ]
            ),
            "#fffdf6",
            9,
        )
    bx, by = x + wide / 2 - 6, y + high - 130
    sheet.fill(
        flowing(
            [
                (bx - 170, by + 50),
                (bx - 60, by + 26),
                (bx + 110, by + 34),
                (bx + 186, by + 66),
                (bx + 60, by + 92),
                (bx - 110, by + 88),
            ],
            closed=True,
        ),
        "#8a5a34",
        0.55,
    )
    shape(
        sheet,
        flowing(
            [
                (bx - 116, by + 44),
                (bx - 112, by - 16),
                (bx - 70, by - 56),
                (bx - 34, by - 70),
                (bx - 18, by - 30),
                (bx + 8, by - 62),
                (bx + 30, by - 28),
                (bx + 54, by - 64),
                (bx + 100, by - 26),
                (bx + 122, by + 40),
                (bx + 40, by + 64),
                (bx - 50, by + 66),
            ],
            closed=True,
        ),
        "#f6e6c4",
        7,
    )
    for a, b, colour in (
        (-16, -42, "#b98a5a"),
        (14, -50, "#5d8a4a"),
        (40, -46, "#d9772f"),
        (150, 60, "#5d8a4a"),
        (-148, 62, "#d9772f"),
        (126, 84, "#b98a5a"),
    ):
        shape(sheet, disc(bx + a, by + b, 13, 11), colour, 4)
    for side in (-1, 1):
        sheet.fill(disc(bx + side * 32, by + 6, 7, 9), INK)
        sheet.stroke(flowing([(bx + side * 20, by - 14), (bx + side * 46, by - 4)]), INK, 5)
    sheet.stroke(flowing([(bx - 18, by + 40), (bx, by + 28), (bx + 18, by + 40)]), INK, 6)
    shape(
        sheet,
        flowing(
            [(bx + 44, by + 20), (bx + 36, by + 36), (bx + 46, by + 44), (bx + 54, by + 36)],
            closed=True,
        ),
        "#8cc4e0",
        4,
    )
