"""Screens: a small program's window, a table with one button, a sign of glowing dots, a page in a browser."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from .. import lettering
from ..canvas import Canvas, box, disc
from ..palettes import Palette, mixed, palette
from ..request import Request

WIDE, TALL = 1200, 780


def screenshot(request: Request) -> Image.Image:
    """Whichever screen the request tells of."""
    if re.search(r"display|bus stop|dot", request.words) and request.series.get("lines"):
        return _dots(request)
    if request.series.get("columns") or request.series.get("rows"):
        return _table(request)
    return _window(request)


def _frame(request: Request, dark: bool) -> tuple[Canvas, Palette, float]:
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, mixed(colours.tones[0], colours.paper, 0.55))
    sheet.shade(
        box(0, 0, WIDE, TALL),
        (0, 0),
        (WIDE, TALL),
        [
            (mixed(colours.tones[0], colours.paper, 0.4), 1),
            (mixed(colours.tones[1], colours.paper, 0.5), 1),
        ],
    )
    sheet.fill(box(70, 66, WIDE - 140, TALL - 116, 18), "#000000", 0.34, blur=28)
    sheet.fill(
        box(70, 54, WIDE - 140, TALL - 116, 18),
        mixed(colours.deep, "#0c0d12", 0.55) if dark else "#ffffff",
    )
    sheet.fill(
        box(70, 54, WIDE - 140, 58, 18),
        mixed(colours.deep, "#0c0d12", 0.35) if dark else colours.line,
    )
    sheet.fill(
        box(70, 94, WIDE - 140, 20), mixed(colours.deep, "#0c0d12", 0.35) if dark else colours.line
    )
    for i, tone in enumerate(("#e0705a", "#e0b34a", "#6fae6a")):
        sheet.fill(disc(106 + i * 30, 84, 9), tone)
    sheet.text(
        WIDE / 2,
        92,
        request.title,
        22,
        "#ffffff" if dark else colours.ink,
        weight=600,
        align="centre",
        alpha=0.85,
    )
    return sheet, colours, 150.0


def _window(request: Request) -> Image.Image:
    dark = "dark" in request.words or request.palette == "dusk"
    sheet, colours, top = _frame(request, dark)
    ink = "#f3eefb" if dark else colours.ink
    lines = [
        str(line)
        for line in request.series.get("lines")
        or request.content.splitlines()
        or lettering.wrapped(request.about, "serif", 40, 800)
    ]
    buttons = [
        str(b.get("label") if isinstance(b, dict) else b)
        for b in request.series.get("buttons") or []
    ]
    size = min(
        50.0,
        50 * (WIDE - 300) / max(lettering.width(line, "serif", 50) for line in lines),
        340 / len(lines),
    )
    y = top + (TALL - 116 - 96 - (110 if buttons else 20) - len(lines) * size * 1.5) / 2 + size
    for line in lines:
        sheet.text(WIDE / 2, y, line, size, ink, "serif", 420, "centre")
        y += size * 1.5
    widths = [lettering.width(b, "sans", 27, 620) + 74 for b in buttons]
    x = (WIDE - sum(widths) - 26 * (len(widths) - 1)) / 2
    for i, (words, wide) in enumerate(zip(buttons, widths, strict=True)):
        main = i == 0
        tone = (
            colours.tones[1]
            if main
            else mixed(colours.tones[0], "#ffffff" if not dark else "#0c0d12", 0.4)
        )
        sheet.fill(box(x, TALL - 196, wide, 64, 32), tone)
        sheet.text(
            x + wide / 2,
            TALL - 155,
            words,
            27,
            "#1a1420" if main else "#ffffff",
            weight=620,
            align="centre",
        )
        x += wide + 26
    sheet.text(
        WIDE / 2,
        TALL - 84,
        str(request.series.get("footer") or ""),
        21,
        ink,
        align="centre",
        alpha=0.6,
    )
    return sheet.picture()


def _table(request: Request) -> Image.Image:
    sheet, colours, top = _frame(request, "dark" in request.words)
    columns = [str(c) for c in request.series.get("columns") or []]
    given: list[Any] = list(request.series.get("rows") or [])
    rows = [
        [str(v) for v in (r.values() if isinstance(r, dict) else r if isinstance(r, list) else [r])]
        for r in given
    ]
    buttons = request.series.get("buttons") or (
        [request.series["button"]] if request.series.get("button") else []
    )
    count = max(len(columns), max((len(r) for r in rows), default=1))
    left, wide = 118.0, (WIDE - 236.0) / count
    for i, name in enumerate(columns):
        sheet.text(left + wide * i, top + 22, name, 24, colours.quiet, weight=600)
    step = min(62.0, (TALL - 116 - 150 - (110 if buttons else 20)) / max(len(rows), 1))
    for j, row in enumerate(rows):
        y = top + 44 + j * step
        if j % 2 == 0:
            sheet.fill(box(98, y, WIDE - 196, step, 8), colours.paper)
        for i, cell in enumerate(row):
            late = bool(re.search(r"late|overdue", cell))
            sheet.text(
                left + wide * i,
                y + step * 0.64,
                cell,
                min(27, step * 0.45),
                colours.tones[0] if late else colours.ink,
                weight=600 if i == 0 else 400,
            )
    for i, button in enumerate(buttons):
        words = str(button.get("label") if isinstance(button, dict) else button)
        sheet.fill(
            box(WIDE / 2 - 150 + 320 * (i - (len(buttons) - 1) / 2), TALL - 182, 300, 82, 41),
            "#2f7f4a",
        )
        sheet.text(
            WIDE / 2 + 320 * (i - (len(buttons) - 1) / 2),
            TALL - 128,
            words,
            38,
            "#ffffff",
            weight=680,
            align="centre",
        )
    return sheet.picture()


def _dots(request: Request) -> Image.Image:
    """A sign of amber dots in a grey case, on a post, in the evening."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, 700, "#2b333c")
    sheet.shade(box(0, 0, WIDE, 700), (0, 0), (0, 700), [("#56687a", 1), ("#c9a98a", 1)])
    for x, r, tone in (
        (140, 60, "#f0c98a"),
        (330, 34, "#e8e0d0"),
        (1010, 74, "#f2b06a"),
        (880, 28, "#d97a5a"),
        (1120, 40, "#f3d7a8"),
        (60, 30, "#d97a5a"),
    ):
        sheet.fill(disc(x, 560 - r, r), tone, 0.5, blur=12)
    for x in (300, 900):
        sheet.fill(box(x - 14, 430, 28, 300), "#3a4048")
    sheet.fill(box(70, 96, WIDE - 140, 400, 22), "#000000", 0.45, blur=24)
    sheet.fill(box(70, 84, WIDE - 140, 400, 22), "#5b6168")
    sheet.fill(box(82, 94, WIDE - 164, 380, 16), "#6f767d")
    sheet.text(116, 148, request.title, 38, "#f4f1e8", weight=640)
    sheet.fill(box(110, 172, WIDE - 220, 272, 8), "#0e0d0b")
    lines = [str(line) for line in request.series["lines"]][:2]
    _led(sheet, lines, 124, 186, WIDE - 248, 244)
    sheet.fill(box(110, 172, WIDE - 220, 110, 8), "#ffffff", 0.035)
    del colours
    return sheet.picture()


