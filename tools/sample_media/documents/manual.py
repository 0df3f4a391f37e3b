"""The oven's manual: one sheet that is folded twice, the cover and a warning outside, four answers inside."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..canvas import Point, box, disc, flowing, polygon, segment
from ..palettes import Palette, mixed, palette
from ..request import Request
from .ink import Ink
from .paper import LETTER, Paper

TALL, WIDE = LETTER
HALF = WIDE / 2


def manual(request: Request, to: Path) -> None:
    """Both sides of the sheet."""
    colours = palette(request.palette)
    paper = Paper(request.path, "The oven manual", (WIDE, TALL))
    _outside(request, paper, colours)
    _inside(request, paper, colours)
    paper.store(to)


def _outside(request: Request, paper: Paper, colours: Palette) -> None:
    """Right: the cover. Left: what happens when nobody puts the flaps down."""
    ink = _side(paper, colours)
    ink.fill(box(HALF, 0, HALF, TALL), mixed(colours.tones[1], "#ffffff", 0.55))
    sun, pot, minutes = (f"{word.strip('. ')}." for word in request.title.split(". "))
    _sun(ink, colours, (HALF + 198, 130), 50)
    _pot(ink, colours, (HALF + 198, 270), 1.5)
    ink.text(HALF + 198, 440, minutes.split()[0], 118, colours.deep, "serif", "B", "centre")
    ink.text(HALF + 198, 512, f"{sun} {pot} {minutes}", 23, colours.ink, "serif", "B", "centre")
    _flying(ink, colours, (196, 226))
    warning, blame = str(request.series["warning"]), str(request.series["footer"])
    paper.paragraph(48, 360, HALF - 96, warning, 19, colours.ink, "serif", "B", 1.3)
    paper.paragraph(48, 512, HALF - 96, blame, 13, colours.quiet, "sans", "", 1.4)
    _folds(ink, colours)


def _inside(request: Request, paper: Paper, colours: Palette) -> None:
    ink = _side(paper, colours)
    pictures = (_what, _start, _wrong, _now)
    for k, (question, answer) in enumerate(request.series["panels"]):
        x, y = (k % 2) * HALF, (k // 2) * TALL / 2
        if k in {0, 3}:
            ink.fill(box(x, y, HALF, TALL / 2), mixed(colours.paper, colours.line, 0.4))
        ink.text(x + 40, y + 66, str(k + 1), 40, colours.tones[0], "serif", "B")
        ink.text(x + 72, y + 62, str(question), 20, colours.deep, "serif", "B")
        paper.paragraph(x + 40, y + 88, 208, str(answer), 12.6, colours.ink, "serif", "", 1.48)
        pictures[k](ink, colours, (x + 316, y + 190))
    _folds(ink, colours)


def _side(paper: Paper, colours: Palette) -> Ink:
    paper.add_page()
    ink = Ink(paper)
    ink.fill(box(0, 0, WIDE, TALL), colours.paper)
    return ink


def _folds(ink: Ink, colours: Palette) -> None:
    ink.stroke(segment(HALF, 0, HALF, TALL), colours.quiet, 0.7, dash=(3, 5))
    ink.stroke(segment(0, TALL / 2, WIDE, TALL / 2), colours.quiet, 0.7, dash=(3, 5))


def _sun(ink: Ink, colours: Palette, at: Point, radius: float) -> None:
    ink.fill(disc(*at, radius), colours.tones[0])
    for k in range(16):
        a = k * np.pi / 8
        near, far = radius * 1.2, radius * (1.62 if k % 2 else 1.45)
        ink.stroke(
            segment(
                at[0] + near * np.cos(a),
                at[1] + near * np.sin(a),
                at[0] + far * np.cos(a),
                at[1] + far * np.sin(a),
            ),
            colours.tones[0],
            radius * 0.1,
        )


def _pot(ink: Ink, colours: Palette, at: Point, size: float = 1.0) -> None:
    x, y = at
    tone = colours.ink
    ink.fill(box(x - 34 * size, y - 14 * size, 68 * size, 44 * size, 7 * size), tone)
    ink.fill(box(x - 38 * size, y - 22 * size, 76 * size, 9 * size, 4 * size), tone)
    ink.fill(disc(x, y - 26 * size, 5 * size), tone)
    for side in (-1, 1):
        ink.stroke(disc(x + side * 38 * size, y - 1 * size, 5 * size), tone, 3 * size)


def _oven(ink: Ink, colours: Palette, at: Point, size: float = 1.0, *, flaps: bool = True) -> None:
    """The box with its tilted glass, its flaps, and the door at the back."""
    x, y = at
    s = size
    if flaps:
        for root, tip in (((-44, -18), (-72, -66)), ((46, -38), (76, -82))):
            ink.stroke(
                segment(x + root[0] * s, y + root[1] * s, x + tip[0] * s, y + tip[1] * s),
                colours.quiet,
                8 * s,
            )
            ink.stroke(
                segment(x + root[0] * s, y + root[1] * s, x + tip[0] * s, y + tip[1] * s),
                mixed(colours.quiet, "#ffffff", 0.7),
                4.5 * s,
            )
    ink.fill(
        polygon(
            [
                (x - 50 * s, y - 14 * s),
                (x + 50 * s, y - 36 * s),
                (x + 50 * s, y + 44 * s),
                (x - 50 * s, y + 44 * s),
            ]
        ),
        "#b98b57",
    )
    ink.fill(
        polygon(
            [
                (x - 50 * s, y - 14 * s),
                (x + 50 * s, y - 36 * s),
                (x + 50 * s, y - 28 * s),
                (x - 50 * s, y - 6 * s),
            ]
        ),
        colours.tones[2],
    )
    ink.fill(box(x + 12 * s, y - 8 * s, 30 * s, 40 * s, 3 * s), mixed("#b98b57", "#000000", 0.28))
    ink.fill(disc(x + 18 * s, y + 12 * s, 3 * s), colours.tones[1])


def _flying(ink: Ink, colours: Palette, at: Point) -> None:
    """An oven in the wind: it flies."""
    ink.save()
    ink.rotate(-17, *at)
    _oven(ink, colours, at, 1.25)
    ink.restore()
    for k in range(4):
        y = at[1] - 70 + k * 44
        t = np.linspace(0, 1, 12)
        x = at[0] - 168 + 14 * (k % 2)
        ink.stroke(
            flowing(np.column_stack([x + 66 * t, y + 5 * np.sin(7 * t)])), colours.tones[2], 2.4
        )
    ink.fill(disc(at[0] + 6, at[1] + 122, 70, 5), colours.quiet, 0.25)


def _what(ink: Ink, colours: Palette, at: Point) -> None:
    _oven(ink, colours, at, 0.72)


def _start(ink: Ink, colours: Palette, at: Point) -> None:
    """The sun behind one's back, the shadow points at the oven."""
    x, y = at
    _sun(ink, colours, (x + 34, y - 74), 15)
    _oven(ink, colours, (x - 12, y + 34), 0.55)
    ink.stroke(segment(x + 44, y + 58, x + 28, y + 66), colours.quiet, 6, 0.5)
    ink.fill(disc(x + 46, y + 12, 7), colours.ink)
    ink.stroke(segment(x + 46, y + 22, x + 46, y + 40), colours.ink, 9)
    ink.stroke(segment(x + 46, y + 40, x + 46, y + 58), colours.ink, 5)


def _wrong(ink: Ink, colours: Palette, at: Point) -> None:
    """Thin steam on the left, thick smoke on the right."""
    x, y = at
    for dx, tone, wide in ((-26, colours.tones[2], 2.4), (28, colours.ink, 6.5)):
        _pot(ink, colours, (x + dx, y + 34), 0.5)
        for k in (-8, 3):
            t = np.linspace(0, 1, 14)
            ink.stroke(
                flowing(np.column_stack([x + dx + k + 5 * np.sin(9 * t), y + 16 - 52 * t])),
                tone,
                wide,
                0.85,
            )


def _now(ink: Ink, colours: Palette, at: Point) -> None:
    """A key on its hook."""
    x, y = at
    ink.stroke(segment(x, y - 66, x, y - 50), colours.quiet, 5)
    ink.stroke(disc(x, y - 34, 15), colours.tones[1], 7)
    ink.stroke(segment(x, y - 18, x, y + 40), colours.tones[1], 7)
    for dy in (22, 36):
        ink.stroke(segment(x, y + dy, x + 15, y + dy), colours.tones[1], 7)
