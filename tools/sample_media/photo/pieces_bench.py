"""Set pieces from the workshop: a solar oven, two arms, a probe, a bench for mending, hulls, a painted cupboard."""

from __future__ import annotations

import numpy as np

from ..canvas import Canvas, disc, flowing, polygon
from ..canvas import box as drawn_box
from . import textures
from .darkroom import Film
from .hulls import gunwale, hull, seam
from .meshes import Mesh, ball, box, cut_out, joined, rod, sheet, tube, turned_profile
from .nature import broadleaf, foliage, meadow, scattered, stood
from .picture import Picture, indoors, panel, printed, window
from .sky import NOON
from .studio import Camera, film, leaf, metal, paint
from .tableware import Array, Rng, Thing, gears, moved, mug, tipped

BRASS = paint("#c9973f", 0.22, metal=1.0)


def _level(x: Array, y: Array) -> Array:
    return np.zeros_like(x) + 0 * y


def lawn(
    picture: Picture,
    rng: Rng,
    eye: tuple[float, float],
    far: float = 26.0,
    tall: float = 0.045,
    count: int = 150000,
) -> None:
    """A mown lawn in front of the camera (which looks along +y), with a hedge of trees behind."""
    base = textures.blend("#3c4a26", "#6a7440", 0.5 + 0.3 * textures.noise(512, rng, 1.6))
    picture.add(paint(base, 0.95, scale=0.6), box(160, 160, 0.02).moved(y=60, z=-0.02))
    near = scattered(rng, count, eye, 90, 84, 0.35, far, _level, 1.25)
    picture.add(
        leaf(textures.grass(rng, "#4c5a30", "#a9ad6c")), meadow(rng, near, tall, 0.004, 0.12, 0.45)
    )
    wood, crown = broadleaf(rng, 7.5, 0.3, 9000)
    skins = {"w": paint("#4a3a2c", 0.9), "l": leaf(foliage(rng, "#2a4a1a", "#7d983c"))}
    places = [
        stood(
            np.array([x, rng.uniform(24, 34), -1.2]), rng.uniform(0.75, 1.25), rng.uniform(0, 360)
        )
        for x in np.linspace(-26, 26, 15)
    ]
    picture.scene.many(skins, {"w": wood, "l": crown}, places)


def solar_oven(rng: Rng) -> Picture:
    """A wooden box with a tilted glass lid and four shiny flaps, a black pot inside, on a lawn at noon."""
    picture = Picture(
        Camera((0.85, -2.25, 1.62), (0.0, 0.0, 0.36), 44, blur=0.012),
        film=Film(key=0.22, contrast=1.15, saturation=0.98),
        sky=NOON,
    )
    lawn(picture, rng, (0.85, -2.25))
    ply = paint(textures.wood(rng, "#d0a066", "#a06f3a", boards=2), 0.55, scale=1.1)
    black = paint("#6d5a45", 0.8)
    wide, deep, front, back = 0.72, 0.62, 0.26, 0.42

    def slanted(p: Array) -> Array:
        rise = 1 + (back / front - 1) * (p[:, 1] + deep / 2) / deep
        return p * np.column_stack([np.ones((len(p), 2)), np.where(p[:, 2] > 0.1, rise, 1)])

    for x in (-wide / 2, wide / 2):
        picture.add(ply, box(0.022, deep, front, 0.003).bent(slanted).moved(x))
        picture.add(
            black,
            box(0.004, deep - 0.05, front - 0.012, 0.001)
            .bent(slanted)
            .moved(x - np.sign(x) * 0.02),
        )
    picture.add(
        ply,
        box(wide, 0.022, front, 0.003).moved(0, -deep / 2),
        box(wide, 0.022, back, 0.003).moved(0, deep / 2),
    )
    picture.add(
        black,
        box(wide - 0.05, 0.004, back - 0.02, 0.001).moved(0, deep / 2 - 0.02),
        box(wide - 0.04, deep - 0.04, 0.01).moved(z=0.04),
    )
    tilt = float(np.degrees(np.arctan2(back - front, deep)))
    pane = (
        box(wide - 0.02, deep, 0.004, 0.001)
        .turned(tilt, "x")
        .moved(0, 0, (front + back) / 2 - 0.012)
    )
    picture.add({**film("#eef7f4"), "int_ior": 1.18}, pane)
    crumple = textures.noise(512, rng, 1.8)
    foil = paint("#e9ebee", 0.12, metal=1.0, bump=crumple * 0.03 + 0.5, depth=0.05, scale=1.0)
    lip = (front + back) / 2
    for turn, half, reach, lean, z in (
        (0, wide / 2, deep / 2, 34, back),
        (180, wide / 2, deep / 2, 66, front),
        (90, deep / 2, wide / 2, 40, lip),
        (-90, deep / 2, wide / 2, 40, lip),
    ):
        flap = _flap(half, 0.46 if turn != 180 else 0.36).turned(-lean, "x").moved(0, reach, 0)
        if abs(turn) == 90:
            flap = flap.turned(0)
        flap = flap.turned(turn)
        picture.add(foil, _tilted(flap, tilt, turn, z))
    picture.put(moved(_pot(), 0.02, 0.05, 0.05, 0, 1.5))
    for x in (-0.3, 0.3):
        for y in (-0.24, 0.24):
            picture.add(paint("#7d5a36", 0.7), box(0.05, 0.05, 0.05).moved(x, y, -0.045))
    return picture


