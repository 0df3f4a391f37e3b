"""Set piece: a round table laid for seven."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas
from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import box, joined, rod, sheet, tube, turned_profile
from ..picture import Picture, panel, printed, window
from ..studio import Camera
from ..things.basics import Rng, Thing, glaze, moved
from ..things.pots import mug, plate


def tea_table(rng: Rng) -> Picture:
    """A round table with seven cups, biscuits and a folded card; the chairs are empty."""
    picture = Picture(
        Camera((0.1, -1.75, 1.0), (0.0, 0.12, 0.12), 34, blur=0.01, focus=1.95),
        film=Film(key=0.21, contrast=1.2),
    )
    timber = paint(textures.wood(rng, "#a87444", "#6d4424", boards=5), 0.35, coat=0.2, scale=0.8)
    picture.add(
        timber,
        turned_profile(
            [(0, 0), (0.6, 0), (0.612, -0.012), (0.6, -0.03), (0, -0.03)], smooth=2
        ).bent(lambda p: p),
    )
    picture.add(
        paint(textures.wood(rng, "#8f6f50", "#5f4630", boards=9), 0.6, scale=0.35),
        box(6, 6, 0.02).moved(z=-0.76),
    )
    picture.add(
        paint(textures.plaster(rng, "#a9b09c"), 0.95, scale=0.4),
        box(8, 0.02, 4).moved(y=2.2, z=-0.8),
    )
    for angle in (35, 90, 145, 5, 175):
        a = np.radians(angle)
        picture.put(moved(chair(rng), 0.86 * np.cos(a), 0.86 * np.sin(a), -0.74, angle - 90))
    cloth_ = sheet(
        lambda u, v: np.stack(
            [
                0.4 * (2 * u - 1) * np.sqrt(1 - (2 * v - 1) ** 2 / 2),
                0.4 * (2 * v - 1) * np.sqrt(1 - (2 * u - 1) ** 2 / 2),
                np.full_like(u, 0.0015),
            ],
            -1,
        ),
        20,
        20,
    )
    picture.add(paint(textures.linen(rng, "#ddd3bf"), 0.9, scale=3), cloth_)
    for i in range(7):
        a = np.radians(i * 360 / 7 + 14)
        saucer = turned_profile(
            [(0, 0), (0.035, 0), (0.07, 0.012), (0.069, 0.014), (0.035, 0.004), (0, 0.003)]
        )
        at = (0.42 * np.cos(a), 0.42 * np.sin(a))
        picture.put(moved([(glaze(rng), saucer)], *at, 0.002))
        picture.put(moved(mug(rng), *at, 0.005, i * 70, rng.uniform(0.72, 0.95)))
    picture.put(moved(plate(rng), 0.05, 0.02, 0.002))
    for i in range(13):
        a, r = i * 2.4, 0.075 * np.sqrt(i / 13)
        biscuit = turned_profile(
            [(0, 0), (0.03, 0), (0.034, 0.004), (0.031, 0.009), (0, 0.01)], 40, 3
        )
        picture.add(
            paint(
                textures.blend("#a86f36", "#d9a763", 0.5 + 0.25 * textures.noise(128, rng, 1.5)),
                0.85,
            ),
            biscuit.turned(float(rng.uniform(-12, 12)), "x").moved(
                0.05 + r * np.cos(a),
                0.02 + r * np.sin(a),
                0.012 + 0.008 * (i > 7) + 0.006 * rng.random(),
            ),
        )
    card = Canvas(400, 300, "#f6f0e0")
    card.text(200, 150, "Thursday", 84, "#6a2f1f", "hand", 600, "centre")
    card.text(200, 225, "three o'clock", 56, "#6a2f1f", "hand", 500, "centre")
    front = panel(0.11, 0.08).turned(-16, "x")
    picture.put(
        moved(
            [
                (paint(printed(card.picture()), 0.9), front),
                (paint("#efe6d2", 0.9), panel(0.11, 0.08).turned(16, "x").moved(y=0.045)),
            ],
            -0.16,
            -0.14,
            0.002,
            -12,
        )
    )
    window(picture, -1, 1.5)
    picture.scene.lamp((-2.2, -1.2, 2.0), (0, 0, 0), (1.6, 1.6), "#fff1dc", 9)
    return picture


def chair(rng: Rng) -> Thing:
    """A plain wooden chair."""
    timber = paint(textures.wood(rng, "#7a5232", "#4c301c", 256), 0.5, scale=1.5)
    seat = box(0.42, 0.4, 0.035, 0.015).moved(z=0.43)
    legs = [
        rod((x, y, 0), (x * 0.92, y * 0.92, 0.43), 0.018)
        for x in (-0.18, 0.18)
        for y in (-0.17, 0.17)
    ]
    back = [rod((x, 0.18, 0.44), (x * 1.05, 0.25, 0.92), 0.016) for x in (-0.18, -0.06, 0.06, 0.18)]
    top = tube([(-0.22, 0.24, 0.9), (0, 0.27, 0.93), (0.22, 0.24, 0.9)], 0.026, 12)
    return [(timber, seat), (timber, joined([*legs, *back])), (timber, top)]
