"""A picture in its sizes, as light as they may be while they look the same."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

from PIL import Image, ImageChops

from portfolio_gen.render.derived import Derived, Size
from portfolio_gen.render.images.pixels import smaller

WIDTHS = (400, 800, 1600)
_QUALITY = 75
_QUALITY_SHADED = 80
"""Of a pencil's drawings, which have letters and edges."""
_GREY = 48
"""How far two of a pixel's colours may be apart, of 255, on yellowed paper or with a blue pencil."""
_PIXELS_A_BYTE = 16
"""A drawing that takes more than a byte for so many is shaded."""
_QUALITY_EXACT = 50
"""Effort for what stays exact: more makes it 1 % smaller, and can take ten seconds for one picture."""
_EFFORT = 4
_FEW_COLOURS = 8192
"""Drawings and charts have no more, and stay exact."""
_FLAT, _FLAT_GREYS = 256, 64
"""Drawings with no more colours, or greys, look the same with this many when they are made smaller: nothing in them is
shaded. All the shades along every edge would weigh four times as much, often more than the picture in full size."""
_TINY = 12


def in_sizes(
    drawn: Image.Image,
    targets: Sequence[tuple[int, int]],
    *,
    whole: tuple[int, int],
    drawing: bool = False,
    flat: bool = False,
) -> Derived:
    """A picture in its sizes; one that weighs more than a larger one is not worth having.

    Args:
        drawn: the picture, as large as the largest size.
        targets: width and height of each size in pixels, smallest first.
        whole: those of the original.
        drawing: whether it is drawn, so that it stays exact where it is as large as it was.
        flat: whether nothing in it is shaded.
    """
    sizes: list[Size] = []
    for target in reversed(targets):
        drawn = smaller(drawn, target)
        data = (
            _light(drawn, flat=flat)
            if drawing and target != whole
            else _encoded(drawn, exact=drawing)
        )
        if not sizes or len(data) <= len(sizes[-1].data):
            sizes.append(Size(*target, data))
    return Derived(tuple(reversed(sizes)), _tint(drawn))


def targets_of(size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The sizes to make of a picture, smallest first: as wide as asked, half as high again, never larger than it is."""
    width, height = size
    scales = (min(1.0, wide / width, 1.5 * wide / height) for wide in WIDTHS)
    fitted = ((max(1, round(width * scale)), max(1, round(height * scale))) for scale in scales)
    return tuple(dict(sorted(fitted)).items())


def has_few_colours(image: Image.Image) -> bool:
    """Whether a picture is drawn rather than photographed."""
    if image.mode.startswith("I") or image.mode in ("1", "L", "P"):
        return True
    return image.getcolors(_FEW_COLOURS) is not None


def is_flat(image: Image.Image) -> bool:
    """Whether a drawing has so few colours that nothing in it is shaded."""
    if image.mode.startswith("I"):
        return False
    return image.getcolors(_FLAT_GREYS if image.mode in ("1", "L") else _FLAT) is not None


def _light(drawing: Image.Image, *, flat: bool) -> bytes:
    """A drawing that has been made smaller; a pencil's, shaded all over, is kept as photographs are."""
    exactly = _encoded(_in_few_colours(drawing) if flat else drawing, exact=True)
    shaded = len(exactly) * _PIXELS_A_BYTE > drawing.width * drawing.height
    if not shaded or not _is_nearly_grey(drawing):
        return exactly
    return min(exactly, _encoded(drawing, exact=False, quality=_QUALITY_SHADED), key=len)


def _is_nearly_grey(image: Image.Image) -> bool:
    """Whether nothing is lost with half the colours: thin lines of a strong colour would fade."""
    red, green, blue = image.convert("RGB").split()
    pairs = ((red, green), (green, blue))
    return not any(any(ImageChops.difference(*pair).histogram()[_GREY + 1 :]) for pair in pairs)


def _in_few_colours(image: Image.Image) -> Image.Image:
    few = image.quantize(_FLAT, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return few.convert(image.mode)


def _encoded(image: Image.Image, *, exact: bool, quality: int = _QUALITY) -> bytes:
    out = io.BytesIO()
    effort = _QUALITY_EXACT if exact else quality
    image.save(out, "WEBP", quality=effort, method=_EFFORT, lossless=exact)
    return out.getvalue()


def _tint(image: Image.Image) -> str:
    if image.mode == "RGBA":
        return ""
    scale = _TINY / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    out = io.BytesIO()
    image.resize((width, height), Image.Resampling.BOX).save(out, "WEBP", quality=40, method=0)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"
