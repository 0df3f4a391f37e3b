"""Set pieces on tables: dumplings, salt and a scale, tea for seven, an open radio, a game, a pearl diver's box."""

from __future__ import annotations

import numpy as np

from .. import lettering
from ..canvas import Canvas, disc, flowing, segment
from ..canvas import box as drawn_box
from . import textures
from .darkroom import Film
from .meshes import ball, blades, box, cut_out, joined, rod, sheet, tube, turned_profile
from .nature import stone
from .picture import Picture, indoors, page, panel, printed, window
from .studio import Camera, film, metal, paint
from .tableware import Array, Rng, Thing, bottle, cloth, glaze, moved, mug, notebook, plate, tipped

BRASS = paint("#c9973f", 0.22, metal=1.0)


def dumplings(rng: Rng) -> Picture:
    """Rows of dumplings on a floured table, crooked ones first."""
    picture = Picture(
        Camera((0.0, -0.5, 0.46), (0.0, 0.03, 0.0), 46, blur=0.006, focus=0.66),
        film=Film(key=0.24, contrast=1.2),
    )
    flour = np.clip(textures.noise(512, rng, 2.0) * 0.28 + 0.32, 0, 0.9)[..., None]
    board = textures.wood(rng, "#b07d4c", "#7d5230", 512, boards=3) * (
        1 - flour
    ) + flour * textures.colour("#f3ede0")
    picture.add(paint(board, 0.8, scale=0.8), box(1.6, 1.1, 0.03).moved(y=0.1, z=-0.03))
    dough = paint(textures.plaster(rng, "#e8dcc0", rough=0.05), 0.5, coat=0.08)
    for row in range(8):
        for column in range(8):
            mess = max(0.0, 1 - row / 5)
            shape = _dumpling(rng, 0.03 * (1 + rng.normal(0, 0.08) * mess), 0.6 + 0.4 * mess)
            picture.put(
                moved(
                    [(dough, shape)],
                    (column - 3.5) * 0.082 + rng.normal(0, 0.011) * mess,
                    -0.2 + row * 0.072 + rng.normal(0, 0.009) * mess,
                    0,
                    rng.normal(0, 26) * mess + rng.normal(0, 3),
                )
            )
    picture.put(moved(_rolling_pin(rng), 0.02, 0.42, 0.0, 8))
    picture.put(
        moved(
            [
                (
                    glaze(rng),
                    turned_profile(
                        [(0, 0), (0.04, 0), (0.075, 0.05), (0.072, 0.05), (0.04, 0.01), (0, 0.008)]
                    ),
                )
            ],
            -0.36,
            0.33,
        )
    )
    window(picture, -1, 0.9)
    return picture


def _dumpling(rng: Rng, size: float, mess: float) -> object:
    phase = rng.uniform(0, 6)

    def place(u: Array, v: Array) -> Array:
        along = (u - 0.5) * 2
        half = np.sqrt(np.clip(1 - along**2, 0, 1))
        angle = (v - 0.5) * np.pi * 1.02
        pleat = 0.06 * np.sin(along * 22 + phase) * np.exp(-((v - 0.5) ** 2) / 0.015)
        body = 0.62 * half**0.7
        x = along * 1.05 + 0.03 * np.sin(phase + along * 3) * mess
        y = np.sin(angle) * body * 0.95 + pleat * 0.6
        z = np.cos(angle) * body + 0.26 * np.exp(-((v - 0.5) ** 2) / 0.0035) * half**0.5 + pleat
        return np.stack([x, y + 0.22 * along**2, np.maximum(z, 0)], -1) * size

    return sheet(place, 41, 60)


def _rolling_pin(rng: Rng) -> Thing:
    timber = paint(textures.wood(rng, "#c99a62", "#94652f", 256), 0.45, scale=2)
    return [
        (timber, rod((-0.14, 0, 0.021), (0.14, 0, 0.021), 0.021)),
        (timber, rod((-0.19, 0, 0.021), (0.19, 0, 0.021), 0.009)),
    ]


def salt(rng: Rng) -> Picture:
    """A small scale, a steel tin of salt, rows of folded paper squares."""
    picture = Picture(
        Camera((0.16, -0.78, 0.42), (0.02, 0.02, 0.03), 34, blur=0.006),
        film=Film(key=0.2, contrast=1.2),
    )
    indoors(picture, rng, "#c4a987", "#8f5f38")
    white = paint("#f0ece0", 0.9)
    for row in range(4):
        for column in range(6):
            fold = 0.002 + 0.004 * rng.random()
            square = sheet(
                lambda u, v, f=fold: np.stack(
                    [(u - 0.5) * 0.036, (v - 0.5) * 0.036, 0.0015 + f * np.abs(u - v) * 1.4], -1
                ),
                6,
                6,
            )
            picture.put(
                moved(
                    [(white, square)],
                    -0.04 + column * 0.05,
                    -0.16 + row * 0.05,
                    0,
                    float(rng.normal(0, 7)),
                )
            )
            if row > 1 or column > 2:
                picture.add(
                    paint("#fbfaf6", 0.8),
                    ball(0.008, 12)
                    .scaled(1, 1, 0.35)
                    .moved(-0.04 + column * 0.05, -0.16 + row * 0.05, 0.006),
                )
    picture.put(moved(_kitchen_scale(rng), -0.2, -0.02, 0, 14))
    picture.put(moved(_tin(), -0.14, 0.17))
    picture.add(paint("#fbfaf6", 0.9), ball(0.04, 20).scaled(1, 1, 0.4).moved(-0.14, 0.17, 0.048))
    picture.put(moved(mug(rng), 0.26, 0.19, 0, 30))
    return picture


