"""Things for a table: pots, fruit, bread, books, jars, yarn; each a list of (material, mesh) at the origin."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from . import textures
from .meshes import (
    Mesh,
    ball,
    box,
    curve,
    cut_out,
    joined,
    leaves,
    rod,
    sheet,
    tube,
    turned_profile,
)
from .nature import foliage, stone
from .studio import Spec, film, glass, leaf, metal, paint

Rng = np.random.Generator
Array = NDArray[np.float64]
Thing = list[tuple[Spec, Mesh]]
Maker = Callable[[Rng], Thing]

GLAZES = ("#4f7f8c", "#c9b79a", "#8c4b3a", "#2f4858", "#d8d2c4", "#6b7f5a", "#b5793f", "#39463f")


def moved(
    thing: Thing, x: float = 0, y: float = 0, z: float = 0, turn: float = 0, size: float = 1
) -> Thing:
    """The thing somewhere else, turned (degrees) and scaled."""
    return [(m, mesh.scaled(size).turned(turn).moved(x, y, z)) for m, mesh in thing]


def tipped(thing: Thing, degrees: float, axis: str = "x") -> Thing:
    """The thing leaned over."""
    return [(m, mesh.turned(degrees, axis)) for m, mesh in thing]


def glaze(rng: Rng) -> Spec:
    """A potter's glaze."""
    return paint(textures.clay(rng, str(rng.choice(GLAZES))), 0.22, coat=0.5)


def vase(rng: Rng) -> Thing:
    """A bellied vase."""
    belly, tall = rng.uniform(0.06, 0.085), rng.uniform(0.18, 0.26)
    outer = [
        (0.0, 0.0),
        (belly * 0.55, 0.0),
        (belly, tall * 0.35),
        (belly * 0.8, tall * 0.65),
        (belly * 0.4, tall * 0.86),
        (belly * 0.52, tall),
        (belly * 0.47, tall),
        (belly * 0.34, tall * 0.86),
        (belly * 0.5, tall * 0.6),
    ]
    return [(glaze(rng), turned_profile(outer))]


def bowl(rng: Rng) -> Thing:
    """A shallow bowl."""
    wide = rng.uniform(0.09, 0.12)
    line = [
        (0.0, 0.0),
        (wide * 0.4, 0.0),
        (wide * 0.42, 0.012),
        (wide * 0.85, 0.045),
        (wide, 0.075),
        (wide * 0.965, 0.076),
        (wide * 0.8, 0.046),
        (wide * 0.4, 0.018),
        (0, 0.015),
    ]
    return [(glaze(rng), turned_profile(line))]


def mug(rng: Rng) -> Thing:
    """A mug of tea."""
    material = glaze(rng)
    line = [
        (0, 0),
        (0.036, 0),
        (0.04, 0.01),
        (0.041, 0.088),
        (0.039, 0.092),
        (0.036, 0.088),
        (0.035, 0.02),
        (0, 0.012),
    ]
    handle = tube(
        [(0.038, 0, 0.075), (0.064, 0, 0.072), (0.066, 0, 0.035), (0.038, 0, 0.022)], 0.006, 14
    )
    tea = turned_profile([(0, 0.076), (0.0358, 0.076)], smooth=0)
    return [(material, turned_profile(line)), (material, handle), (paint("#5c2f12", 0.08), tea)]


def plate(rng: Rng) -> Thing:
    """A plate."""
    line = [
        (0, 0),
        (0.07, 0),
        (0.11, 0.016),
        (0.125, 0.02),
        (0.123, 0.024),
        (0.1, 0.017),
        (0.07, 0.006),
        (0, 0.005),
    ]
    return [(glaze(rng), turned_profile(line))]


def _apple_like(
    rng: Rng, skin: str, blush: str, profile: list[tuple[float, float]], rough: float = 0.28
) -> Thing:
    body = turned_profile(profile, 64, 10)
    lump = 1 + 0.025 * np.cos(np.arctan2(body.points[:, 1], body.points[:, 0]) * 5)[:, None]
    top = max(z for _, z in profile) * 0.92
    stem = tube(
        [(0, 0, top * 0.9), (0.002, 0.001, top + 0.012), (0.007, 0.002, top + 0.02)],
        [0.0016, 0.0014, 0.002],
        8,
    )
    return [
        (paint(textures.fruit(rng, skin, blush), rough, coat=0.25), body.bent(lambda p: p * lump)),
        (paint("#4b3320", 0.8), stem),
    ]


