"""Points: one cloud of them, or several."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

from ..canvas import Canvas, box, disc, flowing, polygon
from ..palettes import mixed
from ..request import Request
from .figures import figures, fit, label, number, plain, steps
from .frame import TOP, WIDE, Frame, chart_sheet, notes, places, y_marks


def scatter(request: Request) -> Image.Image:
    """A point for each pair, marked ones apart, perhaps with the line nearest to all."""
    series: dict[str, Any] = request.series
    if (
        isinstance(series.get("groups"), list)
        and series["groups"]
        and "points" in series["groups"][0]
    ):
        return _grouped(request)
    points = _pairs(request)
    marked = {int(i) for i in series.get("marked") or [] if number(i) is not None}
    sheet, colours = chart_sheet(request)
    drawn = series["line"] if isinstance(series.get("line"), list) else []
    xs, ys = ([p[i] for p in [*points, *drawn]] for i in (0, 1))
    pad = (max(xs) - min(xs)) * 0.06 or 1
    frame = Frame(
        sheet,
        colours,
        (min(xs) - pad, max(xs) + pad),
        y_marks(ys, min(ys) >= 0 and min(ys) < max(ys) * 0.5),
    )
    frame.draw_y(label(series, "y"))
    frame.draw_x(
        [(m, plain(m)) for m in steps(min(xs), max(xs), 7) if frame.low_x <= m <= frame.high_x],
        label(series, "x"),
    )
    if isinstance(series.get("line"), list):
        curve = [frame.at(float(x), float(y)) for x, y in series["line"]]
        sheet.stroke(flowing(curve), mixed(colours.tones[1], colours.paper, 0.25), 5)
    elif series.get("line") or series.get("trend") or series.get("fit"):
        slope, start = fit(points)
        ends = [frame.at(x, slope * x + start) for x in (min(xs) - pad / 2, max(xs) + pad / 2)]
        sheet.stroke(polygon(ends, closed=False), colours.quiet, 2.4, dash=(10, 8))
    for i, (x, y) in enumerate(points):
        tone = colours.tones[1] if i in marked else colours.tones[0]
        px, py = frame.at(x, y)
        sheet.fill(disc(px, py, 12), colours.paper, 0.9)
        sheet.fill(disc(px, py, 9.5), tone, 0.92)
    if marked and series.get("marked_label"):
        mx, my = zip(*(frame.at(*points[i]) for i in marked), strict=True)
        side = float(np.mean(mx)) < WIDE / 2
        sheet.text(
            max(mx) + 26 if side else min(mx) - 26,
            float(np.mean(my)) + 7,
            str(series["marked_label"]),
            22,
            mixed(colours.tones[1], colours.ink, 0.35),
            "serif-italic",
            500,
            "left" if side else "right",
        )
    notes(request, frame)
    return sheet.picture()


def _grouped(request: Request) -> Image.Image:
    """Several clouds of points, each with its own colour and form, named above."""
    groups = [
        (str(g.get("name", "")), [(float(a), float(b)) for a, b in g["points"]])
        for g in request.series["groups"]
    ]
    sheet, colours = chart_sheet(request)
    xs, ys = zip(*(p for _, points in groups for p in points), strict=True)
    pad = (max(xs) - min(xs)) * 0.06 or 1
    frame = Frame(sheet, colours, (min(xs) - pad, max(xs) + pad), y_marks(list(ys), False), 190)
    frame.draw_y(label(request.series, "y"))
    frame.draw_x(
        [(m, plain(m)) for m in steps(min(xs), max(xs), 7) if frame.low_x <= m <= frame.high_x],
        label(request.series, "x"),
    )
    for j, (name, points) in enumerate(groups):
        tone = colours.tones[j % 5]
        for i, (x, y) in enumerate(points):
            px, py = frame.at(x, y)
            _mark(sheet, px + ((i * 7 + j * 5) % 9 - 4) * 1.6, py, j, tone, colours.paper)
        y = TOP + 40 + j * 42
        _mark(sheet, frame.x1 + 34, y - 8, j, tone, colours.paper)
        sheet.text(frame.x1 + 54, y, name, 23, colours.ink, weight=600)
    return sheet.picture()


def _mark(sheet: Canvas, x: float, y: float, form: int, tone: str, paper: str) -> None:
    shapes = (
        disc(x, y, 10),
        box(x - 9, y - 9, 18, 18, 2),
        polygon([(x, y - 13), (x + 12, y + 9), (x - 12, y + 9)]),
        polygon([(x, y - 13), (x + 12, y), (x, y + 13), (x - 12, y)]),
    )
    sheet.stroke(shapes[form % 4], paper, 4)
    sheet.fill(shapes[form % 4], tone, 0.92)


def _pairs(request: Request) -> list[tuple[float, float]]:
    given = request.series.get("points")
    if isinstance(given, list) and given:
        pairs = [(p.get("x"), p.get("y")) if isinstance(p, dict) else (p[0], p[1]) for p in given]
        return [
            (float(a), float(b))
            for a, b in pairs
            if number(a) is not None and number(b) is not None
        ]
    read = figures(request)
    xs, _ = places(read)
    if (
        len(read.lines) > 1
        and len(read.x) == len(read.lines[0].values)
        and not request.series.get("x")
    ):
        return [
            (a, b)
            for a, b in zip(read.lines[0].values, read.lines[1].values, strict=False)
            if a is not None and b is not None
        ]
    return [(x, y) for x, y in zip(xs, read.lines[0].values, strict=False) if y is not None]