def _kitchen_scale(rng: Rng) -> Thing:
    face = Canvas(320, 200, "#1d2226")
    face.fill(drawn_box(30, 40, 260, 120, 8), "#b9c7a4")
    face.text(270, 136, "0.42 g", 76, "#1e261a", "mono", 600, "right")
    body = box(0.13, 0.15, 0.028, 0.006)
    screen = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.066, -0.068 + v * 0.036, np.full_like(u, 0.0288)], -1),
        2,
        2,
    )
    del rng
    return [
        (paint("#2a2f33", 0.4), body),
        (paint(printed(face.picture()), 0.3), screen),
        (
            metal("Al", 0.25),
            turned_profile(
                [(0, 0.034), (0.048, 0.034), (0.05, 0.031), (0.048, 0.028)], smooth=2
            ).moved(0, 0.024),
        ),
        (paint("#fbfaf6", 0.9), ball(0.01, 12).scaled(1.3, 1.1, 0.5).moved(0, 0.024, 0.036)),
    ]


def _tin() -> Thing:
    return [
        (
            metal("Al", 0.18),
            turned_profile(
                [
                    (0, 0),
                    (0.05, 0),
                    (0.052, 0.004),
                    (0.052, 0.07),
                    (0.05, 0.072),
                    (0.05, 0.07),
                    (0.049, 0.01),
                    (0, 0.008),
                ],
                smooth=3,
            ),
        )
    ]


def tea_table(rng: Rng) -> Picture:
    """A round table with seven cups, biscuits and a folded card; the chairs are empty."""
    picture = Picture(
        Camera((0.1, -1.75, 1.0), (0.0, 0.12, 0.12), 34, blur=0.01, focus=1.95),
        film=Film(key=0.21, contrast=1.2),
    )
    timber = paint(textures.wood(rng, "#a87444", "#6d4424", boards=5), 0.35, coat=0.2, scale=0.8)
    picture.add(
        timber,
        turned_profile(
            [(0, 0), (0.6, 0), (0.612, -0.012), (0.6, -0.03), (0, -0.03)], smooth=2
        ).bent(lambda p: p),
    )
    picture.add(
        paint(textures.wood(rng, "#8f6f50", "#5f4630", boards=9), 0.6, scale=0.35),
        box(6, 6, 0.02).moved(z=-0.76),
    )
    picture.add(
        paint(textures.plaster(rng, "#a9b09c"), 0.95, scale=0.4),
        box(8, 0.02, 4).moved(y=2.2, z=-0.8),
    )
    for angle in (35, 90, 145, 5, 175):
        a = np.radians(angle)
        picture.put(moved(_chair(rng), 0.86 * np.cos(a), 0.86 * np.sin(a), -0.74, angle - 90))
    cloth_ = sheet(
        lambda u, v: np.stack(
            [
                0.4 * (2 * u - 1) * np.sqrt(1 - (2 * v - 1) ** 2 / 2),
                0.4 * (2 * v - 1) * np.sqrt(1 - (2 * u - 1) ** 2 / 2),
                np.full_like(u, 0.0015),
            ],
            -1,
        ),
        20,
        20,
    )
    picture.add(paint(textures.linen(rng, "#ddd3bf"), 0.9, scale=3), cloth_)
    for i in range(7):
        a = np.radians(i * 360 / 7 + 14)
        saucer = turned_profile(
            [(0, 0), (0.035, 0), (0.07, 0.012), (0.069, 0.014), (0.035, 0.004), (0, 0.003)]
        )
        at = (0.42 * np.cos(a), 0.42 * np.sin(a))
        picture.put(moved([(glaze(rng), saucer)], *at, 0.002))
        picture.put(moved(mug(rng), *at, 0.005, i * 70, rng.uniform(0.72, 0.95)))
    picture.put(moved(plate(rng), 0.05, 0.02, 0.002))
    for i in range(13):
        a, r = i * 2.4, 0.075 * np.sqrt(i / 13)
        biscuit = turned_profile(
            [(0, 0), (0.03, 0), (0.034, 0.004), (0.031, 0.009), (0, 0.01)], 40, 3
        )
        picture.add(
            paint(
                textures.blend("#a86f36", "#d9a763", 0.5 + 0.25 * textures.noise(128, rng, 1.5)),
                0.85,
            ),
            biscuit.turned(float(rng.uniform(-12, 12)), "x").moved(
                0.05 + r * np.cos(a),
                0.02 + r * np.sin(a),
                0.012 + 0.008 * (i > 7) + 0.006 * rng.random(),
            ),
        )
    card = Canvas(400, 300, "#f6f0e0")
    card.text(200, 150, "Thursday", 84, "#6a2f1f", "hand", 600, "centre")
    card.text(200, 225, "three o'clock", 56, "#6a2f1f", "hand", 500, "centre")
    front = panel(0.11, 0.08).turned(-16, "x")
    picture.put(
        moved(
            [
                (paint(printed(card.picture()), 0.9), front),
                (paint("#efe6d2", 0.9), panel(0.11, 0.08).turned(16, "x").moved(y=0.045)),
            ],
            -0.16,
            -0.14,
            0.002,
            -12,
        )
    )
    window(picture, -1, 1.5)
    picture.scene.lamp((-2.2, -1.2, 2.0), (0, 0, 0), (1.6, 1.6), "#fff1dc", 9)
    return picture


def _chair(rng: Rng) -> Thing:
    timber = paint(textures.wood(rng, "#7a5232", "#4c301c", 256), 0.5, scale=1.5)
    seat = box(0.42, 0.4, 0.035, 0.015).moved(z=0.43)
    legs = [
        rod((x, y, 0), (x * 0.92, y * 0.92, 0.43), 0.018)
        for x in (-0.18, 0.18)
        for y in (-0.17, 0.17)
    ]
    back = [rod((x, 0.18, 0.44), (x * 1.05, 0.25, 0.92), 0.016) for x in (-0.18, -0.06, 0.06, 0.18)]
    top = tube([(-0.22, 0.24, 0.9), (0, 0.27, 0.93), (0.22, 0.24, 0.9)], 0.026, 12)
    return [(timber, seat), (timber, joined([*legs, *back])), (timber, top)]