def apple(rng: Rng) -> Thing:
    """An apple."""
    skin, blush = [("#c9a63c", "#a82a22"), ("#8fa83a", "#b5b84a"), ("#b03028", "#7d1a1a")][
        rng.integers(3)
    ]
    return _apple_like(
        rng,
        skin,
        blush,
        [
            (0, 0.006),
            (0.02, 0),
            (0.036, 0.018),
            (0.041, 0.042),
            (0.034, 0.066),
            (0.016, 0.071),
            (0.003, 0.06),
            (0, 0.058),
        ],
    )


def pear(rng: Rng) -> Thing:
    """A pear."""
    return _apple_like(
        rng,
        "#b5a83c",
        "#b8762f",
        [
            (0, 0.004),
            (0.018, 0),
            (0.038, 0.022),
            (0.036, 0.048),
            (0.021, 0.08),
            (0.014, 0.098),
            (0.006, 0.104),
            (0, 0.1),
        ],
        0.35,
    )


def orange(rng: Rng) -> Thing:
    """An orange or a lemon."""
    skin = paint(
        textures.fruit(rng, "#e08a1e", "#d9701a", freckles=0.1),
        0.36,
        bump=textures.noise(512, rng, 0.8) * 0.02,
        depth=0.03,
        scale=1,
    )
    return [(skin, ball(0.038).scaled(1, 1, 0.95).moved(z=0.036))]


def dates(rng: Rng) -> Thing:
    """A heap of dates on a brass tray."""
    tray = turned_profile(
        [(0, 0.002), (0.1, 0.003), (0.115, 0.012), (0.117, 0.012), (0.102, 0.0), (0, 0)]
    )
    out: Thing = [(metal("Cu", 0.22), tray)]
    for i in range(34):
        ring, turn = (i / 34) ** 0.6 * 0.07, rng.uniform(0, 360)
        lift = 0.012 + 0.05 * max(0.0, 1 - ring / 0.07) * rng.uniform(0.5, 1)
        at = np.radians(rng.uniform(0, 360))
        skin = paint(str(rng.choice(["#4a2310", "#5d2e14", "#38190c", "#6e3a1a"])), 0.25, coat=0.5)
        out.append(
            (
                skin,
                ball(0.011, 14)
                .scaled(1.8, 1, 0.95)
                .turned(turn)
                .turned(float(rng.uniform(-25, 25)), "x")
                .moved(ring * np.cos(at), ring * np.sin(at), lift),
            )
        )
    return out


def coffee_pot(rng: Rng) -> Thing:
    """A dallah: the beaked brass coffee pot."""
    brass = metal("Au" if rng.random() < 0.3 else "Cu", 0.16)
    body = turned_profile(
        [
            (0, 0),
            (0.06, 0),
            (0.066, 0.012),
            (0.05, 0.05),
            (0.03, 0.11),
            (0.036, 0.15),
            (0.045, 0.165),
            (0.04, 0.175),
            (0.02, 0.2),
            (0.006, 0.215),
            (0.008, 0.235),
            (0.002, 0.25),
            (0, 0.25),
        ]
    )
    beak = tube([(0.03, 0, 0.12), (0.075, 0, 0.15), (0.11, 0, 0.185)], [0.02, 0.014, 0.004], 14)
    handle = tube(
        [(-0.036, 0, 0.16), (-0.085, 0, 0.165), (-0.095, 0, 0.1), (-0.05, 0, 0.045)],
        [0.007, 0.006, 0.005, 0.006],
        12,
    )
    return [(brass, body), (brass, beak), (brass, handle)]


def cups(rng: Rng) -> Thing:
    """Three small handleless cups."""
    del rng
    out: Thing = []
    line = [
        (0, 0),
        (0.014, 0),
        (0.018, 0.006),
        (0.027, 0.042),
        (0.0255, 0.042),
        (0.016, 0.01),
        (0, 0.008),
    ]
    for x, y in ((0, 0), (0.07, 0.02), (0.035, -0.055)):
        out += moved(
            [
                (paint("#efe9dc", 0.15, coat=0.6), turned_profile(line)),
                (paint("#a8792f", 0.1), turned_profile([(0, 0.03), (0.0225, 0.03)], smooth=0)),
            ],
            x,
            y,
        )
    return out


