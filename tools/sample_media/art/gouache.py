"""Opaque paint: flat shapes with dry-brush streaks, grainy soft shadows and edges cut by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates

from ..canvas import Point, flowing

Array = NDArray[np.float32]


def rgb(colour: str) -> Array:
    """A colour `#rrggbb` as three numbers from 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)], dtype=np.float32)


def clouds(rng: np.random.Generator, shape: tuple[int, int], *spread: float) -> Array:
    """Soft noise with mean 0 and spread 1; one number for round spots, two (down, across) for streaks."""
    size = spread if len(spread) == 2 else spread[0]
    field = gaussian_filter(rng.standard_normal(shape, dtype=np.float32), size, mode="wrap")
    return np.asarray((field - field.mean()) / (field.std() + 1e-9), dtype=np.float32)


class Gouache:
    """A sheet that is painted in layers; every layer may be kept inside the mask of another."""

    def __init__(self, width: int, height: int, ground: str, rng: np.random.Generator) -> None:
        self.width, self.height, self.rng = width, height, rng
        shape = (height, width)
        self.pixels = np.broadcast_to(rgb(ground), (*shape, 3)).astype(np.float32)
        self._grain = clouds(rng, shape, 0.8)
        self._streaks = (clouds(rng, shape, 1.2, 26), clouds(rng, shape, 26, 1.2))
        self._surface = skia.Surface(width, height)
        self._at = (slice(0, height), slice(0, width))

    def mask(self, path: skia.Path, soft: float = 0.0, wide: float = 0.0) -> Array:
        """Where a path covers the sheet, from 0 to 1; `wide` draws along it rather than filling it."""
        board = self._surface.getCanvas()
        board.clear(0)
        down, across = self._region(path, 3 * soft + wide)
        ink = skia.Paint(Color=skia.ColorBLACK, AntiAlias=True)
        if wide:
            ink.setStyle(skia.Paint.kStroke_Style)
            ink.setStrokeWidth(wide)
            ink.setStrokeCap(skia.Paint.kRound_Cap)
            ink.setStrokeJoin(skia.Paint.kRound_Join)
        if soft:
            ink.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, soft))
        board.drawPath(path, ink)
        full = np.zeros((self.height, self.width), dtype=np.float32)
        if down.start < down.stop and across.start < across.stop:
            seen = skia.IRect.MakeLTRB(across.start, down.start, across.stop, down.stop)
            cover = self._surface.makeImageSnapshot(seen).toarray()[..., 3]
            full[down, across] = cover.astype(np.float32) / 255
        self._at = (down, across)
        return full

    def lay(
        self,
        path: skia.Path,
        colour: str,
        alpha: float = 1.0,
        within: Array | None = None,
        wide: float = 0.0,
    ) -> Array:
        """A flat shape with a trace of the brush; gives its mask."""
        mask = self.mask(path, wide=wide)
        if within is not None:
            mask[self._at] *= within[self._at]
        streak = self._streaks[int(self.rng.integers(2))][self._at]
        self._blend(mask[self._at] * alpha, rgb(colour) * (1 + 0.016 * streak)[..., None])
        return mask

    def shade(
        self,
        path: skia.Path,
        colour: str,
        soft: float,
        alpha: float,
        within: Array | None = None,
        wide: float = 0.0,
    ) -> None:
        """A soft shadow or light that dissolves into grain, like a dry brush dragged over paper."""
        mask = self.mask(path, soft, wide)[self._at]
        mask = np.clip(mask + 0.22 * self._grain[self._at] * 4 * mask * (1 - mask), 0, 1)
        self._blend(mask * alpha * (1 if within is None else within[self._at]), rgb(colour))

    def strands(
        self,
        lines: Sequence[Sequence[Point]],
        colour: str,
        wide: float,
        alpha: float,
        within: Array | None = None,
    ) -> None:
        """Many thin strokes of one colour at once."""
        path = skia.Path()
        for line in lines:
            path.addPath(flowing(np.asarray(line, dtype=float)))
        self.lay(path, colour, alpha, within, wide)

    def _blend(self, cover: Array, paint: Array) -> None:
        part = self.pixels[self._at]
        part += cover[..., None] * (paint - part)

    def _region(self, path: skia.Path, pad: float) -> tuple[slice, slice]:
        """The rows and columns that a path can touch."""
        seen = path.getBounds()
        top, left = int(seen.top() - pad - 2), int(seen.left() - pad - 2)
        low, right = int(seen.bottom() + pad + 3), int(seen.right() + pad + 3)
        return (
            slice(max(0, top), min(self.height, low)),
            slice(max(0, left), min(self.width, right)),
        )

    def picture(self, wobble: float = 0.9, tooth: float = 0.012) -> Image.Image:
        """The dry sheet: edges that a hand cut, the paper's tooth showing through."""
        shape = (self.height, self.width)
        y, x = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        place = [
            y + wobble * (clouds(self.rng, shape, 9) + 0.35 * clouds(self.rng, shape, 2.5)),
            x + wobble * (clouds(self.rng, shape, 9) + 0.35 * clouds(self.rng, shape, 2.5)),
        ]
        moved = np.stack(
            [
                map_coordinates(self.pixels[..., c], place, order=1, mode="nearest")
                for c in range(3)
            ],
            -1,
        )
        moved *= (1 + tooth * clouds(self.rng, shape, 1.0) + 0.007 * self._streaks[0])[..., None]
        return Image.fromarray((np.clip(moved, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
