"""Set piece: an arm of printer parts over a paper cup."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..darkroom import Film
from ..materials import metal, paint
from ..meshes import Mesh, box, joined, rod, tube, turned_profile
from ..picture import Picture, indoors
from ..studio import Camera
from ..things.basics import Array, Rng, moved
from .bench import bar, circuit_board


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
            picture.add(grey, bar(at + [0, y, 0], end + [0, y, 0], wide, 0.006))
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
