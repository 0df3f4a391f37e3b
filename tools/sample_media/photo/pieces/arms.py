"""Set pieces: a lamp on a wooden arm, and a cup before an arm of printer parts."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas
from .. import textures
from ..darkroom import Film
from ..meshes import Mesh, ball, box, cut_out, joined, rod, sheet, tube, turned_profile
from ..picture import Picture, indoors, printed, window
from ..studio import Camera, metal, paint
from ..things.basics import Array, Rng, Thing, moved
from ..things.devices import gears
from ..things.pots import mug


def pegboard(picture: Picture, rng: Rng, tint: str = "#b59a74") -> None:
    """A wall of tools behind a bench."""
    picture.add(
        paint(textures.cardboard(rng, tint), 0.9, scale=1.5),
        box(6.4, 0.02, 3.2).moved(y=0.62, z=-1.4),
    )
    steel, handle = metal("Al", 0.3), paint("#b8402f", 0.5, coat=0.3)
    for i, x in enumerate(np.linspace(-1.1, 1.1, 9)):
        z = 0.62 + 0.12 * (i % 2)
        if i % 3 == 0:
            picture.add(
                steel,
                box(0.03, 0.012, 0.26).moved(x, 0.6, z),
                box(0.13, 0.03, 0.04).moved(x, 0.59, z + 0.24),
            )
        elif i % 3 == 1:
            picture.add(handle, rod((x, 0.59, z + 0.14), (x, 0.59, z + 0.26), 0.016))
            picture.add(steel, rod((x, 0.59, z), (x, 0.59, z + 0.15), 0.005))
        else:
            saw = (
                cut_out(np.array([(0, 0), (0.34, 0.0), (0.36, 0.09), (0.0, 0.045)]), 0.003)
                .turned(90, "x")
                .turned(90, "y")
                .moved(x, 0.6, z + 0.3)
            )
            picture.add(steel, saw)
            picture.add(
                paint("#7a5230", 0.5), box(0.1, 0.02, 0.07, 0.02).moved(x + 0.04, 0.6, z + 0.27)
            )


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
            _bar(tail + [0, y, 0], elbow + [0, y, 0], 0.038, 0.012),
            _bar(elbow + [0, y * 0.4, 0], hand + [0, y * 0.4, 0], 0.03, 0.01),
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


def _bar(a: Array, b: Array, wide: float, thick: float) -> Mesh:
    long = float(np.linalg.norm(b - a))
    angle = float(np.degrees(np.arctan2(b[2] - a[2], b[0] - a[0])))
    return (
        box(long + wide * 0.9, thick, wide, min(wide, thick) * 0.3)
        .moved(z=-wide / 2)
        .turned(-angle, "y")
        .moved(*((a + b) / 2))
    )


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


def bench(picture: Picture, rng: Rng, power: float = 0.7) -> None:
    """A workbench with a board of tools behind it."""
    top = paint(textures.wood(rng, "#a87d50", "#6d4a29", boards=4), 0.6, scale=0.8)
    picture.add(top, box(4.6, 1.1, 0.06, 0.006).moved(y=0.06, z=-0.06))
    pegboard(picture, rng)
    window(picture, -1, power)
    picture.scene.lamp((-1.9, -0.9, 1.6), (0, 0.2, 0.3), (1.0, 1.2), "#fff1dc", 8 * power)


def bent_to(reach: float, rise: float, upper: float, lower: float) -> tuple[float, float]:
    """Degrees of shoulder and elbow with which a two-part arm's end stands at (reach, rise) from the shoulder."""
    away = min(float(np.hypot(reach, rise)), upper + lower - 1e-4)
    inner = np.degrees(
        np.arccos(np.clip((upper**2 + away**2 - lower**2) / (2 * upper * away), -1, 1))
    )
    fold = np.degrees(
        np.arccos(np.clip((upper**2 + lower**2 - away**2) / (2 * upper * lower), -1, 1))
    )
    return float(np.degrees(np.arctan2(rise, reach)) + inner), float(fold - 180)


