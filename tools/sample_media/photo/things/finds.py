"""Stones, shells, yarn, tiles and cloth."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..materials import paint
from ..meshes import ball, box, joined, rod, sheet, tube
from ..nature import stone
from .basics import Array, Rng, Thing, moved


def stones(rng: Rng) -> Thing:
    """Pebbles from the river."""
    out: Thing = []
    for i in range(7):
        tint = str(rng.choice(["#6f7275", "#8f877b", "#4d5256", "#a89f90", "#7a5f4f"]))
        size = rng.uniform(0.014, 0.034)
        out.append(
            (
                paint(textures.plaster(rng, tint, rough=0.14), 0.6, scale=1),
                stone(rng, size).moved(
                    rng.uniform(-0.09, 0.09),
                    rng.uniform(-0.06, 0.06),
                    size * 0.6 + (0.03 if i == 0 else 0),
                ),
            )
        )
    return out


def shells(rng: Rng) -> Thing:
    """Sea shells: turned spirals and a fan."""
    out: Thing = []
    for i in range(4):
        turns = np.linspace(0, 5 * 2 * np.pi, 160)
        grow = np.exp(turns * 0.085)
        path = np.stack([np.cos(turns) * grow, np.sin(turns) * grow, -grow * 2.3], 1) * 0.0013
        path[:, 2] -= path[:, 2].min()
        body = tube(path, list(grow * 0.0013 * 0.95), 14, 0)
        tint = textures.blend("#e8d5bd", "#a8694a", 0.4 + 0.4 * textures.noise(256, rng, 2, (6, 1)))
        out += moved(
            [(paint(tint, 0.35, coat=0.3), body)],
            rng.uniform(-0.08, 0.08),
            rng.uniform(-0.05, 0.05),
            0.012,
            i * 80,
            1.3,
        )
        out[-1] = (out[-1][0], out[-1][1])
    return out


def yarn(rng: Rng) -> Thing:
    """Balls of yarn and two needles."""
    out: Thing = []
    tints = ["#b5523b", "#d9b26a", "#3f6b78", "#7a8f5a", "#8a4f6b", "#e0d5c0"]
    for i, (x, y, r) in enumerate([(0, 0, 0.045), (0.09, 0.02, 0.038), (0.04, -0.075, 0.034)]):
        strands = []
        for _ in range(16):
            a, b = rng.normal(size=3), rng.normal(size=3)
            a /= np.linalg.norm(a)
            b -= a * (a @ b)
            b /= np.linalg.norm(b)
            t = np.linspace(0, 2 * np.pi * 3, 90)
            drift = np.linspace(-0.35, 0.35, 90)[:, None]
            c = np.cross(a, b)
            way = np.cos(t)[:, None] * a + np.sin(t)[:, None] * b + drift * c
            strands.append(
                tube(
                    way / np.linalg.norm(way, axis=1, keepdims=True) * r * rng.uniform(0.96, 1.0),
                    0.0022,
                    6,
                    0,
                )
            )
        wool = paint(str(tints[(i + int(rng.integers(6))) % 6]), 0.95, sheen=1.0)
        out += moved([(wool, joined(strands)), (wool, ball(r * 0.95, 20))], x, y, r)
    out += [
        (paint("#c9a06a", 0.4), rod((-0.06, -0.12, 0.006), (0.12, -0.02, 0.09), 0.0026)),
        (paint("#c9a06a", 0.4), rod((-0.02, -0.14, 0.006), (0.1, 0.06, 0.08), 0.0026)),
    ]
    return out


def tiles(rng: Rng) -> Thing:
    """A few glazed tiles leaning together."""
    out: Thing = []
    for i in range(5):
        tint = str(rng.choice(["#2f6f8f", "#e8e2d0", "#1f4f5f", "#c98a3a", "#3f7f6a"]))
        out += moved(
            [(paint(textures.clay(rng, tint), 0.15, coat=0.7), box(0.1, 0.1, 0.009, 0.002))],
            rng.uniform(-0.08, 0.08),
            rng.uniform(-0.06, 0.06),
            i * 0.0095,
            rng.uniform(0, 90),
        )
    return out


def cloth(
    rng: Rng, tint: str = "#c9bda6", wide: float = 0.7, deep: float = 0.5, fold: float = 0.012
) -> Thing:
    """A linen cloth lying in soft folds."""
    field = textures.noise(128, rng, 3.4)

    def place(u: Array, v: Array) -> Array:
        a, b = (u * 60).astype(int) % 128, (v * 60).astype(int) % 128
        smooth = np.sin(u * 9 + 2 * np.sin(v * 4)) * 0.5 + 0.7 * field[b, a]
        return np.stack(
            [
                (u - 0.5) * wide,
                (v - 0.5) * deep + 0.02 * np.sin(u * 11),
                0.004 + fold * np.clip(smooth, -0.2, 2) * 0.35,
            ],
            -1,
        )

    mesh = sheet(place, 120, 160)
    return [(paint(textures.linen(rng, tint), 0.9, sheen=0.4, scale=3), mesh)]
