"""Night: thousands of stars, the Milky Way, a dark edge of land or of a roof, the last light over the sea."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom

from ..canvas import Canvas, disc
from ..seed import source
from . import textures
from .darkroom import Film, developed

Array = NDArray[np.float64]


def night_sky(words: str, path: str, size: tuple[int, int]) -> Image.Image:
    """A long exposure; what stands below the stars depends on the words."""
    wide, tall = size
    rng = source(path, "night")
    y, x = np.mgrid[0:tall, 0:wide] / np.array([tall, wide])[:, None, None]
    sky = textures.blend("#060b1c", "#1b2f52", np.clip(y * 1.15, 0, 1) ** 1.5)
    sky = sky + np.exp(-(((y - 0.86) / 0.13) ** 2))[..., None] * textures.colour("#4f6f92") * 0.5
    sky = sky + _milky_way(x, y, rng)
    light = sky + _stars(size, rng, x, y)
    edge, front = _edge(words, x, rng)
    land = y > edge[None] if edge.ndim == 1 else y > edge
    light = np.where(land[..., None], front * (1 + 0.25 * _rough(size, rng))[..., None], light)
    if "sea" in words:
        light = _sea(light, y, edge, rng)
    picture = developed(
        light,
        Film(contrast=1.15, bloom=0.5, vignette=0.4, grain=0.018, saturation=1.15),
        rng,
        exposure=2.4,
    )
    return _ringed(picture, rng, y, edge) if "circle" in words else picture


def _milky_way(x: Array, y: Array, rng: np.random.Generator) -> Array:
    tall, wide = x.shape
    cloud = zoom(textures.noise(256, rng, 2.2), (tall / 256, wide / 256), order=1)[:tall, :wide]
    dust = zoom(textures.noise(256, rng, 2.6), (tall / 256, wide / 256), order=1)[:tall, :wide]
    across = (x - 0.12 - y * 0.62) * 0.85 + 0.05 * (dust - 0.2) * 0.5
    band = np.exp(-((across / 0.16) ** 2)) * np.clip(0.62 + 0.4 * cloud, 0, 2)
    lane = np.exp(-(((across + 0.012) / 0.045) ** 2)) * np.clip(0.5 + 0.6 * dust, 0, 1)
    glow = np.clip(band - 0.62 * lane * band, 0, 2)
    return glow[..., None] * textures.blend("#3c4d78", "#9a8596", np.clip(glow * 0.8, 0, 1)) * 0.55


def _stars(size: tuple[int, int], rng: np.random.Generator, x: Array, y: Array) -> Array:
    wide, tall = size
    field = np.zeros((tall, wide, 3))
    band = np.exp(-(((x - 0.12 - y * 0.62) * 0.85 / 0.2) ** 2))
    for count, low, blur in (
        (int(wide * tall * 0.0042), 0.05, 0.55),
        (int(wide * tall * 0.0004), 0.8, 0.8),
        (46, 9.0, 1.25),
    ):
        px, py = rng.integers(0, wide, count * 2), rng.integers(0, tall, count * 2)
        keep = rng.random(count * 2) < 0.35 + 0.65 * band[py, px]
        px, py = px[keep][:count], py[keep][:count]
        power = low * rng.pareto(2.2, len(px)).clip(0, 12) + low
        warm = rng.uniform(-0.3, 0.3, len(px))[:, None]
        tint = np.clip(np.array([1.0, 0.95, 0.95]) + warm * np.array([0.6, 0.1, -0.6]), 0.4, 1.4)
        layer = np.zeros((tall, wide, 3))
        np.add.at(layer, (py, px), power[:, None] * tint)
        field += np.stack([gaussian_filter(layer[..., c], blur) for c in range(3)], -1)
    return field


def _edge(words: str, x: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """The line below which the land is, as a height for each column, and its colour."""
    line = x[0]
    if "roof" in words:
        edge = np.full_like(line, 0.84)
        for left, right, top in ((0.1, 0.17, 0.76), (0.62, 0.645, 0.7), (0.655, 0.76, 0.79)):
            edge[(line > left) & (line < right)] = top
        edge[(line > 0.63) & (line < 0.635)] = 0.62
        return edge, textures.colour("#0a0a10")
    bumps = np.interp(line, np.linspace(0, 1, 64), gaussian_filter(rng.normal(0, 1, 64), 5) * 0.16)
    fine = np.interp(
        line, np.linspace(0, 1, 400), gaussian_filter(rng.normal(0, 1, 400), 1.2) * 0.006
    )
    return 0.9 - 0.34 * np.exp(-(((line - 0.24) / 0.3) ** 2)) - 0.1 * np.exp(
        -(((line - 0.62) / 0.12) ** 2)
    ) + bumps * 0.5 + fine, textures.colour("#05070d")


def _rough(size: tuple[int, int], rng: np.random.Generator) -> Array:
    return zoom(textures.noise(256, rng, 1.5), (size[1] / 256, size[0] / 256), order=1)[
        : size[1], : size[0]
    ]


def _sea(light: Array, y: Array, edge: Array, rng: np.random.Generator) -> Array:
    """A thin pale line where the sea begins, and dark water under it."""
    horizon = 0.872
    open_sea = (y > horizon) & (y < edge[None])
    ripple = zoom(
        textures.noise(256, rng, 1.2, (6, 1)), (y.shape[0] / 256, y.shape[1] / 256), order=1
    )[: y.shape[0], : y.shape[1]]
    shine = np.exp(-((y - horizon) / 0.035))[..., None] * textures.colour("#8fb0c9") * 0.5
    water = textures.colour("#0b1624") * (1 + 0.3 * ripple)[..., None] + shine
    light = np.where(open_sea[..., None], water, light)
    line = np.exp(-(((y - horizon) / 0.0022) ** 2)) * (y < edge[None])
    return np.asarray(light + line[..., None] * textures.colour("#c9dbe6") * 0.55)


def _ringed(picture: Image.Image, rng: np.random.Generator, y: Array, edge: Array) -> Image.Image:
    """A thin circle drawn round one star."""
    sheet = Canvas(picture.width, picture.height, None)
    sheet.paste(picture, 0, 0)
    x, place = picture.width * 0.69, picture.height * 0.3
    sheet.glow((x, place), 16, [("#ffffff", 1.0), ("#cfe0ff", 0.5), ("#cfe0ff", 0.0)])
    sheet.stroke(disc(x, place, picture.width * 0.026), "#f2c46a", 3.2, 0.95)
    del rng, y, edge
    return sheet.picture()
