"""What may be decoded at all: kinds, limits that are asked first, and one word for whatever a decoder raises."""

from __future__ import annotations

import io
import math
import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pi_heif
from PIL import Image, UnidentifiedImageError

from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.render.claims import claimed
from portfolio_gen.render.derived import BrokenPicture, TooManyPixels
from portfolio_gen.render.limits import SECONDS, OutOfTime

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF", "TIFF", "BMP")
"""What is accepted, whatever the file is called."""
MOST_PIXELS = 50_000_000
"""More does not fit into half a gigabyte while it is made smaller."""
MOST_PIXELS_IN_COPIES: Mapping[str, int] = {"WEBP": 20_000_000, "AVIF": 40_000_000}
"""Formats whose decoders hold a picture several times."""
MOST_PIXELS_JPEG = 220_000_000
"""A JPEG can be decoded at an eighth of its width, so that the largest sensors of phones are welcome."""
MOST_BYTES_IN_SCANS = 320_000_000
"""A JPEG that comes in several scans, as a progressive one does, is held whole before it is decoded."""
MOST_SCANS = 100
"""Each scan of a JPEG goes over all of it; cameras and programs write ten or so."""
JPEGS = ("JPEG", "MPO")
_SCAN = b"\xff\xda"
"""Where a scan of a JPEG begins; in coded pixels it cannot stand, and thumbnails have one of their own."""
pi_heif.register_heif_opener(thumbnails=False)
pi_heif.options.DECODE_THREADS = 1  # several builds work side by side already
Image.MAX_IMAGE_PIXELS = None  # our own limits are asked before anything is decoded


@contextmanager
def understood() -> Iterator[None]:
    """Turn whatever a decoder raises into our word for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except BrokenPicture:
            raise
        except UnidentifiedImageError as error:
            raise BrokenPicture(tell("it is no picture of a kind that is known")) from error
        except OutOfTime:
            raise BrokenPicture(
                tell("it takes more than %(seconds)s seconds to open", seconds=f"{SECONDS:g}")
            ) from None
        except MemoryError as error:
            raise TooManyPixels(tell("it does not fit into memory")) from error
        except Exception as error:  # decoders raise OSError, ValueError, struct.error …
            raise BrokenPicture(tell("it is damaged")) from error


def verify(data: bytes) -> None:
    """Refuse what is too large or damaged before anything is decoded; `verify` leaves an image unusable."""
    with _opened(data) as image:
        width, height = image.size
        if not width or not height:
            raise BrokenPicture(tell("it is 0 pixels wide or high"))
        _refuse_more(width * height, _most_pixels(image, data))
        if data.count(_SCAN) > MOST_SCANS and image.format in JPEGS:
            raise BrokenPicture(tell("it comes in more than %(most)s scans", most=MOST_SCANS))
        image.verify()


def _opened(data: bytes) -> Image.Image:
    """The picture, its header read; a decoder that does not open an enormous one at all does not say why."""
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except Exception:  # decoders raise OSError, ValueError, struct.error …
        if said := claimed(data):
            name, (width, height) = said
            _refuse_more(width * height, MOST_PIXELS_IN_COPIES.get(name, MOST_PIXELS))
        raise


def _refuse_more(pixels: int, most: int) -> None:
    if pixels > most:
        millions = math.ceil(pixels / 1e6)
        raise TooManyPixels(
            tell(
                "it has %(count)s million pixels, and %(most)s million is the most",
                count=Figure(millions),
                most=most // 1_000_000,
            )
        )


def _most_pixels(image: Image.Image, data: bytes) -> int:
    if image.format not in JPEGS:
        return MOST_PIXELS_IN_COPIES.get(image.format or "", MOST_PIXELS)
    if not _in_scans(image, data):
        return MOST_PIXELS_JPEG
    parts: list[tuple[int, int, int, int]] = image.layer  # type: ignore[attr-defined]
    whole = max(wide for _, wide, _, _ in parts) * max(high for _, _, high, _ in parts)
    samples = sum(wide * high / whole for _, wide, high, _ in parts)
    return min(MOST_PIXELS_JPEG, int(MOST_BYTES_IN_SCANS / (2 * samples)))


def _in_scans(image: Image.Image, data: bytes) -> bool:
    """Whether a JPEG is decoded in several rounds: it is progressive, or its first scan has not all of its colours."""
    if image.info.get("progressive"):
        return True
    parts = len(image.layer)  # type: ignore[attr-defined]
    return any(data[at.end() + 2] < parts for at in re.finditer(_SCAN, data[:-3]))
