"""Things that sitters hold or wear: glasses, pencils behind ears, a coil of wire, a screwdriver."""

from __future__ import annotations

import math

import numpy as np

from ..canvas import Point, box, flowing, polygon
from ..palettes import mixed
from .clothes import body
from .face import Head, Skin, arc, oval
from .gouache import Gouache


def _glasses(sheet: Gouache, head: Head) -> None:
    u, frame = head.unit, "#8c3b22"
    for side in (-1, 1):
        ring = oval(side * 0.42, -0.01, 0.315, 0.315, 20)
        lens = sheet.mask(head.form(ring))
        sheet.shade(
            head.form(
                [
                    (side * 0.42 - 0.22, -0.3),
                    (side * 0.42 - 0.02, -0.3),
                    (side * 0.42 - 0.2, 0.28),
                    (side * 0.42 - 0.32, 0.2),
                ]
            ),
            "#ffffff",
            4,
            0.3,
            lens,
        )
        sheet.shade(
            head.form([(x + 0.02, y + 0.05) for x, y in ring]), "#7a4630", 4, 0.28, wide=u * 0.05
        )
        sheet.lay(head.form(ring), frame, wide=u * 0.05)
        sheet.lay(
            head.form(oval(side * 0.42, -0.015, 0.315, 0.315, 20)),
            mixed(frame, "#f0b070", 0.6),
            0.5,
            wide=u * 0.012,
        )
        sheet.lay(head.line([(side * 0.73, -0.07), (side * 0.97, -0.12)]), frame, wide=u * 0.045)
    sheet.lay(head.line(arc(0, 0.0, 0.12, 0.06, 5)), frame, wide=u * 0.045)


def _pencils(sheet: Gouache, head: Head) -> None:
    for side, colour in ((-1, "#e2b23c"), (1, "#3f7f86")):
        _pencil(sheet, head, (side * 0.8, 0.14), (side * 1.34, -0.74), colour)


def _pencil(sheet: Gouache, head: Head, start: Point, end: Point, colour: str) -> None:
    first, way = np.array(start), np.array(end) - np.array(start)
    way /= np.linalg.norm(way)
    across = np.array((-way[1], way[0])) * 0.052

    def bar(a: float, b: float, slim: float = 1.0) -> list[Point]:
        p, q = first + way * a, first + way * b
        corners = (p + across, q + across * slim, q - across * slim, p - across)
        return head.at([(float(x), float(y)) for x, y in corners])

    wood = sheet.lay(polygon(bar(0.0, 0.84)), colour)
    sheet.lay(polygon(bar(0.0, 0.84, 0.3)), mixed(colour, "#ffffff", 0.3), 0.5, wood)
    sheet.lay(polygon(bar(0.84, 1.03, 0.12)), "#ecd0a2")
    sheet.lay(polygon(bar(0.96, 1.06, 0.3)), "#2b2422", 0.95)


def _coil(sheet: Gouache, head: Head) -> None:
    """Loops of copper wire hung over the left shoulder, bound in two places."""
    rng, u = sheet.rng, head.unit
    cx, cy = head.x + 1.2 * u, head.y + 2.95 * u
    lean = math.radians(-14)
    sheet.shade(
        flowing(
            [(cx + 18 + x * 0.72 * u, cy + 20 + y * 1.2 * u) for x, y in oval(0, 0, 1, 1)],
            closed=True,
        ),
        "#0f2233",
        9,
        0.6,
        wide=0.26 * u,
    )
    for colour, shift, count, wide in (
        ("#5a2a1a", 7, 15, 9),
        ("#b5602f", 0, 17, 7),
        ("#e59a56", -2, 12, 3.2),
        ("#ffd9a0", -3, 6, 1.8),
    ):
        for k in range(count):
            grow = 0.82 + 0.3 * k / count
            points = []
            for t in np.linspace(0, 2 * math.pi, 26, endpoint=False):
                x = 0.72 * u * grow * math.cos(t) + rng.normal(0, 1.2)
                y = 1.16 * u * grow * math.sin(t) + rng.normal(0, 1.2)
                points.append(
                    (
                        cx + x * math.cos(lean) - y * math.sin(lean) + shift,
                        cy + x * math.sin(lean) + y * math.cos(lean) + shift,
                    )
                )
            sheet.lay(flowing(points, closed=True), colour, 0.9, wide=wide)
    for x, y in ((cx - 0.62 * u, cy + 0.45 * u), (cx + 0.72 * u, cy + 0.1 * u)):
        sheet.lay(flowing([(x - 22, y - 14), (x, y), (x + 22, y + 12)]), "#2c2a33", wide=26)
        sheet.lay(flowing([(x - 20, y - 18), (x + 20, y + 4)]), "#6a6878", 0.8, wide=5)


