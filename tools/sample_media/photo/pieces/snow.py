"""Set piece: tracks on a ridge in the snow."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..darkroom import Film
from ..materials import leaf, paint
from ..meshes import Mesh
from ..nature import coloured, conifer, foliage, relief, scattered, seen_ground, stood
from ..picture import Picture
from ..sky import Sky
from ..studio import Camera
from ..things.basics import Array, Rng
from .grounds import FACING


def snow_ridge(rng: Rng) -> Picture:
    """A snow-covered ridge under a pale sky; a line of tracks bends sharply to the left."""
    sky = Sky("#5f8fc6", "#e9e6e0", 17, 168, "#ffe9cc", 6.5, 0.35, 0.3, "#ffffff", "#b9c3cd")
    big, small = relief(rng, 300, 2.7), relief(rng, 24, 2.5)

    def height(x: Array, y: Array) -> Array:
        away = np.clip(y / 210, 0, 4)
        crest = 46 * away**1.15 * np.exp(
            -(np.abs((x - 30 - 0.18 * y) / 120) ** 1.4)
        ) + 30 * away * np.exp(-(np.abs((x + 190) / 120) ** 1.4))
        return (
            crest
            + 22 * big(x, y) * np.clip(away, 0.02, 2)
            + 0.75 * small(x, y) * np.clip(away * 4, 0.25, 2.2)
        )

    eye_z = float(height(np.zeros(1), np.zeros(1))[0]) + 1.9
    picture = Picture(
        Camera((0, 0, eye_z + 2.6), (8, 60, eye_z + 4.0), 58),
        film=Film(key=0.36, contrast=1.3, saturation=1.0),
        sky=sky,
        haze=2600,
    )
    t = np.linspace(0, 1, 120)
    track = np.column_stack(
        [
            np.where(t < 0.55, 3.4 + 10 * t, 8.9 - 62 * (t - 0.55)),
            3.5 + np.where(t < 0.55, 44 * t, 24.2 + 13 * (t - 0.55)),
        ]
    )
    mesh = seen_ground((0, 0), FACING, 74, 1.0, 2200, height, 760, 620)
    from scipy.spatial import cKDTree

    near, _ = cKDTree(track).query(mesh.points[:, :2])
    dent = np.exp(-((near / 0.3) ** 2)) * (0.75 + 0.25 * np.sin(mesh.points[:, 1] * 8))
    dug = Mesh(
        mesh.points - np.column_stack([0 * dent, 0 * dent, 0.24 * dent]), mesh.faces, mesh.uv
    )

    def tone(p: Array, s: Array) -> Array:
        rock = np.clip((s - 0.3) * 7 + 0.5 * small(p[:, 0] * 3, p[:, 1] * 3), 0, 1)[:, None]
        return textures.colour("#eef2f6") * (1 - rock) + rock * textures.colour("#5a5b60")

    picture.add(paint("own", 0.55), coloured(dug, tone))
    trunk, crown = conifer(rng, 9, 6000)
    spots = scattered(rng, 150, (0, 0), FACING, 70, 70, 420, height, 1.5)
    spots = spots[np.abs(spots[:, 0] - 40) > 26]
    picture.scene.many(
        {"w": paint("#3a2f28", 0.9), "l": leaf(foliage(rng, "#26352f", "#5f7268"))},
        {"w": trunk, "l": crown},
        [stood(p, rng.uniform(0.6, 1.2), rng.uniform(0, 360)) for p in spots],
    )
    return picture
