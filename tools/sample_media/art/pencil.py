"""Pencil on paper: strokes that press and lift, go over themselves and leave graphite on the grain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from ..canvas import Canvas, Point
from .gouache import clouds, rgb

Array = NDArray[np.float64]
Line = Sequence[Point]


class Pencil:
    """A sheet of paper and a pencil; darkness gathers until the sheet is shown."""

    def __init__(self, width: int, height: int, rng: np.random.Generator) -> None:
        self.width, self.height, self.rng = width, height, rng
        self.canvas = Canvas(width, height, None)

    def stroke(
        self,
        line: Line,
        dark: float = 0.7,
        wide: float = 2.4,
        shaky: float = 1.0,
        passes: int = 2,
        closed: bool = False,
    ) -> None:
        """Draw along a smooth line; each pass goes its own way a little and overshoots."""
        points = _smooth(line, closed)
        for _ in range(passes):
            self._pass(points, dark / passes**0.45, wide * self.rng.uniform(0.85, 1.15), shaky)

    def along(self, line: Line) -> Array:
        """Points close together on the smooth line."""
        return _smooth(line, False)

    def ruled(self, line: Line, dark: float = 0.6, wide: float = 2.0) -> None:
        """Straight lines from corner to corner, drawn along a ruler, a little past each corner."""
        for (ax, ay), (bx, by) in pairwise(line):
            long = math.hypot(bx - ax, by - ay) or 1.0
            over = min(9.0, long * 0.05) / long
            ends = [
                (ax - (bx - ax) * over, ay - (by - ay) * over),
                (bx + (bx - ax) * over, by + (by - ay) * over),
            ]
            self._pass(_smooth(ends, False), dark, wide, 0.25)

    def dashed(self, line: Line, dark: float = 0.5, wide: float = 1.8, dash: float = 14) -> None:
        """A line that is drawn and left out in turn."""
        points = _smooth(line, False)
        step = max(2, int(dash / 3))
        for start in range(0, len(points) - step, step * 2):
            self._pass(points[start : start + step], dark, wide, 0.2)

    def hatch(
        self,
        shape: Line,
        angle: float,
        gap: float,
        dark: float = 0.4,
        wide: float = 1.8,
        curved: bool = True,
        bow: float = 0.0,
    ) -> None:
        """Fill a shape with nearly parallel strokes at an angle in degrees."""
        outline = _smooth(shape, True) if curved else np.asarray(shape, dtype=float)
        turn = math.radians(angle)
        along, across = (
            np.array([math.cos(turn), math.sin(turn)]),
            np.array([-math.sin(turn), math.cos(turn)]),
        )
        u, v = outline @ along, outline @ across
        at = v.min() + gap * self.rng.uniform(0.2, 0.8)
        while at < v.max():
            cuts = _crossings(u, v, at)
            for start, end in zip(cuts[::2], cuts[1::2], strict=False):
                start, end = start + self.rng.normal(0, 2.5), end + self.rng.normal(0, 2.5)
                steps = np.linspace(start, end, max(3, int(abs(end - start) / 12)))
                share = (steps - start) / ((end - start) or 1)
                line = (
                    steps[:, None] * along + (at + bow * 4 * share * (1 - share))[:, None] * across
                )
                self._pass(line, dark * self.rng.uniform(0.75, 1.15), wide, 0.6)
            at += gap * self.rng.uniform(0.7, 1.3)

    def tone(self, shape: Line, dark: float, soft: float) -> None:
        """Graphite rubbed with a finger."""
        path = skia.Path()
        points = _smooth(shape, True)
        path.moveTo(*map(float, points[0]))
        for x, y in points[1:]:
            path.lineTo(float(x), float(y))
        path.close()
        self.canvas.fill(path, "#000000", dark, blur=soft)

    def cover(self, shape: Line, curved: bool = True) -> None:
        """Leave the paper white where something in front will be drawn."""
        points = _smooth(shape, True) if curved else np.asarray(shape, dtype=float)
        path = skia.Path()
        path.addPoly([skia.Point(float(x), float(y)) for x, y in points], True)
        paint = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear)
        self.canvas.skia.drawPath(path, paint)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        dark: float = 0.8,
        face: str = "hand",
        align: str = "left",
        turn: float = 0,
    ) -> None:
        """Handwriting with the pencil."""
        self.canvas.text(x, y, text, size, "#000000", face, 500, align, turn, dark)

    def measure(self, a: Point, b: Point, text: str, size: float = 30, off: float = 12) -> None:
        """A line of measure with two arrows and its number above."""
        self.ruled([a, b], 0.45, 1.4)
        turn = math.atan2(b[1] - a[1], b[0] - a[0])
        for (x, y), way in ((a, 0.0), (b, math.pi)):
            for lean in (0.35, -0.35):
                self.stroke(
                    [
                        (x, y),
                        (
                            x + 15 * math.cos(turn + way + lean),
                            y + 15 * math.sin(turn + way + lean),
                        ),
                    ],
                    0.55,
                    1.5,
                    0.2,
                    1,
                )
        middle = (
            (a[0] + b[0]) / 2 + off * math.sin(turn),
            (a[1] + b[1]) / 2 - off * math.cos(turn),
        )
        self.write(*middle, text, size, 0.75, align="centre", turn=math.degrees(turn))

    def sheet(
        self,
        paper: str = "#f5f1e6",
        graphite: str = "#33343a",
        edge: bool = True,
        warm: float = 0.5,
    ) -> Image.Image:
        """The finished sheet: graphite on the grain, a smudge or two, the edge of the page."""
        shape = (self.height, self.width)
        cover = np.asarray(self.canvas.layer())[..., 3].astype(float) / 255
        tooth = clouds(self.rng, shape, 0.9) * 0.8 + clouds(self.rng, shape, 2.0) * 0.4
        bite = np.clip(0.86 + 0.26 * tooth, 0.15, 1.5)
        dark = 1 - np.exp(-2.4 * cover * np.where(cover > 0.02, bite, 1))
        dark += 0.05 * gaussian_filter(dark, 14) + 0.03 * gaussian_filter(dark, (3, 40))
        mottle = clouds(self.rng, (self.height // 8 + 1, self.width // 8 + 1), 9)
        mottle = np.kron(mottle, np.ones((8, 8), dtype=np.float32))[: self.height, : self.width]
        mottle = gaussian_filter(mottle, 8)
        base = rgb(paper) * (1 + 0.005 * mottle + 0.0016 * tooth)[..., None]
        page = base + np.clip(dark, 0, 1)[..., None] * (rgb(graphite) - base)
        if edge:
            page = self._edged(page, warm)
        return Image.fromarray((np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")

    def _edged(self, page: Array, warm: float) -> Array:
        """The page lies on a table: its right and lower edges and the shadow under them are seen."""
        y, x = np.mgrid[0 : self.height, 0 : self.width]
        right = self.width - 17 + 1.5 * np.sin(y / 190)
        low = self.height - 15 + 1.5 * np.sin(x / 230 + 1)
        past = np.maximum(x - right, y - low)
        table = np.array([0.72, 0.66, 0.58]) * warm + np.array([0.62, 0.65, 0.68]) * (1 - warm)
        shadow = table * (1 - 0.5 * np.exp(-np.clip(past, 0, None) / 6))[..., None]
        inside = np.clip(0.5 - past, 0, 1)[..., None]
        lit = (
            page
            * (1 - 0.05 * np.clip((x + y) / (self.width + self.height) - 0.35, 0, 1))[..., None]
        )
        return np.asarray(lit * inside + shadow * (1 - inside))

    def _pass(self, points: Array, dark: float, wide: float, shaky: float) -> None:
        if len(points) < 2:
            return
        count = len(points)
        wander = np.stack([_drift(self.rng, count), _drift(self.rng, count)], 1) * 1.5 * shaky
        path = points + wander + self.rng.normal(0, 0.6 * shaky, 2)
        press = 0.82 + 0.18 * _drift(self.rng, count)
        ends = np.minimum(1, np.minimum(np.arange(count) + 2, count - np.arange(count) + 1) / 7)
        press = np.clip(press * (0.45 + 0.55 * ends), 0.12, 1.15)
        for i in range(0, count - 1, 3):
            last = min(i + 3, count - 1)
            piece = skia.Path()
            piece.moveTo(*map(float, path[i]))
            for x, y in path[i + 1 : last + 1]:
                piece.lineTo(float(x), float(y))
            paint = skia.Paint(
                AntiAlias=True,
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=float(wide * (0.72 + 0.5 * press[i])),
            )
            paint.setColor(skia.Color(0, 0, 0, int(255 * min(1.0, dark * float(press[i])))))
            self.canvas.skia.drawPath(piece, paint)


def _drift(rng: np.random.Generator, count: int) -> Array:
    """Slow wandering with about unit size."""
    knots = max(3, count // 14 + 2)
    return np.asarray(
        np.interp(np.linspace(0, 1, count), np.linspace(0, 1, knots), rng.normal(0, 0.8, knots))
    )


def _smooth(line: Line, closed: bool) -> Array:
    """Points every three pixels or so along a smooth curve through those given."""
    p = np.asarray(line, dtype=float)
    padded = np.vstack([p[-1:], p, p[:2]]) if closed else np.vstack([p[:1], p, p[-1:]])
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        count = max(2, int(np.hypot(*(c - b)) / 3.2))
        t = np.linspace(0, 1, count, endpoint=False)[:, None]
        parts.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    parts.append(padded[-2:-1])
    return np.vstack(parts)


def _crossings(u: Array, v: Array, at: float) -> list[float]:
    """Where a closed outline crosses a level, in order."""
    after_u, after_v = np.roll(u, -1), np.roll(v, -1)
    hit = (v - at) * (after_v - at) < 0
    share = (at - v[hit]) / (after_v[hit] - v[hit])
    return sorted(float(x) for x in u[hit] + share * (after_u[hit] - u[hit]))
