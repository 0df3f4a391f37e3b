"""A painted head: outline, light, features. Measured in head units: half a face is 1 wide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from ..canvas import Point, flowing
from ..palettes import mixed
from .gouache import Array, Gouache

Line = Sequence[Point]


@dataclass(frozen=True)
class Head:
    """Where a head is in the picture, how large, tilted (degrees) and turned (degrees, + is right)."""

    x: float
    y: float
    unit: float
    tilt: float = 0.0
    turn: float = 0.0

    def at(self, points: Line) -> list[Point]:
        """Places on the flat of the picture."""
        c, s = math.cos(math.radians(self.tilt)), math.sin(math.radians(self.tilt))
        u = self.unit
        return [(self.x + u * (x * c - y * s), self.y + u * (x * s + y * c)) for x, y in points]

    def on(self, points: Line) -> list[Point]:
        """Places on the round of the face, which foreshorten as it turns."""
        turned = [
            (math.sin(math.asin(max(-1.0, min(1.0, x * 0.96))) + math.radians(self.turn)), y)
            for x, y in points
        ]
        return self.at(turned)

    def blob(self, points: Line) -> skia.Path:
        """A closed smooth shape on the flat."""
        return flowing(self.at(points), closed=True)

    def form(self, points: Line) -> skia.Path:
        """A closed smooth shape on the face."""
        return flowing(self.on(points), closed=True)

    def line(self, points: Line) -> skia.Path:
        """A smooth line on the face."""
        return flowing(self.on(points))


@dataclass(frozen=True)
class Skin:
    """Base, shadow, light and blush of a skin, and the colour of the lips."""

    base: str
    shadow: str
    light: str
    blush: str
    lips: str


@dataclass(frozen=True)
class Look:
    """What a face does: eyes `open` or `laughing`, mouth `smile`, `calm`, `grin` or `laugh`."""

    eyes: str = "open"
    mouth: str = "smile"
    iris: str = "#3a2418"
    brow: str = "#1d1512"
    gaze: tuple[float, float] = (0.0, 0.0)
    brow_weight: float = 1.0
    lashes: float = 1.0


OUTLINE: Line = (
    (0, -1.3),
    (0.55, -1.2),
    (0.88, -0.78),
    (0.95, -0.2),
    (0.92, 0.22),
    (0.82, 0.62),
    (0.55, 0.99),
    (0.24, 1.19),
    (0, 1.23),
    (-0.24, 1.19),
    (-0.55, 0.99),
    (-0.82, 0.62),
    (-0.92, 0.22),
    (-0.95, -0.2),
    (-0.88, -0.78),
    (-0.55, -1.2),
)


def oval(x: float, y: float, wide: float, tall: float, count: int = 14) -> list[Point]:
    """Points round an oval."""
    turns = [2 * math.pi * i / count for i in range(count)]
    return [(x + wide * math.cos(t), y + tall * math.sin(t)) for t in turns]


def arc(x: float, y: float, wide: float, rise: float, count: int = 9) -> list[Point]:
    """Points along a shallow bow; a positive rise bends it upwards."""
    steps = np.linspace(-1, 1, count)
    return [(x + wide * float(t), y - rise * (1 - float(t) ** 2)) for t in steps]


def paint_neck(sheet: Gouache, head: Head, skin: Skin) -> None:
    """Neck and the shadow that the chin throws on it."""
    x, y, u = head.x, head.y, head.unit
    sides = [
        (-0.5, 0.5),
        (-0.5, 1.35),
        (-0.62, 1.75),
        (-0.5, 2.3),
        (0.5, 2.3),
        (0.62, 1.75),
        (0.5, 1.35),
        (0.5, 0.5),
    ]
    neck = sheet.lay(flowing([(x + a * u, y + b * u) for a, b in sides], closed=True), skin.base)
    sheet.shade(head.blob([(a, b + 0.3) for a, b in OUTLINE]), skin.shadow, 14, 0.85, neck)
    right = [(x + a * u, y + b * u) for a, b in ((0.2, 0.6), (0.75, 0.6), (0.9, 2.3), (0.12, 2.3))]
    sheet.shade(flowing(right, closed=True), skin.shadow, 22, 0.55, neck)


def paint_face(sheet: Gouache, head: Head, skin: Skin, look: Look, ears: bool = True) -> Array:
    """The face with its light from the upper left; gives its mask."""
    if ears:
        for side in (-1, 1):
            _ear(sheet, head, skin, side)
    shift = math.sin(math.radians(head.turn)) * 0.16
    outline = [(x + shift * max(0.0, y + 0.4) * 0.8, y) for x, y in OUTLINE]
    face = sheet.lay(head.blob(outline), skin.base)
    _light(sheet, head, skin, face, shift)
    _nose(sheet, head, skin, face)
    for side in (-1, 1):
        _eye(sheet, head, skin, look, side, face)
        _brow(sheet, head, look, side)
    _mouth(sheet, head, skin, look, face)
    return face


def _ear(sheet: Gouache, head: Head, skin: Skin, side: int) -> None:
    away = math.sin(math.radians(head.turn)) * side
    x = side * (0.95 - 0.16 * max(0.0, away))
    shape = [
        (x, -0.22),
        (x + side * 0.16, -0.24),
        (x + side * 0.22, -0.05),
        (x + side * 0.15, 0.2),
        (x + side * 0.05, 0.36),
        (x, 0.32),
    ]
    mask = sheet.lay(head.blob(shape), mixed(skin.base, skin.shadow, 0.18 if side < 0 else 0.5))
    sheet.shade(head.blob(oval(x + side * 0.08, 0.02, 0.07, 0.15)), skin.shadow, 5, 0.8, mask)


def _light(sheet: Gouache, head: Head, skin: Skin, face: Array, shift: float) -> None:
    far = [
        (0.62, -1.3),
        (1.3, -1.2),
        (1.4, 0.3),
        (1.0, 1.4),
        (-0.1, 1.5),
        (0.3, 1.12),
        (0.62, 0.72),
        (0.74, 0.2),
        (0.66, -0.3),
    ]
    sheet.shade(head.blob([(x + shift, y) for x, y in far]), skin.shadow, 20, 0.62, face)
    sheet.shade(head.form(oval(0, -0.98, 1.0, 0.36)), skin.shadow, 22, 0.42, face)
    sheet.shade(head.form(oval(-0.42, 0.26, 0.3, 0.24)), skin.light, 24, 0.6, face)
    sheet.shade(head.form(oval(-0.1, -0.45, 0.45, 0.2)), skin.light, 26, 0.55, face)
    for side in (-1, 1):
        sheet.shade(head.form(oval(side * 0.56, 0.34, 0.25, 0.17)), skin.blush, 20, 0.5, face)
        sheet.shade(head.form(oval(side * 0.4, -0.1, 0.27, 0.13)), skin.shadow, 13, 0.34, face)


def _nose(sheet: Gouache, head: Head, skin: Skin, face: Array) -> None:
    side = [(0.05, -0.12), (0.16, 0.1), (0.2, 0.36), (0.1, 0.46), (0.03, 0.3), (0.02, 0.05)]
    sheet.shade(head.form(side), skin.shadow, 7, 0.62, face)
    under = [(-0.17, 0.42), (0, 0.47), (0.2, 0.41), (0.13, 0.54), (-0.02, 0.56), (-0.12, 0.52)]
    sheet.shade(head.form(under), skin.shadow, 4, 0.85, face)
    sheet.lay(
        head.line(
            [
                (-0.17, 0.38),
                (-0.19, 0.44),
                (-0.13, 0.48),
                (-0.07, 0.465),
                (0, 0.5),
                (0.08, 0.465),
                (0.15, 0.48),
                (0.2, 0.42),
            ]
        ),
        mixed(skin.shadow, "#30120c", 0.32),
        0.8,
        face,
        wide=head.unit * 0.026,
    )
    sheet.shade(head.form(oval(-0.03, 0.3, 0.075, 0.09)), skin.light, 7, 0.85, face)
    sheet.shade(head.form(oval(-0.03, 0.0, 0.04, 0.22)), skin.light, 8, 0.6, face)


def _eye(sheet: Gouache, head: Head, skin: Skin, look: Look, side: int, face: Array) -> None:
    x, y, u = side * 0.41, -0.05, head.unit
    lid = mixed(look.brow, skin.shadow, 0.12)
    if look.eyes == "laughing":
        sheet.lay(
            head.line(arc(x, y + 0.07, 0.2, 0.15)), mixed(lid, "#100a08", 0.5), 0.95, wide=u * 0.058
        )
        sheet.lay(head.line(arc(x, y + 0.16, 0.15, -0.03)), skin.shadow, 0.75, wide=u * 0.022)
        sheet.lay(
            head.line([(x + side * 0.19, y + 0.05), (x + side * 0.26, y + 0.1)]),
            lid,
            0.9,
            wide=u * 0.03,
        )
        return
    top = [
        (x - 0.2, y + 0.045),
        (x - 0.12, y - 0.065),
        (x, y - 0.105),
        (x + 0.12, y - 0.07),
        (x + 0.2, y + 0.03),
    ]
    low = [(x + 0.12, y + 0.085), (x, y + 0.105), (x - 0.12, y + 0.085)]
    white = sheet.lay(head.form(top + low), mixed("#fbf4ea", skin.base, 0.16), within=face)
    gx, gy = x + look.gaze[0], y - 0.01 + look.gaze[1]
    sheet.lay(head.form(oval(gx, gy, 0.098, 0.108)), look.iris, within=white)
    sheet.lay(
        head.form(oval(gx + 0.01, gy + 0.035, 0.06, 0.05)),
        mixed(look.iris, "#d59a5c", 0.35),
        0.7,
        white,
    )
    sheet.lay(head.form(oval(gx, gy, 0.045, 0.05)), "#120c0b", within=white)
    sheet.shade(head.line(top), skin.shadow, 4, 0.6, white, wide=u * 0.1)
    sheet.lay(head.form(oval(gx - 0.035, gy - 0.04, 0.024, 0.026)), "#fffaf0", 0.95)
    sheet.lay(head.line(top), lid, 0.96, wide=u * 0.036 * look.lashes)
    tail = side * 0.2
    sheet.lay(
        head.line([(x + tail * 0.9, y + 0.0), (x + tail * 1.14, y - 0.035)]),
        lid,
        0.9,
        wide=u * 0.028 * look.lashes,
    )
    sheet.lay(
        head.line([(px * 1.0, py - 0.065) for px, py in top[1:]]), skin.shadow, 0.7, wide=u * 0.018
    )
    sheet.lay(head.line(low), skin.shadow, 0.55, wide=u * 0.016)


def _brow(sheet: Gouache, head: Head, look: Look, side: int) -> None:
    x, thick = side * 0.41, 0.05 * look.brow_weight
    rise = 0.045 if look.eyes == "laughing" or look.mouth == "grin" else 0.0
    inner, outer = x - side * 0.23, x + side * 0.27
    y = -0.33 - rise
    upper = [(inner, y - 0.025), (x, y - 0.085), (outer, y + 0.035)]
    lower = [
        (x + side * 0.08, y - 0.03 + thick * 0.5),
        (inner + side * 0.02, y - 0.015 + thick * 1.2),
    ]
    sheet.lay(head.form(upper + lower), look.brow, 0.9)


def _mouth(sheet: Gouache, head: Head, skin: Skin, look: Look, face: Array) -> None:
    u, y = head.unit, 0.77
    dark = mixed(skin.lips, "#2a0d0c", 0.55)
    if look.mouth in {"grin", "laugh"}:
        wide, deep = (0.37, 0.2) if look.mouth == "grin" else (0.4, 0.32)
        lips = [
            *arc(0, y - 0.05, wide + 0.05, -0.055, 7),
            *reversed(arc(0, y - 0.05, wide + 0.03, -deep - 0.075, 9)),
        ]
        sheet.lay(head.form(lips), skin.lips, 0.9, face)
        gap = sheet.lay(
            head.form(
                [
                    *arc(0, y - 0.045, wide, -0.075, 7),
                    *reversed(arc(0, y - 0.045, wide - 0.02, -deep, 9)),
                ]
            ),
            "#4a1518",
        )
        sheet.lay(
            head.form(
                [
                    *arc(0, y - 0.07, wide, -0.05, 7),
                    *reversed(arc(0, y - 0.03, wide - 0.04, -deep * 0.55, 9)),
                ]
            ),
            "#fbf3e6",
            within=gap,
        )
        if look.mouth == "laugh":
            sheet.lay(head.form(oval(0, y + deep - 0.06, 0.2, 0.085)), "#c0585a", within=gap)
        corners = wide + 0.04
    else:
        bend = -0.085 if look.mouth == "smile" else -0.045
        corners = 0.31
        upper = [
            (-0.3, y - 0.01),
            (-0.13, y - 0.058),
            (-0.05, y - 0.068),
            (0, y - 0.05),
            (0.05, y - 0.068),
            (0.13, y - 0.058),
            (0.3, y - 0.01),
        ]
        middle = arc(0, y - 0.012, 0.3, bend, 9)
        sheet.lay(
            head.form([*upper, *reversed(middle)]), mixed(skin.lips, skin.shadow, 0.35), 0.9, face
        )
        sheet.lay(
            head.form([*middle, *reversed(arc(0, y - 0.005, 0.24, bend - 0.105, 9))]),
            skin.lips,
            0.85,
            face,
        )
        sheet.shade(head.form(oval(-0.04, y + 0.105, 0.09, 0.03)), skin.light, 5, 0.55, face)
        sheet.lay(head.line(middle), dark, 0.85, wide=u * 0.026)
    for side in (-1, 1):
        sheet.shade(
            head.line([(side * corners, y - 0.07), (side * (corners + 0.03), y - 0.01)]),
            skin.shadow,
            3,
            0.8,
            face,
            wide=u * 0.03,
        )
        if look.mouth != "calm":
            sheet.shade(
                head.line(
                    [(side * 0.27, 0.36), (side * 0.44, 0.56), (side * (corners + 0.09), y - 0.02)]
                ),
                skin.shadow,
                5,
                0.42,
                face,
                wide=u * 0.035,
            )
    sheet.shade(head.form(oval(0, 1.0, 0.2, 0.035)), skin.shadow, 9, 0.6, face)
