"""Set pieces: a footrest with feet on it, and a painted cupboard."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas, disc, flowing, polygon
from ...canvas import box as drawn_box
from .. import textures
from ..darkroom import Film
from ..materials import paint
from ..meshes import ball, box, joined, tube
from ..picture import Picture, panel, printed
from ..studio import Camera
from ..things.basics import Rng, Thing, moved, tipped


def footrest(rng: Rng) -> Picture:
    """A low board on half an inner tube under a table; two feet in grey socks tilt it."""
    picture = Picture(
        Camera((0.62, -1.25, 0.52), (0.0, 0.05, 0.17), 42, blur=0.012),
        film=Film(key=0.17, contrast=1.2),
    )
    picture.add(
        paint(textures.linen(rng, "#5f7264", 512, 128), 0.98, scale=1.6),
        box(5, 5, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#c9c4b0"), 0.95, scale=0.4), box(7, 0.02, 3).moved(y=1.35)
    )
    picture.add(
        paint(textures.wood(rng, "#7a5836", "#4c331c", 256), 0.5), box(7, 0.03, 0.1).moved(y=1.33)
    )
    oak = paint(textures.wood(rng, "#b8834c", "#7d5427", boards=3), 0.35, coat=0.3, scale=0.9)
    picture.add(oak, box(1.7, 0.85, 0.04, 0.006).moved(0, 0.2, 0.62))
    for x in (-0.72, 0.72):
        picture.add(
            oak,
            box(0.07, 0.07, 0.62, 0.004).moved(x, 0.5),
            box(0.07, 0.07, 0.62, 0.004).moved(x, -0.12),
        )
    tilt = -9.0
    rubber = tube(
        [
            (0.27 * np.cos(a), 0.05 + 0.12 * np.sin(a), 0.035 + 0.02 * np.sin(a))
            for a in np.linspace(-0.25, np.pi + 0.25, 20)
        ],
        0.034,
        16,
    )
    picture.add(paint("#1f1f21", 0.6), rubber)
    board = box(0.62, 0.36, 0.022, 0.006).turned(tilt, "x").moved(0, 0.02, 0.075)
    picture.add(
        paint(textures.wood(rng, "#d0a56a", "#a0733c", boards=2), 0.45, coat=0.1, scale=2), board
    )
    for y in (-0.13, 0.15):
        picture.add(paint("#3a3a3c", 0.6), box(0.56, 0.03, 0.02, 0.004).moved(0, y, 0.0))
    for x, turn in ((-0.1, 7), (0.1, -6)):
        picture.put(moved(_sock(rng, tilt), x, 0.0, 0.092, turn))
    picture.scene.lamp((-1.8, -1.2, 1.5), (0, 0, 0.1), (1.1, 1.2), "#fff3e0", 13)
    picture.scene.lamp((1.8, -1.6, 1.2), (0, 0, 0.1), (1, 1), "#bcd0e6", 2.5)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def _sock(rng: Rng, tilt: float) -> Thing:
    wool = paint(textures.linen(rng, "#8d9296", 256, 64), 0.98, sheen=0.8, scale=4)
    foot = tube(
        [
            (0, -0.125, 0.022),
            (0, -0.1, 0.03),
            (0, -0.02, 0.036),
            (0, 0.06, 0.05),
            (0, 0.115, 0.052),
            (0, 0.135, 0.04),
        ],
        [0.02, 0.04, 0.043, 0.04, 0.042, 0.025],
        20,
    )
    toe = ball(0.042, 20).scaled(1, 0.75, 0.7).moved(0, -0.112, 0.03)
    leg = tube(
        [(0, 0.09, 0.045), (0, 0.095, 0.11), (0, 0.12, 0.24), (0, 0.16, 0.33)],
        [0.043, 0.04, 0.047, 0.052],
        20,
    )
    cuff = tube([(0, 0.15, 0.3), (0, 0.165, 0.345)], [0.054, 0.055], 20, 2)
    jeans = paint(textures.linen(rng, "#3a4f6b", 256, 96), 0.9, scale=6)
    trouser = tube([(0, 0.155, 0.31), (0, 0.2, 0.42), (0, 0.22, 0.62)], [0.07, 0.078, 0.085], 20)
    return tipped([(wool, joined([foot, toe, leg])), (wool, cuff), (jeans, trouser)], tilt * 0.6)


def painted_cupboard(rng: Rng) -> Picture:
    """An old cupboard whose doors carry the outlines of a ladder, a tent, a drill and a cake tin."""
    picture = Picture(
        Camera((0.5, -3.0, 1.15), (0.0, 0.0, 0.98), 51, blur=0.014),
        film=Film(key=0.2, contrast=1.2),
    )
    picture.add(
        paint(textures.wood(rng, "#a3764a", "#6d4a29", boards=8), 0.4, coat=0.15, scale=0.35),
        box(7, 7, 0.02).moved(z=-0.02),
    )
    picture.add(
        paint(textures.plaster(rng, "#e0cfae"), 0.95, scale=0.4), box(9, 0.02, 4).moved(y=0.4)
    )
    picture.add(
        paint(textures.wood(rng, "#8a6038", "#59391c", 256), 0.5), box(9, 0.03, 0.12).moved(y=0.38)
    )
    frame = paint(textures.plaster(rng, "#3f6f6a", rough=0.06), 0.6)
    for x in (-0.52, 0.52):
        picture.add(frame, box(0.05, 0.5, 1.9, 0.006).moved(x, 0.12))
    picture.add(
        frame,
        box(1.14, 0.54, 0.07, 0.01).moved(0, 0.12, 1.9),
        box(1.1, 0.5, 0.12, 0.008).moved(0, 0.12),
        box(1.2, 0.58, 0.04, 0.01).moved(0, 0.12, 1.97),
    )
    picture.add(paint("#2b2420", 0.9), box(1.0, 0.03, 1.8).moved(0, 0.35, 0.1))
    for z in (0.62, 1.12, 1.5):
        picture.add(
            paint(textures.wood(rng, "#a3774c", "#6d4a29", 128), 0.6),
            box(1.0, 0.44, 0.025).moved(0, 0.14, z),
        )
    for side in (-1, 1):
        art = printed(_door(side))
        swing = 17 if side < 0 else 30
        door = panel(0.5, 1.76).moved(0.25 if side < 0 else -0.25)
        picture.put(
            moved(
                [
                    (paint(art, 0.55), door),
                    (frame, box(0.5, 0.022, 1.76, 0.003).moved(0.25 if side < 0 else -0.25, 0.013)),
                ],
                0.5 * side,
                -0.14,
                0.13,
                swing * side,
            )
        )
    picture.scene.lamp((-2.2, -2.6, 2.4), (0, 0, 1), (1.4, 1.8), "#fff1dc", 18)
    picture.scene.lamp((2.4, -2.8, 1.2), (0, 0, 1), (1.4, 1.4), "#bcd0e6", 2.6)
    picture.scene.glow("#d3dce6", 0.22)
    return picture


def _door(side: int):
    sheet_ = Canvas(500, 1760, "#4a837c")
    chalk = "#f6ead0"
    for y in (40, 890):
        sheet_.stroke(drawn_box(36, y, 428, 830, 12), "#3a6a64", 10)
    if side < 0:
        for x in (150, 330):
            sheet_.stroke(flowing([(x, 120), (x + 6, 460), (x - 4, 810)]), chalk, 15)
        for y in range(180, 800, 96):
            sheet_.stroke(flowing([(152, y), (240, y + 5), (332, y - 3)]), chalk, 13)
        sheet_.stroke(polygon([(70, 1560), (250, 1180), (430, 1560)]), chalk, 15)
        sheet_.stroke(polygon([(200, 1560), (250, 1300), (300, 1560)], closed=False), chalk, 13)
        sheet_.stroke(flowing([(50, 1600), (60, 1570), (70, 1560)]), chalk, 9)
    else:
        sheet_.stroke(drawn_box(110, 330, 230, 120, 44), chalk, 15)
        sheet_.stroke(polygon([(170, 450), (270, 450), (235, 690), (130, 690)]), chalk, 15)
        sheet_.stroke(polygon([(340, 350), (400, 372), (400, 410), (340, 430)]), chalk, 13)
        sheet_.stroke(polygon([(400, 391), (462, 391)], closed=False), chalk, 11)
        sheet_.stroke(drawn_box(96, 1290, 308, 220, 20), chalk, 15)
        sheet_.stroke(flowing([(96, 1330), (250, 1350), (404, 1330)]), chalk, 12)
        sheet_.stroke(disc(250, 1262, 24), chalk, 12)
        for k in range(6):
            sheet_.fill(disc(136 + k * 46, 1430, 9), chalk)
    return sheet_.picture()
