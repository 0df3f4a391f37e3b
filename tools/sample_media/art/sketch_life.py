"""Pencil sketches after life: a spoon twice, a hand, a heron that is a potato, twelve moons."""

from __future__ import annotations

import math
import re

import numpy as np

from ..request import Request
from .pencil import Line, Pencil


def tube(centre: Line, widths: tuple[float, ...]) -> list[tuple[float, float]]:
    """The outline of something long and round: its middle line and how wide it is at each place."""
    p = np.asarray(centre, dtype=float)
    way = np.gradient(p, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None] + 1e-9
    aside = np.stack([-way[:, 1], way[:, 0]], 1)
    half = np.interp(np.linspace(0, 1, len(p)), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    end = [tuple(p[-1] + way[-1] * half[-1] * 0.75)]
    return [*map(tuple, p + aside * half), *end, *map(tuple, (p - aside * half)[::-1])]


def ring(x: float, y: float, wide: float, tall: float, turn: float = 0.0, count: int = 16) -> Line:
    """Points round an oval that is turned by some degrees."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    turns = [2 * math.pi * i / count for i in range(count)]
    return [
        (
            x + wide * math.cos(t) * c - tall * math.sin(t) * s,
            y + wide * math.cos(t) * s + tall * math.sin(t) * c,
        )
        for t in turns
    ]


def stiff_spoon(pencil: Pencil, request: Request) -> None:
    """The picture of the word spoon: outlined twice, flat, its handle too long."""
    bowl = ring(270, 430, 150, 98)
    pencil.stroke(bowl, 0.95, 4.2, 0.8, 3, closed=True)
    pencil.stroke(ring(272, 430, 128, 76), 0.8, 3.0, 0.7, 2, closed=True)
    for offset in (-14, 14):
        pencil.ruled([(414, 430 + offset), (1080, 412 + offset * 1.5)], 0.9, 3.8)
        pencil.ruled([(414, 431 + offset), (1080, 414 + offset * 1.5)], 0.55, 2.4)
    pencil.stroke(
        [(1080, 391), (1118, 398), (1124, 414), (1116, 430), (1080, 436)], 0.95, 4.0, 0.6, 2
    )
    pencil.stroke([(404, 408), (420, 418)], 0.8, 3, 0.5)
    pencil.stroke([(404, 452), (420, 444)], 0.8, 3, 0.5)
    pencil.hatch(ring(300, 456, 84, 30), 0, 15, 0.35, 2.0)
    pencil.ruled([(90, 575), (1130, 571)], 0.32, 2.0)
    pencil.write(1086, 726, _day(request), 46, 0.7, align="right")


def soft_spoon(pencil: Pencil, request: Request) -> None:
    """The same spoon in a few lines, a window upside down in its bowl."""
    pencil.tone(ring(470, 540, 330, 40, -16), 0.13, 26)
    pencil.tone(ring(330, 560, 190, 34, -10), 0.22, 16)
    bowl = [
        (160, 500),
        (190, 420),
        (270, 360),
        (370, 338),
        (452, 352),
        (500, 388),
        (486, 446),
        (420, 505),
        (320, 548),
        (220, 552),
        (172, 532),
    ]
    pencil.stroke(bowl[:6], 0.42, 1.8, 0.6, 1)
    pencil.stroke(bowl[5:], 0.72, 2.8, 0.6, 2)
    pencil.stroke([bowl[-1], bowl[0], bowl[1]], 0.6, 2.2, 0.5, 1)
    pencil.stroke([(186, 496), (220, 428), (290, 382), (372, 364)], 0.3, 1.4, 0.5, 1)
    pencil.stroke([(490, 378), (560, 352), (700, 300), (880, 236), (1010, 190)], 0.6, 2.2, 0.5, 1)
    pencil.stroke([(498, 398), (570, 376), (710, 326), (886, 264), (1016, 232)], 0.75, 2.8, 0.5, 2)
    pencil.stroke(
        [(1010, 190), (1052, 180), (1070, 198), (1056, 218), (1016, 232)], 0.62, 2.3, 0.5, 1
    )
    pencil.stroke([(560, 364), (720, 310), (900, 246)], 0.2, 1.3, 0.5, 1)
    pencil.hatch(
        [(500, 396), (720, 322), (1012, 230), (1012, 218), (720, 308), (520, 376)],
        62,
        11,
        0.26,
        1.4,
        curved=False,
    )
    _window(pencil)
    pencil.hatch(
        [
            (200, 524),
            (300, 530),
            (404, 494),
            (470, 440),
            (476, 452),
            (414, 506),
            (318, 546),
            (222, 548),
        ],
        38,
        8,
        0.5,
        1.8,
    )
    pencil.hatch([(176, 500), (200, 440), (226, 424), (214, 500), (206, 530)], 70, 10, 0.3, 1.5)
    pencil.hatch(
        [
            (190, 566),
            (330, 572),
            (470, 510),
            (540, 448),
            (600, 420),
            (520, 500),
            (380, 590),
            (240, 600),
        ],
        24,
        10,
        0.34,
        1.7,
    )
    pencil.write(1086, 726, _day(request), 46, 0.6, align="right")


def _window(pencil: Pencil) -> None:
    """A window bent by the bowl, with laundry that hangs upwards."""
    frame = [(262, 416), (338, 388), (416, 380), (428, 430), (372, 462), (288, 486)]
    pencil.stroke([frame[0], frame[1], frame[2]], 0.55, 1.9, 0.4, 1)
    pencil.stroke([frame[2], (426, 404), frame[3]], 0.5, 1.7, 0.4, 1)
    pencil.stroke([frame[3], frame[4], frame[5]], 0.55, 1.9, 0.4, 1)
    pencil.stroke([frame[5], (270, 452), frame[0]], 0.5, 1.7, 0.4, 1)
    pencil.stroke([(346, 386), (356, 424), (364, 464)], 0.45, 1.5, 0.3, 1)
    pencil.stroke([(274, 450), (350, 426), (424, 406)], 0.45, 1.5, 0.3, 1)
    pencil.stroke([(284, 474), (330, 462), (360, 454)], 0.5, 1.1, 0.3, 1)
    pencil.stroke([(294, 472), (292, 458), (306, 454), (310, 467)], 0.6, 1.3, 0.3, 1)
    pencil.stroke([(322, 464), (320, 446), (340, 442), (342, 458)], 0.6, 1.3, 0.3, 1)
    pencil.hatch([(346, 388), (414, 382), (422, 404), (352, 424)], 60, 7, 0.22, 1.2, curved=False)


def _day(request: Request) -> str:
    found = re.search(r"\bday (\d+)", request.words)
    return f"day {found[1]}" if found else ""


FINGERS: tuple[tuple[Line, tuple[float, ...]], ...] = (
    (((392, 470), (352, 380), (326, 300), (316, 236)), (92, 84, 74, 58)),
    (((494, 430), (476, 310), (466, 210), (466, 132)), (98, 88, 80, 62)),
    (((596, 428), (600, 312), (606, 206), (616, 122)), (98, 90, 82, 64)),
    (((694, 466), (722, 364), (746, 268), (768, 190)), (94, 86, 80, 62)),
)


def left_hand(pencil: Pencil, _request: Request) -> None:
    """A left hand on a table: fingers like bananas, the dark between them pressed hard."""
    pencil.hatch(
        [(760, 240), (930, 420), (1010, 560), (950, 700), (700, 750), (700, 500)], 28, 9, 0.42, 2.2
    )
    pencil.hatch([(790, 420), (980, 560), (940, 690), (720, 730)], 64, 10, 0.42, 2.2)
    pencil.tone([(730, 330), (900, 480), (960, 640), (700, 720)], 0.22, 26)
    pencil.ruled([(60, 300), (250, 292)], 0.3, 2)
    pencil.ruled([(850, 268), (1140, 256)], 0.3, 2)
    back = [
        (350, 470),
        (420, 436),
        (550, 416),
        (690, 436),
        (752, 520),
        (748, 640),
        (700, 770),
        (420, 770),
        (372, 640),
        (346, 540),
    ]
    pencil.cover(back)
    for dark in (
        [(372, 452), (398, 300), (430, 212), (440, 330), (448, 452)],
        [(536, 440), (530, 240), (544, 170), (552, 260), (556, 440)],
        [(640, 440), (662, 290), (690, 212), (692, 310), (664, 452)],
    ):
        pencil.tone(dark, 0.5, 5)
        pencil.hatch(dark, 84, 5, 0.85, 3.4)
        pencil.hatch(dark, 58, 6, 0.75, 2.8)
    thumb = tube([(742, 640), (810, 560), (850, 470), (868, 400)], (128, 104, 88, 64))
    pencil.cover(thumb)
    pencil.stroke(thumb[2:], 0.8, 3.0, 0.9, 3)
    pencil.stroke([(846, 404), (856, 378), (882, 384), (886, 414)], 0.5, 1.8)
    pencil.hatch(
        [(858, 520), (898, 420), (900, 400), (878, 520), (810, 640), (790, 640)], 40, 7, 0.5, 2.0
    )
    for middle, widths in FINGERS:
        _finger(pencil, middle, widths)
    pencil.stroke([(352, 470), (346, 560), (374, 660), (404, 742)], 0.8, 3.0, 1.0, 3)
    pencil.stroke([(752, 690), (728, 742)], 0.8, 3.0, 0.8, 2)
    for line in (
        [(420, 500), (440, 580), (470, 650)],
        [(508, 480), (520, 570), (532, 640)],
        [(600, 480), (604, 560), (600, 640)],
        [(690, 500), (680, 570), (662, 640)],
    ):
        pencil.stroke(line, 0.3, 2.0, 0.9, 1)
    pencil.hatch(
        [(650, 480), (748, 540), (744, 680), (700, 745), (640, 740), (690, 600)], 52, 9, 0.45, 2.0
    )
    pencil.hatch([(352, 500), (392, 520), (420, 700), (400, 720), (362, 620)], 100, 10, 0.34, 1.8)
    _cuff(pencil)


def _finger(pencil: Pencil, middle: Line, widths: tuple[float, ...]) -> None:
    outline = tube(middle, widths)
    pencil.cover(outline)
    pencil.stroke(outline, 0.8, 3.0, 0.9, 3)
    p = np.asarray(middle, dtype=float)
    way = (p[3] - p[2]) / np.hypot(*(p[3] - p[2]))
    aside = np.array((-way[1], way[0]))
    for at, curve in ((p[2] + (p[1] - p[2]) * 0.25, 9), (p[1] + (p[0] - p[1]) * 0.3, 11)):
        for k in range(3):
            middle_ = at + way * (k * 8 - 8)
            pencil.stroke(
                [
                    tuple(middle_ - aside * 22),
                    tuple(middle_ + way * curve * 0.6),
                    tuple(middle_ + aside * 20),
                ],
                0.42,
                1.7,
                0.6,
                1,
            )
    tip = p[3] + way * 10
    nail = [
        tip + aside * 17 - way * 26,
        tip + aside * 19,
        tip + way * 12,
        tip - aside * 19,
        tip - aside * 17 - way * 26,
        tip - way * 34,
    ]
    pencil.stroke([tuple(q) for q in nail], 0.5, 1.8, 0.4, 1, closed=True)
    shade = [
        *(p - aside * np.interp(np.arange(4), [0, 3], [42, 28])[:, None] * -1),
        *(p + aside * 12)[::-1],
    ]
    pencil.hatch([tuple(q) for q in shade], 22, 9, 0.36, 1.8)


def _cuff(pencil: Pencil) -> None:
    """The sleeve of a coat, ribbed."""
    cuff = [(372, 700), (560, 738), (752, 694), (780, 800), (350, 800)]
    pencil.cover(cuff, curved=False)
    pencil.stroke([(368, 702), (460, 730), (560, 738), (660, 728), (756, 692)], 0.85, 3.4, 0.8, 3)
    pencil.stroke([(368, 702), (352, 760), (348, 800)], 0.8, 3, 0.8, 2)
    pencil.stroke([(756, 692), (776, 750), (782, 800)], 0.8, 3, 0.8, 2)
    for k in range(22):
        x = 384 + k * 17.2
        top = 738 - 36 * ((x - 560) / 195) ** 2
        pencil.stroke([(x, top + 3), (x + (x - 560) * 0.05, 800)], 0.45, 2.0, 0.7, 1)


def potato_heron(pencil: Pencil, _request: Request) -> None:
    """A heron whose neck begins at the front, and whose body is a potato."""
    body = [
        (390, 330),
        (440, 268),
        (540, 248),
        (650, 262),
        (742, 310),
        (772, 372),
        (730, 428),
        (630, 452),
        (510, 446),
        (420, 408),
    ]
    for shift in (0, 5):
        pencil.stroke([(x + shift, y - shift) for x, y in body], 0.72, 2.8, 1.4, 2, closed=True)
    pencil.hatch(
        [(440, 400), (560, 438), (700, 420), (756, 370), (700, 380), (560, 404)], 12, 10, 0.45, 2.0
    )
    for x, y in ((500, 300), (600, 330), (680, 350), (560, 372)):
        pencil.stroke([(x, y), (x + 24, y + 12), (x + 52, y + 8)], 0.5, 2.0, 0.8, 1)
        pencil.stroke([(x + 30, y + 22), (x + 56, y + 32), (x + 84, y + 24)], 0.4, 1.8, 0.8, 1)
    pencil.stroke([(770, 360), (830, 372), (872, 398)], 0.6, 2.5)
    pencil.stroke([(758, 396), (820, 402), (872, 398)], 0.6, 2.5)
    pencil.stroke(
        [(404, 300), (356, 254), (346, 208), (378, 168), (372, 128), (340, 110)], 0.7, 2.7, 1.0, 3
    )
    pencil.stroke(
        [(440, 270), (396, 236), (388, 206), (414, 160), (400, 104), (358, 84)], 0.7, 2.7, 1.0, 3
    )
    pencil.stroke([(358, 84), (322, 82), (304, 98), (340, 112)], 0.7, 2.6, 0.7, 2)
    pencil.stroke([(306, 96), (250, 112), (186, 134)], 0.8, 2.6, 0.5, 2)
    pencil.stroke([(320, 106), (258, 120), (186, 134)], 0.7, 2.2, 0.5, 1)
    pencil.stroke(ring(342, 97, 6, 6), 0.9, 2.6, 0.3, 2, closed=True)
    pencil.stroke([(366, 86), (420, 92), (462, 112)], 0.75, 2.6, 0.6, 2)
    for x, lean in ((520, -22), (632, 26)):
        pencil.stroke([(x, 446), (x + lean, 560), (x + lean * 0.4, 700)], 0.8, 2.8, 0.8, 3)
        pencil.stroke(
            [(x + 11, 446), (x + lean + 10, 560), (x + lean * 0.4 + 8, 700)], 0.5, 2.0, 0.8, 1
        )
        pencil.stroke(ring(x + lean + 4, 560, 12, 11), 0.5, 2.0, 0.5, 1, closed=True)
        for toe in (-62, -18, 44):
            pencil.stroke(
                [(x + lean * 0.4, 700), (x + lean * 0.4 + toe, 722 + abs(toe) * 0.06)],
                0.7,
                2.4,
                0.6,
                2,
            )
    pencil.hatch([(430, 720), (760, 716), (800, 738), (410, 742)], 2, 7, 0.3, 1.8, curved=False)
    _erased(pencil)


def _erased(pencil: Pencil) -> None:
    """Where the neck ought to start, found out afterwards: a dashed second try and an arrow."""
    pencil.dashed([(690, 268), (700, 196), (660, 150), (690, 96), (650, 74)], 0.45, 2.0)
    pencil.stroke([(878, 190), (820, 176), (738, 190)], 0.6, 2.2, 0.6, 1)
    pencil.stroke([(758, 176), (736, 190), (760, 204)], 0.6, 2.2, 0.4, 1)
    pencil.write(890, 190, "neck starts here", 44, 0.7, turn=-3)
    pencil.write(890, 236, "(not there)", 40, 0.55, turn=-3)


def moons(pencil: Pencil, _request: Request) -> None:
    """Twelve nights in two rows: a waxing moon, and clouds."""
    cloudy = {2, 5, 6, 10}
    for night in range(12):
        x, y = 160 + (night % 6) * 172, 250 + (night // 6) * 300
        if night in cloudy:
            _cloud(pencil, x, y)
        else:
            _moon(pencil, x, y, 62, night / 11)
        pencil.write(x, y + 128, f"{night + 1}", 42, 0.75, align="centre")
        if night not in cloudy:
            right = night not in {3, 7, 11}
            marks = (
                [(x + 24, y + 112), (x + 32, y + 124), (x + 50, y + 98)]
                if right
                else [(x + 26, y + 100), (x + 48, y + 124)]
            )
            pencil.stroke(marks, 0.7, 2.4, 0.5, 2)
            if not right:
                pencil.stroke([(x + 48, y + 100), (x + 26, y + 124)], 0.7, 2.4, 0.5, 2)
    pencil.write(70, 112, "the moon, every night!!", 60, 0.8)


def _moon(pencil: Pencil, x: float, y: float, size: float, age: float) -> None:
    pencil.stroke(ring(x, y, size, size), 0.55, 2.2, 0.9, 2, closed=True)
    edge = size * math.cos(math.pi * (0.1 + 0.88 * age))
    turns = np.linspace(-math.pi / 2, math.pi / 2, 12)
    terminator = [(x + edge * math.cos(t), y + size * math.sin(t)) for t in turns]
    rim = [(x - size * math.cos(t), y + size * math.sin(t)) for t in turns[::-1]]
    pencil.stroke(terminator, 0.6, 2.2, 0.6, 1)
    dark = [*terminator, *rim]
    pencil.hatch(dark, 40, 6, 0.6, 2.2, curved=False)
    pencil.hatch(dark, 78, 9, 0.5, 2.0, curved=False)
    if age > 0.45:
        for dx, dy, r in ((0.4, -0.3, 9), (0.55, 0.25, 6), (0.2, 0.3, 7)):
            pencil.stroke(
                ring(x + dx * size, y + dy * size, r, r * 0.8), 0.3, 1.6, 0.4, 1, closed=True
            )


def _cloud(pencil: Pencil, x: float, y: float) -> None:
    puffs = [
        (-72, 22),
        (-62, -10),
        (-34, -18),
        (-18, -46),
        (18, -44),
        (36, -18),
        (62, -14),
        (74, 14),
        (56, 34),
        (0, 38),
        (-52, 36),
    ]
    pencil.stroke([(x + a, y + b) for a, b in puffs], 0.6, 2.4, 1.2, 2, closed=True)
    pencil.stroke([(x - 34, y + 4), (x - 14, y - 8), (x + 4, y + 4)], 0.45, 2.0, 0.8, 1)
    pencil.hatch(
        [(x - 60, y + 16), (x + 64, y + 12), (x + 50, y + 32), (x - 48, y + 32)], 8, 8, 0.35, 1.8
    )
