"""What stands round an outdoor set piece: turf, a belt of trees, hills, goals, players."""

from __future__ import annotations

import numpy as np

from .. import textures
from ..materials import leaf, paint
from ..meshes import ball, box, joined, rod, tube
from ..nature import (
    broadleaf,
    coloured,
    conifer,
    foliage,
    ground_tint,
    meadow,
    relief,
    scattered,
    seen_ground,
    stood,
)
from ..picture import Picture
from ..things.basics import Array, Rng, Thing


def _flat(x: Array, y: Array) -> Array:
    return np.zeros_like(x) + 0 * y


FACING = 90.0


def wood_line(
    picture: Picture,
    rng: Rng,
    near: float,
    far: float,
    count: int,
    half: float = 90,
    dark: str = "#24391c",
    light: str = "#75883c",
) -> None:
    """A belt of trees across the view."""
    for i in range(2):
        trunk, crown = broadleaf(rng, 9 + 2 * i, 0.36, 8000) if i == 0 else conifer(rng, 13, 7000)
        skins = {"w": paint("#43352a", 0.9), "l": leaf(foliage(rng, dark, light))}
        places = [
            stood(
                np.array([rng.uniform(-half, half), rng.uniform(near, far), -0.3]),
                rng.uniform(0.7, 1.3),
                rng.uniform(0, 360),
            )
            for _ in range(count // (1 + 2 * i))
        ]
        picture.scene.many(skins, {"w": trunk, "l": crown}, places)


def far_hills(
    picture: Picture,
    rng: Rng,
    away: float,
    high: float,
    tint: tuple[str, str] = ("#43562f", "#6f7a48"),
) -> None:
    """Hills across the horizon."""
    shape = relief(rng, away * 0.55, 2.6)

    def height(x: Array, y: Array) -> Array:
        back = np.clip((np.hypot(x, y) - away) / away, 0, 1.2)
        return -3 + high * back * (0.75 + 0.6 * shape(x, y))

    mesh = seen_ground((0, 0), FACING, 100, away * 0.9, away * 2.6, height, 160, 500)
    picture.add(
        paint("own", 0.95),
        coloured(
            mesh,
            lambda p, s: ground_tint(p, s, np.random.default_rng(7), *tint, "#6f675c", away * 0.2),
        ),
    )


def goal(
    wide: float = 1.83,
    tall: float = 1.83,
    deep: float = 2.1,
    tint: str = "#d9581f",
    net: bool = True,
    square: bool = False,
) -> Thing:
    """A lacrosse goal (its net runs to a point behind) or a bare football goal."""
    r = 0.025 if not square else 0.065
    frame = [
        rod((-wide / 2, 0, 0), (-wide / 2, 0, tall), r),
        rod((wide / 2, 0, 0), (wide / 2, 0, tall), r),
        rod((-wide / 2 - r, 0, tall), (wide / 2 + r, 0, tall), r),
    ]
    out: Thing = [(paint(tint, 0.4, coat=0.4), joined(frame))]
    if net:
        tip = np.array([0, deep, 0.02])
        cords = []
        for t in np.linspace(0, 1, 15):
            for a in (
                (-wide / 2, 0, tall * t),
                (wide / 2, 0, tall * t),
                (-wide / 2 + wide * t, 0, tall),
            ):
                start = np.array(a)
                cords.append(
                    tube([start, start + (tip - start) * 0.5 + [0, 0, -0.05], tip], 0.006, 5, 3)
                )
        for t in np.linspace(0.07, 0.94, 14):
            ring = [
                np.array(p) + (tip - np.array(p)) * t - [0, 0, 0.2 * t * (1 - t)]
                for p in (
                    (-wide / 2, 0, 0),
                    (-wide / 2, 0, tall),
                    (wide / 2, 0, tall),
                    (wide / 2, 0, 0),
                )
            ]
            cords.append(tube(ring, 0.006, 5, 1))
        out += [
            (paint("#e8e6df", 0.8), joined(cords)),
            (
                paint(tint, 0.4),
                joined(
                    [
                        rod((-wide / 2, 0, 0.02), tuple(tip), 0.02),
                        rod((wide / 2, 0, 0.02), tuple(tip), 0.02),
                    ]
                ),
            ),
        ]
    return out


def playing_field(
    picture: Picture,
    rng: Rng,
    eye: tuple[float, float],
    wet: bool = False,
    tall: float = 0.055,
    tint: tuple[str, str] = ("#4a5a2c", "#9aa257"),
) -> None:
    """Turf with a worn patch, river and trees behind."""
    patch = relief(rng, 9, 2.0)
    floor = seen_ground(eye, FACING, 110, 0.4, 160, _flat, 420, 420)

    def tone(p: Array, s: Array) -> Array:
        worn = (
            np.clip(
                1.1 - np.hypot(p[:, 0] * 0.35, (p[:, 1] - 9) * 0.5) + 0.8 * patch(p[:, 0], p[:, 1]),
                0,
                1,
            )[:, None]
            * 0.75
        )
        stripes = 0.06 * np.sign(np.sin(p[:, :1] * 0.8))
        del s
        return textures.blend(tint[0], tint[1], 0.35 + 0.3 * patch(p[:, 1] * 2, p[:, 0] * 2)) * (
            1 - worn
        ) * (1 + stripes) + worn * textures.colour("#5f4d38")

    picture.add(paint("own", 0.5 if wet else 0.95), coloured(floor, tone))
    picture.add(
        paint(textures.soil(rng, "#55503c"), 0.95, scale=0.1),
        box(700, 700, 0.01).moved(y=300, z=-0.06),
    )
    near = scattered(rng, 150000, eye, FACING, 86, 0.5, 30, _flat, 1.3)
    bare = np.clip(
        1.1
        - np.hypot(near[:, 0] * 0.35, (near[:, 1] - 9) * 0.5)
        + 0.8 * patch(near[:, 0], near[:, 1]),
        0,
        1,
    )
    picture.add(
        leaf(textures.grass(rng, tint[0], tint[1])),
        meadow(rng, near[bare < rng.uniform(0.1, 0.9, len(bare))], tall, 0.005, 0.15, 0.4),
    )
    picture.add(paint("#3f5460", 0.06, shine=0.6), box(500, 26, 0.01).moved(y=62, z=0.02))
    wood_line(picture, rng, 84, 120, 46)
    far_hills(picture, rng, 420, 60)


def player(rng: Rng, shirt: str, arms_up: bool) -> Thing:
    """A far-away player with a stick: a figure in helmet, shirt and shorts."""
    skin = paint(str(rng.choice(["#8a5a3c", "#c99a76", "#5f3d28", "#e0b595"])), 0.6)
    legs = [
        tube([(x, 0, 0.05), (x * 1.1, 0.03, 0.5), (x * 0.8, 0, 0.92)], [0.05, 0.065, 0.085], 12)
        for x in (-0.12, 0.12)
    ]
    shorts = tube([(0, 0, 0.72), (0, 0, 1.0)], [0.19, 0.17], 16, 2)
    body = tube(
        [(0, 0, 0.95), (0, 0, 1.2), (0, 0, 1.45), (0, 0, 1.52)], [0.16, 0.19, 0.2, 0.08], 16
    )
    head = ball(0.13, 18).scaled(0.95, 1.1, 1.1).moved(0, 0, 1.68)
    shoes = [ball(0.06, 10).scaled(0.9, 1.8, 0.8).moved(x, -0.03, 0.04) for x in (-0.12, 0.12)]
    lift = 0.55 if arms_up else -0.15
    out_ = 0.5 if arms_up else 0.3
    hands = [
        np.array(
            [s * out_, -0.1 - 0.25 * (not arms_up), 1.45 + lift * (1 if s > 0 or arms_up else 0.6)]
        )
        for s in (-1, 1)
    ]
    arms = [
        tube(
            [(s * 0.2, 0, 1.42), (s * (0.2 + out_) / 2 + s * 0.1, -0.05, 1.42 + lift * 0.5), h],
            [0.06, 0.05, 0.042],
            10,
        )
        for s, h in zip((-1, 1), hands, strict=True)
    ]
    stick = rod(tuple(hands[1] + [0.1, 0, -0.35]), tuple(hands[1] + [-0.15, 0, 0.75]), 0.015)
    pocket = ball(0.1, 12).scaled(0.8, 0.3, 1.3).moved(*(hands[1] + [-0.17, 0, 0.85]))
    cloth = paint(shirt, 0.85)
    return [
        (skin, joined(legs)),
        (paint("#22303a", 0.85), shorts),
        (cloth, body),
        (cloth, joined(arms)),
        (paint("#eef0f0", 0.3, coat=0.5), head),
        (paint("#2a2622", 0.8), joined(shoes)),
        (paint("#d8dadb", 0.3), stick),
        (paint("#efece2", 0.8), pocket),
    ]


def stick() -> Thing:
    """A lacrosse stick lying on the ground."""
    head = [
        tube(
            [
                (0.02, 0, 0),
                (0.1, 0.07, 0.01),
                (0.22, 0.085, 0.015),
                (0.28, 0.0, 0.015),
                (0.22, -0.085, 0.015),
                (0.1, -0.07, 0.01),
                (0.02, 0, 0),
            ],
            0.008,
            8,
        )
    ]
    mesh = [
        tube(
            [
                (0.08 + 0.18 * t, -0.06, 0.01),
                (0.1 + 0.17 * t, 0, -0.015),
                (0.08 + 0.18 * t, 0.06, 0.01),
            ],
            0.0025,
            5,
        )
        for t in np.linspace(0, 1, 8)
    ]
    return [
        (paint("#e9e6dd", 0.5), joined(head)),
        (paint("#c9c4b8", 0.8), joined(mesh)),
        (paint("#2f3a44", 0.3, metal=0.6), rod((-0.75, 0, 0), (0.03, 0, 0), 0.0125)),
    ]
