"""Drawing on paper with the same words as on a sheet of pixels; what is drawn stays lines, at any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

import numpy as np
import skia

from .paper import Paper


class Ink:
    """Draws skia's paths on a page. One unit of the drawing is `scale` points; (x, y) is its top left."""

    def __init__(self, paper: Paper, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        self.paper, self.x, self.y, self.scale = paper, x, y, scale

    @property
    def skia(self) -> Ink:
        """What saves, restores, turns and clips: the ink itself."""
        return self

    def fill(self, path: skia.Path, colour: str, alpha: float = 1.0, blur: float = 0.0) -> None:
        """Fill a path; there are no soft edges on paper."""
        del blur
        with self._state(alpha):
            self._put(f"{_rgb(colour)} rg {self._trace(path)} f")

    def stroke(
        self,
        path: skia.Path,
        colour: str,
        wide: float,
        alpha: float = 1.0,
        dash: Sequence[float] = (),
        blur: float = 0.0,
    ) -> None:
        """Draw along a path with round ends."""
        del blur
        dashes = " ".join(_plain(length * self.scale) for length in dash)
        end = 0 if dash else 1
        with self._state(alpha):
            self._put(
                f"{_rgb(colour)} RG {_plain(wide * self.scale)} w {end} J 1 j [{dashes}] 0 d {self._trace(path)} S"
            )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        family: str = "sans",
        style: str = "",
        align: str = "left",
    ) -> float:
        """Set one line; size in units of the drawing."""
        place = (self.x + x * self.scale, self.y + y * self.scale)
        return (
            self.paper.words(*place, text, size * self.scale, colour, family, style, align)
            / self.scale
        )

    def save(self) -> None:
        """Remember turn and clip."""
        self._put("q")

    def restore(self) -> None:
        """Go back to what was remembered."""
        self._put("Q")

    def clipPath(self, path: skia.Path) -> None:  # noqa: N802 -- named as skia names it
        """Draw only inside a path from now on."""
        self._put(f"{self._trace(path)} W n")

    def rotate(self, degrees: float, x: float = 0.0, y: float = 0.0) -> None:
        """Turn what follows clockwise about a point."""
        px, py = self._place(x, y)
        cos, sin = np.cos(np.radians(degrees)), -np.sin(np.radians(degrees))
        shift = (px - cos * px + sin * py, py - sin * px - cos * py)
        self._put(" ".join(_plain(v, 6) for v in (cos, sin, -sin, cos, *shift)) + " cm")

    @contextmanager
    def _state(self, alpha: float) -> Iterator[None]:
        veil = (
            self.paper.local_context(fill_opacity=alpha, stroke_opacity=alpha)
            if alpha < 1
            else nullcontext()
        )
        with veil:
            self._put("q")
            yield
            self._put("Q")

    def _put(self, words: str) -> None:
        self.paper._out(words)

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.paper.h - (self.y + y * self.scale)

    def _trace(self, path: skia.Path) -> str:
        """A path in the page's own words."""
        parts: list[str] = []
        for verb, points in path:
            name = str(verb).rpartition(".")[2].removesuffix("_Verb").removeprefix("k")
            spots = [(point.x(), point.y()) for point in points]
            parts += self._step(name, spots)
        return " ".join(parts)

    def _step(self, name: str, spots: list[tuple[float, float]]) -> list[str]:
        if name == "Move":
            return [f"{self._point(spots[0])} m"]
        if name == "Line":
            return [f"{self._point(spots[1])} l"]
        if name == "Quad":
            return [self._quad(*spots)]
        if name == "Conic":
            return [self._arc(*spots)]
        if name == "Cubic":
            return [" ".join(self._point(spot) for spot in spots[1:]) + " c"]
        return ["h"] if name == "Close" else []

    def _quad(
        self,
        start: tuple[float, float],
        knee: tuple[float, float],
        end: tuple[float, float],
        pull: float = 2 / 3,
    ) -> str:
        first = tuple(a + (b - a) * pull for a, b in zip(start, knee, strict=True))
        second = tuple(a + (b - a) * pull for a, b in zip(end, knee, strict=True))
        return f"{self._point(first)} {self._point(second)} {self._point(end)} c"

    def _arc(
        self, start: tuple[float, float], knee: tuple[float, float], end: tuple[float, float]
    ) -> str:
        """A quarter of an oval, which is the only conic that the drawings hold."""
        return self._quad(start, knee, end, pull=0.5523)

    def _point(self, spot: Sequence[float]) -> str:
        return " ".join(_plain(v) for v in self._place(spot[0], spot[1]))


def _rgb(colour: str) -> str:
    return " ".join(_plain(int(colour[i : i + 2], 16) / 255, 4) for i in (1, 3, 5))


def _plain(value: float, places: int = 3) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".") or "0"