def tag(rng: Rng, words: str) -> Thing:
    """A paper label on a loop of string, lying flat."""
    face = Canvas(220, 120, "#f2e6c8")
    face.fill(disc(24, 60, 9), "#6a5238")
    face.stroke(disc(24, 60, 12), "#b8472f", 4)
    face.text(128, 78, words, 54, "#2a2530", "hand", 600, "centre")
    paper = sheet(
        lambda u, v: np.stack(
            [(u - 0.5) * 0.05, (v - 0.5) * 0.027, 0.001 + 0.003 * np.sin(u * 3)], -1
        ),
        2,
        10,
    )
    loop = tube(
        [
            (-0.02, 0, 0.002),
            (-0.045, rng.normal(0, 0.01), 0.006),
            (-0.07, rng.normal(0, 0.016), 0.002),
            (-0.04, rng.normal(0, 0.01), 0.003),
            (-0.02, 0, 0.003),
        ],
        0.0006,
        6,
    )
    return [(paint(printed(face.picture()), 0.9), paper), (paint("#d9cbb0", 0.9), loop)]


LABELS = (
    "C3 ?",
    "R7",
    "to V2",
    "hum",
    "470k",
    "ok",
    "you",
    "C1",
    "red",
    "tube 1",
    "do not",
    "GND",
    "why",
    "R2",
    "new",
)


def labels(rng: Rng) -> Picture:
    """A heap of paper labels on strings, close up."""
    picture = Picture(
        Camera((0.03, -0.3, 0.2), (0.0, 0.0, 0.012), 34, blur=0.006, focus=0.34),
        film=Film(key=0.2, contrast=1.25, warmth=0.05),
    )
    indoors(picture, rng, "#8a6a48", "#7d4f2c", power=0.5)
    picture.scene.lamp((0.5, 0.35, 0.6), (0, 0, 0), (0.25, 0.25), "#ffc57d", 32)
    for i in range(34):
        ring = 0.095 * np.sqrt(rng.random())
        a = rng.uniform(0, 2 * np.pi)
        thing = tipped(tag(rng, LABELS[i % len(LABELS)]), float(rng.normal(0, 14)))
        picture.put(
            moved(
                tipped(thing, float(rng.normal(0, 9)), "y"),
                ring * np.cos(a),
                ring * np.sin(a),
                0.006 + 0.026 * (1 - ring / 0.095) * rng.random(),
                rng.normal(0, 70),
            )
        )
    return picture


def radio(rng: Rng) -> Picture:
    """An old wooden radio lying on its face, its back off, glass tubes and labelled parts under a warm lamp."""
    picture = Picture(
        Camera((0.12, -0.62, 0.88), (0.0, 0.0, 0.03), 46, blur=0.006),
        film=Film(key=0.19, contrast=1.25, warmth=0.04),
    )
    indoors(picture, rng, "#6f5a44", "#8f6238", power=0.3)
    picture.scene.lamp((0.3, 0.15, 0.95), (0, 0, 0.05), (0.3, 0.3), "#ffc27c", 40)
    walnut = paint(textures.wood(rng, "#7a4524", "#3f2110"), 0.25, coat=0.7, scale=2)
    wide, deep, high = 0.5, 0.34, 0.11
    for x, y, w, d in (
        (0, -deep / 2, wide, 0.016),
        (0, deep / 2, wide, 0.016),
        (-wide / 2, 0, 0.016, deep),
        (wide / 2, 0, 0.016, deep),
    ):
        picture.add(walnut, box(w + 0.004, d + 0.004, high, 0.006).moved(x, y))
    picture.add(paint("#2b2017", 0.9), box(wide, deep, 0.012))
    picture.add(
        paint("#7d7f80", 0.4, metal=0.7), box(0.4, 0.16, 0.06, 0.006).moved(-0.02, -0.07, 0.012)
    )
    cone = turned_profile(
        [(0.02, 0.03), (0.045, 0.05), (0.085, 0.1), (0.092, 0.1)], smooth=4
    ).moved(0.12, 0.07, 0.015)
    picture.add(paint("#4a3a2a", 0.9), cone)
    picture.add(
        metal("Cu", 0.3),
        turned_profile([(0, 0.0), (0.035, 0), (0.035, 0.05), (0, 0.05)], smooth=0).moved(
            0.12, 0.07, 0.05
        ),
    )
    for i, x in enumerate((-0.17, -0.1, -0.02, 0.06)):
        tall = 0.08 + 0.02 * (i % 2)
        glass_ = turned_profile(
            [(0.018, 0), (0.019, tall * 0.6), (0.012, tall * 0.85), (0.004, tall), (0, tall)], 40, 5
        ).moved(x, -0.07, 0.072)
        picture.add(film("#efe9df"), glass_)
        picture.add(
            paint("#1d1a18", 0.4),
            turned_profile([(0, 0), (0.02, 0), (0.02, 0.018), (0, 0.018)], smooth=0).moved(
                x, -0.07, 0.07
            ),
        )
        picture.add(
            metal("Al", 0.3),
            turned_profile(
                [(0, 0.02), (0.009, 0.02), (0.009, tall * 0.66), (0, tall * 0.66)], smooth=0
            ).moved(x, -0.07, 0.072),
        )
    for _ in range(9):
        x, y = rng.uniform(-0.22, 0.02), rng.uniform(0.04, 0.14)
        tint = str(rng.choice(["#b8862f", "#7a2f1f", "#2f4a5e", "#c9b58a"]))
        picture.add(
            paint(tint, 0.4, coat=0.3),
            rod(
                (x - 0.02, y, 0.03),
                (x + 0.02, y + rng.normal(0, 0.01), 0.03),
                float(rng.uniform(0.006, 0.012)),
            ),
        )
    for _ in range(18):
        a = np.array([rng.uniform(-0.22, 0.2), rng.uniform(-0.14, 0.14), 0.06])
        b = np.array([rng.uniform(-0.22, 0.2), rng.uniform(-0.14, 0.14), 0.05])
        wire = tube([a, (a + b) / 2 + [0, 0, rng.uniform(0.02, 0.07)], b], 0.0016, 6)
        picture.add(
            paint(str(rng.choice(["#b8402f", "#d9a53a", "#2f5a3f", "#3f4f6f", "#d8cfbd"])), 0.5),
            wire,
        )
    for i in range(12):
        at = (rng.uniform(-0.22, 0.22), rng.uniform(-0.15, 0.13), high * rng.uniform(0.55, 1.0))
        picture.put(
            moved(
                tipped(tag(rng, LABELS[i]), float(rng.normal(20, 18))), *at, turn=rng.normal(0, 40)
            )
        )
    for i in range(4):
        picture.put(
            moved(
                tag(rng, LABELS[i + 8]),
                rng.uniform(-0.3, 0.34),
                -0.25 + rng.normal(0, 0.02),
                0.002,
                rng.normal(0, 40),
            )
        )
    picture.put(moved(_screwdriver(), 0.25, -0.26, 0.009, 24))
    return picture


