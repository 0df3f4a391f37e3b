"""Pencil plans: a letter with its measures, a ship, five panels of a boat."""

from __future__ import annotations

import math

import numpy as np

from ..request import Request
from .pencil import Line, Pencil
from .sketch_life import ring

BOWL: Line = (
    (1.0, -0.2),
    (1.02, 0.1),
    (0.99, 0.4),
    (0.9, 0.72),
    (0.72, 0.92),
    (0.48, 0.98),
    (0.24, 0.88),
    (0.07, 0.6),
    (0.0, 0.25),
    (0.03, 0.0),
)


def letter(pencil: Pencil, _request: Request) -> None:
    """A nun, and the dots of its own pen that measure it: four across, two down."""
    half = 64.0
    x0, y0, wide, tall = 290.0, 210.0, 8 * half, 4 * half
    spine = pencil.along([(x0 + x * wide, y0 + y * tall) for x, y in BOWL])
    way = np.gradient(spine, axis=0)
    share = np.linspace(0, 1, len(spine))
    pen = math.radians(-58)
    broad = 10 + 66 * np.abs(np.sin(np.arctan2(way[:, 1], way[:, 0]) - pen)) * np.clip(
        share * 9 + 0.4, 0, 1
    ) * np.clip((1 - share) * 4 + 0.1, 0, 1)
    nib = np.array((math.cos(pen), math.sin(pen))) * broad[:, None] / 2
    shape = [tuple(p) for p in np.vstack([spine + nib, (spine - nib)[::-1]])]
    pencil.tone(shape, 0.34, 2)
    for angle, gap in ((-58, 5), (-30, 8)):
        pencil.hatch(shape, angle, gap, 0.55, 2.0, curved=False)
    pencil.stroke([*(tuple(p) for p in spine + nib)], 0.75, 2.2, 0.4, 2)
    pencil.stroke([*(tuple(p) for p in spine - nib)], 0.75, 2.2, 0.4, 2)
    _dot(pencil, x0 + wide * 0.46, y0 + 20, half)
    _dots(pencil, (x0, y0, wide, tall), half)


def _dots(pencil: Pencil, place: tuple[float, float, float, float], half: float) -> None:
    x0, y0, wide, tall = place
    for k in range(4):
        _dot(pencil, x0 + half * (2 * k + 1), y0 + tall + half + 46, half)
    for k in range(2):
        _dot(pencil, x0 + wide + half + 60, y0 + half * (2 * k + 1), half)
    for x in (x0, x0 + wide):
        pencil.dashed([(x, y0 - 60), (x, y0 + tall + 2 * half + 66)], 0.55, 1.7)
    for y in (y0, y0 + tall):
        pencil.dashed([(x0 - 70, y), (x0 + wide + 2 * half + 110, y)], 0.55, 1.7)
    pencil.write(x0 + wide / 2, y0 + tall + 2 * half + 118, "٤", 62, 0.85, align="centre")
    pencil.write(x0 + wide + 2 * half + 128, y0 + tall / 2 + 20, "٢", 62, 0.85, align="centre")


def _dot(pencil: Pencil, x: float, y: float, half: float) -> None:
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y), (x, y - half)]
    pencil.ruled(corners, 0.75, 2.4)
    pencil.hatch(corners[:4], 45, 9, 0.5, 1.9, curved=False)


def sambuk(pencil: Pencil, request: Request) -> None:
    """A ship from the side with her two slanting sails, and from above."""
    sheer = [(196, 330), (300, 392), (480, 420), (680, 414), (850, 384), (930, 350)]
    keel = [
        (196, 330),
        (262, 420),
        (330, 488),
        (480, 506),
        (700, 504),
        (866, 492),
        (906, 430),
        (930, 350),
    ]
    pencil.stroke(sheer, 0.8, 2.6, 0.5, 2)
    pencil.stroke(keel, 0.8, 2.6, 0.4, 2)
    for share in (0.25, 0.5, 0.75):
        plank = [
            (a * (1 - share) + c * share, b * (1 - share) + d * share)
            for (a, b), (c, d) in zip(
                sheer,
                [(196, 330), (310, 470), (480, 506), (700, 504), (870, 488), (930, 350)],
                strict=True,
            )
        ]
        pencil.stroke(plank[1:-1], 0.36, 1.5, 0.5, 1)
    pencil.hatch(
        [
            (330, 470),
            (480, 494),
            (700, 492),
            (860, 478),
            (868, 490),
            (700, 504),
            (480, 506),
            (334, 486),
        ],
        70,
        9,
        0.36,
        1.5,
    )
    _sails(pencil)
    pencil.ruled([(120, 506), (1000, 506)], 0.3, 1.2)
    deck = [
        (196, 672),
        (300, 626),
        (480, 606),
        (700, 606),
        (860, 618),
        (926, 640),
        (926, 704),
        (860, 726),
        (700, 738),
        (480, 738),
        (300, 718),
    ]
    pencil.stroke(deck, 0.8, 2.5, 0.4, 2, closed=True)
    pencil.stroke(
        [(226, 672), (310, 640), (480, 622), (700, 622), (856, 632), (908, 648)], 0.4, 1.6, 0.4, 1
    )
    pencil.stroke(
        [(226, 672), (310, 704), (480, 722), (700, 722), (856, 712), (908, 696)], 0.4, 1.6, 0.4, 1
    )
    pencil.dashed([(150, 672), (990, 672)], 0.45, 1.4)
    for x in (330, 430, 530, 640, 750, 850):
        half = 66 - 0.00022 * (x - 600) ** 2 - (16 if x < 400 else 0)
        pencil.ruled([(x, 672 - half + 14), (x, 672 + half - 14)], 0.4, 1.4)
    for x in (452, 760):
        pencil.stroke(ring(x, 672, 11, 11), 0.8, 2.2, 0.3, 2, closed=True)
    pencil.measure((196, 560), (930, 560), "54.0", 36)
    pencil.measure((1010, 606), (1010, 738), "13.2", 34)
    pencil.measure((120, 506), (120, 330), "13.0", 34)
    for x, y, text in (
        (300, 598, "8.4"),
        (590, 598, "21.6"),
        (1046, 432, "10.4"),
        (232, 470, "38°"),
        (590, 466, "6.1"),
        (846, 446, "4.8"),
    ):
        pencil.write(x, y, text, 31, 0.7, align="centre")
    pencil.measure((1000, 506), (1000, 352), "", 30)
    pencil.write(1130, 100, request.title, 58, 0.8, align="right")


