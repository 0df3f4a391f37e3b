"""Set piece: a bridge of paper that fell."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import box, rod, sheet
from ..picture import Picture
from ..studio import Camera
from ..things.basics import Array, Rng, moved
from ..things.food import apple


def paper_bridge(rng: Rng) -> Picture:
    """A paper bridge between two tables, its middle folded down; apples on the floor."""
    picture = Picture(
        Camera((0.35, -2.5, 1.0), (0.0, 0.0, 0.52), 46, blur=0.012),
        film=Film(key=0.21, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a98a62", "#755a3c", boards=8), 0.5, scale=0.35),
        box(8, 8, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#d6cbb2"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=1.2)
    )
    timber = paint(textures.wood(rng, "#b8834c", "#7d5427", boards=3), 0.4, coat=0.2, scale=0.9)
    for side in (-1, 1):
        picture.add(timber, box(0.8, 0.7, 0.035, 0.006).moved(side * 0.8, 0.1, 0.72))
        for dx in (-0.34, 0.34):
            for y in (-0.18, 0.38):
                picture.add(timber, box(0.05, 0.05, 0.72, 0.004).moved(side * 0.8 + dx, y))
    white = paint("#f2eee2", 0.9)

    def deck(u: Array, v: Array) -> Array:
        x = (u - 0.5) * 1.1
        sag = np.clip(1 - np.abs(x) / 0.4, 0, 1)
        return np.stack(
            [
                x * (1 - 0.12 * sag),
                -0.02 + (v - 0.5) * 0.2,
                0.775 - 0.3 * sag + 0.012 * np.sin(u * 40) * (sag > 0),
            ],
            -1,
        )

    picture.add(white, sheet(deck, 6, 120))
    for y in (-0.1, 0.06):
        for k in range(15):
            x = -0.5 + k * 0.071
            sag = max(0.0, 1 - abs(x) / 0.4)
            z = 0.78 - 0.3 * sag
            end = x + 0.071
            far = 0.78 - 0.3 * max(0.0, 1 - abs(end) / 0.4)
            top = 0.11 * (1 - 0.4 * sag)
            picture.add(
                white,
                rod(
                    (x * (1 - 0.12 * sag), y, z),
                    (x + 0.035, y + rng.normal(0, 0.008), z + top),
                    0.008,
                    10,
                ),
                rod((x + 0.035, y, z + top), (end, y, far), 0.008, 10),
            )
    for _ in range(7):
        a = rng.uniform(-0.45, 0.55)
        picture.put(moved(apple(rng), a, rng.uniform(-0.5, 0.15), 0.0, rng.uniform(0, 360), 1.05))
    picture.put(moved(apple(rng), 0.02, -0.02, 0.475, 30))
    for x in (-0.75, -0.66):
        picture.put(moved(apple(rng), x, 0.05, 0.755, 30))
    picture.scene.lamp((-2.2, -2.2, 2.1), (0, 0, 0.5), (1.4, 1.6), "#fff3e0", 18)
    picture.scene.lamp((2.5, -2.6, 1.4), (0, 0, 0.5), (1.4, 1.4), "#bcd0e6", 3)
    picture.scene.glow("#d3dce6", 0.2)
    return picture
