"""Line charts: lines over time or distance, each with its name at its end."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, disc, flowing, polygon
from ..palettes import Palette, mixed
from ..request import Request
from .figures import figures, plain, steps
from .frame import RIGHT, Frame, chart_sheet, notes, places, y_marks


def line_chart(request: Request) -> Image.Image:
    """Lines over time or distance, each with its name at its end."""
    given = figures(request)
    xs, words = places(given)
    sheet, colours = chart_sheet(request)
    values = [v for line in given.lines for v in line.values if v is not None]
    named = [line.name for line in given.lines if line.name]
    right = RIGHT + (
        int(max(lettering.width(n, "sans", 21, 600) for n in named)) + 14 if named else 0
    )
    frame = Frame(sheet, colours, (min(xs), max(xs)), y_marks(values, False), min(right, 380))
    frame.draw_y(given.y_label)
    frame.draw_x(_x_marks(xs, words), given.x_label)
    ends: list[tuple[float, str, str]] = []
    order = sorted(range(len(given.lines)), key=lambda i: not given.lines[i].muted)
    for i in order:
        line = given.lines[i]
        tone = mixed(colours.quiet, colours.paper, 0.35) if line.muted else colours.tones[i % 5]
        points = [
            None if v is None else frame.at(x, v) for x, v in zip(xs, line.values, strict=False)
        ]
        for run in _runs(points):
            _draw_line(sheet, run, tone, colours, muted=line.muted, dots=len(points) < 16)
        if line.name:
            ends.append((_runs(points)[-1][-1][1], line.name, tone))
    for y, name, tone in _spread(ends, 27):
        sheet.text(frame.x1 + 14, y + 7, name, 21, mixed(tone, colours.ink, 0.15), weight=600)
    notes(request, frame)
    return sheet.picture()


def _runs(points: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The parts of a line between its gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _draw_line(
    sheet: Canvas,
    points: list[tuple[float, float]],
    tone: str,
    colours: Palette,
    *,
    muted: bool,
    dots: bool,
) -> None:
    path = flowing(points) if len(points) > 20 else polygon(points, closed=False)
    sheet.stroke(path, colours.paper, 8)
    sheet.stroke(path, tone, 2.6 if muted else 4, dash=(9, 7) if muted else ())
    for x, y in points if dots else points[-1:]:
        sheet.fill(disc(x, y, 8), colours.paper)
        sheet.fill(disc(x, y, 5.6), tone)


def _x_marks(xs: list[float], words: list[str]) -> list[tuple[float, str]]:
    if words:
        every = max(1, round(len(words) / 8))
        return [(x, w) for i, (x, w) in enumerate(zip(xs, words, strict=True)) if i % every == 0]
    span = max(xs) - min(xs)
    for step in (6, 12, 24):
        if max(xs) in {24, 48, 72, 36, 96} and min(xs) == 0 and span / step <= 8:
            return [(float(m), plain(m)) for m in np.arange(min(xs), max(xs) + 1, step)]
    return [(m, plain(m)) for m in steps(min(xs), max(xs), 7) if min(xs) <= m <= max(xs)]


def _spread(ends: list[tuple[float, str, str]], gap: float) -> list[tuple[float, str, str]]:
    """Names at line ends pushed apart so that none covers another."""
    ordered = sorted(ends)
    places = [y for y, _, _ in ordered]
    for _ in range(60):
        for i in range(len(places) - 1):
            near = gap - (places[i + 1] - places[i])
            if near > 0:
                places[i] -= near / 2
                places[i + 1] += near / 2
    return [(y, name, tone) for y, (_, name, tone) in zip(places, ordered, strict=True)]
