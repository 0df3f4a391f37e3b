"""Fruit, dates and bread."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..materials import metal, paint
from ..meshes import ball, joined, tube, turned_profile
from .basics import Array, Rng, Thing, moved, tipped


def _apple_like(
    rng: Rng, skin: str, blush: str, profile: list[tuple[float, float]], rough: float = 0.28
) -> Thing:
    body = turned_profile(profile, 64, 10)
    lump = 1 + 0.025 * np.cos(np.arctan2(body.points[:, 1], body.points[:, 0]) * 5)[:, None]
    top = max(z for _, z in profile) * 0.92
    stem = tube(
        [(0, 0, top * 0.9), (0.002, 0.001, top + 0.012), (0.007, 0.002, top + 0.02)],
        [0.0016, 0.0014, 0.002],
        8,
    )
    return [
        (paint(textures.fruit(rng, skin, blush), rough, coat=0.25), body.bent(lambda p: p * lump)),
        (paint("#4b3320", 0.8), stem),
    ]


def apple(rng: Rng) -> Thing:
    """An apple."""
    skin, blush = [("#c9a63c", "#a82a22"), ("#8fa83a", "#b5b84a"), ("#b03028", "#7d1a1a")][
        rng.integers(3)
    ]
    return _apple_like(
        rng,
        skin,
        blush,
        [
            (0, 0.006),
            (0.02, 0),
            (0.036, 0.018),
            (0.041, 0.042),
            (0.034, 0.066),
            (0.016, 0.071),
            (0.003, 0.06),
            (0, 0.058),
        ],
    )


def pear(rng: Rng) -> Thing:
    """A pear."""
    return _apple_like(
        rng,
        "#b5a83c",
        "#b8762f",
        [
            (0, 0.004),
            (0.018, 0),
            (0.038, 0.022),
            (0.036, 0.048),
            (0.021, 0.08),
            (0.014, 0.098),
            (0.006, 0.104),
            (0, 0.1),
        ],
        0.35,
    )


def orange(rng: Rng) -> Thing:
    """An orange or a lemon."""
    skin = paint(
        textures.fruit(rng, "#e08a1e", "#d9701a", freckles=0.1),
        0.36,
        bump=textures.noise(512, rng, 0.8) * 0.02,
        depth=0.03,
        scale=1,
    )
    return [(skin, ball(0.038).scaled(1, 1, 0.95).moved(z=0.036))]


def dates(rng: Rng) -> Thing:
    """A heap of dates on a brass tray."""
    tray = turned_profile(
        [(0, 0.002), (0.1, 0.003), (0.115, 0.012), (0.117, 0.012), (0.102, 0.0), (0, 0)]
    )
    out: Thing = [(metal("Cu", 0.22), tray)]
    for i in range(34):
        ring, turn = (i / 34) ** 0.6 * 0.07, rng.uniform(0, 360)
        lift = 0.012 + 0.05 * max(0.0, 1 - ring / 0.07) * rng.uniform(0.5, 1)
        at = np.radians(rng.uniform(0, 360))
        skin = paint(str(rng.choice(["#4a2310", "#5d2e14", "#38190c", "#6e3a1a"])), 0.25, coat=0.5)
        out.append(
            (
                skin,
                ball(0.011, 14)
                .scaled(1.8, 1, 0.95)
                .turned(turn)
                .turned(float(rng.uniform(-25, 25)), "x")
                .moved(ring * np.cos(at), ring * np.sin(at), lift),
            )
        )
    return out


def loaf(rng: Rng) -> Thing:
    """A scored sourdough loaf, floured."""
    crust = textures.blend("#5a2e12", "#c78a4a", 0.5 + 0.3 * textures.noise(512, rng, 2.4))
    flour = np.clip(textures.noise(512, rng, 1.6) * 0.5 + 0.15, 0, 0.75)[..., None]
    crust = crust * (1 - flour) + textures.colour("#eadfc8") * flour
    lump = textures.noise(64, rng, 3)

    def rise(p: Array) -> Array:
        p = p * np.array([0.14, 0.1, 0.075])
        p[:, 2] = np.where(p[:, 2] < 0, p[:, 2] * 0.35, p[:, 2])
        score = np.exp(-(((p[:, 0] * 0.55 + p[:, 1]) / 0.012) ** 2)) * (p[:, 2] > 0.02)
        side = np.exp(-(((p[:, 0] * 0.55 + p[:, 1] - 0.02) / 0.008) ** 2)) * (p[:, 2] > 0.02)
        wobble = lump[(p[:, 0] * 200).astype(int) % 64, (p[:, 1] * 200).astype(int) % 64] * 0.0012
        return p + np.column_stack([0 * score, 0 * score, -0.012 * score + 0.01 * side + wobble])

    return [(paint(crust, 0.85, scale=1), ball(1.0, 90).bent(rise).moved(z=0.026))]


def basket(rng: Rng) -> Thing:
    """A woven basket with fruit."""
    rings, stakes = [], []
    for i in range(15):
        z = 0.006 + i * 0.0075
        wide = 0.1 + 0.02 * np.sin(i / 14 * np.pi * 0.6)
        t = np.linspace(0, 2 * np.pi, 120)
        wave = 0.004 * np.sin(t * 16 + i * np.pi)
        rings.append(
            tube(
                np.stack(
                    [np.cos(t) * (wide + wave), np.sin(t) * (wide + wave), np.full_like(t, z)], 1
                ),
                0.0042,
                7,
                0,
            )
        )
    for k in range(32):
        a = k / 32 * 2 * np.pi
        stakes.append(
            tube(
                [
                    (np.cos(a) * 0.1, np.sin(a) * 0.1, 0),
                    (np.cos(a) * 0.119, np.sin(a) * 0.119, 0.118),
                ],
                0.003,
                6,
            )
        )
    reed = paint(textures.wood(rng, "#c79f63", "#8f6430", 256), 0.7, scale=3)
    out: Thing = [
        (reed, joined(rings)),
        (reed, joined(stakes)),
        (reed, turned_profile([(0, 0.004), (0.1, 0.006)], smooth=0)),
    ]
    for i in range(9):
        a, r = i * 2.4, 0.068 * np.sqrt(min(i, 6) / 6)
        kind = (apple, pear, orange)[int(rng.integers(3))]
        out += moved(
            tipped(kind(rng), float(rng.uniform(-25, 25))),
            r * np.cos(a),
            r * np.sin(a),
            0.055 + (0.045 if i > 6 else 0.02),
            i * 50,
        )
    return out
