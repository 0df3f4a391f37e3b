"""Set pieces from kitchens: dumplings, pinches of salt, two plates of potatoes."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas
from ...canvas import box as drawn_box
from .. import textures
from ..darkroom import Film
from ..materials import leaf, metal, paint
from ..meshes import ball, box, leaves, rod, sheet, turned_profile
from ..nature import foliage
from ..picture import Picture, indoors, printed, window
from ..studio import Camera
from ..things.basics import Array, Rng, Thing, glaze, moved
from ..things.finds import cloth
from ..things.pots import mug


def dumplings(rng: Rng) -> Picture:
    """Rows of dumplings on a floured table, crooked ones first."""
    picture = Picture(
        Camera((0.0, -0.52, 0.66), (0.0, 0.05, 0.0), 54, blur=0.005, focus=0.8),
        film=Film(key=0.24, contrast=1.2),
    )
    flour = np.clip(textures.noise(512, rng, 2.0) * 0.28 + 0.32, 0, 0.9)[..., None]
    board = textures.wood(rng, "#b07d4c", "#7d5230", 512, boards=3) * (
        1 - flour
    ) + flour * textures.colour("#f3ede0")
    picture.add(paint(board, 0.8, scale=0.8), box(1.6, 1.1, 0.03).moved(y=0.1, z=-0.03))
    picture.add(paint(textures.plaster(rng, "#8a6a4c"), 0.95), box(5, 0.02, 2).moved(y=0.9, z=-0.6))
    dough = paint(textures.plaster(rng, "#e8dcc0", rough=0.05), 0.5, coat=0.08)
    for row in range(8):
        for column in range(8):
            mess = max(0.0, 1 - row / 5)
            shape = _dumpling(rng, 0.03 * (1 + rng.normal(0, 0.08) * mess), 0.6 + 0.4 * mess)
            picture.put(
                moved(
                    [(dough, shape)],
                    (column - 3.5) * 0.082 + rng.normal(0, 0.011) * mess,
                    -0.2 + row * 0.072 + rng.normal(0, 0.009) * mess,
                    0,
                    rng.normal(0, 26) * mess + rng.normal(0, 3),
                )
            )
    picture.put(moved(_rolling_pin(rng), 0.02, 0.42, 0.0, 8))
    picture.put(
        moved(
            [
                (
                    glaze(rng),
                    turned_profile(
                        [(0, 0), (0.04, 0), (0.075, 0.05), (0.072, 0.05), (0.04, 0.01), (0, 0.008)]
                    ),
                )
            ],
            -0.36,
            0.33,
        )
    )
    window(picture, -1, 0.9)
    return picture


def _dumpling(rng: Rng, size: float, mess: float) -> object:
    phase = rng.uniform(0, 6)

    def place(u: Array, v: Array) -> Array:
        along = (u - 0.5) * 2
        half = np.sqrt(np.clip(1 - along**2, 0, 1))
        angle = (v - 0.5) * np.pi * 1.02
        pleat = 0.06 * np.sin(along * 22 + phase) * np.exp(-((v - 0.5) ** 2) / 0.015)
        body = 0.62 * half**0.7
        x = along * 1.05 + 0.03 * np.sin(phase + along * 3) * mess
        y = np.sin(angle) * body * 0.95 + pleat * 0.6
        z = np.cos(angle) * body + 0.26 * np.exp(-((v - 0.5) ** 2) / 0.0035) * half**0.5 + pleat
        return np.stack([x, y + 0.22 * along**2, np.maximum(z, 0)], -1) * size

    return sheet(place, 41, 60)


def _rolling_pin(rng: Rng) -> Thing:
    timber = paint(textures.wood(rng, "#c99a62", "#94652f", 256), 0.45, scale=2)
    return [
        (timber, rod((-0.14, 0, 0.021), (0.14, 0, 0.021), 0.021)),
        (timber, rod((-0.19, 0, 0.021), (0.19, 0, 0.021), 0.009)),
    ]


def salt(rng: Rng) -> Picture:
    """A small scale, a steel tin of salt, rows of folded paper squares."""
    picture = Picture(
        Camera((0.12, -0.82, 0.44), (0.0, 0.02, 0.03), 39, blur=0.006),
        film=Film(key=0.2, contrast=1.2),
    )
    indoors(picture, rng, "#c4a987", "#8f5f38")
    white = paint("#f0ece0", 0.9)
    for row in range(4):
        for column in range(6):
            fold = 0.002 + 0.004 * rng.random()
            square = sheet(
                lambda u, v, f=fold: np.stack(
                    [(u - 0.5) * 0.036, (v - 0.5) * 0.036, 0.0015 + f * np.abs(u - v) * 1.4], -1
                ),
                6,
                6,
            )
            picture.put(
                moved(
                    [(white, square)],
                    -0.04 + column * 0.05,
                    -0.16 + row * 0.05,
                    0,
                    float(rng.normal(0, 7)),
                )
            )
            if row > 1 or column > 2:
                picture.add(
                    paint("#fbfaf6", 0.8),
                    ball(0.008, 12)
                    .scaled(1, 1, 0.35)
                    .moved(-0.04 + column * 0.05, -0.16 + row * 0.05, 0.006),
                )
    picture.put(moved(_kitchen_scale(rng), -0.2, -0.02, 0, 14))
    picture.put(moved(_tin(), -0.14, 0.17))
    picture.add(paint("#fbfaf6", 0.9), ball(0.04, 20).scaled(1, 1, 0.4).moved(-0.14, 0.17, 0.048))
    picture.put(moved(mug(rng), 0.26, 0.19, 0, 30))
    return picture


def _kitchen_scale(rng: Rng) -> Thing:
    face = Canvas(320, 200, "#1d2226")
    face.fill(drawn_box(30, 40, 260, 120, 8), "#b9c7a4")
    face.text(276, 132, "0.42 g", 62, "#1e261a", "mono", 600, "right")
    body = box(0.13, 0.15, 0.028, 0.006)
    screen = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.066, -0.068 + v * 0.036, np.full_like(u, 0.0288)], -1),
        2,
        2,
    )
    del rng
    return [
        (paint("#2a2f33", 0.4), body),
        (paint(printed(face.picture()), 0.3), screen),
        (
            metal("Al", 0.25),
            turned_profile(
                [(0, 0.034), (0.048, 0.034), (0.05, 0.031), (0.048, 0.028)], smooth=2
            ).moved(0, 0.024),
        ),
        (paint("#fbfaf6", 0.9), ball(0.01, 12).scaled(1.3, 1.1, 0.5).moved(0, 0.024, 0.036)),
    ]


def _tin() -> Thing:
    return [
        (
            metal("Al", 0.18),
            turned_profile(
                [
                    (0, 0),
                    (0.05, 0),
                    (0.052, 0.004),
                    (0.052, 0.07),
                    (0.05, 0.072),
                    (0.05, 0.07),
                    (0.049, 0.01),
                    (0, 0.008),
                ],
                smooth=3,
            ),
        )
    ]


def two_plates(rng: Rng) -> Picture:
    """Two plates on a wooden table: potatoes with oil, lemon and herbs; potatoes in cream with dill."""
    picture = Picture(
        Camera((0.0, -0.52, 0.62), (0.0, 0.0, 0.02), 44, blur=0.006),
        film=Film(key=0.22, contrast=1.2),
    )
    indoors(picture, rng, "#cdb99a", "#9a6a40")
    dish = turned_profile(
        [
            (0, 0),
            (0.08, 0),
            (0.125, 0.018),
            (0.142, 0.022),
            (0.14, 0.026),
            (0.12, 0.021),
            (0.08, 0.007),
            (0, 0.006),
        ]
    )
    for at, tint, cream in (((-0.05, 0.17), "#2f6f8f", False), ((0.05, -0.15), "#e6dfcf", True)):
        picture.add(paint(textures.clay(rng, tint), 0.2, coat=0.6), dish.moved(*at))
        for i in range(13):
            a, r = i * 2.4, 0.085 * np.sqrt(i / 13)
            lump = (
                ball(0.027, 24)
                .scaled(rng.uniform(1.0, 1.35), rng.uniform(0.85, 1.1), rng.uniform(0.7, 0.9))
                .turned(rng.uniform(0, 180))
            )
            skin = textures.blend("#d9b45f", "#f0dca0", 0.5 + 0.3 * textures.noise(128, rng, 1.6))
            picture.add(
                paint(
                    skin
                    if not cream
                    else textures.blend(
                        "#efe3c0", "#f8f1de", 0.5 + 0.3 * textures.noise(128, rng, 2)
                    ),
                    0.3,
                    coat=0.5,
                ),
                lump.moved(at[0] + r * np.cos(a), at[1] + r * np.sin(a), 0.028 + 0.016 * (i < 5)),
            )
        spots = np.column_stack(
            [
                at[0] + rng.normal(0, 0.045, 260),
                at[1] + rng.normal(0, 0.045, 260),
                0.05 + 0.014 * rng.random(260),
            ]
        )
        picture.add(leaf(foliage(rng, "#2f5a22", "#7fa043")), leaves(spots, 0.011, rng, 0.5))
        if cream:
            picture.add(
                paint("#f6f0e2", 0.25, coat=0.6), ball(0.1, 40).scaled(1, 1, 0.13).moved(*at, 0.02)
            )
        else:
            for k in range(3):
                wedge = rod(
                    (at[0] + 0.07 + 0.02 * k, at[1] - 0.06 + 0.03 * k, 0.03),
                    (at[0] + 0.075 + 0.02 * k, at[1] - 0.06 + 0.03 * k, 0.034),
                    0.022,
                    32,
                )
                picture.add(paint("#f0cf4a", 0.3, coat=0.4), wedge.turned(0))
            picture.add(
                paint("#c9a62f", 0.03, shine=0.9),
                ball(0.105, 30).scaled(1, 1, 0.05).moved(*at, 0.012),
            )
    picture.put(moved(cloth(rng, "#7f3a2c", 0.22, 0.34, 0.01), 0.27, 0.04, 0.0, 12))
    for x in (0.24, 0.27):
        picture.add(metal("Al", 0.16), rod((x, -0.12, 0.016), (x + 0.01, 0.08, 0.016), 0.004))
    return picture
