"""Set pieces: a probe in a box of foil, and a long bench where things are mended."""

from __future__ import annotations

import numpy as np

from ...canvas import Canvas
from .. import textures
from ..darkroom import Film
from ..materials import metal, paint
from ..meshes import ball, box, joined, rod, tube, turned_profile
from ..picture import Picture, indoors, panel, printed
from ..studio import Camera
from ..things.basics import BRASS, Array, Rng, Thing, moved
from ..things.pots import jar, mug
from .bench import circuit_board


def probe(rng: Rng) -> Picture:
    """A thin wire with a bead at its tip, taped through the wall of a foil-lined box; a circuit board beside it."""
    picture = Picture(
        Camera((0.12, -0.62, 0.36), (0.0, 0.0, 0.06), 38, blur=0.007, focus=0.66),
        film=Film(key=0.18, contrast=1.2),
    )
    indoors(picture, rng, "#bda585", "#946540")
    kraft = paint(textures.cardboard(rng), 0.95, scale=3)
    foil = paint(
        "#e9ebee",
        0.2,
        metal=1.0,
        bump=textures.noise(512, rng, 1.7) * 0.05 + 0.5,
        depth=0.06,
        scale=3,
    )
    wide, deep, high = 0.34, 0.28, 0.17
    for x, y, w, d in (
        (0, deep / 2, wide, 0.006),
        (-wide / 2, 0, 0.006, deep),
        (wide / 2, 0, 0.006, deep),
    ):
        picture.put(moved([(kraft, box(w, d, high, 0.001))], x - 0.09, y + 0.08))
    for x, y, w, d in (
        (0, deep / 2 - 0.006, wide - 0.01, 0.002),
        (-wide / 2 + 0.006, 0, 0.002, deep),
        (wide / 2 - 0.006, 0, 0.002, deep),
    ):
        picture.put(moved([(foil, box(w, d, high - 0.004, 0.0005))], x - 0.09, y + 0.08))
    picture.put(
        moved(
            [
                (foil, box(wide, deep, 0.004, 0.001)),
                (kraft, box(wide, 0.006, 0.05, 0.001).moved(0, -deep / 2)),
            ],
            -0.09,
            0.08,
        )
    )
    picture.put(
        moved(
            [(kraft, box(0.004, deep, 0.11, 0.001).turned(52, "y"))],
            wide / 2 - 0.09,
            0.08,
            high - 0.01,
        )
    )
    wire = [
        (0.2, -0.06, 0.006),
        (0.19, 0.03, 0.05),
        (0.13, 0.07, 0.1),
        (0.08, 0.07, 0.105),
        (0.02, 0.05, 0.09),
        (-0.05, 0.02, 0.07),
        (-0.075, 0.015, 0.062),
    ]
    picture.add(paint("#c9a24a", 0.4), tube(wire, 0.0015, 8))
    picture.add(
        paint("#b8402f", 0.5),
        tube([(x + 0.002, y + 0.003, z + 0.003) for x, y, z in wire[:-1]] + [wire[-1]], 0.0015, 8),
    )
    picture.add(metal("Al", 0.12), ball(0.0048, 20).moved(*wire[-1]))
    picture.add(
        paint("#d8c9a0", 0.5), box(0.05, 0.004, 0.03, 0.001).turned(90).moved(0.0845, 0.07, 0.09)
    )
    picture.put(moved(circuit_board(rng), 0.2, -0.1, 0.0, 24, 1.35))
    picture.put(moved(_screw_jar(rng), 0.27, 0.08))
    return picture


def _screw_jar(rng: Rng) -> Thing:

    return jar(rng)


