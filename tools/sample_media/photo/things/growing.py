"""Plants and flowers."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..materials import leaf, paint
from ..meshes import Mesh, ball, joined, leaves, sheet, tube, turned_profile
from ..nature import foliage
from .basics import Array, Rng, Thing
from .pots import vase


def plant(rng: Rng) -> Thing:
    """A leafy plant in a clay pot."""
    pot = turned_profile(
        [
            (0, 0),
            (0.045, 0),
            (0.06, 0.085),
            (0.066, 0.085),
            (0.066, 0.1),
            (0.058, 0.1),
            (0.054, 0.085),
            (0, 0.08),
        ],
        smooth=2,
    )
    out: Thing = [
        (paint(textures.clay(rng, "#b5694a", bands=0.03), 0.85), pot),
        (paint(textures.soil(rng), 0.95), turned_profile([(0, 0.09), (0.057, 0.088)], smooth=0)),
    ]
    stems, blades_ = [], []
    for _ in range(26):
        turn, out_, tall = (
            rng.uniform(0, 2 * np.pi),
            rng.uniform(0.02, 0.12),
            rng.uniform(0.12, 0.26),
        )
        tip = np.array([np.cos(turn) * out_, np.sin(turn) * out_, 0.09 + tall])
        stems.append(tube([(0, 0, 0.085), tip * [0.35, 0.35, 0.75], tip], [0.0022, 0.0012], 6))
        blades_.append(_broad_leaf(rng, tip, turn, rng.uniform(0.05, 0.085)))
    green = leaf(foliage(rng, "#24451c", "#6f8f3a"))
    return [*out, (paint("#4f6b2c", 0.6), joined(stems)), (green, joined(blades_))]


def _broad_leaf(rng: Rng, at: Array, turn: float, long: float) -> Mesh:
    droop, lift, shade = rng.uniform(0.4, 1.1), rng.uniform(0.0, 0.5), rng.uniform()

    def place(u: Array, v: Array) -> Array:
        wide = np.sin(np.pi * u**0.8) * 0.36 * long
        x = u * long
        side = (v - 0.5) * 2 * wide
        z = lift * x - droop * x * x / long * 0.7 + np.abs(v - 0.5) * wide * 0.5
        c, s = np.cos(turn), np.sin(turn)
        return np.stack([at[0] + c * x - s * side, at[1] + s * x + c * side, at[2] + z], -1)

    mesh = sheet(place, 7, 14)
    mesh.uv[:, 0] = shade
    return mesh


def flowers(rng: Rng) -> Thing:
    """A vase with wild flowers."""
    out = vase(rng)
    top = max(float(mesh.points[:, 2].max()) for _, mesh in out)
    stems, petals, hearts, greens = [], [], [], []
    for _ in range(17):
        turn, reach, tall = (
            rng.uniform(0, 2 * np.pi),
            rng.uniform(0.01, 0.13),
            rng.uniform(0.08, 0.24),
        )
        tip = np.array([np.cos(turn) * reach, np.sin(turn) * reach, top + tall])
        stems.append(
            tube(
                [(0, 0, top * 0.8), (tip[0] * 0.4, tip[1] * 0.4, top + tall * 0.5), tip], 0.0014, 6
            )
        )
        for k in range(9):
            petals.append(_broad_leaf(rng, tip, k * 0.7 + turn, 0.026))
        hearts.append(ball(0.007, 10).moved(*tip))
        for _ in range(2):
            greens.append(
                _broad_leaf(
                    rng,
                    tip * [0.6, 0.6, 1] - [0, 0, tall * rng.uniform(0.2, 0.7)],
                    rng.uniform(0, 6),
                    0.05,
                )
            )
    tint = [
        ("#e8e2d2", "#f7f4ea"),
        ("#7d4f9c", "#a98ad0"),
        ("#c9542f", "#e8924a"),
        ("#d8b13a", "#f0d878"),
    ][rng.integers(4)]
    return [
        *out,
        (paint("#5c7a3a", 0.6), joined(stems)),
        (leaf(foliage(rng, *tint)), joined(petals)),
        (paint("#c7932a", 0.8), joined(hearts)),
        (leaf(foliage(rng, "#35582a", "#7f9a4a")), joined(greens)),
    ]


def seedlings(rng: Rng) -> Thing:
    """A tray of seedlings in small pots."""
    out: Thing = []
    for i in range(4):
        for j in range(3):
            x, y = i * 0.065 - 0.1, j * 0.065 - 0.065
            pot = turned_profile(
                [(0, 0), (0.022, 0), (0.029, 0.05), (0.026, 0.05), (0.02, 0.01)], smooth=2
            )
            out.append((paint(textures.cardboard(rng, "#8f7355"), 0.95), pot.moved(x, y)))
            out.append(
                (
                    paint(textures.soil(rng), 0.95),
                    turned_profile([(0, 0.044), (0.027, 0.044)], smooth=0).moved(x, y),
                )
            )
            tall = rng.uniform(0.03, 0.07)
            tip = np.array([x + rng.normal(0, 0.006), y + rng.normal(0, 0.006), 0.044 + tall])
            stem = tube([(x, y, 0.044), tip], 0.0013, 6)
            pair = [
                _broad_leaf(rng, tip, rng.uniform(0, 1) + k * 1.57, rng.uniform(0.016, 0.028))
                for k in range(4)
            ]
            out += [
                (paint("#7f9f4a", 0.6), stem),
                (leaf(foliage(rng, "#3f6b24", "#8fb04a")), joined(pair)),
            ]
    return out


def garland(rng: Rng) -> Thing:
    """Autumn leaves strewn about."""
    spots = np.column_stack(
        [rng.uniform(-0.16, 0.16, 40), rng.uniform(-0.1, 0.1, 40), np.full(40, 0.006)]
    )
    return [(leaf(foliage(rng, "#8c3a1c", "#d99a3a")), leaves(spots, 0.05, rng, 0.9))]