def loaf(rng: Rng) -> Thing:
    """A scored sourdough loaf, floured."""
    crust = textures.blend("#5a2e12", "#c78a4a", 0.5 + 0.3 * textures.noise(512, rng, 2.4))
    flour = np.clip(textures.noise(512, rng, 1.6) * 0.5 + 0.15, 0, 0.75)[..., None]
    crust = crust * (1 - flour) + textures.colour("#eadfc8") * flour
    lump = textures.noise(64, rng, 3)

    def rise(p: Array) -> Array:
        p = p * np.array([0.14, 0.1, 0.075])
        p[:, 2] = np.where(p[:, 2] < 0, p[:, 2] * 0.35, p[:, 2])
        score = np.exp(-(((p[:, 0] * 0.55 + p[:, 1]) / 0.012) ** 2)) * (p[:, 2] > 0.02)
        side = np.exp(-(((p[:, 0] * 0.55 + p[:, 1] - 0.02) / 0.008) ** 2)) * (p[:, 2] > 0.02)
        wobble = lump[(p[:, 0] * 200).astype(int) % 64, (p[:, 1] * 200).astype(int) % 64] * 0.0012
        return p + np.column_stack([0 * score, 0 * score, -0.012 * score + 0.01 * side + wobble])

    return [(paint(crust, 0.85, scale=1), ball(1.0, 90).bent(rise).moved(z=0.026))]


def books(rng: Rng) -> Thing:
    """A small pile of cloth-bound books."""
    out: Thing = []
    z = 0.0
    for _ in range(int(rng.integers(3, 5))):
        thick, wide, deep = (
            rng.uniform(0.018, 0.036),
            rng.uniform(0.13, 0.16),
            rng.uniform(0.19, 0.23),
        )
        cloth = str(
            rng.choice(
                ["#7a2e2a", "#28465e", "#3d5a45", "#c2a66b", "#4a3a52", "#b8552f", "#22343b"]
            )
        )
        cover = paint(textures.linen(rng, cloth), 0.75, scale=6)
        page = paint("#e8dfc8", 0.9)
        lids = [
            box(wide, deep, 0.003, 0.001),
            box(wide, deep, 0.003, 0.001).moved(z=thick - 0.003),
            box(0.003, deep, thick, 0.001).moved(-wide / 2),
        ]
        block = box(wide - 0.008, deep - 0.01, thick - 0.006, 0.0005).moved(0.0, 0, 0.003)
        out += moved(
            [(cover, lid) for lid in lids] + [(page, block)],
            rng.uniform(-0.012, 0.012),
            rng.uniform(-0.012, 0.012),
            z,
            rng.uniform(-16, 16),
        )
        z += thick + 0.0005
    return out


def notebook(rng: Rng, page: Array | None = None) -> Thing:
    """An open notebook with written pages and a pencil."""
    paper = page if page is not None else written_page(rng)

    def half(sign: int) -> Callable[[Array, Array], Array]:
        def place(u: Array, v: Array) -> Array:
            x = (u if sign > 0 else u - 1) * 0.15
            away = np.abs(x) / 0.15
            z = (
                0.014 * np.exp(-((away - 0.12) ** 2) / 0.03) * (1 - np.exp(-away * 30))
                + 0.004 * (1 - away)
                + 0.004
            )
            return np.stack([x, (v - 0.5) * 0.21, z], -1)

        return place

    out: Thing = [(paint(paper, 0.95), sheet(half(s), 2, 40)) for s in (-1, 1)]
    out.append((paint("#2d3b45", 0.8), box(0.31, 0.222, 0.004, 0.001)))
    return out + moved(pencil(rng), 0.1, -0.02, 0.022, 62)


def written_page(rng: Rng, size: int = 512) -> Array:
    """Cream paper with lines of ink that look like writing from a step away."""
    page = np.ones((size, size, 3)) * textures.colour("#efe8d6")
    for row in range(40, size - 30, 24):
        x = 40.0
        while x < size - 60:
            word = rng.uniform(18, 60)
            if x + word > size - 36:
                break
            t = np.arange(0, word, 0.25)
            y = (
                row
                + 4.2
                * np.sin(t * rng.uniform(0.9, 1.4) + rng.uniform(0, 6))
                * rng.uniform(0.5, 1, 1)
                + rng.normal(0, 0.4)
            )
            for dx in (0, 1):
                page[
                    np.clip(y.astype(int), 0, size - 1),
                    np.clip((x + t).astype(int) + dx, 0, size - 1),
                ] = textures.colour("#2a3350")
            x += word + rng.uniform(8, 14)
    return page[::-1].copy()


