"""Torn and cut paper: ragged white edges, a little curl, soft shadows, tape."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter
from scipy.ndimage import gaussian_filter

from .gouache import clouds, rgb

Rng = np.random.Generator


def torn(
    face: Image.Image, rng: Rng, ragged: float = 5.0, white: float = 6.0, cut: bool = False
) -> Image.Image:
    """A scrap with torn edges that show the white of the paper (or with cut ones), on nothing."""
    pixels = np.asarray(face.convert("RGB")).astype(np.float32) / 255
    high, wide = pixels.shape[:2]
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    inward = np.minimum(np.minimum(x, wide - 1 - x), np.minimum(y, high - 1 - y))
    wave = (
        0.0
        if cut
        else ragged
        * (1.4 + 0.7 * clouds(rng, (high, wide), 14) + 0.4 * clouds(rng, (high, wide), 2.5))
    )
    cover = np.clip(inward - wave + 0.5, 0, 1)
    if not cut:
        inner = (
            wave
            + white * (0.8 + 0.6 * clouds(rng, (high, wide), 10))
            + 1.2 * clouds(rng, (high, wide), 1)
        )
        bare = np.clip((inner - inward) / 2, 0, 1)[..., None]
        pixels = pixels * (1 - bare) + rgb("#fbf8f1") * bare
    curl = 1.03 - 0.06 * (x / wide) - 0.03 * (y / high) + 0.012 * clouds(rng, (high, wide), 40)
    return Image.fromarray(
        (np.clip(np.dstack([pixels * curl[..., None], cover]), 0, 1) * 255).astype(np.uint8), "RGBA"
    )


def glued(
    ground: Image.Image, scrap: Image.Image, x: float, y: float, turn: float, lift: float = 9.0
) -> None:
    """Glue a scrap with its middle at a place, turned, and let it throw its shadow."""
    turned = scrap.rotate(-turn, Image.Resampling.BICUBIC, expand=True)
    left, top = int(x - turned.width / 2), int(y - turned.height / 2)
    shade = Image.new("L", ground.size, 0)
    shade.paste(
        turned.getchannel("A").point(lambda v: int(v * 0.5)),
        (left + int(lift * 0.6), top + int(lift)),
    )
    shade = shade.filter(ImageFilter.GaussianBlur(lift * 0.8))
    ground.paste(Image.new("RGB", ground.size, (30, 20, 16)), (0, 0), shade)
    ground.paste(turned.convert("RGB"), (left, top), turned.getchannel("A"))


def tape(rng: Rng, long: int = 130, wide: int = 38, colour: str = "#ead9a0") -> Image.Image:
    """A strip of see-through tape with zigzag ends."""
    y, x = np.mgrid[0:wide, 0:long].astype(np.float32)
    zig = 4 * np.abs(((y / 6) % 2) - 1)
    cover = (np.clip(np.minimum(x - zig, long - 1 - zig - x) + 0.5, 0, 1)) * 0.72
    light = 1 + 0.03 * clouds(rng, (wide, long), 1, 8)
    pixels = np.broadcast_to(rgb(colour), (wide, long, 3)) * light[..., None]
    return Image.fromarray(
        (np.clip(np.dstack([pixels, cover]), 0, 1) * 255).astype(np.uint8), "RGBA"
    )


def sugar_paper(wide: int, high: int, colour: str, rng: Rng) -> Image.Image:
    """Soft coloured paper with fibres."""
    shape = (high, wide)
    fibre = (clouds(rng, shape, 0.6, 5) > 2.7).astype(np.float32) + (
        clouds(rng, shape, 5, 0.6) > 2.7
    ).astype(np.float32)
    tone = (
        1
        + 0.016 * clouds(rng, shape, 1.2)
        + 0.02 * clouds(rng, shape, 70)
        + 0.05 * gaussian_filter(fibre, 0.6)
    )
    return Image.fromarray(
        (np.clip(rgb(colour) * tone[..., None], 0, 1) * 255).astype(np.uint8), "RGB"
    )
