"""Set pieces indoors: a sketchbook on a sill, a shelf of books with its sign, a long scarf on a chair, wool samples."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from ..canvas import Canvas, disc, flowing, polygon, segment
from . import textures
from .darkroom import Film
from .meshes import box, joined, rod, sheet, tube
from .picture import Picture, panel, printed
from .pieces_bench import _shelf_of_books
from .pieces_kitchen import _chair
from .sky import MORNING
from .studio import Camera, paint
from .tableware import Array, Rng, moved, pencil, plant

WOOLS = {
    "white": "#f1eee6",
    "pale blue": "#b9d3e3",
    "slate blue": "#5f7f9f",
    "moss green": "#6f8447",
    "mustard": "#cf9a2f",
    "rust": "#a84f28",
    "dark plum": "#4f2440",
    "gray": "#9aa0a3",
    "grey": "#9aa0a3",
    "black": "#24272c",
    "blue": "#2f6390",
    "gold": "#c9993a",
    "red": "#a8332b",
    "green": "#4a7a3f",
}


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
    from .pieces_bench import lawn

    lawn(picture, rng, (0.0, 3.0), count=100)
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
        picture.put(moved(_shelf_of_books(rng, 1.6), 0, 0.13, z))
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


def paper_bridge(rng: Rng) -> Picture:
    """A paper bridge between two tables, its middle folded down; apples on the floor."""
    from .tableware import apple

    picture = Picture(
        Camera((0.35, -2.5, 1.0), (0.0, 0.0, 0.52), 46, blur=0.012),
        film=Film(key=0.21, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a98a62", "#755a3c", boards=8), 0.5, scale=0.35),
        box(8, 8, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#d6cbb2"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=1.2)
    )
    timber = paint(textures.wood(rng, "#b8834c", "#7d5427", boards=3), 0.4, coat=0.2, scale=0.9)
    for side in (-1, 1):
        picture.add(timber, box(0.8, 0.7, 0.035, 0.006).moved(side * 0.8, 0.1, 0.72))
        for dx in (-0.34, 0.34):
            for y in (-0.18, 0.38):
                picture.add(timber, box(0.05, 0.05, 0.72, 0.004).moved(side * 0.8 + dx, y))
    white = paint("#f2eee2", 0.9)

    def deck(u: Array, v: Array) -> Array:
        x = (u - 0.5) * 1.1
        sag = np.clip(1 - np.abs(x) / 0.4, 0, 1)
        return np.stack(
            [
                x * (1 - 0.12 * sag),
                -0.02 + (v - 0.5) * 0.2,
                0.775 - 0.3 * sag + 0.012 * np.sin(u * 40) * (sag > 0),
            ],
            -1,
        )

    picture.add(white, sheet(deck, 6, 120))
    for y in (-0.1, 0.06):
        for k in range(15):
            x = -0.5 + k * 0.071
            sag = max(0.0, 1 - abs(x) / 0.4)
            z = 0.78 - 0.3 * sag
            end = x + 0.071
            far = 0.78 - 0.3 * max(0.0, 1 - abs(end) / 0.4)
            top = 0.11 * (1 - 0.4 * sag)
            picture.add(
                white,
                rod(
                    (x * (1 - 0.12 * sag), y, z),
                    (x + 0.035, y + rng.normal(0, 0.008), z + top),
                    0.008,
                    10,
                ),
                rod((x + 0.035, y, z + top), (end, y, far), 0.008, 10),
            )
    for _ in range(7):
        a = rng.uniform(-0.45, 0.55)
        picture.put(moved(apple(rng), a, rng.uniform(-0.5, 0.15), 0.0, rng.uniform(0, 360), 1.05))
    picture.put(moved(apple(rng), 0.02, -0.02, 0.475, 30))
    for x in (-0.75, -0.66):
        picture.put(moved(apple(rng), x, 0.05, 0.755, 30))
    picture.scene.lamp((-2.2, -2.2, 2.1), (0, 0, 0.5), (1.4, 1.6), "#fff3e0", 18)
    picture.scene.lamp((2.5, -2.6, 1.4), (0, 0, 0.5), (1.4, 1.4), "#bcd0e6", 3)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def knit(rng: Rng, rows: list[str], wide: int = 34, stitch: int = 12) -> Array:
    """Stocking stitch seen close: each row's colour, and V after V; the first row at the bottom."""
    tall = len(rows) * stitch
    y, x = np.mgrid[0:tall, 0 : wide * stitch].astype(float)
    row, u, v = (y // stitch).astype(int), (x / stitch) % 1, (y / stitch) % 1
    left = u < 0.5
    across = np.where(left, u * 2, (1 - u) * 2)
    slant = v + across * 0.55
    wave = (slant + 0.25) % 1
    yarn = np.sin(np.pi * np.clip(across * 0.96 + 0.02, 0, 1)) ** 0.6 * (
        0.55 + 0.45 * np.sin(np.pi * wave)
    )
    shift = np.where(slant >= 1, 1, 0)
    tints = np.array([textures.colour(r) for r in rows])[np.clip(row + shift, 0, len(rows) - 1)]
    fuzz = (
        0.09 * rng.normal(size=y.shape)
        + 0.1 * np.repeat(np.repeat(rng.normal(size=(len(rows), wide)), stitch, 0), stitch, 1) * 0.4
    )
    return np.clip(tints * (0.3 + 0.85 * yarn + gaussian_filter(fuzz, 0.7))[..., None], 0, 1)


def scarf(rng: Rng, rows: list[str]) -> Picture:
    """A knitted scarf of many coloured rows, folded over the back and the seat of a chair."""
    picture = Picture(
        Camera((0.42, -1.05, 1.12), (0.02, 0.0, 0.68), 45, blur=0.01),
        film=Film(key=0.2, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a08060", "#6f5238", boards=8), 0.5, scale=0.35),
        box(7, 7, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#b9c4c6"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=1.1)
    )
    picture.put(_chair(rng))
    wool = knit(rng, rows, 40, 8)
    line = _fold_line()
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    along /= along[-1]

    def place(u: Array, v: Array) -> Array:
        at = np.stack([np.interp(v, along, line[:, i]) for i in range(3)], -1)
        drape = 0.006 * np.sin(u * 14 + v * 30) + 0.008 * np.sin(u * 5 + v * 57)
        skew = 0.02 * np.sin(v * 21)
        return at + np.stack([(u - 0.5) * 0.2 + skew, 0 * u, drape + 0.005], -1)

    mesh = sheet(place, 700, 40)
    bump = wool.mean(-1)
    picture.add(paint(wool, 0.95, sheen=0.6, bump=np.clip(bump * 1.2, 0, 1), depth=0.004), mesh)
    fringe = [
        tube(
            [p, p + [rng.normal(0, 0.006), -0.03, -0.02], p + [rng.normal(0, 0.012), -0.05, -0.05]],
            0.0026,
            5,
        )
        for p in (line[0] + [x, 0, 0.005] for x in np.linspace(-0.095, 0.095, 24))
    ]
    picture.add(paint(rows[0], 0.95, sheen=0.6), joined(fringe))
    picture.scene.lamp((-1.9, -1.2, 1.9), (0, 0, 0.6), (1.1, 1.3), "#fff3e0", 15)
    picture.scene.lamp((2.0, -1.8, 1.2), (0, 0, 0.6), (1.2, 1.2), "#bcd0e6", 2.6)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def _fold_line() -> Array:
    """The scarf's middle: up from the seat's edge in folds over the seat, up the back and over it."""
    points = [(0.0, -0.3, 0.3), (0.0, -0.225, 0.46), (0.0, -0.1, 0.475), (0.01, 0.1, 0.476)]
    z = 0.478
    for k in range(3):
        z += 0.016
        points += (
            [(0.01, 0.13, z), (0.015, -0.12, z + 0.004)]
            if k % 2 == 0
            else [(0.015, -0.14, z), (0.0, 0.1, z + 0.004)]
        )
        z += 0.006
    points += [
        (0.0, -0.02, z + 0.02),
        (0.0, 0.1, z + 0.03),
        (0.0, 0.165, z + 0.12),
        (0.0, 0.205, 0.8),
        (0.0, 0.225, 0.955),
        (0.0, 0.28, 0.968),
        (0.0, 0.33, 0.9),
        (0.0, 0.33, 0.6),
    ]
    from .meshes import curve

    return curve(np.array(points, dtype=float), 12)


__all__ = ["disc"]