def _bench(sheet: Gouache) -> None:
    top = sheet.lay(polygon([(-10, 1084), (970, 1066), (970, 1210), (-10, 1210)]), "#b98650")
    sheet.lay(polygon([(-10, 1084), (970, 1066), (970, 1082), (-10, 1100)]), "#dbb078", 0.95)
    for k in range(9):
        y = 1112 + k * 11
        sheet.lay(
            flowing([(-10, y), (300, y - 8 + (k * 17) % 9), (640, y - 3), (970, y - 14)]),
            "#8c5f34",
            0.45,
            top,
            2.4,
        )
    gear = sheet.lay(box(96, 1016, 150, 92, 8), "#4d5a60")
    sheet.lay(box(112, 1032, 118, 46, 4), "#9fb9a8")
    sheet.shade(box(180, 1010, 80, 100), "#1f2a2e", 14, 0.5, gear)
    for x in (128, 158, 188, 216):
        sheet.lay(flowing([(x, 1093), (x + 0.5, 1093)]), "#d9a441", wide=11)
    sheet.lay(flowing([(246, 1060), (300, 1040), (330, 1090), (400, 1096)]), "#b5433a", wide=6)
    sheet.lay(flowing([(246, 1076), (290, 1090), (360, 1112), (430, 1104)]), "#2f4f5c", wide=6)


def _screwdriver(sheet: Gouache, head: Head, skin: Skin) -> None:
    """A hand, lifted into the picture from below, with a screwdriver upright in the fist."""
    u = head.unit
    sleeve = [(1.0, 4.4), (1.02, 3.5), (1.12, 3.05), (1.86, 3.0), (2.06, 3.5), (2.2, 4.4)]
    mask = sheet.lay(flowing(body(head, sleeve), closed=True), "#4f7252")
    sheet.shade(
        flowing(
            body(head, [(1.85, 2.9), (1.8, 3.6), (2.0, 4.4), (2.4, 4.4), (2.3, 3.0)]), closed=True
        ),
        "#20382c",
        16,
        0.7,
        mask,
    )
    sheet.lay(flowing(body(head, [(1.08, 3.2), (1.5, 3.28), (1.98, 3.16)])), "#2f4a36", 0.8, wide=4)
    fist = [
        (1.14, 3.1),
        (1.08, 2.72),
        (1.14, 2.4),
        (1.4, 2.28),
        (1.72, 2.32),
        (1.88, 2.56),
        (1.86, 2.9),
        (1.78, 3.12),
        (1.45, 3.18),
    ]
    tip = body(head, [(1.5, 2.4), (1.42, 1.05)])
    sheet.lay(flowing(tip), "#5d6468", wide=u * 0.1)
    sheet.lay(flowing([(x - 3, y) for x, y in tip]), "#c4ced0", wide=u * 0.04)
    (tx, ty) = tip[1]
    sheet.lay(
        polygon([(tx - 13, ty + 8), (tx - 14, ty - 16), (tx + 12, ty - 16), (tx + 11, ty + 8)]),
        "#8d979b",
    )
    handle = body(
        head, [(1.36, 2.42), (1.38, 2.05), (1.43, 1.92), (1.52, 1.92), (1.58, 2.04), (1.64, 2.42)]
    )
    grip = sheet.lay(flowing(handle, closed=True), "#c8502c")
    sheet.lay(flowing(body(head, [(1.43, 2.4), (1.45, 2.0)])), "#f0956a", 0.9, grip, u * 0.035)
    sheet.lay(flowing(body(head, [(1.6, 3.1), (1.64, 3.3), (1.6, 3.34)])), "#c8502c", wide=u * 0.22)
    hand = sheet.lay(flowing(body(head, fist), closed=True), skin.base)
    sheet.shade(
        flowing(
            body(head, [(1.75, 2.3), (1.7, 2.7), (1.75, 3.2), (2.0, 3.2), (2.0, 2.4)]), closed=True
        ),
        skin.shadow,
        12,
        0.7,
        hand,
    )
    for k in range(4):
        y = 2.42 + k * 0.185
        finger = body(
            head,
            [
                (1.16, y + 0.06),
                (1.3, y - 0.02),
                (1.5, y),
                (1.66, y + 0.07),
                (1.64, y + 0.17),
                (1.45, y + 0.17),
                (1.22, y + 0.17),
            ],
        )
        one = sheet.lay(flowing(finger, closed=True), mixed(skin.base, skin.light, 0.4))
        sheet.shade(
            flowing([finger[6], finger[5], finger[4]]), skin.shadow, 4, 0.75, one, wide=u * 0.06
        )
        sheet.lay(
            flowing([finger[6], finger[5], finger[4], finger[3]]),
            mixed(skin.shadow, "#30120c", 0.25),
            0.75,
            wide=3,
        )
    thumb = body(
        head,
        [
            (1.12, 2.78),
            (1.1, 2.5),
            (1.22, 2.3),
            (1.42, 2.2),
            (1.52, 2.26),
            (1.46, 2.36),
            (1.32, 2.46),
            (1.28, 2.66),
        ],
    )
    one = sheet.lay(flowing(thumb, closed=True), mixed(skin.base, skin.light, 0.55))
    sheet.lay(flowing(thumb[3:]), mixed(skin.shadow, "#30120c", 0.2), 0.75, one, 5)


def paint_props(sheet: Gouache, head: Head, skin: Skin, words: set[str]) -> None:
    """Everything that the words name."""
    if "glasses" in words:
        _glasses(sheet, head)
    if "pencil" in words and "ear" in words:
        _pencils(sheet, head)
    if "coil" in words:
        _coil(sheet, head)
    if "screwdriver" in words:
        _screwdriver(sheet, head, skin)
    if "bench" in words:
        _bench(sheet)
