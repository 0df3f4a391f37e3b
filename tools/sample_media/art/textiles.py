"""Cloth: knitted and woven threads with light on each stitch, and stars laid like tiles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import mixed, palette
from ..request import Request
from ..seed import source
from .gouache import clouds, rgb
from .saving import save

Array = NDArray[np.float32]
Rng = np.random.Generator

WOOLS = {
    "pale blue": "#a9c9dc",
    "white": "#f1ede3",
    "slate blue": "#5d7896",
    "moss green": "#7f8f4c",
    "mustard": "#d3a032",
    "rust": "#b35430",
    "dark plum": "#56263f",
    "black": "#26272b",
    "gray": "#9a9c9d",
    "blue": "#3f74a6",
}


def make(request: Request, to: Path) -> None:
    """Make the cloth that the request's data describe."""
    series = request.series
    rng = source(request.path, "textile")
    if "stars" in str(series.get("pattern", "")):
        save(stars(request, int(series.get("columns", 6)), int(series.get("rows", 4))), to, 96)
    elif series.get("samples"):
        save(samples(series, rng), to)
    else:
        save(band(request, rng), to, 32)


def wool(series: dict[str, Any], name: str) -> Array:
    """The colour of a wool by its name in the data."""
    told = str((series.get("colors") or {}).get(name, name))
    return rgb(WOOLS.get(told, WOOLS.get(name, "#999999")))


def knitted(colours: Sequence[Array], row: int, stitches: int, stitch: int, rng: Rng) -> Array:
    """Rows of stocking stitch side by side: each row `row` pixels wide, each stitch `stitch` tall."""
    wide, high = row * len(colours), stitch * stitches
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    wander = clouds(rng, (high, wide), 14) * 0.05
    u, v = (x / row + wander) % 1, (y / stitch + wander) % 1
    lobe = np.abs(v - 0.5)
    lean = np.abs(lobe - 0.27 - 0.17 * (u - 0.5))
    body = np.clip(1 - (lean / 0.25) ** 2, 0, 1) ** 0.6
    twist = 0.5 + 0.5 * np.sin(2 * math.pi * (u * 1.6 + lobe * 3.2))
    light = 0.5 + 0.48 * body + 0.07 * twist * body + 0.05 * clouds(rng, (high, wide), 0.8)
    each = np.array(colours, dtype=np.float32) * (
        1 + rng.normal(0, 0.025, (len(colours), 1)).astype(np.float32)
    )
    index = np.clip(
        (x / row + wander * 1.2 + 0.22 * (lobe - 0.25)).astype(int), 0, len(colours) - 1
    )
    fuzz = 0.05 * clouds(rng, (high, wide), 1.6)
    return np.asarray(each[index] * (light + fuzz)[..., None])


def woven(colours: Sequence[Array], widths: Sequence[int], high: int, rng: Rng) -> Array:
    """A band whose weft rows (upright, of given widths) pass over and under thin pale warp threads."""
    edges = np.concatenate([[0], np.cumsum(widths)])
    wide, warp = int(edges[-1]), 9
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    y = y + 0.8 * clouds(rng, (high, wide), 10)
    index = np.clip(np.searchsorted(edges, x[0], "right") - 1, 0, len(colours) - 1)
    inside = (x[0] - edges[index]) / np.asarray(widths)[index]
    round_ = np.sin(math.pi * np.clip(inside, 0.02, 0.98)) ** 0.6
    phase = (y / warp + (index % 2)[None]) / 2
    bob = 0.5 + 0.5 * np.cos(2 * math.pi * phase)
    light = (0.45 + 0.55 * round_[None]) * (0.66 + 0.4 * bob**0.7)
    twist = 1 + 0.05 * np.sin(2 * math.pi * (y / 5 + x / 7)) + 0.05 * clouds(rng, (high, wide), 0.8)
    weft = np.array(colours, dtype=np.float32)[index][None] * (light * twist)[..., None]
    shows = (np.clip(0.16 - bob, 0, 1) * 5).clip(0, 0.55)[..., None]
    return np.asarray(
        weft * (1 - shows) + rgb("#cfc4ac") * (0.6 + 0.3 * round_[None, :, None]) * shows
    )


def picture(pixels: Array) -> Image.Image:
    """Numbers from 0 to 1 as a picture."""
    return Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")


