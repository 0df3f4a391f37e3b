"""Paper as it is seen: fibres, uneven light, a desk under it."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates

from ..canvas import Canvas, box
from ..palettes import mixed, palette
from ..photo.textures import noise


def scanned(
    page: Image.Image, rng: np.random.Generator, *, desk: bool, palette_name: str
) -> Image.Image:
    """Fibres, uneven light, a slight wave of the paper; on a desk when it is a photograph."""
    pixels = np.asarray(page).astype(float) / 255
    tall, wide = pixels.shape[:2]
    fibre = np.kron(noise(512, rng, 1.2), np.ones((3, 3)))[:tall, :wide]
    soft = gaussian_filter(np.kron(noise(64, rng, 3), np.ones((24, 24)))[:tall, :wide], 14)
    y, x = np.mgrid[0:tall, 0:wide].astype(float)
    shift = 2.2 * np.sin(y / 210 + 1) + 1.4 * np.sin(x / 260)
    pixels = np.stack(
        [
            map_coordinates(pixels[..., c], [y + shift, x + shift * 0.5], order=1, mode="nearest")
            for c in range(3)
        ],
        -1,
    )
    light = 1.0 + 0.012 * fibre + 0.028 * soft - 0.1 * (x / wide) ** 3 - 0.06 * (1 - y / tall) ** 4
    pixels = pixels * light[..., None]
    scan = Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8), "RGB")
    return _on_desk(scan, rng, palette_name) if desk else scan


def _on_desk(page: Image.Image, rng: np.random.Generator, name: str) -> Image.Image:
    colours = palette(name)
    sheet = Canvas(1200, 900 if page.width > page.height else 1200, None)
    grain = np.kron(noise(400, rng, 1.6, (1, 14)), np.ones((3, 3)))[: sheet.height, : sheet.width]
    base = (
        np.array([int(mixed(colours.deep, "#4a3524", 0.6)[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    )
    wood = base * (1 + 0.14 * grain[..., None])
    sheet.paste(Image.fromarray((np.clip(wood, 0, 1) * 255).astype(np.uint8), "RGB"), 0, 0)
    turn = float(rng.uniform(-3.4, 3.4))
    wide = 1010 if page.width > page.height else 830
    tall = wide * page.height / page.width
    left, top = (sheet.width - wide) / 2, (sheet.height - tall) / 2
    sheet.skia.save()
    sheet.skia.rotate(turn, sheet.width / 2, sheet.height / 2)
    sheet.fill(box(left + 10, top + 16, wide, tall, 3), "#000000", 0.5, blur=22)
    sheet.skia.restore()
    sheet.paste(page, left, top, turn, wide)
    sheet.glow(
        (sheet.width * 0.2, sheet.height * 0.05),
        sheet.width * 1.1,
        [("#fff1d6", 0.16), ("#fff1d6", 0.0)],
    )
    sheet.glow(
        (sheet.width * 1.05, sheet.height * 1.05),
        sheet.width * 0.9,
        [("#000000", 0.38), ("#000000", 0.0)],
    )
    pixels = np.asarray(sheet.picture()).astype(float)
    pixels += gaussian_filter(rng.normal(size=pixels.shape[:2]), 0.6)[..., None] * 3
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8), "RGB")


def cards_on_desk(cards: list[Image.Image], rng: np.random.Generator, name: str) -> Image.Image:
    """Cards lying beside each other on a desk."""
    sheet = Canvas(1400, 1000, None)
    grain = np.kron(noise(480, rng, 1.6, (1, 14)), np.ones((3, 3)))[:1000, :1400]
    base = (
        np.array([int(mixed(palette(name).deep, "#6a4a30", 0.6)[i : i + 2], 16) for i in (1, 3, 5)])
        / 255
    )
    sheet.paste(
        Image.fromarray(
            (np.clip(base * (1 + 0.14 * grain[..., None]), 0, 1) * 255).astype(np.uint8), "RGB"
        ),
        0,
        0,
    )
    for i, card in enumerate(cards):
        x, turn = 66 + i * 664, float(rng.uniform(-2.6, 2.6))
        sheet.skia.save()
        sheet.skia.rotate(turn, x + 310, 500)
        sheet.fill(box(x + 8, 104, 620, 820, 8), "#000000", 0.5, blur=18)
        sheet.skia.restore()
        sheet.paste(card, x, 90, turn)
    sheet.glow((280, 50), 1500, [("#fff1d6", 0.16), ("#fff1d6", 0.0)])
    return sheet.picture()
