"""Set pieces: a boat of plywood before it is a boat, and the model of a ship."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..darkroom import Film
from ..hulls import gunwale, hull, seam
from ..materials import metal, paint
from ..meshes import box, joined, rod, tube
from ..picture import Picture, panel
from ..studio import Camera
from ..things.basics import BRASS, Rng, Thing, moved
from .bench import bench


def stitched_panels(rng: Rng) -> Picture:
    """Plywood panels wired into a hull on trestles, copper ends along every seam."""
    picture = Picture(
        Camera((1.25, -1.75, 1.45), (-0.1, 0.0, 0.62), 62, blur=0.012),
        film=Film(key=0.15, contrast=1.3),
    )
    _shed(picture, rng)
    body = hull(2.6, 1.1, 0.42, stern=0.7, chine=1.7, sheer=0.3).moved(z=0.6)
    ply = paint(textures.wood(rng, "#d3a66c", "#ab7a42", boards=0), 0.6, scale=0.7)
    picture.add(ply, body)
    for row in (0, 9, 20, 31, 40):
        line = seam(body, row)
        if row in (9, 20, 31):
            picture.add(paint("#7d5a36", 0.8), tube(line[::6], 0.004, 6))
            for i in range(2, 78, 2):
                at = line[i]
                out = np.array([0.0, np.sign(at[1]) * 0.4 if row != 20 else 0.0, -0.9])
                inward = np.array([0, 0, 1.0])
                curl = [
                    at + out * 0.012,
                    at + out * 0.045 + rng.normal(0, 0.006, 3),
                    at + out * 0.07 + rng.normal(0, 0.012, 3),
                ]
                picture.add(metal("Cu", 0.18), tube([at + inward * 0.03, *curl], 0.0028, 6))
                picture.add(
                    metal("Cu", 0.18),
                    tube(
                        [
                            at + inward * 0.002,
                            at + inward * 0.035 + rng.normal(0, 0.004, 3),
                            at + inward * 0.05 + rng.normal(0, 0.012, 3),
                        ],
                        0.0028,
                        6,
                    ),
                )
    for x in (-0.75, 0.65):
        picture.put(moved(_trestle(rng), x, 0, 0, 90))
    return picture


def _shed(picture: Picture, rng: Rng) -> None:
    """A boat shed: plank floor and wall, light through a wide door."""
    picture.add(
        paint(textures.wood(rng, "#8a7a68", "#5f5244", boards=9), 0.85, scale=0.3),
        box(30, 14, 0.02).moved(z=-0.02),
    )
    wall = paint(textures.wood(rng, "#8f8069", "#5a4d3d", boards=8).swapaxes(0, 1), 0.9, scale=0.4)
    picture.add(wall, panel(30, 6).moved(0, 3.0, 0))
    picture.scene.lamp((-3.2, -1.4, 2.4), (0, 0, 0.6), (2.2, 2.4), "#fff4e4", 11)
    picture.scene.lamp((3.4, -2.2, 2.0), (0, 0, 0.6), (1.6, 1.6), "#c3d3e6", 2.5)
    picture.scene.glow("#cfd8e2", 0.2)
    rope = tube(
        [
            (1.9 + 0.2 * np.cos(t), 2.9, 1.6 + 0.24 * np.sin(t) - 0.02 * t)
            for t in np.linspace(0, 20, 70)
        ],
        0.016,
        8,
        1,
    )
    picture.add(paint("#c9b083", 0.95), rope)
    oars = [
        rod((-1.7 + 0.16 * i, 2.85, 0.0), (-1.62 + 0.14 * i, 2.92, 2.3), 0.022) for i in range(3)
    ]
    picture.add(paint("#c08a4a", 0.4, coat=0.4), *oars)


def _trestle(rng: Rng) -> Thing:
    timber = paint(textures.wood(rng, "#b58a55", "#7f5a30", 256), 0.7, scale=1.5)
    legs = [rod((x * 0.75, 0, 0.6), (x, y, 0), 0.022) for x in (-0.5, 0.5) for y in (-0.22, 0.22)]
    return [(timber, box(1.1, 0.09, 0.07, 0.006).moved(z=0.56)), (timber, joined(legs))]


def model_ship(rng: Rng) -> Picture:
    """The hull of a small wooden ship on a bench, its bow a little bent to the right."""
    picture = Picture(
        Camera((0.62, -0.78, 0.42), (0.0, 0.02, 0.1), 40, blur=0.009),
        film=Film(key=0.17, contrast=1.25),
    )
    bench(picture, rng, 0.9)
    body = hull(0.62, 0.18, 0.1, stern=0.55, sheer=0.75, bend=-0.028, rise=0.5).moved(z=0.045)
    picture.add(
        paint(textures.wood(rng, "#c08a50", "#7f5228", boards=14), 0.5, coat=0.2, scale=1.0), body
    )
    picture.add(paint("#6d4424", 0.5), gunwale(body, 0.0042))
    for row in range(3, 20, 3):
        picture.add(
            paint("#5f3c1e", 0.7),
            tube(seam(body, row)[::5], 0.0009, 5),
            tube(seam(body, 40 - row)[::5], 0.0009, 5),
        )
    for x in np.linspace(-0.24, 0.2, 12):
        rib = [(x, y, 0.05 + 0.1 * (abs(y) / 0.085) ** 2.1) for y in np.linspace(-0.076, 0.076, 11)]
        picture.add(paint("#b07d48", 0.6), tube(rib, 0.003, 6))
    picture.add(
        paint("#8a5a30", 0.5),
        tube(
            [
                (-0.31, 0, 0.05),
                (0, 0, 0.042),
                (0.25, -0.006, 0.06),
                (0.37, -0.024, 0.2),
                (0.4, -0.03, 0.26),
            ],
            0.005,
            8,
        ),
    )
    for x in (-0.16, 0.14):
        picture.add(
            paint(textures.wood(rng, "#a3774c", "#6d4a29", 128), 0.7),
            box(0.03, 0.16, 0.045, 0.003).moved(x),
        )
    picture.put(moved(_chisel(), 0.2, -0.2, 0.008, 160))
    for _ in range(26):
        t = np.linspace(0, rng.uniform(5, 11), 30)
        curl = np.stack([0.007 * np.cos(t), t * 0.0016, 0.007 + 0.007 * np.sin(t)], 1)
        a = rng.uniform(0, 6.28)
        shaving = (
            tube(curl, 0.0011, 5, 1)
            .turned(float(np.degrees(a)))
            .moved(rng.normal(0.05, 0.2), -0.17 + rng.normal(0, 0.06), 0.0)
        )
        picture.add(paint("#dcb57f", 0.8), shaving)
    picture.put(
        moved([(paint("#e9e1cc", 0.95), box(0.3, 0.21, 0.001, 0.0003))], -0.28, -0.12, 0.0, 20)
    )
    return picture


def _chisel() -> Thing:
    return [
        (
            paint("#b5793f", 0.35, coat=0.5),
            tube([(0, 0, 0), (0.05, 0, 0), (0.1, 0, 0)], [0.009, 0.011, 0.008], 14),
        ),
        (BRASS, rod((0.1, 0, 0), (0.108, 0, 0), 0.0085)),
        (metal("Al", 0.12), box(0.12, 0.014, 0.003, 0.0008).moved(0.17, 0, -0.0015)),
    ]
