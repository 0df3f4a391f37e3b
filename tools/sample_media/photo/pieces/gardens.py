"""Set pieces in gardens: a sundial that is late, and two rows of date palms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...canvas import Canvas, polygon
from .. import textures
from ..darkroom import Film
from ..materials import leaf, paint
from ..meshes import Mesh, blades, box, leaves, sheet, tube, turned_profile
from ..nature import coloured, foliage, palm, relief, seen_ground, stood
from ..picture import Picture, printed
from ..sky import DESERT, NOON
from ..studio import Camera
from ..things.basics import Array, Rng
from .grounds import FACING
from .oven import lawn


def sundial(rng: Rng) -> Picture:
    """A slate disc on a low brick pillar in a garden, a bent brass rod throwing a thin shadow."""
    sky = replace(NOON, sun_turn=225, sun_height=44)
    picture = Picture(
        Camera((0.35, -1.35, 1.42), (0.0, 0.05, 0.78), 44, blur=0.012),
        film=Film(key=0.2, contrast=1.2, saturation=1.0),
        sky=sky,
    )

    lawn(picture, rng, (0.35, -1.35), tall=0.05)
    brick = textures.plaster(rng, "#a2563c", 64, 0.12)
    for layer in range(10):
        for k in (-1.5, -0.5, 0.5, 1.5):
            for half in (-0.5, 0.5):
                piece = box(0.196, 0.094, 0.066, 0.006).moved(half * 0.204, k * 0.102)
                picture.add(
                    paint(brick * rng.uniform(0.75, 1.15), 0.9),
                    piece.turned(90.0 * (layer % 2) + rng.normal(0, 0.4)).moved(
                        0, 0, layer * 0.075
                    ),
                )
    picture.add(paint("#b9b2a4", 0.95), box(0.39, 0.39, 0.75))
    face = Canvas(900, 900, "#4b525a")
    for k in range(13):
        a = np.radians(-170 + k * 13.3)
        face.stroke(
            polygon(
                [
                    (450 + 120 * np.cos(a), 560 + 120 * np.sin(a)),
                    (450 + 400 * np.cos(a), 560 + 400 * np.sin(a)),
                ],
                closed=False,
            ),
            "#c9ced2",
            4 if k % 3 else 8,
        )
    for k, numeral in enumerate(("VII", "IX", "XI", "XII", "I", "III", "V")):
        a = np.radians(-168 + k * 26)
        face.text(
            450 + 335 * np.cos(a) * 1.12,
            560 + 335 * np.sin(a) * 1.12 + 16,
            numeral,
            44,
            "#dfe3e6",
            "serif",
            600,
            "centre",
        )
    slate = textures.noise(900, rng, 1.8)
    top = printed(face.picture()) * (1 + 0.08 * slate[..., None])
    disc_ = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.62, (v - 0.5) * 0.62, np.full_like(u, 0.7915)], -1),
        2,
        2,
    )
    picture.add(
        paint("#454b52", 0.7),
        turned_profile(
            [(0, 0.75), (0.305, 0.75), (0.31, 0.755), (0.31, 0.785), (0.305, 0.79), (0, 0.79)],
            smooth=1,
        ),
    )
    picture.add(paint(np.clip(top, 0, 1), 0.65), _round(disc_))
    rod_ = tube(
        [(0, -0.075, 0.79), (0.0, -0.06, 0.85), (0.004, 0.02, 0.93), (0.0, 0.11, 0.99)], 0.0065, 10
    )
    picture.add(paint("#c9973f", 0.2, metal=1.0), rod_)
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.34, 0.75)
        _clump(picture, rng, np.array([r * np.cos(a), r * np.sin(a) * 0.8 + 0.1, 0.0]))
    return picture


def _round(mesh: Mesh) -> Mesh:
    """The square sheet cut to a disc: its corners are pulled onto the circle."""
    t = np.linspace(0, 2 * np.pi, 73)
    z = mesh.points[0, 2]
    points = np.vstack(
        [[[0, 0, z]], np.column_stack([0.305 * np.cos(t), 0.305 * np.sin(t), np.full(73, z)])]
    )
    faces = np.array([[0, i, i + 1] for i in range(1, 73)])
    return Mesh(points, faces, points[:, :2] / 0.62 + 0.5)


def _clump(picture: Picture, rng: Rng, at: Array) -> None:
    """Lavender or daisies."""
    roots = at + np.column_stack([rng.normal(0, 0.06, 60), rng.normal(0, 0.06, 60), np.zeros(60)])
    tall = rng.uniform(0.18, 0.34, 60)
    lean = rng.normal(0, 0.3, (60, 2))
    picture.add(
        leaf(textures.grass(rng, "#55653f", "#98a570", 64)), blades(roots, tall, 0.006, lean, rng)
    )
    tint = [("#5a4a8f", "#9a86c9"), ("#e9e4d6", "#fbf8ee"), ("#b8553a", "#e09a5a")][
        int(rng.integers(3))
    ]
    tips = roots + np.column_stack([lean * tall[:, None], tall])
    spots = np.repeat(tips[:40], 7, 0) + rng.normal(0, 0.011, (280, 3)) * [1, 1, 1.8]
    picture.add(leaf(foliage(rng, *tint)), leaves(spots, 0.017, rng))


def palms(rng: Rng) -> Picture:
    """Two rows of date palms on sand: basins of water round the right row, thin black tubes along the left."""
    picture = Picture(
        Camera((0.0, -7.5, 1.9), (0.0, 14, 2.6), 58),
        film=Film(key=0.24, contrast=1.15),
        sky=replace(DESERT, sun_turn=205, sun_height=38),
        haze=700,
    )
    dune = relief(rng, 14, 2.6)

    def height(x: Array, y: Array) -> Array:
        side = np.clip(np.abs(x) - 9, 0, 40) ** 0.7
        return 0.07 * dune(x, y) + 0.35 * side * np.clip(dune(x * 0.4, y * 0.4) + 0.7, 0, 2)

    sand = seen_ground((0, -7.5), FACING, 110, 0.8, 400, height, 520, 480)
    ripples = lambda p: 0.04 * np.sin(p[:, 0] * 7 + 3 * dune(p[:, 0], p[:, 1]))  # noqa: E731
    picture.add(
        paint("own", 0.9),
        coloured(
            sand,
            lambda p, s: (
                textures.blend(
                    "#b98f5f", "#e0c296", 0.55 + 0.25 * dune(p[:, 0], p[:, 1]) + ripples(p)
                )
                + 0 * s[:, None]
            ),
        ),
    )
    trunk, feathers = palm(rng, 6.5)
    skins = {
        "w": paint(textures.wood(rng, "#8a6a48", "#54402a", 256).swapaxes(0, 1), 0.95, scale=4),
        "l": leaf(foliage(rng, "#3f5a34", "#93a062")),
    }
    ys = np.arange(0, 46, 6.2)
    picture.scene.many(
        skins,
        {"w": trunk, "l": feathers},
        [
            stood(np.array([x, y, 0.0]), rng.uniform(0.85, 1.15), rng.uniform(0, 360))
            for x in (-4.3, 4.3)
            for y in ys
        ],
    )
    for y in ys:
        rim = turned_profile(
            [(0.95, -0.05), (1.05, 0.13), (1.22, 0.15), (1.42, 0.04), (1.5, -0.05)], 60, 4
        )
        picture.add(paint(textures.soil(rng, "#7d5f42"), 0.95), rim.moved(4.3, float(y)))
        picture.add(
            paint("#4a5a5a", 0.02, shine=0.8),
            turned_profile([(0, 0.07), (1.06, 0.07)], smooth=0).moved(4.3, float(y)),
        )
        loop = tube(
            [
                (-4.3 + 0.75 * np.cos(a), float(y) + 0.75 * np.sin(a), 0.05)
                for a in np.linspace(0.2, 6.1, 26)
            ],
            0.02,
            8,
        )
        picture.add(paint("#17171a", 0.4), loop)
        picture.add(
            paint("#5f4630", 0.6),
            turned_profile([(0, 0.035), (0.62, 0.03)], smooth=0).moved(-4.3, float(y)),
        )
    picture.add(
        paint("#17171a", 0.4),
        tube([(-3.3, y, 0.06 + 0.01 * np.sin(y)) for y in np.linspace(-6, 46, 30)], 0.026, 8),
    )
    return picture
