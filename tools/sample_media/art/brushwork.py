"""Turns a composed scene into brush strokes that follow a flow, wide ones first, with ridges of paint."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, sobel

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Layer:
    """Strokes of one brush: width and length in pixels, how strict they keep to their colour."""

    wide: float
    long: float
    strict: float
    cover: float = 1.0


LAYERS = (Layer(54, 190, 0.5), Layer(28, 120, 0.22), Layer(13, 70, 0.12), Layer(6, 36, 0.08, 0.8))


def along_edges(scene: Array, own: Array, trust: float = 0.5) -> Array:
    """Angles of the brush: along the edges where there are any, else along the scene's own flow."""
    grey = gaussian_filter(scene.mean(-1), 3)
    gx, gy = sobel(grey, 1), sobel(grey, 0)
    xx, yy, xy = (gaussian_filter(v, 9) for v in (gx * gx, gy * gy, gx * gy))
    edge = 0.5 * np.arctan2(2 * xy, xx - yy) + math.pi / 2
    strong = np.clip(np.sqrt((xx - yy) ** 2 + 4 * xy**2) * 60, 0, 1) * trust
    twice = (1 - strong) * np.exp(2j * own) + strong * np.exp(2j * edge)
    return np.asarray(np.angle(twice) / 2)


def brushed(
    scene: Image.Image,
    flow: Array,
    rng: np.random.Generator,
    layers: tuple[Layer, ...] = LAYERS,
    lively: float = 0.05,
) -> Image.Image:
    """Paint the scene anew, stroke by stroke."""
    target = np.asarray(scene.convert("RGB")).astype(float) / 255
    high, wide = flow.shape
    paint, ridge = skia.Surface(wide, high), skia.Surface(wide, high)
    below = np.ascontiguousarray(np.asarray(scene.convert("RGBA")))
    paint.getCanvas().drawImage(
        skia.Image.fromarray(below, colorType=skia.kRGBA_8888_ColorType), 0, 0
    )
    ridge.getCanvas().clear(skia.Color(128, 128, 128))
    detail = _detail(target)
    for layer in layers:
        soft = gaussian_filter(target, (layer.wide / 5, layer.wide / 5, 0))
        gap = layer.wide * 0.68
        for line in _walks(soft, flow, detail, layer, gap, rng):
            row, column = (
                min(high - 1, max(0, int(line[0, 1]))),
                min(wide - 1, max(0, int(line[0, 0]))),
            )
            jitter = rng.normal(0, lively) + rng.normal(0, lively * 0.3, 3)
            colour = soft[row, column] * (1 + jitter)
            _stroke(paint.getCanvas(), ridge.getCanvas(), line, colour, layer, rng)
    return _lit(paint, ridge)


def _detail(target: Array) -> Array:
    grey = target.mean(-1)
    change = gaussian_filter(np.abs(grey - gaussian_filter(grey, 6)), 4)
    return np.asarray(np.clip(change * 14, 0, 1))


def _walks(
    soft: Array, flow: Array, detail: Array, layer: Layer, gap: float, rng: np.random.Generator
) -> list[Array]:
    """The middle lines of all strokes of a layer; each ends where the colour would change too much."""
    high, wide = flow.shape
    ys, xs = np.mgrid[0:high:gap, 0:wide:gap]
    at = np.stack([xs.ravel(), ys.ravel()], 1) + rng.normal(0, gap * 0.35, (xs.size, 2))
    at = at[rng.permutation(len(at))]
    row, column = _cells(at, high, wide)
    if layer.wide < 20:
        at = at[detail[row, column] > rng.uniform(0.06, 0.65, len(at))]
        row, column = _cells(at, high, wide)
    first, heading = soft[row, column], None
    lines, alive, ends = [at], np.ones(len(at), dtype=bool), np.ones(len(at), dtype=int)
    for _ in range(8):
        row, column = _cells(at, high, wide)
        way = np.stack([np.cos(flow[row, column]), np.sin(flow[row, column])], 1)
        if heading is not None:
            way *= np.where((way * heading).sum(1) < 0, -1, 1)[:, None]
        heading = way
        at = at + way * layer.long / 8
        row, column = _cells(at, high, wide)
        alive &= np.abs(soft[row, column] - first).max(1) <= layer.strict
        ends += alive
        lines.append(at)
    stacked = np.stack(lines, 1)
    return [line[:end] for line, end in zip(stacked, ends, strict=True) if end > 2]


def _cells(at: Array, high: int, wide: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return np.clip(at[:, 1], 0, high - 1).astype(int), np.clip(at[:, 0], 0, wide - 1).astype(int)


def _stroke(
    canvas: skia.Canvas,
    ridge: skia.Canvas,
    line: Array,
    colour: Array,
    layer: Layer,
    rng: np.random.Generator,
) -> None:
    """A bundle of bristles, each with a shade and a height of its own."""
    p = line
    way = np.gradient(p, axis=0)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None] + 1e-9
    aside = np.stack([-way[:, 1], way[:, 0]], 1)
    count = max(2, min(5, int(layer.wide / 5)))
    for k in range(count):
        off = (k / (count - 1) - 0.5) * layer.wide * 0.8
        path = skia.Path()
        start = int(rng.random() < 0.3 and len(p) > 4)
        points = p + aside * off
        path.moveTo(*map(float, points[start]))
        for x, y in points[start + 1 :]:
            path.lineTo(float(x), float(y))
        shade = np.clip(colour + rng.normal(0, 0.022), 0, 1)
        pen = skia.Paint(
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeCap=skia.Paint.kRound_Cap,
            StrokeJoin=skia.Paint.kRound_Join,
            StrokeWidth=layer.wide / count * 1.5,
        )
        pen.setColor(skia.Color(*(int(c * 255) for c in shade), int(255 * layer.cover)))
        canvas.drawPath(path, pen)
        height = int(np.clip(128 + rng.normal(0, 46), 0, 255))
        pen.setColor(skia.Color(height, height, height, 170))
        ridge.drawPath(path, pen)


def _lit(paint: skia.Surface, ridge: skia.Surface) -> Image.Image:
    """Light from the upper left catches the ridges of the paint."""
    colour = (
        paint.makeImageSnapshot()
        .toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
        .astype(float)
        / 255
    )
    height = gaussian_filter(ridge.makeImageSnapshot().toarray()[..., 0].astype(float) / 255, 0.9)
    slope = np.gradient(height, axis=0) + np.gradient(height, axis=1)
    lit = colour * (1 + np.clip(slope * 1.1, -0.16, 0.2))[..., None]
    return Image.fromarray((np.clip(lit, 0, 1) * 255 + 0.5).astype(np.uint8), "RGB")
