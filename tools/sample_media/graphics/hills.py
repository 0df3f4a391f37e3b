"""Maps of hills: contour lines, a path with its stages, a river mouth."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, segment
from ..palettes import Palette, mixed, palette
from ..photo.textures import colour, noise
from ..request import Request
from ..seed import source
from .hand_maps import known
from .marks import STAGES, TALL, WIDE, Array, cartouche, name_of, rose, star, tag


def hill_map(request: Request) -> Image.Image:
    """Shaded hills with contour lines, a path and named places along it."""
    drawn = known(request)
    if drawn:
        return drawn(request)
    rng = source(request.path, "map")
    colours = palette(request.palette)
    if "river mouth" in request.words or "estuary" in request.words:
        return _estuary(request)
    height = gaussian_filter(zoom(noise(64, rng, 3.9), 20, order=3)[:TALL, :WIDE], 9)
    sheet = Canvas(WIDE, TALL, None)
    sheet.paste(_relief(height, colours), 0, 0)
    names, lengths = _stops(request)
    path = _way(rng, len(names))
    _draw_stages(sheet, colours, path, names, lengths, request)
    _places(sheet, colours, path, names)
    cartouche(sheet, colours, request.title or request.about.split(";")[0])
    rose(sheet, colours, WIDE - 74, 92)
    return sheet.picture()


def _relief(height: Array, colours: Palette) -> Image.Image:
    level = (height - height.min()) / (np.ptp(height) + 1e-9)
    dy, dx = np.gradient(gaussian_filter(level, 9) * 420)
    light = np.clip(0.95 + (dx + dy) * 0.1, 0.72, 1.08)[..., None]
    low, high = (
        colour(mixed(colours.tones[0], colours.paper, 0.72)) ** (1 / 2.2),
        colour(colours.paper) ** (1 / 2.2),
    )
    base = low * (1 - level[..., None]) + high * level[..., None]
    picture = base * light
    for every, strength in ((0.04, 0.3), (0.2, 0.55)):
        steep = np.hypot(*np.gradient(level / every)) + 1e-6
        near = np.abs(level / every - np.round(level / every)) / steep
        line = np.clip(1.15 - near / 0.75, 0, 1)[..., None] * strength
        picture = picture * (1 - line) + line * colour(
            mixed(colours.tones[0], colours.ink, 0.4)
        ) ** (1 / 2.2)
    return Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8), "RGB")


def _stops(request: Request) -> tuple[list[str], list[str]]:
    series = request.series
    stages = series.get("stages")
    if isinstance(stages, list) and stages:
        if isinstance(stages[0], dict):
            names = [str(stages[0].get("from", "start"))] + [str(s.get("to", "")) for s in stages]
            return names, [f"{s['km']} km" if s.get("km") else "" for s in stages]
        return [str(s) for s in stages], []
    for key in ("stops", "points", "places", "marks", "values"):
        if isinstance(series.get(key), list):
            return [name_of(s) for s in series[key]], []
    return ["start", "ridge", "spring", "hut", "end"], []


def _way(rng: np.random.Generator, count: int) -> Array:
    t = np.linspace(0, 1, count)
    x = 150 + t * (WIDE - 330)
    y = (
        TALL * 0.62
        - 230 * np.sin(t * np.pi * 0.9 + 0.2) * 0.9
        + 120 * np.sin(t * 7.5 + rng.uniform(0, 2))
        + 60 * t
    )
    return np.column_stack([x, np.clip(y, 190, TALL - 120)])


def _draw_stages(
    sheet: Canvas,
    colours: Palette,
    path: Array,
    names: list[str],
    lengths: list[str],
    request: Request,
) -> None:
    rng = source(request.path, "bends")
    for i in range(len(names) - 1):
        a, b = path[i], path[i + 1]
        side = np.array([-(b - a)[1], (b - a)[0]])
        t = np.linspace(0, 1, 9)[:, None]
        wave = np.concatenate([[0], gaussian_filter(rng.normal(0, 0.12, 7), 0.8), [0]])[:, None]
        line = a + (b - a) * t + side * wave
        tone = STAGES[i % len(STAGES)]
        sheet.stroke(flowing(line), "#ffffff", 12, 0.85)
        sheet.stroke(flowing(line), tone, 6)
        if lengths and lengths[i]:
            x, y = line[4]
            tag(sheet, colours, x + 6, y - 20, lengths[i], tone)
        if "loop" in request.words and str(request.series.get("detour_km")) != "None" and i == 3:
            loop = np.array(
                [line[3], line[3] + [-70, 60], line[3] + [-110, 10], line[3] + [-60, -50], line[4]]
            )
            sheet.stroke(flowing(loop), "#c2412d", 4.5, dash=(12, 8))
            tag(
                sheet,
                colours,
                float(loop[2][0]) - 10,
                float(loop[2][1]) + 44,
                f"+ {request.series['detour_km']} km",
                "#c2412d",
            )


def _places(sheet: Canvas, colours: Palette, path: Array, names: list[str]) -> None:
    for (x, y), name in zip(path, names, strict=True):
        starred = "*" in name or "★" in name
        name = name.replace("*", "").replace("★", "").strip()
        sheet.fill(disc(x, y, 13), colours.paper)
        if starred:
            sheet.fill(star(x, y, 22), "#d0531e")
        else:
            sheet.fill(disc(x, y, 9), colours.ink)
        run = lettering.width(name, "serif", 27, 600)
        left = min(max(x - run / 2, 20), WIDE - run - 20)
        sheet.fill(box(left - 9, y + 19, run + 18, 38, 9), colours.paper, 0.86)
        sheet.text(left, y + 47, name, 27, colours.ink, "serif", 600)


def _estuary(request: Request) -> Image.Image:
    """A river that widens into the sea between marsh and town, with the sampling places."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, mixed("#e4dfc4", colours.paper, 0.35))
    rng = source(request.path, "estuary")
    for _ in range(240):
        x, y = rng.uniform(0, WIDE), rng.uniform(0, TALL)
        for k in (-7, 0, 7):
            sheet.stroke(flowing([(x + k, y), (x + k * 1.4, y - 11)]), "#7f9a5a", 1.8, 0.55)
    north = [
        (-30, 330),
        (180, 320),
        (360, 380),
        (560, 350),
        (740, 300),
        (900, 200),
        (1010, 90),
        (1080, -40),
    ]
    south = [
        (1260, 860),
        (980, 850),
        (800, 690),
        (620, 560),
        (420, 520),
        (240, 450),
        (60, 440),
        (-30, 430),
    ]
    water = flowing([*north, (1260, -40), *south])
    for grow, tone in ((46, "#cfc7a2"), (26, "#b8cfd0"), (0, "#8fbccb")):
        if grow:
            sheet.stroke(water, tone, grow)
        else:
            sheet.fill(water, tone)
    for k in range(9):
        sheet.stroke(
            flowing(
                [
                    (850 + k * 40, 260 + k * 34),
                    (910 + k * 40, 252 + k * 34),
                    (970 + k * 40, 262 + k * 34),
                ]
            ),
            "#ffffff",
            2.4,
            0.5,
        )
    sites = [name_of(s) for s in request.series.get("sites") or []]
    for (x, y), name in zip([(960, 330), (660, 440), (415, 446), (120, 380)], sites, strict=False):
        sheet.fill(disc(x, y, 34), colours.paper)
        sheet.stroke(disc(x, y, 27), colours.tones[0], 6)
        sheet.text(x, y + 13, name, 36, colours.ink, "serif", 660, "centre")
    for (x, y, dx), name in zip(
        [(345, 520, 0), (1010, 230, -60)],
        [name_of(s) for s in request.series.get("marks") or []],
        strict=False,
    ):
        sheet.stroke(segment(x, y, x + 26, y - 34), colours.ink, 9)
        run = lettering.width(name, "serif-italic", 27, 500)
        sheet.fill(box(x + dx - run / 2 - 10, y + 12, run + 20, 40, 9), colours.paper, 0.9)
        sheet.text(x + dx, y + 41, name, 27, colours.ink, "serif-italic", 500, "centre")
    cartouche(sheet, colours, request.title)
    rose(sheet, colours, WIDE - 74, 92)
    sheet.text(
        1090, 560, "sea", 44, mixed("#8fbccb", colours.ink, 0.55), "serif-italic", 400, "centre"
    )
    return sheet.picture()
