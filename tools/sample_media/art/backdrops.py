"""What lies behind a sitter: a workshop, a wall with stars and palm, a harbor, a room with drawings."""

from __future__ import annotations

import math

from ..canvas import box, disc, flowing, polygon
from ..palettes import mixed
from .gouache import Gouache


def _workshop(sheet: Gouache) -> None:
    """A sage wall with a window, shelves and hanging tools."""
    sheet.lay(box(0, 0, 960, 1200), "#c9d3bd")
    sheet.shade(disc(200, 300, 420), "#f1ecd2", 120, 0.85)
    for x in (70, 190):
        for y in (90, 260):
            pane = sheet.lay(box(x, y, 108, 158), "#eaf0dd")
            sheet.shade(
                polygon([(x, y + 158), (x + 108, y + 60), (x + 108, y + 158)]),
                "#b5c9a4",
                16,
                0.8,
                pane,
            )
    sheet.lay(box(58, 78, 252, 352), "#8d7350", wide=14)
    sheet.lay(box(40, 424, 288, 22), "#9d8058")
    sheet.lay(box(650, 250, 330, 18), "#8d7350")
    sheet.lay(box(650, 470, 330, 18), "#8d7350")
    jars = (
        (676, 172, 54, "#c2713d"),
        (742, 190, 44, "#6d8c6a"),
        (800, 150, 66, "#e2c27c"),
        (880, 182, 58, "#4f7267"),
    )
    for x, y, wide, colour in jars:
        jar = sheet.lay(box(x, y, wide, 250 - y, 8), colour)
        sheet.shade(box(x + wide * 0.55, y, wide * 0.6, 260 - y), "#2b3a30", 9, 0.5, jar)
        sheet.lay(box(x + 4, y - 14, wide - 8, 14, 4), mixed(colour, "#2b2a20", 0.4))
    for i, colour in enumerate(
        ("#b5563a", "#e7d6ae", "#5c7f86", "#8a9a58", "#c99543", "#e7d6ae", "#6b4f48")
    ):
        sheet.lay(box(672 + i * 42, 366 - (i * 37) % 34, 34, 104 + (i * 37) % 34, 3), colour)
    sheet.shade(box(650, 488, 330, 40), "#66745d", 14, 0.6)
    sheet.shade(box(640, 0, 400, 900), "#6f8068", 90, 0.3)


def _stars(sheet: Gouache) -> None:
    """A clay wall, a niche with a lattice of eight-pointed stars, the leaf of a palm."""
    sheet.lay(box(0, 0, 960, 1200), "#d9a27c")
    sheet.shade(disc(180, 260, 460), "#f2cfa4", 130, 0.9)
    arch = flowing(
        [
            (120, 1200),
            (120, 480),
            (170, 270),
            (320, 130),
            (480, 60),
            (640, 130),
            (790, 270),
            (840, 480),
            (840, 1200),
        ]
    )
    niche = sheet.lay(arch, "#c4805c")
    sheet.shade(arch, "#8a4c36", 26, 0.5, niche, wide=70)
    for row in range(9):
        for column in range(7):
            x, y = 120 + column * 120, 90 + row * 120
            star = [
                (
                    x + r * math.cos(i * math.pi / 8 - math.pi / 8),
                    y + r * math.sin(i * math.pi / 8 - math.pi / 8),
                )
                for i in range(16)
                for r in [(46 if i % 2 else 35)]
            ]
            sheet.lay(polygon(star), "#e2ac7f", 0.75, niche)
            sheet.lay(polygon(star), "#a5614a", 0.55, niche, wide=4)
            sheet.lay(disc(x, y, 12), "#5f8588", 0.6, niche)
    sheet.shade(box(480, 0, 520, 1200), "#7a4030", 130, 0.42)
    for k in range(17):
        f = k / 16
        x, y = 985 - 250 * f, 320 + 250 * f * f - 190 * f
        for side in (-1, 1):
            long = 165 * (0.4 + math.sin(math.pi * min(1, f + 0.12)) * 0.8)
            turn = math.radians(200 + side * (62 - 22 * f) - 18 * f)
            tip = (x + long * math.cos(turn), y + long * math.sin(turn) + 26)
            middle = ((x + tip[0]) / 2 + 9 * side, (y + tip[1]) / 2 - 9)
            sheet.lay(
                flowing([(x, y), middle, tip, (middle[0] + 7, middle[1] + 13)], closed=True),
                "#566d4a" if k % 2 else "#6d8357",
            )


