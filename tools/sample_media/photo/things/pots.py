"""Pots, cups, plates, bottles and jars."""

from __future__ import annotations

from .. import textures
from ..materials import film, metal, paint
from ..meshes import joined, rod, tube, turned_profile
from .basics import Rng, Thing, glaze, moved


def vase(rng: Rng) -> Thing:
    """A bellied vase."""
    belly, tall = rng.uniform(0.06, 0.085), rng.uniform(0.18, 0.26)
    outer = [
        (0.0, 0.0),
        (belly * 0.55, 0.0),
        (belly, tall * 0.35),
        (belly * 0.8, tall * 0.65),
        (belly * 0.4, tall * 0.86),
        (belly * 0.52, tall),
        (belly * 0.47, tall),
        (belly * 0.34, tall * 0.86),
        (belly * 0.5, tall * 0.6),
    ]
    return [(glaze(rng), turned_profile(outer))]


def bowl(rng: Rng) -> Thing:
    """A shallow bowl."""
    wide = rng.uniform(0.09, 0.12)
    line = [
        (0.0, 0.0),
        (wide * 0.4, 0.0),
        (wide * 0.42, 0.012),
        (wide * 0.85, 0.045),
        (wide, 0.075),
        (wide * 0.965, 0.076),
        (wide * 0.8, 0.046),
        (wide * 0.4, 0.018),
        (0, 0.015),
    ]
    return [(glaze(rng), turned_profile(line))]


def mug(rng: Rng) -> Thing:
    """A mug of tea."""
    material = glaze(rng)
    line = [
        (0, 0),
        (0.036, 0),
        (0.04, 0.01),
        (0.041, 0.088),
        (0.039, 0.092),
        (0.036, 0.088),
        (0.035, 0.02),
        (0, 0.012),
    ]
    handle = tube(
        [(0.038, 0, 0.075), (0.064, 0, 0.072), (0.066, 0, 0.035), (0.038, 0, 0.022)], 0.006, 14
    )
    tea = turned_profile([(0, 0.076), (0.0358, 0.076)], smooth=0)
    return [(material, turned_profile(line)), (material, handle), (paint("#5c2f12", 0.08), tea)]


def plate(rng: Rng) -> Thing:
    """A plate."""
    line = [
        (0, 0),
        (0.07, 0),
        (0.11, 0.016),
        (0.125, 0.02),
        (0.123, 0.024),
        (0.1, 0.017),
        (0.07, 0.006),
        (0, 0.005),
    ]
    return [(glaze(rng), turned_profile(line))]


def coffee_pot(rng: Rng) -> Thing:
    """A dallah: the beaked brass coffee pot."""
    brass = metal("Au" if rng.random() < 0.3 else "Cu", 0.16)
    body = turned_profile(
        [
            (0, 0),
            (0.06, 0),
            (0.066, 0.012),
            (0.05, 0.05),
            (0.03, 0.11),
            (0.036, 0.15),
            (0.045, 0.165),
            (0.04, 0.175),
            (0.02, 0.2),
            (0.006, 0.215),
            (0.008, 0.235),
            (0.002, 0.25),
            (0, 0.25),
        ]
    )
    beak = tube([(0.03, 0, 0.12), (0.075, 0, 0.15), (0.11, 0, 0.185)], [0.02, 0.014, 0.004], 14)
    handle = tube(
        [(-0.036, 0, 0.16), (-0.085, 0, 0.165), (-0.095, 0, 0.1), (-0.05, 0, 0.045)],
        [0.007, 0.006, 0.005, 0.006],
        12,
    )
    return [(brass, body), (brass, beak), (brass, handle)]