def repair_bench(rng: Rng) -> Picture:
    """A long table with lamps, a toaster in pieces, a string of numbered clothes pegs."""
    picture = Picture(
        Camera((-0.62, -1.05, 0.6), (0.12, 0.05, 0.13), 48, blur=0.01, focus=1.2),
        film=Film(key=0.16, contrast=1.25, warmth=0.03),
    )
    picture.add(
        paint(textures.wood(rng, "#b08252", "#704a28", boards=4), 0.5, coat=0.1, scale=0.7),
        box(5.0, 1.25, 0.05, 0.006).moved(0.9, -0.08, -0.05),
    )
    picture.add(
        paint(textures.plaster(rng, "#8f9a8a"), 0.95, scale=0.4),
        box(9, 0.02, 4).moved(1, 1.5, -0.8),
    )
    picture.put(moved(shelf_of_books(rng, 2.6), 0.5, 1.36, 0.55))
    for x, y, turn in ((-0.35, 0.28, 20), (0.65, 0.26, -10), (1.6, 0.28, 30)):
        _desk_lamp(picture, rng, np.array([x, y, 0.0]), turn)
    picture.put(moved(_toaster(rng), 0.02, 0.06, 0, -18))
    picture.put(moved(_radio_small(), 0.62, 0.02, 0, 14))
    picture.put(moved(mug(rng), 0.36, -0.25, 0, 60))
    for i in range(7):
        picture.add(
            metal("Al", 0.25),
            rod(
                (-0.24 + i * 0.03, -0.24 + 0.012 * np.sin(i * 3), 0.003),
                (-0.24 + i * 0.03 + 0.02 * np.cos(i), -0.24 + 0.02 * np.sin(i * 2), 0.003),
                0.0025,
            ),
        )
    line = [
        (x, 0.42 + 0.02 * np.sin(x), 0.54 - 0.045 * np.sin((x + 1.2) / 2.6 * np.pi))
        for x in np.linspace(-1.0, 1.7, 14)
    ]
    picture.add(paint("#d9cbb0", 0.9), tube(line, 0.0022, 6))
    for i, x in enumerate(np.linspace(-0.75, 1.3, 15)):
        z = 0.54 - 0.045 * np.sin((x + 1.2) / 2.6 * np.pi)
        picture.put(moved(_peg(i + 7), x, 0.42, z - 0.045, rng.normal(0, 8)))
    picture.scene.lamp((-2.2, -1.6, 2.0), (0, 0, 0), (1.2, 1.2), "#dfe6ee", 3)
    picture.scene.glow("#cdd3da", 0.1)
    return picture


def _peg(number: int) -> Thing:
    face = Canvas(60, 200, "#d9b37a")
    face.text(30, 150, str(number), 46, "#7d2f1a", "sans", 700, "centre")
    timber = paint(printed(face.picture()), 0.7)
    return [
        (timber, panel(0.016, 0.07).moved(0, -0.007, 0)),
        (paint("#d9b37a", 0.7), box(0.016, 0.012, 0.07, 0.002)),
        (metal("Al", 0.3), rod((-0.011, 0, 0.042), (0.011, 0, 0.042), 0.003)),
    ]


def _desk_lamp(picture: Picture, rng: Rng, at: Array, turn: float) -> None:
    steel = paint(str(rng.choice(["#b8402f", "#2f4a5a", "#d0a23a"])), 0.35, coat=0.5)
    bend = np.radians(turn)
    knee, head = at + [-0.12 * np.cos(bend), 0.03, 0.25], at + [0.08 * np.cos(bend), -0.1, 0.42]
    picture.add(
        steel,
        turned_profile(
            [(0, 0), (0.075, 0), (0.075, 0.012), (0.02, 0.02), (0, 0.02)], smooth=2
        ).moved(*at),
    )
    picture.add(metal("Al", 0.25), rod(at, knee, 0.006), rod(knee, head, 0.006))
    picture.add(
        steel,
        turned_profile(
            [(0.02, 0.05), (0.03, 0.04), (0.075, -0.03), (0.072, -0.03), (0.025, 0.036)], smooth=3
        ).moved(*head),
    )
    name = f"bulb{len(picture.scene.extra)}"
    glow = {"type": "area", "radiance": {"type": "rgb", "value": [120, 86, 50]}}
    picture.scene.extra[name] = {
        "type": "sphere",
        "center": [float(x) for x in head + [0, 0, -0.012]],
        "radius": 0.024,
        "emitter": glow,
    }