def _screwdriver() -> Thing:
    grip = turned_profile(
        [(0, 0), (0.01, 0.002), (0.0125, 0.02), (0.0115, 0.06), (0.0075, 0.08), (0.006, 0.085)]
    ).turned(90, "y")
    return [
        (paint("#c2412d", 0.25, coat=0.7), grip),
        (metal("Al", 0.15), rod((0.085, 0, 0), (0.19, 0, 0), 0.0026)),
    ]


def tide_game(rng: Rng) -> Picture:
    """A hand-made board of eight rows, the lower ones blue, with small cork boats."""
    picture = Picture(
        Camera((-0.14, -0.66, 0.44), (0.0, 0.0, 0.0), 33, blur=0.006),
        film=Film(key=0.21, contrast=1.2),
    )
    indoors(picture, rng, "#a9bcc0", "#a9764a")
    picture.add(
        paint(textures.wood(rng, "#caa06a", "#8f6535"), 0.5, scale=2.2),
        box(0.4, 0.42, 0.018, 0.004),
    )
    for row in range(8):
        for column in range(6):
            wet = row < 4
            tint = (
                ("#2f6f9c" if (row + column) % 2 else "#3f83ad")
                if wet
                else ("#d8b57f" if (row + column) % 2 else "#c79f64")
            )
            field = textures.plaster(rng, tint, 64, 0.07)
            picture.add(
                paint(field, 0.55, scale=6),
                box(0.058, 0.0455, 0.003, 0.001).moved(
                    (column - 2.5) * 0.06, (row - 3.5) * 0.0475, 0.0175
                ),
            )
    spots = [
        (0, 1),
        (2, 0),
        (3, 2),
        (5, 1),
        (1, 3),
        (4, 4),
        (0, 6),
        (2, 5),
        (3, 7),
        (5, 6),
        (1, 7),
        (4, 2),
    ]
    for i, (column, row) in enumerate(spots):
        picture.put(
            moved(
                _cork_boat(rng, "#c2412d" if i % 2 else "#f0ead8"),
                (column - 2.5) * 0.06,
                (row - 3.5) * 0.0475,
                0.02,
                rng.normal(0, 22),
            )
        )
    picture.put(moved(_cork_boat(rng, "#c2412d"), 0.27, -0.1, 0.0, 60))
    return picture


def _cork_boat(rng: Rng, sail: str) -> Thing:
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    outline = np.stack([0.021 * np.cos(t), 0.0115 * np.sin(t) * (1 - 0.35 * np.cos(t))], 1)
    cork = textures.blend("#9a6c3f", "#cfa06a", 0.55 + 0.3 * textures.noise(128, rng, 0.9))
    cloth_ = sheet(
        lambda u, v: np.stack(
            [0.001 + u * (1 - v) * 0.02, 0.006 * np.sin(u * 2.5) * (1 - v), 0.016 + v * 0.034], -1
        ),
        10,
        10,
    )
    return [
        (paint(cork, 0.9, scale=20), cut_out(outline, 0.012)),
        (paint("#c9a26a", 0.6), rod((0, 0, 0.01), (0, 0, 0.054), 0.0011)),
        (paint(sail, 0.8), cloth_),
    ]


def folded_page(rng: Rng) -> Picture:
    """A folded sheet on the lid of a wooden box: a sun, a pot, the number 90."""
    picture = Picture(
        Camera((0.06, -0.62, 0.42), (0.0, 0.0, 0.15), 28, blur=0.006),
        film=Film(key=0.23, contrast=1.2),
    )
    indoors(picture, rng, "#c9b59a", "#7d5230")
    picture.add(
        paint(textures.wood(rng, "#c79a62", "#94652f", boards=3), 0.5, scale=1.6),
        box(0.46, 0.36, 0.15, 0.006),
    )
    face = Canvas(620, 880, "#f4ecd9")
    face.fill(disc(310, 250, 96), "#e0982f")
    for k in range(16):
        a = k * np.pi / 8
        face.stroke(
            segment(
                310 + 122 * np.cos(a),
                250 + 122 * np.sin(a),
                310 + 172 * np.cos(a),
                250 + 172 * np.sin(a),
            ),
            "#e0982f",
            16,
        )
    face.fill(drawn_box(205, 500, 210, 130, 22), "#2b211a")
    face.fill(drawn_box(180, 484, 260, 22, 11), "#2b211a")
    face.fill(disc(310, 474, 16), "#2b211a")
    face.stroke(flowing([(190, 540), (150, 545), (160, 590), (204, 592)]), "#2b211a", 12)
    face.text(310, 812, "90", 170, "#c2512b", "serif", 700, "centre")
    art = printed(face.picture())
    fold = sheet(
        lambda u, v: np.stack(
            [
                (u - 0.5) * 0.155,
                (v - 0.5) * 0.22,
                0.154 + 0.016 * (1 - u) ** 2 + 0.003 * np.sin(v * 3),
            ],
            -1,
        ),
        4,
        24,
    )
    under = sheet(
        lambda u, v: np.stack(
            [(u - 0.5) * 0.156, (v - 0.5) * 0.221, 0.1515 + 0.007 * (1 - u) ** 2], -1
        ),
        4,
        24,
    )
    picture.put(moved([(paint(art, 0.9), fold), (paint("#e6dcc4", 0.9), under)], -0.02, 0.0, 0, -9))
    picture.put(moved(_key_on_string(), 0.17, -0.09, 0.152, 30))
    return picture


