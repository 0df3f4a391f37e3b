"""Writing by hand: words that wander, strokes through them, rings round them."""

from __future__ import annotations

import re

import numpy as np

from .. import lettering
from ..canvas import Canvas, flowing

INKS = {
    "ink": "#1f2a44",
    "warm": "#3a2418",
    "clay": "#4a1f16",
    "sea": "#123c58",
    "forest": "#1f3a24",
    "dusk": "#2f2348",
    "cool": "#1c2f4f",
}


def written(
    sheet: Canvas,
    rng: np.random.Generator,
    x: float,
    y: float,
    line: str,
    size: float,
    ink: str,
    face: str,
    weight: int,
    lean: float,
    right: bool,
) -> float:
    """Words set one by one, each a little off."""
    if right or face == "serif":
        return sheet.text(
            x, y, line, size, ink, face, weight, "right" if right else "left", turn=lean
        )
    run = 0.0
    for word in re.findall(r"\S+|\s+", line):
        if word.strip():
            drop = np.sin(np.radians(lean)) * run + rng.normal(0, size * 0.012)
            sheet.text(
                x + run,
                y + drop,
                word,
                size * rng.normal(1, 0.012),
                ink,
                face,
                weight,
                turn=lean + rng.normal(0, 0.5),
                alpha=float(rng.uniform(0.82, 0.97)),
            )
        run += lettering.width(word, face, size, weight)
    return run


def strike(
    sheet: Canvas, rng: np.random.Generator, x: float, y: float, run: float, lean: float, ink: str
) -> None:
    """Two quick lines through a line of writing."""
    drop = np.sin(np.radians(lean)) * run
    for _ in range(2):
        wave = rng.normal(0, 3.5, 5)
        points = [
            (x + run * t - 6 + 12 * t, y + drop * t + wave[k])
            for k, t in enumerate(np.linspace(0, 1, 5))
        ]
        sheet.stroke(flowing(points), ink, float(rng.uniform(2.6, 3.8)), 0.85)


def ring(sheet: Canvas, rng: np.random.Generator, x: float, y: float, size: float) -> None:
    """A ring drawn round a word, not quite closed."""
    t = np.linspace(0, 2.15 * np.pi, 26)
    sheet.stroke(
        flowing(
            np.column_stack(
                [x + size * (1.15 + rng.normal(0, 0.03)) * np.cos(t), y + size * 0.55 * np.sin(t)]
            )
        ),
        "#b8301f",
        3.4,
        0.85,
    )
