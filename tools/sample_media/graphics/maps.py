"""Maps: a path over hills with its stages, and streets with their lines and stops."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, zoom

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed, palette
from ..photo.textures import colour, noise
from ..request import Request
from ..seed import source
from .hand_maps import known
from .landing import landing

WIDE, TALL = 1200, 820
Array = NDArray[np.float64]
STAGES = ("#c2412d", "#2f6fa8", "#d08a1e", "#7a4a9c", "#2f7f5f", "#a33a6a")


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
    _cartouche(sheet, colours, request.title or request.about.split(";")[0])
    _rose(sheet, colours, WIDE - 74, 92)
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
            return [_name(s) for s in series[key]], []
    return ["start", "ridge", "spring", "hut", "end"], []


def _name(given: Any) -> str:
    return (
        str(given.get("name") or given.get("label") or "")
        if isinstance(given, dict)
        else str(given)
    )


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
            _tag(sheet, colours, x + 6, y - 20, lengths[i], tone)
        if "loop" in request.words and str(request.series.get("detour_km")) != "None" and i == 3:
            loop = np.array(
                [line[3], line[3] + [-70, 60], line[3] + [-110, 10], line[3] + [-60, -50], line[4]]
            )
            sheet.stroke(flowing(loop), "#c2412d", 4.5, dash=(12, 8))
            _tag(
                sheet,
                colours,
                float(loop[2][0]) - 10,
                float(loop[2][1]) + 44,
                f"+ {request.series['detour_km']} km",
                "#c2412d",
            )


def _tag(sheet: Canvas, colours: Palette, x: float, y: float, words: str, tone: str) -> None:
    run = lettering.width(words, "sans", 21, 650)
    sheet.fill(box(x - run / 2 - 9, y - 19, run + 18, 29, 8), colours.paper, 0.9)
    sheet.text(x, y + 3, words, 21, tone, weight=650, align="centre")


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
    sites = [_name(s) for s in request.series.get("sites") or []]
    for (x, y), name in zip([(960, 330), (660, 440), (415, 446), (120, 380)], sites, strict=False):
        sheet.fill(disc(x, y, 34), colours.paper)
        sheet.stroke(disc(x, y, 27), colours.tones[0], 6)
        sheet.text(x, y + 13, name, 36, colours.ink, "serif", 660, "centre")
    for (x, y, dx), name in zip(
        [(345, 520, 0), (1010, 230, -60)],
        [_name(s) for s in request.series.get("marks") or []],
        strict=False,
    ):
        sheet.stroke(segment(x, y, x + 26, y - 34), colours.ink, 9)
        run = lettering.width(name, "serif-italic", 27, 500)
        sheet.fill(box(x + dx - run / 2 - 10, y + 12, run + 20, 40, 9), colours.paper, 0.9)
        sheet.text(x + dx, y + 41, name, 27, colours.ink, "serif-italic", 500, "centre")
    _cartouche(sheet, colours, request.title)
    _rose(sheet, colours, WIDE - 74, 92)
    sheet.text(
        1090, 560, "sea", 44, mixed("#8fbccb", colours.ink, 0.55), "serif-italic", 400, "centre"
    )
    return sheet.picture()


def star(x: float, y: float, radius: float) -> Any:
    """A five-pointed star as a path."""
    angle = np.arange(10) * np.pi / 5 - np.pi / 2
    length = np.where(np.arange(10) % 2 == 0, radius, radius * 0.45)
    return polygon(np.column_stack([x + length * np.cos(angle), y + length * np.sin(angle)]))


def _cartouche(sheet: Canvas, colours: Palette, title: str) -> None:
    size = 46
    while lettering.width(title, "serif", size, 640) > WIDE - 330 and size > 22:
        size -= 2
    run = lettering.width(title, "serif", size, 640)
    sheet.fill(box(36, 34, run + 52, size + 42, 12), colours.ink, 0.14, blur=10)
    sheet.fill(box(36, 30, run + 52, size + 42, 12), colours.paper)
    sheet.text(62, 30 + size * 0.98 + 14, title, size, colours.ink, "serif", 640)


def _rose(sheet: Canvas, colours: Palette, x: float, y: float) -> None:
    sheet.fill(disc(x, y, 40), colours.paper, 0.85)
    sheet.fill(polygon([(x, y - 34), (x + 9, y), (x, y - 6), (x - 9, y)]), "#c2412d")
    sheet.fill(polygon([(x, y + 34), (x + 9, y), (x, y + 6), (x - 9, y)]), colours.quiet)
    sheet.text(x, y - 42, "N", 22, colours.ink, weight=650, align="centre")


def street_map(request: Request) -> Image.Image:
    """Blocks of houses, a park, a river, lines that run along the streets and their stops."""
    if request.series.get("crosses"):
        return landing(request)
    drawn = known(request)
    if drawn:
        return drawn(request)
    rng = source(request.path, "streets")
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, mixed(colours.paper, colours.line, 0.45))
    xs = np.cumsum(np.concatenate([[-40], rng.uniform(95, 150, 12)]))
    ys = np.cumsum(np.concatenate([[-30], rng.uniform(85, 130, 10)]))
    lean = rng.uniform(-0.1, 0.1)
    river = flowing(
        [
            (-40, TALL * 0.9),
            (220, TALL * 0.8),
            (520, TALL * 0.87),
            (820, TALL * 0.74),
            (WIDE + 60, TALL * 0.8),
        ]
    )
    _blocks(sheet, colours, rng, xs, ys, lean)
    sheet.stroke(river, mixed("#5fa3c4", colours.paper, 0.25), 120)
    sheet.stroke(river, mixed("#5fa3c4", colours.paper, 0.55), 84)
    routes = [
        str(r.get("name") or r.get("label")) if isinstance(r, dict) else str(r)
        for r in request.series.get("routes") or ["old", "new"]
    ]
    stops = [_name(s) for s in request.series.get("stops") or []]
    lines = _routes(xs, ys, lean, len(routes))
    if "along the river" in request.words:
        lines[1] = _along(
            [
                (-30, TALL * 0.9),
                (220, TALL * 0.8),
                (520, TALL * 0.87),
                (820, TALL * 0.74),
                (WIDE - 40, TALL * 0.8),
            ]
        )
    for i, (route, line) in enumerate(zip(routes, lines, strict=True)):
        dashed = bool(re.search(r"old|before|dashed", route))
        sheet.stroke(flowing(line), colours.paper, 16)
        sheet.stroke(flowing(line), STAGES[(0, 1, 3, 4)[i % 4]], 8, dash=(22, 12) if dashed else ())
        free = [p for p in (line[0], line[-1]) if p[1] > 150 or 560 < p[0] < WIDE - 160] or [
            line[-1]
        ]
        end = free[0] if dashed and "along the river" in request.words else free[-1]
        _badge(sheet, colours, *end, route, STAGES[(0, 1, 3, 4)[i % 4]])
    _homes(sheet, colours, rng, request, lines)
    _stops_on(sheet, colours, lines, stops)
    _cartouche(sheet, colours, request.title or request.about.split(";")[0])
    _rose(sheet, colours, WIDE - 74, 92)
    return sheet.picture()


def _blocks(
    sheet: Canvas, colours: Palette, rng: np.random.Generator, xs: Array, ys: Array, lean: float
) -> None:
    green = {int(g) for g in rng.integers(0, 100, 7)}
    for j in range(len(ys) - 1):
        for i in range(len(xs) - 1):
            corner = np.array(
                [
                    [xs[i] + 9, ys[j] + 9],
                    [xs[i + 1] - 9, ys[j] + 9],
                    [xs[i + 1] - 9, ys[j + 1] - 9],
                    [xs[i] + 9, ys[j + 1] - 9],
                ]
            )
            corner[:, 1] += (corner[:, 0] - WIDE / 2) * lean
            park = i * 10 + j in green
            sheet.fill(
                polygon(corner), mixed("#8fb56a", colours.paper, 0.45) if park else colours.paper
            )
            for _ in range(0 if park else 7):
                u, v = rng.uniform(0.05, 0.72), rng.uniform(0.05, 0.7)
                x, y = corner[0] + (corner[1] - corner[0]) * u + (corner[3] - corner[0]) * v
                sheet.fill(
                    box(float(x), float(y), rng.uniform(14, 30), rng.uniform(12, 26), 2),
                    mixed(colours.quiet, colours.paper, 0.66),
                )


def _routes(xs: Array, ys: Array, lean: float, count: int) -> list[Array]:
    def corner(i: int, j: int) -> tuple[float, float]:
        return float(xs[i]), float(ys[j] + (xs[i] - WIDE / 2) * lean)

    made = [
        [corner(1, 2), corner(3, 2), corner(3, 4), corner(6, 4), corner(6, 5), corner(9, 5)],
        [
            corner(2, 6),
            corner(4, 6),
            corner(4, 5),
            corner(5, 5),
            corner(5, 3),
            corner(8, 3),
            corner(8, 1),
        ],
        [corner(1, 4), corner(4, 4), corner(4, 2), corner(9, 2)],
        [corner(7, 1), corner(7, 6)],
    ]
    return [_rounded(np.array(made[i % 4])) for i in range(count)]


def _along(river: list[tuple[float, float]]) -> Array:
    """A road on the near bank."""
    across, down = np.array(river).T
    xs = np.linspace(across[0], across[-1], 80)
    return np.column_stack([xs, gaussian_filter(np.interp(xs, across, down), 4) - 96])


def _rounded(corners: Array) -> Array:
    out = [corners[0]]
    for a, b, c in zip(corners, corners[1:], corners[2:], strict=False):
        out += [
            b + (a - b) / (np.linalg.norm(a - b) + 1e-9) * 26,
            b + (c - b) / (np.linalg.norm(c - b) + 1e-9) * 26,
        ]
    out.append(corners[-1])
    dense = [
        a + (b - a) * t for a, b in pairwise(out) for t in np.linspace(0, 1, 6, endpoint=False)
    ]
    return np.array([*dense, out[-1]])


def _badge(sheet: Canvas, colours: Palette, x: float, y: float, words: str, tone: str) -> None:
    run = max(30.0, lettering.width(words, "sans", 23, 700))
    x = min(max(x, run / 2 + 30), WIDE - run / 2 - 30)
    sheet.fill(box(x - run / 2 - 14, y - 24, run + 28, 44, 22), tone)
    sheet.text(x, y + 6, words, 23, colours.paper, weight=700, align="centre")


def _stop_place(lines: list[Array], which: int, count: int) -> Array:
    """Stops take turns on the lines, from a third of the way on."""
    line = lines[which % len(lines)]
    share = 0.3 + 0.45 * (which // len(lines)) / max(1, (count - 1) // len(lines))
    return np.asarray(line[int(share * (len(line) - 1))])


def _stops_on(sheet: Canvas, colours: Palette, lines: list[Array], stops: list[str]) -> None:
    for i, name in enumerate(stops):
        x, y = _stop_place(lines, i, len(stops))
        sheet.fill(disc(x, y, 15), colours.paper)
        starred = "*" in name or "★" in name
        name = name.replace("*", "").replace("★", "").strip()
        if starred:
            sheet.fill(star(x, y, 21), "#d0531e")
        else:
            sheet.stroke(disc(x, y, 11), colours.ink, 5)
        run = lettering.width(name, "sans", 24, 620)
        sheet.fill(box(x + 22, y - 42, run + 18, 36, 8), colours.paper, 0.94)
        sheet.text(x + 31, y - 16, name, 24, colours.ink, weight=620)


def _homes(
    sheet: Canvas, colours: Palette, rng: np.random.Generator, request: Request, lines: list[Array]
) -> None:
    """Dots for homes, tied to the stop on the last line, where the request speaks of homes."""
    if request.series.get("homes"):
        _walks(sheet, colours, rng, request, lines)
        return
    if not re.search(r"home|famil|house", request.words):
        return
    count = next(
        (
            n
            for word, n in (("eleven", 11), ("seven", 7), ("twelve", 12), ("five", 5))
            if word in request.words
        ),
        9,
    )
    stop = lines[-1][len(lines[-1]) // 2]
    far = (0.0, stop)
    for _ in range(count):
        home = np.array([rng.uniform(300, 900), rng.uniform(170, 430)])
        sheet.stroke(
            polygon([tuple(home), tuple(stop)], closed=False), colours.quiet, 2, dash=(5, 5)
        )
        sheet.fill(disc(*home, 11), colours.paper)
        sheet.fill(disc(*home, 8), colours.tones[1])
        far = max(far, (float(np.linalg.norm(home - stop)), home), key=lambda item: item[0])
    found = re.search(r"(\d+) min", request.about)
    if found:
        _tag(sheet, colours, *((far[1] + stop) / 2), f"{found[1]} minutes", colours.ink)
    sheet.fill(disc(*stop, 17), colours.paper)
    sheet.stroke(disc(*stop, 12), colours.ink, 6)


def _walks(
    sheet: Canvas, colours: Palette, rng: np.random.Generator, request: Request, lines: list[Array]
) -> None:
    """Homes as far from the starred stop as their minutes say, on the hill's side of the river."""
    walks = [float(home["minutes"]) for home in request.series["homes"]]
    starred = next(i for i, name in enumerate(request.series["stops"]) if "*" in str(name))
    places = [
        _stop_place(lines, i, len(request.series["stops"]))
        for i in range(len(request.series["stops"]))
    ]
    stop = places[starred]
    homes: list[Array] = []
    for minutes in walks:
        home = stop
        for _ in range(400):
            way = rng.uniform(np.pi, 2 * np.pi)
            home = stop + minutes * 33 * np.array([np.cos(way), np.sin(way)])
            inside = 70 < home[0] < WIDE - 70 and 190 < home[1] < stop[1] - 30
            hidden = any(-40 < home[0] - x < 170 and -60 < home[1] - y < 30 for x, y in places)
            if inside and not hidden and all(np.linalg.norm(home - other) > 60 for other in homes):
                break
        homes.append(home)
        sheet.stroke(segment(*home, *stop), colours.ink, 1.6, 0.75, dash=(4, 4))
    for home in homes:
        sheet.fill(disc(*home, 12), colours.paper)
        sheet.fill(disc(*home, 9), colours.tones[3])
    longest = int(np.argmax(walks))
    middle = homes[longest] * 0.62 + stop * 0.38
    _tag(
        sheet, colours, float(middle[0]), float(middle[1]), f"{walks[longest]:.0f} min", colours.ink
    )
