"""Pictures: upright, in sRGB, in three sizes, as WebP, without metadata. The only room that knows Pillow."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image, ImageOps

from portfolio_gen.model.tell import tell
from portfolio_gen.render.derived import BrokenPicture, Derived, Size
from portfolio_gen.render.images.moving import in_motion, moves
from portfolio_gen.render.images.opening import FORMATS, JPEGS, understood, verify
from portfolio_gen.render.images.pixels import in_eight_bits, in_srgb, reading, rebuilt
from portfolio_gen.render.images.sizes import has_few_colours, in_sizes, is_flat, targets_of
from portfolio_gen.render.limits import MEMORY, SECONDS, at_most
from portfolio_gen.render.scrub.jpeg import without_metadata

_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})


def derive(data: bytes) -> Derived:
    """Make the published sizes of a picture from the content of its file.

    Raises:
        BrokenPicture: it is empty, damaged, too large, or no picture of a kind that is accepted.
    """
    if not data:
        raise BrokenPicture(tell("it is empty"))
    with understood(), at_most(SECONDS, memory=MEMORY - len(data)):
        verify(data)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            moving = in_motion(image) if moves(image) else None
            image.seek(0)
            return _still(image, moving)


def _still(image: Image.Image, moving: Size | None) -> Derived:
    """All sizes of a picture: decoded no larger than needed, turned upright, each made from the next larger."""
    pixels = image.width * image.height
    if image.format == "TIFF":
        image.load()  # turns itself upright, and changes its size, while it is loaded
    lying = image.getexif().get(_ORIENTATION, 1) in _LYING
    upright = image.size[::-1] if lying else image.size
    targets = targets_of(upright)
    largest = targets[-1][::-1] if lying else targets[-1]
    if image.format in JPEGS:
        image.draft(None, largest)
    drawing = image.format in ("PNG", "GIF", "BMP") and has_few_colours(image)
    flat = drawing and is_flat(image)
    drawn = in_eight_bits(image, largest)
    drawn = rebuilt(ImageOps.exif_transpose(in_srgb(drawn, image.info.get("icc_profile"))))
    made = in_sizes(drawn, targets, whole=upright, drawing=drawing, flat=flat)
    return replace(made, moving=moving, pixels=pixels)


def of_page(page: Image.Image, *, all_sizes: bool) -> Derived:
    """The page of a document as a picture, as large as it was drawn; the smaller sizes too, if they are wanted."""
    targets = targets_of(page.size) if all_sizes else (page.size,)
    return in_sizes(page.convert("RGB"), targets, whole=page.size)


def full_size(data: bytes) -> tuple[bytes, str]:
    """A picture as large as it is, without metadata, and the extension that its name should have.

    JPEG and PNG files stay exactly as they are beyond what they say about themselves. What lies on its side is turned,
    and what not every browser opens is written anew, without loss where it is drawn or can be seen through.

    Raises:
        BrokenPicture: as `derive` does.
    """
    with understood(), at_most(SECONDS, memory=MEMORY - len(data)):
        verify(data)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            upright = image.getexif().get(_ORIENTATION, 1) in (0, 1)
            if upright and image.format in ("JPEG", "MPO", "PNG"):
                return without_metadata(data), ".png" if image.format == "PNG" else ".jpg"
            return _written_anew(image)


def _written_anew(image: Image.Image) -> tuple[bytes, str]:
    if image.format == "TIFF":
        image.load()
    exact = image.format in ("PNG", "GIF", "BMP") or has_few_colours(image)
    drawn = in_srgb(reading(image)(image), image.info.get("icc_profile"))
    drawn = rebuilt(ImageOps.exif_transpose(drawn))
    out = io.BytesIO()
    if exact or drawn.mode == "RGBA":
        drawn.save(out, "PNG")
        return out.getvalue(), ".png"
    drawn.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue(), ".jpg"
