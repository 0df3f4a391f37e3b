"""Posters: one picture, one large title, two lines that say the rest."""

from __future__ import annotations

import re

from PIL import Image

from .. import lettering
from ..canvas import Canvas, box
from ..palettes import mixed, palette
from ..request import Request
from ..seed import source
from .emblems import emblem_for

WIDE, TALL = 1000, 1400


def poster(request: Request) -> Image.Image:
    """A poster; plain cards and poems are set in type alone."""
    if re.search(r"plain card|only type|type alone", request.words):
        return _card(request)
    if re.search(r"poem|sonnet|lines stand|verse", request.words) and request.content:
        return _poem(request)
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, colours.paper)
    words = f"{request.series.get('picture', '')} {request.words}"
    night = emblem_for(words).__name__ == "harbor"
    high = TALL if night else 800
    emblem_for(words)(sheet, colours, (0, 0, WIDE, high), source(request.path, "poster"))
    ink = "#fdf6e6" if night else colours.ink
    y = _title(sheet, request.title or request.about, ink, 60 if night else high + 34)
    subtitle = str(request.series.get("subtitle") or "")
    y = sheet.paragraph(
        66,
        y + 80,
        subtitle,
        42,
        ink,
        WIDE - 132,
        "serif-italic" if len(subtitle) < 70 else "serif",
        400,
        1.32,
    )
    foot = str(request.series.get("footer") or "")
    lines = lettering.wrapped(foot, "sans", 28, WIDE - 132, 560)
    for i, line in enumerate(lines):
        sheet.text(
            66,
            TALL - 62 - (len(lines) - 1 - i) * 38,
            line,
            28,
            ink if night else mixed(colours.tones[0], colours.ink, 0.3),
            weight=560,
        )
    return sheet.picture()


def _title(sheet: Canvas, title: str, ink: str, y: float) -> float:
    """The title as large as it goes in at most three lines; gives the baseline of the last."""
    size = 132.0
    while size > 50:
        lines = lettering.wrapped(title, "serif", size, WIDE - 132, 700)
        if (
            len(lines) <= (2 if len(title) < 34 else 3)
            and max(lettering.width(line, "serif", size, 700) for line in lines) <= WIDE - 128
            and len(lines) * size < 330
        ):
            break
        size -= 4
    y += size * 0.86
    for i, line in enumerate(lines):
        right = lettering.is_arabic(line)
        sheet.text(
            WIDE - 62 if right else 62,
            y + i * size * 1.06,
            line,
            size,
            ink,
            "serif",
            700,
            "right" if right else "left",
        )
    return y + (len(lines) - 1) * size * 1.06


def _card(request: Request) -> Image.Image:
    colours = palette(request.palette)
    sheet = Canvas(1200, 780, mixed(colours.paper, colours.line, 0.4))
    sheet.fill(box(96, 84, 1008, 630, 10), "#000000", 0.22, blur=22)
    sheet.fill(box(96, 72, 1008, 630, 10), "#fffdf7")
    sheet.text(160, 190, request.title, 68, colours.ink, "serif", 660)
    y = sheet.paragraph(
        160,
        280,
        str(request.series.get("subtitle") or request.content),
        42,
        colours.ink,
        880,
        "serif",
        400,
        1.45,
    )
    sheet.text(
        160,
        max(y + 30, 646),
        str(request.series.get("footer") or ""),
        32,
        colours.tones[1],
        "serif-italic",
        500,
    )
    return sheet.picture()


def _poem(request: Request) -> Image.Image:
    """Lines of a poem; the space between them grows towards the middle."""
    colours = palette(request.palette)
    sheet = Canvas(WIDE, TALL, colours.paper)
    lines = [line for line in request.content.strip().splitlines() if line.strip()]
    sheet.text(120, 170, request.title, 64, colours.tones[2], "serif", 640)
    weights = [
        1 + 1.5 * (1 - abs(2 * (i + 0.5) / max(1, len(lines) - 1) - 1)) ** 2
        for i in range(max(1, len(lines) - 1))
    ]
    unit = (TALL - 420) / sum(weights)
    size = min(34.0, 34 * (WIDE - 220) / max(lettering.width(line, "serif", 34) for line in lines))
    y = 290.0
    for i, line in enumerate(lines):
        sheet.text(120, y, line, size, colours.deep, "serif", 420)
        y += weights[min(i, len(weights) - 1)] * unit
    sheet.fill(box(120, TALL - 84, 90, 5, 2), colours.tones[0])
    return sheet.picture()