def _harbor(sheet: Gouache) -> None:
    """Evening over a river mouth: sky, a bridge, boats, bands of water."""
    sheet.lay(box(0, 0, 960, 1200), "#bfdcd8")
    sheet.shade(box(-50, 330, 1060, 280), "#f6d9b0", 80, 0.9)
    sheet.shade(disc(210, 500, 150), "#fbe9c0", 50, 0.95)
    sheet.lay(disc(210, 505, 58), "#fdf3d4")
    for x, y, wide in ((110, 150, 170), (760, 110, 210), (690, 250, 130)):
        sheet.shade(
            flowing([(x - wide, y), (x, y - 22), (x + wide, y + 4), (x, y + 24)], closed=True),
            "#f4efe0",
            12,
            0.85,
        )
    hills = flowing(
        [
            (-20, 610),
            (120, 540),
            (280, 575),
            (430, 530),
            (620, 570),
            (780, 515),
            (990, 560),
            (990, 690),
            (-20, 690),
        ],
        closed=True,
    )
    sheet.lay(hills, "#86adaa")
    near = flowing(
        [
            (-20, 655),
            (180, 610),
            (360, 640),
            (620, 600),
            (820, 630),
            (990, 590),
            (990, 720),
            (-20, 720),
        ],
        closed=True,
    )
    sheet.lay(near, "#5d8d90")
    sheet.lay(box(-20, 660, 1000, 560), "#3f8390")
    for k in range(34):
        y = 672 + k * 16 + (k * 29) % 11
        x, wide = (k * 271) % 960, 90 + (k * 53) % 170
        colour = (
            ("#5fa3a8", "#2f6b7c", "#f0d6a8")[k % 3] if k < 12 else ("#56989f", "#2f6b7c")[k % 2]
        )
        sheet.lay(
            flowing([(x - wide, y), (x, y + 4), (x + wide, y)]), colour, 0.75, wide=3 + k * 0.35
        )
    for x in range(560, 1000, 120):
        sheet.lay(box(x, 520, 12, 150), "#3d5d68")
        sheet.lay(flowing([(x + 6, 522), (x + 66, 566), (x + 126, 522)]), "#3d5d68", wide=5)
    sheet.lay(box(540, 574, 440, 13), "#3d5d68")
    for x, y, size in ((90, 700, 1.0), (255, 684, 0.6)):
        sheet.lay(
            polygon(
                [
                    (x, y),
                    (x + 100 * size, y),
                    (x + 82 * size, y + 26 * size),
                    (x + 16 * size, y + 26 * size),
                ]
            ),
            "#b5523c",
        )
        sheet.lay(
            polygon(
                [(x + 48 * size, y - 6), (x + 48 * size, y - 120 * size), (x + 96 * size, y - 8)]
            ),
            "#f5ecd8",
        )
        sheet.lay(
            polygon(
                [(x + 43 * size, y - 6), (x + 43 * size, y - 95 * size), (x + 10 * size, y - 8)]
            ),
            "#e3cfae",
        )


