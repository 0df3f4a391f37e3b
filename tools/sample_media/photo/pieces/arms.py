"""Set piece: a lamp on a wooden arm with a counterweight."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas
from .. import textures
from ..darkroom import Film
from ..materials import metal, paint
from ..meshes import box, rod, sheet, tube, turned_profile
from ..picture import Picture, printed
from ..studio import Camera
from ..things.basics import Array, Rng, Thing, moved
from ..things.devices import gears
from ..things.pots import mug
from .bench import bar, bench


def lamp_arm(rng: Rng, lift: float = 40.0, bend: float = -62.0, turn: float = -18.0) -> Picture:
    """A jointed wooden arm clamped to a bench, a lamp at its end, a tin can as counterweight."""
    picture = Picture(
        Camera((0.1, -1.55, 0.46), (0.05, 0.0, 0.34), 44, blur=0.012),
        film=Film(key=0.15, contrast=1.25, warmth=0.03),
    )
    bench(picture, rng)
    timber = paint(textures.wood(rng, "#c9985c", "#95662f", 512), 0.45, coat=0.15, scale=4)
    steel = metal("Al", 0.25)
    base = np.array([-0.22, 0.05, 0.0])
    picture.add(
        timber,
        box(0.12, 0.12, 0.05, 0.006).moved(*base),
        box(0.06, 0.05, 0.2, 0.006).moved(*base + [0, 0, 0.05]),
    )
    picture.add(
        paint("#2b2d30", 0.5),
        box(0.05, 0.06, 0.06, 0.006).moved(*base + [0.055, 0.03, 0.06]),
        box(0.05, 0.05, 0.05, 0.006).moved(*base + [-0.06, 0.03, 0.06]),
    )
    picture.put(_clamp(base))
    shoulder = base + [0, 0, 0.23]
    up = np.array([np.cos(np.radians(lift)), 0, np.sin(np.radians(lift))])
    elbow = shoulder + up * 0.4
    tail = shoulder - up * 0.17
    fore = np.array([np.cos(np.radians(lift + bend)), 0, np.sin(np.radians(lift + bend))])
    hand = elbow + fore * 0.34
    for y in (-0.028, 0.028):
        picture.add(
            timber,
            bar(tail + [0, y, 0], elbow + [0, y, 0], 0.038, 0.012),
            bar(elbow + [0, y * 0.4, 0], hand + [0, y * 0.4, 0], 0.03, 0.01),
        )
    for at in (shoulder, elbow, hand):
        picture.add(steel, rod(at + [0, -0.045, 0], at + [0, 0.045, 0], 0.009))
        picture.add(steel, rod(at + [0, -0.048, 0], at + [0, -0.044, 0], 0.018))
    belt = [
        tube(
            [
                shoulder + [0, -0.04, 0] + s * np.array([-up[2], 0, up[0]]) * 0.02,
                elbow + [0, -0.04, 0] + s * np.array([-up[2], 0, up[0]]) * 0.02,
            ],
            0.0025,
            6,
            1,
        )
        for s in (-1, 1)
    ]
    picture.add(paint("#1b1b1c", 0.7), *belt)
    label_ = Canvas(600, 260, "#d9a23a")
    label_.text(300, 165, "PEACHES", 110, "#7d2f1a", "serif", 700, "centre")
    can = turned_profile(
        [
            (0, 0),
            (0.042, 0),
            (0.043, 0.003),
            (0.041, 0.006),
            (0.041, 0.1),
            (0.043, 0.103),
            (0.04, 0.105),
            (0.039, 0.02),
            (0, 0.02),
        ],
        smooth=2,
    ).moved(*(tail + [0, 0, -0.06]))
    picture.add(metal("Al", 0.2), can)
    picture.add(
        paint(printed(label_.picture()), 0.5),
        sheet(
            lambda u, v: np.stack(
                [
                    0.0418 * np.cos(2 * np.pi * u * 2),
                    0.0418 * np.sin(2 * np.pi * u * 2),
                    0.014 + 0.078 * v,
                ],
                -1,
            ),
            4,
            60,
        )
        .turned(20)
        .moved(*(tail + [0, 0, -0.06])),
    )
    _lamp_head(picture, hand, turn)
    picture.put(moved(mug(rng), 0.36, -0.12, 0.0, -40))
    picture.put(moved(gears(rng), 0.18, -0.2, 0.0))
    return picture


def _lamp_head(picture: Picture, hand: Array, turn: float) -> None:
    shade = (
        turned_profile(
            [
                (0.02, 0.05),
                (0.028, 0.04),
                (0.075, -0.045),
                (0.078, -0.05),
                (0.072, -0.045),
                (0.025, 0.036),
            ],
            smooth=3,
        )
        .turned(12, "y")
        .turned(turn)
    )
    picture.add(paint("#2f5d5a", 0.35, coat=0.5), shade.moved(*(hand + [0.02, 0, -0.045])))
    glow = {"type": "area", "radiance": {"type": "rgb", "value": [34, 25, 15]}}
    picture.scene.extra["bulb"] = {
        "type": "sphere",
        "center": [float(x) for x in hand + [0.025, 0, -0.06]],
        "radius": 0.022,
        "emitter": glow,
    }


def _clamp(at: Array) -> Thing:
    iron = paint("#7d2f26", 0.45, coat=0.2)
    return [
        (
            iron,
            tube(
                [
                    at + [-0.02, -0.1, 0.06],
                    at + [-0.02, -0.14, 0.05],
                    at + [-0.02, -0.14, -0.1],
                    at + [-0.02, -0.08, -0.1],
                ],
                0.011,
                8,
            ),
        ),
        (metal("Al", 0.3), rod(at + [-0.02, -0.09, -0.13], at + [-0.02, -0.09, 0.06], 0.006)),
    ]
