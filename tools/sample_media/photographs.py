"""Which set piece a request for a photograph means; its size, its lens's data, and the file's format."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import numpy as np
from PIL import Image

from .photo.night import night_sky
from .photo.picture import Picture, taken
from .photo.pieces import (
    arms,
    boats,
    bridge,
    cooking,
    cups,
    fields,
    furniture,
    games,
    gardens,
    luggage,
    mending,
    noises,
    oven,
    radio,
    reading,
    shores,
    snow,
    tea,
    treasures,
    wool,
)
from .photo.scenery import landscape
from .photo.still_life import still_life
from .request import Request
from .seed import number, source
from .stored import STORED

SAMPLES = 14
Piece = Callable[[np.random.Generator], Picture]
PIECES: tuple[tuple[str, Piece], ...] = (
    (r"dumpling", cooking.dumplings),
    (r"tin of salt|folded paper squares", cooking.salt),
    (r"round table with", tea.tea_table),
    (r"radio .*back", radio.radio),
    (r"labels on strings", radio.labels),
    (r"cork boats", games.tide_game),
    (r"folded twice|folded page", games.folded_page),
    (r"knotted string", treasures.kamal),
    (r"oyster|nose clip", treasures.pearl_box),
    (r"cheese grater", noises.sound_table),
    (r"luggage scale", luggage.luggage_scale),
    (r"two plates", cooking.two_plates),
    (r"glass lid|solar oven", oven.solar_oven),
    (r"lamp at its end", arms.lamp_arm),
    (r"robot arm|paper cup", cups.cup_arm),
    (r"thin wire|thermocouple", mending.probe),
    (r"clothes pegs|toaster", mending.repair_bench),
    (r"plywood panels", boats.stitched_panels),
    (r"ship model|sambuk", boats.model_ship),
    (r"inner tube", furniture.footrest),
    (r"cupboard", furniture.painted_cupboard),
    (r"paper bridge", bridge.paper_bridge),
    (r"sketchbook", reading.sketchbook),
    (r"shelf of books", reading.bookshelf),
    (r"skiff", shores.launch),
    (r"blue board on two posts", shores.pier_board),
    (r"snow covered|snow", snow.snow_ridge),
    (r"muddy bank", shores.mud_bank),
    (r"folding table", fields.folding_table),
    (r"players", fields.after_the_match),
    (r"football", fields.football_pitch),
    (r"lacrosse goal", fields.lacrosse_goal),
    (r"sundial|slate disc", gardens.sundial),
    (r"palms", gardens.palms),
)


def photograph(request: Request) -> Image.Image:
    """Take the picture that the request tells of, upright."""
    size = (1200, 800) if _orientation(request) not in {6, 8} else (800, 1200)
    if request.kind == "night-sky":
        return night_sky(request.words, request.path, (1400, 933))
    if request.kind == "textile":
        rows = [
            wool.WOOLS.get(str((request.series.get("colors") or {}).get(r, r)), "#888888")
            for r in request.series.get("rows") or ["mustard"] * 200
        ]
        return taken(
            wool.scarf(source(request.path, "piece"), [str(r) for r in rows]),
            request.path,
            size,
            SAMPLES,
        )
    for pattern, piece in PIECES:
        if re.search(pattern, request.words):
            return taken(piece(source(request.path, "piece")), request.path, size, SAMPLES)
    if request.kind in {"landscape", "field", "garden"}:
        return landscape(request.words, request.path, size, SAMPLES)
    return still_life(request.words, request.path, request.palette, size, SAMPLES)


def _orientation(request: Request) -> int:
    return int((request.wishes.get("exif") or {}).get("orientation") or 1)


def coded(picture: Image.Image, request: Request) -> bytes:
    """The picture as a file: photographs as a camera leaves them, drawings as small as they go."""
    out = io.BytesIO()
    if request.ending in {"jpg", "jpeg", "heic"}:
        exif = _exif(request)
        stored = (
            picture.convert("RGB").transpose(TURNS[_orientation(request)])
            if _orientation(request) in TURNS
            else picture.convert("RGB")
        )
        if request.ending == "heic":
            import pillow_heif

            pillow_heif.register_heif_opener()
            stored.save(out, "HEIF", quality=58, exif=exif.tobytes())
        else:
            _fit_jpeg(stored, out, exif)
    elif request.ending in STORED:
        STORED[request.ending](picture, out)
    elif request.ending == "webp":
        picture.convert("RGB").save(out, "WEBP", quality=82, method=6)
    else:
        _small_png(picture, out)
    return out.getvalue()


TURNS = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


def _fit_jpeg(picture: Image.Image, out: io.BytesIO, exif: Image.Exif) -> None:
    for quality in (86, 82, 78, 72, 66, 60):
        out.seek(0)
        out.truncate()
        picture.save(
            out,
            "JPEG",
            quality=quality,
            exif=exif,
            progressive=True,
            optimize=True,
            subsampling="4:2:0",
        )
        if out.tell() < 200_000:
            return


def _small_png(picture: Image.Image, out: io.BytesIO) -> None:
    """Flat drawings become palettes; papers with grain are thinned to fewer tones."""
    flat = picture.convert("RGB").quantize(
        224, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
    )
    flat.save(out, "PNG", optimize=True)
    if out.tell() > 220_000:
        smaller = picture.convert("RGB").resize(
            (round(picture.width * 0.75), round(picture.height * 0.75)), Image.Resampling.LANCZOS
        )
        out.seek(0)
        out.truncate()
        smaller.quantize(
            96, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        ).save(out, "PNG", optimize=True)


def _exif(request: Request) -> Image.Exif:
    """What a telephone writes into its pictures: which camera, when, and for some where (a place in the open sea)."""
    wishes = request.wishes.get("exif")
    exif = Image.Exif()
    if wishes is None:
        return exif
    exif[0x0112] = _orientation(request)
    exif[0x010F], exif[0x0110], exif[0x0131] = "Lumen", "Lumen P4", "Lumen Camera 4.2"
    day = 1 + number(request.path, "day") % 28
    exif[0x0132] = (
        f"2026:{1 + number(request.path, 'month') % 10:02}:{day:02} 1{number(request.path, 'hour') % 8}:24:07"
    )
    detail = exif.get_ifd(0x8769)
    detail[0x829A], detail[0x829D], detail[0x8827], detail[0x920A] = (
        1 / 125,
        1.8,
        100 + number(request.path, "iso") % 700,
        4.25,
    )
    detail[0x9003] = exif[0x0132]
    if isinstance(wishes, dict) and wishes.get("gps"):
        place = exif.get_ifd(0x8825)
        place[1], place[2] = "N", (44.0, 10.0 + number(request.path, "lat") % 40, 12.5)
        place[3], place[4] = "W", (38.0, 5.0 + number(request.path, "lon") % 50, 41.0)
    return exif
