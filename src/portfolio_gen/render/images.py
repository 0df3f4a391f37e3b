"""Pictures: upright, in sRGB, in three sizes, as WebP, without metadata. The only module that knows Pillow."""

from __future__ import annotations

import base64
import io
import math
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pi_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from portfolio_gen.render.claims import claimed
from portfolio_gen.render.derived import BrokenPicture, Derived, Size, TooManyPixels
from portfolio_gen.render.limits import MEMORY, SECONDS, OutOfTime, at_most
from portfolio_gen.render.scrub.jpeg import without_metadata

WIDTHS = (400, 800, 1600)
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
MOST_PIXELS_MOVING = 150_000_000
"""All frames of a moving picture together; beyond that it stands still."""
MOST_PIXELS_MOVED = 40_000_000
"""The same for what is made of them: encoding takes up to a fifth of a second for a million."""
MOST_PIXELS_A_FRAME = 8_000_000
"""Of a moving picture, for several frames are held at a time."""

_QUALITY = 75
_QUALITY_EXACT = 50
"""Effort for what stays exact: more makes it 1 % smaller, and can take ten seconds for one picture."""
_EFFORT = 4
_MOVING_WIDTH = 800
_LARGE = 24_000_000
"""Pixels from which on a picture is made smaller strip by strip, so that there is no copy of the whole."""
_STRIP = 1_000_000
"""Pixels of such a strip, or somewhat more."""
_FEW_COLOURS = 8192
"""Drawings and charts have no more, and stay exact."""
_FLAT, _FLAT_GREYS = 256, 64
"""Drawings with no more colours, or greys, look the same with this many when they are made smaller: nothing in them is
shaded. All the shades along every edge would weigh four times as much, often more than the picture in full size."""
_TINY = 12
_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})
_JPEGS = ("JPEG", "MPO")
_SCAN = b"\xff\xda"
"""Where a scan of a JPEG begins; in coded pixels it cannot stand, and thumbnails have one of their own."""

pi_heif.register_heif_opener(thumbnails=False)
pi_heif.options.DECODE_THREADS = 1  # several builds work side by side already
Image.MAX_IMAGE_PIXELS = None  # our own limits are asked before anything is decoded


def derive(data: bytes) -> Derived:
    """Make the published sizes of a picture from the content of its file.

    Raises:
        BrokenPicture: it is empty, damaged, too large, or no picture of a kind that is accepted.
    """
    if not data:
        raise BrokenPicture("it is empty")
    with _understood(), at_most(SECONDS, memory=MEMORY - len(data)):
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
        except OutOfTime:
            raise BrokenPicture(f"it takes more than {SECONDS:g} seconds to open") from None
        except MemoryError as error:
            raise TooManyPixels("it does not fit into memory") from error
        except Exception as error:  # decoders raise OSError, ValueError, struct.error …
            raise BrokenPicture("it is damaged") from error


def _verify(data: bytes) -> None:
    """Refuse what is too large or damaged before anything is decoded; `verify` leaves an image unusable."""
    with _opened(data) as image:
        width, height = image.size
        if not width or not height:
            raise BrokenPicture("it is 0 pixels wide or high")
        _refuse_more(width * height, _most_pixels(image, data))
        if data.count(_SCAN) > MOST_SCANS and image.format in _JPEGS:
            raise BrokenPicture(f"it comes in more than {MOST_SCANS} scans")
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
            f"it has {millions:,} million pixels, and {most // 1_000_000} million is the most"
        )


def _most_pixels(image: Image.Image, data: bytes) -> int:
    if image.format not in _JPEGS:
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


def _still(image: Image.Image, moving: Size | None) -> Derived:
    """All sizes of a picture: decoded no larger than needed, turned upright, each made from the next larger."""
    pixels = image.width * image.height
    if image.format == "TIFF":
        image.load()  # turns itself upright, and changes its size, while it is loaded
    lying = image.getexif().get(_ORIENTATION, 1) in _LYING
    targets = _targets(image.size[::-1] if lying else image.size)
    largest = targets[-1][::-1] if lying else targets[-1]
    if image.format in _JPEGS:
        image.draft(None, largest)
    exact = image.format in ("PNG", "GIF", "BMP") and _has_few_colours(image)
    flat = exact and _is_flat(image)
    drawn = _in_eight_bits(image, largest)
    drawn = _rebuilt(ImageOps.exif_transpose(_in_srgb(drawn, image.info.get("icc_profile"))))
    made = _in_sizes(drawn, targets, exact=exact, flat=flat)
    return replace(made, moving=moving, pixels=pixels)


def _in_sizes(
    drawn: Image.Image, targets: Sequence[tuple[int, int]], *, exact: bool, flat: bool = False
) -> Derived:
    """A picture in its sizes; one that weighs more than a larger one is not worth having."""
    sizes: list[Size] = []
    for target in reversed(targets):
        whole = drawn.size == target
        drawn = _smaller(drawn, target)
        shown = drawn if whole or not flat else _in_few_colours(drawn)
        made = Size(*target, _encoded(shown, exact=exact))
        if not sizes or len(made.data) <= len(sizes[-1].data):
            sizes.append(made)
    return Derived(tuple(reversed(sizes)), _tint(drawn))


