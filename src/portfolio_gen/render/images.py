"""Pictures: upright, in sRGB, in three sizes, as WebP, without metadata. The only module that knows Pillow."""

from __future__ import annotations

import base64
import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pi_heif import register_heif_opener
from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

WIDTHS = (400, 800, 1600)
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF", "TIFF", "BMP")
"""What is accepted, whatever the file is called."""
RECIPE = "1"
"""Changes when the same original would give other bytes."""

MOST_PIXELS = 50_000_000
"""More does not fit into half a gigabyte while it is made smaller."""
MOST_PIXELS_JPEG = 220_000_000
"""A JPEG can be decoded at an eighth of its width, so that the largest sensors of phones are welcome."""
MOST_PIXELS_PROGRESSIVE = 90_000_000
"""A progressive JPEG is held whole before it is decoded."""
MOST_PIXELS_MOVING = 150_000_000
"""All frames of a moving picture together; beyond that it stands still."""

_QUALITY = 80
_EFFORT = 4
_MOVING_WIDTH = 800
_FEW_COLOURS = 8192
"""Drawings and charts have no more, and stay exact."""
_TINY = 12
_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})

register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # our own limits are asked before anything is decoded


class BrokenPicture(Exception):
    """The file is a picture, and cannot be shown; the message says why."""


class TooManyPixels(BrokenPicture):
    """The picture is too large to be decoded."""


@dataclass(frozen=True, slots=True)
class Size:
    """One derived file."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Derived:
    """Everything that is made of one original."""

    sizes: tuple[Size, ...]
    """Smallest first."""
    tint: str
    """A tiny version as a data address, shown large while the picture is on its way; empty if one can see through."""
    moving: Size | None = None
    """The picture with its movement; `sizes` are of its first frame."""


def derive(data: bytes) -> Derived:
    """Make the published sizes of a picture from the content of its file.

    Raises:
        BrokenPicture: it is empty, damaged, too large, or no picture of a kind that is accepted.
    """
    if not data:
        raise BrokenPicture("it is empty")
    with _understood():
        _verify(data)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            moving = _moving(image) if _moves(image) else None
            image.seek(0)
            return _still(image, moving)


@contextmanager
def _understood() -> Iterator[None]:
    """Turn whatever a decoder raises into our word for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except BrokenPicture:
            raise
        except UnidentifiedImageError as error:
            raise BrokenPicture("it is no picture of a kind that is known") from error
        except Image.DecompressionBombError as error:
            raise TooManyPixels("it has too many pixels") from error
        except MemoryError as error:
            raise TooManyPixels("it does not fit into memory") from error
        except Exception as error:  # decoders raise OSError, ValueError, struct.error …
            raise BrokenPicture("it is damaged") from error


def _verify(data: bytes) -> None:
    """Refuse what is too large or damaged before anything is decoded; `verify` leaves an image unusable."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if not width or not height:
            raise BrokenPicture("it is 0 pixels wide or high")
        most = _most_pixels(image)
        if width * height > most:
            millions = math.ceil(width * height / 1e6)
            raise TooManyPixels(
                f"it has {millions:,} million pixels, and {most // 1_000_000} million is the most"
            )
        image.verify()


def _most_pixels(image: Image.Image) -> int:
    if image.format not in ("JPEG", "MPO"):
        return MOST_PIXELS
    return MOST_PIXELS_PROGRESSIVE if image.info.get("progressive") else MOST_PIXELS_JPEG


def _still(image: Image.Image, moving: Size | None) -> Derived:
    """All sizes of a picture: decoded no larger than needed, turned upright, each made from the next larger."""
    if image.format == "TIFF":
        image.load()  # turns itself upright, and changes its size, while it is loaded
    lying = image.getexif().get(_ORIENTATION, 1) in _LYING
    targets = _targets(image.size[::-1] if lying else image.size)
    largest = targets[-1][::-1] if lying else targets[-1]
    if image.format in ("JPEG", "MPO"):
        image.draft(None, largest)
    whole = _eight_bits(image)
    exact = image.format in ("PNG", "GIF", "BMP") and whole.getcolors(_FEW_COLOURS) is not None
    drawn = _smaller(whole, largest)
    drawn = _rebuilt(ImageOps.exif_transpose(_in_srgb(drawn, image.info.get("icc_profile"))))
    sizes: list[Size] = []
    for target in reversed(targets):
        drawn = _smaller(drawn, target)
        sizes.append(Size(*target, _encoded(drawn, exact=exact)))
    return Derived(tuple(reversed(sizes)), _tint(drawn), moving)


def _targets(size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The sizes to make of a picture, smallest first: as wide as asked, half as high again, never larger than it is."""
    width, height = size
    scales = (min(1.0, wide / width, 1.5 * wide / height) for wide in WIDTHS)
    fitted = ((max(1, round(width * scale)), max(1, round(height * scale))) for scale in scales)
    return tuple(dict(sorted(fitted)).items())


def _eight_bits(image: Image.Image) -> Image.Image:
    """The pixels in a mode that can be made smaller and in which 255 is the brightest."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("I", "F"):
        low, high = (float(one) for one in image.getextrema())  # type: ignore[arg-type]
        reach = max(high - low, 1e-9) if high > 255 or low < 0 or image.mode == "F" else 255.0
        start = low if reach != 255.0 else 0.0
        return image.convert("F").point(lambda value: (value - start) * (255 / reach)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "RGBA", "CMYK", "LAB"):
        return image
    return image.convert("RGB")


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
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


def _rebuilt(image: Image.Image) -> Image.Image:
    """The pixels alone: a picture that never had metadata."""
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _encoded(image: Image.Image, *, exact: bool) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=_EFFORT, lossless=exact)
    return out.getvalue()


def _tint(image: Image.Image) -> str:
    if image.mode == "RGBA":
        return ""
    scale = _TINY / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    out = io.BytesIO()
    image.resize((width, height), Image.Resampling.BOX).save(out, "WEBP", quality=40, method=0)
    return f"data:image/webp;base64,{base64.b64encode(out.getvalue()).decode()}"


def _moves(image: Image.Image) -> bool:
    """Whether to keep the movement; further pictures in a TIFF, HEIF or MPO are pages, thumbnails and depth maps."""
    if image.format not in ("GIF", "WEBP", "PNG", "AVIF"):
        return False
    frames = int(getattr(image, "n_frames", 1))
    return frames > 1 and frames * image.width * image.height <= MOST_PIXELS_MOVING


def _moving(image: Image.Image) -> Size:
    scale = min(1.0, _MOVING_WIDTH / image.width)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    frames, durations = [], []
    for frame in ImageSequence.Iterator(image):
        durations.append(max(20, int(frame.info.get("duration") or 100)))
        frames.append(_rebuilt(_smaller(frame.convert("RGBA"), size)))
    out = io.BytesIO()
    loop = int(image.info.get("loop", 1))
    frames[0].save(
        out,
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=loop,
        quality=70,
        method=3,
    )
    return Size(*size, out.getvalue())
