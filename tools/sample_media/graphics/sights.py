"""Emblems of places: a harbor at night, hills, waves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import Palette, mixed

Place = tuple[float, float, float, float]


Emblem = Callable[[Canvas, Palette, Place, np.random.Generator], None]


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
