"""A sheet to draw on: smooth paths, soft shadows, gradients and set type."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from . import lettering

Point = tuple[float, float]


def tint(colour: str, alpha: float = 1.0) -> int:
    """A colour `#rrggbb` with its cover, as the drawing library wants it."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return int(skia.Color(red, green, blue, round(alpha * 255)))


class Canvas:
    """A sheet of pixels with the origin at the top left."""

    def __init__(self, width: int, height: int, paper: str | None = "#ffffff") -> None:
        self.width, self.height = width, height
        self._surface = skia.Surface(width, height)
        self.skia = self._surface.getCanvas()
        if paper:
            self.skia.clear(tint(paper))

    def picture(self) -> Image.Image:
        """What has been drawn."""
        seen = self._surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
        return Image.fromarray(np.ascontiguousarray(seen), "RGBA").convert("RGB")

    def layer(self) -> Image.Image:
        """What has been drawn, with its transparency."""
        seen = self._surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
        return Image.fromarray(np.ascontiguousarray(seen), "RGBA")

    def fill(self, path: skia.Path, colour: str, alpha: float = 1.0, blur: float = 0.0) -> None:
        """Fill a path, with a soft edge if `blur` is given."""
        self.skia.drawPath(path, _paint(colour, alpha, blur))

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
        paint = _paint(colour, alpha, blur)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(wide)
        paint.setStrokeCap(skia.Paint.kRound_Cap if not dash else skia.Paint.kButt_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        if dash:
            paint.setPathEffect(skia.DashPathEffect.Make(list(dash), 0))
        self.skia.drawPath(path, paint)

    def shade(
        self, path: skia.Path, start: Point, end: Point, colours: Sequence[tuple[str, float]]
    ) -> None:
        """Fill a path with a straight gradient; each colour with its cover."""
        paint = skia.Paint(AntiAlias=True)
        paint.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(*start), skia.Point(*end)], [tint(c, a) for c, a in colours]
            )
        )
        self.skia.drawPath(path, paint)

    def glow(self, centre: Point, radius: float, colours: Sequence[tuple[str, float]]) -> None:
        """A round gradient from the centre out."""
        paint = skia.Paint(AntiAlias=True)
        paint.setShader(
            skia.GradientShader.MakeRadial(
                skia.Point(*centre), radius, [tint(c, a) for c, a in colours]
            )
        )
        self.skia.drawCircle(*centre, radius, paint)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        face: str = "sans",
        weight: int = 400,
        align: str = "left",
        turn: float = 0,
        alpha: float = 1.0,
    ) -> float:
        """Set one line with its baseline at y; `align` is left, centre or right of x. Gives its width."""
        if not text:
            return 0.0
        run = lettering.width(text, face, size, weight)
        picture, left, base = lettering.mask(text, face, size, weight)
        shift = {"left": 0.0, "centre": -run / 2, "right": -run}[align]
        grey = np.asarray(picture)
        ink = np.zeros((*grey.shape, 4), dtype=np.uint8)
        ink[..., :3] = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        ink[..., 3] = (grey * alpha).astype(np.uint8)
        image = skia.Image.fromarray(ink, colorType=skia.kRGBA_8888_ColorType)
        self.skia.save()
        if turn:
            self.skia.translate(x, y)
            self.skia.rotate(turn)
            self.skia.drawImage(
                image,
                shift - left,
                -base,
                skia.SamplingOptions(skia.FilterMode.kLinear),
                skia.Paint(),
            )
        else:
            self.skia.drawImage(image, round(x + shift - left), round(y - base))
        self.skia.restore()
        return run

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        room: float,
        face: str = "sans",
        weight: int = 400,
        leading: float = 1.35,
        align: str = "left",
    ) -> float:
        """Set text in lines that fit into `room`; gives the baseline after the last."""
        for line in lettering.wrapped(text, face, size, room, weight):
            self.text(x, y, line, size, colour, face, weight, align)
            y += size * leading
        return y

    def paste(
        self, picture: Image.Image, x: float, y: float, turn: float = 0.0, wide: float | None = None
    ) -> None:
        """Lay another picture on the sheet, turned about its middle, `wide` pixels across."""
        pixels = np.asarray(picture.convert("RGBA"))
        image = skia.Image.fromarray(
            np.ascontiguousarray(pixels), colorType=skia.kRGBA_8888_ColorType
        )
        scale = (wide or picture.width) / picture.width
        self.skia.save()
        self.skia.translate(x + picture.width * scale / 2, y + picture.height * scale / 2)
        self.skia.rotate(turn)
        self.skia.scale(scale, scale)
        self.skia.drawImage(
            image,
            -picture.width / 2,
            -picture.height / 2,
            skia.SamplingOptions(skia.CubicResampler.Mitchell()),
            skia.Paint(AntiAlias=True),
        )
        self.skia.restore()


def _paint(colour: str, alpha: float, blur: float) -> skia.Paint:
    paint = skia.Paint(Color=tint(colour, alpha), AntiAlias=True)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


# -- paths -------------------------------------------------------------------------------------------------


def polygon(points: Sequence[Point] | NDArray[np.float64], closed: bool = True) -> skia.Path:
    """Straight lines through the points."""
    path = skia.Path()
    path.moveTo(*map(float, points[0]))
    for x, y in points[1:]:
        path.lineTo(float(x), float(y))
    if closed:
        path.close()
    return path


def flowing(points: Sequence[Point] | NDArray[np.float64], closed: bool = False) -> skia.Path:
    """A smooth curve through the points."""
    places = np.asarray(points, dtype=float)
    padded = (
        np.vstack([places[-1:], places, places[:2]])
        if closed
        else np.vstack([places[:1], places, places[-1:]])
    )
    path = skia.Path()
    path.moveTo(*padded[1])
    for before, here, there, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first, second = here + (there - before) / 6, there - (after - here) / 6
        path.cubicTo(*map(float, (*first, *second, *there)))
    if closed:
        path.close()
    return path


def box(x: float, y: float, width: float, height: float, round_by: float = 0.0) -> skia.Path:
    """A rectangle, its corners rounded."""
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, width, height), round_by, round_by)
    return path


def disc(x: float, y: float, radius: float, tall: float | None = None) -> skia.Path:
    """A circle or an upright oval."""
    path = skia.Path()
    path.addOval(
        skia.Rect.MakeLTRB(x - radius, y - (tall or radius), x + radius, y + (tall or radius))
    )
    return path


def segment(x0: float, y0: float, x1: float, y1: float) -> skia.Path:
    """A straight line."""
    return polygon([(x0, y0), (x1, y1)], closed=False)
