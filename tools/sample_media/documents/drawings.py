"""Drawings for the reports: ovens cut open, a bus that cannot turn, tiles around a point, air on the sea."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..canvas import Point, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed
from .ink import Ink

Drawing = Callable[[Ink, Palette], None]


def arrow(ink: Ink, start: Point, end: Point, tone: str, wide: float = 1.6) -> None:
    """A line with a head."""
    (x0, y0), (x1, y1) = start, end
    way = float(np.arctan2(y1 - y0, x1 - x0))
    ink.stroke(segment(x0, y0, x1, y1), tone, wide)
    wings = [
        (x1 - 4 * wide * float(np.cos(way + a)), y1 - 4 * wide * float(np.sin(way + a)))
        for a in (0.5, -0.5)
    ]
    ink.fill(
        polygon([(x1 + wide * float(np.cos(way)), y1 + wide * float(np.sin(way))), *wings]), tone
    )


def wavy(ink: Ink, x: float, y: float, up: float, tone: str) -> None:
    """Heat that leaves."""
    t = np.linspace(0, 1, 14)
    ink.stroke(flowing(np.column_stack([x + 3 * np.sin(t * 11), y - up * t])), tone, 1.6)


def three_ovens(ink: Ink, colours: Palette) -> None:
    """The ovens side by side, cut open."""
    for k, name in enumerate(("Oven 1", "Oven 2", "Oven 3")):
        x = 24 + k * 165
        ink.fill(box(x - 22, 168, 150, 5), mixed(colours.tones[4], "#ffffff", 0.35))
        if k < 2:
            _plain_box(ink, x)
        else:
            _wool_box(ink, colours, x)
        if k:
            _flaps(ink, colours, x, own_frame=k == 2)
        if k == 1:
            ink.stroke(segment(x + 2, 98, x + 106, 84), colours.tones[2], 3)
            for dx in (92, 103, 113):
                wavy(ink, x + dx, 94, 26, colours.tones[0])
        elif k == 0:
            ink.stroke(segment(x, 98, x + 106, 98), colours.tones[2], 3)
        _pot(ink, x + 53, 150 if k < 2 else 144)
        ink.text(x + 53, 194, name, 11, colours.ink, style="B", align="centre")
        note = ("one pane", "same box, four flaps, a gap", "two panes, wool, own frame")[k]
        ink.text(x + 53, 208, note, 8.6, colours.quiet, align="centre")
    _sun(ink, colours)


def _plain_box(ink: Ink, x: float) -> None:
    ink.fill(box(x, 100, 106, 68, 2), "#b98b57")
    ink.fill(box(x + 5, 100, 96, 62), "#2a2622")


def _wool_box(ink: Ink, colours: Palette, x: float) -> None:
    ink.fill(box(x - 12, 96, 130, 72, 2), "#b98b57")
    ink.fill(box(x - 8, 96, 122, 68), mixed(colours.tones[1], "#ffffff", 0.6))
    for i in range(15):
        for side in (-4, 110):
            ink.stroke(disc(x + side, 101 + i * 4.2, 2.2), colours.tones[1], 0.6)
        ink.stroke(disc(x + 4 + i * 7, 160, 2.4), colours.tones[1], 0.6)
    ink.fill(box(x + 2, 96, 102, 60), "#2a2622")
    for y in (93, 99):
        ink.stroke(segment(x, y, x + 106, y), colours.tones[2], 2.6)


def _flaps(ink: Ink, colours: Palette, x: float, *, own_frame: bool) -> None:
    foil = mixed(colours.quiet, "#ffffff", 0.55)
    for root, tip in (
        ((x - 2, 94), (x - 19, 46)),
        ((x + 108, 84 if not own_frame else 94), (x + 125, 42)),
    ):
        ink.stroke(segment(*root, *tip), colours.quiet, 5)
        ink.stroke(segment(*root, *tip), foil, 3)
    if own_frame:
        for post in (x - 17, x + 123):
            ink.stroke(segment(post, 168, post, 66), "#8a6238", 3)


def _pot(ink: Ink, x: float, y: float) -> None:
    ink.fill(box(x - 20, y - 20, 40, 30, 4), "#565049")
    ink.fill(box(x - 23, y - 24, 46, 6, 3), "#77706a")
    ink.fill(disc(x, y - 26, 3), "#77706a")


def _sun(ink: Ink, colours: Palette) -> None:
    ink.fill(disc(22, 22, 11), colours.tones[1])
    for k in range(12):
        a = k * np.pi / 6
        ink.stroke(
            segment(
                22 + 15 * np.cos(a), 22 + 15 * np.sin(a), 22 + 20 * np.cos(a), 22 + 20 * np.sin(a)
            ),
            colours.tones[1],
            1.8,
        )
    for dx in (60, 215, 378):
        arrow(ink, (dx - 16, 26), (dx + 12, 72), colours.tones[1])


def turning_circle(ink: Ink, colours: Palette) -> None:
    """Seen from above: a circle eleven meters wide, with a long bus and a short one."""
    unit = 10.5  # points in a meter
    for x, long, name in ((120.0, 12.0, "Route 4: 12 m"), (364.0, 7.0, "a small bus: 7 m")):
        ink.fill(disc(x, 78, 5.5 * unit + 7), mixed(colours.quiet, "#ffffff", 0.55))
        ink.fill(disc(x, 78, 5.5 * unit), mixed(colours.line, "#ffffff", 0.3))
        ink.stroke(disc(x, 78, 5.5 * unit), colours.quiet, 1, dash=(4, 4))
        tone = colours.tones[0] if long > 11 else colours.tones[1]
        ink.fill(box(x - long * unit / 2, 78 - 13, long * unit, 26, 5), tone)
        ink.fill(box(x + long * unit / 2 - 9, 78 - 10, 5, 20, 2), mixed(tone, "#ffffff", 0.7))
        for k in range(int(long) - 2):
            ink.fill(
                box(x - long * unit / 2 + 7 + k * unit, 78 - 10, 6, 3.4, 1),
                mixed(tone, "#ffffff", 0.55),
            )
        ink.text(x, 164, name, 11, colours.ink, style="B", align="centre")
    ink.text(242, 68, "11 m", 12, colours.deep, style="B", align="centre")
    arrow(ink, (222, 78), (190, 78), colours.quiet, 1.2)
    arrow(ink, (262, 78), (294, 78), colours.quiet, 1.2)
    ink.text(242, 96, "both circles", 9, colours.quiet, align="centre")


def around_a_point(ink: Ink, colours: Palette) -> None:
    """Six triangles, four squares and three hexagons close the turn; three pentagons do not."""
    middle = (62, 182, 302, 422)
    kinds = ((6, 3), (4, 4), (3, 5), (3, 6))
    notes = ("6 × 60 = 360", "4 × 90 = 360", "3 × 108 = 324", "3 × 120 = 360")
    for x, (count, sides), note in zip(middle, kinds, notes, strict=True):
        gap = count * (180 * (sides - 2) / sides) < 359
        for k in range(count):
            tone = (colours.tones[0], mixed(colours.tones[0], "#ffffff", 0.4), colours.tones[2])[
                k % (3 if count == 3 else 2)
            ]
            path = polygon(_tile((x, 66), sides, k))
            ink.fill(path, mixed(tone, "#ffffff", 0.15))
            ink.stroke(path, "#ffffff", 1.6)
        ink.fill(disc(x, 66, 3.2), colours.ink)
        if gap:
            ink.text(x + 20, 70, "36°", 12, colours.tones[4], style="B")
        ink.text(
            x, 150, note, 11, colours.tones[4] if gap else colours.ink, style="B", align="centre"
        )


def _tile(at: Point, sides: int, which: int) -> list[Point]:
    """A regular shape with one corner at a point, turned so that it is the n-th around it."""
    inner, edge = np.pi * (sides - 2) / sides, {3: 46.0, 4: 38.0, 5: 30.0, 6: 27.0}[sides]
    way = which * inner + (0.31 if sides == 5 else 0.0)
    points, x, y = [], at[0], at[1]
    for _ in range(sides):
        points.append((float(x), float(y)))
        x, y = x + edge * np.cos(way), y + edge * np.sin(way)
        way += np.pi - inner
    return points


def weight_of_air(ink: Ink, colours: Palette) -> None:
    """The sea under a high, under a low, and in a bay with wind from the north-east."""
    water, air = mixed(colours.tones[0], "#ffffff", 0.35), colours.tones[2]
    for k, (name, note) in enumerate(
        (
            ("high pressure", "presses the sea down"),
            ("low pressure", "lets it go"),
            ("north-east wind", "piles it into the bay"),
        )
    ):
        x, t = 6 + k * 164.0, np.linspace(0, 1, 24)
        bend = (
            12 * np.exp(-(((t - 0.5) / 0.22) ** 2)),
            -14 * np.exp(-(((t - 0.5) / 0.22) ** 2)),
            8 - 30 * t**2.4,
        )[k]
        surface = np.column_stack([x + 148 * t, 84 + bend])
        path = flowing(surface)
        path.lineTo(x + 148, 134)
        path.lineTo(x, 134)
        path.close()
        ink.fill(path, water)
        ink.stroke(flowing(surface), colours.deep, 1.6)
        ink.stroke(segment(x, 84, x + 148, 84), colours.quiet, 0.8, dash=(3, 3))
        if k == 0:
            for dx in (50, 74, 98):
                arrow(ink, (x + dx, 30), (x + dx, 78 if dx == 74 else 72), air)
        elif k == 1:
            for dx in (50, 74, 98):
                arrow(ink, (x + dx, 46), (x + dx, 30), mixed(air, "#ffffff", 0.3))
        else:
            ink.fill(
                polygon([(x + 134, 134), (x + 148, 134), (x + 148, 30), (x + 140, 30)]),
                colours.quiet,
            )
            for dy in (36, 50, 64):
                arrow(ink, (x + 20, dy), (x + 108, dy), air)
        ink.text(x + 74, 154, name, 11, colours.ink, style="B", align="centre")
        ink.text(x + 74, 168, note, 9, colours.quiet, align="centre")


# name: how tall it is in points, and who draws it
DRAWINGS: dict[str, tuple[float, Drawing]] = {
    "three-ovens": (216.0, three_ovens),
    "turning-circle": (172.0, turning_circle),
    "around-a-point": (158.0, around_a_point),
    "weight-of-air": (176.0, weight_of_air),
}
