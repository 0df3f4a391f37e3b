"""Pixels alone: in eight bits, in the colours of the web, in another size; nothing else of a file comes along."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageCms

_LARGE = 24_000_000
"""Pixels from which on a picture is made smaller strip by strip, so that there is no copy of the whole."""
_STRIP = 1_000_000
"""Pixels of such a strip, or somewhat more."""


def in_eight_bits(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in a size, and in a mode in which 255 is the brightest."""
    read = reading(image)
    if image.width * image.height <= _LARGE:
        return smaller(read(image), size)
    factor = max(1, int(min(image.width / size[0], image.height / size[1]) / 1.25))
    rows = factor * (1 + _STRIP // image.width // factor)
    strips = [
        _reduced(read(image.crop((0, top, image.width, min(top + rows, image.height)))), factor)
        for top in range(0, image.height, rows)
    ]
    small = Image.new(strips[0].mode, (strips[0].width, sum(one.height for one in strips)))
    for place, strip in enumerate(strips):
        small.paste(strip, (0, place * rows // factor))
    exactly = (0, 0, image.width / factor, image.height / factor)
    return small.resize(size, Image.Resampling.LANCZOS, box=exactly)


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """The picture made smaller by a whole number; what cannot be seen lends no colour to its neighbours."""
    if image.mode != "RGBA":
        return image.reduce(factor)
    return image.convert("RGBa").reduce(factor).convert("RGBA")


def reading(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """How to get pixels, of all or of a part, in a mode that can be made smaller and in which 255 is brightest."""
    if image.mode.startswith("I;16"):
        return lambda part: part.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("I", "F"):
        low, high = (float(one) for one in image.getextrema())  # type: ignore[arg-type]
        stretched = high > 255 or low < 0 or image.mode == "F"
        reach, start = (max(high - low, 1e-9), low) if stretched else (255.0, 0.0)
        return lambda part: (
            part.convert("F").point(lambda value: (value - start) * (255 / reach)).convert("L")
        )
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return lambda part: part.convert("RGBA")
    if image.mode in ("L", "RGB", "RGBA", "CMYK", "LAB"):
        return lambda part: part
    return lambda part: part.convert("L" if image.mode == "1" else "RGB")


def smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in a size (width and height in pixels)."""
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture as RGB or RGBA in the colour space of the web."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    colours = _converted(colours, profile) if profile else colours.convert("RGB")
    colours.info = image.info
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return colours


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert(
            "RGB"
        )  # the profile is damaged or for other colours; without it is the best guess
    return converted or image.convert("RGB")


def rebuilt(image: Image.Image) -> Image.Image:
    """The pixels alone: a picture that never had metadata."""
    return Image.frombytes(image.mode, image.size, image.tobytes())