def pencil(rng: Rng) -> Thing:
    """A pencil lying along x."""
    tint = str(rng.choice(["#c23b22", "#e0a526", "#2d5a7b", "#2f5d43"]))
    return [
        (paint(tint, 0.3, coat=0.6), rod((-0.08, 0, 0.004), (0.06, 0, 0.004), 0.0038, 6)),
        (
            paint("#d9b382", 0.7),
            tube([(0.06, 0, 0.004), (0.074, 0, 0.004)], [0.0038, 0.0012], 12, 1),
        ),
        (
            paint("#222222", 0.4),
            tube([(0.074, 0, 0.004), (0.078, 0, 0.004)], [0.0012, 0.0002], 8, 1),
        ),
        (metal("Al", 0.25), rod((-0.09, 0, 0.004), (-0.08, 0, 0.004), 0.004)),
        (paint("#c98a86", 0.8), rod((-0.1, 0, 0.004), (-0.09, 0, 0.004), 0.0037)),
    ]


def jar(rng: Rng) -> Thing:
    """A glass jar, filled with seeds, honey or lentils, with a lid."""
    wide, tall = 0.042, rng.uniform(0.1, 0.14)
    fill = str(rng.choice(["#c98a2a", "#7a3f1a", "#b8a35a", "#8c2f23", "#d8c9a0", "#48522c"]))
    outer = turned_profile(
        [
            (0, 0),
            (wide * 0.9, 0),
            (wide, 0.008),
            (wide, tall * 0.8),
            (wide * 0.8, tall * 0.92),
            (wide * 0.8, tall),
        ]
    )
    level = tall * rng.uniform(0.5, 0.78)
    inside = turned_profile(
        [(0, 0.004), (wide * 0.88, 0.004), (wide * 0.95, 0.01), (wide * 0.95, level), (0, level)],
        smooth=3,
    )
    grain = textures.blend(fill, "#f3ead2", 0.2 + 0.3 * textures.noise(256, rng, 0.5))
    lid = turned_profile(
        [
            (0, tall + 0.012),
            (wide * 0.84, tall + 0.012),
            (wide * 0.87, tall + 0.008),
            (wide * 0.87, tall - 0.006),
        ],
        smooth=2,
    )
    return [(film("#f4faf8"), outer), (paint(grain, 0.6, scale=2), inside), (metal("Al", 0.3), lid)]


def bottle(rng: Rng) -> Thing:
    """A coloured glass bottle."""
    tint = str(rng.choice(["#5f8f6a", "#7f9fb0", "#8a6a30", "#cfe0dc"]))
    line = [
        (0, 0),
        (0.03, 0),
        (0.034, 0.008),
        (0.034, 0.13),
        (0.028, 0.16),
        (0.012, 0.19),
        (0.011, 0.24),
        (0.014, 0.243),
        (0.014, 0.252),
    ]
    return [
        (film(tint), turned_profile(line)),
        (paint("#a07a4c", 0.9), rod((0, 0, 0.23), (0, 0, 0.262), 0.0105)),
    ]


def candle(rng: Rng) -> Thing:
    """A stub of candle, lit."""
    del rng
    body = turned_profile(
        [(0, 0), (0.026, 0), (0.0262, 0.07), (0.024, 0.074), (0.018, 0.068), (0, 0.066)], smooth=4
    )
    flame = turned_profile([(0, 0), (0.005, 0.008), (0.003, 0.022), (0, 0.034)]).moved(z=0.078)
    fire = {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0.9, 0.6, 0.3]}}
    return [
        (paint("#efe4c6", 0.5), body),
        (fire, flame),
        (paint("#222222", 0.9), rod((0, 0, 0.066), (0, 0, 0.08), 0.0009)),
    ]


def plant(rng: Rng) -> Thing:
    """A leafy plant in a clay pot."""
    pot = turned_profile(
        [
            (0, 0),
            (0.045, 0),
            (0.06, 0.085),
            (0.066, 0.085),
            (0.066, 0.1),
            (0.058, 0.1),
            (0.054, 0.085),
            (0, 0.08),
        ],
        smooth=2,
    )
    out: Thing = [
        (paint(textures.clay(rng, "#b5694a", bands=0.03), 0.85), pot),
        (paint(textures.soil(rng), 0.95), turned_profile([(0, 0.09), (0.057, 0.088)], smooth=0)),
    ]
    stems, blades_ = [], []
    for _ in range(26):
        turn, out_, tall = (
            rng.uniform(0, 2 * np.pi),
            rng.uniform(0.02, 0.12),
            rng.uniform(0.12, 0.26),
        )
        tip = np.array([np.cos(turn) * out_, np.sin(turn) * out_, 0.09 + tall])
        stems.append(tube([(0, 0, 0.085), tip * [0.35, 0.35, 0.75], tip], [0.0022, 0.0012], 6))
        blades_.append(_broad_leaf(rng, tip, turn, rng.uniform(0.05, 0.085)))
    green = leaf(foliage(rng, "#24451c", "#6f8f3a"))
    return [*out, (paint("#4f6b2c", 0.6), joined(stems)), (green, joined(blades_))]


