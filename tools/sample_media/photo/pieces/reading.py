"""Set pieces: a sketchbook on a sill, and a shelf of books with its sign."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, flowing, polygon, segment
from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import box, joined, rod, sheet
from ..picture import Picture, panel, printed
from ..sky import MORNING
from ..studio import Camera
from ..things.basics import Array, Rng, moved
from ..things.growing import plant
from ..things.paper import pencil
from .mending import shelf_of_books
from .oven import lawn


def sketchbook(rng: Rng) -> Picture:
    """An open sketchbook on a windowsill: one page empty but for a date, a boot on the other."""
    picture = Picture(
        Camera((0.05, -0.62, 0.66), (0.0, 0.09, 0.0), 52, blur=0.006),
        film=Film(key=0.24, contrast=1.15),
        sky=MORNING,
        haze=400,
    )
    picture.add(
        paint(textures.plaster(rng, "#e6e3da", rough=0.03), 0.5),
        box(2.6, 0.62, 0.04, 0.01).moved(y=0.06, z=-0.04),
        box(4, 0.1, 3, 0.01).moved(y=-0.16, z=-3.04),
    )
    white = paint("#e9e7e0", 0.5)
    for x in (-0.62, 0.0, 0.62):
        picture.add(white, box(0.055, 0.05, 1.6, 0.008).moved(x, 0.4))
    picture.add(
        white,
        box(2.4, 0.06, 0.06, 0.008).moved(0, 0.4),
        box(2.4, 0.04, 0.04, 0.008).moved(0, 0.4, 0.62),
    )

    lawn(picture, rng, (0.0, 3.0), count=100, floor=-1.3)
    for half in (-1, 1):
        picture.add(paint(printed(_leaf_of_book(half)), 0.95), _page_half(half))
    picture.add(paint("#22262c", 0.7), box(0.42, 0.29, 0.004, 0.002))
    picture.put(moved(pencil(rng), 0.26, -0.06, 0.0, 70))
    picture.put(moved(plant(rng), -0.4, 0.2, 0.0, 0, 0.9))
    picture.scene.lamp((-0.6, 1.5, 1.3), (0, 0, 0), (1.6, 1.2), "#fff6e8", 5)
    picture.scene.lamp((0.6, -1.6, 1.6), (0, 0, 0), (1.6, 1.2), "#ffe9d2", 1.6)
    return picture


def _page_half(sign: int):
    def place(u: Array, v: Array) -> Array:
        away = u if sign > 0 else 1 - u
        z = (
            0.016 * np.exp(-((away - 0.13) ** 2) / 0.03) * (1 - np.exp(-away * 28))
            + 0.006 * (1 - away)
            + 0.005
        )
        return np.stack([sign * away * 0.2, (v - 0.5) * 0.275, z], -1)

    return sheet(place, 2, 50)


def _leaf_of_book(half: int):
    page = Canvas(560, 770, "#f3efe4")
    if half < 0:
        page.text(70, 96, "Day 23", 52, "#4a4a4e", "hand", 500)
        return page.picture()
    page.text(470, 96, "24", 46, "#4a4a4e", "hand", 500, "right")
    boot = [
        (190, 190),
        (330, 180),
        (338, 330),
        (352, 440),
        (440, 486),
        (500, 520),
        (506, 580),
        (180, 582),
        (176, 420),
        (190, 190),
    ]
    rng = np.random.default_rng(5)
    for _ in range(4):
        page.stroke(
            flowing(np.array(boot) + rng.normal(0, 3.2, (len(boot), 2))), "#3a3a40", 2.6, 0.7
        )
    page.stroke(
        flowing(
            [(172, 584), (340, 594), (512, 582), (514, 608), (330, 618), (170, 610)], closed=True
        ),
        "#3a3a40",
        3,
        0.8,
    )
    for k in range(6):
        y = 220 + k * 38
        page.stroke(segment(262, y, 332 + k * 2, y + 14), "#3a3a40", 3, 0.8)
        page.stroke(segment(262, y + 16, 332 + k * 2, y - 4), "#3a3a40", 3, 0.8)
    for k in range(46):
        x = 188 + k * 3.2
        page.stroke(
            segment(x, 560 - k * 0.6, x + 26, 470 - k * 1.2 + rng.normal(0, 8)),
            "#3a3a40",
            1.6,
            0.32,
        )
    page.stroke(flowing([(332, 190), (300, 168), (240, 166), (192, 186)]), "#3a3a40", 2.6, 0.7)
    return page.picture()


def bookshelf(rng: Rng) -> Picture:
    """A shelf of books with cloth spines, a hand-lettered sign above, a low stool in front."""
    picture = Picture(
        Camera((0.35, -2.75, 1.0), (0.0, 0.0, 0.8), 52, blur=0.012),
        film=Film(key=0.2, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a0774e", "#6d4c2e", boards=8), 0.4, coat=0.15, scale=0.35),
        box(8, 7, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#d9cdb4"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=0.3)
    )
    timber = paint(textures.wood(rng, "#a9773f", "#6d4720", 512), 0.45, coat=0.15)
    for x in (-0.82, 0.82):
        picture.add(timber, box(0.035, 0.3, 1.28, 0.004).moved(x, 0.12))
    picture.add(timber, box(1.68, 0.32, 0.035, 0.004).moved(0, 0.12, 1.28))
    for z in (0.1, 0.5, 0.9):
        picture.put(moved(shelf_of_books(rng, 1.6), 0, 0.13, z))
    board = Canvas(900, 260, "#f3e7cb")
    board.text(860, 172, "ابدأ من هنا", 104, "#1f4226", "naskh-bold", 700, "right")
    board.text(48, 160, "Begin here", 66, "#1f4226", "serif-italic", 500)
    board.stroke(flowing([(70, 212), (200, 218), (330, 210)]), "#c7892f", 8)
    board.fill(polygon([(326, 194), (372, 210), (330, 230)]), "#c7892f")
    picture.add(
        paint(printed(board.picture()), 0.7),
        panel(0.95, 0.275).turned(-6, "x").moved(0, 0.05, 1.34),
    )
    picture.add(timber, box(0.97, 0.02, 0.3, 0.003).turned(-6, "x").moved(0, 0.065, 1.33))
    stool = [
        rod((x, y, 0), (x * 0.7, y * 0.7, 0.3), 0.018) for x in (-0.16, 0.16) for y in (-0.13, 0.13)
    ]
    picture.put(
        moved(
            [(timber, joined(stool)), (timber, box(0.4, 0.3, 0.03, 0.012).moved(0, 0, 0.3))],
            0.42,
            -0.5,
            0,
            16,
        )
    )
    cushion = box(0.36, 0.27, 0.05, 0.024, 5).moved(0, 0, 0.33)
    picture.put(
        moved(
            [(paint(textures.linen(rng, "#b5522f"), 0.95, sheen=0.5, scale=4), cushion)],
            0.42,
            -0.5,
            0,
            16,
        )
    )
    picture.put(moved(plant(rng), -0.6, 0.1, 1.315, 0, 1.1))
    picture.scene.lamp((-2.2, -2.4, 2.2), (0, 0, 0.9), (1.4, 1.6), "#fff1dc", 17)
    picture.scene.lamp((2.6, -2.6, 1.4), (0, 0, 0.8), (1.4, 1.4), "#bcd0e6", 3)
    picture.scene.glow("#d3dce6", 0.22)
    return picture