def cup_arm(
    rng: Rng, reach: float = 0.3, rise: float = 0.105, grip: float = 1.0, carried: bool = False
) -> Picture:
    """An arm of grey printer parts on plywood, its fingers `rise` above the shoulder over a paper cup."""
    shoulder, elbow = bent_to(reach, rise, 0.24, 0.21)
    picture = Picture(
        Camera((0.2, -1.1, 0.36), (0.0, 0.0, 0.16), 44, blur=0.009),
        film=Film(key=0.17, contrast=1.2),
    )
    indoors(picture, rng, "#b98a72", "#a3774c", power=0.95)
    grey, dark, steel = paint("#8b9094", 0.5, coat=0.1), paint("#3a3d41", 0.5), metal("Al", 0.22)
    picture.add(
        paint(textures.wood(rng, "#d3aa72", "#a97c45"), 0.55, scale=2), box(0.5, 0.28, 0.016, 0.002)
    )
    base = np.array([-0.15, 0.0, 0.016])
    picture.add(dark, box(0.1, 0.1, 0.05, 0.008).moved(*base))
    picture.add(
        grey,
        turned_profile([(0, 0.05), (0.05, 0.05), (0.05, 0.066), (0, 0.07)], smooth=2).moved(*base),
    )
    for x in (-0.026, 0.026):
        picture.add(
            grey, box(0.008, 0.06, 0.075, 0.003).turned(90).moved(base[0], x, base[2] + 0.066)
        )
    at = base + [0, 0, 0.12]
    angle = shoulder
    for long, change, wide in ((0.24, elbow, 0.042), (0.21, 0.0, 0.034)):
        way = np.array([np.cos(np.radians(angle)), 0, np.sin(np.radians(angle))])
        end = at + way * long
        for y in (-0.022, 0.022):
            picture.add(grey, _bar(at + [0, y, 0], end + [0, y, 0], wide, 0.006))
        for t in (0.3, 0.5, 0.7):
            picture.add(
                dark,
                rod(
                    at + way * long * t + [0, -0.024, 0], at + way * long * t + [0, 0.024, 0], 0.004
                ),
            )
        picture.add(
            dark, box(0.05, 0.036, 0.04, 0.004).turned(-angle, "y").moved(*(at + way * 0.03))
        )
        picture.add(
            steel,
            rod(at + [0, -0.032, 0], at + [0, 0.032, 0], 0.008),
            rod(at + [0, -0.034, 0], at + [0, -0.03, 0], 0.018),
        )
        wire = tube(
            [
                at + [0, 0.03, 0.02],
                at + way * long * 0.5 + [0, 0.045, 0.035],
                end + [0, 0.03, 0.015],
            ],
            0.003,
            6,
        )
        picture.add(paint("#b8402f", 0.5), wire)
        picture.add(paint("#d9a53a", 0.5), wire.moved(0, 0.005, 0.004))
        at, angle = end, angle + change
    picture.add(dark, box(0.045, 0.05, 0.04, 0.005).moved(*(at + [0, 0, -0.03])))
    picture.add(steel, rod(at + [0, -0.03, 0], at + [0, 0.03, 0], 0.008))
    open_ = 0.042 + 0.03 * (1 - grip)
    for y in (-1, 1):
        picture.add(grey, _finger(at, y, open_))
    _cup(picture, at, carried)
    picture.put(moved(circuit_board(rng), -0.15, -0.21, 0.0, 12))
    return picture


def _cup(picture: Picture, at: Array, carried: bool) -> None:
    cup_at = np.array([at[0] if carried else 0.15, 0.0, at[2] - 0.145 if carried else 0.016])
    cup = turned_profile(
        [(0.042, 0), (0.0435, 0.002), (0.042, 0.005), (0.03, 0.088), (0.029, 0.09), (0, 0.09)],
        smooth=3,
    ).moved(*cup_at)
    picture.add(paint("#f3efe6", 0.7), cup)
    picture.add(
        paint("#c2512b", 0.7),
        turned_profile([(0.0378, 0.03), (0.0342, 0.058)], smooth=0)
        .scaled(1.012, 1.012, 1)
        .moved(*cup_at),
    )


def _finger(at: Array, side: int, gap: float) -> Mesh:
    y = side * gap
    return joined(
        [
            tube(
                [
                    at + [0, side * 0.02, -0.03],
                    at + [0, y * 1.1, -0.05],
                    at + [0, y, -0.085],
                    at + [0, y * 0.75, -0.115],
                ],
                [0.009, 0.009, 0.008, 0.006],
                8,
            )
        ]
    )


def circuit_board(rng: Rng) -> Thing:
    """A small circuit board with its parts."""
    green = textures.blend("#1f5a3a", "#2f7a4f", 0.5 + 0.2 * textures.noise(128, rng, 1.2))
    out: Thing = [(paint(green, 0.35, coat=0.4, scale=10), box(0.085, 0.06, 0.003, 0.0005))]
    out.append((paint("#17181a", 0.4), box(0.022, 0.014, 0.006, 0.001).moved(0.005, 0, 0.003)))
    out.append((metal("Al", 0.25), box(0.014, 0.012, 0.008, 0.001).moved(-0.038, 0.012, 0.003)))
    pins = [
        rod((x, y, 0.003), (x, y, 0.011), 0.0009, 6)
        for y in (-0.026, 0.026)
        for x in np.linspace(-0.03, 0.036, 14)
    ]
    out.append((paint("#c9a23f", 0.3, metal=1.0), joined(pins)))
    out.append(
        (
            paint("#c9a23f", 0.4),
            joined([rod((x, 0.015, 0.003), (x, 0.015, 0.012), 0.004) for x in (0.026, 0.036)]),
        )
    )
    out.append((paint("#b8301f", 0.3, coat=0.5), ball(0.0028, 10).moved(-0.012, 0.017, 0.005)))
    return out