def _key_on_string() -> Thing:
    ring = tube(
        [(0.012 * np.cos(a), 0.012 * np.sin(a), 0.002) for a in np.linspace(0, 2 * np.pi, 16)],
        0.0022,
        8,
    )
    bits = [
        rod((0.012, 0, 0.002), (0.05, 0, 0.002), 0.002),
        box(0.004, 0.01, 0.003, 0.001).moved(0.047, -0.006),
        box(0.004, 0.008, 0.003, 0.001).moved(0.039, -0.005),
    ]
    return [(BRASS, ring), (BRASS, joined(bits))]


def kamal(rng: Rng) -> Picture:
    """A palm-sized board with a knotted string from its middle."""
    picture = Picture(
        Camera((0.05, -0.4, 0.3), (0.015, -0.005, 0.01), 31, blur=0.006),
        film=Film(key=0.19, contrast=1.25),
    )
    indoors(picture, rng, "#7f6a52", "#6a4327", power=0.8)
    picture.put(moved(cloth(rng, "#7f2f28", 0.46, 0.4, 0.008), 0.02, 0.02, 0, 12))
    picture.add(
        paint(textures.wood(rng, "#b98450", "#7a4c26", 512), 0.4, coat=0.25, scale=9),
        box(0.085, 0.062, 0.007, 0.002).turned(-14).moved(-0.03, 0.03, 0.012),
    )
    t = np.linspace(0, 1, 26)
    spiral = np.column_stack(
        [
            -0.03 + 0.11 * t + 0.04 * np.sin(t * 9),
            0.03 - 0.11 * t + 0.045 * np.cos(t * 8) - 0.045,
            0.02 - 0.006 * t,
        ]
    )
    cord = paint("#e3d6ba", 0.95)
    picture.add(cord, tube(spiral, 0.0016, 8))
    for i in (5, 9, 12, 16, 19, 22):
        picture.add(cord, ball(0.0042, 12).scaled(1, 1.2, 0.9).moved(*spiral[i]))
    picture.put(moved(_compass(), 0.14, 0.1, 0.01))
    return picture


def _compass() -> Thing:
    face = Canvas(300, 300, "#efe6d0")
    face.stroke(disc(150, 150, 138), "#5a4630", 5)
    for k in range(16):
        a = k * np.pi / 8
        face.stroke(
            segment(
                150 + 118 * np.cos(a),
                150 + 118 * np.sin(a),
                150 + 136 * np.cos(a),
                150 + 136 * np.sin(a),
            ),
            "#5a4630",
            4,
        )
    from ..canvas import polygon

    face.fill(polygon([(150, 36), (166, 150), (134, 150)]), "#b8301f")
    face.fill(polygon([(150, 264), (166, 150), (134, 150)]), "#2b2b2b")
    disc_ = sheet(
        lambda u, v: np.stack([(u - 0.5) * 0.056, (v - 0.5) * 0.056, np.full_like(u, 0.0145)], -1),
        2,
        2,
    )
    return [
        (
            BRASS,
            turned_profile(
                [
                    (0, 0),
                    (0.04, 0),
                    (0.042, 0.014),
                    (0.04, 0.018),
                    (0.037, 0.018),
                    (0.036, 0.013),
                    (0, 0.013),
                ],
                smooth=3,
            ),
        ),
        (paint(printed(face.picture()), 0.7), disc_),
    ]


def pearl_box(rng: Rng) -> Picture:
    """A small open box on red cloth, a brass scale, three oyster shells, a nose clip of bone."""
    picture = Picture(
        Camera((-0.1, -0.62, 0.36), (0.0, 0.02, 0.05), 34, blur=0.007),
        film=Film(key=0.16, contrast=1.3),
    )
    indoors(picture, rng, "#5a4436", "#5c3a22", power=0.85)
    picture.put(cloth(rng, "#7d2220", 0.8, 0.6, 0.014))
    teak = paint(textures.wood(rng, "#8a5730", "#4f2d16", 512), 0.3, coat=0.4, scale=5)
    for x, y, w, d in (
        (0, -0.06, 0.2, 0.008),
        (0, 0.06, 0.2, 0.008),
        (-0.1, 0, 0.008, 0.128),
        (0.1, 0, 0.008, 0.128),
    ):
        picture.put(moved([(teak, box(w, d, 0.06, 0.002))], x - 0.09, y + 0.05, 0.012))
    picture.add(paint("#6f1f22", 0.95, sheen=0.8), box(0.19, 0.12, 0.02).moved(-0.09, 0.05, 0.013))
    lid = box(0.204, 0.008, 0.13, 0.002).turned(-18, "x").moved(-0.09, 0.118, 0.07)
    picture.add(teak, lid)
    pearl = paint("#efe6dc", 0.12, coat=1.0, sheen=0.5)
    for _ in range(9):
        picture.add(
            pearl,
            ball(float(rng.uniform(0.004, 0.008)), 16).moved(
                -0.09 + rng.uniform(-0.07, 0.07), 0.05 + rng.uniform(-0.04, 0.04), 0.04
            ),
        )
    picture.put(moved(_balance(), 0.13, 0.1, 0.012, -16))
    for i, (x, y) in enumerate([(0.07, -0.07), (0.155, -0.05), (-0.01, -0.1)]):
        picture.put(moved(_oyster(rng), x, y, 0.02, i * 70 + 20))
    picture.add(pearl, ball(0.0075, 16).moved(0.07, -0.07, 0.035))
    clip = tube(
        [
            (-0.018, 0.0, 0.006),
            (-0.02, 0.012, 0.007),
            (0.0, 0.026, 0.008),
            (0.02, 0.012, 0.007),
            (0.018, 0.0, 0.006),
        ],
        [0.004, 0.0045, 0.005, 0.0045, 0.004],
        10,
    )
    picture.put(moved([(paint("#e3d8bd", 0.4, coat=0.3), clip)], -0.16, -0.08, 0.014, 30))
    return picture