def lain(ground: Image.Image, cloth: Image.Image, x: int, y: int, lift: int = 10) -> None:
    """Lay a cloth (with its transparency) on the ground, with its soft shadow."""
    shade = Image.new("RGBA", ground.size, (0, 0, 0, 0))
    dark = Image.new("RGBA", cloth.size, (34, 20, 14, 190))
    shade.paste(dark, (x + lift // 2, y + lift), cloth.getchannel("A"))
    shade = shade.filter(ImageFilter.GaussianBlur(lift))
    ground.paste(Image.alpha_composite(ground.convert("RGBA"), shade).convert(ground.mode))
    ground.paste(cloth, (x, y), cloth.getchannel("A"))


# -- samples and band ----------------------------------------------------------------------------------------


def _linen(wide: int, high: int, tone: str, rng: Rng, depth: float = 0.035) -> Image.Image:
    grain = clouds(rng, (high, wide), 0.7, 9) + clouds(rng, (high, wide), 9, 0.7)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    light = 1.04 - 0.12 * np.hypot(x / wide - 0.35, y / high - 0.3)
    return picture(rgb(tone) * (light + depth * 0.5 * grain)[..., None]).convert("RGBA")


def samples(series: dict[str, Any], rng: Rng) -> Image.Image:
    """Knitted samples in a row, pinned to linen, a written label under each."""
    wide, high = 1500, 1000
    ground = _linen(wide, high, "#e6ddcb", rng)
    given = [(str(name), str(text)) for name, text in series["samples"]]
    step = (wide - 120) / len(given)
    for k, (name, _) in enumerate(given):
        strip = knitted([wool(series, name)] * 22, 20, int(step * 0.84 / 15), 15, rng)
        upright = np.rot90(strip).copy()
        h, w = upright.shape[:2]
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        edge = 2.4 * clouds(rng, (h, 1), 12, 1)
        low = 2.4 * clouds(rng, (1, w), 1, 12)
        cover = np.clip(
            np.minimum(
                np.minimum(x - 4 + edge, w - 4 + edge - x), np.minimum(y - 4 + low, h - 4 + low - y)
            ),
            0,
            1,
        )
        light = 0.9 + 0.18 * np.sin(math.pi * x / w) - 0.05 * y / h
        cloth = Image.fromarray(
            (np.clip(np.dstack([upright * light[..., None], cover]), 0, 1) * 255).astype(np.uint8),
            "RGBA",
        )
        cloth = cloth.rotate(float(rng.normal(0, 1.0)), Image.Resampling.BICUBIC, expand=True)
        lain(
            ground,
            cloth,
            int(60 + step * (k + 0.5) - cloth.width / 2),
            170 + int(rng.integers(-8, 9)),
            9,
        )
    sheet = Canvas(wide, high, None)
    sheet.paste(ground, 0, 0)
    for k, (_, text) in enumerate(given):
        _label(sheet, 60 + step * (k + 0.5), 742, text, step, rng)
    return sheet.picture()


def _label(sheet: Canvas, x: float, y: float, text: str, step: float, rng: Rng) -> None:
    sheet.fill(disc(x + 2, 196, 10), "#3a2a20", 0.35, blur=4)
    sheet.fill(disc(x, 190, 9), "#c2512b")
    sheet.fill(disc(x - 3, 187, 3), "#f7b08a")
    w = step * 0.88
    sheet.fill(box(x - w / 2 + 2, y - 56, w, 104, 3), "#4a3a2c", 0.28, blur=6)
    sheet.fill(box(x - w / 2, y - 60, w, 104, 3), "#fbf6ea")
    words = text.split(" and ")
    lines = [f"{words[0]} °C", *(f"and {w_}" for w_ in words[1:])]
    for i, line in enumerate(lines):
        sheet.text(
            x,
            y + 4 + i * 38 - (len(lines) - 1) * 16,
            line,
            38,
            "#3a3430",
            "hand",
            600,
            "centre",
            float(rng.normal(0, 0.8)),
        )


def band(request: Request, rng: Rng) -> Image.Image:
    """One upright row for each morning; a row that is too thick carries its knot."""
    series = request.series
    names, thick = [str(n) for n in series["rows"]], {int(n) for n in series.get("thick", [])}
    widths = [22 if k + 1 in thick else 12 for k in range(len(names))]
    cloth = woven([wool(series, n) for n in names], widths, 300, rng)
    wide, high = 1200, 800
    ground = _linen(wide, high, "#efe9dc", rng, 0.006)
    h, w = cloth.shape[:2]
    y, _ = np.mgrid[0:h, 0:w].astype(np.float32)
    edge = 2.2 * clouds(rng, (1, w), 1, 7)
    cover = np.clip(np.minimum(y - 4 + edge, h - 4 + edge - y), 0, 1)
    light = 0.92 + 0.12 * np.sin(math.pi * y / h)
    layer = Image.fromarray(
        (np.clip(np.dstack([cloth * light[..., None], cover]), 0, 1) * 255).astype(np.uint8), "RGBA"
    )
    x0, y0 = (wide - w) // 2, 270
    sheet = Canvas(wide, high, None)
    for k in range(46):
        at = y0 + 8 + k * 6.2
        for start, way in ((x0 + 4, -1), (x0 + w - 4, 1)):
            end = rng.uniform(52, 78)
            line = [
                (start, at),
                (start + way * 30, at + rng.normal(0, 2)),
                (start + way * end, at + rng.normal(0, 7)),
            ]
            sheet.stroke(flowing(line), ("#d8cdb6", "#c9bda4", "#e6ddc8")[k % 3], 2.6)
    lain(ground, sheet.layer(), 0, 0, 6)
    lain(ground, layer, x0, y0, 9)
    return _signed(ground, request, x0 + sum(widths[: min(thick, default=1) - 1]) + 11, y0)


def _signed(ground: Image.Image, request: Request, knot: float, y: float) -> Image.Image:
    sheet = Canvas(ground.width, ground.height, None)
    sheet.paste(ground, 0, 0)
    sheet.text(64, 150, request.title, 72, "#2c3236", "serif", 560)
    for lean in (-14, 10):
        sheet.stroke(
            flowing([(knot, y + 4), (knot + lean * 0.6, y - 24), (knot + lean * 1.6, y - 50)]),
            "#8d8f90",
            5,
        )
    sheet.fill(disc(knot, y + 2, 12, 10), "#a9abac")
    sheet.stroke(flowing([(knot - 8, y - 2), (knot, y + 6), (knot + 8, y - 1)]), "#6c6e70", 2.4)
    return sheet.picture()


# -- stars ---------------------------------------------------------------------------------------------------


def stars(request: Request, columns: int, rows: int) -> Image.Image:
    """Eight-pointed stars that touch at their points, and the crosses between them."""
    pitch = 200
    colours = palette(request.palette)
    blue, deep, gold, white = colours.tones[2], colours.deep, "#d9a441", "#f6f1e2"
    sheet = Canvas(columns * pitch, rows * pitch, blue)
    for row in range(rows + 1):
        for column in range(columns + 1):
            _cross(
                sheet,
                column * pitch,
                row * pitch,
                (row + column) % 2,
                (blue, deep, gold, white, colours.tones[0]),
            )
    for row in range(rows):
        for column in range(columns):
            _star(
                sheet,
                (column + 0.5) * pitch,
                (row + 0.5) * pitch,
                pitch / 2,
                (blue, deep, gold, white, colours.tones[0]),
            )
    return _glazed(sheet.picture(), source(request.path, "glaze"))


def _octagram(x: float, y: float, radius: float, inner: float = 0.7654) -> skia.Path:
    return polygon(
        [
            (x + r * math.cos(k * math.pi / 8), y + r * math.sin(k * math.pi / 8))
            for k in range(16)
            for r in [radius if k % 2 == 0 else radius * inner]
        ]
    )


def _star(sheet: Canvas, x: float, y: float, radius: float, tones: Sequence[str]) -> None:
    _, deep, gold, white, sea = tones
    sheet.fill(_octagram(x, y, radius), white)
    sheet.stroke(_octagram(x, y, radius), gold, 7)
    sheet.stroke(_octagram(x, y, radius), deep, 1.6)
    sheet.fill(_octagram(x, y, radius * 0.72), sea)
    sheet.stroke(_octagram(x, y, radius * 0.72), deep, 2.2)
    for k in range(8):
        t = k * math.pi / 4 + math.pi / 8
        petal = [
            (x + radius * r * math.cos(t + a), y + radius * r * math.sin(t + a))
            for r, a in ((0.2, 0), (0.37, 0.2), (0.54, 0), (0.37, -0.2))
        ]
        sheet.fill(flowing(petal, closed=True), white)
    sheet.fill(_octagram(x, y, radius * 0.25), gold)
    sheet.fill(disc(x, y, radius * 0.09), deep)


def _cross(sheet: Canvas, x: float, y: float, odd: int, tones: Sequence[str]) -> None:
    """The gap between four stars is a cross already; here it gets its middle and its arms."""
    blue, deep, gold, white, sea = tones
    for k in range(4):
        t = k * math.pi / 2
        arm = [
            (x + 100 * r * math.cos(t + a), y + 100 * r * math.sin(t + a))
            for r, a in ((0.3, 0), (0.5, 0.24), (0.84, 0), (0.5, -0.24))
        ]
        sheet.fill(polygon(arm), deep if odd else mixed(blue, sea, 0.55))
        sheet.stroke(polygon(arm), gold, 2)
    sheet.fill(_octagram(x, y, 26), gold)
    sheet.fill(_octagram(x, y, 17), white)


def _glazed(flat: Image.Image, rng: Rng) -> Image.Image:
    """Each tile has taken the glaze a little differently."""
    pixels = np.asarray(flat).astype(np.float32) / 255
    high, wide = pixels.shape[:2]
    tile = np.kron(rng.normal(0, 0.03, (high // 100 + 1, wide // 100 + 1)), np.ones((100, 100)))[
        :high, :wide
    ]
    y, x = np.mgrid[0:high, 0:wide]
    light = 1.05 - 0.14 * np.hypot(x / wide - 0.3, y / high - 0.25)
    return picture(pixels * (light + tile)[..., None])
