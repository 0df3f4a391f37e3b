"""Posters to print: one picture, one large title, few words; and sheets with parts of their own."""

from __future__ import annotations

from pathlib import Path

from ..canvas import box
from ..graphics.emblems import emblem_for
from ..palettes import Palette, mixed, palette
from ..request import Request
from ..seed import source
from .ink import Ink
from .manual import manual
from .paper import Paper
from .signs import signs

WIDE, TALL, SCALE = 1000.0, 1400.0, 0.72
EDGE, ROOM = 66.0, WIDE - 132


def poster(request: Request, to: Path) -> None:
    """A poster; a request with panels is a folded manual, one with boards a sheet of signs."""
    if "panels" in request.series:
        manual(request, to)
    elif "boards" in str(request.series.get("picture")):
        signs(request, to)
    elif len(request.title.split(". ")) == 3:
        _three_lines(request, to)
    else:
        _picture(request, to)


def _picture(request: Request, to: Path) -> None:
    """The picture fills the upper part, the words stand below it."""
    ink, colours = _sheet(request)
    series = request.series
    emblem_for(f"{series.get('picture', '')} {request.words}")(
        ink, colours, (0, 0, WIDE, 800), source(request.path, "poster")
    )
    for word, place in zip(
        series.get("labels") or (), ((44, 520), (500, 704), (956, 520)), strict=False
    ):
        align = {44: "left", 500: "centre", 956: "right"}[place[0]]
        ink.text(*place, str(word), 27, colours.ink, "serif", "I", align)
    y = _title(ink, request.title.replace("? ", "?\n"), colours.deep, 838)
    _below(ink, y + 28, str(series.get("subtitle") or ""), 41, colours.ink)
    small = str(series.get("small") or "")
    foot = str(series.get("footer") or "")
    end = TALL - (106 if small else 58)
    _above(ink, end, foot, 29, mixed(colours.tones[0], colours.ink, 0.25))
    ink.text(EDGE, TALL - 52, small, 19, colours.quiet)
    ink.paper.store(to)


def _three_lines(request: Request, to: Path) -> None:
    """A card that can be read from across a gym: three lines, and a heart."""
    ink, colours = _sheet(request)
    ink.fill(box(0, 0, WIDE, TALL), colours.tones[0])
    emblem_for(request.words)(ink, colours, (0, 0, WIDE, 640), source(request.path, "poster"))
    for k, line in enumerate(request.title.split(". ")):
        ink.text(EDGE - 6, 790 + k * 165, line.rstrip(".") + ".", 144, "#ffffff", "serif", "B")
    ink.fill(box(0, TALL - 208, WIDE, 208), colours.deep)
    ink.text(EDGE, TALL - 116, str(request.series.get("subtitle")), 52, "#ffffff", "sans", "B")
    ink.text(
        EDGE,
        TALL - 52,
        str(request.series.get("footer")),
        32,
        mixed(colours.tones[1], "#ffffff", 0.35),
    )
    ink.paper.store(to)


def _sheet(request: Request) -> tuple[Ink, Palette]:
    colours = palette(request.palette)
    paper = Paper(request.path, request.title, (WIDE * SCALE, TALL * SCALE))
    paper.add_page()
    ink = Ink(paper, scale=SCALE)
    ink.fill(box(0, 0, WIDE, TALL), colours.paper)
    return ink, colours


def _title(ink: Ink, title: str, tone: str, y: float) -> float:
    """The title as large as it goes in three lines; gives the place below it."""
    size, high = 118.0, 999.0
    while size > 50 and high > (270 if len(title) < 24 else 330):
        size -= 4
        high = _set(ink, y, title, size, tone, "B", 1.05, measure=True) - y
    return _set(ink, y, title, size, tone, "B", 1.05)


def _below(ink: Ink, y: float, text: str, size: float, tone: str) -> None:
    if text:
        _set(ink, y, text, size, tone, "I" if len(text) < 70 else "", 1.32)


def _above(ink: Ink, y: float, text: str, size: float, tone: str) -> None:
    """Set text so that it ends at y."""
    place, wide = EDGE * SCALE, ROOM * SCALE
    high = ink.paper.paragraph(
        place, 0, wide, text, size * SCALE, tone, "sans", "B", 1.32, measure=True
    )
    ink.paper.paragraph(place, y * SCALE - high, wide, text, size * SCALE, tone, "sans", "B", 1.32)


def _set(
    ink: Ink,
    y: float,
    text: str,
    size: float,
    tone: str,
    style: str,
    leading: float,
    *,
    measure: bool = False,
) -> float:
    place = (EDGE * SCALE, y * SCALE, ROOM * SCALE)
    return (
        ink.paper.paragraph(
            *place, text, size * SCALE, tone, "serif", style, leading, measure=measure
        )
        / SCALE
    )