def cups(rng: Rng) -> Thing:
    """Three small handleless cups."""
    del rng
    out: Thing = []
    line = [
        (0, 0),
        (0.014, 0),
        (0.018, 0.006),
        (0.027, 0.042),
        (0.0255, 0.042),
        (0.016, 0.01),
        (0, 0.008),
    ]
    for x, y in ((0, 0), (0.07, 0.02), (0.035, -0.055)):
        out += moved(
            [
                (paint("#efe9dc", 0.15, coat=0.6), turned_profile(line)),
                (paint("#a8792f", 0.1), turned_profile([(0, 0.03), (0.0225, 0.03)], smooth=0)),
            ],
            x,
            y,
        )
    return out


def jar(rng: Rng) -> Thing:
    """A glass jar, filled with seeds, honey or lentils, with a lid."""
    wide, tall = 0.042, rng.uniform(0.1, 0.14)
    fill = str(rng.choice(["#c98a2a", "#7a3f1a", "#b8a35a", "#8c2f23", "#d8c9a0", "#48522c"]))
    outer = turned_profile(
        [
            (0, 0),
            (wide * 0.9, 0),
            (wide, 0.008),
            (wide, tall * 0.8),
            (wide * 0.8, tall * 0.92),
            (wide * 0.8, tall),
        ]
    )
    level = tall * rng.uniform(0.5, 0.78)
    inside = turned_profile(
        [(0, 0.004), (wide * 0.88, 0.004), (wide * 0.95, 0.01), (wide * 0.95, level), (0, level)],
        smooth=3,
    )
    grain = textures.blend(fill, "#f3ead2", 0.2 + 0.3 * textures.noise(256, rng, 0.5))
    lid = turned_profile(
        [
            (0, tall + 0.012),
            (wide * 0.84, tall + 0.012),
            (wide * 0.87, tall + 0.008),
            (wide * 0.87, tall - 0.006),
        ],
        smooth=2,
    )
    return [(film("#f4faf8"), outer), (paint(grain, 0.6, scale=2), inside), (metal("Al", 0.3), lid)]


def bottle(rng: Rng) -> Thing:
    """A coloured glass bottle."""
    tint = str(rng.choice(["#5f8f6a", "#7f9fb0", "#8a6a30", "#cfe0dc"]))
    line = [
        (0, 0),
        (0.03, 0),
        (0.034, 0.008),
        (0.034, 0.13),
        (0.028, 0.16),
        (0.012, 0.19),
        (0.011, 0.24),
        (0.014, 0.243),
        (0.014, 0.252),
    ]
    return [
        (film(tint), turned_profile(line)),
        (paint("#a07a4c", 0.9), rod((0, 0, 0.23), (0, 0, 0.262), 0.0105)),
    ]


def candle(rng: Rng) -> Thing:
    """A stub of candle, lit."""
    del rng
    body = turned_profile(
        [(0, 0), (0.026, 0), (0.0262, 0.07), (0.024, 0.074), (0.018, 0.068), (0, 0.066)], smooth=4
    )
    flame = turned_profile([(0, 0), (0.005, 0.008), (0.003, 0.022), (0, 0.034)]).moved(z=0.078)
    fire = {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0.9, 0.6, 0.3]}}
    return [
        (paint("#efe4c6", 0.5), body),
        (fire, flame),
        (paint("#222222", 0.9), rod((0, 0, 0.066), (0, 0, 0.08), 0.0009)),
    ]


def lantern(rng: Rng) -> Thing:
    """A lantern of paper and sticks, glowing."""
    del rng
    paper = {
        "type": "twosided",
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0.95, 0.72, 0.42]}},
    }
    body = turned_profile(
        [(0.04, 0), (0.06, 0.03), (0.065, 0.09), (0.055, 0.14), (0.035, 0.16)], smooth=6
    )
    ribs = [
        turned_profile([(r + 0.001, z), (r + 0.001, z + 0.002)], smooth=0)
        for r, z in ((0.06, 0.03), (0.066, 0.07), (0.064, 0.1), (0.055, 0.14))
    ]
    return [(paper, body), (paint("#3a2a1c", 0.6), joined(ribs))]