def _led(sheet: Canvas, lines: list[str], x: float, y: float, wide: float, tall: float) -> None:
    """Words as glowing dots."""
    columns = 190
    pitch = wide / columns
    rows = int(tall / pitch)
    face = lettering.font("sans", 17, 620)
    grid = Image.new("L", (columns, rows))
    draw = ImageDraw.Draw(grid)
    draw.fontmode = "1"
    for i, line in enumerate(lines):
        size = 17
        while face.getlength(line) > columns - 4 and size > 9:
            size -= 1
            face = lettering.font("sans", size, 620)
        draw.text((2, 4 + i * rows // 2), line, fill=255, font=face)
        face = lettering.font("sans", 17, 620)
    for row, column in np.argwhere(np.asarray(grid) > 100):
        cx, cy = x + (column + 0.5) * pitch, y + (row + 0.5) * pitch
        sheet.fill(disc(cx, cy, pitch * 0.95), "#ff9a1f", 0.16)
        sheet.fill(disc(cx, cy, pitch * 0.42), "#ffb545")
    for row in range(rows):
        for column in range(columns):
            if grid.getpixel((column, row)) == 0 and (row + column) % 2 == 0:
                sheet.fill(
                    disc(x + (column + 0.5) * pitch, y + (row + 0.5) * pitch, pitch * 0.3),
                    "#3a2f22",
                    0.6,
                )
