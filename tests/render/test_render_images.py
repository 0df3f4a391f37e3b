"""Pictures: upright, small, in the right colours, and silent about where they were taken."""

from __future__ import annotations

import base64
import io
import os
import struct
import subprocess
import sys
import zlib

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat, PngImagePlugin
from sample_media import HEIC

from heavy_files import gif, progressive_jpeg
from portfolio_gen.render import images
from portfolio_gen.render.derived import BrokenPicture, Derived, TooManyPixels
from portfolio_gen.render.images import derive

ROOM = "portfolio_gen.render.images"
WHERE = "47.3769N 8.5417E Maya's phone"
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held in each of the eight ways would have stored an upright scene."""


def scene(width: int = 320, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Red above, blue below, a green corner at the top left: any wrong turn shows."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height // 2, width, height), fill=(30, 30, 200))
    draw.rectangle((0, 0, width // 4, height // 4), fill=(30, 200, 30))
    return picture.convert(mode)


def saved(picture: Image.Image, format: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def opened(derived: Derived, place: int = -1) -> Image.Image:
    return Image.open(io.BytesIO(derived.sizes[place].data))


def is_upright(picture: Image.Image) -> bool:
    """Whether the three colours are where they were in the scene."""
    width, height = picture.size
    small = picture.convert("RGB")
    corner, above, below = (
        small.getpixel((int(width * x), int(height * y)))
        for x, y in ((0.1, 0.1), (0.8, 0.2), (0.5, 0.8))
    )
    return all(
        max(range(3), key=lambda one: pixel[one]) == strongest  # type: ignore[index]
        for pixel, strongest in ((corner, 1), (above, 0), (below, 2))
    )


def exif_with(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = WHERE
    exif.get_ifd(GPS)[1] = "N"
    return exif


def lying(orientation: int, **size: int) -> Image.Image:
    turn = TURNS[orientation]
    return scene(**size).transpose(turn) if turn is not None else scene(**size)


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("format", ["JPEG", "WEBP", "PNG", "TIFF", "AVIF"])
def test_pictures_come_out_upright(orientation: int, format: str) -> None:
    data = saved(lying(orientation), format, exif=exif_with(orientation))

    picture = opened(derive(data))

    assert picture.size == (320, 200)
    assert is_upright(picture)


@pytest.mark.parametrize("orientation", TURNS)
def test_large_photographs_come_out_upright_too(orientation: int) -> None:
    data = saved(lying(orientation, width=2400, height=1500), "JPEG", exif=exif_with(orientation))

    derived = derive(data)

    assert [(one.width, one.height) for one in derived.sizes] == [
        (400, 250),
        (800, 500),
        (1600, 1000),
    ]
    assert all(is_upright(opened(derived, place)) for place in range(3))


def png_with_everything() -> bytes:
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", WHERE)
    about.add_text("Author", WHERE, zip=True)
    about.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{WHERE}</x:xmpmeta>")
    return saved(scene(), "PNG", pnginfo=about, exif=exif_with(1))


def with_secret(format: str) -> bytes:
    if format == "PNG":
        return png_with_everything()
    if format == "GIF":
        return saved(scene(mode="P"), "GIF", comment=WHERE)
    if format == "TIFF":
        return saved(scene(), "TIFF", description=WHERE, artist=WHERE)
    extra = {"xmp": f"<x:xmpmeta>{WHERE}</x:xmpmeta>".encode()} if format != "BMP" else {}
    options = {"exif": exif_with(1), **extra} if format != "BMP" else {}
    comment = {"comment": WHERE} if format == "JPEG" else {}
    return saved(scene(), format, **options, **comment)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "AVIF"])
def test_no_metadata_is_published(format: str) -> None:
    data = with_secret(format)
    assert WHERE.encode() in data or format in ("PNG", "AVIF")

    for size in derive(data).sizes:
        picture = Image.open(io.BytesIO(size.data))
        assert WHERE.encode() not in size.data
        assert not picture.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & picture.info.keys()


def test_what_stands_behind_the_end_of_a_file_is_not_published() -> None:
    data = saved(scene(), "JPEG") + WHERE.encode() + b"PK\x03\x04"

    assert all(WHERE.encode() not in one.data for one in derive(data).sizes)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I", "F", "CMYK"])
def test_every_kind_of_pixels_is_understood(mode: str) -> None:
    if mode in ("I;16", "I", "F"):
        picture = Image.new(mode, (100, 60))
        bright = {"I;16": 65535, "I": 65535, "F": 1.0}[mode]
        picture.paste(bright, (50, 0, 100, 60))
    else:
        picture = scene(100, 60, mode)
    data = saved(picture, "TIFF" if mode in ("F", "CMYK", "I") else "PNG")

    out = opened(derive(data)).convert("L")

    assert out.size == (100, 60)
    darkest, brightest = out.getextrema()
    assert brightest - darkest > 60  # type: ignore[operator]
    if mode in ("I;16", "I", "F"):
        assert out.getpixel((20, 30)) < 10  # type: ignore[operator]
        assert out.getpixel((80, 30)) > 245  # type: ignore[operator]


def test_what_one_can_see_through_stays_so() -> None:
    clear = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    ImageDraw.Draw(clear).ellipse((200, 100, 700, 500), fill=(200, 30, 30, 255))

    derived = derive(saved(clear, "PNG"))

    assert derived.tint == ""
    picture = opened(derived)
    assert picture.mode == "RGBA"
    assert picture.getpixel((5, 5))[3] == 0  # type: ignore[index]
    assert picture.getpixel((450, 300))[3] == 255  # type: ignore[index]


def test_a_palette_with_transparency_stays_so() -> None:
    clear = scene(100, 60, "P")
    data = saved(clear, "PNG", transparency=clear.getpixel((90, 10)))

    picture = opened(derive(data))

    assert picture.mode == "RGBA"
    assert picture.getpixel((90, 10))[3] == 0  # type: ignore[index]
    assert picture.getpixel((50, 50))[3] == 255  # type: ignore[index]


def test_an_opaque_alpha_channel_is_dropped() -> None:
    assert opened(derive(saved(scene(mode="RGBA"), "PNG"))).mode == "RGB"


def test_colours_of_other_spaces_become_those_of_the_web() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    kept = opened(derive(saved(scene(), "PNG", icc_profile=srgb))).convert("RGB")
    wrong = opened(derive(saved(scene(), "PNG", icc_profile=lab))).convert("RGB")
    broken = opened(derive(saved(scene(), "PNG", icc_profile=b"no profile"))).convert("RGB")

    assert all(is_upright(one) for one in (kept, wrong, broken))


def test_a_wide_profile_changes_the_numbers() -> None:
    wide = _swapped_profile()

    red = opened(
        derive(
            saved(Image.new("RGB", (50, 50), (255, 0, 0)), "JPEG", quality=100, icc_profile=wide)
        )
    )

    pixel = red.convert("RGB").getpixel((25, 25))
    assert pixel[2] > 150 > pixel[0]  # type: ignore[index]


def _swapped_profile() -> bytes:
    """A profile that calls red what others call blue: the tags of the two colorants change places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", data, 128)
    places = {bytes(data[132 + 12 * one : 136 + 12 * one]): 132 + 12 * one for one in range(count)}
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(data)


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((300, 200), [(300, 200)]),
        ((400, 400), [(400, 400)]),
        ((1000, 500), [(400, 200), (800, 400), (1000, 500)]),
        ((3000, 2000), [(400, 267), (800, 533), (1600, 1067)]),
        ((1000, 4000), [(150, 600), (300, 1200), (600, 2400)]),
        ((1, 30_000), [(1, 2400)]),
        ((9000, 3), [(400, 1), (800, 1), (1600, 1)]),
        ((1, 1), [(1, 1)]),
    ],
)
def test_sizes(size: tuple[int, int], sizes: list[tuple[int, int]]) -> None:
    derived = derive(saved(Image.new("RGB", size), "PNG"))

    assert [(one.width, one.height) for one in derived.sizes] == sizes
    assert [opened(derived, place).size for place in range(len(sizes))] == sizes


