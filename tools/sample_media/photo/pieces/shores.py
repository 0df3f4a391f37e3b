"""Set pieces by the water: a skiff and its builder, a board on a pier, a bank of mud."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...canvas import Canvas, polygon
from ...canvas import box as drawn_box
from .. import textures
from ..darkroom import Film
from ..hulls import gunwale, hull
from ..materials import leaf, paint
from ..meshes import ball, box, joined, rod, sheet, tube
from ..nature import coloured, meadow, relief, scattered, seen_ground, stone, water
from ..picture import Picture, panel, printed
from ..sky import MORNING
from ..studio import Camera
from ..things.basics import Array, Rng, Thing, moved
from ..things.pots import bottle
from .grounds import FACING, far_hills, wood_line


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
