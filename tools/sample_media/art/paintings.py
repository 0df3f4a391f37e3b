"""Paintings: herons on a wall, a well seen from above, one letter in one stroke of ink."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from ..canvas import Canvas, Point, box, disc, flowing, polygon
from ..palettes import mixed
from ..request import Request
from ..seed import source
from .brushwork import Layer, along_edges, brushed
from .gouache import clouds
from .ink_letter import one_stroke
from .saving import save
from .sketch_life import tube

Rng = np.random.Generator


def make(request: Request, to: Path) -> None:
    """Paint and save; a request that names nothing known becomes a field of colour."""
    painters: tuple[tuple[str, Callable[[Request, Rng], Image.Image]], ...] = (
        (r"heron", herons),
        (r"\bwell\b", well),
        (r"stroke|letter", one_stroke),
    )
    paint = next((painter for words, painter in painters if re.search(words, request.words)), None)
    if paint is None:
        raise ValueError(f"{request.path}: no painting knows how to show “{request.about}”")
    save(paint(request, source(request.path, "painting")), to)


# -- herons --------------------------------------------------------------------------------------------------


def herons(_request: Request, rng: Rng) -> Image.Image:
    """Tall birds in reeds on a concrete wall; six of the nine look at their feet."""
    wide, high = 1500, 1000
    sheet = Canvas(wide, high, "#c9cdc0")
    sheet.shade(box(0, 0, wide, high), (0, 0), (0, high), [("#d9d6c6", 1), ("#b9c6bd", 1)])
    sheet.glow((380, 240), 520, [("#e8e2cd", 0.9), ("#e8e2cd", 0)])
    for k in range(13):
        y = 660 + k * 28
        sheet.stroke(
            flowing([(-20, y), (500, y + 12 * math.sin(k)), (1000, y - 10), (1520, y + 6)]),
            ("#7fa3a4", "#96b5b0", "#6c9398")[k % 3],
            30,
            0.75,
        )
    for _ in range(90):
        _reed(sheet, rng, 0.55)
    birds = (
        (120, 660, 0.86, 1, True),
        (300, 720, 1.0, 1, True),
        (455, 640, 0.8, -1, False),
        (640, 735, 1.08, 1, True),
        (800, 655, 0.84, -1, True),
        (960, 700, 0.98, 1, False),
        (1110, 640, 0.8, -1, True),
        (1270, 720, 1.05, -1, True),
        (1420, 650, 0.86, -1, False),
    )
    blues = (
        "#55748c",
        "#6c7f8c",
        "#7f8d94",
        "#3f6784",
        "#8797a0",
        "#5a7f97",
        "#74868f",
        "#4a6f8c",
        "#697b86",
    )
    for (x, y, size, way, down), colour in zip(birds, blues, strict=True):
        _heron(sheet, (x, y), size * 1.12, way, down, colour)
    for _ in range(110):
        _reed(sheet, rng, 0.95)
    scene = sheet.picture()
    y, x = np.mgrid[0:high, 0:wide]
    own = math.pi / 2 + 0.25 * np.sin(x / 150) + 0.15 * np.sin(y / 120)
    own[: high // 3] *= 0.35
    flow = along_edges(np.asarray(scene) / 255, own, 0.95)
    layers = (
        Layer(46, 170, 0.4),
        Layer(20, 110, 0.16),
        Layer(9, 60, 0.1),
        Layer(5.5, 32, 0.07, 0.9),
    )
    return _on_wall(brushed(scene, flow, rng, layers, 0.05), rng)


def _reed(sheet: Canvas, rng: Rng, near: float) -> None:
    x, lean = rng.uniform(-30, 1530), rng.normal(0, 50)
    top = rng.uniform(420, 700) if near < 0.8 else rng.uniform(700, 900)
    colour = ("#4f7a4a", "#6d9a55", "#8fb265", "#3d6648", "#a9bd6a")[int(rng.integers(5))]
    blade = [(x, 1010), (x + lean * 0.3, (1010 + top) / 2), (x + lean, top)]
    for k in range(4):
        part = [
            (blade[0][0] + k, 1010),
            (blade[1][0] + k * 0.6, blade[1][1]),
            (blade[2][0], blade[2][1] + k * 40),
        ]
        sheet.stroke(flowing(part), colour, (5.5 - k * 0.4) * (0.7 + near), 0.9)


def _heron(sheet: Canvas, foot: Point, size: float, way: int, down: bool, colour: str) -> None:
    """A heron that stands on `foot`, facing left (-1) or right (1)."""

    def at(points: list[Point]) -> list[Point]:
        return [(foot[0] + way * x * size, foot[1] + 120 + y * size) for x, y in points]

    dark, pale = mixed(colour, "#1c2a38", 0.5), mixed(colour, "#eef0ea", 0.28)
    for x in (-10, 16):
        sheet.stroke(flowing(at([(x, -190), (x + 7, -95), (x + 2, 0)])), "#3c3a38", 7 * size)
        sheet.stroke(flowing(at([(x - 22, 6), (x + 2, 0), (x + 30, 5)])), "#3c3a38", 5 * size)
    sheet.fill(
        flowing(
            at(
                [
                    (46, -345),
                    (62, -290),
                    (30, -222),
                    (-30, -188),
                    (-96, -166),
                    (-150, -140),
                    (-112, -214),
                    (-62, -290),
                    (-6, -346),
                ]
            ),
            closed=True,
        ),
        colour,
    )
    sheet.fill(
        flowing(
            at(
                [
                    (14, -322),
                    (26, -276),
                    (-18, -226),
                    (-92, -180),
                    (-146, -146),
                    (-100, -222),
                    (-44, -292),
                ]
            ),
            closed=True,
        ),
        dark,
        0.75,
    )
    for k in range(4):
        sheet.stroke(
            flowing(
                at(
                    [
                        (10 - k * 8, -300 + k * 22),
                        (-30 - k * 14, -254 + k * 18),
                        (-86 - k * 10, -196 + k * 8),
                    ]
                )
            ),
            mixed(colour, "#c9dbe6", 0.55),
            5 * size,
            0.9,
        )
    if down:
        neck, head = (
            [(34, -318), (72, -372), (64, -440), (92, -482), (136, -470), (152, -432)],
            (154, -424),
        )
        beak = [(140, -414), (166, -412), (178, -316)]
        crest = [(140, -446), (108, -484), (62, -500)]
    else:
        neck, head = (
            [(34, -318), (72, -376), (46, -440), (38, -510), (66, -560), (98, -566)],
            (104, -562),
        )
        beak = [(110, -578), (112, -548), (212, -552)]
        crest = [(96, -574), (56, -590), (16, -582)]
    sheet.fill(
        flowing(
            tube(at(neck), (62 * size, 40 * size, 30 * size, 26 * size, 28 * size)), closed=True
        ),
        pale,
    )
    sheet.stroke(
        flowing(at([(x + 3, y + 6) for x, y in neck[:5]])),
        mixed(colour, "#22303c", 0.3),
        5 * size,
        0.8,
        dash=(14, 12),
    )
    sheet.fill(disc(*at([head])[0], 25 * size, 21 * size), pale)
    sheet.stroke(flowing(at(crest)), "#22303c", 8 * size)
    sheet.fill(polygon(at(beak)), "#d99a3c")
    eye = at([(head[0] + (10 if down else 6), head[1] - 3)])[0]
    sheet.fill(disc(*eye, 5.5 * size), "#f0c24a")
    sheet.fill(disc(*eye, 3 * size), "#16181c")


def _on_wall(painted: Image.Image, rng: Rng) -> Image.Image:
    """Concrete under the paint: pores, two seams of the shuttering, a stain, light that falls off."""
    pixels = np.asarray(painted).astype(np.float32) / 255
    high, wide = pixels.shape[:2]
    pores = (clouds(rng, (high, wide), 1.3) > 3.1).astype(np.float32)
    pores = gaussian_filter(pores, 0.7)
    y, x = np.mgrid[0:high, 0:wide]
    seam = sum(np.exp(-(((x - at) / 2.2) ** 2)) for at in (498, 1003)) + np.exp(
        -(((y - 372) / 2.2) ** 2)
    )
    stain = np.clip(clouds(rng, (high, wide), 120, 9), 0, 3) * np.exp(-y / 260)
    light = 1.06 - 0.2 * np.hypot((x - 560) / wide, (y - 380) / high)
    shade = (
        1 - 0.35 * pores - 0.13 * seam - 0.07 * stain + 0.018 * clouds(rng, (high, wide), 1.1)
    ) * light
    return Image.fromarray((np.clip(pixels * shade[..., None], 0, 1) * 255).astype(np.uint8), "RGB")


# -- the well ------------------------------------------------------------------------------------------------


def well(_request: Request, rng: Rng) -> Image.Image:
    """Rings of stone round dark water; a rope runs out of the picture."""
    wide, high = 1400, 1050
    sheet = Canvas(wide, high, "#c98d62")
    cx, cy = 620, 560
    for k in range(26):
        r = 1150 - k * 28
        sheet.stroke(disc(cx, cy, r), ("#c07a4e", "#a9623c", "#b56c44", "#9c5836")[k % 4], 27)
    sheet.fill(disc(cx + 16, cy + 20, 452), "#3a1d16", 0.5, blur=16)
    sheet.fill(disc(cx, cy, 440), "#5a3424")
    for count, inner, outer, colours in (
        (22, 318, 438, ("#f0dfc0", "#dcc6a2", "#f5e8cf", "#cfb48e", "#e6d3b0")),
        (17, 236, 312, ("#a5754f", "#8a5b3e", "#b98a62", "#744a36")),
    ):
        start = rng.uniform(0, 1)
        for k in range(count):
            a, b = (2 * math.pi * (k + start + s) / count for s in (0.045, 0.955))
            arcs = [
                (cx + outer * math.cos(t), cy + outer * math.sin(t)) for t in np.linspace(a, b, 6)
            ]
            arcs += [
                (cx + inner * math.cos(t), cy + inner * math.sin(t)) for t in np.linspace(b, a, 6)
            ]
            sheet.fill(polygon(arcs), colours[int(rng.integers(len(colours)))])
            light = 0.5 + 0.5 * math.cos((a + b) / 2 - math.radians(45))
            sheet.fill(
                polygon(arcs), "#4a2a22", 0.34 * light if inner > 300 else 0.34 * (1 - light)
            )
    sheet.fill(disc(cx, cy, 238), "#1e2c33")
    sheet.glow((cx, cy), 236, [("#3d6a73", 1), ("#22404a", 1), ("#10191f", 1)])
    sheet.fill(disc(cx + 46, cy + 38, 122, 112), "#6fa0a2", 0.8, blur=10)
    sheet.fill(disc(cx + 58, cy + 46, 78, 70), "#cfe0d0", 0.85, blur=8)
    for r in (60, 104, 150, 190):
        sheet.stroke(disc(cx - 14, cy - 12, r, r * 0.96), "#a9cfc8", 5, 0.42)
    sheet.fill(
        flowing(
            [
                (cx - 240, cy - 40),
                (cx - 170, cy - 170),
                (cx - 20, cy - 240),
                (cx + 120, cy - 204),
                (cx - 30, cy - 176),
                (cx - 140, cy - 100),
                (cx - 190, cy + 40),
            ],
            closed=True,
        ),
        "#0c1216",
        0.7,
        blur=14,
    )
    rope = [
        (cx - 14, cy - 12),
        (cx + 70, cy - 120),
        (cx + 180, cy - 214),
        (cx + 330, cy - 290),
        (cx + 470, cy - 300),
        (cx + 590, cy - 392),
        (cx + 680, cy - 600),
    ]
    sheet.stroke(flowing([(x + 16, y + 26) for x, y in rope[2:]]), "#3a1d16", 32, 0.55, blur=9)
    y, x = np.mgrid[0:high, 0:wide]
    own = np.arctan2(y - cy, x - cx) + math.pi / 2
    ground = sheet.picture()
    painted = brushed(
        ground,
        along_edges(np.asarray(ground) / 255, own, 0.35),
        rng,
        (Layer(48, 170, 0.34), Layer(24, 90, 0.14), Layer(11, 48, 0.1), Layer(6.5, 28, 0.07)),
        0.06,
    )
    return _roped(painted, rope, rng)


def _roped(painted: Image.Image, rope: list[Point], rng: Rng) -> Image.Image:
    """The rope is laid over last, strand by strand."""
    sheet = Canvas(painted.width, painted.height, None)
    sheet.paste(painted, 0, 0)
    path = flowing(rope)
    sheet.stroke(path, "#4a2c1c", 34)
    sheet.stroke(path, "#d2a86a", 27)
    sheet.stroke(path, "#e9cb92", 11, 0.7)
    fine = np.array(tube(rope, (1, 1)))[: len(rope)]
    dense = np.stack(
        [
            np.interp(
                np.linspace(0, len(fine) - 1, 150), np.arange(len(fine)), np.array(rope)[:, k]
            )
            for k in (0, 1)
        ],
        1,
    )
    smooth = gaussian_filter(dense, (4, 0), mode="nearest")
    way = np.gradient(smooth, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None]
    for k in range(0, 150, 2):
        p, w = smooth[k], way[k]
        a = np.array((-w[1], w[0]))
        ends = [p + a * 14 - w * 9, p + w * 2, p - a * 14 + w * 11]
        sheet.stroke(flowing([tuple(e) for e in ends]), "#8a5a30", 3.4, 0.85)
        sheet.stroke(
            flowing([tuple(e + w * 4) for e in ends]), "#f6dfae", 2.0, 0.5 + 0.3 * rng.random()
        )
    return sheet.picture()
