"""The soup page: a girl is lost, finds a teacher and soup, and then the door, too late."""

from __future__ import annotations

import math

from ..canvas import Canvas, Point, box, disc, flowing, polygon
from ..palettes import mixed
from ..request import Request
from .panels import INK, Frame, balloon, close, frames, panel, shape


def soup_page(sheet: Canvas, request: Request) -> None:
    """Lost, soup, door 14."""
    texts = [str(panel.get("text") or "") for panel in request.series.get("panels", [])] + [""] * 3
    sheet.text(52, 104, request.title, 78, INK, "marker")
    sheet.stroke(flowing([(54, 126), (300, 120), (560, 128)]), "#c2512b", 8)
    first, second, third = frames(160)
    _lost(sheet, first, texts[0])
    _soup(sheet, second, texts[1])
    _door_fourteen(sheet, third, texts[2])


def _girl(
    sheet: Canvas,
    x: float,
    y: float,
    size: float,
    face: str = "oh",
    blush: bool = False,
    back: bool = False,
) -> None:
    """A small figure with braids; `y` is where her feet stand."""

    def at(points: list[Point]) -> list[Point]:
        return [(x + a * size, y + b * size) for a, b in points]

    hair, skin = "#4a2f26", "#e8b88f"
    for side in (-1, 1):
        shape(
            sheet,
            flowing(at([(side * 14, -110), (side * 16, -50), (side * 18, -8)])),
            INK,
            30 * size,
        )
        sheet.stroke(
            flowing(at([(side * 14, -110), (side * 16, -50), (side * 17, -14)])),
            "#3f5f86",
            21 * size,
        )
        shape(
            sheet,
            flowing(
                at([(side * 6, -14), (side * 30, -18), (side * 48, -2), (side * 4, 2)]), closed=True
            ),
            "#c2512b",
        )
    shape(
        sheet,
        flowing(
            at([(-34, -236), (-58, -150), (-62, -92), (62, -92), (58, -150), (34, -236)]),
            closed=True,
        ),
        "#e5a93a",
    )
    for side in (-1, 1):
        braid = at([(side * 58, -318), (side * 88, -270), (side * 92, -214), (side * 84, -176)])
        sheet.stroke(flowing(braid), INK, 36 * size)
        sheet.stroke(flowing(braid), hair, 26 * size)
        for k in range(4):
            px, py = at([(side * (76 + 5 * math.sin(k)), -290 + k * 28)])[0]
            sheet.stroke(
                flowing(
                    [
                        (px - 12 * size, py - 8 * size),
                        (px, py + 6 * size),
                        (px + 13 * size, py - 6 * size),
                    ]
                ),
                INK,
                4 * size,
            )
        shape(sheet, disc(*at([(side * 84, -172)])[0], 11 * size), "#c2512b", 4)
    shape(sheet, disc(*at([(0, -312)])[0], 84 * size, 86 * size), hair if back else skin)
    if back:
        sheet.stroke(
            flowing(at([(0, -396), (2, -320), (0, -230)])), mixed(hair, "#f0d0a0", 0.35), 4 * size
        )
        return
    shape(
        sheet,
        flowing(
            at(
                [
                    (-86, -310),
                    (-74, -386),
                    (0, -412),
                    (74, -386),
                    (86, -310),
                    (58, -356),
                    (8, -376),
                    (0, -388),
                    (-8, -376),
                    (-58, -356),
                ]
            ),
            closed=True,
        ),
        hair,
    )
    for side in (-1, 1):
        if blush:
            sheet.fill(disc(*at([(side * 50, -276)])[0], 24 * size, 17 * size), "#d9563a", 0.6)
        sheet.fill(disc(*at([(side * 32, -312)])[0], 8 * size, 10 * size), INK)
        sheet.stroke(disc(*at([(side * 32, -312)])[0], 26 * size), "#8c3b22", 5.5 * size)
        sheet.stroke(
            flowing(at([(side * 18, -350), (side * 34, -358), (side * 50, -350)])), INK, 5 * size
        )
    sheet.stroke(flowing(at([(-7, -314), (0, -318), (7, -314)])), "#8c3b22", 5.5 * size)
    if face == "oh":
        shape(sheet, disc(*at([(0, -264)])[0], 11 * size, 13 * size), "#7d2f2a", 4)
    else:
        sheet.stroke(flowing(at([(-20, -266), (-8, -260), (6, -268), (20, -262)])), INK, 5 * size)