def _broad_leaf(rng: Rng, at: Array, turn: float, long: float) -> Mesh:
    droop, lift, shade = rng.uniform(0.4, 1.1), rng.uniform(0.0, 0.5), rng.uniform()

    def place(u: Array, v: Array) -> Array:
        wide = np.sin(np.pi * u**0.8) * 0.36 * long
        x = u * long
        side = (v - 0.5) * 2 * wide
        z = lift * x - droop * x * x / long * 0.7 + np.abs(v - 0.5) * wide * 0.5
        c, s = np.cos(turn), np.sin(turn)
        return np.stack([at[0] + c * x - s * side, at[1] + s * x + c * side, at[2] + z], -1)

    mesh = sheet(place, 7, 14)
    mesh.uv[:, 0] = shade
    return mesh


def flowers(rng: Rng) -> Thing:
    """A vase with wild flowers."""
    out = vase(rng)
    top = max(float(mesh.points[:, 2].max()) for _, mesh in out)
    stems, petals, hearts, greens = [], [], [], []
    for _ in range(17):
        turn, reach, tall = (
            rng.uniform(0, 2 * np.pi),
            rng.uniform(0.01, 0.13),
            rng.uniform(0.08, 0.24),
        )
        tip = np.array([np.cos(turn) * reach, np.sin(turn) * reach, top + tall])
        stems.append(
            tube(
                [(0, 0, top * 0.8), (tip[0] * 0.4, tip[1] * 0.4, top + tall * 0.5), tip], 0.0014, 6
            )
        )
        for k in range(9):
            petals.append(_broad_leaf(rng, tip, k * 0.7 + turn, 0.026))
        hearts.append(ball(0.007, 10).moved(*tip))
        for _ in range(2):
            greens.append(
                _broad_leaf(
                    rng,
                    tip * [0.6, 0.6, 1] - [0, 0, tall * rng.uniform(0.2, 0.7)],
                    rng.uniform(0, 6),
                    0.05,
                )
            )
    tint = [
        ("#e8e2d2", "#f7f4ea"),
        ("#7d4f9c", "#a98ad0"),
        ("#c9542f", "#e8924a"),
        ("#d8b13a", "#f0d878"),
    ][rng.integers(4)]
    return [
        *out,
        (paint("#5c7a3a", 0.6), joined(stems)),
        (leaf(foliage(rng, *tint)), joined(petals)),
        (paint("#c7932a", 0.8), joined(hearts)),
        (leaf(foliage(rng, "#35582a", "#7f9a4a")), joined(greens)),
    ]


def stones(rng: Rng) -> Thing:
    """Pebbles from the river."""
    out: Thing = []
    for i in range(7):
        tint = str(rng.choice(["#6f7275", "#8f877b", "#4d5256", "#a89f90", "#7a5f4f"]))
        size = rng.uniform(0.014, 0.034)
        out.append(
            (
                paint(textures.plaster(rng, tint, rough=0.14), 0.6, scale=1),
                stone(rng, size).moved(
                    rng.uniform(-0.09, 0.09),
                    rng.uniform(-0.06, 0.06),
                    size * 0.6 + (0.03 if i == 0 else 0),
                ),
            )
        )
    return out


def shells(rng: Rng) -> Thing:
    """Sea shells: turned spirals and a fan."""
    out: Thing = []
    for i in range(4):
        turns = np.linspace(0, 5 * 2 * np.pi, 160)
        grow = np.exp(turns * 0.085)
        path = np.stack([np.cos(turns) * grow, np.sin(turns) * grow, -grow * 2.3], 1) * 0.0013
        path[:, 2] -= path[:, 2].min()
        body = tube(path, list(grow * 0.0013 * 0.95), 14, 0)
        tint = textures.blend("#e8d5bd", "#a8694a", 0.4 + 0.4 * textures.noise(256, rng, 2, (6, 1)))
        out += moved(
            [(paint(tint, 0.35, coat=0.3), body)],
            rng.uniform(-0.08, 0.08),
            rng.uniform(-0.05, 0.05),
            0.012,
            i * 80,
            1.3,
        )
        out[-1] = (out[-1][0], out[-1][1])
    return out


