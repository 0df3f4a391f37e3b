"""Hands in ink and flat colour, as simple as a glove: fists, open palms, hands that hold."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..canvas import Canvas, Point, disc, flowing
from ..palettes import mixed
from .sketch_life import tube

Line = list[Point]


@dataclass(frozen=True)
class Hand:
    """Where a hand is, how large, turned (degrees) and mirrored, and its colours."""

    x: float
    y: float
    size: float = 1.0
    turn: float = 0.0
    mirror: bool = False
    skin: str = "#e3b48c"
    ink: str = "#33272b"
    sleeve: str = "#4f7f86"

    def at(self, points: Line) -> Line:
        """Places in the picture; the wrist is at the origin and the hand points up."""
        c, s = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        way = -1 if self.mirror else 1
        return [
            (self.x + self.size * (way * x * c - y * s), self.y + self.size * (way * x * s + y * c))
            for x, y in points
        ]


def _part(sheet: Canvas, hand: Hand, outline: Line, colour: str, wide: float = 5.0) -> None:
    path = flowing(hand.at(outline), closed=True)
    sheet.fill(path, colour)
    sheet.stroke(path, hand.ink, wide * hand.size**0.5)


def finger(sheet: Canvas, hand: Hand, line: Line, wide: float) -> None:
    """A finger (or thumb) along a line."""
    _part(sheet, hand, tube(line, (wide, wide * 0.94, wide * 0.74)), hand.skin)


def _wrist(sheet: Canvas, hand: Hand) -> None:
    _part(sheet, hand, [(-34, -10), (-36, 60), (36, 60), (34, -10)], hand.skin)
    _part(sheet, hand, [(-52, 44), (-56, 118), (0, 126), (56, 118), (52, 44), (0, 36)], hand.sleeve)


def open_hand(sheet: Canvas, hand: Hand, spread: float = 1.0) -> None:
    """Fingers spread: stop, enough, hello."""
    _wrist(sheet, hand)
    for x, lean, long in ((-48, -0.32, 92), (-18, -0.1, 116), (14, 0.1, 112), (44, 0.3, 92)):
        tip = (x + math.sin(lean * spread) * long, -104 - math.cos(lean) * long)
        finger(sheet, hand, [(x, -80), ((x * 1.02 + tip[0]) / 2, (-80 + tip[1]) / 2), tip], 33)
    finger(sheet, hand, [(40, -34), (84, -66), (112, -112)], 35)
    palm = [
        (-62, -100),
        (-30, -114),
        (10, -114),
        (50, -104),
        (64, -70),
        (52, -20),
        (34, 10),
        (-34, 10),
        (-58, -40),
    ]
    sheet.fill(flowing(hand.at(palm), closed=True), hand.skin)
    sheet.stroke(
        flowing(hand.at([(-34, 10), (-58, -40), (-64, -92)])), hand.ink, 5 * hand.size**0.5
    )
    sheet.stroke(flowing(hand.at([(34, 10), (50, -14)])), hand.ink, 5 * hand.size**0.5)
    for line in ([(-36, -66), (0, -52), (34, -72)], [(-28, -40), (0, -34), (20, -14)]):
        sheet.stroke(flowing(hand.at(line)), mixed(hand.skin, hand.ink, 0.45), 3.4 * hand.size)


def fist(sheet: Canvas, hand: Hand) -> None:
    """Fingers closed round something upright."""
    _wrist(sheet, hand)
    _part(
        sheet,
        hand,
        [(-54, -96), (-10, -112), (44, -100), (60, -50), (42, 4), (-36, 6), (-58, -40)],
        hand.skin,
    )
    for k in range(4):
        y = -88 + k * 24
        finger(sheet, hand, [(44, y), (4, y + 2), (-38, y + 6)], 28)
    finger(sheet, hand, [(44, -92), (16, -112), (-24, -108)], 30)


def pinch(sheet: Canvas, hand: Hand) -> None:
    """Thumb and finger meet; the others are curled behind."""
    _wrist(sheet, hand)
    for x, y in ((30, -88), (12, -104)):
        finger(sheet, hand, [(x + 16, -50), (x + 26, y - 14), (x - 6, y - 42)], 32)
    _part(
        sheet,
        hand,
        [(-46, -66), (-10, -96), (44, -86), (58, -46), (40, 6), (-36, 6), (-52, -30)],
        hand.skin,
    )
    finger(sheet, hand, [(-4, -78), (-34, -132), (-66, -156)], 31)
    finger(sheet, hand, [(-36, -40), (-76, -84), (-80, -136)], 33)


def potato(
    sheet: Canvas, x: float, y: float, size: float, colour: str = "#d9b06a", ink: str = "#33272b"
) -> None:
    """A potato with three eyes."""
    shape = [(-62, -8), (-44, -42), (4, -50), (52, -34), (68, 4), (46, 40), (-6, 46), (-52, 30)]
    path = flowing([(x + a * size, y + b * size) for a, b in shape], closed=True)
    sheet.fill(path, colour)
    sheet.stroke(path, ink, 5 * size**0.5)
    for a, b in ((-24, -12), (22, -18), (10, 18)):
        sheet.fill(disc(x + a * size, y + b * size, 4.5 * size), mixed(colour, ink, 0.6))