def _flap(half: float, long: float) -> Mesh:
    def place(u: Array, v: Array) -> Array:
        spread = half + 0.13 * v
        return np.stack([(u - 0.5) * 2 * spread, np.zeros_like(u), v * long], -1)

    return sheet(place, 12, 12)


def _tilted(flap: Mesh, tilt: float, turn: float, z: float) -> Mesh:
    """Follow the lid's slope on the two sides; the front and back flaps only rise to its height."""
    if abs(turn) == 90:
        slope = np.tan(np.radians(tilt))
        return flap.bent(
            lambda p: p + np.column_stack([np.zeros((len(p), 2)), z + p[:, 1] * slope])
        )
    return flap.moved(z=z)


def _pot() -> Thing:
    black = paint("#191818", 0.3, coat=0.4)
    body = turned_profile(
        [
            (0, 0),
            (0.1, 0),
            (0.115, 0.02),
            (0.115, 0.1),
            (0.118, 0.104),
            (0.09, 0.116),
            (0.03, 0.128),
            (0, 0.13),
        ],
        smooth=4,
    )
    knob = ball(0.017, 16).moved(0, 0, 0.14)
    ears = [
        tube(
            [
                (s * 0.11, -0.03, 0.08),
                (s * 0.15, -0.025, 0.085),
                (s * 0.15, 0.025, 0.085),
                (s * 0.11, 0.03, 0.08),
            ],
            0.007,
            8,
        )
        for s in (-1, 1)
    ]
    return [(black, body), (black, joined([knob, *ears]))]


def pegboard(picture: Picture, rng: Rng, tint: str = "#b59a74") -> None:
    """A wall of tools behind a bench."""
    picture.add(
        paint(textures.cardboard(rng, tint), 0.9, scale=1.5),
        box(6.4, 0.02, 3.2).moved(y=0.62, z=-1.4),
    )
    steel, handle = metal("Al", 0.3), paint("#b8402f", 0.5, coat=0.3)
    for i, x in enumerate(np.linspace(-1.1, 1.1, 9)):
        z = 0.62 + 0.12 * (i % 2)
        if i % 3 == 0:
            picture.add(
                steel,
                box(0.03, 0.012, 0.26).moved(x, 0.6, z),
                box(0.13, 0.03, 0.04).moved(x, 0.59, z + 0.24),
            )
        elif i % 3 == 1:
            picture.add(handle, rod((x, 0.59, z + 0.14), (x, 0.59, z + 0.26), 0.016))
            picture.add(steel, rod((x, 0.59, z), (x, 0.59, z + 0.15), 0.005))
        else:
            saw = (
                cut_out(np.array([(0, 0), (0.34, 0.0), (0.36, 0.09), (0.0, 0.045)]), 0.003)
                .turned(90, "x")
                .turned(90, "y")
                .moved(x, 0.6, z + 0.3)
            )
            picture.add(steel, saw)
            picture.add(
                paint("#7a5230", 0.5), box(0.1, 0.02, 0.07, 0.02).moved(x + 0.04, 0.6, z + 0.27)
            )


