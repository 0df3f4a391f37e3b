"""Set pieces: an old radio with its back off, and the labels tied to its parts."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, disc
from .. import textures
from ..darkroom import Film
from ..materials import film, metal, paint
from ..meshes import box, rod, sheet, tube, turned_profile
from ..picture import Picture, indoors, printed
from ..studio import Camera
from ..things.basics import Rng, Thing, moved, tipped


def tag(rng: Rng, words: str) -> Thing:
    """A paper label on a loop of string, lying flat."""
    face = Canvas(220, 120, "#f2e6c8")
    face.fill(disc(24, 60, 9), "#6a5238")
    face.stroke(disc(24, 60, 12), "#b8472f", 4)
    face.text(128, 78, words, 54, "#2a2530", "hand", 600, "centre")
    paper = sheet(
        lambda u, v: np.stack(
            [(u - 0.5) * 0.05, (v - 0.5) * 0.027, 0.001 + 0.003 * np.sin(u * 3)], -1
        ),
        2,
        10,
    )
    loop = tube(
        [
            (-0.02, 0, 0.002),
            (-0.045, rng.normal(0, 0.01), 0.006),
            (-0.07, rng.normal(0, 0.016), 0.002),
            (-0.04, rng.normal(0, 0.01), 0.003),
            (-0.02, 0, 0.003),
        ],
        0.0006,
        6,
    )
    return [(paint(printed(face.picture()), 0.9), paper), (paint("#d9cbb0", 0.9), loop)]


LABELS = (
    "C3 ?",
    "R7",
    "to V2",
    "hum",
    "470k",
    "ok",
    "you",
    "C1",
    "red",
    "tube 1",
    "do not",
    "GND",
    "why",
    "R2",
    "new",
)


def labels(rng: Rng) -> Picture:
    """A heap of paper labels on strings, close up."""
    picture = Picture(
        Camera((0.03, -0.3, 0.2), (0.0, 0.0, 0.012), 34, blur=0.006, focus=0.34),
        film=Film(key=0.2, contrast=1.25, warmth=0.05),
    )
    indoors(picture, rng, "#8a6a48", "#7d4f2c", power=0.5)
    picture.scene.lamp((0.5, 0.35, 0.6), (0, 0, 0), (0.25, 0.25), "#ffc57d", 32)
    for i in range(34):
        ring = 0.095 * np.sqrt(rng.random())
        a = rng.uniform(0, 2 * np.pi)
        thing = tipped(tag(rng, LABELS[i % len(LABELS)]), float(rng.normal(0, 14)))
        picture.put(
            moved(
                tipped(thing, float(rng.normal(0, 9)), "y"),
                ring * np.cos(a),
                ring * np.sin(a),
                0.006 + 0.026 * (1 - ring / 0.095) * rng.random(),
                rng.normal(0, 70),
            )
        )
    return picture


def radio(rng: Rng) -> Picture:
    """An old wooden radio lying on its face, its back off, glass tubes and labelled parts under a warm lamp."""
    picture = Picture(
        Camera((0.12, -0.62, 0.88), (0.0, 0.0, 0.03), 46, blur=0.006),
        film=Film(key=0.19, contrast=1.25, warmth=0.04),
    )
    indoors(picture, rng, "#6f5a44", "#8f6238", power=0.3)
    picture.scene.lamp((0.3, 0.15, 0.95), (0, 0, 0.05), (0.3, 0.3), "#ffc27c", 40)
    walnut = paint(textures.wood(rng, "#7a4524", "#3f2110"), 0.25, coat=0.7, scale=2)
    wide, deep, high = 0.5, 0.34, 0.11
    for x, y, w, d in (
        (0, -deep / 2, wide, 0.016),
        (0, deep / 2, wide, 0.016),
        (-wide / 2, 0, 0.016, deep),
        (wide / 2, 0, 0.016, deep),
    ):
        picture.add(walnut, box(w + 0.004, d + 0.004, high, 0.006).moved(x, y))
    picture.add(paint("#2b2017", 0.9), box(wide, deep, 0.012))
    picture.add(
        paint("#7d7f80", 0.4, metal=0.7), box(0.4, 0.16, 0.06, 0.006).moved(-0.02, -0.07, 0.012)
    )
    cone = turned_profile(
        [(0.02, 0.03), (0.045, 0.05), (0.085, 0.1), (0.092, 0.1)], smooth=4
    ).moved(0.12, 0.07, 0.015)
    picture.add(paint("#4a3a2a", 0.9), cone)
    picture.add(
        metal("Cu", 0.3),
        turned_profile([(0, 0.0), (0.035, 0), (0.035, 0.05), (0, 0.05)], smooth=0).moved(
            0.12, 0.07, 0.05
        ),
    )
    for i, x in enumerate((-0.17, -0.1, -0.02, 0.06)):
        tall = 0.08 + 0.02 * (i % 2)
        glass_ = turned_profile(
            [(0.018, 0), (0.019, tall * 0.6), (0.012, tall * 0.85), (0.004, tall), (0, tall)], 40, 5
        ).moved(x, -0.07, 0.072)
        picture.add(film("#efe9df"), glass_)
        picture.add(
            paint("#1d1a18", 0.4),
            turned_profile([(0, 0), (0.02, 0), (0.02, 0.018), (0, 0.018)], smooth=0).moved(
                x, -0.07, 0.07
            ),
        )
        picture.add(
            metal("Al", 0.3),
            turned_profile(
                [(0, 0.02), (0.009, 0.02), (0.009, tall * 0.66), (0, tall * 0.66)], smooth=0
            ).moved(x, -0.07, 0.072),
        )
    for _ in range(9):
        x, y = rng.uniform(-0.22, 0.02), rng.uniform(0.04, 0.14)
        tint = str(rng.choice(["#b8862f", "#7a2f1f", "#2f4a5e", "#c9b58a"]))
        picture.add(
            paint(tint, 0.4, coat=0.3),
            rod(
                (x - 0.02, y, 0.03),
                (x + 0.02, y + rng.normal(0, 0.01), 0.03),
                float(rng.uniform(0.006, 0.012)),
            ),
        )
    for _ in range(18):
        a = np.array([rng.uniform(-0.22, 0.2), rng.uniform(-0.14, 0.14), 0.06])
        b = np.array([rng.uniform(-0.22, 0.2), rng.uniform(-0.14, 0.14), 0.05])
        wire = tube([a, (a + b) / 2 + [0, 0, rng.uniform(0.02, 0.07)], b], 0.0016, 6)
        picture.add(
            paint(str(rng.choice(["#b8402f", "#d9a53a", "#2f5a3f", "#3f4f6f", "#d8cfbd"])), 0.5),
            wire,
        )
    for i in range(12):
        at = (rng.uniform(-0.22, 0.22), rng.uniform(-0.15, 0.13), high * rng.uniform(0.55, 1.0))
        picture.put(
            moved(
                tipped(tag(rng, LABELS[i]), float(rng.normal(20, 18))), *at, turn=rng.normal(0, 40)
            )
        )
    for i in range(4):
        picture.put(
            moved(
                tag(rng, LABELS[i + 8]),
                rng.uniform(-0.3, 0.34),
                -0.25 + rng.normal(0, 0.02),
                0.002,
                rng.normal(0, 40),
            )
        )
    picture.put(moved(_screwdriver(), 0.25, -0.26, 0.009, 24))
    return picture


def _screwdriver() -> Thing:
    grip = turned_profile(
        [(0, 0), (0.01, 0.002), (0.0125, 0.02), (0.0115, 0.06), (0.0075, 0.08), (0.006, 0.085)]
    ).turned(90, "y")
    return [
        (paint("#c2412d", 0.25, coat=0.7), grip),
        (metal("Al", 0.15), rod((0.085, 0, 0), (0.19, 0, 0), 0.0026)),
    ]
