"""Bars: standing, lying, and touching ones for counts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, box, segment
from ..palettes import Palette, mixed
from ..request import Request
from .figures import Figures, figures, number, plain, steps
from .frame import BOTTOM, LEFT, RIGHT, TALL, TOP, WIDE, Frame, chart_sheet, y_marks


def bar_chart(request: Request) -> Image.Image:
    """Standing bars; with few long names lying ones."""
    given = figures(request)
    names = [plain(x) if isinstance(x, float) else str(x) for x in given.x]
    room = (WIDE - LEFT - RIGHT) / max(1, len(names)) * 0.92
    if len(given.lines) == 1 and max(lettering.width(n, "sans", 20) for n in names) > room * 1.7:
        return _lying_bars(request, given, names)
    sheet, colours = chart_sheet(request)
    values = [v for line in given.lines for v in line.values if v is not None]
    frame = Frame(sheet, colours, (-0.5, len(names) - 0.5), y_marks(values, True))
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
    sheet, colours = chart_sheet(request)
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
    sheet, colours = chart_sheet(request)
    counts = [v or 0 for v in given.lines[0].values]
    frame = Frame(sheet, colours, (-0.5, len(counts) - 0.5), y_marks(counts, True))
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


def _two_hills(request: Request, given: Figures) -> Image.Image:
    """Several counts over the same classes: one strip of bars above the other."""
    sheet, colours = chart_sheet(request)
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
