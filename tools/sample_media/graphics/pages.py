"""Pages written by hand, and cards: paper, ruled lines, ink, stains."""

from __future__ import annotations

import re

import numpy as np
from PIL import Image

from .. import lettering
from ..canvas import Canvas, disc, flowing
from ..palettes import mixed
from ..request import Request
from ..seed import source
from .cards import two_cards
from .desks import scanned
from .hands import INKS, ring, strike, written

PAPERS = {
    "ink": "#f6f2e6",
    "warm": "#f5ecd8",
    "clay": "#f3e6d3",
    "sea": "#eef3ee",
    "forest": "#f1f2e2",
    "dusk": "#f2ecec",
    "cool": "#f3f5f4",
}


def page_scan(request: Request) -> Image.Image:
    """A page as a scanner or a telephone saw it."""
    rng = source(request.path, "page")
    lines = _lines(request)
    if "side by side" in request.words:
        return two_cards(request, rng, lines)
    printed = "printed" in request.words
    face = _face(request, rng, lines, printed)
    wide, tall = (1000, 1300) if not _is_card(request) else (1200, 800)
    size = _size(lines, request.title, wide, tall, face)
    if not _is_card(request):
        tall = int(min(tall, max(760, 260 + size * 1.42 * (len(lines) + 2 * bool(request.title)))))
    sheet = Canvas(wide, tall, PAPERS.get(request.palette, "#f5ecd8"))
    if not printed and not _is_card(request):
        _rule(sheet, size * 1.42, request)
    _stains(sheet, rng, request)
    _write(sheet, rng, request, lines, size, face)
    return scanned(sheet.picture(), rng, desk=request.ending == "jpg", palette_name=request.palette)


def _is_card(request: Request) -> bool:
    return bool(re.search(r"\bcard", request.words))


def _lines(request: Request) -> list[str]:
    text = request.content or str(request.series.get("text") or "")
    given = request.series.get("lines") or request.series.get("values")
    if not text and isinstance(given, list):
        text = "\n".join(str(line) for line in given)
    return (text or request.about).rstrip().splitlines()


def _face(request: Request, rng: np.random.Generator, lines: list[str], printed: bool) -> str:
    if request.wishes.get("face"):
        return str(request.wishes["face"])
    return (
        "serif" if printed else ("hand" if rng.random() < 0.7 or len(lines) > 14 else "print-hand")
    )


def _size(lines: list[str], title: str, wide: int, tall: int, face: str) -> float:
    longest = max(
        [
            lettering.width(line, face, 100, 560) + 30 * (len(line) - len(line.lstrip()))
            for line in lines
        ]
        + [130 * 0.01 * lettering.width(title, face, 100, 700)]
    )
    count = len(lines) + (2 if title else 0)
    return float(min(66, 100 * (wide - 215) / max(longest, 1), (tall - 220) / max(count, 1) / 1.42))


def _rule(sheet: Canvas, step: float, request: Request) -> None:
    blue = mixed("#7f9fc0", PAPERS.get(request.palette, "#f5ecd8"), 0.45)
    y = 150.0
    while y < sheet.height - 60:
        sheet.stroke(flowing([(0, y), (sheet.width / 2, y + 1), (sheet.width, y)]), blue, 1.4)
        y += step
    sheet.stroke(
        flowing([(92, 0), (92, sheet.height / 2), (92, sheet.height)]), "#d98a86", 1.6, 0.8
    )


def _stains(sheet: Canvas, rng: np.random.Generator, request: Request) -> None:
    if re.search(r"stain|soy|tea|coffee|soup", request.words) or rng.random() < 0.3:
        x, y, r = (
            sheet.width * rng.uniform(0.6, 0.9),
            sheet.height * rng.uniform(0.6, 0.9),
            rng.uniform(60, 110),
        )
        sheet.stroke(disc(x, y, r), "#8a5a2a", 7, 0.22, blur=2.5)
        sheet.fill(disc(x, y, r - 4), "#a8743a", 0.07)
        for _ in range(6):
            sheet.fill(
                disc(x + rng.normal(0, r), y + rng.normal(0, r), rng.uniform(2, 7)),
                "#7a4a1f",
                0.3,
                blur=1,
            )


def _write(
    sheet: Canvas,
    rng: np.random.Generator,
    request: Request,
    lines: list[str],
    size: float,
    face: str,
) -> None:
    ink, printed = INKS.get(request.palette, "#1f2a44"), face == "serif"
    right = any(lettering.is_arabic(line) for line in lines)
    x0, y, step = (sheet.width - 90.0 if right else 118.0), 150.0, size * 1.42
    if _is_card(request) and not request.title:
        y = (sheet.height - step * len(lines)) / 2 + size
    if request.title:
        sheet.text(
            x0,
            y - step * 0.2,
            request.title,
            size * 1.3,
            ink,
            face,
            700,
            "right" if right else "left",
            turn=-0.6,
        )
        y += step
    struck = (
        bool(request.wishes.get("struck"))
        or "most of it crossed" in request.words
        or "most sentences struck" in request.words
    )
    climb = 0.9 if re.search(r"climb|in the dark|run into each", request.words) else 0.0
    for i, line in enumerate(lines):
        indent = (len(line) - len(line.lstrip())) * size * 0.3
        lean = rng.normal(0, 0.35) - climb * i * 0.35 if not printed else 0
        bold = 700 if line.isupper() else 480
        run = written(
            sheet,
            rng,
            x0 - indent if right else x0 + indent,
            y,
            line.strip(),
            size,
            ink,
            face,
            bold,
            lean,
            right,
        )
        cross = (struck and i < len(lines) - 1 and line.strip()) or _crossed(request, i)
        if cross:
            strike(
                sheet,
                rng,
                x0 + indent,
                y - size * 0.28,
                run,
                lean,
                "#b8301f" if "red" in request.words else ink,
            )
        if re.search(r"circled", request.words) and "weed" in line:
            before = lettering.width(line.strip().split("weed")[0], face, size, bold)
            ring(
                sheet,
                rng,
                x0 + indent + before + lettering.width("weed", face, size) / 2,
                y - size * 0.25,
                size,
            )
        y += step


def _crossed(request: Request, i: int) -> bool:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    return any(f"{name} crossed out" in request.words and i == k for k, name in enumerate(names))
