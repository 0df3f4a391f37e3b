"""Saving pictures small: photographs as JPEG or WebP under a limit, drawings with few colours."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

LIMIT = 240_000


def save(picture: Image.Image, to: Path, colours: int = 64) -> None:
    """Write the picture as its ending says; quality (or the number of colours) bends to the limit."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.suffix == ".png":
        few = picture.convert("RGB").quantize(
            colours, Image.Quantize.MEDIANCUT, 0, None, Image.Dither.NONE
        )
        few.save(to, optimize=True)
        return
    for quality in (90, 86, 82, 78, 74, 70, 64, 58, 50):
        if to.suffix == ".webp":
            picture.save(to, quality=quality - 2, method=6)
        else:
            picture.save(to, quality=quality, optimize=True, progressive=True, subsampling=1)
        if to.stat().st_size <= LIMIT:
            return