def lamp_arm(rng: Rng, lift: float = 40.0, bend: float = -62.0, turn: float = -18.0) -> Picture:
    """A jointed wooden arm clamped to a bench, a lamp at its end, a tin can as counterweight."""
    picture = Picture(
        Camera((0.1, -1.55, 0.46), (0.05, 0.0, 0.34), 44, blur=0.012),
        film=Film(key=0.15, contrast=1.25, warmth=0.03),
    )
    bench(picture, rng)
    timber = paint(textures.wood(rng, "#c9985c", "#95662f", 512), 0.45, coat=0.15, scale=4)
    steel = metal("Al", 0.25)
    base = np.array([-0.22, 0.05, 0.0])
    picture.add(
        timber,
        box(0.12, 0.12, 0.05, 0.006).moved(*base),
        box(0.06, 0.05, 0.2, 0.006).moved(*base + [0, 0, 0.05]),
    )
    picture.add(
        paint("#2b2d30", 0.5),
        box(0.05, 0.06, 0.06, 0.006).moved(*base + [0.055, 0.03, 0.06]),
        box(0.05, 0.05, 0.05, 0.006).moved(*base + [-0.06, 0.03, 0.06]),
    )
    picture.put(_clamp(base))
    shoulder = base + [0, 0, 0.23]
    up = np.array([np.cos(np.radians(lift)), 0, np.sin(np.radians(lift))])
    elbow = shoulder + up * 0.4
    tail = shoulder - up * 0.17
    fore = np.array([np.cos(np.radians(lift + bend)), 0, np.sin(np.radians(lift + bend))])
    hand = elbow + fore * 0.34
    for y in (-0.028, 0.028):
        picture.add(
            timber,
            _bar(tail + [0, y, 0], elbow + [0, y, 0], 0.038, 0.012),
            _bar(elbow + [0, y * 0.4, 0], hand + [0, y * 0.4, 0], 0.03, 0.01),
        )
    for at in (shoulder, elbow, hand):
        picture.add(steel, rod(at + [0, -0.045, 0], at + [0, 0.045, 0], 0.009))
        picture.add(steel, rod(at + [0, -0.048, 0], at + [0, -0.044, 0], 0.018))
    belt = [
        tube(
            [
                shoulder + [0, -0.04, 0] + s * np.array([-up[2], 0, up[0]]) * 0.02,
                elbow + [0, -0.04, 0] + s * np.array([-up[2], 0, up[0]]) * 0.02,
            ],
            0.0025,
            6,
            1,
        )
        for s in (-1, 1)
    ]
    picture.add(paint("#1b1b1c", 0.7), *belt)
    label_ = Canvas(600, 260, "#d9a23a")
    label_.text(300, 165, "PEACHES", 110, "#7d2f1a", "serif", 700, "centre")
    can = turned_profile(
        [
            (0, 0),
            (0.042, 0),
            (0.043, 0.003),
            (0.041, 0.006),
            (0.041, 0.1),
            (0.043, 0.103),
            (0.04, 0.105),
            (0.039, 0.02),
            (0, 0.02),
        ],
        smooth=2,
    ).moved(*(tail + [0, 0, -0.06]))
    picture.add(metal("Al", 0.2), can)
    picture.add(
        paint(printed(label_.picture()), 0.5),
        sheet(
            lambda u, v: np.stack(
                [
                    0.0418 * np.cos(2 * np.pi * u * 2),
                    0.0418 * np.sin(2 * np.pi * u * 2),
                    0.014 + 0.078 * v,
                ],
                -1,
            ),
            4,
            60,
        )
        .turned(20)
        .moved(*(tail + [0, 0, -0.06])),
    )
    _lamp_head(picture, hand, turn)
    picture.put(moved(mug(rng), 0.36, -0.12, 0.0, -40))
    picture.put(moved(gears(rng), 0.18, -0.2, 0.0))
    return picture


