"""Set piece: a long knitted scarf on a chair; and what wool is called."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import box, curve, joined, sheet, tube
from ..picture import Picture
from ..studio import Camera
from ..things.basics import Array, Rng
from .tea import chair

WOOLS = {
    "white": "#f1eee6",
    "pale blue": "#b9d3e3",
    "slate blue": "#5f7f9f",
    "moss green": "#6f8447",
    "mustard": "#cf9a2f",
    "rust": "#a84f28",
    "dark plum": "#4f2440",
    "gray": "#9aa0a3",
    "grey": "#9aa0a3",
    "black": "#24272c",
    "blue": "#2f6390",
    "gold": "#c9993a",
    "red": "#a8332b",
    "green": "#4a7a3f",
}


def knit(rng: Rng, rows: list[str], wide: int = 34, stitch: int = 12) -> Array:
    """Stocking stitch seen close: each row's colour, and V after V; the first row at the bottom."""
    tall = len(rows) * stitch
    y, x = np.mgrid[0:tall, 0 : wide * stitch].astype(float)
    row, u, v = (y // stitch).astype(int), (x / stitch) % 1, (y / stitch) % 1
    left = u < 0.5
    across = np.where(left, u * 2, (1 - u) * 2)
    slant = v + across * 0.55
    wave = (slant + 0.25) % 1
    yarn = np.sin(np.pi * np.clip(across * 0.96 + 0.02, 0, 1)) ** 0.6 * (
        0.55 + 0.45 * np.sin(np.pi * wave)
    )
    shift = np.where(slant >= 1, 1, 0)
    tints = np.array([textures.colour(r) for r in rows])[np.clip(row + shift, 0, len(rows) - 1)]
    fuzz = (
        0.09 * rng.normal(size=y.shape)
        + 0.1 * np.repeat(np.repeat(rng.normal(size=(len(rows), wide)), stitch, 0), stitch, 1) * 0.4
    )
    return np.clip(tints * (0.3 + 0.85 * yarn + gaussian_filter(fuzz, 0.7))[..., None], 0, 1)


def scarf(rng: Rng, rows: list[str]) -> Picture:
    """A knitted scarf of many coloured rows, folded over the back and the seat of a chair."""
    picture = Picture(
        Camera((0.42, -1.05, 1.12), (0.02, 0.0, 0.68), 45, blur=0.01),
        film=Film(key=0.2, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a08060", "#6f5238", boards=8), 0.5, scale=0.35),
        box(7, 7, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#b9c4c6"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=1.1)
    )
    picture.put(chair(rng))
    wool = knit(rng, rows, 40, 8)
    line = _fold_line()
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    along /= along[-1]

    def place(u: Array, v: Array) -> Array:
        at = np.stack([np.interp(v, along, line[:, i]) for i in range(3)], -1)
        drape = 0.006 * np.sin(u * 14 + v * 30) + 0.008 * np.sin(u * 5 + v * 57)
        skew = 0.02 * np.sin(v * 21)
        return at + np.stack([(u - 0.5) * 0.2 + skew, 0 * u, drape + 0.005], -1)

    mesh = sheet(place, 700, 40)
    bump = wool.mean(-1)
    picture.add(paint(wool, 0.95, sheen=0.6, bump=np.clip(bump * 1.2, 0, 1), depth=0.004), mesh)
    fringe = [
        tube(
            [p, p + [rng.normal(0, 0.006), -0.03, -0.02], p + [rng.normal(0, 0.012), -0.05, -0.05]],
            0.0026,
            5,
        )
        for p in (line[0] + [x, 0, 0.005] for x in np.linspace(-0.095, 0.095, 24))
    ]
    picture.add(paint(rows[0], 0.95, sheen=0.6), joined(fringe))
    picture.scene.lamp((-1.9, -1.2, 1.9), (0, 0, 0.6), (1.1, 1.3), "#fff3e0", 15)
    picture.scene.lamp((2.0, -1.8, 1.2), (0, 0, 0.6), (1.2, 1.2), "#bcd0e6", 2.6)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def _fold_line() -> Array:
    """The scarf's middle: up from the seat's edge in folds over the seat, up the back and over it."""
    points = [(0.0, -0.3, 0.3), (0.0, -0.225, 0.46), (0.0, -0.1, 0.475), (0.01, 0.1, 0.476)]
    z = 0.478
    for k in range(3):
        z += 0.016
        points += (
            [(0.01, 0.13, z), (0.015, -0.12, z + 0.004)]
            if k % 2 == 0
            else [(0.015, -0.14, z), (0.0, 0.1, z + 0.004)]
        )
        z += 0.006
    points += [
        (0.0, -0.02, z + 0.02),
        (0.0, 0.1, z + 0.03),
        (0.0, 0.165, z + 0.12),
        (0.0, 0.205, 0.8),
        (0.0, 0.225, 0.955),
        (0.0, 0.28, 0.968),
        (0.0, 0.33, 0.9),
        (0.0, 0.33, 0.6),
    ]

    return curve(np.array(points, dtype=float), 12)