def _oyster(rng: Rng) -> Thing:
    ridge = textures.noise(128, rng, 2.2)

    def place(u: Array, v: Array) -> Array:
        a, r = u * 2 * np.pi, v
        edge = (
            1
            + 0.07 * np.sin(a * 7 + 2)
            + 0.05 * ridge[(u * 127).astype(int), (v * 127).astype(int)]
        )
        return np.stack(
            [
                np.cos(a) * r * 0.038 * edge,
                np.sin(a) * r * 0.03 * edge,
                0.002
                + 0.016 * r**2.2
                + 0.002 * ridge[(v * 127).astype(int), (u * 127).astype(int)] * r,
            ],
            -1,
        )

    inside = textures.blend("#d8cfd0", "#f2e8e4", 0.5 + 0.4 * textures.noise(128, rng, 2.6))
    return [
        (paint(inside, 0.18, coat=0.9), sheet(place, 30, 60)),
        (paint("#6f6458", 0.9), sheet(place, 30, 60).scaled(1.03, 1.03, 1.0).moved(z=-0.003)),
    ]


def _balance() -> Thing:
    pan = turned_profile(
        [(0, 0), (0.016, 0.001), (0.027, 0.008), (0.026, 0.009), (0.015, 0.002), (0, 0.0012)]
    )
    parts = [
        turned_profile(
            [
                (0, 0),
                (0.03, 0),
                (0.028, 0.006),
                (0.006, 0.01),
                (0.004, 0.02),
                (0.004, 0.15),
                (0.006, 0.155),
                (0, 0.16),
            ]
        ),
        rod((-0.075, 0, 0.152), (0.075, 0, 0.146), 0.0028),
        pan.moved(-0.075, 0, 0.06),
        pan.moved(0.075, 0, 0.054),
    ]
    for x, low, top in ((-0.075, 0.066, 0.152), (0.075, 0.06, 0.146)):
        parts += [
            rod((x, 0, top), (x + 0.025 * np.cos(a), 0.025 * np.sin(a), low), 0.0006, 6)
            for a in (0.5, 2.6, 4.7)
        ]
    return [(BRASS, joined(parts))]


def sound_table(rng: Rng) -> Picture:
    """A cheese grater, a bucket of gravel, gloves, celery, and a microphone on its stand."""
    picture = Picture(
        Camera((0.05, -1.2, 0.52), (0.02, 0.04, 0.13), 37, blur=0.008),
        film=Film(key=0.13, contrast=1.25, saturation=1.0),
    )
    indoors(picture, rng, "#3b4148", "#5c4433", power=1.0)
    picture.put(moved(_grater(), -0.36, 0.0, 0, 24))
    tin = turned_profile(
        [
            (0, 0),
            (0.085, 0),
            (0.11, 0.18),
            (0.115, 0.185),
            (0.11, 0.19),
            (0.104, 0.18),
            (0.08, 0.02),
            (0, 0.02),
        ],
        smooth=2,
    )
    picture.add(metal("Al", 0.3), tin.moved(-0.15, 0.12))
    for _ in range(90):
        a, r = rng.uniform(0, 6.28), 0.095 * np.sqrt(rng.random())
        picture.add(
            paint(str(rng.choice(["#7d7a74", "#5f6063", "#97907f", "#6f5f50"])), 0.85),
            stone(rng, float(rng.uniform(0.009, 0.016))).moved(
                -0.15 + r * np.cos(a), 0.12 + r * np.sin(a), 0.168 + 0.02 * (1 - r / 0.1)
            ),
        )
    for i, (x, y) in enumerate([(0.03, -0.06), (0.12, -0.04)]):
        picture.put(moved(_glove(rng), x, y, 0.012, -30 + 50 * i))
    picture.put(moved(_celery(rng), 0.3, -0.02, 0.012, 14))
    picture.put(moved(_microphone(), 0.18, 0.16, 0, -20))
    return picture


def _grater() -> Thing:
    body = box(0.1, 0.075, 0.21, 0.006).bent(
        lambda p: (
            p
            * np.column_stack(
                [1 - 0.25 * p[:, 2] / 0.21, 1 - 0.25 * p[:, 2] / 0.21, np.ones(len(p))]
            )
        )
    )
    dots = [
        ball(0.0035, 8)
        .scaled(1, 0.7, 0.7)
        .moved(
            (i - 3) * 0.012 * (1 - 0.2 * j / 12),
            -0.0385 + 0.0095 * (0.03 + j * 0.0135) / 0.21,
            0.03 + j * 0.0135,
        )
        for i in range(7)
        for j in range(11)
    ]
    handle = tube(
        [(-0.03, 0, 0.208), (-0.028, 0, 0.25), (0.028, 0, 0.25), (0.03, 0, 0.208)], 0.006, 10
    )
    return [
        (metal("Al", 0.2), body),
        (metal("Al", 0.12), joined(dots)),
        (paint("#a8331f", 0.3, coat=0.5), handle),
    ]


