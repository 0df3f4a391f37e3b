"""Diagrams: boxes in the order of their arrows, words wrapped, arrows that find their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, flowing, polygon
from ..palettes import Palette, mixed, palette
from ..request import Request

WIDE, TALL = 1200, 720


@dataclass(frozen=True)
class Edge:
    """An arrow from one box to another, perhaps with a word on it."""

    start: int
    end: int
    words: str = ""


def diagram(request: Request) -> Image.Image:
    """Boxes and arrows as the request lists them."""
    names, edges = _parts(request)
    colours = palette(request.palette)
    if not edges:
        return _key(request, names)
    top = 130 if request.title else 40
    places = _placed(len(names), edges, top)
    rows = max(sum(round(x) == round(a) for x, _ in places) for a, _ in places)
    back = any(e.start > e.end for e in edges)
    tall_sheet = {1: 480, 2: 600}.get(rows, TALL) + (60 if back and rows == 1 else 0)
    places = [
        (
            x,
            top
            + (y - top) * (tall_sheet - top - 30 - 60 * (back and rows == 1)) / (TALL - top - 30),
        )
        for x, y in places
    ]
    sheet = Canvas(WIDE, tall_sheet, colours.paper)
    if request.title:
        sheet.text(48, 84, request.title, 44, colours.ink, "serif", 620)
    columns = len({round(x) for x, _ in places})
    wide = min(270.0, (WIDE - 90) / max(columns, 1) - 56)
    size = 25 if columns < 5 else 22
    lines = [lettering.wrapped(name, "sans", size, wide - 36, 560) for name in names]
    tall = [max(92.0, len(rows) * size * 1.3 + 46) for rows in lines]
    for edge in edges:
        _arrow(sheet, colours, places, edge, wide, tall)
    for i, (x, y) in enumerate(places):
        _node(
            sheet,
            colours,
            (x, y),
            (wide, tall[i]),
            lines[i],
            size,
            i,
            first=not any(e.end == i for e in edges),
        )
        if i in (request.series.get("double") or []):
            sheet.stroke(
                box(x - wide / 2 - 9, y - tall[i] / 2 - 9, wide + 18, tall[i] + 18, 22),
                colours.tones[i % 5],
                3,
            )
    return sheet.picture()


SWATCHES = {
    "gray": "#9aa0a3",
    "grey": "#9aa0a3",
    "black": "#23262b",
    "blue": "#2f6390",
    "white": "#fbfaf5",
    "red": "#b8402f",
    "green": "#4a7a3f",
    "yellow": "#e2b53a",
    "orange": "#d9772b",
    "brown": "#7a5236",
    "plum": "#5a2a4a",
    "pink": "#d98a9a",
}


def _key(request: Request, names: list[str]) -> Image.Image:
    """A key: a swatch and its meaning on each line."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, 190 + 118 * len(names), colours.paper)
    sheet.text(64, 96, request.title, 48, colours.ink, "serif", 620)
    for i, name in enumerate(names):
        tint, _, meaning = name.partition(":")
        y = 150 + i * 118
        tone = SWATCHES.get(tint.strip().lower(), colours.tones[i % 5])
        sheet.fill(box(64, y, 200, 84, 10), tone)
        for k in range(13):
            sheet.stroke(
                flowing(
                    [
                        (64, y + 4 + k * 6.6),
                        (130, y + 1 + k * 6.6),
                        (200, y + 6 + k * 6.6),
                        (264, y + 3 + k * 6.6),
                    ]
                ),
                mixed(tone, "#000000", 0.22),
                1.2,
                0.5,
            )
        sheet.stroke(box(64, y, 200, 84, 10), colours.quiet, 1.6)
        sheet.text(300, y + 54, (meaning or tint).strip(), 38, colours.ink, "serif", 500)
    return sheet.picture()


def _parts(request: Request) -> tuple[list[str], list[Edge]]:
    series = request.series
    given: Any = (
        series.get("nodes")
        or series.get("boxes")
        or series.get("steps")
        or series.get("values")
        or []
    )
    names, index = [], {}
    for i, node in enumerate(given):
        name = (
            str(node.get("label") or node.get("title") or node.get("name") or node.get("id"))
            if isinstance(node, dict)
            else str(node)
        )
        if isinstance(node, dict):
            more = node.get("text") or node.get("note")
            index |= {str(node.get("id", name)): i}
            name = f"{name}\n{more}" if more else name
        index[name] = i
        names.append(name)
    if not names:
        names = [
            part.strip()
            for part in request.about.split(":")[-1]
            .replace(" to ", ",")
            .replace("→", ",")
            .split(",")
        ][:6]
        index = {name: i for i, name in enumerate(names)}
    edges = []
    for edge in series.get("edges") or series.get("arrows") or series.get("links") or []:
        if isinstance(edge, dict):
            edge = [edge.get("from"), edge.get("to"), edge.get("label") or edge.get("text") or ""]
        elif isinstance(edge, str):
            edge = [part.strip() for part in edge.replace("→", "->").split("->")]
        ends = [end if isinstance(end, int) else index.get(str(end), 0) for end in edge[:2]]
        edges.append(Edge(ends[0], ends[1], str(edge[2]) if len(edge) > 2 and edge[2] else ""))
    given_edges = any(key in series for key in ("edges", "arrows", "links"))
    return names, edges if given_edges else [Edge(i, i + 1) for i in range(len(names) - 1)]


