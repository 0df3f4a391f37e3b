"""Set pieces: a game of tides with boats of cork, and a folded manual."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, disc, flowing, segment
from ...canvas import box as drawn_box
from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import box, cut_out, joined, rod, sheet, tube
from ..picture import Picture, indoors, printed
from ..studio import Camera
from ..things.basics import BRASS, Rng, Thing, moved


def tide_game(rng: Rng) -> Picture:
    """A hand-made board of eight rows, the lower ones blue, with small cork boats."""
    picture = Picture(
        Camera((-0.14, -0.66, 0.44), (0.0, 0.0, 0.0), 33, blur=0.006),
        film=Film(key=0.21, contrast=1.2),
    )
    indoors(picture, rng, "#a9bcc0", "#a9764a")
    picture.add(
        paint(textures.wood(rng, "#caa06a", "#8f6535"), 0.5, scale=2.2),
        box(0.4, 0.42, 0.018, 0.004),
    )
    for row in range(8):
        for column in range(6):
            wet = row < 4
            tint = (
                ("#2f6f9c" if (row + column) % 2 else "#3f83ad")
                if wet
                else ("#d8b57f" if (row + column) % 2 else "#c79f64")
            )
            field = textures.plaster(rng, tint, 64, 0.07)
            picture.add(
                paint(field, 0.55, scale=6),
                box(0.058, 0.0455, 0.003, 0.001).moved(
                    (column - 2.5) * 0.06, (row - 3.5) * 0.0475, 0.0175
                ),
            )
    spots = [
        (0, 1),
        (2, 0),
        (3, 2),
        (5, 1),
        (1, 3),
        (4, 4),
        (0, 6),
        (2, 5),
        (3, 7),
        (5, 6),
        (1, 7),
        (4, 2),
    ]
    for i, (column, row) in enumerate(spots):
        picture.put(
            moved(
                _cork_boat(rng, "#c2412d" if i % 2 else "#f0ead8"),
                (column - 2.5) * 0.06,
                (row - 3.5) * 0.0475,
                0.02,
                rng.normal(0, 22),
            )
        )
    picture.put(moved(_cork_boat(rng, "#c2412d"), 0.27, -0.1, 0.0, 60))
    return picture


def _cork_boat(rng: Rng, sail: str) -> Thing:
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    outline = np.stack([0.021 * np.cos(t), 0.0115 * np.sin(t) * (1 - 0.35 * np.cos(t))], 1)
    cork = textures.blend("#9a6c3f", "#cfa06a", 0.55 + 0.3 * textures.noise(128, rng, 0.9))
    cloth_ = sheet(
        lambda u, v: np.stack(
            [0.001 + u * (1 - v) * 0.02, 0.006 * np.sin(u * 2.5) * (1 - v), 0.016 + v * 0.034], -1
        ),
        10,
        10,
    )
    return [
        (paint(cork, 0.9, scale=20), cut_out(outline, 0.012)),
        (paint("#c9a26a", 0.6), rod((0, 0, 0.01), (0, 0, 0.054), 0.0011)),
        (paint(sail, 0.8), cloth_),
    ]


def folded_page(rng: Rng) -> Picture:
    """A folded sheet on the lid of a wooden box: a sun, a pot, the number 90."""
    picture = Picture(
        Camera((0.06, -0.62, 0.42), (0.0, 0.0, 0.15), 28, blur=0.006),
        film=Film(key=0.23, contrast=1.2),
    )
    indoors(picture, rng, "#c9b59a", "#7d5230")
    picture.add(
        paint(textures.wood(rng, "#c79a62", "#94652f", boards=3), 0.5, scale=1.6),
        box(0.46, 0.36, 0.15, 0.006),
    )
    face = Canvas(620, 880, "#f4ecd9")
    face.fill(disc(310, 250, 96), "#e0982f")
    for k in range(16):
        a = k * np.pi / 8
        face.stroke(
            segment(
                310 + 122 * np.cos(a),
                250 + 122 * np.sin(a),
                310 + 172 * np.cos(a),
                250 + 172 * np.sin(a),
            ),
            "#e0982f",
            16,
        )
    face.fill(drawn_box(205, 500, 210, 130, 22), "#2b211a")
    face.fill(drawn_box(180, 484, 260, 22, 11), "#2b211a")
    face.fill(disc(310, 474, 16), "#2b211a")
    face.stroke(flowing([(190, 540), (150, 545), (160, 590), (204, 592)]), "#2b211a", 12)
    face.text(310, 812, "90", 170, "#c2512b", "serif", 700, "centre")
    art = printed(face.picture())
    fold = sheet(
        lambda u, v: np.stack(
            [
                (u - 0.5) * 0.155,
                (v - 0.5) * 0.22,
                0.154 + 0.016 * (1 - u) ** 2 + 0.003 * np.sin(v * 3),
            ],
            -1,
        ),
        4,
        24,
    )
    under = sheet(
        lambda u, v: np.stack(
            [(u - 0.5) * 0.156, (v - 0.5) * 0.221, 0.1515 + 0.007 * (1 - u) ** 2], -1
        ),
        4,
        24,
    )
    picture.put(moved([(paint(art, 0.9), fold), (paint("#e6dcc4", 0.9), under)], -0.02, 0.0, 0, -9))
    picture.put(moved(_key_on_string(), 0.17, -0.09, 0.152, 30))
    return picture


def _key_on_string() -> Thing:
    ring = tube(
        [(0.012 * np.cos(a), 0.012 * np.sin(a), 0.002) for a in np.linspace(0, 2 * np.pi, 16)],
        0.0022,
        8,
    )
    bits = [
        rod((0.012, 0, 0.002), (0.05, 0, 0.002), 0.002),
        box(0.004, 0.01, 0.003, 0.001).moved(0.047, -0.006),
        box(0.004, 0.008, 0.003, 0.001).moved(0.039, -0.005),
    ]
    return [(BRASS, ring), (BRASS, joined(bits))]