def _glove(rng: Rng) -> Thing:
    wool = paint(textures.linen(rng, "#7d5a3a"), 0.95, sheen=0.8, scale=6)
    fingers = [
        tube(
            [(0.0, 0, 0.012), (x * 0.7, 0.06, 0.016), (x, 0.115 - abs(x) * 0.35, 0.012)],
            [0.013, 0.0125, 0.009],
            12,
        )
        for x in (-0.036, -0.012, 0.012, 0.036)
    ]
    thumb = tube(
        [(0.02, -0.01, 0.012), (0.06, 0.02, 0.014), (0.07, 0.05, 0.012)], [0.014, 0.012, 0.009], 12
    )
    palm = ball(0.045, 24).scaled(1, 1.3, 0.38).moved(0, -0.01, 0.014)
    cuff = (
        turned_profile([(0.03, 0), (0.034, 0.02), (0.034, 0.06), (0.03, 0.062)])
        .scaled(1.05, 0.45, 1)
        .turned(90, "x")
        .moved(0, -0.03, 0.016)
    )
    return [(wool, joined([*fingers, thumb, palm])), (wool, cuff)]


def _celery(rng: Rng) -> Thing:
    stalks = [
        tube(
            [
                (-0.14, i * 0.016, 0.012),
                (0.0, i * 0.02, 0.018 + 0.01 * (i == 0)),
                (0.11, i * 0.034, 0.02),
            ],
            [0.013, 0.011, 0.006],
            10,
        )
        for i in (-1, 0, 1)
    ]
    from .meshes import leaves
    from .nature import foliage
    from .studio import leaf

    tops = leaves(
        np.column_stack(
            [
                rng.normal(0.14, 0.025, 160),
                rng.normal(0, 0.03, 160),
                np.abs(rng.normal(0.022, 0.016, 160)),
            ]
        ),
        0.03,
        rng,
    )
    return [
        (paint("#a9c46a", 0.35, coat=0.2), joined(stalks)),
        (leaf(foliage(rng, "#4f7a2a", "#93b44a")), tops),
    ]


def _microphone() -> Thing:
    stand = [
        turned_profile([(0, 0), (0.075, 0), (0.075, 0.01), (0.02, 0.016), (0, 0.018)], smooth=2),
        rod((0, 0, 0.01), (0, 0, 0.3), 0.007),
        rod((0, 0, 0.29), (-0.1, -0.05, 0.33), 0.006),
    ]
    body = rod((-0.1, -0.05, 0.33), (-0.17, -0.085, 0.31), 0.02)
    head = ball(0.032, 24).scaled(1.1, 1, 1).moved(-0.185, -0.092, 0.305)
    mesh = paint(
        textures.linen(np.random.default_rng(3), "#8f949a", 128, 32), 0.35, metal=0.9, scale=8
    )
    return [(paint("#1b1c1f", 0.45), joined(stand)), (paint("#24262a", 0.35), body), (mesh, head)]