def yarn(rng: Rng) -> Thing:
    """Balls of yarn and two needles."""
    out: Thing = []
    tints = ["#b5523b", "#d9b26a", "#3f6b78", "#7a8f5a", "#8a4f6b", "#e0d5c0"]
    for i, (x, y, r) in enumerate([(0, 0, 0.045), (0.09, 0.02, 0.038), (0.04, -0.075, 0.034)]):
        strands = []
        for _ in range(16):
            a, b = rng.normal(size=3), rng.normal(size=3)
            a /= np.linalg.norm(a)
            b -= a * (a @ b)
            b /= np.linalg.norm(b)
            t = np.linspace(0, 2 * np.pi * 3, 90)
            drift = np.linspace(-0.35, 0.35, 90)[:, None]
            c = np.cross(a, b)
            way = np.cos(t)[:, None] * a + np.sin(t)[:, None] * b + drift * c
            strands.append(
                tube(
                    way / np.linalg.norm(way, axis=1, keepdims=True) * r * rng.uniform(0.96, 1.0),
                    0.0022,
                    6,
                    0,
                )
            )
        wool = paint(str(tints[(i + int(rng.integers(6))) % 6]), 0.95, sheen=1.0)
        out += moved([(wool, joined(strands)), (wool, ball(r * 0.95, 20))], x, y, r)
    out += [
        (paint("#c9a06a", 0.4), rod((-0.06, -0.12, 0.006), (0.12, -0.02, 0.09), 0.0026)),
        (paint("#c9a06a", 0.4), rod((-0.02, -0.14, 0.006), (0.1, 0.06, 0.08), 0.0026)),
    ]
    return out


def basket(rng: Rng) -> Thing:
    """A woven basket with fruit."""
    rings, stakes = [], []
    for i in range(15):
        z = 0.006 + i * 0.0075
        wide = 0.1 + 0.02 * np.sin(i / 14 * np.pi * 0.6)
        t = np.linspace(0, 2 * np.pi, 120)
        wave = 0.004 * np.sin(t * 16 + i * np.pi)
        rings.append(
            tube(
                np.stack(
                    [np.cos(t) * (wide + wave), np.sin(t) * (wide + wave), np.full_like(t, z)], 1
                ),
                0.0042,
                7,
                0,
            )
        )
    for k in range(32):
        a = k / 32 * 2 * np.pi
        stakes.append(
            tube(
                [
                    (np.cos(a) * 0.1, np.sin(a) * 0.1, 0),
                    (np.cos(a) * 0.119, np.sin(a) * 0.119, 0.118),
                ],
                0.003,
                6,
            )
        )
    reed = paint(textures.wood(rng, "#c79f63", "#8f6430", 256), 0.7, scale=3)
    out: Thing = [
        (reed, joined(rings)),
        (reed, joined(stakes)),
        (reed, turned_profile([(0, 0.004), (0.1, 0.006)], smooth=0)),
    ]
    for i in range(9):
        a, r = i * 2.4, 0.068 * np.sqrt(min(i, 6) / 6)
        kind = (apple, pear, orange)[int(rng.integers(3))]
        out += moved(
            tipped(kind(rng), float(rng.uniform(-25, 25))),
            r * np.cos(a),
            r * np.sin(a),
            0.055 + (0.045 if i > 6 else 0.02),
            i * 50,
        )
    return out


def tiles(rng: Rng) -> Thing:
    """A few glazed tiles leaning together."""
    out: Thing = []
    for i in range(5):
        tint = str(rng.choice(["#2f6f8f", "#e8e2d0", "#1f4f5f", "#c98a3a", "#3f7f6a"]))
        out += moved(
            [(paint(textures.clay(rng, tint), 0.15, coat=0.7), box(0.1, 0.1, 0.009, 0.002))],
            rng.uniform(-0.08, 0.08),
            rng.uniform(-0.06, 0.06),
            i * 0.0095,
            rng.uniform(0, 90),
        )
    return out


def camera(rng: Rng) -> Thing:
    """A film camera."""
    del rng
    black, grey = paint("#17181a", 0.55), metal("Al", 0.28)
    body = box(0.14, 0.045, 0.06, 0.008).moved(z=0.004)
    top = box(0.138, 0.042, 0.022, 0.006).moved(z=0.062)
    lens = (
        turned_profile(
            [
                (0, 0),
                (0.026, 0),
                (0.028, 0.006),
                (0.026, 0.02),
                (0.024, 0.034),
                (0.02, 0.034),
                (0.016, 0.02),
                (0, 0.018),
            ],
            smooth=3,
        )
        .turned(90, "x")
        .moved(0.008, -0.02, 0.036)
    )
    eye = ball(0.017, 20).scaled(1, 0.35, 1).moved(0.008, -0.036, 0.036)
    dial = [rod((x, 0, 0.083), (x, 0, 0.092), 0.009) for x in (-0.05, 0.05, 0.028)]
    return [
        (black, body),
        (grey, top),
        (black, lens),
        (glass("#9fb0d0"), eye),
        (grey, joined(dial)),
    ]


