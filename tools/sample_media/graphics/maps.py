"""Maps of streets: blocks of houses, a river, lines and their stops."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed, palette
from ..request import Request
from ..seed import source
from .hand_maps import known
from .landing import landing
from .marks import STAGES, TALL, WIDE, Array, cartouche, name_of, rose, star, tag


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
    stops = [name_of(s) for s in request.series.get("stops") or []]
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
    cartouche(sheet, colours, request.title or request.about.split(";")[0])
    rose(sheet, colours, WIDE - 74, 92)
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
        tag(sheet, colours, *((far[1] + stop) / 2), f"{found[1]} minutes", colours.ink)
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
    tag(
        sheet, colours, float(middle[0]), float(middle[1]), f"{walks[longest]:.0f} min", colours.ink
    )