def _sails(pencil: Pencil) -> None:
    for foot, top, yard, clew in (
        ((440, 420), (416, 88), ((250, 236), (560, 40)), (610, 372)),
        ((752, 402), (736, 168), ((640, 268), (842, 126)), (884, 336)),
    ):
        for shift in (-4, 4):
            pencil.ruled([(foot[0] + shift, foot[1]), (top[0] + shift * 0.6, top[1])], 0.7, 2.0)
        pencil.stroke(
            [yard[0], ((yard[0][0] + yard[1][0]) / 2, (yard[0][1] + yard[1][1]) / 2 + 5), yard[1]],
            0.85,
            3.4,
            0.5,
            2,
        )
        leech = [yard[1], ((yard[1][0] + clew[0]) / 2 + 26, (yard[1][1] + clew[1]) / 2), clew]
        luff = [yard[0], ((yard[0][0] + clew[0]) / 2, (yard[0][1] + clew[1]) / 2 + 26), clew]
        pencil.stroke(leech, 0.7, 2.3, 0.5, 2)
        pencil.stroke(luff, 0.7, 2.3, 0.5, 2)
        for share in (0.25, 0.45, 0.65, 0.82):
            a = [yard[0][k] * (1 - share) + yard[1][k] * share for k in (0, 1)]
            b = [
                luff[0][k] * (1 - share)
                + clew[k] * share
                + (18 * math.sin(math.pi * share) if k else 0)
                for k in (0, 1)
            ]
            pencil.stroke(
                [(a[0], a[1]), ((a[0] + b[0]) / 2 + 8, (a[1] + b[1]) / 2), (b[0], b[1])],
                0.26,
                1.3,
                0.5,
                1,
            )
        pencil.stroke([clew, (clew[0] + 20, clew[1] + 40)], 0.5, 1.4, 0.4, 1)


def boat_panels(pencil: Pencil, request: Request) -> None:
    """Five flat panels with their measures."""
    pencil.write(64, 98, request.title, 54, 0.85)
    panels = (("side", 190), ("side", 318), ("bottom", 452), ("bottom", 600))
    for name, y in panels:
        bend = 30 if name == "side" else -8
        low = 66 if name == "side" else 84
        shape = [
            (96, y + 6),
            (300, y - bend * 0.2 + 16),
            (560, y + bend * 0.5),
            (760, y + bend * 0.3),
            (880, y - 4),
            (880, y + low - 10),
            (640, y + low + 14),
            (340, y + low + 2),
            (160, y + low - 28),
        ]
        if name == "bottom":
            shape = [
                (96, y + 40),
                (230, y + 14),
                (470, y - 2),
                (700, y + 4),
                (880, y + 22),
                (880, y + 76),
                (480, y + 74),
                (220, y + 64),
            ]
        pencil.stroke(shape[:5], 0.8, 2.5, 0.4, 2)
        pencil.ruled([shape[4], shape[5]], 0.8, 2.4)
        pencil.stroke([*shape[5:], shape[0]], 0.8, 2.5, 0.4, 2)
        pencil.hatch(
            [*shape[5:], shape[0], (300, y + low - 20), (640, y + low - 6)],
            60,
            16,
            0.16,
            1.4,
            curved=False,
        )
        pencil.write(480, y + 52, name, 36, 0.6, align="centre")
    for x in (300, 505, 709):
        pencil.dashed([(x, 176), (x, 694)], 0.25, 1.2, 9)
    pencil.measure((96, 150), (880, 150), "307", 40)
    for y, text in ((212, "31"), (340, "31"), (480, "22"), (626, "22")):
        pencil.measure((906, y - 20), (906, y + 36), "", 30)
        pencil.write(922, y + 20, text, 36, 0.75)
    for x, text in ((300, "80"), (505, "160"), (709, "240")):
        pencil.write(x, 730, text, 34, 0.65, align="centre")
    transom = [(966, 380), (1136, 380), (1108, 500), (994, 500), (966, 380)]
    pencil.ruled(transom, 0.85, 2.5)
    pencil.hatch(transom[:4], 45, 15, 0.2, 1.4, curved=False)
    pencil.write(1051, 452, "transom", 36, 0.7, align="centre")
    pencil.measure((966, 352), (1136, 352), "88", 36)
    pencil.measure((994, 528), (1108, 528), "", 30)
    pencil.write(1051, 566, "61", 36, 0.75, align="centre")
    pencil.write(990, 660, "3 sheets!", 40, 0.6, turn=-4)