def clock(rng: Rng) -> Thing:
    """An old alarm clock."""
    del rng
    body = rod((0, -0.02, 0.06), (0, 0.025, 0.06), 0.05, 64)
    face = rod((0, -0.022, 0.06), (0, -0.0205, 0.06), 0.044, 64)
    hands = [
        rod((0, -0.024, 0.06), (0.014, -0.024, 0.078), 0.0014),
        rod((0, -0.025, 0.06), (-0.02, -0.025, 0.088), 0.001),
    ]
    marks = [
        rod(
            (0.037 * np.sin(a), -0.0225, 0.06 + 0.037 * np.cos(a)),
            (0.041 * np.sin(a), -0.0225, 0.06 + 0.041 * np.cos(a)),
            0.0012,
        )
        for a in np.arange(12) * np.pi / 6
    ]
    bells = [ball(0.02, 20).scaled(1, 1, 0.7).moved(x, 0, 0.118) for x in (-0.026, 0.026)]
    legs = [rod((x, 0, 0.02), (x * 1.5, 0, 0), 0.004) for x in (-0.03, 0.03)]
    brass = metal("Cu", 0.2)
    return [
        (paint("#2f5d5a", 0.3, coat=0.7), body),
        (paint("#f1ead8", 0.7), face),
        (paint("#1c1c1c", 0.4), joined([*hands, *marks])),
        (brass, joined(bells)),
        (brass, joined(legs)),
    ]


def cloth(
    rng: Rng, tint: str = "#c9bda6", wide: float = 0.7, deep: float = 0.5, fold: float = 0.012
) -> Thing:
    """A linen cloth lying in soft folds."""
    field = textures.noise(128, rng, 3.4)

    def place(u: Array, v: Array) -> Array:
        a, b = (u * 60).astype(int) % 128, (v * 60).astype(int) % 128
        smooth = np.sin(u * 9 + 2 * np.sin(v * 4)) * 0.5 + 0.7 * field[b, a]
        return np.stack(
            [
                (u - 0.5) * wide,
                (v - 0.5) * deep + 0.02 * np.sin(u * 11),
                0.004 + fold * np.clip(smooth, -0.2, 2) * 0.35,
            ],
            -1,
        )

    mesh = sheet(place, 120, 160)
    return [(paint(textures.linen(rng, tint), 0.9, sheen=0.4, scale=3), mesh)]


def seedlings(rng: Rng) -> Thing:
    """A tray of seedlings in small pots."""
    out: Thing = []
    for i in range(4):
        for j in range(3):
            x, y = i * 0.065 - 0.1, j * 0.065 - 0.065
            pot = turned_profile(
                [(0, 0), (0.022, 0), (0.029, 0.05), (0.026, 0.05), (0.02, 0.01)], smooth=2
            )
            out.append((paint(textures.cardboard(rng, "#8f7355"), 0.95), pot.moved(x, y)))
            out.append(
                (
                    paint(textures.soil(rng), 0.95),
                    turned_profile([(0, 0.044), (0.027, 0.044)], smooth=0).moved(x, y),
                )
            )
            tall = rng.uniform(0.03, 0.07)
            tip = np.array([x + rng.normal(0, 0.006), y + rng.normal(0, 0.006), 0.044 + tall])
            stem = tube([(x, y, 0.044), tip], 0.0013, 6)
            pair = [
                _broad_leaf(rng, tip, rng.uniform(0, 1) + k * 1.57, rng.uniform(0.016, 0.028))
                for k in range(4)
            ]
            out += [
                (paint("#7f9f4a", 0.6), stem),
                (leaf(foliage(rng, "#3f6b24", "#8fb04a")), joined(pair)),
            ]
    return out


def gears(rng: Rng) -> Thing:
    """Printed gears that mesh."""
    out: Thing = []
    for x, y, teeth, r in ((0, 0, 20, 0.05), (0.082, 0.01, 12, 0.03), (0.02, 0.09, 14, 0.036)):
        t = np.linspace(0, 2 * np.pi, teeth * 12, endpoint=False)
        rim = r * (1 + 0.11 * np.tanh(3 * np.sin(t * teeth)))
        wheel = cut_out(np.stack([np.cos(t) * rim, np.sin(t) * rim], 1), 0.012).moved(x, y)
        tint = str(rng.choice(["#d9622b", "#2f6f8f", "#e0b13a", "#e9e6df"]))
        out += [
            (paint(tint, 0.45), wheel),
            (metal("Al", 0.2), rod((x, y, 0.0), (x, y, 0.022), 0.005)),
        ]
    return out


