"""Emblems for posters and covers: a harbor at night, hills, waves, a sun, a fish, a drill, a kettle, plain forms."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import Palette, mixed

Place = tuple[float, float, float, float]
Emblem = Callable[[Canvas, Palette, Place, np.random.Generator], None]


def emblem_for(words: str) -> Emblem:
    """The emblem that suits the words."""
    for pattern, emblem in EMBLEMS:
        if re.search(pattern, words):
            return emblem
    return forms


def harbor(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """Houses along a quay at night, one window lit, its light on the water."""
    x, y, wide, tall = place
    night, water = mixed(colours.deep, "#05070f", 0.35), mixed(colours.deep, "#0b1020", 0.25)
    sheet.shade(
        box(x, y, wide, tall),
        (0, y),
        (0, y + tall),
        [
            (night, 1),
            (mixed(colours.tones[0], night, 0.45), 1),
            (mixed(colours.tones[1], night, 0.55), 1),
        ],
    )
    for _ in range(90):
        sheet.fill(
            disc(x + rng.uniform(0, wide), y + rng.uniform(0, tall * 0.5), rng.uniform(0.6, 2)),
            "#ffffff",
            float(rng.uniform(0.3, 0.9)),
        )
    sheet.glow((x + wide * 0.78, y + tall * 0.2), wide * 0.2, [("#f7ecd0", 0.4), ("#f7ecd0", 0.0)])
    sheet.fill(disc(x + wide * 0.78, y + tall * 0.2, wide * 0.052), "#f7ecd0")
    line = y + tall * 0.66
    left, lit = x, None
    while left < x + wide:
        run, high = rng.uniform(0.07, 0.13) * wide, rng.uniform(0.12, 0.27) * tall
        tone = mixed(night, colours.tones[int(rng.integers(5))], 0.12)
        sheet.fill(
            polygon(
                [
                    (left, line),
                    (left, line - high),
                    (left + run / 2, line - high - run * 0.42),
                    (left + run, line - high),
                    (left + run, line),
                ]
            ),
            tone,
        )
        if lit is None and left > x + wide * 0.3:
            lit = (left + run * 0.5, line - high * 0.55)
        for i in range(2):
            for j in range(int(high / (tall * 0.07))):
                sheet.fill(
                    box(
                        left + run * (0.2 + 0.4 * i),
                        line - high + 14 + j * tall * 0.07,
                        run * 0.2,
                        tall * 0.035,
                    ),
                    mixed(tone, "#ffffff", 0.09),
                )
        left += run
    sheet.fill(box(x, line, wide, y + tall - line), water)
    if lit:
        sheet.glow(lit, wide * 0.13, [("#ffd27a", 0.75), ("#ffd27a", 0.0)])
        sheet.fill(
            box(lit[0] - wide * 0.018, lit[1] - tall * 0.025, wide * 0.036, tall * 0.05, 2),
            "#ffdf9a",
        )
        for k in range(26):
            w = wide * (0.05 - 0.0012 * k) * rng.uniform(0.5, 1.3)
            sheet.fill(
                box(
                    lit[0] - w / 2 + rng.normal(0, wide * 0.006),
                    line + 8 + k * (y + tall - line) / 27,
                    w,
                    4,
                    2,
                ),
                "#ffcf70",
                0.85 - 0.027 * k,
            )
    for _ in range(40):
        px, py = x + rng.uniform(0, wide), line + rng.uniform(0, y + tall - line)
        sheet.fill(box(px, py, rng.uniform(0.03, 0.12) * wide, 2, 1), "#ffffff", 0.07)


def hills(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """A low sun over layers of hills."""
    x, y, wide, tall = place
    sheet.shade(
        box(x, y, wide, tall),
        (0, y),
        (0, y + tall),
        [
            (mixed(colours.tones[0], "#ffffff", 0.55), 1),
            (mixed(colours.tones[1], "#ffffff", 0.5), 1),
        ],
    )
    sheet.fill(
        disc(x + wide * 0.64, y + tall * 0.42, wide * 0.13),
        mixed(colours.tones[1], "#fff4dc", 0.55),
    )
    for k in range(5):
        base = y + tall * (0.5 + 0.11 * k)
        xs = np.linspace(x - 20, x + wide + 20, 10)
        ys = base + rng.normal(0, tall * 0.035, 10)
        path = flowing(np.column_stack([xs, ys]))
        path.lineTo(x + wide + 20, y + tall)
        path.lineTo(x - 20, y + tall)
        path.close()
        sheet.skia.save()
        sheet.skia.clipPath(box(x, y, wide, tall))
        sheet.fill(path, mixed(mixed(colours.tones[0], "#ffffff", 0.5), colours.deep, k / 4))
        sheet.skia.restore()


def waves(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """Bands of sea, each darker."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[1], "#fff6e6", 0.7))
    sheet.fill(disc(x + wide * 0.3, y + tall * 0.26, wide * 0.12), colours.tones[1])
    sheet.skia.save()
    sheet.skia.clipPath(box(x, y, wide, tall))
    for k in range(9):
        base, phase = y + tall * (0.34 + 0.075 * k), rng.uniform(0, 6)
        xs = np.linspace(x - 10, x + wide + 10, 50)
        path = flowing(
            np.column_stack([xs, base + tall * 0.022 * np.sin(xs / wide * (9 + k) + phase)])
        )
        path.lineTo(x + wide + 10, y + tall + 10)
        path.lineTo(x - 10, y + tall + 10)
        path.close()
        sheet.fill(path, mixed(mixed(colours.tones[0], "#ffffff", 0.55), colours.deep, k / 8))
    sheet.skia.restore()


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


def forms(sheet: Canvas, colours: Palette, place: Place, rng: np.random.Generator) -> None:
    """Quarter circles and bars in a grid."""
    x, y, wide, tall = place
    sheet.fill(box(x, y, wide, tall), mixed(colours.tones[0], "#ffffff", 0.78))
    step = wide / 6
    sheet.skia.save()
    sheet.skia.clipPath(box(x, y, wide, tall))
    for j in range(int(np.ceil(tall / step))):
        for i in range(6):
            left, top = x + i * step, y + j * step
            tone = colours.tones[int(rng.integers(5))]
            sheet.skia.save()
            sheet.skia.clipPath(box(left, top, step, step))
            kind = int(rng.integers(5))
            if kind < 3:
                corner = [
                    (left, top),
                    (left + step, top),
                    (left, top + step),
                    (left + step, top + step),
                ][int(rng.integers(4))]
                sheet.fill(disc(*corner, step), tone)
                sheet.fill(disc(*corner, step * 0.5), mixed(tone, "#ffffff", 0.6))
            elif kind == 3:
                sheet.fill(disc(left + step / 2, top + step / 2, step * 0.36), tone)
            sheet.skia.restore()
    sheet.skia.restore()


EMBLEMS: tuple[tuple[str, Emblem], ...] = (
    (r"harbor|night|lit window", harbor),
    (r"fish", fish),
    (r"drill|borrow", drill),
    (r"repair|broken|toaster", kettle),
    (r"push|heart|110|pulse", heart),
    (r"sea|wave|tide|water", waves),
    (r"hill|mountain|ridge|desert|dune", hills),
    (r"sun|oven|solar", sun),
)
