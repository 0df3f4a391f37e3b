"""A camera, a clock, gears."""

from __future__ import annotations

import numpy as np

from ..materials import glass, metal, paint
from ..meshes import ball, box, cut_out, joined, rod, turned_profile
from .basics import Rng, Thing


def camera(rng: Rng) -> Thing:
    """A film camera."""
    del rng
    black, grey = paint("#17181a", 0.55), metal("Al", 0.28)
    body = box(0.14, 0.045, 0.06, 0.008).moved(z=0.004)
    top = box(0.138, 0.042, 0.022, 0.006).moved(z=0.062)
    lens = (
        turned_profile(
            [
                (0, 0),
                (0.026, 0),
                (0.028, 0.006),
                (0.026, 0.02),
                (0.024, 0.034),
                (0.02, 0.034),
                (0.016, 0.02),
                (0, 0.018),
            ],
            smooth=3,
        )
        .turned(90, "x")
        .moved(0.008, -0.02, 0.036)
    )
    eye = ball(0.017, 20).scaled(1, 0.35, 1).moved(0.008, -0.036, 0.036)
    dial = [rod((x, 0, 0.083), (x, 0, 0.092), 0.009) for x in (-0.05, 0.05, 0.028)]
    return [
        (black, body),
        (grey, top),
        (black, lens),
        (glass("#9fb0d0"), eye),
        (grey, joined(dial)),
    ]


def clock(rng: Rng) -> Thing:
    """An old alarm clock."""
    del rng
    body = rod((0, -0.02, 0.06), (0, 0.025, 0.06), 0.05, 64)
    face = rod((0, -0.022, 0.06), (0, -0.0205, 0.06), 0.044, 64)
    hands = [
        rod((0, -0.024, 0.06), (0.014, -0.024, 0.078), 0.0014),
        rod((0, -0.025, 0.06), (-0.02, -0.025, 0.088), 0.001),
    ]
    marks = [
        rod(
            (0.037 * np.sin(a), -0.0225, 0.06 + 0.037 * np.cos(a)),
            (0.041 * np.sin(a), -0.0225, 0.06 + 0.041 * np.cos(a)),
            0.0012,
        )
        for a in np.arange(12) * np.pi / 6
    ]
    bells = [ball(0.02, 20).scaled(1, 1, 0.7).moved(x, 0, 0.118) for x in (-0.026, 0.026)]
    legs = [rod((x, 0, 0.02), (x * 1.5, 0, 0), 0.004) for x in (-0.03, 0.03)]
    brass = metal("Cu", 0.2)
    return [
        (paint("#2f5d5a", 0.3, coat=0.7), body),
        (paint("#f1ead8", 0.7), face),
        (paint("#1c1c1c", 0.4), joined([*hands, *marks])),
        (brass, joined(bells)),
        (brass, joined(legs)),
    ]


def gears(rng: Rng) -> Thing:
    """Printed gears that mesh."""
    out: Thing = []
    for x, y, teeth, r in ((0, 0, 20, 0.05), (0.082, 0.01, 12, 0.03), (0.02, 0.09, 14, 0.036)):
        t = np.linspace(0, 2 * np.pi, teeth * 12, endpoint=False)
        rim = r * (1 + 0.11 * np.tanh(3 * np.sin(t * teeth)))
        wheel = cut_out(np.stack([np.cos(t) * rim, np.sin(t) * rim], 1), 0.012).moved(x, y)
        tint = str(rng.choice(["#d9622b", "#2f6f8f", "#e0b13a", "#e9e6df"]))
        out += [
            (paint(tint, 0.45), wheel),
            (metal("Al", 0.2), rod((x, y, 0.0), (x, y, 0.022), 0.005)),
        ]
    return out