def test_a_drawing_weighs_less_when_it_is_smaller_and_looks_the_same() -> None:
    paper = Image.new("RGB", (4800, 3000), "#fdfaf3")
    pen = ImageDraw.Draw(paper)
    for place in range(60):
        hue = ("#1f5f8b", "#a8442f", "#2d7a55")[place % 3]
        pen.line((30, 27 * place, 4770, 2940 - 21 * place), fill=hue, width=9)
    drawing = paper.reduce(3).quantize(64).convert("RGB")

    small, middle, large = derive(saved(drawing, "PNG")).sizes
    assert len(small.data) < len(middle.data) < len(large.data)

    shown = Image.open(io.BytesIO(middle.data)).convert("RGB")
    exactly = drawing.resize(shown.size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    assert max(ImageStat.Stat(ImageChops.difference(shown, exactly)).rms) < 8


def test_a_pencil_drawing_that_is_shaded_all_over_is_kept_as_a_photograph_is() -> None:
    """The middle size would weigh more than a byte for sixteen pixels, and is lighter than that."""
    noise = Image.effect_noise((200, 125), 90).resize((1600, 1000)).quantize(48).convert("RGB")

    small, middle, _ = derive(saved(noise, "PNG")).sizes

    lossless = io.BytesIO()
    Image.open(io.BytesIO(middle.data)).save(lossless, "WEBP", lossless=True, quality=50)
    assert len(middle.data) < len(lossless.getvalue()) / 2
    assert len(small.data) < len(middle.data)


def test_a_size_that_weighs_more_than_a_larger_one_is_left_out() -> None:
    stripes = Image.new("RGB", (1200, 900), "white")
    shades = [(one, 255 - one, (7 * one) % 256) for one in range(256)] + [
        (0, 0, one) for one in range(256)
    ]
    for place, shade in enumerate(shades):
        stripes.paste(shade, (2 * place, 0, 2 * place + 2, 900))

    weights = [len(one.data) for one in derive(saved(stripes, "PNG")).sizes]

    assert weights == sorted(weights)
    assert len(weights) < 3


def test_drawings_stay_exact() -> None:
    drawing = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(drawing).line((10, 10, 250, 180), fill=(0, 0, 0), width=2)

    assert opened(derive(saved(drawing, "PNG"))).convert("RGB").tobytes() == drawing.tobytes()


def test_the_placeholder_is_tiny() -> None:
    tint = derive(saved(scene(), "JPEG")).tint

    assert tint.startswith("data:image/webp;base64,")
    assert len(tint) < 400


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_move_and_can_stand_still(format: str) -> None:
    frames = [Image.new("RGB", (1000, 500), (one * 60, 0, 0)) for one in range(4)]
    data = saved(frames[0], format, save_all=True, append_images=frames[1:], duration=80, loop=0)

    derived = derive(data)

    assert derived.moving
    moving = Image.open(io.BytesIO(derived.moving.data))
    assert moving.size == (derived.moving.width, derived.moving.height) == (800, 400)
    assert getattr(moving, "n_frames", 1) == 4
    assert getattr(opened(derived), "n_frames", 1) == 1


def test_a_very_long_moving_picture_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{ROOM}.moving.MOST_PIXELS_MOVING", 1000)
    frames = [Image.new("L", (40, 30), one * 60) for one in range(3)]

    assert derive(saved(frames[0], "GIF", save_all=True, append_images=frames[1:])).moving is None


def test_what_would_become_a_very_long_film_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Image.new("L", (900, 30), one * 60) for one in range(3)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    monkeypatch.setattr(f"{ROOM}.moving.MOST_PIXELS_MOVED", 3 * 800 * 27)
    assert derive(data).moving

    monkeypatch.setattr(f"{ROOM}.moving.MOST_PIXELS_MOVED", 3 * 800 * 27 - 1)
    assert derive(data).moving is None

    monkeypatch.undo()
    monkeypatch.setattr(f"{ROOM}.moving.MOST_PIXELS_A_FRAME", 900 * 30 - 1)
    assert derive(data).moving is None


def test_each_frame_is_seen_for_its_time() -> None:
    frames = [Image.new("RGB", (100, 50), (one * 60, 0, 0)) for one in range(4)]
    data = saved(
        frames[0], "PNG", save_all=True, append_images=frames[1:], duration=[40, 500, 90, 200]
    )

    moving = derive(data).moving

    assert moving
    film = Image.open(io.BytesIO(moving.data))
    seen = []
    for place in range(4):
        film.seek(place)
        film.load()
        seen.append((film.info["duration"], film.convert("RGB").getpixel((50, 25))[0] // 60))  # type: ignore[index]
    assert [duration for duration, _ in seen] == [40, 500, 90, 200]
    assert [red for _, red in seen] == sorted(red for _, red in seen)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "CMYK", "1", "I;16", "F"])
def test_large_pictures_look_the_same_strip_by_strip(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    grey = Image.radial_gradient("L").resize((1301, 907))
    picture = grey.convert("RGB") if mode in ("P", "CMYK") else grey
    if mode in ("RGBA", "LA"):
        picture = Image.merge("LA", (grey, Image.linear_gradient("L").resize(grey.size)))
    picture = picture.convert("I") if mode == "I;16" else picture
    picture = picture.point(lambda value: value * 256) if mode == "I;16" else picture
    data = saved(picture.convert(mode), "TIFF")
    whole = opened(derive(data)).convert("RGBA")

    monkeypatch.setattr(f"{ROOM}.pixels._LARGE", 1000)
    monkeypatch.setattr(f"{ROOM}.pixels._STRIP", 30_000)
    monkeypatch.setattr(f"{ROOM}.sizes.WIDTHS", (200,))
    small = opened(derive(data)).convert("RGBA")

    assert small.size == (200, 139)
    apart = ImageChops.difference(small, whole.resize(small.size, Image.Resampling.LANCZOS))
    assert max(ImageStat.Stat(apart).mean) < 6


def test_what_is_behind_glass_lends_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{ROOM}.pixels._LARGE", 1000)
    picture = Image.new("RGBA", (2000, 1600), (255, 0, 0, 0))
    picture.paste((0, 0, 255, 255), (0, 0, 1001, 1600))

    drawn = opened(derive(saved(picture, "TIFF")), 0).convert("RGBA")

    reds = [pixel[0] for pixel in drawn.get_flattened_data() if pixel[3] > 60]  # type: ignore[index]
    assert max(reds) < 60


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(scene(1000, 700), "JPEG")

    assert derive(data) == derive(data)


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


def test_enormous_pictures_are_refused_before_they_are_decoded() -> None:
    for data in (
        png_header(50_000, 50_000),
        b"GIF89a\xff\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\xff\xff\xff\xff\x00\x02\x00;",
        saved(scene(), "JPEG").replace(
            struct.pack(">HH", 200, 320), struct.pack(">HH", 65_500, 65_500)
        ),
    ):
        with pytest.raises(TooManyPixels, match="million"):
            derive(data)


def box(kind: bytes, body: bytes, *, full: bool = True) -> bytes:
    body = bytes(4) + body if full else body
    return struct.pack(">I4s", 8 + len(body), kind) + body


def heif_header(brand: bytes, *sizes: tuple[int, int]) -> bytes:
    """A picture of a telephone of which nothing has arrived but the beginning, with the sizes of its items."""
    said = b"".join(box(b"ispe", struct.pack(">II", *one)) for one in sizes)
    properties = box(b"iprp", box(b"ipco", said, full=False), full=False)
    handler = box(b"hdlr", bytes(4) + b"pict" + bytes(13))
    start = box(b"ftyp", brand + bytes(4) + b"mif1" + brand, full=False)
    return start + box(b"meta", handler + properties)


def webp_header(kind: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 99) + b"WEBP" + kind + struct.pack("<I", 10) + body


HEADERS = {
    "HEIC": (heif_header(b"heic", (512, 512), (20_000, 15_000)), "300 million .* 50 million"),
    "HEIC cut in its pixels": (
        heif_header(b"heic", (20_000, 15_000))
        + struct.pack(">I4s", 9_999_999, b"mdat")
        + bytes(50),
        "300 million .* 50 million",
    ),
    "HEIF": (heif_header(b"mif1", (2**31, 2**31)), "million .* 50 million"),
    "AVIF": (heif_header(b"avif", (60_000, 60_000)), "3,600 million .* 40 million"),
    "PNG": (png_header(30_000, 30_000)[:33], "900 million .* 50 million"),
    "GIF": (b"GIF89a" + struct.pack("<HH", 65_000, 65_000), "4,225 million .* 50 million"),
    "extended WebP": (
        webp_header(b"VP8X", bytes(4) + (15_999).to_bytes(3, "little") * 2),
        "256 million .* 20 million",
    ),
    "exact WebP": (
        webp_header(b"VP8L", b"\x2f" + struct.pack("<I", 15_999 | 9_999 << 14)),
        "160 million .* 20 million",
    ),
    "simple WebP": (
        webp_header(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 16_000, 10_000)),
        "160 million .* 20 million",
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_what_only_claims_to_be_enormous_is_too_large_and_not_damaged(name: str) -> None:
    data, words = HEADERS[name]
    with pytest.raises(TooManyPixels, match=words):
        derive(data)


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_is_cut_off_is_damaged(name: str) -> None:
    for length in range(12, 33):
        with pytest.raises(BrokenPicture):
            derive(HEADERS[name][0][:length])


def test_a_picture_of_which_only_a_small_size_has_arrived_is_damaged() -> None:
    with pytest.raises(BrokenPicture) as caught:
        derive(heif_header(b"heic", (4000, 3000)))
    assert not isinstance(caught.value, TooManyPixels)


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"RIFF\xff\xff\xff\xffWEBPVP8 ", b"RIFF\0\0\0\0WEBPVP8L"]
)
def test_words_are_no_size(start: bytes) -> None:
    with pytest.raises(BrokenPicture) as caught:
        derive(start + b" and then nothing that a picture is made of")
    assert not isinstance(caught.value, TooManyPixels)


def in_scans(mode: str, **options: object) -> bytes:
    return saved(scene(160, 160, mode), "JPEG", progressive=True, **options)


@pytest.mark.parametrize(
    ("data", "bytes_per_pixel"),
    [
        (in_scans("L"), 2),
        (in_scans("RGB", subsampling="4:2:0"), 3),
        (in_scans("RGB", subsampling="4:4:4"), 6),
        (in_scans("CMYK"), 8),
    ],
    ids=["grey", "4:2:0", "4:4:4", "CMYK"],
)
def test_pictures_that_are_held_whole_have_a_limit_of_their_own(
    data: bytes, bytes_per_pixel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{ROOM}.opening.MOST_BYTES_IN_SCANS", 160 * 160 * bytes_per_pixel)
    assert derive(data).sizes

    monkeypatch.setattr(f"{ROOM}.opening.MOST_BYTES_IN_SCANS", 160 * 160 * bytes_per_pixel - 1)
    with pytest.raises(TooManyPixels):
        derive(data)


def test_a_picture_colour_by_colour_is_held_whole_too(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(scene(160, 160), "JPEG", subsampling="4:4:4")
    monkeypatch.setattr(f"{ROOM}.opening.MOST_BYTES_IN_SCANS", 1000)
    assert derive(data).sizes

    with pytest.raises(TooManyPixels):
        derive(data.replace(b"\xff\xda\x00\x0c\x03", b"\xff\xda\x00\x08\x01"))


def test_a_picture_in_very_many_scans_is_refused() -> None:
    with pytest.raises(BrokenPicture, match="scans"):
        derive(progressive_jpeg(64, 64, scans=200))
    assert derive(progressive_jpeg(64, 64, scans=20)).sizes


def test_a_picture_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "SECONDS", 0.2)

    with pytest.raises(BrokenPicture, match="seconds"):
        derive(gif(30_000, 40, 30))


IN_LITTLE_MEMORY = """
from heavy_files import png
from portfolio_gen.render import images

data, enough = png(3000, 3000), images.MEMORY
images.MEMORY = 20_000_000
try:
    images.derive(data)
except images.BrokenPicture as problem:
    print(problem)
images.MEMORY = enough
assert images.derive(data).sizes
"""


def test_a_picture_that_takes_too_much_memory_is_refused() -> None:
    """In a process of its own: this one may have given back enough memory to do without asking for more."""
    refused = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_MEMORY],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 0, refused.stderr
    assert "memory" in refused.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"",
        saved(scene(1200, 800), "JPEG")[:5_000],
        saved(scene(), "PNG")[:200],
        bytes(one ^ 0xFF if at == 60 else one for at, one in enumerate(saved(scene(), "PNG"))),
        saved(scene(), "WEBP")[:40],
        saved(scene(), "GIF")[:60],
        png_header(0, 10),
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50,
    ],
    ids=[
        "empty",
        "cut JPEG",
        "cut PNG",
        "wrong checksum",
        "cut WebP",
        "cut GIF",
        "0 wide",
        "no HEIC",
    ],
)
def test_damaged_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(BrokenPicture):
        derive(data)


def test_what_is_no_picture_is_told_apart() -> None:
    with pytest.raises(BrokenPicture, match="no picture"):
        derive(b"%PDF-1.4 this is something else")


def test_photographs_of_phones_are_opened() -> None:
    data = base64.b64decode(HEIC)
    assert b"CANARYzq7" in data

    derived = derive(data)

    assert opened(derived).size == (64, 40)
    assert is_upright(opened(derived))
    assert b"CANARYzq7" not in derived.sizes[0].data
