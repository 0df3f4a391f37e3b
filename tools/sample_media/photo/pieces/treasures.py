"""Set pieces: a captain's board with a knotted string, and a pearl diver's box."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, disc, polygon, segment
from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import ball, box, joined, rod, sheet, tube, turned_profile
from ..picture import Picture, indoors, medallion, printed
from ..studio import Camera
from ..things.basics import BRASS, Array, Rng, Thing, moved
from ..things.finds import cloth


def kamal(rng: Rng) -> Picture:
    """A palm-sized board with a knotted string from its middle."""
    picture = Picture(
        Camera((0.05, -0.4, 0.3), (0.015, -0.005, 0.01), 31, blur=0.006),
        film=Film(key=0.19, contrast=1.25),
    )
    indoors(picture, rng, "#7f6a52", "#6a4327", power=0.8)
    picture.put(moved(cloth(rng, "#7f2f28", 0.46, 0.4, 0.008), 0.02, 0.02, 0, 12))
    picture.add(
        paint(textures.wood(rng, "#b98450", "#7a4c26", 512), 0.4, coat=0.25, scale=9),
        box(0.085, 0.062, 0.007, 0.002).turned(-14).moved(-0.03, 0.03, 0.012),
    )
    t = np.linspace(0, 1, 26)
    spiral = np.column_stack(
        [
            -0.03 + 0.11 * t + 0.04 * np.sin(t * 9),
            0.03 - 0.11 * t + 0.045 * np.cos(t * 8) - 0.045,
            0.02 - 0.006 * t,
        ]
    )
    cord = paint("#e3d6ba", 0.95)
    picture.add(cord, tube(spiral, 0.0016, 8))
    for i in (5, 9, 12, 16, 19, 22):
        picture.add(cord, ball(0.0042, 12).scaled(1, 1.2, 0.9).moved(*spiral[i]))
    picture.put(moved(_compass(), 0.14, 0.1, 0.01))
    return picture


def _compass() -> Thing:
    face = Canvas(300, 300, "#efe6d0")
    face.stroke(disc(150, 150, 138), "#5a4630", 5)
    for k in range(16):
        a = k * np.pi / 8
        face.stroke(
            segment(
                150 + 118 * np.cos(a),
                150 + 118 * np.sin(a),
                150 + 136 * np.cos(a),
                150 + 136 * np.sin(a),
            ),
            "#5a4630",
            4,
        )

    face.fill(polygon([(150, 36), (166, 150), (134, 150)]), "#b8301f")
    face.fill(polygon([(150, 264), (166, 150), (134, 150)]), "#2b2b2b")
    dial = medallion(0.036).turned(-90, "x").moved(0, 0, 0.0145)
    return [
        (
            BRASS,
            turned_profile(
                [
                    (0, 0),
                    (0.04, 0),
                    (0.042, 0.014),
                    (0.04, 0.018),
                    (0.037, 0.018),
                    (0.036, 0.013),
                    (0, 0.013),
                ],
                smooth=3,
            ),
        ),
        (paint(printed(face.picture()), 0.7), dial),
    ]


def pearl_box(rng: Rng) -> Picture:
    """A small open box on red cloth, a brass scale, three oyster shells, a nose clip of bone."""
    picture = Picture(
        Camera((-0.08, -0.66, 0.46), (-0.01, 0.02, 0.05), 48, blur=0.006),
        film=Film(key=0.16, contrast=1.3),
    )
    indoors(picture, rng, "#5a4436", "#5c3a22", power=0.85)
    picture.put(cloth(rng, "#7d2220", 0.8, 0.6, 0.014))
    teak = paint(textures.wood(rng, "#8a5730", "#4f2d16", 512), 0.3, coat=0.4, scale=5)
    for x, y, w, d in (
        (0, -0.06, 0.2, 0.008),
        (0, 0.06, 0.2, 0.008),
        (-0.1, 0, 0.008, 0.128),
        (0.1, 0, 0.008, 0.128),
    ):
        picture.put(moved([(teak, box(w, d, 0.06, 0.002))], x - 0.09, y + 0.05, 0.012))
    picture.add(paint("#6f1f22", 0.95, sheen=0.8), box(0.19, 0.12, 0.02).moved(-0.09, 0.05, 0.013))
    lid = box(0.204, 0.008, 0.13, 0.002).turned(-18, "x").moved(-0.09, 0.118, 0.07)
    picture.add(teak, lid)
    pearl = paint("#efe6dc", 0.12, coat=1.0, sheen=0.5)
    for _ in range(9):
        picture.add(
            pearl,
            ball(float(rng.uniform(0.004, 0.008)), 16).moved(
                -0.09 + rng.uniform(-0.07, 0.07), 0.05 + rng.uniform(-0.04, 0.04), 0.04
            ),
        )
    picture.put(moved(_balance(), 0.13, 0.1, 0.012, -16))
    for i, (x, y) in enumerate([(0.07, -0.07), (0.155, -0.05), (-0.01, -0.1)]):
        picture.put(moved(_oyster(rng), x, y, 0.02, i * 70 + 20))
    picture.add(pearl, ball(0.0075, 16).moved(0.07, -0.07, 0.035))
    clip = tube(
        [
            (-0.018, 0.0, 0.006),
            (-0.02, 0.012, 0.007),
            (0.0, 0.026, 0.008),
            (0.02, 0.012, 0.007),
            (0.018, 0.0, 0.006),
        ],
        [0.004, 0.0045, 0.005, 0.0045, 0.004],
        10,
    )
    picture.put(moved([(paint("#e3d8bd", 0.4, coat=0.3), clip)], -0.16, -0.08, 0.014, 30))
    return picture


def _oyster(rng: Rng) -> Thing:
    ridge = textures.noise(128, rng, 2.2)

    def place(u: Array, v: Array) -> Array:
        a, r = u * 2 * np.pi, v
        edge = (
            1
            + 0.07 * np.sin(a * 7 + 2)
            + 0.05 * ridge[(u * 127).astype(int), (v * 127).astype(int)]
        )
        return np.stack(
            [
                np.cos(a) * r * 0.038 * edge,
                np.sin(a) * r * 0.03 * edge,
                0.002
                + 0.016 * r**2.2
                + 0.002 * ridge[(v * 127).astype(int), (u * 127).astype(int)] * r,
            ],
            -1,
        )

    inside = textures.blend("#d8cfd0", "#f2e8e4", 0.5 + 0.4 * textures.noise(128, rng, 2.6))
    return [
        (paint(inside, 0.18, coat=0.9), sheet(place, 30, 60)),
        (paint("#6f6458", 0.9), sheet(place, 30, 60).scaled(1.03, 1.03, 1.0).moved(z=-0.003)),
    ]


def _balance() -> Thing:
    pan = turned_profile(
        [(0, 0), (0.016, 0.001), (0.027, 0.008), (0.026, 0.009), (0.015, 0.002), (0, 0.0012)]
    )
    parts = [
        turned_profile(
            [
                (0, 0),
                (0.03, 0),
                (0.028, 0.006),
                (0.006, 0.01),
                (0.004, 0.02),
                (0.004, 0.15),
                (0.006, 0.155),
                (0, 0.16),
            ]
        ),
        rod((-0.075, 0, 0.152), (0.075, 0, 0.146), 0.0028),
        pan.moved(-0.075, 0, 0.06),
        pan.moved(0.075, 0, 0.054),
    ]
    for x, low, top in ((-0.075, 0.066, 0.152), (0.075, 0.06, 0.146)):
        parts += [
            rod((x, 0, top), (x + 0.025 * np.cos(a), 0.025 * np.sin(a), low), 0.0006, 6)
            for a in (0.5, 2.6, 4.7)
        ]
    return [(BRASS, joined(parts))]