def _room(sheet: Gouache) -> None:
    """A warm wall with pinned drawings, a lamp and a plant on a shelf."""
    sheet.lay(box(0, 0, 960, 1200), "#ecc7a0")
    sheet.shade(disc(170, 200, 430), "#fbe6c0", 110, 0.95)
    sheet.shade(box(560, 0, 460, 1200), "#c98a68", 120, 0.5)
    notes = (
        (70, 110, 190, 140, -4),
        (96, 300, 150, 190, 3),
        (716, 90, 170, 210, 4),
        (760, 350, 150, 120, -5),
    )
    for i, (x, y, wide, tall, turn) in enumerate(notes):
        _note(sheet, i, (x, y, wide, tall), turn)
    sheet.lay(box(-10, 620, 300, 20), "#9b6a48")
    for i, colour in enumerate(("#b5563a", "#3f7377", "#e9b44c", "#7d5a6c", "#f3e6cb")):
        sheet.lay(box(14 + i * 38, 520 + (i * 23) % 30, 32, 100 - (i * 23) % 30, 3), colour)
    pot = sheet.lay(polygon([(780, 690), (900, 690), (884, 800), (796, 800)]), "#b8583c")
    sheet.shade(box(850, 680, 70, 130), "#6b2c22", 12, 0.6, pot)
    for k in range(9):
        turn = math.radians(-165 + k * 19)
        tip = (840 + 130 * math.cos(turn), 690 + 165 * math.sin(turn))
        mid = (840 + 60 * math.cos(turn - 0.25), 690 + 85 * math.sin(turn - 0.25))
        other = (840 + 60 * math.cos(turn + 0.25), 690 + 85 * math.sin(turn + 0.25))
        sheet.lay(
            flowing([(840, 694), mid, tip, other], closed=True), "#5f7d4f" if k % 2 else "#7a9560"
        )
    sheet.lay(box(720, 798, 260, 20), "#9b6a48")


def _note(
    sheet: Gouache, which: int, place: tuple[float, float, float, float], turn: float
) -> None:
    """A pinned drawing: a bridge, a door, a moon, a bowl."""
    x, y, wide, tall = place
    lean = math.tan(math.radians(turn))
    corners = [
        (x, y),
        (x + wide, y + lean * wide),
        (x + wide - lean * tall, y + tall + lean * wide),
        (x - lean * tall, y + tall),
    ]
    sheet.shade(polygon([(a + 6, b + 9) for a, b in corners]), "#8a5238", 7, 0.5)
    paper = sheet.lay(polygon(corners), "#faf2df")
    cx, cy, ink = x + wide / 2, y + tall / 2 + lean * wide / 2, "#5a4038"
    if which == 0:
        sheet.lay(
            flowing(
                [(cx - 75, cy + 30), (cx - 35, cy - 18), (cx + 25, cy - 18), (cx + 75, cy + 30)]
            ),
            ink,
            0.85,
            paper,
            4,
        )
        for k in range(-3, 4):
            sheet.lay(
                flowing([(cx + k * 22, cy + 30), (cx + k * 18, cy - 8 + abs(k) * 7)]),
                ink,
                0.8,
                paper,
                3,
            )
        sheet.lay(
            flowing([(cx - 85, cy + 34), (cx, cy + 30), (cx + 85, cy + 34)]),
            "#3f7377",
            0.9,
            paper,
            6,
        )
    elif which == 1:
        sheet.lay(box(cx - 34, cy - 58, 66, 124, 3), "#c2512b", 0.85, paper)
        sheet.lay(disc(cx + 20, cy + 6, 5), "#f3e6cb", 1, paper)
    elif which == 2:
        sheet.lay(box(x, y, wide + 40, tall + 40), "#3c4a66", 1, paper)
        sheet.lay(disc(cx, cy, 48), "#f6e7b8", 1, paper)
        sheet.lay(disc(cx + 22, cy - 8, 42), "#3c4a66", 1, paper)
    else:
        sheet.lay(
            flowing(
                [(cx - 40, cy), (cx - 26, cy + 32), (cx + 26, cy + 32), (cx + 40, cy)], closed=True
            ),
            "#e0a13a",
            0.95,
            paper,
        )
        sheet.lay(
            flowing([(cx - 12, cy - 14), (cx - 4, cy - 26), (cx - 12, cy - 38)]), ink, 0.7, paper, 3
        )
        sheet.lay(
            flowing([(cx + 10, cy - 14), (cx + 18, cy - 26), (cx + 10, cy - 38)]),
            ink,
            0.7,
            paper,
            3,
        )
    sheet.lay(disc(x + wide / 2, y + 10 + lean * wide / 2, 6), "#b5433a")


def backdrop(sheet: Gouache, palette: str) -> None:
    """Paint the ground that goes with a palette."""
    {"forest": _workshop, "clay": _stars, "sea": _harbor}.get(palette, _room)(sheet)
