"""Set piece: a backpack on a luggage scale."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, disc, segment
from .. import textures
from ..darkroom import Film
from ..materials import metal, paint
from ..meshes import box, joined, rod, tube
from ..picture import Picture, medallion, printed
from ..studio import Camera
from ..things.basics import BRASS, Array, Rng, Thing, moved


def luggage_scale(rng: Rng) -> Picture:
    """A brass scale on a coat hook with a backpack on it, a brick on the floor below."""
    picture = Picture(
        Camera((0.2, -2.0, 0.9), (0.0, 0.0, 0.74), 47, blur=0.012), film=Film(key=0.2, contrast=1.2)
    )
    picture.add(
        paint(textures.plaster(rng, "#c79a7f"), 0.95, scale=0.5), box(5, 0.02, 3).moved(y=0.18)
    )
    picture.add(
        paint(textures.wood(rng, "#8f6a48", "#5f432c", boards=8), 0.5, scale=0.4),
        box(5, 4, 0.02).moved(y=-1.8, z=-0.02),
    )
    picture.add(
        paint(textures.wood(rng, "#6d4528", "#43290f", 256), 0.4, coat=0.3),
        box(1.7, 0.025, 0.11).moved(0, 0.155, 1.42),
    )
    for x in (-0.55, 0.0, 0.55):
        picture.add(
            metal("Al", 0.3),
            tube([(x, 0.14, 1.46), (x, 0.07, 1.45), (x, 0.05, 1.48), (x, 0.045, 1.5)], 0.008, 10),
        )
        picture.add(
            metal("Al", 0.3), tube([(x, 0.14, 1.45), (x, 0.1, 1.42), (x, 0.09, 1.46)], 0.006, 10)
        )
    face = Canvas(400, 400, "#f2ead6")
    for k in range(25):
        a = np.radians(-220 + k * 260 / 24)
        face.stroke(
            segment(
                200 + 150 * np.cos(a),
                200 + 150 * np.sin(a),
                200 + (178 if k % 2 == 0 else 168) * np.cos(a),
                200 + (178 if k % 2 == 0 else 168) * np.sin(a),
            ),
            "#2b211a",
            5 if k % 4 == 0 else 3,
        )
        if k % 4 == 0:
            face.text(
                200 + 118 * np.cos(a),
                200 + 118 * np.sin(a) + 12,
                str(k // 2),
                34,
                "#2b211a",
                "serif",
                600,
                "centre",
            )
    face.stroke(segment(200, 200, 200 + 140 * np.cos(0.62), 200 + 140 * np.sin(0.62)), "#b8301f", 7)
    face.fill(disc(200, 200, 14), "#b8301f")
    picture.add(BRASS, rod((0, 0.075, 1.28), (0, 0.03, 1.28), 0.085, 64))
    picture.add(paint(printed(face.picture()), 0.6), medallion(0.078).moved(0, 0.0285, 1.28))
    ring = tube(
        [(0.022 * np.cos(a), 0.05, 1.39 + 0.022 * np.sin(a)) for a in np.linspace(0, 6.3, 18)],
        0.005,
        8,
    )
    hook = tube(
        [
            (0, 0.05, 1.2),
            (0, 0.05, 1.16),
            (0.018, 0.05, 1.13),
            (0.0, 0.05, 1.11),
            (-0.016, 0.05, 1.125),
        ],
        0.005,
        10,
    )
    picture.add(BRASS, ring, hook)
    picture.put(moved(backpack(rng, "#2f5a6f"), 0, 0.02, 0.55))
    picture.add(
        paint(textures.plaster(rng, "#a04a32", rough=0.14), 0.9, scale=3),
        box(0.22, 0.105, 0.068, 0.004).turned(24).moved(0.17, -0.05),
    )
    picture.scene.lamp((-2.2, -1.8, 2.2), (0, 0, 0.9), (1.3, 1.6), "#fff1dc", 20)
    picture.scene.lamp((2.4, -2.0, 1.2), (0, 0, 0.9), (1.3, 1.3), "#bcd0e6", 2.4)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def backpack(rng: Rng, tint: str) -> Thing:
    """A full backpack, open at the top, hanging by its loop."""
    fabric = paint(textures.linen(rng, tint, 256, 128), 0.85, sheen=0.3, scale=5)
    dark = paint("#1d2a33", 0.8)

    def soften(p: Array) -> Array:
        high = np.clip(p[:, 2] / 0.46, 0, 1)
        wide_, deep_ = 1.08 - 0.3 * high**2.2, 1.25 - 0.62 * high**1.5
        sag = 0.02 * np.sin(p[:, 0] * 14 + p[:, 2] * 9) * (1 - high)
        return p * np.column_stack([wide_, deep_, np.ones(len(p))]) + np.column_stack(
            [0 * sag, sag, 0 * sag]
        )

    body = box(0.31, 0.17, 0.46, 0.075, 9).bent(soften)
    pocket = box(0.24, 0.08, 0.2, 0.035, 6).moved(0, -0.105, 0.04)
    loop = tube(
        [
            (-0.03, 0.05, 0.45),
            (-0.02, 0.05, 0.54),
            (0.0, 0.04, 0.575),
            (0.02, 0.05, 0.54),
            (0.03, 0.05, 0.45),
        ],
        0.008,
        8,
    )
    straps = [
        tube(
            [(x, 0.08, 0.43), (x * 1.6, 0.14, 0.3), (x * 1.5, 0.12, 0.08), (x, 0.07, 0.04)],
            0.018,
            8,
        ).scaled(1, 0.6, 1)
        for x in (-0.09, 0.09)
    ]
    zips = [
        tube([(-0.115, -0.145, 0.2), (0, -0.152, 0.215), (0.115, -0.145, 0.2)], 0.004, 6),
        tube([(-0.15, -0.05, 0.4), (0, -0.1, 0.44), (0.15, -0.05, 0.4)], 0.005, 6),
    ]
    book = box(0.2, 0.03, 0.16, 0.003).turned(6, "y").moved(-0.02, 0.0, 0.38)
    return [
        (fabric, body),
        (fabric, pocket),
        (dark, joined([loop, *straps])),
        (metal("Al", 0.3), joined(zips)),
        (paint("#c9a24a", 0.7), book),
    ]