def luggage_scale(rng: Rng) -> Picture:
    """A brass scale on a coat hook with a backpack on it, a brick on the floor below."""
    picture = Picture(
        Camera((0.2, -2.0, 0.9), (0.0, 0.0, 0.74), 47, blur=0.012), film=Film(key=0.2, contrast=1.2)
    )
    picture.add(
        paint(textures.plaster(rng, "#c79a7f"), 0.95, scale=0.5), box(5, 0.02, 3).moved(y=0.18)
    )
    picture.add(
        paint(textures.wood(rng, "#8f6a48", "#5f432c", boards=8), 0.5, scale=0.4),
        box(5, 4, 0.02).moved(y=-1.8, z=-0.02),
    )
    picture.add(
        paint(textures.wood(rng, "#6d4528", "#43290f", 256), 0.4, coat=0.3),
        box(1.7, 0.025, 0.11).moved(0, 0.155, 1.42),
    )
    for x in (-0.55, 0.0, 0.55):
        picture.add(
            metal("Al", 0.3),
            tube([(x, 0.14, 1.46), (x, 0.07, 1.45), (x, 0.05, 1.48), (x, 0.045, 1.5)], 0.008, 10),
        )
        picture.add(
            metal("Al", 0.3), tube([(x, 0.14, 1.45), (x, 0.1, 1.42), (x, 0.09, 1.46)], 0.006, 10)
        )
    face = Canvas(400, 400, "#f2ead6")
    for k in range(25):
        a = np.radians(-220 + k * 260 / 24)
        face.stroke(
            segment(
                200 + 150 * np.cos(a),
                200 + 150 * np.sin(a),
                200 + (178 if k % 2 == 0 else 168) * np.cos(a),
                200 + (178 if k % 2 == 0 else 168) * np.sin(a),
            ),
            "#2b211a",
            5 if k % 4 == 0 else 3,
        )
        if k % 4 == 0:
            face.text(
                200 + 118 * np.cos(a),
                200 + 118 * np.sin(a) + 12,
                str(k // 2),
                34,
                "#2b211a",
                "serif",
                600,
                "centre",
            )
    face.stroke(segment(200, 200, 200 + 140 * np.cos(0.62), 200 + 140 * np.sin(0.62)), "#b8301f", 7)
    face.fill(disc(200, 200, 14), "#b8301f")
    picture.add(BRASS, rod((0, 0.075, 1.28), (0, 0.03, 1.28), 0.085, 64))
    picture.add(paint(printed(face.picture()), 0.6), panel(0.15, 0.15).moved(0, 0.0285, 1.205))
    ring = tube(
        [(0.022 * np.cos(a), 0.05, 1.39 + 0.022 * np.sin(a)) for a in np.linspace(0, 6.3, 18)],
        0.005,
        8,
    )
    hook = tube(
        [
            (0, 0.05, 1.2),
            (0, 0.05, 1.16),
            (0.018, 0.05, 1.13),
            (0.0, 0.05, 1.11),
            (-0.016, 0.05, 1.125),
        ],
        0.005,
        10,
    )
    picture.add(BRASS, ring, hook)
    picture.put(moved(backpack(rng, "#2f5a6f"), 0, 0.02, 0.55))
    picture.add(
        paint(textures.plaster(rng, "#a04a32", rough=0.14), 0.9, scale=3),
        box(0.22, 0.105, 0.068, 0.004).turned(24).moved(0.17, -0.05),
    )
    picture.scene.lamp((-2.2, -1.8, 2.2), (0, 0, 0.9), (1.3, 1.6), "#fff1dc", 20)
    picture.scene.lamp((2.4, -2.0, 1.2), (0, 0, 0.9), (1.3, 1.3), "#bcd0e6", 2.4)
    picture.scene.glow("#d3dce6", 0.2)
    return picture


def backpack(rng: Rng, tint: str) -> Thing:
    """A full backpack, open at the top, hanging by its loop."""
    fabric = paint(textures.linen(rng, tint, 256, 128), 0.85, sheen=0.3, scale=5)
    dark = paint("#1d2a33", 0.8)

    def soften(p: Array) -> Array:
        high = np.clip(p[:, 2] / 0.46, 0, 1)
        wide_, deep_ = 1.08 - 0.3 * high**2.2, 1.25 - 0.62 * high**1.5
        sag = 0.02 * np.sin(p[:, 0] * 14 + p[:, 2] * 9) * (1 - high)
        return p * np.column_stack([wide_, deep_, np.ones(len(p))]) + np.column_stack(
            [0 * sag, sag, 0 * sag]
        )

    body = box(0.31, 0.17, 0.46, 0.075, 9).bent(soften)
    pocket = box(0.24, 0.08, 0.2, 0.035, 6).moved(0, -0.105, 0.04)
    loop = tube(
        [
            (-0.03, 0.05, 0.45),
            (-0.02, 0.05, 0.54),
            (0.0, 0.04, 0.575),
            (0.02, 0.05, 0.54),
            (0.03, 0.05, 0.45),
        ],
        0.008,
        8,
    )
    straps = [
        tube(
            [(x, 0.08, 0.43), (x * 1.6, 0.14, 0.3), (x * 1.5, 0.12, 0.08), (x, 0.07, 0.04)],
            0.018,
            8,
        ).scaled(1, 0.6, 1)
        for x in (-0.09, 0.09)
    ]
    zips = [
        tube([(-0.115, -0.145, 0.2), (0, -0.152, 0.215), (0.115, -0.145, 0.2)], 0.004, 6),
        tube([(-0.15, -0.05, 0.4), (0, -0.1, 0.44), (0.15, -0.05, 0.4)], 0.005, 6),
    ]
    book = box(0.2, 0.03, 0.16, 0.003).turned(6, "y").moved(-0.02, 0.0, 0.38)
    return [
        (fabric, body),
        (fabric, pocket),
        (dark, joined([loop, *straps])),
        (metal("Al", 0.3), joined(zips)),
        (paint("#c9a24a", 0.7), book),
    ]


def two_plates(rng: Rng) -> Picture:
    """Two plates on a wooden table: potatoes with oil, lemon and herbs; potatoes in cream with dill."""
    from .meshes import leaves
    from .nature import foliage
    from .studio import leaf

    picture = Picture(
        Camera((0.0, -0.52, 0.62), (0.0, 0.0, 0.02), 44, blur=0.006),
        film=Film(key=0.22, contrast=1.2),
    )
    indoors(picture, rng, "#cdb99a", "#9a6a40")
    dish = turned_profile(
        [
            (0, 0),
            (0.08, 0),
            (0.125, 0.018),
            (0.142, 0.022),
            (0.14, 0.026),
            (0.12, 0.021),
            (0.08, 0.007),
            (0, 0.006),
        ]
    )
    for at, tint, cream in (((-0.05, 0.17), "#2f6f8f", False), ((0.05, -0.15), "#e6dfcf", True)):
        picture.add(paint(textures.clay(rng, tint), 0.2, coat=0.6), dish.moved(*at))
        for i in range(13):
            a, r = i * 2.4, 0.085 * np.sqrt(i / 13)
            lump = (
                ball(0.027, 24)
                .scaled(rng.uniform(1.0, 1.35), rng.uniform(0.85, 1.1), rng.uniform(0.7, 0.9))
                .turned(rng.uniform(0, 180))
            )
            skin = textures.blend("#d9b45f", "#f0dca0", 0.5 + 0.3 * textures.noise(128, rng, 1.6))
            picture.add(
                paint(
                    skin
                    if not cream
                    else textures.blend(
                        "#efe3c0", "#f8f1de", 0.5 + 0.3 * textures.noise(128, rng, 2)
                    ),
                    0.3,
                    coat=0.5,
                ),
                lump.moved(at[0] + r * np.cos(a), at[1] + r * np.sin(a), 0.028 + 0.016 * (i < 5)),
            )
        spots = np.column_stack(
            [
                at[0] + rng.normal(0, 0.045, 260),
                at[1] + rng.normal(0, 0.045, 260),
                0.05 + 0.014 * rng.random(260),
            ]
        )
        picture.add(leaf(foliage(rng, "#2f5a22", "#7fa043")), leaves(spots, 0.011, rng, 0.5))
        if cream:
            picture.add(
                paint("#f6f0e2", 0.25, coat=0.6), ball(0.1, 40).scaled(1, 1, 0.13).moved(*at, 0.02)
            )
        else:
            for k in range(3):
                wedge = rod(
                    (at[0] + 0.07 + 0.02 * k, at[1] - 0.06 + 0.03 * k, 0.03),
                    (at[0] + 0.075 + 0.02 * k, at[1] - 0.06 + 0.03 * k, 0.034),
                    0.022,
                    32,
                )
                picture.add(paint("#f0cf4a", 0.3, coat=0.4), wedge.turned(0))
            picture.add(
                paint("#c9a62f", 0.03, shine=0.9),
                ball(0.105, 30).scaled(1, 1, 0.05).moved(*at, 0.012),
            )
    picture.put(moved(cloth(rng, "#7f3a2c", 0.22, 0.34, 0.01), 0.27, 0.04, 0.0, 12))
    for x in (0.24, 0.27):
        picture.add(metal("Al", 0.16), rod((x, -0.12, 0.016), (x + 0.01, 0.08, 0.016), 0.004))
    return picture


__all__ = ["blades", "bottle", "lettering", "notebook", "page"]
