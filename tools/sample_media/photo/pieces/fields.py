"""Set pieces on playing fields: a goal in the evening, after a match, a table in the rain, a pitch at sunset."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...canvas import Canvas, polygon
from .. import textures
from ..darkroom import Film
from ..materials import film, metal, paint
from ..meshes import ball, box, joined, rod, sheet, turned_profile
from ..picture import Picture, printed
from ..sky import GOLDEN, OVERCAST
from ..studio import Camera
from ..things.basics import Rng, Thing, moved, tipped
from .grounds import goal, player, playing_field, stick


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
    picture.put(moved(stick(), -1.1, 2.4, 0.05, 24))
    picture.add(paint("#f1efe6", 0.6), ball(0.032, 16).moved(-0.35, 2.2, 0.05))
    for x, y, r in ((-3.4, 4.5, 0.8), (2.9, 6.2, 1.1), (0.1, 5.3, 0.5), (4.0, 3.6, 0.6)):
        picture.add(
            paint("#2b2a24", 0.02, shine=0.9),
            ball(r, 30).scaled(1.5, 0.7, 0.0006).moved(x, y, 0.012),
        )
    return picture


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