def _lamp_head(picture: Picture, hand: Array, turn: float) -> None:
    shade = (
        turned_profile(
            [
                (0.02, 0.05),
                (0.028, 0.04),
                (0.075, -0.045),
                (0.078, -0.05),
                (0.072, -0.045),
                (0.025, 0.036),
            ],
            smooth=3,
        )
        .turned(12, "y")
        .turned(turn)
    )
    picture.add(paint("#2f5d5a", 0.35, coat=0.5), shade.moved(*(hand + [0.02, 0, -0.045])))
    glow = {"type": "area", "radiance": {"type": "rgb", "value": [34, 25, 15]}}
    picture.scene.extra["bulb"] = {
        "type": "sphere",
        "center": [float(x) for x in hand + [0.025, 0, -0.06]],
        "radius": 0.022,
        "emitter": glow,
    }


def _bar(a: Array, b: Array, wide: float, thick: float) -> Mesh:
    long = float(np.linalg.norm(b - a))
    angle = float(np.degrees(np.arctan2(b[2] - a[2], b[0] - a[0])))
    return (
        box(long + wide * 0.9, thick, wide, min(wide, thick) * 0.3)
        .moved(z=-wide / 2)
        .turned(-angle, "y")
        .moved(*((a + b) / 2))
    )


def _clamp(at: Array) -> Thing:
    iron = paint("#7d2f26", 0.45, coat=0.2)
    return [
        (
            iron,
            tube(
                [
                    at + [-0.02, -0.1, 0.06],
                    at + [-0.02, -0.14, 0.05],
                    at + [-0.02, -0.14, -0.1],
                    at + [-0.02, -0.08, -0.1],
                ],
                0.011,
                8,
            ),
        ),
        (metal("Al", 0.3), rod(at + [-0.02, -0.09, -0.13], at + [-0.02, -0.09, 0.06], 0.006)),
    ]


def bench(picture: Picture, rng: Rng, power: float = 0.7) -> None:
    """A workbench with a board of tools behind it."""
    top = paint(textures.wood(rng, "#a87d50", "#6d4a29", boards=4), 0.6, scale=0.8)
    picture.add(top, box(4.6, 1.1, 0.06, 0.006).moved(y=0.06, z=-0.06))
    pegboard(picture, rng)
    window(picture, -1, power)
    picture.scene.lamp((-1.9, -0.9, 1.6), (0, 0.2, 0.3), (1.0, 1.2), "#fff1dc", 8 * power)


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
        Camera((0.2, -1.05, 0.36), (0.03, 0.0, 0.17), 38, blur=0.009),
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
            picture.add(grey, _bar(at + [0, y, 0], end + [0, y, 0], wide, 0.006))
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
    picture.put(moved(_board(rng), -0.15, -0.21, 0.0, 12))
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


def _board(rng: Rng) -> Thing:
    """A small circuit board with its parts."""
    green = textures.blend("#1f5a3a", "#2f7a4f", 0.5 + 0.2 * textures.noise(128, rng, 1.2))
    out: Thing = [(paint(green, 0.35, coat=0.4, scale=10), box(0.085, 0.06, 0.003, 0.0005))]
    out.append((paint("#17181a", 0.4), box(0.022, 0.014, 0.006, 0.001).moved(0.005, 0, 0.003)))
    out.append((metal("Al", 0.25), box(0.014, 0.012, 0.008, 0.001).moved(-0.038, 0.012, 0.003)))
    pins = [
        rod((x, y, 0.003), (x, y, 0.011), 0.0009, 6)
        for y in (-0.026, 0.026)
        for x in np.linspace(-0.03, 0.036, 14)
    ]
    out.append((paint("#c9a23f", 0.3, metal=1.0), joined(pins)))
    out.append(
        (
            paint("#c9a23f", 0.4),
            joined([rod((x, 0.015, 0.003), (x, 0.015, 0.012), 0.004) for x in (0.026, 0.036)]),
        )
    )
    out.append((paint("#b8301f", 0.3, coat=0.5), ball(0.0028, 10).moved(-0.012, 0.017, 0.005)))
    return out


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
    picture.put(moved(_board(rng), 0.2, -0.1, 0.0, 24, 1.35))
    picture.put(moved(_screw_jar(rng), 0.27, 0.08))
    return picture


