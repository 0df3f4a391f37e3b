"""Charts that look designed: a title that says it, quiet axes, names at the lines themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed, palette
from ..request import Request
from .figures import Figures, figures, fit, label, number, plain, steps

WIDE, TALL = 1200, 760
LEFT, RIGHT, TOP, BOTTOM = 96, 56, 138, 96


class Frame:
    """The drawing area and how numbers become places in it."""

    def __init__(
        self,
        sheet: Canvas,
        colours: Palette,
        x: tuple[float, float],
        y_marks: list[float],
        right: int = RIGHT,
    ) -> None:
        self.sheet, self.colours, self.y_marks = sheet, colours, y_marks
        self.x0, self.x1 = LEFT, WIDE - right
        self.y0, self.y1 = TALL - BOTTOM, TOP + 12
        self.low_x, self.high_x = x
        self.low, self.high = y_marks[0], y_marks[-1]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a pair of numbers lies on the sheet."""
        return (
            self.x0 + (x - self.low_x) / ((self.high_x - self.low_x) or 1) * (self.x1 - self.x0),
            self.y0 + (y - self.low) / ((self.high - self.low) or 1) * (self.y1 - self.y0),
        )

    def draw_y(self, name: str) -> None:
        """Grid lines with their numbers, and what they count."""
        for mark in self.y_marks:
            _, y = self.at(self.low_x, mark)
            zero = abs(mark) < 1e-9
            self.sheet.stroke(
                segment(self.x0, y, self.x1, y),
                self.colours.quiet if zero else self.colours.line,
                1.6 if zero else 1.1,
            )
            self.sheet.text(self.x0 - 14, y + 7, plain(mark), 20, self.colours.quiet, align="right")
        if name:
            self.sheet.text(self.x0 - 58, self.y1 - 22, name, 20, self.colours.quiet, weight=500)

    def draw_x(self, marks: list[tuple[float, str]], name: str) -> None:
        """Numbers or words under the chart."""
        for place, words in marks:
            x, _ = self.at(place, self.low)
            self.sheet.text(x, self.y0 + 34, words, 20, self.colours.quiet, align="centre")
        if name:
            self.sheet.text(
                self.x1, self.y0 + 70, name, 20, self.colours.quiet, weight=500, align="right"
            )


def _sheet(request: Request) -> tuple[Canvas, Palette]:
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, colours.paper)
    title = request.title or request.about.split(";")[0].split(".")[0]
    size = 44
    while lettering.width(title, "serif", size, 620) > WIDE - 2 * 40 and size > 24:
        size -= 2
    sheet.text(38, 72, title, size, colours.ink, "serif", 620)
    subtitle = str(request.series.get("subtitle") or "")
    sheet.text(40, 106, subtitle, 22, colours.quiet)
    return sheet, colours


def _y_marks(values: list[float], from_zero: bool) -> list[float]:
    low, high = min(values), max(values)
    if from_zero or (low > 0 and low < 0.45 * high):
        low = min(0.0, low)
    if from_zero or high < 0:
        high = max(0.0, high)
    return steps(low, high)


def line_chart(request: Request) -> Image.Image:
    """Lines over time or distance, each with its name at its end."""
    given = figures(request)
    xs, words = _places(given)
    sheet, colours = _sheet(request)
    values = [v for line in given.lines for v in line.values if v is not None]
    named = [line.name for line in given.lines if line.name]
    right = RIGHT + (
        int(max(lettering.width(n, "sans", 21, 600) for n in named)) + 14 if named else 0
    )
    frame = Frame(sheet, colours, (min(xs), max(xs)), _y_marks(values, False), min(right, 380))
    frame.draw_y(given.y_label)
    frame.draw_x(_x_marks(xs, words), given.x_label)
    ends: list[tuple[float, str, str]] = []
    order = sorted(range(len(given.lines)), key=lambda i: not given.lines[i].muted)
    for i in order:
        line = given.lines[i]
        tone = mixed(colours.quiet, colours.paper, 0.35) if line.muted else colours.tones[i % 5]
        points = [frame.at(x, v) for x, v in zip(xs, line.values, strict=False) if v is not None]
        _draw_line(sheet, points, tone, colours, muted=line.muted, dots=len(points) < 16)
        if line.name:
            ends.append((points[-1][1], line.name, tone))
    for y, name, tone in _spread(ends, 27):
        sheet.text(frame.x1 + 14, y + 7, name, 21, mixed(tone, colours.ink, 0.15), weight=600)
    _notes(request, frame)
    return sheet.picture()


