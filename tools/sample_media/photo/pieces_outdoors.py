"""Set pieces under the sky: fields and goals, a boat at the water, a board on a pier, snow, mud, a sundial, palms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..canvas import Canvas, polygon
from ..canvas import box as drawn_box
from . import textures
from .darkroom import Film
from .hulls import gunwale, hull
from .meshes import Mesh, ball, box, joined, rod, sheet, tube, turned_profile
from .nature import (
    broadleaf,
    coloured,
    conifer,
    foliage,
    ground_tint,
    meadow,
    palm,
    relief,
    scattered,
    seen_ground,
    stone,
    stood,
    water,
)
from .picture import Picture, panel, printed
from .sky import DESERT, GOLDEN, MORNING, NOON, OVERCAST, Sky
from .studio import Camera, film, leaf, metal, paint
from .tableware import Array, Rng, Thing, bottle, moved, tipped

FACING = 90.0


def _flat(x: Array, y: Array) -> Array:
    return np.zeros_like(x) + 0 * y


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


def lacrosse_goal(rng: Rng) -> Picture:
    """A lacrosse goal on a wet field in the evening, a river behind it, nobody in sight."""
    sky = replace(GOLDEN, sun_turn=64, sun_height=9)
    picture = Picture(
        Camera((-1.9, -1.2, 1.25), (0.6, 9, 1.0), 46, blur=0.01, focus=10.5),
        film=Film(key=0.17, contrast=1.25, vignette=0.3),
        sky=sky,
        haze=420,
    )
    playing_field(picture, rng, (-1.9, -1.2), wet=True)
    picture.put(moved(goal(), 0.7, 8.6, 0, -14))
    picture.put(moved(_stick(), -1.1, 2.4, 0.05, 24))
    picture.add(paint("#f1efe6", 0.6), ball(0.032, 16).moved(-0.35, 2.2, 0.05))
    for x, y, r in ((-3.4, 4.5, 0.8), (2.9, 6.2, 1.1), (0.1, 5.3, 0.5), (4.0, 3.6, 0.6)):
        picture.add(
            paint("#2b2a24", 0.02, shine=0.9),
            ball(r, 30).scaled(1.5, 0.7, 0.0006).moved(x, y, 0.012),
        )
    return picture


def _stick() -> Thing:
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


def after_the_match(rng: Rng) -> Picture:
    """Muddy players with sticks before a goal, far away, two in front with their arms up."""
    picture = Picture(
        Camera((-0.6, -4.0, 1.6), (0.5, 22, 1.5), 34, blur=0.03, focus=17),
        film=Film(key=0.24, contrast=1.15, warmth=0.03),
        sky=replace(OVERCAST, cloud=0.8, sun_power=1.6),
        haze=500,
    )
    playing_field(picture, rng, (-0.6, -4.0), wet=True, tint=("#465a2c", "#8f9c52"))
    picture.put(moved(goal(), 0.6, 26.5, 0, 6))
    for i, (x, y) in enumerate(
        [
            (-2.6, 14.5),
            (-1.5, 15.4),
            (1.9, 15.0),
            (2.8, 14.2),
            (3.6, 15.6),
            (-3.4, 15.8),
            (0.4, 15.2),
        ]
    ):
        figure = tipped(player(rng, "#2f5a3a", arms_up=i % 3 == 0), float(rng.normal(0, 6)), "y")
        picture.put(
            moved(figure, x * 1.3, y + 9, 0, rng.uniform(-140, 140), rng.uniform(0.9, 1.05))
        )
    picture.put(moved(tipped(player(rng, "#2f5a3a", arms_up=True), 9, "y"), -1.5, 16.6, 0, 150))
    picture.put(
        moved(tipped(player(rng, "#2f5a3a", arms_up=True), -7, "y"), 0.3, 17.4, 0, 205, 1.06)
    )
    return picture


def folding_table(rng: Rng) -> Picture:
    """A folding table at the edge of a wet field, a clipboard in a plastic bag on it, a goal in the distance."""
    picture = Picture(
        Camera((-0.55, 0.45, 1.45), (0.3, 3.2, 0.86), 54, blur=0.012, focus=1.75),
        film=Film(key=0.22, contrast=1.15),
        sky=replace(OVERCAST, cloud=0.85, sun_power=1.4),
        haze=420,
    )
    playing_field(picture, rng, (-0.7, -0.5), wet=True, tint=("#465a2c", "#93a056"))
    picture.put(moved(goal(), 2.2, 13, 0, 24))
    steel = metal("Al", 0.3)
    table: Thing = [
        (
            paint(textures.plaster(rng, "#cfcabd", rough=0.03), 0.25, coat=0.5),
            box(1.2, 0.6, 0.03, 0.01).moved(z=0.71),
        ),
        (
            steel,
            joined(
                [
                    rod((x, y, 0), (x * 0.8, y, 0.71), 0.013)
                    for x in (-0.55, 0.55)
                    for y in (-0.22, 0.22)
                ]
            ),
        ),
    ]
    table += moved(_clipboard(), 0.12, -0.02, 0.742, 12)
    table += moved(
        [
            (
                paint("#2f5a6f", 0.3, coat=0.4),
                turned_profile(
                    [(0, 0), (0.035, 0), (0.036, 0.17), (0.02, 0.19), (0.02, 0.215), (0, 0.215)],
                    smooth=3,
                ),
            )
        ],
        -0.38,
        0.08,
        0.741,
    )
    table += moved(
        [
            (paint("#1d1e20", 0.4), box(0.08, 0.045, 0.016, 0.004)),
            (paint("#b9c7a4", 0.3), box(0.05, 0.022, 0.002, 0.0005).moved(0, 0.004, 0.0155)),
        ],
        -0.22,
        -0.14,
        0.741,
        30,
    )
    for _ in range(160):
        at = (rng.uniform(-0.58, 0.58), rng.uniform(-0.28, 0.28), 0.741)
        table.append(
            (
                paint("#dfe6ea", 0.03, shine=0.9),
                ball(float(rng.uniform(0.003, 0.008)), 8).scaled(1, 1, 0.35).moved(*at),
            )
        )
    picture.put(moved(table, 0.1, 2.1, 0, -8))
    return picture


def _clipboard() -> Thing:
    face = Canvas(420, 600, "#f4f0e4")
    face.text(40, 80, "home      away", 44, "#2a3350", "hand", 600)
    for row in range(9):
        face.stroke(
            polygon([(30, 120 + row * 50), (390, 120 + row * 50)], closed=False), "#b9b4a4", 2
        )
        face.text(
            46,
            158 + row * 50,
            "|||| ||"[: 2 + row % 6] + "     " + "||||"[: row % 5],
            40,
            "#2a3350",
            "hand",
            500,
        )
    paper = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.21, (v - 0.5) * 0.29, np.full_like(u, 0.0055)], -1),
        2,
        2,
    )
    bag = box(0.27, 0.37, 0.01, 0.004, 4).moved(z=0.0065)
    return [
        (paint("#6d4a2c", 0.6), box(0.23, 0.32, 0.004, 0.002)),
        (paint(printed(face.picture()), 0.8), paper),
        (metal("Al", 0.2), box(0.09, 0.025, 0.012, 0.003).moved(0, 0.14, 0.005)),
        (film("#f6fbfd"), bag),
    ]


def football_pitch(rng: Rng) -> Picture:
    """A small grass pitch at sunset, two goals without nets, a river behind."""
    picture = Picture(
        Camera((-3.0, -2.0, 1.7), (2.0, 16, 1.0), 50, blur=0.006, focus=12),
        film=Film(key=0.21, contrast=1.2),
        sky=replace(GOLDEN, sun_turn=62, sun_height=7, glow=0.6, cloud=0.52),
        haze=700,
    )
    playing_field(picture, rng, (-3.0, -2.0), tint=("#4f5a2c", "#a39c55"))
    for x, y, turn in ((3.6, 11, -32), (-9.0, 34, -24)):
        picture.put(moved(goal(3.6, 2.0, tint="#efece2", net=False, square=True), x, y, 0, turn))
    picture.add(paint("#f0ede4", 0.5), ball(0.11, 24).moved(-0.6, 4.6, 0.11))
    for x in (-4, 0, 4):
        picture.add(paint("#e6e3d6", 0.9), box(0.1, 30, 0.004).turned(-24).moved(x * 3, 14, 0.004))
    return picture


def launch(rng: Rng) -> Picture:
    """A small grey skiff at the edge of calm water; somebody in a striped sweater holds it by the bow."""
    sky = replace(MORNING, cloud=0.5, sun_turn=200, sun_height=34)
    picture = Picture(
        Camera((-1.2, -5.2, 1.7), (0.5, 3.0, 0.75), 44, blur=0.008, focus=7.5),
        film=Film(key=0.23, contrast=1.15),
        sky=sky,
        haze=700,
    )
    shape = relief(rng, 5, 2.2)

    def shore(x: Array, y: Array) -> Array:
        return np.clip(0.16 - 0.11 * (y + 0.5 + 0.4 * np.sin(x * 0.5)), -2.5, 0.55) + 0.035 * shape(
            x, y
        )

    ground_ = seen_ground((-1.2, -5.2), FACING, 96, 0.8, 40, shore, 420, 420)
    picture.add(
        paint("own", 0.7),
        coloured(
            ground_,
            lambda p, s: (
                textures.blend(
                    "#5f5647",
                    "#b3a68c",
                    np.clip(p[:, 2] * 3 + 0.25 * shape(p[:, 0] * 9, p[:, 1] * 9), 0, 1),
                )
                + 0 * s[:, None]
            ),
        ),
    )
    for _ in range(150):
        x, y = rng.uniform(-7, 7), rng.uniform(-3.6, 1.2)
        size = float(rng.lognormal(-3.1, 0.5))
        picture.add(
            paint(
                textures.plaster(
                    rng, str(rng.choice(["#77736a", "#938a7a", "#5a5752", "#a69a86"])), 64, 0.12
                ),
                0.8,
            ),
            stone(rng, size).moved(x, y, float(shore(np.array([x]), np.array([y]))[0])),
        )
    picture.add(
        paint("#33525c", 0.03, shine=0.55),
        water(rng, (-1.2, -5.2), FACING, 96, 3, 900, 0.0, 0.012, 2.2),
    )
    boat = hull(2.9, 1.15, 0.45, stern=0.7, chine=1.5, sheer=0.3)
    grey = paint(textures.plaster(rng, "#8b969c", rough=0.02), 0.35, coat=0.4)
    seat = [box(0.3, 0.86, 0.025, 0.004).moved(x, 0, 0.3) for x in (-0.7, 0.15)]
    craft: Thing = [
        (grey, boat),
        (paint("#b5793f", 0.35, coat=0.5), gunwale(boat, 0.022)),
        (paint("#c08a4a", 0.4, coat=0.3), joined(seat)),
        (
            paint("#c9b083", 0.9),
            tube([(1.55, 0, 0.52), (1.8, -0.2, 0.3), (1.9, -0.35, 0.2)], 0.014, 8),
        ),
    ]
    picture.put(moved(craft, 0.9, 2.0, -0.06, -150))
    picture.put(moved(_boy(), -0.72, 0.86, -0.02, 62))
    far_hills(picture, rng, 300, 42, ("#4a5f3a", "#72814f"))
    wood_line(picture, rng, 170, 210, 40, 150)
    return picture


def _boy() -> Thing:
    """A boy seen from the side, in a striped sweater and rolled trousers, bending to a boat."""
    stripes = np.ones((64, 8, 3)) * textures.colour("#f0ece0")
    stripes[np.arange(64) % 8 < 4] = textures.colour("#2c4766")
    legs = [
        tube([(x, 0, 0.0), (x, 0.02, 0.42), (x * 0.9, 0.06, 0.84)], [0.045, 0.062, 0.08], 12)
        for x in (-0.1, 0.1)
    ]
    trousers = [
        tube([(x, 0.01, 0.26), (x, 0.03, 0.5), (x * 0.9, 0.06, 0.88)], [0.08, 0.085, 0.1], 12)
        for x in (-0.1, 0.1)
    ]
    body = tube(
        [(0, 0.06, 0.8), (0, 0.0, 1.05), (0, -0.1, 1.28), (0, -0.14, 1.37)],
        [0.16, 0.175, 0.18, 0.075],
        18,
    )
    arms = [
        tube(
            [(s * 0.18, -0.1, 1.27), (s * 0.2, -0.27, 1.05), (s * 0.1, -0.46, 0.88)],
            [0.06, 0.052, 0.045],
            12,
        )
        for s in (-1, 1)
    ]
    hands = [ball(0.045, 12).moved(s * 0.1, -0.48, 0.86) for s in (-1, 1)]
    head = ball(0.112, 24).scaled(0.9, 1.02, 1.14).moved(0, -0.19, 1.52)
    hair = ball(0.12, 24).scaled(0.95, 1.05, 0.95).moved(0, -0.165, 1.565)
    skin = paint("#c99a78", 0.6)
    knit = paint(stripes, 0.95, sheen=0.4)
    sleeves = [(paint(stripes, 0.95, scale=1), arm) for arm in arms]
    return [
        (skin, joined([*legs, *hands, head])),
        (paint("#3a4654", 0.9), joined(trousers)),
        (knit, body),
        *sleeves,
        (paint("#4a2f1c", 0.8), hair),
    ]


def pier_board(rng: Rng) -> Picture:
    """A dark blue board on two posts at a pier: a large white B, an arrow to the left, a ferry with one chimney."""
    picture = Picture(
        Camera((0.35, -3.3, 1.55), (0.25, 0.0, 1.5), 48, blur=0.012),
        film=Film(key=0.24, contrast=1.15),
        sky=replace(MORNING, cloud=0.5, sun_turn=235, sun_height=30),
        haze=900,
    )
    art = Canvas(1200, 600, "#17325c")
    art.text(330, 470, "B", 470, "#f8f6ee", "sans", 760, "centre")
    art.fill(
        polygon(
            [(60, 300), (150, 225), (150, 275), (205, 275), (205, 325), (150, 325), (150, 375)]
        ),
        "#f8f6ee",
    )
    art.fill(polygon([(560, 400), (1150, 400), (1085, 490), (620, 490)]), "#f8f6ee")
    art.fill(drawn_box(680, 320, 330, 70, 8), "#f8f6ee")
    art.fill(polygon([(820, 315), (832, 200), (902, 200), (914, 315)]), "#f8f6ee")
    art.fill(drawn_box(832, 222, 72, 26), "#17325c")
    for k in range(6):
        art.fill(drawn_box(700 + k * 52, 338, 30, 30, 5), "#17325c")
    picture.add(
        paint(printed(art.picture()), 0.35, coat=0.4), panel(1.5, 0.75).moved(0, -0.026, 1.22)
    )
    picture.add(paint("#17325c", 0.4), box(1.5, 0.04, 0.75, 0.006).moved(0, 0, 1.22))
    timber = textures.wood(rng, "#9a8a74", "#675a48", boards=0)
    for x in (-0.6, 0.6):
        picture.add(paint(timber, 0.85, scale=1.5), box(0.1, 0.1, 2.05, 0.01).moved(x, 0.08))
    deck = [
        box(0.19, 8, 0.05, 0.006).moved(
            x * 0.205, 1.2 + rng.normal(0, 0.02), -0.05 + rng.normal(0, 0.002)
        )
        for x in range(-22, 23)
    ]
    picture.add(paint(timber, 0.8, scale=0.8), joined(deck))
    for x in (-2.6, 2.9):
        for y in (0.2, 4.9):
            picture.add(paint("#5a4a3a", 0.8), rod((x, y, -1.5), (x, y, 0.85), 0.12))
            picture.add(paint("#d8d4c8", 0.7), rod((x, y, 0.85), (x, y, 0.88), 0.125))
    for y, z in ((4.9, 0.72), (4.9, 0.5)):
        picture.add(
            paint("#c9b083", 0.9), tube([(-2.6, y, z), (0.15, y, z - 0.14), (2.9, y, z)], 0.022, 8)
        )
    picture.add(
        paint("#2f525e", 0.03, shine=0.55),
        water(rng, (0.35, -3.3), FACING, 100, 7, 3000, -1.3, 0.06, 4.0),
    )
    ferry: Thing = [
        (paint("#f0ede4", 0.4), hull(26, 7, 3.4, stern=0.8, sheer=0.25)),
        (paint("#f6f4ee", 0.4), box(16, 5, 2.2, 0.2).moved(-1, 0, 3.2)),
        (paint("#c2412d", 0.4), rod((-1, 0, 5), (-1.4, 0, 8), 0.9)),
        (paint("#22303a", 0.2), box(14, 5.06, 0.7, 0.05).moved(-1, 0, 4.0)),
    ]
    picture.put(moved(ferry, 26, 66, -1.5, 168))
    far_hills(picture, rng, 700, 80, ("#4a5f4a", "#6a7a55"))
    return picture


def snow_ridge(rng: Rng) -> Picture:
    """A snow-covered ridge under a pale sky; a line of tracks bends sharply to the left."""
    sky = Sky("#5f8fc6", "#e9e6e0", 17, 168, "#ffe9cc", 6.5, 0.35, 0.3, "#ffffff", "#b9c3cd")
    big, small = relief(rng, 300, 2.7), relief(rng, 24, 2.5)

    def height(x: Array, y: Array) -> Array:
        away = np.clip(y / 210, 0, 4)
        crest = 46 * away**1.15 * np.exp(
            -(np.abs((x - 30 - 0.18 * y) / 120) ** 1.4)
        ) + 30 * away * np.exp(-(np.abs((x + 190) / 120) ** 1.4))
        return (
            crest
            + 22 * big(x, y) * np.clip(away, 0.02, 2)
            + 0.75 * small(x, y) * np.clip(away * 4, 0.25, 2.2)
        )

    eye_z = float(height(np.zeros(1), np.zeros(1))[0]) + 1.9
    picture = Picture(
        Camera((0, 0, eye_z + 2.6), (8, 60, eye_z + 4.0), 58),
        film=Film(key=0.36, contrast=1.3, saturation=1.0),
        sky=sky,
        haze=2600,
    )
    t = np.linspace(0, 1, 120)
    track = np.column_stack(
        [
            np.where(t < 0.55, 3.4 + 10 * t, 8.9 - 62 * (t - 0.55)),
            3.5 + np.where(t < 0.55, 44 * t, 24.2 + 13 * (t - 0.55)),
        ]
    )
    mesh = seen_ground((0, 0), FACING, 74, 1.0, 2200, height, 760, 620)
    from scipy.spatial import cKDTree

    near, _ = cKDTree(track).query(mesh.points[:, :2])
    dent = np.exp(-((near / 0.3) ** 2)) * (0.75 + 0.25 * np.sin(mesh.points[:, 1] * 8))
    dug = Mesh(
        mesh.points - np.column_stack([0 * dent, 0 * dent, 0.24 * dent]), mesh.faces, mesh.uv
    )

    def tone(p: Array, s: Array) -> Array:
        rock = np.clip((s - 0.3) * 7 + 0.5 * small(p[:, 0] * 3, p[:, 1] * 3), 0, 1)[:, None]
        return textures.colour("#eef2f6") * (1 - rock) + rock * textures.colour("#5a5b60")

    picture.add(paint("own", 0.55), coloured(dug, tone))
    trunk, crown = conifer(rng, 9, 6000)
    spots = scattered(rng, 150, (0, 0), FACING, 70, 70, 420, height, 1.5)
    spots = spots[np.abs(spots[:, 0] - 40) > 26]
    picture.scene.many(
        {"w": paint("#3a2f28", 0.9), "l": leaf(foliage(rng, "#26352f", "#5f7268"))},
        {"w": trunk, "l": crown},
        [stood(p, rng.uniform(0.6, 1.2), rng.uniform(0, 360)) for p in spots],
    )
    return picture


def mud_bank(rng: Rng) -> Picture:
    """A muddy bank at low water: a measuring pole, a row of brown bottles, early light."""
    sky = replace(
        MORNING,
        horizon="#f3c3a0",
        zenith="#5f86b8",
        sun_turn=68,
        sun_height=8,
        sun_power=5.5,
        cloud=0.5,
    )
    picture = Picture(
        Camera((-0.6, -2.4, 1.15), (0.35, 4, 0.45), 46, blur=0.01, focus=3.4),
        film=Film(key=0.2, contrast=1.25),
        sky=sky,
        haze=500,
    )
    shape, fine = relief(rng, 4.5, 2.4), relief(rng, 0.9, 2.0)

    def bank(x: Array, y: Array) -> Array:
        return 0.3 - 0.1 * np.clip(y, -3, 9) + 0.07 * shape(x, y) + 0.018 * fine(x, y)

    mesh = seen_ground((-0.6, -2.4), FACING, 96, 0.5, 14, bank, 620, 560)
    wetness = lambda p: np.clip(0.4 + 0.35 * shape(p[:, 0] * 2, p[:, 1] * 2), 0, 1)  # noqa: E731
    picture.add(
        paint("own", 0.24, shine=0.6),
        coloured(
            mesh, lambda p, s: textures.blend("#3a3028", "#7d6a55", wetness(p)) + 0 * s[:, None]
        ),
    )
    picture.add(
        paint("#3a4a55", 0.03, shine=0.6),
        water(rng, (-0.6, -2.4), FACING, 100, 4, 700, -0.08, 0.01, 2.0),
    )
    pole = Canvas(40, 1600, "#f3f0e6")
    for k in range(10):
        pole.fill(drawn_box(0, k * 160, 40, 80), "#b8301f")
    staff = sheet(
        lambda u, v: np.stack(
            [0.022 * np.cos(2 * np.pi * u), 0.022 * np.sin(2 * np.pi * u), v * 1.75 - 0.15], -1
        ),
        2,
        30,
    )
    picture.put(
        moved(
            [(paint(printed(pole.picture()), 0.5), staff)],
            0.75,
            1.7,
            float(bank(np.array([0.75]), np.array([1.7]))[0]) - 0.1,
        )
    )
    for i in range(7):
        x, y = -0.75 + i * 0.2, 0.3 + 0.05 * np.sin(i * 2)
        thing = [
            (paint("#4a2a12", 0.08, coat=1.0), bottle(rng)[0][1]),
            (paint("#1b1b1c", 0.5), bottle(rng)[1][1]),
        ]
        picture.put(
            moved(thing, x, y, float(bank(np.array([x]), np.array([y]))[0]) - 0.012, 0, 0.95)
        )
    reeds = scattered(rng, 2600, (-0.6, -2.4), FACING, 100, 3.2, 9, bank, 2)
    picture.add(
        leaf(textures.grass(rng, "#4a4526", "#a89a58")),
        meadow(rng, reeds[np.abs(reeds[:, 0] - 0.6) > 2.1], 0.75, 0.012, 0.12),
    )
    far_hills(picture, rng, 240, 26, ("#3d4736", "#5f6448"))
    return picture


def sundial(rng: Rng) -> Picture:
    """A slate disc on a low brick pillar in a garden, a bent brass rod throwing a thin shadow."""
    sky = replace(NOON, sun_turn=225, sun_height=44)
    picture = Picture(
        Camera((0.35, -1.35, 1.42), (0.0, 0.05, 0.78), 44, blur=0.012),
        film=Film(key=0.2, contrast=1.2, saturation=1.0),
        sky=sky,
    )
    from .pieces_bench import lawn

    lawn(picture, rng, (0.35, -1.35), tall=0.05)
    brick = textures.plaster(rng, "#a2563c", 64, 0.12)
    for layer in range(10):
        for k in (-1.5, -0.5, 0.5, 1.5):
            for half in (-0.5, 0.5):
                piece = box(0.196, 0.094, 0.066, 0.006).moved(half * 0.204, k * 0.102)
                picture.add(
                    paint(brick * rng.uniform(0.75, 1.15), 0.9),
                    piece.turned(90.0 * (layer % 2) + rng.normal(0, 0.4)).moved(
                        0, 0, layer * 0.075
                    ),
                )
    picture.add(paint("#b9b2a4", 0.95), box(0.39, 0.39, 0.75))
    face = Canvas(900, 900, "#4b525a")
    for k in range(13):
        a = np.radians(-170 + k * 13.3)
        face.stroke(
            polygon(
                [
                    (450 + 120 * np.cos(a), 560 + 120 * np.sin(a)),
                    (450 + 400 * np.cos(a), 560 + 400 * np.sin(a)),
                ],
                closed=False,
            ),
            "#c9ced2",
            4 if k % 3 else 8,
        )
    for k, numeral in enumerate(("VII", "IX", "XI", "XII", "I", "III", "V")):
        a = np.radians(-168 + k * 26)
        face.text(
            450 + 335 * np.cos(a) * 1.12,
            560 + 335 * np.sin(a) * 1.12 + 16,
            numeral,
            44,
            "#dfe3e6",
            "serif",
            600,
            "centre",
        )
    slate = textures.noise(900, rng, 1.8)
    top = printed(face.picture()) * (1 + 0.08 * slate[..., None])
    disc_ = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.62, (v - 0.5) * 0.62, np.full_like(u, 0.7915)], -1),
        2,
        2,
    )
    picture.add(
        paint("#454b52", 0.7),
        turned_profile(
            [(0, 0.75), (0.305, 0.75), (0.31, 0.755), (0.31, 0.785), (0.305, 0.79), (0, 0.79)],
            smooth=1,
        ),
    )
    picture.add(paint(np.clip(top, 0, 1), 0.65), _round(disc_))
    rod_ = tube(
        [(0, -0.075, 0.79), (0.0, -0.06, 0.85), (0.004, 0.02, 0.93), (0.0, 0.11, 0.99)], 0.0065, 10
    )
    picture.add(paint("#c9973f", 0.2, metal=1.0), rod_)
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), rng.uniform(0.34, 0.75)
        _clump(picture, rng, np.array([r * np.cos(a), r * np.sin(a) * 0.8 + 0.1, 0.0]))
    return picture


def _round(mesh: Mesh) -> Mesh:
    """The square sheet cut to a disc: its corners are pulled onto the circle."""
    t = np.linspace(0, 2 * np.pi, 73)
    z = mesh.points[0, 2]
    points = np.vstack(
        [[[0, 0, z]], np.column_stack([0.305 * np.cos(t), 0.305 * np.sin(t), np.full(73, z)])]
    )
    faces = np.array([[0, i, i + 1] for i in range(1, 73)])
    return Mesh(points, faces, points[:, :2] / 0.62 + 0.5)


def _clump(picture: Picture, rng: Rng, at: Array) -> None:
    """Lavender or daisies."""
    from .meshes import blades, leaves

    roots = at + np.column_stack([rng.normal(0, 0.06, 60), rng.normal(0, 0.06, 60), np.zeros(60)])
    tall = rng.uniform(0.18, 0.34, 60)
    lean = rng.normal(0, 0.3, (60, 2))
    picture.add(
        leaf(textures.grass(rng, "#55653f", "#98a570", 64)), blades(roots, tall, 0.006, lean, rng)
    )
    tint = [("#5a4a8f", "#9a86c9"), ("#e9e4d6", "#fbf8ee"), ("#b8553a", "#e09a5a")][
        int(rng.integers(3))
    ]
    tips = roots + np.column_stack([lean * tall[:, None], tall])
    spots = np.repeat(tips[:40], 7, 0) + rng.normal(0, 0.011, (280, 3)) * [1, 1, 1.8]
    picture.add(leaf(foliage(rng, *tint)), leaves(spots, 0.017, rng))


def palms(rng: Rng) -> Picture:
    """Two rows of date palms on sand: basins of water round the right row, thin black tubes along the left."""
    picture = Picture(
        Camera((0.0, -7.5, 1.9), (0.0, 14, 2.6), 58),
        film=Film(key=0.24, contrast=1.15),
        sky=replace(DESERT, sun_turn=205, sun_height=38),
        haze=700,
    )
    dune = relief(rng, 14, 2.6)

    def height(x: Array, y: Array) -> Array:
        side = np.clip(np.abs(x) - 9, 0, 40) ** 0.7
        return 0.07 * dune(x, y) + 0.35 * side * np.clip(dune(x * 0.4, y * 0.4) + 0.7, 0, 2)

    sand = seen_ground((0, -7.5), FACING, 110, 0.8, 400, height, 520, 480)
    ripples = lambda p: 0.04 * np.sin(p[:, 0] * 7 + 3 * dune(p[:, 0], p[:, 1]))  # noqa: E731
    picture.add(
        paint("own", 0.9),
        coloured(
            sand,
            lambda p, s: (
                textures.blend(
                    "#b98f5f", "#e0c296", 0.55 + 0.25 * dune(p[:, 0], p[:, 1]) + ripples(p)
                )
                + 0 * s[:, None]
            ),
        ),
    )
    trunk, feathers = palm(rng, 6.5)
    skins = {
        "w": paint(textures.wood(rng, "#8a6a48", "#54402a", 256).swapaxes(0, 1), 0.95, scale=4),
        "l": leaf(foliage(rng, "#3f5a34", "#93a062")),
    }
    ys = np.arange(0, 46, 6.2)
    picture.scene.many(
        skins,
        {"w": trunk, "l": feathers},
        [
            stood(np.array([x, y, 0.0]), rng.uniform(0.85, 1.15), rng.uniform(0, 360))
            for x in (-4.3, 4.3)
            for y in ys
        ],
    )
    for y in ys:
        rim = turned_profile(
            [(0.95, -0.05), (1.05, 0.13), (1.22, 0.15), (1.42, 0.04), (1.5, -0.05)], 60, 4
        )
        picture.add(paint(textures.soil(rng, "#7d5f42"), 0.95), rim.moved(4.3, float(y)))
        picture.add(
            paint("#4a5a5a", 0.02, shine=0.8),
            turned_profile([(0, 0.07), (1.06, 0.07)], smooth=0).moved(4.3, float(y)),
        )
        loop = tube(
            [
                (-4.3 + 0.75 * np.cos(a), float(y) + 0.75 * np.sin(a), 0.05)
                for a in np.linspace(0.2, 6.1, 26)
            ],
            0.02,
            8,
        )
        picture.add(paint("#17171a", 0.4), loop)
        picture.add(
            paint("#5f4630", 0.6),
            turned_profile([(0, 0.035), (0.62, 0.03)], smooth=0).moved(-4.3, float(y)),
        )
    picture.add(
        paint("#17171a", 0.4),
        tube([(-3.3, y, 0.06 + 0.01 * np.sin(y)) for y in np.linspace(-6, 46, 30)], 0.026, 8),
    )
    return picture