def _arm(sheet: Canvas, line: list[Point], colour: str, wide: float) -> None:
    sheet.stroke(flowing(line), INK, wide + 10)
    sheet.stroke(flowing(line), colour, wide)
    shape(sheet, disc(*line[-1], wide * 0.62), "#e8b88f", 5)


def _lost(sheet: Canvas, frame: Frame, text: str) -> None:
    x, y, wide, high = frame
    panel(sheet, frame, "#f6d99a")
    floor = y + high - 120
    sheet.fill(box(x, floor, wide, 140), "#c98f5a")
    for k in range(3):
        px = x + 20 + k * 152
        shape(
            sheet, box(px, y + 300, 112, floor - y - 300, 4), ("#7fa7a4", "#b86a4c", "#8a7aa0")[k]
        )
        sheet.fill(disc(px + 94, y + 470, 6), INK)
        sheet.text(
            px + 56, y + 430, ("3", "9", "27")[k], 48, "#fff7e4", "print-hand", align="centre"
        )
    sheet.stroke(flowing([(x, floor), (x + wide, floor)]), INK, 6)
    cx, feet = x + wide / 2, y + high - 52
    _girl(sheet, cx, feet, 1.06, "hm")
    chart = polygon(
        [
            (cx - 104, feet - 210),
            (cx + 104, feet - 216),
            (cx + 100, feet - 92),
            (cx - 102, feet - 88),
        ]
    )
    shape(sheet, chart, "#fffaf0")
    sheet.stroke(
        flowing(
            [
                (cx - 82, feet - 120),
                (cx - 40, feet - 170),
                (cx - 10, feet - 130),
                (cx + 30, feet - 188),
                (cx + 80, feet - 150),
            ]
        ),
        "#c2512b",
        5,
        dash=(14, 9),
    )
    sheet.text(cx + 16, feet - 196, "MAP", 36, "#2f6f73", "marker", align="centre", turn=180)
    for side in (-1, 1):
        shape(sheet, disc(cx + side * 104, feet - 150, 19), "#e8b88f")
    balloon(sheet, x + wide / 2 + 8, y + 104, text, 280, (cx + 20, feet - 452))
    for k, mark in enumerate(("?", "?")):
        sheet.text(
            cx + (-140, 140)[k],
            feet - 446,
            mark,
            80,
            "#c2512b",
            "marker",
            align="centre",
            turn=(-14, 12)[k],
        )
    close(sheet, frame)


