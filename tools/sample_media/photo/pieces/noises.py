"""Set piece: a table of things that make noises for a play."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..darkroom import Film
from ..materials import leaf, metal, paint
from ..meshes import ball, box, joined, leaves, rod, tube, turned_profile
from ..nature import foliage, stone
from ..picture import Picture, indoors
from ..studio import Camera
from ..things.basics import Rng, Thing, moved


def sound_table(rng: Rng) -> Picture:
    """A cheese grater, a bucket of gravel, gloves, celery, and a microphone on its stand."""
    picture = Picture(
        Camera((0.05, -1.2, 0.52), (0.02, 0.04, 0.13), 37, blur=0.008),
        film=Film(key=0.13, contrast=1.25, saturation=1.0),
    )
    indoors(picture, rng, "#3b4148", "#5c4433", power=1.0)
    picture.put(moved(_grater(), -0.36, 0.0, 0, 24))
    tin = turned_profile(
        [
            (0, 0),
            (0.085, 0),
            (0.11, 0.18),
            (0.115, 0.185),
            (0.11, 0.19),
            (0.104, 0.18),
            (0.08, 0.02),
            (0, 0.02),
        ],
        smooth=2,
    )
    picture.add(metal("Al", 0.3), tin.moved(-0.15, 0.12))
    for _ in range(90):
        a, r = rng.uniform(0, 6.28), 0.095 * np.sqrt(rng.random())
        picture.add(
            paint(str(rng.choice(["#7d7a74", "#5f6063", "#97907f", "#6f5f50"])), 0.85),
            stone(rng, float(rng.uniform(0.009, 0.016))).moved(
                -0.15 + r * np.cos(a), 0.12 + r * np.sin(a), 0.168 + 0.02 * (1 - r / 0.1)
            ),
        )
    for i, (x, y) in enumerate([(0.03, -0.06), (0.12, -0.04)]):
        picture.put(moved(_glove(rng), x, y, 0.012, -30 + 50 * i))
    picture.put(moved(_celery(rng), 0.3, -0.02, 0.012, 14))
    picture.put(moved(_microphone(), 0.18, 0.16, 0, -20))
    return picture


def _grater() -> Thing:
    body = box(0.1, 0.075, 0.21, 0.006).bent(
        lambda p: (
            p
            * np.column_stack(
                [1 - 0.25 * p[:, 2] / 0.21, 1 - 0.25 * p[:, 2] / 0.21, np.ones(len(p))]
            )
        )
    )
    dots = [
        ball(0.0035, 8)
        .scaled(1, 0.7, 0.7)
        .moved(
            (i - 3) * 0.012 * (1 - 0.2 * j / 12),
            -0.0385 + 0.0095 * (0.03 + j * 0.0135) / 0.21,
            0.03 + j * 0.0135,
        )
        for i in range(7)
        for j in range(11)
    ]
    handle = tube(
        [(-0.03, 0, 0.208), (-0.028, 0, 0.25), (0.028, 0, 0.25), (0.03, 0, 0.208)], 0.006, 10
    )
    return [
        (metal("Al", 0.2), body),
        (metal("Al", 0.12), joined(dots)),
        (paint("#a8331f", 0.3, coat=0.5), handle),
    ]


def _glove(rng: Rng) -> Thing:
    wool = paint(textures.linen(rng, "#7d5a3a"), 0.95, sheen=0.8, scale=6)
    fingers = [
        tube(
            [(0.0, 0, 0.012), (x * 0.7, 0.06, 0.016), (x, 0.115 - abs(x) * 0.35, 0.012)],
            [0.013, 0.0125, 0.009],
            12,
        )
        for x in (-0.036, -0.012, 0.012, 0.036)
    ]
    thumb = tube(
        [(0.02, -0.01, 0.012), (0.06, 0.02, 0.014), (0.07, 0.05, 0.012)], [0.014, 0.012, 0.009], 12
    )
    palm = ball(0.045, 24).scaled(1, 1.3, 0.38).moved(0, -0.01, 0.014)
    cuff = (
        turned_profile([(0.03, 0), (0.034, 0.02), (0.034, 0.06), (0.03, 0.062)])
        .scaled(1.05, 0.45, 1)
        .turned(90, "x")
        .moved(0, -0.03, 0.016)
    )
    return [(wool, joined([*fingers, thumb, palm])), (wool, cuff)]


def _celery(rng: Rng) -> Thing:
    stalks = [
        tube(
            [
                (-0.14, i * 0.016, 0.012),
                (0.0, i * 0.02, 0.018 + 0.01 * (i == 0)),
                (0.11, i * 0.034, 0.02),
            ],
            [0.013, 0.011, 0.006],
            10,
        )
        for i in (-1, 0, 1)
    ]

    tops = leaves(
        np.column_stack(
            [
                rng.normal(0.14, 0.025, 160),
                rng.normal(0, 0.03, 160),
                np.abs(rng.normal(0.022, 0.016, 160)),
            ]
        ),
        0.03,
        rng,
    )
    return [
        (paint("#a9c46a", 0.35, coat=0.2), joined(stalks)),
        (leaf(foliage(rng, "#4f7a2a", "#93b44a")), tops),
    ]


def _microphone() -> Thing:
    stand = [
        turned_profile([(0, 0), (0.075, 0), (0.075, 0.01), (0.02, 0.016), (0, 0.018)], smooth=2),
        rod((0, 0, 0.01), (0, 0, 0.3), 0.007),
        rod((0, 0, 0.29), (-0.1, -0.05, 0.33), 0.006),
    ]
    body = rod((-0.1, -0.05, 0.33), (-0.17, -0.085, 0.31), 0.02)
    head = ball(0.032, 24).scaled(1.1, 1, 1).moved(-0.185, -0.092, 0.305)
    mesh = paint(
        textures.linen(np.random.default_rng(3), "#8f949a", 128, 32), 0.35, metal=0.9, scale=8
    )
    return [(paint("#1b1c1f", 0.45), joined(stand)), (paint("#24262a", 0.35), body), (mesh, head)]