def _draw_line(
    sheet: Canvas,
    points: list[tuple[float, float]],
    tone: str,
    colours: Palette,
    *,
    muted: bool,
    dots: bool,
) -> None:
    path = flowing(points) if len(points) > 8 else polygon(points, closed=False)
    sheet.stroke(path, colours.paper, 8)
    sheet.stroke(path, tone, 2.6 if muted else 4, dash=(9, 7) if muted else ())
    for x, y in points if dots else points[-1:]:
        sheet.fill(disc(x, y, 8), colours.paper)
        sheet.fill(disc(x, y, 5.6), tone)


def _places(given: Figures) -> tuple[list[float], list[str]]:
    numbers = [number(x) for x in given.x]
    if all(n is not None for n in numbers):
        return [n for n in numbers if n is not None], []
    return [float(i) for i in range(len(given.x))], [str(x) for x in given.x]


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


def _notes(request: Request, frame: Frame) -> None:
    """Remarks that the writer put at places in the chart."""
    given = (
        request.series.get("annotations")
        or request.series.get("notes")
        or request.series.get("marks")
        or []
    )
    for note in given if isinstance(given, list) else []:
        if not isinstance(note, dict) or number(note.get("x")) is None:
            continue
        words = str(note.get("text") or note.get("label") or note.get("note") or "")
        y = number(note.get("y"))
        x, place = frame.at(float(note["x"]), y if y is not None else frame.high)
        frame.sheet.stroke(
            segment(x, place - 12, x, place - 50)
            if y is not None
            else segment(x, frame.y0, x, frame.y1 + 8),
            frame.colours.quiet,
            1.4,
            dash=(4, 4),
        )
        side = "right" if x > WIDE * 0.62 else "left"
        frame.sheet.text(
            x + (-8 if side == "right" else 8),
            place - 46 if y is not None else frame.y1 + 24,
            words,
            20,
            frame.colours.ink,
            "serif-italic",
            align=side,
        )


def bar_chart(request: Request) -> Image.Image:
    """Standing bars; with few long names lying ones."""
    given = figures(request)
    names = [plain(x) if isinstance(x, float) else str(x) for x in given.x]
    room = (WIDE - LEFT - RIGHT) / max(1, len(names)) * 0.92
    if len(given.lines) == 1 and max(lettering.width(n, "sans", 20) for n in names) > room * 1.7:
        return _lying_bars(request, given, names)
    sheet, colours = _sheet(request)
    values = [v for line in given.lines for v in line.values if v is not None]
    frame = Frame(sheet, colours, (-0.5, len(names) - 0.5), _y_marks(values, True))
    frame.draw_y(given.y_label)
    many = len(given.lines)
    slot = (frame.x1 - frame.x0) / len(names)
    wide = min(96.0, slot * 0.68) / many if many == 1 else slot * 0.74 / many
    best = _accent(request, given)
    for j, line in enumerate(given.lines):
        for i, value in enumerate(line.values[: len(names)]):
            x, base = frame.at(i, max(0.0, frame.low))
            x += (j - (many - 1) / 2) * wide
            if value is None:
                sheet.stroke(
                    segment(x - 14, base - 12, x + 14, base - 12), colours.quiet, 2, dash=(5, 4)
                )
                continue
            _, y = frame.at(i, value)
            tone = (
                colours.tones[j % 5]
                if many > 1
                else colours.tones[0]
                if i in best
                else mixed(colours.tones[0], colours.paper, 0.45)
            )
            _bar(sheet, x, base, y, wide - (5 if many > 1 else 0), tone)
            if len(names) * many <= 24:
                size = 22 if many == 1 else 17
                sheet.text(
                    x,
                    min(y, base) - 9 if value >= 0 else y + 24,
                    plain(value),
                    size,
                    colours.ink,
                    weight=600,
                    align="centre",
                )
    _wrapped_names(frame, names, slot)
    if given.x_label:
        sheet.text(
            frame.x1, frame.y0 + 76, given.x_label, 20, colours.quiet, weight=500, align="right"
        )
    _legend(sheet, colours, given)
    return sheet.picture()