def _placed(count: int, edges: list[Edge], top: float) -> list[tuple[float, float]]:
    """Columns by the longest way from a beginning; arrows back are left out of that count."""
    rank = [0] * count
    forward = [e for e in edges if e.start < e.end] + [
        e for e in edges if e.start > e.end and not _reaches(edges, e.end, e.start)
    ]
    for _ in range(count):
        for edge in forward:
            rank[edge.end] = max(rank[edge.end], rank[edge.start] + 1)
    if forward:
        for i in range(count):
            ends = [rank[e.end] for e in forward if e.start == i]
            if ends and not any(e.end == i for e in forward):
                rank[i] = min(ends) - 1
    columns = max(rank) + 1
    places = []
    for i in range(count):
        mates = [j for j in range(count) if rank[j] == rank[i]]
        x = WIDE * (rank[i] + 0.5) / columns if columns > 1 else WIDE / 2
        y = top + (TALL - top - 30) * (mates.index(i) + 0.5) / len(mates)
        places.append((x, y))
    return places


def _reaches(edges: list[Edge], start: int, goal: int) -> bool:
    seen, open_ = set(), [start]
    while open_:
        here = open_.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            open_ += [e.end for e in edges if e.start == here]
    return False


def _node(
    sheet: Canvas,
    colours: Palette,
    at: tuple[float, float],
    size: tuple[float, float],
    lines: list[str],
    type_size: int,
    i: int,
    *,
    first: bool,
) -> None:
    (x, y), (wide, tall) = at, size
    tone = colours.tones[i % 5]
    shape = box(x - wide / 2, y - tall / 2, wide, tall, 16)
    sheet.fill(box(x - wide / 2, y - tall / 2 + 6, wide, tall, 16), colours.ink, 0.13, blur=9)
    sheet.fill(shape, mixed(tone, "#ffffff", 0.84))
    sheet.stroke(shape, tone, 3 if not first else 4)
    base = y - (len(lines) - 1) * type_size * 0.65 + type_size * 0.36
    for k, line in enumerate(lines):
        sheet.text(
            x, base + k * type_size * 1.3, line, type_size, colours.ink, weight=560, align="centre"
        )


def _arrow(
    sheet: Canvas,
    colours: Palette,
    places: list[tuple[float, float]],
    edge: Edge,
    wide: float,
    tall: list[float],
) -> None:
    (x0, y0), (x1, y1) = places[edge.start], places[edge.end]
    half0, half1 = tall[edge.start] / 2, tall[edge.end] / 2
    if x1 > x0 + 10:
        start, end = (x0 + wide / 2, y0), (x1 - wide / 2 - 8, y1)
        middle = [
            (start[0] + (end[0] - start[0]) * 0.5, start[1]),
            (start[0] + (end[0] - start[0]) * 0.5, end[1]),
        ]
    elif x1 < x0 - 10:
        start, end = (x0, y0 + half0), (x1, y1 + half1 + 8)
        low = max(start[1], end[1]) + 92
        middle = [(x0 - 16, low), (x1 + 16, low)]
    else:
        sign = 1 if y1 > y0 else -1
        start, end = (x0, y0 + sign * half0), (x1, y1 - sign * (half1 + 8))
        middle = [((x0 + x1) / 2, (start[1] + end[1]) / 2)]
    curve = _bezier([start, *middle, end]) if len(middle) == 2 else np.array([start, *middle, end])
    sheet.stroke(flowing(curve), colours.quiet, 3.2)
    _head(sheet, colours.quiet, curve[-2] if len(curve) < 8 else curve[-4], end)
    if edge.words:
        x, y = curve[len(curve) // 2]
        run = lettering.width(edge.words, "serif-italic", 23, 500)
        sheet.fill(box(x - run / 2 - 10, y - 18, run + 20, 34, 8), colours.paper)
        sheet.text(x, y + 8, edge.words, 23, colours.ink, "serif-italic", 500, "centre")


def _bezier(points: list[tuple[float, float]]) -> np.ndarray:
    a, b, c, d = (np.array(p, dtype=float) for p in points)
    t = np.linspace(0, 1, 33)[:, None]
    return np.asarray(
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
    )


def _head(
    sheet: Canvas, tone: str, before: tuple[float, float] | np.ndarray, end: tuple[float, float]
) -> None:
    way = np.array(end) - np.asarray(before)
    way = way / (np.linalg.norm(way) + 1e-9)
    side = np.array([-way[1], way[0]])
    tip = np.array(end) + way * 6
    sheet.fill(
        polygon(
            [
                tuple(tip),
                tuple(tip - way * 20 + side * 9),
                tuple(tip - way * 15),
                tuple(tip - way * 20 - side * 9),
            ]
        ),
        tone,
    )
