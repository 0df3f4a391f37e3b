"""Pencil drawings of devices: a footrest cut open, a pole that takes samples, a power supply."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from .. import lettering
from ..request import Request
from .pencil import Line, Pencil
from .sketch_life import ring


def footrest(pencil: Pencil, request: Request) -> None:
    """The section: a board that rocks on a tube between two stops."""
    pencil.write(70, 106, request.title, 54, 0.85)
    floor = 620
    pencil.ruled([(90, floor), (1110, floor)], 0.8, 2.6)
    pencil.hatch(
        [(90, floor + 2), (1110, floor + 2), (1100, floor + 34), (96, floor + 34)],
        128,
        18,
        0.4,
        1.6,
        curved=False,
    )
    turn = math.radians(-12)
    c, s = math.cos(turn), math.sin(turn)

    def tilted(points: Line) -> Line:
        return [(600 + x * c - y * s, 396 + x * s + y * c) for x, y in points]

    board = tilted([(-400, -24), (400, -24), (400, 24), (-400, 24), (-400, -24)])
    flat = [(200, 372), (1000, 372), (1000, 420), (200, 420), (200, 372)]
    for a, b in pairwise(flat):
        pencil.dashed([a, b], 0.4, 1.6)
    pencil.stroke(ring(600, 522, 116, 98), 0.85, 3.0, 0.5, 3, closed=True)
    pencil.stroke(ring(600, 522, 98, 80), 0.6, 2.2, 0.5, 1, closed=True)
    for k in range(0, 360, 9):
        t = math.radians(k)
        pencil.stroke(
            [
                (600 + 98 * math.cos(t), 522 + 80 * math.sin(t)),
                (600 + 116 * math.cos(t + 0.05), 522 + 98 * math.sin(t + 0.05)),
            ],
            0.5,
            1.6,
            0.3,
            1,
        )
    pencil.cover(board[:4], curved=False)
    pencil.ruled(board, 0.9, 3.0)
    for k in range(5):
        pencil.stroke(
            tilted(
                [
                    (-396, -18 + k * 9),
                    (-120, -16 + k * 9 + 3 * math.sin(k)),
                    (150, -18 + k * 9),
                    (396, -17 + k * 9),
                ]
            ),
            0.34,
            1.4,
            0.6,
            1,
        )
    for x in (300, 900):
        stop = [(x - 34, floor), (x - 34, 512), (x + 34, 512), (x + 34, floor)]
        pencil.ruled(stop, 0.85, 2.6)
        pencil.hatch(stop, 45, 12, 0.42, 1.7, curved=False)
        pencil.write(x, 672 + 18, "stop", 38, 0.75, align="centre")
    pencil.write(600, 532, "tube", 40, 0.75, align="centre")
    pencil.write(930, 250, "board", 42, 0.75)
    angle = [(600 + 330 * math.cos(t), 396 + 330 * math.sin(t)) for t in np.linspace(-0.21, 0.0, 8)]
    pencil.dashed([(600, 396), (1120, 396)], 0.5, 1.6)
    pencil.stroke(angle, 0.75, 2.2, 0.3, 2)
    pencil.write(1010, 376, "12°", 50, 0.9)
    pencil.measure((200, 738), (1000, 738), "42 cm", 40)


def pole(pencil: Pencil, request: Request) -> None:
    """A pole, a bottle at its end, a string that pulls the stopper under water."""
    pencil.write(70, 110, request.title, 54, 0.85)
    for shift in (-9, 9):
        pencil.ruled([(760 + shift, 60), (456 + shift, 690)], 0.8, 2.5)
    pencil.hatch([(767, 66), (772, 66), (468, 690), (460, 690)], 10, 12, 0.5, 1.6, curved=False)
    for k in range(7):
        y = 120 + k * 66
        x = 760 - (y - 60) * 304 / 630
        pencil.stroke([(x - 12, y - 6), (x + 12, y + 6)], 0.7, 2.4, 0.3, 1)
        if k % 2 == 0:
            pencil.write(x + 26, y + 14, f"{250 - k * 25}", 30, 0.6)
    bottle = [
        (418, 510),
        (436, 480),
        (440, 440),
        (470, 440),
        (474, 480),
        (496, 512),
        (498, 640),
        (484, 656),
        (430, 656),
        (416, 640),
    ]
    pencil.cover(bottle)
    pencil.stroke(bottle, 0.85, 2.8, 0.6, 2, closed=True)
    pencil.hatch([(466, 520), (492, 524), (494, 640), (470, 648)], 80, 8, 0.5, 1.8)
    pencil.stroke([(428, 530), (426, 620)], 0.3, 2.0, 0.5, 1)
    for y in (536, 622):
        for shift in (0, 7, 14):
            pencil.stroke(
                [
                    (406, y + shift),
                    (456, y + shift + 8),
                    (512, y + shift - 4),
                    (528, y + shift - 10),
                ],
                0.75,
                2.2,
                0.5,
                1,
            )
    stopper = [(436, 438), (440, 404), (470, 404), (474, 438)]
    pencil.stroke([*stopper, stopper[0]], 0.85, 2.6, 0.4, 2)
    pencil.hatch(stopper, 60, 6, 0.55, 1.8, curved=False)
    pencil.stroke(ring(455, 392, 11, 11), 0.7, 2.0, 0.3, 2, closed=True)
    string = [(455, 380), (480, 300), (560, 190), (660, 96), (720, 46)]
    pencil.stroke(string, 0.65, 1.8, 1.6, 2)
    pencil.stroke(ring(716, 52, 24, 16, -40), 0.6, 2.0, 0.6, 2, closed=True)
    for k, depth in enumerate((330, 352, 374)):
        wave = [(90 + i * 40, depth + 7 * math.sin(i * 1.1 + k)) for i in range(9 + 17 * (k == 0))]
        pencil.stroke([p for p in wave if abs(p[0] - 590) > 70 or k], 0.5 - 0.12 * k, 2.0, 0.8, 1)
    for x, y, text, to in (
        (180, 420, "stopper", (430, 424)),
        (150, 590, "250 ml", (410, 584)),
        (330, 226, "string: pull!", (520, 240)),
        (800, 190, "pole, 2.6 m", (716, 178)),
    ):
        pencil.write(x, y, text, 42, 0.8)
        run = lettering.width(text, "hand", 42, 500)
        start = (x + run + 10, y - 12) if to[0] > x else (x - 10, y - 12)
        pencil.stroke(
            [start, ((start[0] + to[0]) / 2, (start[1] + to[1]) / 2 - 8), to], 0.5, 1.7, 0.4, 1
        )
    for k in range(9):
        pencil.stroke(
            ring(520 + 24 * math.sin(k * 2.1), 470 - k * 16, 4 + k % 3, 4 + k % 3),
            0.4,
            1.4,
            0.3,
            1,
            closed=True,
        )
    pencil.write(800, 600, "goes down closed,", 40, 0.6)
    pencil.write(800, 646, "opens under water", 40, 0.6)


def power_supply(pencil: Pencil, request: Request) -> None:
    """Traced wire by wire: transformer, rectifier, three capacitors, one of them found out."""
    pencil.write(70, 106, request.title, 52, 0.85)
    top, low = 270, 600
    for side, way in ((150, 1), (290, -1)):
        for k in range(5):
            y = 300 + k * 54
            pencil.stroke(
                [(side, y), (side + way * 34, y + 8), (side + way * 36, y + 44), (side, y + 54)],
                0.8,
                2.5,
                0.4,
                2,
            )
    for x in (212, 222, 232):
        pencil.ruled([(x, 290), (x, 580)], 0.75, 2.2)
    pencil.ruled([(70, 300), (150, 300)], 0.7, 2.2)
    pencil.ruled([(70, 570), (150, 570)], 0.7, 2.2)
    pencil.stroke(ring(62, 300, 8, 8), 0.7, 2, 0.3, 1, closed=True)
    pencil.stroke(ring(62, 570, 8, 8), 0.7, 2, 0.3, 1, closed=True)
    pencil.write(220, 650, "transformer", 38, 0.75, align="centre")
    _rectifier(pencil, 420, 435, 92)
    pencil.ruled([(290, 300), (290, top), (360, top)], 0.7, 2.2)
    pencil.stroke([(360, top), (400, 300), (420, 343)], 0.7, 2.2, 0.3, 1)
    pencil.ruled([(290, 570), (290, low), (420, low), (420, 527)], 0.7, 2.2)
    pencil.ruled([(512, 435), (560, 435), (560, top), (1120, top)], 0.75, 2.4)
    pencil.ruled([(328, 435), (328, 690), (1120, 690)], 0.75, 2.4)
    pencil.write(430, 650, "rectifier", 38, 0.75, align="centre")
    for k, x in enumerate((660, 830, 1000)):
        pencil.ruled([(x, top), (x, 458)], 0.75, 2.3)
        pencil.ruled([(x, 482), (x, 690)], 0.75, 2.3)
        pencil.stroke([(x - 44, 458), (x + 44, 458)], 0.95, 4.2, 0.4, 2)
        pencil.stroke([(x - 44, 492), (x, 480), (x + 44, 492)], 0.95, 4.0, 0.4, 2)
        pencil.write(x + 16, 436, "+", 40, 0.8)
        pencil.write(x - 12, 606, f"C{k + 1}", 38, 0.8, align="right")
        pencil.write(x + 14, 606, "32 µF", 34, 0.7)
        for turn in range(2 + (k == 1)):
            pencil.stroke(
                ring(x + turn * 2, 472 - turn, 70 + turn * 3, 84 + turn * 2, 8 * turn),
                0.6,
                2.6,
                1.6,
                1,
                closed=True,
            )
    for k, x in enumerate((745, 915)):
        pencil.cover(
            [(x - 36, top - 16), (x + 36, top - 16), (x + 36, top + 16), (x - 36, top + 16)],
            curved=False,
        )
        pencil.stroke(
            [(x - 40 + i * 10, top + (0 if i in {0, 8} else 14 * (-1) ** i)) for i in range(9)],
            0.8,
            2.4,
            0.3,
            2,
        )
        pencil.write(x, top - 26, ("1k", "1k2")[k], 34, 0.7, align="centre")
    pencil.write(786, 224, "you", 62, 0.95, turn=-6)
    pencil.stroke([(816, 236), (800, 300), (812, 372)], 0.85, 2.8, 0.5, 2)
    pencil.stroke([(796, 352), (813, 376), (828, 350)], 0.85, 2.8, 0.4, 2)
    pencil.write(1128, 280, "B+", 40, 0.8)
    for k in range(3):
        pencil.ruled(
            [(1090 - 30 + k * 9, 704 + k * 12), (1090 + 30 - k * 9, 704 + k * 12)], 0.75, 2.3
        )
    pencil.write(640, 756, "2 µF measured!", 38, 0.7)


def _rectifier(pencil: Pencil, x: float, y: float, half: float) -> None:
    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y), (x, y - half)]
    pencil.ruled(corners, 0.8, 2.4)
    for (ax, ay), (bx, by) in (
        ((x - half, y), (x, y - half)),
        ((x, y - half), (x + half, y)),
        ((x - half, y), (x, y + half)),
        ((x, y + half), (x + half, y)),
    ):
        mx, my, turn = (ax + bx) / 2, (ay + by) / 2, math.atan2(by - ay, bx - ax)
        c, s = math.cos(turn), math.sin(turn)
        arrow = [
            (mx + a * c - b * s, my + a * s + b * c) for a, b in ((-13, -13), (13, 0), (-13, 13))
        ]
        pencil.cover(arrow, curved=False)
        pencil.ruled([*arrow, arrow[0]], 0.85, 2.2)
        pencil.hatch(arrow, 45, 5, 0.6, 1.6, curved=False)
        pencil.ruled(
            [
                (mx + 13 * c + 14 * s, my + 13 * s - 14 * c),
                (mx + 13 * c - 14 * s, my + 13 * s + 14 * c),
            ],
            0.85,
            2.4,
        )