def _screw_jar(rng: Rng) -> Thing:
    from .tableware import jar

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
    picture.put(moved(_shelf_of_books(rng, 2.6), 0.5, 1.36, 0.55))
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


def _shelf_of_books(rng: Rng, long: float) -> Thing:
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


def stitched_panels(rng: Rng) -> Picture:
    """Plywood panels wired into a hull on trestles, copper ends along every seam."""
    picture = Picture(
        Camera((1.25, -1.75, 1.45), (-0.1, 0.0, 0.62), 62, blur=0.012),
        film=Film(key=0.15, contrast=1.3),
    )
    _shed(picture, rng)
    body = hull(2.6, 1.1, 0.42, stern=0.7, chine=1.7, sheer=0.3).moved(z=0.6)
    ply = paint(textures.wood(rng, "#d3a66c", "#ab7a42", boards=0), 0.6, scale=0.7)
    picture.add(ply, body)
    for row in (0, 9, 20, 31, 40):
        line = seam(body, row)
        if row in (9, 20, 31):
            picture.add(paint("#7d5a36", 0.8), tube(line[::6], 0.004, 6))
            for i in range(2, 78, 2):
                at = line[i]
                out = np.array([0.0, np.sign(at[1]) * 0.4 if row != 20 else 0.0, -0.9])
                inward = np.array([0, 0, 1.0])
                curl = [
                    at + out * 0.012,
                    at + out * 0.045 + rng.normal(0, 0.006, 3),
                    at + out * 0.07 + rng.normal(0, 0.012, 3),
                ]
                picture.add(metal("Cu", 0.18), tube([at + inward * 0.03, *curl], 0.0028, 6))
                picture.add(
                    metal("Cu", 0.18),
                    tube(
                        [
                            at + inward * 0.002,
                            at + inward * 0.035 + rng.normal(0, 0.004, 3),
                            at + inward * 0.05 + rng.normal(0, 0.012, 3),
                        ],
                        0.0028,
                        6,
                    ),
                )
    for x in (-0.75, 0.65):
        picture.put(moved(_trestle(rng), x, 0, 0, 90))
    return picture


def _shed(picture: Picture, rng: Rng) -> None:
    """A boat shed: plank floor and wall, light through a wide door."""
    picture.add(
        paint(textures.wood(rng, "#8a7a68", "#5f5244", boards=9), 0.85, scale=0.3),
        box(30, 14, 0.02).moved(z=-0.02),
    )
    wall = paint(textures.wood(rng, "#8f8069", "#5a4d3d", boards=8).swapaxes(0, 1), 0.9, scale=0.4)
    picture.add(wall, panel(30, 6).moved(0, 3.0, 0))
    picture.scene.lamp((-3.2, -1.4, 2.4), (0, 0, 0.6), (2.2, 2.4), "#fff4e4", 11)
    picture.scene.lamp((3.4, -2.2, 2.0), (0, 0, 0.6), (1.6, 1.6), "#c3d3e6", 2.5)
    picture.scene.glow("#cfd8e2", 0.2)
    rope = tube(
        [
            (1.9 + 0.2 * np.cos(t), 2.9, 1.6 + 0.24 * np.sin(t) - 0.02 * t)
            for t in np.linspace(0, 20, 70)
        ],
        0.016,
        8,
        1,
    )
    picture.add(paint("#c9b083", 0.95), rope)
    oars = [
        rod((-1.7 + 0.16 * i, 2.85, 0.0), (-1.62 + 0.14 * i, 2.92, 2.3), 0.022) for i in range(3)
    ]
    picture.add(paint("#c08a4a", 0.4, coat=0.4), *oars)


