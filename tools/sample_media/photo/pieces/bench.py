"""A workbench, the board of tools behind it, and parts that lie on it."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..materials import metal, paint
from ..meshes import Mesh, ball, box, cut_out, joined, rod
from ..picture import Picture, window
from ..things.basics import Array, Rng, Thing


def pegboard(picture: Picture, rng: Rng, tint: str = "#b59a74") -> None:
    """A wall of tools behind a bench."""
    picture.add(
        paint(textures.cardboard(rng, tint), 0.9, scale=1.5),
        box(6.4, 0.02, 3.2).moved(y=0.62, z=-1.4),
    )
    steel, handle = metal("Al", 0.3), paint("#b8402f", 0.5, coat=0.3)
    for i, x in enumerate(np.linspace(-1.1, 1.1, 9)):
        z = 0.62 + 0.12 * (i % 2)
        if i % 3 == 0:
            picture.add(
                steel,
                box(0.03, 0.012, 0.26).moved(x, 0.6, z),
                box(0.13, 0.03, 0.04).moved(x, 0.59, z + 0.24),
            )
        elif i % 3 == 1:
            picture.add(handle, rod((x, 0.59, z + 0.14), (x, 0.59, z + 0.26), 0.016))
            picture.add(steel, rod((x, 0.59, z), (x, 0.59, z + 0.15), 0.005))
        else:
            saw = (
                cut_out(np.array([(0, 0), (0.34, 0.0), (0.36, 0.09), (0.0, 0.045)]), 0.003)
                .turned(90, "x")
                .turned(90, "y")
                .moved(x, 0.6, z + 0.3)
            )
            picture.add(steel, saw)
            picture.add(
                paint("#7a5230", 0.5), box(0.1, 0.02, 0.07, 0.02).moved(x + 0.04, 0.6, z + 0.27)
            )


def bench(picture: Picture, rng: Rng, power: float = 0.7) -> None:
    """A workbench with a board of tools behind it."""
    top = paint(textures.wood(rng, "#a87d50", "#6d4a29", boards=4), 0.6, scale=0.8)
    picture.add(top, box(4.6, 1.1, 0.06, 0.006).moved(y=0.06, z=-0.06))
    pegboard(picture, rng)
    window(picture, -1, power)
    picture.scene.lamp((-1.9, -0.9, 1.6), (0, 0.2, 0.3), (1.0, 1.2), "#fff1dc", 8 * power)


def bar(a: Array, b: Array, wide: float, thick: float) -> Mesh:
    """A wooden or printed bar from one joint to the next."""
    long = float(np.linalg.norm(b - a))
    angle = float(np.degrees(np.arctan2(b[2] - a[2], b[0] - a[0])))
    return (
        box(long + wide * 0.9, thick, wide, min(wide, thick) * 0.3)
        .moved(z=-wide / 2)
        .turned(-angle, "y")
        .moved(*((a + b) / 2))
    )


def circuit_board(rng: Rng) -> Thing:
    """A small circuit board with its parts."""
    green = textures.blend("#1f5a3a", "#2f7a4f", 0.5 + 0.2 * textures.noise(128, rng, 1.2))
    out: Thing = [(paint(green, 0.35, coat=0.4, scale=10), box(0.085, 0.06, 0.003, 0.0005))]
    out.append((paint("#17181a", 0.4), box(0.022, 0.014, 0.006, 0.001).moved(0.005, 0, 0.003)))
    out.append((metal("Al", 0.25), box(0.014, 0.012, 0.008, 0.001).moved(-0.038, 0.012, 0.003)))
    pins = [
        rod((x, y, 0.003), (x, y, 0.011), 0.0009, 6)
        for y in (-0.026, 0.026)
        for x in np.linspace(-0.03, 0.036, 14)
    ]
    out.append((paint("#c9a23f", 0.3, metal=1.0), joined(pins)))
    out.append(
        (
            paint("#c9a23f", 0.4),
            joined([rod((x, 0.015, 0.003), (x, 0.015, 0.012), 0.004) for x in (0.026, 0.036)]),
        )
    )
    out.append((paint("#b8301f", 0.3, coat=0.5), ball(0.0028, 10).moved(-0.012, 0.017, 0.005)))
    return out
