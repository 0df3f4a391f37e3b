"""One letter, written with a broad pen and too much ink."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from ..canvas import Canvas, disc, flowing, polygon
from ..request import Request
from .gouache import clouds, rgb

Rng = np.random.Generator


def one_stroke(_request: Request, rng: Rng) -> Image.Image:
    """The bowl of a nun in one stroke of a broad pen, and a dot that was left to run."""
    wide, high = 1200, 900
    sheet = Canvas(wide, high, None)
    bowl = np.array(
        [
            (878, 214),
            (902, 300),
            (900, 420),
            (846, 560),
            (730, 668),
            (590, 706),
            (448, 664),
            (356, 560),
            (322, 430),
            (330, 330),
        ],
        dtype=float,
    )
    steps = np.linspace(0, len(bowl) - 1, 260)
    spine = np.stack([np.interp(steps, np.arange(len(bowl)), bowl[:, k]) for k in (0, 1)], 1)
    spine = gaussian_filter(spine, (9, 0), mode="nearest")
    way = np.gradient(spine, axis=0)
    turn = np.arctan2(way[:, 1], way[:, 0])
    pen = math.radians(-62)
    broad = 26 + 104 * np.abs(np.sin(turn - pen)) ** 1.2
    broad *= np.clip(np.linspace(0, 1, 260) * 14 + 0.35, 0, 1) * np.clip(
        (1 - np.linspace(0, 1, 260)) * 5 + 0.16, 0, 1
    )
    nib = np.array((math.cos(pen), math.sin(pen)))
    for k in range(150):
        f = k / 149 - 0.5
        line = spine + nib * (f * broad)[:, None] + rng.normal(0, 0.8, 2)
        end = 260 if rng.random() < 0.5 else int(260 - abs(rng.normal(0, 34)) * (0.5 + abs(f)))
        shade = rng.choice(["#131318", "#17181e", "#1d1e26", "#101014"])
        sheet.stroke(
            polygon([tuple(p) for p in line[: max(end, 60)]], closed=False),
            str(shade),
            2.6 + 0.9 * rng.random(),
            0.93,
        )
    _star(sheet, rng, 604, 322)
    for _ in range(46):
        x, y = 340 + rng.normal(0, 90), 330 + rng.normal(0, 70)
        sheet.fill(disc(float(x), float(y), float(abs(rng.normal(0, 2.2)) + 0.6)), "#17181e", 0.85)
    return _on_ivory(sheet.layer(), rng)


def _star(sheet: Canvas, rng: Rng, x: float, y: float) -> None:
    points = []
    for k in range(16):
        r = (84 if k % 2 == 0 else 36) * rng.uniform(0.86, 1.14)
        t = k * math.pi / 8 + 0.12
        points.append((x + r * math.cos(t), y + r * math.sin(t)))
    sheet.fill(polygon(points), "#131318")
    sheet.stroke(flowing(points, closed=True), "#131318", 9)
    for dx, long, thick in ((-22, 150, 9), (8, 236, 12), (34, 92, 7)):
        run = [(x + dx, y + 20), (x + dx + 3, y + 20 + long * 0.5), (x + dx + 1, y + 20 + long)]
        sheet.stroke(flowing(run), "#15161c", thick)
        sheet.fill(disc(x + dx + 1, y + 22 + long, thick * 0.85, thick * 1.2), "#15161c")


def _on_ivory(ink: Image.Image, rng: Rng) -> Image.Image:
    """Ivory paper with its fibres; the ink feathers a little and is thinner where it ran dry."""
    shape = (ink.height, ink.width)
    cover = np.asarray(ink)[..., 3].astype(np.float32) / 255
    feather = np.clip(
        gaussian_filter(cover, 2.4) * 1.1 + 0.08 * clouds(rng, shape, 1.4) - 0.3, 0, 1
    )
    cover = np.maximum(cover * (1 - 0.05 * np.clip(clouds(rng, shape, 1.0), 0, 3)), feather * 0.75)
    pool = clouds(rng, shape, 40)
    paper = (
        rgb("#f1e7d0")
        * (
            1
            + 0.012 * clouds(rng, shape, 60)
            + 0.006 * clouds(rng, shape, 0.8, 4)
            + 0.006 * clouds(rng, shape, 1)
        )[..., None]
    )
    dark = rgb("#15161c") * (1 + 0.35 * pool * 0.4)[..., None] + 0.02
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]]
    edge = np.minimum(np.minimum(x, shape[1] - x), np.minimum(y, shape[0] - y))
    paper = paper * (1 - 0.1 * np.exp(-edge / 60))[..., None]
    page = paper + np.clip(cover, 0, 1)[..., None] * (dark - paper)
    return Image.fromarray((np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