def _trestle(rng: Rng) -> Thing:
    timber = paint(textures.wood(rng, "#b58a55", "#7f5a30", 256), 0.7, scale=1.5)
    legs = [rod((x * 0.75, 0, 0.6), (x, y, 0), 0.022) for x in (-0.5, 0.5) for y in (-0.22, 0.22)]
    return [(timber, box(1.1, 0.09, 0.07, 0.006).moved(z=0.56)), (timber, joined(legs))]


def model_ship(rng: Rng) -> Picture:
    """The hull of a small wooden ship on a bench, its bow a little bent to the right."""
    picture = Picture(
        Camera((0.62, -0.78, 0.42), (0.0, 0.02, 0.1), 40, blur=0.009),
        film=Film(key=0.17, contrast=1.25),
    )
    bench(picture, rng, 0.9)
    body = hull(0.62, 0.18, 0.1, stern=0.55, sheer=0.75, bend=-0.028, rise=0.5).moved(z=0.045)
    picture.add(
        paint(textures.wood(rng, "#c08a50", "#7f5228", boards=14), 0.5, coat=0.2, scale=1.0), body
    )
    picture.add(paint("#6d4424", 0.5), gunwale(body, 0.0042))
    for row in range(3, 20, 3):
        picture.add(
            paint("#5f3c1e", 0.7),
            tube(seam(body, row)[::5], 0.0009, 5),
            tube(seam(body, 40 - row)[::5], 0.0009, 5),
        )
    for x in np.linspace(-0.24, 0.2, 12):
        rib = [(x, y, 0.05 + 0.1 * (abs(y) / 0.085) ** 2.1) for y in np.linspace(-0.076, 0.076, 11)]
        picture.add(paint("#b07d48", 0.6), tube(rib, 0.003, 6))
    picture.add(
        paint("#8a5a30", 0.5),
        tube(
            [
                (-0.31, 0, 0.05),
                (0, 0, 0.042),
                (0.25, -0.006, 0.06),
                (0.37, -0.024, 0.2),
                (0.4, -0.03, 0.26),
            ],
            0.005,
            8,
        ),
    )
    for x in (-0.16, 0.14):
        picture.add(
            paint(textures.wood(rng, "#a3774c", "#6d4a29", 128), 0.7),
            box(0.03, 0.16, 0.045, 0.003).moved(x),
        )
    picture.put(moved(_chisel(), 0.2, -0.2, 0.008, 160))
    for _ in range(26):
        t = np.linspace(0, rng.uniform(5, 11), 30)
        curl = np.stack([0.007 * np.cos(t), t * 0.0016, 0.007 + 0.007 * np.sin(t)], 1)
        a = rng.uniform(0, 6.28)
        shaving = (
            tube(curl, 0.0011, 5, 1)
            .turned(float(np.degrees(a)))
            .moved(rng.normal(0.05, 0.2), -0.17 + rng.normal(0, 0.06), 0.0)
        )
        picture.add(paint("#dcb57f", 0.8), shaving)
    picture.put(
        moved([(paint("#e9e1cc", 0.95), box(0.3, 0.21, 0.001, 0.0003))], -0.28, -0.12, 0.0, 20)
    )
    return picture


def _chisel() -> Thing:
    return [
        (
            paint("#b5793f", 0.35, coat=0.5),
            tube([(0, 0, 0), (0.05, 0, 0), (0.1, 0, 0)], [0.009, 0.011, 0.008], 14),
        ),
        (BRASS, rod((0.1, 0, 0), (0.108, 0, 0), 0.0085)),
        (metal("Al", 0.12), box(0.12, 0.014, 0.003, 0.0008).moved(0.17, 0, -0.0015)),
    ]


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


__all__ = ["film"]