def _bar(sheet: Canvas, x: float, base: float, y: float, wide: float, tone: str) -> None:
    top, tall = min(y, base), max(abs(base - y), 2.0)
    sheet.fill(box(x - wide / 2, top, wide, tall, min(6, tall / 2)), tone)
    if tall > 12:
        sheet.fill(box(x - wide / 2, base - 6 if y < base else base, wide, 6), tone)


def _wrapped_names(frame: Frame, names: list[str], slot: float) -> None:
    for i, name in enumerate(names):
        x, _ = frame.at(i, frame.low)
        size = 20 if lettering.width(max(names, key=len), "sans", 20) < slot * 2.2 else 17
        for k, line in enumerate(lettering.wrapped(name, "sans", size, slot * 0.95)[:2]):
            frame.sheet.text(
                x, frame.y0 + 32 + k * 24, line, size, frame.colours.ink, align="centre"
            )


def _accent(request: Request, given: Figures) -> set[int]:
    """Which bars carry the full colour: those the writer named, else the last or the largest."""
    chosen = request.series.get("highlight") or request.series.get("marked")
    if isinstance(chosen, list):
        return {
            int(c) if number(c) is not None else list(given.x).index(c)
            for c in chosen
            if number(c) is not None or c in given.x
        }
    if len(given.x) > 6:
        return set(range(len(given.x)))
    values = [v or 0 for v in given.lines[0].values]
    return {values.index(max(values))} if values else set()


def _legend(sheet: Canvas, colours: Palette, given: Figures) -> None:
    if len(given.lines) < 2:
        return
    x = WIDE - RIGHT
    for j in reversed(range(len(given.lines))):
        x -= lettering.width(given.lines[j].name, "sans", 21, 600)
        sheet.text(x, 120, given.lines[j].name, 21, colours.ink, weight=600)
        sheet.fill(box(x - 26, 105, 16, 16, 4), colours.tones[j % 5])
        x -= 56


def _lying_bars(request: Request, given: Figures, names: list[str]) -> Image.Image:
    sheet, colours = _sheet(request)
    values = [v or 0 for v in given.lines[0].values]
    room = min(420.0, max(lettering.width(n, "sans", 23) for n in names) + 24)
    x0, x1 = 40 + room, WIDE - 110
    slot = (TALL - TOP - 70) / len(names)
    best = values.index(max(values))
    for i, (name, value) in enumerate(zip(names, values, strict=False)):
        y = TOP + 10 + slot * (i + 0.5)
        tall = min(86.0, slot * 0.62)
        lines = lettering.wrapped(name, "sans", 23, room - 20)
        for k, line in enumerate(lines):
            sheet.text(
                x0 - 20,
                y + 8 + (k - (len(lines) - 1) / 2) * 29,
                line,
                23,
                colours.ink,
                align="right",
            )
        run = max(3.0, value / max(values) * (x1 - x0))
        tone = colours.tones[0] if i == best else mixed(colours.tones[0], colours.paper, 0.45)
        sheet.fill(box(x0, y - tall / 2, run, tall, 6), tone)
        sheet.text(x0 + run + 14, y + 11, plain(value), 30, colours.ink, weight=620)
    sheet.stroke(segment(x0, TOP, x0, TALL - 56), colours.quiet, 1.6)
    sheet.text(x0, TALL - 26, given.y_label or given.x_label, 20, colours.quiet, weight=500)
    return sheet.picture()


def histogram(request: Request) -> Image.Image:
    """Bars that touch, one for each class."""
    given = figures(request)
    if len(given.lines) > 1:
        return _two_hills(request, given)
    if not _is_counted(request):
        given = _counted(given, request)
    sheet, colours = _sheet(request)
    counts = [v or 0 for v in given.lines[0].values]
    frame = Frame(sheet, colours, (-0.5, len(counts) - 0.5), _y_marks(counts, True))
    frame.draw_y(given.y_label or "how many")
    slot = (frame.x1 - frame.x0) / len(counts)
    for i, value in enumerate(counts):
        x, base = frame.at(i, 0)
        _, y = frame.at(i, value)
        share = value / (max(counts) or 1)
        _bar(
            sheet,
            x,
            base,
            y,
            slot - 4,
            mixed(mixed(colours.tones[0], colours.paper, 0.55), colours.tones[0], share),
        )
        sheet.text(x, y - 10, plain(value), 22, colours.ink, weight=600, align="centre")
    names = [plain(x) if isinstance(x, float) else str(x) for x in given.x]
    _wrapped_names(frame, names, slot)
    sheet.text(frame.x1, frame.y0 + 76, given.x_label, 20, colours.quiet, weight=500, align="right")
    return sheet.picture()


