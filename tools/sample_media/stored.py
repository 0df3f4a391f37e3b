"""Pictures as scanners, measuring instruments and some telephones store them: TIFF, BMP, AVIF."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

INK, PAPER = 40, 188
"""Greys of a page from which on a scanner sees black, and white."""
Store = Callable[[Image.Image, io.BytesIO], None]


def tiff(picture: Image.Image, out: io.BytesIO) -> None:
    """A scan in few greys, with what a scanner says of itself."""
    page = picture.convert("L").resize(
        (picture.width * 3 // 4, picture.height * 3 // 4), Image.Resampling.LANCZOS
    )
    few = page.point([round(_whiter(one) / 17) * 17 for one in range(256)])
    scanner = {271: "Lumen", 272: "Lumen Scan 300", 305: "Library scanner"}
    few.save(out, "TIFF", compression="tiff_adobe_deflate", dpi=(150, 150), tiffinfo=scanner)


def _whiter(grey: int) -> float:
    """Paper is white to a scanner, and ink black."""
    return min(255.0, max(0.0, (grey - INK) * 255 / (PAPER - INK)))


def bitmap(picture: Image.Image, out: io.BytesIO) -> None:
    """Sixteen colours and nothing packed, as an instrument with a small memory does it."""
    picture.convert("RGB").quantize(16, dither=Image.Dither.NONE).save(out, "BMP")


def avif(picture: Image.Image, out: io.BytesIO) -> None:
    """As a telephone stores it that saves room; one thread, so that the bytes are the same everywhere."""
    picture.convert("RGB").save(out, "AVIF", quality=55, speed=4, max_threads=1)


STORED: dict[str, Store] = {"tif": tiff, "bmp": bitmap, "avif": avif}