def of_page(page: Image.Image, *, all_sizes: bool) -> Derived:
    """The page of a document as a picture, as large as it was drawn; the smaller sizes too, if they are wanted."""
    targets = _targets(page.size) if all_sizes else (page.size,)
    return _in_sizes(page.convert("RGB"), targets, exact=False)


def full_size(data: bytes) -> tuple[bytes, str]:
    """A picture as large as it is, without metadata, and the extension that its name should have.

    JPEG and PNG files stay exactly as they are beyond what they say about themselves. What lies on its side is turned,
    and what not every browser opens is written anew, without loss where it is drawn or can be seen through.

    Raises:
        BrokenPicture: as `derive` does.
    """
    with _understood(), at_most(SECONDS, memory=MEMORY - len(data)):
        _verify(data)
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            upright = image.getexif().get(_ORIENTATION, 1) in (0, 1)
            if upright and image.format in ("JPEG", "MPO", "PNG"):
                return without_metadata(data), ".png" if image.format == "PNG" else ".jpg"
            return _written_anew(image)


def _written_anew(image: Image.Image) -> tuple[bytes, str]:
    if image.format == "TIFF":
        image.load()
    exact = image.format in ("PNG", "GIF", "BMP") or _has_few_colours(image)
    drawn = _in_srgb(_reading(image)(image), image.info.get("icc_profile"))
    drawn = _rebuilt(ImageOps.exif_transpose(drawn))
    out = io.BytesIO()
    if exact or drawn.mode == "RGBA":
        drawn.save(out, "PNG")
        return out.getvalue(), ".png"
    drawn.save(out, "JPEG", quality=92, subsampling=0)
    return out.getvalue(), ".jpg"


def _targets(size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The sizes to make of a picture, smallest first: as wide as asked, half as high again, never larger than it is."""
    width, height = size
    scales = (min(1.0, wide / width, 1.5 * wide / height) for wide in WIDTHS)
    fitted = ((max(1, round(width * scale)), max(1, round(height * scale))) for scale in scales)
    return tuple(dict(sorted(fitted)).items())


def _has_few_colours(image: Image.Image) -> bool:
    if image.mode.startswith("I") or image.mode in ("1", "L", "P"):
        return True
    return image.getcolors(_FEW_COLOURS) is not None


def _is_flat(image: Image.Image) -> bool:
    if image.mode.startswith("I"):
        return False
    return image.getcolors(_FLAT_GREYS if image.mode in ("1", "L") else _FLAT) is not None


def _in_few_colours(image: Image.Image) -> Image.Image:
    few = image.quantize(_FLAT, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return few.convert(image.mode)


def _in_eight_bits(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture in a size, and in a mode in which 255 is the brightest."""
    read = _reading(image)
    if image.width * image.height <= _LARGE:
        return _smaller(read(image), size)
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


def _reading(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
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
    quality = _QUALITY_EXACT if exact else _QUALITY
    image.save(out, "WEBP", quality=quality, method=_EFFORT, lossless=exact)
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
    frames, pixels = int(getattr(image, "n_frames", 1)), image.width * image.height
    width, height = _moving_size(image)
    return (
        frames > 1
        and pixels <= MOST_PIXELS_A_FRAME
        and frames * pixels <= MOST_PIXELS_MOVING
        and frames * width * height <= MOST_PIXELS_MOVED
    )


def _moving_size(image: Image.Image) -> tuple[int, int]:
    scale = min(1.0, _MOVING_WIDTH / image.width)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


class _Reel(Image.Image):
    """The frames of a moving picture in another size, one at a time, as an encoder asks for them."""

    def __init__(self, film: Image.Image, size: tuple[int, int]) -> None:
        super().__init__()
        self.film, self.n_frames = film, int(getattr(film, "n_frames", 1))
        self._mode, self._size = "RGBA", size
        self.durations: list[int] = []
        self.seek(0)

    def seek(self, frame: int) -> None:
        if frame < len(self.durations):
            return  # the encoder begins with the first, and goes back to it in the end
        self.film.seek(frame)
        drawn = _rebuilt(_smaller(self.film.convert("RGBA"), self.size))
        self.im = drawn.im
        self.durations.append(max(20, int(self.film.info.get("duration") or 100)))


def _moving(image: Image.Image) -> Size:
    size, out = _moving_size(image), io.BytesIO()
    reel = _Reel(image, size)
    reel.save(
        out,
        "WEBP",
        save_all=True,
        duration=reel.durations,
        loop=int(image.info.get("loop", 1)),
        quality=70,
        method=3,
    )
    return Size(*size, out.getvalue())