def _two_hills(request: Request, given: Figures) -> Image.Image:
    """Several counts over the same classes: one strip of bars above the other."""
    sheet, colours = _sheet(request)
    start = number(request.series.get("bin_start"))
    width = number(request.series.get("bin_width")) or 1
    most = max(v or 0 for line in given.lines for v in line.values)
    tall = (TALL - TOP - BOTTOM - 10) / len(given.lines)
    for j, line in enumerate(given.lines):
        base = TOP + tall * (j + 1)
        slot = (WIDE - LEFT - RIGHT) / len(line.values)
        for i, value in enumerate(line.values):
            high = (value or 0) / most * (tall - 46)
            if high:
                _bar(
                    sheet,
                    LEFT + slot * (i + 0.5),
                    base,
                    base - high,
                    slot - 5,
                    colours.tones[j % 5],
                )
                sheet.text(
                    LEFT + slot * (i + 0.5),
                    base - high - 7,
                    plain(value or 0),
                    17,
                    colours.quiet,
                    align="centre",
                )
        sheet.stroke(segment(LEFT, base, WIDE - RIGHT, base), colours.quiet, 1.6)
        sheet.text(
            WIDE - RIGHT,
            base - tall + 46,
            line.name,
            27,
            mixed(colours.tones[j % 5], colours.ink, 0.2),
            "serif",
            620,
            "right",
        )
    if start is not None:
        for i in range(0, len(given.lines[0].values) + 1, 2):
            sheet.text(
                LEFT + slot * i,
                TALL - BOTTOM + 22,
                f"{start + i * width:.1f}",
                20,
                colours.quiet,
                align="centre",
            )
    else:
        for i, x in enumerate(given.x):
            sheet.text(
                LEFT + slot * (i + 0.5),
                TALL - BOTTOM + 22,
                str(x),
                20,
                colours.quiet,
                align="centre",
            )
    sheet.text(WIDE - RIGHT, TALL - 24, given.x_label, 20, colours.quiet, weight=500, align="right")
    sheet.text(38, TOP - 4, given.y_label, 20, colours.quiet, weight=500)
    return sheet.picture()


def _is_counted(request: Request) -> bool:
    return any(key in request.series for key in ("counts", "bins", "labels", "heights"))


def _counted(given: Figures, request: Request) -> Figures:
    """Raw values sorted into classes."""
    values = [v for v in given.lines[0].values if v is not None]
    edges = steps(min(values), max(values), 7)
    step = number(request.series.get("bin_width") or request.series.get("width"))
    if step:
        edges = list(np.arange(np.floor(min(values) / step) * step, max(values) + step, step))
    counts, _ = np.histogram(values, edges)
    names = tuple(f"{plain(a)}–{plain(b)}" for a, b in pairwise(edges))
    return Figures(
        names,
        (type(given.lines[0])("", tuple(float(c) for c in counts)),),
        given.x_label,
        given.y_label,
    )


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
    sheet, colours = _sheet(request)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    pad = (max(xs) - min(xs)) * 0.06 or 1
    frame = Frame(
        sheet,
        colours,
        (min(xs) - pad, max(xs) + pad),
        _y_marks(ys, min(ys) >= 0 and min(ys) < max(ys) * 0.5),
    )
    frame.draw_y(label(series, "y"))
    frame.draw_x(
        [(m, plain(m)) for m in steps(min(xs), max(xs), 7) if frame.low_x <= m <= frame.high_x],
        label(series, "x"),
    )
    if series.get("line") or series.get("trend") or series.get("fit"):
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
    _notes(request, frame)
    return sheet.picture()


def _grouped(request: Request) -> Image.Image:
    """Several clouds of points, each with its own colour and form, named above."""
    groups = [
        (str(g.get("name", "")), [(float(a), float(b)) for a, b in g["points"]])
        for g in request.series["groups"]
    ]
    sheet, colours = _sheet(request)
    xs, ys = zip(*(p for _, points in groups for p in points), strict=True)
    pad = (max(xs) - min(xs)) * 0.06 or 1
    frame = Frame(sheet, colours, (min(xs) - pad, max(xs) + pad), _y_marks(list(ys), False), 190)
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
    xs, _ = _places(read)
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