def lantern(rng: Rng) -> Thing:
    """A lantern of paper and sticks, glowing."""
    del rng
    paper = {
        "type": "twosided",
        "bsdf": {"type": "diffuse", "reflectance": {"type": "rgb", "value": [0.95, 0.72, 0.42]}},
    }
    body = turned_profile(
        [(0.04, 0), (0.06, 0.03), (0.065, 0.09), (0.055, 0.14), (0.035, 0.16)], smooth=6
    )
    ribs = [
        turned_profile([(r + 0.001, z), (r + 0.001, z + 0.002)], smooth=0)
        for r, z in ((0.06, 0.03), (0.066, 0.07), (0.064, 0.1), (0.055, 0.14))
    ]
    return [(paper, body), (paint("#3a2a1c", 0.6), joined(ribs))]


def violin_curve(long: float) -> Array:
    """The outline of a stringed instrument's body, along y."""
    half = np.array(
        [
            (0, 0),
            (0.19, 0.02),
            (0.27, 0.14),
            (0.22, 0.3),
            (0.155, 0.42),
            (0.16, 0.55),
            (0.205, 0.68),
            (0.17, 0.82),
            (0.07, 0.88),
            (0, 0.885),
        ]
    )
    right = curve(half, 8)
    left = right[::-1][1:-1] * [-1, 1]
    return np.vstack([right, left]) * long


def garland(rng: Rng) -> Thing:
    """Autumn leaves strewn about."""
    spots = np.column_stack(
        [rng.uniform(-0.16, 0.16, 40), rng.uniform(-0.1, 0.1, 40), np.full(40, 0.006)]
    )
    return [(leaf(foliage(rng, "#8c3a1c", "#d99a3a")), leaves(spots, 0.05, rng, 0.9))]


CATALOGUE: tuple[tuple[tuple[str, ...], Maker, float], ...] = (
    (("dallah", "coffee", "gahwa", "قهوة", "دلة"), coffee_pot, 0.09),
    (("dates", "تمر", "date palm"), dates, 0.12),
    (("cup", "finjan", "فنجان"), cups, 0.07),
    (("bread", "loaf", "sourdough", "baking", "خبز"), loaf, 0.14),
    (("book", "reading", "novel", "library", "كتاب", "كتب"), books, 0.12),
    (
        (
            "notebook",
            "journal",
            "diary",
            "notes",
            "sketchbook",
            "writing",
            "pen ",
            "pencil",
            "دفتر",
        ),
        notebook,
        0.17,
    ),
    (("jar", "honey", "spice", "lentil", "pickle", "jam"), jar, 0.06),
    (("bottle", "glass"), bottle, 0.05),
    (("candle",), candle, 0.05),
    (("seedling", "sprout", "seed", "microgreen"), seedlings, 0.15),
    (("flower", "bouquet"), flowers, 0.13),
    (("plant", "basil", "herb", "leaf", "mint"), plant, 0.12),
    (("stone", "pebble", "rock"), stones, 0.1),
    (("shell", "beach find"), shells, 0.1),
    (("yarn", "knit", "crochet", "wool", "weav"), yarn, 0.12),
    (("basket", "market", "harvest"), basket, 0.14),
    (("tile",), tiles, 0.11),
    (("camera", "photograph"), camera, 0.09),
    (("clock", "time"), clock, 0.07),
    (("gear", "print", "prototype", "mechan"), gears, 0.1),
    (("lantern",), lantern, 0.08),
    (("bowl", "soup", "pottery", "ceramic", "clay"), bowl, 0.12),
    (("vase", "pot ", "pots", "thrown"), vase, 0.09),
    (("mug", "tea"), mug, 0.06),
    (("plate", "meal", "dish", "supper", "dinner"), plate, 0.13),
    (("pear",), pear, 0.05),
    (("orange", "lemon", "citrus"), orange, 0.05),
    (("apple", "fruit", "lunch"), apple, 0.05),
    (("autumn", "leaves"), garland, 0.15),
)
FILLERS: tuple[tuple[Maker, float], ...] = (
    (vase, 0.09),
    (apple, 0.05),
    (books, 0.12),
    (mug, 0.06),
    (pear, 0.05),
    (bowl, 0.12),
    (plant, 0.12),
    (jar, 0.06),
)
