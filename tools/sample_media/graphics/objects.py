"""Emblems of things: a fish, a drill, a toaster, a sun, a heart."""

from __future__ import annotations

import numpy as np

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import Palette, mixed
from .sights import Place


def fish(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """One large fish over one curve that sinks and comes back."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[0], "#ffffff", 0.8))
    t = np.linspace(0, 1, 60)
    curve = np.column_stack(
        [x + wide * (0.04 + 0.92 * t), y + tall * (0.84 - 0.3 * np.abs(np.cos(np.pi * t)) ** 1.6)]
    )
    sheet.stroke(flowing(curve), colours.tones[4], wide * 0.012)
    cx, cy, s = x + wide * 0.5, y + tall * 0.37, wide * 0.36
    body = flowing(
        [
            (cx - s, cy),
            (cx - s * 0.55, cy - s * 0.36),
            (cx + s * 0.15, cy - s * 0.4),
            (cx + s * 0.78, cy - s * 0.06),
            (cx + s * 0.78, cy + s * 0.06),
            (cx + s * 0.15, cy + s * 0.38),
            (cx - s * 0.55, cy + s * 0.34),
        ],
        closed=True,
    )
    tail = polygon(
        [
            (cx + s * 0.7, cy),
            (cx + s * 1.12, cy - s * 0.34),
            (cx + s * 1.0, cy),
            (cx + s * 1.12, cy + s * 0.34),
        ]
    )
    fin = flowing(
        [
            (cx - s * 0.2, cy - s * 0.38),
            (cx + s * 0.05, cy - s * 0.62),
            (cx + s * 0.42, cy - s * 0.26),
        ],
        closed=True,
    )
    for shape in (tail, fin):
        sheet.fill(shape, colours.tones[2])
    sheet.fill(body, colours.tones[0])
    sheet.skia.save()
    sheet.skia.clipPath(body)
    for row in range(-8, 9):
        for column in range(-6, 14):
            px, py = cx + column * s * 0.1 + (row % 2) * s * 0.05 - s * 0.22, cy + row * s * 0.06
            sheet.stroke(
                flowing([(px, py - s * 0.045), (px + s * 0.045, py), (px, py + s * 0.045)]),
                mixed(colours.tones[0], "#ffffff", 0.45),
                2.2,
                0.7,
            )
    sheet.fill(
        flowing(
            [
                (cx - s, cy + s * 0.12),
                (cx, cy + s * 0.26),
                (cx + s, cy + s * 0.1),
                (cx, cy + s * 0.6),
                (cx - s, cy + s * 0.5),
            ],
            closed=True,
        ),
        "#ffffff",
        0.25,
    )
    sheet.skia.restore()
    sheet.fill(disc(cx - s * 0.66, cy - s * 0.08, s * 0.095), "#ffffff")
    sheet.fill(disc(cx - s * 0.67, cy - s * 0.08, s * 0.05), colours.ink)
    sheet.stroke(
        flowing(
            [(cx - s * 0.4, cy - s * 0.26), (cx - s * 0.32, cy), (cx - s * 0.42, cy + s * 0.24)]
        ),
        colours.deep,
        5,
        0.7,
    )
    for k in range(3):
        sheet.stroke(
            disc(cx - s * (1.12 + 0.06 * k), cy - s * (0.2 + 0.19 * k), s * (0.05 + 0.015 * k)),
            colours.tones[0],
            4,
        )
    del rng


def drill(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """A hand drill, flat and large."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[1], "#ffffff", 0.55))
    sheet.fill(
        disc(x + wide / 2, y + tall / 2, min(wide, tall) * 0.43),
        mixed(colours.tones[1], "#ffffff", 0.25),
    )
    cx, cy, s = x + wide * 0.47, y + tall * 0.47, min(wide, tall) * 0.34
    tone, dark = colours.tones[0], colours.ink
    sheet.fill(
        polygon(
            [
                (cx - s * 0.05, cy + s * 0.1),
                (cx + s * 0.33, cy + s * 0.1),
                (cx + s * 0.14, cy + s * 1.02),
                (cx - s * 0.3, cy + s * 1.02),
            ]
        ),
        mixed(tone, "#000000", 0.25),
    )
    sheet.fill(box(cx - s * 0.42, cy + s * 0.96, s * 0.72, s * 0.24, 12), dark)
    sheet.fill(box(cx - s * 0.78, cy - s * 0.34, s * 1.28, s * 0.56, s * 0.2), tone)
    sheet.fill(
        polygon(
            [
                (cx + s * 0.46, cy - s * 0.28),
                (cx + s * 0.74, cy - s * 0.2),
                (cx + s * 0.74, cy + s * 0.08),
                (cx + s * 0.46, cy + s * 0.16),
            ]
        ),
        dark,
    )
    sheet.fill(box(cx + s * 0.74, cy - s * 0.12, s * 0.16, s * 0.12), colours.quiet)
    points = [
        (cx + s * (0.9 + 0.08 * k), cy - s * 0.06 + (s * 0.045 if k % 2 else -s * 0.045))
        for k in range(11)
    ]
    sheet.stroke(polygon(points, closed=False), colours.quiet, 9)
    sheet.fill(box(cx + s * 0.06, cy + s * 0.24, s * 0.13, s * 0.26, 8), dark)
    for k in range(4):
        sheet.fill(
            box(cx - s * 0.66 + k * s * 0.1, cy - s * 0.2, s * 0.045, s * 0.28, 4),
            mixed(tone, "#000000", 0.3),
        )
    del rng


def kettle(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """A toaster with a plaster on it and a spanner: broken, but not for long."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[2], "#ffffff", 0.62))
    cx, cy, s = x + wide * 0.5, y + tall * 0.55, min(wide, tall) * 0.36
    sheet.fill(disc(cx, cy - s * 0.1, s * 1.25), mixed(colours.tones[2], "#ffffff", 0.4))
    for dx in (-0.42, 0.1):
        sheet.fill(box(cx + s * dx, cy - s * 0.92, s * 0.36, s * 0.7, 26), "#c98a4a")
        sheet.fill(box(cx + s * (dx + 0.04), cy - s * 0.87, s * 0.28, s * 0.6, 20), "#e8bd7f")
    sheet.fill(box(cx - s * 0.92, cy - s * 0.46, s * 1.84, s * 1.06, s * 0.26), colours.tones[0])
    sheet.fill(
        box(cx - s * 0.92, cy + s * 0.36, s * 1.84, s * 0.24, s * 0.12),
        mixed(colours.tones[0], "#000000", 0.25),
    )
    sheet.fill(box(cx + s * 0.92, cy - s * 0.2, s * 0.16, s * 0.34, 10), colours.ink)
    for dx in (-0.7, 0.5):
        sheet.fill(box(cx + s * dx, cy + s * 0.58, s * 0.22, s * 0.12, 8), colours.ink)
    sheet.skia.save()
    sheet.skia.rotate(-28, cx - s * 0.25, cy)
    sheet.fill(box(cx - s * 0.75, cy - s * 0.13, s * 1.0, s * 0.26, s * 0.13), "#f0d3ae")
    sheet.fill(box(cx - s * 0.4, cy - s * 0.13, s * 0.3, s * 0.26), "#e3bd8f")
    for i in range(3):
        for j in range(3):
            sheet.fill(
                disc(cx - s * 0.32 + i * s * 0.07, cy - s * 0.07 + j * s * 0.07, 3.2), "#a8794a"
            )
    sheet.skia.restore()
    sheet.fill(disc(cx + s * 0.55, cy + s * 0.02, s * 0.13), colours.paper)
    sheet.stroke(
        polygon([(cx + s * 0.55, cy + s * 0.02), (cx + s * 0.62, cy - s * 0.06)], closed=False),
        colours.ink,
        5,
    )
    del rng


def sun(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """A sun with rays."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[1], "#ffffff", 0.7))
    cx, cy, r = x + wide / 2, y + tall / 2, min(wide, tall) * 0.22
    for k in range(24):
        a = k * np.pi / 12
        far = r * (1.95 if k % 2 else 1.65)
        sheet.stroke(
            polygon(
                [
                    (cx + np.cos(a) * r * 1.22, cy + np.sin(a) * r * 1.22),
                    (cx + np.cos(a) * far, cy + np.sin(a) * far),
                ],
                closed=False,
            ),
            colours.tones[0],
            12,
        )
    sheet.fill(disc(cx, cy, r), colours.tones[0])
    sheet.fill(
        disc(cx - r * 0.1, cy - r * 0.1, r * 0.82), mixed(colours.tones[0], colours.tones[1], 0.6)
    )
    del rng


def heart(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """A heart with a beat through it."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), colours.tones[0])
    cx, cy, s = x + wide / 2, y + tall * 0.48, min(wide, tall) * 0.3
    t = np.linspace(0, 2 * np.pi, 80)
    sheet.fill(
        polygon(
            np.column_stack(
                [
                    cx + s * 1.05 * np.sin(t) ** 3,
                    cy
                    - s
                    * (
                        0.81 * np.cos(t)
                        - 0.31 * np.cos(2 * t)
                        - 0.13 * np.cos(3 * t)
                        - 0.06 * np.cos(4 * t)
                    ),
                ]
            )
        ),
        "#ffffff",
    )
    beat = [
        (-2.2, 0),
        (-0.7, 0),
        (-0.5, -0.12),
        (-0.34, 0),
        (-0.2, 0.12),
        (0, -0.7),
        (0.18, 0.42),
        (0.32, 0),
        (0.62, 0),
        (2.2, 0),
    ]
    sheet.stroke(
        polygon([(cx + s * a, cy + s * b) for a, b in beat], closed=False), colours.deep, 12
    )
    del rng