def _toaster(rng: Rng) -> Thing:
    chrome = metal("Al", 0.1)
    shell = box(0.26, 0.14, 0.17, 0.04, 6).moved(0, 0.08)
    inside = box(0.22, 0.12, 0.015).moved(0.02, -0.14)
    grids = [
        rod(
            (-0.09 + i * 0.02, -0.2, 0.03),
            (-0.09 + i * 0.02, -0.09, 0.03 + 0.02 * (i % 2)),
            0.0016,
            6,
        )
        for i in range(11)
    ]
    coil = [
        tube(
            [
                (0.16 + 0.012 * np.cos(t), -0.1 + t * 0.004, 0.02 + 0.012 * np.sin(t))
                for t in np.linspace(0, 25, 90)
            ],
            0.0018,
            6,
            1,
        )
    ]
    knob = (
        turned_profile([(0, 0), (0.018, 0), (0.016, 0.014), (0, 0.016)], smooth=3)
        .turned(90, "x")
        .moved(0.18, -0.02, 0.02)
    )
    slots = [box(0.18, 0.024, 0.006).moved(0, 0.055 + 0.05 * i, 0.166) for i in (0, 1)]
    wire = tube(
        [(-0.12, 0.05, 0.02), (-0.2, 0.0, 0.005), (-0.25, -0.1, 0.004), (-0.17, -0.17, 0.004)],
        0.0036,
        8,
    )
    del rng
    return [
        (chrome, shell),
        (paint("#0f0f10", 0.8), joined(slots)),
        (metal("Al", 0.35), inside),
        (metal("Cu", 0.3), joined(grids + coil)),
        (paint("#1a1a1b", 0.5), knob),
        (paint("#1a1a1b", 0.6), wire),
    ]


def _radio_small() -> Thing:
    body = box(0.2, 0.08, 0.13, 0.02, 5)
    grille = [
        rod((-0.08, -0.041, 0.03 + i * 0.012), (0.01, -0.041, 0.03 + i * 0.012), 0.0025, 8)
        for i in range(7)
    ]
    dial = rod((0.055, -0.04, 0.075), (0.055, -0.05, 0.075), 0.026, 40)
    return [
        (paint("#3f7f7a", 0.3, coat=0.6), body),
        (paint("#e8dcc0", 0.5), joined(grille)),
        (BRASS, dial),
        (metal("Al", 0.2), rod((0.08, 0.03, 0.12), (0.16, 0.05, 0.36), 0.0026)),
    ]


def shelf_of_books(rng: Rng, long: float) -> Thing:
    """A board with books of all colours on it, `long` metres."""
    board = paint(textures.wood(rng, "#9a6b3f", "#66431f", 256), 0.5)
    out: Thing = [(board, box(long, 0.24, 0.025, 0.003))]
    x = -long / 2 + 0.05
    while x < long / 2 - 0.08:
        thick, tall, deep = (
            rng.uniform(0.016, 0.05),
            rng.uniform(0.17, 0.28),
            rng.uniform(0.13, 0.18),
        )
        tint = str(
            rng.choice(
                [
                    "#7a2e2a",
                    "#28465e",
                    "#3d5a45",
                    "#c2a66b",
                    "#4a3a52",
                    "#b8552f",
                    "#22343b",
                    "#d9d0ba",
                    "#8a7a3a",
                ]
            )
        )
        book = (
            box(thick, deep, tall, 0.003)
            .turned(float(rng.normal(0, 1.2)), "y")
            .moved(x + thick / 2, -0.02, 0.025)
        )
        out.append((paint(tint, 0.75), book))
        if rng.random() < 0.6:
            out.append(
                (
                    BRASS,
                    box(thick * 0.8, 0.002, 0.006, 0.0005).moved(
                        x + thick / 2, -0.02 - deep / 2, 0.025 + tall * 0.75
                    ),
                )
            )
        x += thick + rng.uniform(0.0, 0.004) + (0.08 if rng.random() < 0.05 else 0)
    return out