def _soup(sheet: Canvas, frame: Frame, text: str) -> None:
    x, y, wide, high = frame
    panel(sheet, frame, "#bfdcd3")
    floor = y + high - 150
    sheet.fill(box(x, floor, wide, 180), "#8fb0a4")
    sheet.stroke(flowing([(x, floor), (x + wide, floor)]), INK, 6)
    shape(sheet, box(x + 24, y + 250, 116, 150, 4), "#eef6ee")
    sheet.stroke(flowing([(x + 82, y + 250), (x + 82, y + 400)]), INK, 5)
    sheet.stroke(flowing([(x + 24, y + 324), (x + 140, y + 324)]), INK, 5)
    _girl(sheet, x + 96, y + high - 56, 0.8, "oh", blush=True)
    tx, ty = x + 318, y + high - 320
    shape(
        sheet,
        flowing(
            [
                (tx - 70, ty + 150),
                (tx - 76, ty + 10),
                (tx - 34, ty - 46),
                (tx + 34, ty - 46),
                (tx + 76, ty + 10),
                (tx + 72, ty + 150),
            ],
            closed=True,
        ),
        "#8a4f7d",
    )
    shape(sheet, disc(tx, ty - 118, 70, 76), "#9c6544")
    shape(
        sheet,
        flowing(
            [
                (tx - 72, ty - 104),
                (tx - 82, ty - 170),
                (tx - 30, ty - 214),
                (tx + 40, ty - 210),
                (tx + 84, ty - 160),
                (tx + 72, ty - 104),
                (tx + 40, ty - 160),
                (tx - 30, ty - 160),
            ],
            closed=True,
        ),
        "#5c5a5e",
    )
    for side in (-1, 1):
        sheet.stroke(
            flowing(
                [
                    (tx + side * 26 - 12, ty - 124),
                    (tx + side * 26, ty - 134),
                    (tx + side * 26 + 12, ty - 124),
                ]
            ),
            INK,
            5.5,
        )
    sheet.stroke(flowing([(tx - 24, ty - 88), (tx, ty - 74), (tx + 24, ty - 88)]), INK, 5.5)
    shape(sheet, box(tx - 142, ty + 88, 300, 26, 6), "#d59a55")
    for px in (tx - 112, tx + 112):
        shape(sheet, box(px, ty + 114, 20, 196, 3), "#b97f42")
    shape(
        sheet,
        flowing(
            [(tx - 62, ty + 44), (tx - 42, ty + 86), (tx + 42, ty + 86), (tx + 62, ty + 44)],
            closed=True,
        ),
        "#fffaf0",
    )
    shape(sheet, disc(tx, ty + 44, 62, 15), "#d9772f")
    _arm(sheet, [(tx + 66, ty + 20), (tx + 92, ty + 60), (tx + 46, ty + 22)], "#8a4f7d", 26)
    sheet.stroke(flowing([(tx + 46, ty + 20), (tx + 12, ty + 44)]), INK, 9)
    for k in (-1, 0, 1):
        sheet.stroke(
            flowing(
                [
                    (tx - 30 + k * 24, ty + 18),
                    (tx - 20 + k * 24, ty - 4),
                    (tx - 32 + k * 24, ty - 26),
                ]
            ),
            "#fffaf0",
            6,
        )
    for k in (0, 1):
        shape(
            sheet,
            flowing(
                [
                    (tx - 70 + k * 66, y + high - 42),
                    (tx - 68 + k * 66, y + high - 76),
                    (tx - 38 + k * 66, y + high - 66),
                    (tx - 14 + k * 66, y + high - 48),
                    (tx - 16 + k * 66, y + high - 38),
                ],
                closed=True,
            ),
            "#3f5f86",
        )
    balloon(sheet, x + wide / 2 + 16, y + 108, text, 290, (tx - 6, ty - 236))
    close(sheet, frame)


def _door_fourteen(sheet: Canvas, frame: Frame, text: str) -> None:
    x, y, wide, high = frame
    panel(sheet, frame, "#f0b592")
    floor = y + high - 120
    sheet.fill(box(x, floor, wide, 140), "#a9674c")
    sheet.stroke(flowing([(x, floor), (x + wide, floor)]), INK, 6)
    shape(sheet, box(x + 104, y + 250, 250, floor - y - 250, 4), "#2f6f73", 7)
    shape(sheet, box(x + 134, y + 400, 190, floor - y - 430, 4), "#3f8488", 5)
    shape(sheet, box(x + 178, y + 286, 102, 82, 8), "#f6e3b4", 5)
    sheet.text(x + 229, y + 348, "14", 66, INK, "print-hand", align="centre")
    sheet.fill(disc(x + 334, y + 500, 10), "#e5b84a")
    bell = (x + wide - 74, y + 268)
    shape(sheet, disc(*bell, 44), "#d9412f")
    sheet.fill(disc(*bell, 14), "#fff3d4")
    for k in range(7):
        t = math.radians(-200 + k * 42)
        sheet.stroke(
            flowing(
                [
                    (bell[0] + 58 * math.cos(t), bell[1] + 58 * math.sin(t)),
                    (bell[0] + 80 * math.cos(t), bell[1] + 80 * math.sin(t)),
                ]
            ),
            INK,
            6,
        )
    _girl(sheet, x + 216, y + high - 44, 0.98, back=True)
    burst = [
        (
            x + wide / 2 + (r * 1.66) * math.cos(k * math.pi / 13),
            y + 112 + r * 0.78 * math.sin(k * math.pi / 13),
        )
        for k in range(26)
        for r in [(128 if k % 2 else 98)]
    ]
    shape(sheet, polygon(burst), "#ffe37a", 6)
    sheet.text(x + wide / 2, y + 138, text, 76, "#c2311f", "marker", align="centre", turn=-4)
    close(sheet, frame)
