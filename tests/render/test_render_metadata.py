"""What published files say about themselves, read by a program that is none of ours: exiftool."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfWriter
from sample_media import HEIC

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.staging import Staging

CANARY = "Mira Canary"
ABOUT = (
    *(f"-{key}={CANARY}" for key in ("Artist", "Copyright", "ImageDescription", "XMP:Creator")),
    *(
        f"-{key}={CANARY}"
        for key in ("XMP:Title", "IPTC:By-line", "IPTC:City", "Comment", "Author")
    ),
    *("-GPSLatitude=47.3769", "-GPSLatitudeRef=N", "-GPSLongitude=8.5417", "-GPSLongitudeRef=E"),
    *(f"-Make={CANARY}", f"-Model={CANARY}", f"-SerialNumber={CANARY}", f"-OwnerName={CANARY}"),
    "-DateTimeOriginal=2024:01:02 03:04:05",
)
STRUCTURE = {"ExifTool", "System", "File", "JFIF", "PNG", "RIFF", "GIF", "PDF", "ZIP", "Composite"}
"""Groups in which exiftool tells how a file is made up, and nothing of its maker."""
needs_exiftool = pytest.mark.skipif(not shutil.which("exiftool"), reason="needs exiftool")

PICTURES = {
    "a.jpg": ("JPEG", {}),
    "progressive.jpg": ("JPEG", {"progressive": True}),
    "a.png": ("PNG", {}),
    "a.gif": ("GIF", {}),
    "a.webp": ("WEBP", {}),
    "a.avif": ("AVIF", {}),
    "a.tif": ("TIFF", {}),
    "a.heic": ("HEIF", {}),
}

TURNED = PICTURES.keys() - {"a.gif", "a.avif", "a.heic"}
"""Pictures that a note of exiftool's can turn; AVIF and HEIC have a way of their own."""


def drawn() -> Image.Image:
    picture = Image.linear_gradient("L").resize((320, 200)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((10, 10, 90, 60), fill=(200, 40, 30))
    return picture


def written(path: Path, name: str) -> Path:
    """One of the pictures, telling everything that exiftool can write into one of its kind."""
    path.write_bytes(telling(name))
    return path


@cache
def telling(name: str) -> bytes:
    """The content of such a picture; exiftool takes a quarter of a second each time."""
    format, options = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if format == "HEIF":
            path.write_bytes(base64.b64decode(HEIC))
        else:
            drawn().save(path, format, **options)
        words = ["exiftool", "-q", "-q", "-m", "-overwrite_original", *ABOUT, path]
        subprocess.run(words, check=True)
        assert CANARY in json.dumps(said_by(path))
        return path.read_bytes()


def said_by(*paths: Path) -> list[dict[str, Any]]:
    """Everything that exiftool finds in each of some files, by group and name."""
    words = ["exiftool", "-json", "-a", "-u", "-ee", "-G1", *paths]
    done = subprocess.run(words, capture_output=True, check=True, text=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert [Path(one.pop("SourceFile")) for one in found] == [*paths]
    return found


def published(tmp_path: Path, *sources: Path, download: bool = False) -> list[Path]:
    """All files that a site holds of some originals."""
    shelf = Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en")
    for one in sources:
        media = MediaView(source=one, alt="", title="", download=download)
        assert shelf.publish(media).kind != "broken", shelf.diagnostics
    return [tmp_path / "site" / one for one in shelf.staging.files]


def assert_silent(*paths: Path) -> None:
    for path, found in zip(paths, said_by(*paths), strict=True):
        told = {key for key in found if key.split(":")[0] not in STRUCTURE}
        assert told == set(), found
        assert CANARY not in json.dumps(found)
        assert CANARY.encode() not in path.read_bytes()
        dates = (":CreateDate", ":ModifyDate")
        assert not any("GPS" in key or key.endswith(dates) for key in found)


@needs_exiftool
@pytest.mark.parametrize("name", PICTURES)
def test_no_size_of_a_picture_tells_anything(name: str, tmp_path: Path) -> None:
    files = published(tmp_path, written(tmp_path / name, name))

    assert files
    assert_silent(*files)


@needs_exiftool
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("turn", [1, 6])
def test_a_picture_in_full_size_tells_nothing_either(name: str, turn: int, tmp_path: Path) -> None:
    path = written(tmp_path / name, name)
    if name in TURNED:
        words = ["exiftool", "-q", "-overwrite_original", "-n", f"-IFD0:Orientation={turn}", path]
        subprocess.run(words, check=True)

    files = published(tmp_path, path, download=True)

    (full,) = (one for one in files if one.suffix != ".webp")
    assert_silent(full)
    with Image.open(full) as picture:
        wide = (64, 40) if name == "a.heic" else (320, 200)
        assert picture.size == (wide[::-1] if turn == 6 and name in TURNED else wide)


@needs_exiftool
def test_a_photograph_in_full_size_has_the_same_pixels(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jpg", "a.jpg")
    hidden = path.read_bytes() + b"\xff\xd8 a second picture \xff\xd9" + CANARY.encode()
    path.write_bytes(hidden)

    (full,) = (one for one in published(tmp_path, path, download=True) if one.suffix == ".jpg")

    with Image.open(full) as one, Image.open(path) as other:
        assert one.tobytes() == other.tobytes()
    assert b"a second picture" not in full.read_bytes()


@needs_exiftool
def test_a_pdf_and_its_pages_tell_nothing(tmp_path: Path) -> None:
    report = PdfWriter()
    report.add_blank_page(200, 300)
    report.add_metadata({"/Author": CANARY, "/Title": CANARY, "/CreationDate": "D:20240102030405Z"})
    report.write(tmp_path / "report.pdf")
    words = [
        "exiftool",
        "-q",
        "-overwrite_original",
        f"-XMP:Creator={CANARY}",
        tmp_path / "report.pdf",
    ]
    subprocess.run(words, check=True)

    files = published(tmp_path, tmp_path / "report.pdf")

    assert {one.suffix for one in files} == {".pdf", ".webp"}
    assert_silent(*files)


OFFICE = {
    "essay.docx": ("word/document.xml", "wordprocessingml.document"),
    "talk.pptx": ("ppt/presentation.xml", "presentationml.presentation"),
    "sums.xlsx": ("xl/workbook.xml", "spreadsheetml.sheet"),
}


@needs_exiftool
@pytest.mark.parametrize("name", OFFICE)
def test_office_files_tell_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(office(*OFFICE[name]))
    assert CANARY in parts_of(tmp_path / name, tmp_path / "parts")

    (out,) = published(tmp_path, tmp_path / name)

    assert_silent(out)
    assert CANARY not in parts_of(out, tmp_path / "published-parts")


def parts_of(path: Path, folder: Path) -> str:
    """What exiftool says about an archive and about each of its parts, and all that stands in them."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        texts = [archive.read(one).decode() for one in archive.namelist()]
    words = ["exiftool", "-json", "-a", "-u", "-G1", "-r", "-ext", "*", folder]
    done = subprocess.run(words, capture_output=True, check=True, text=True)
    return "".join((done.stdout, *texts))


def office(main: str, kind: str) -> bytes:
    """As small an office file as exiftool takes for one, with its author and company."""
    open_xml = "http://schemas.openxmlformats.org"
    core = (
        f'<cp:coreProperties xmlns:cp="{open_xml}/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{CANARY}</dc:creator>'
        f"<cp:lastModifiedBy>{CANARY}</cp:lastModifiedBy></cp:coreProperties>"
    )
    app = (
        f'<Properties xmlns="{open_xml}/officeDocument/2006/extended-properties">'
        f"<Company>{CANARY}</Company><Manager>{CANARY}</Manager></Properties>"
    )
    types = (
        f'<Types xmlns="{open_xml}/package/2006/content-types"><Override PartName="/{main}" ContentType='
        f'"application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("docProps/core.xml", core)
        archive.writestr("docProps/app.xml", app)
        archive.writestr(main, "<document/>")
    return out.getvalue()


needs_films = pytest.mark.skipif(
    not (shutil.which("exiftool") and shutil.which("ffmpeg")), reason="needs exiftool and ffmpeg"
)


@needs_films
@pytest.mark.parametrize(
    "name", ["v.mp4", "v.mov", "v.webm", "a.m4a", "a.mp3", "a.flac", "a.ogg", "a.wav"]
)
def test_recordings_and_pictures_from_them_tell_nothing(name: str, tmp_path: Path) -> None:
    sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=0.5"]
    film = (
        ["-f", "lavfi", "-i", "testsrc=duration=0.5:size=160x120:rate=10"] if name[0] == "v" else []
    )
    keys = (
        "title",
        "artist",
        "comment",
        "location",
        "com.apple.quicktime.location.ISO6709",
        "make",
    )
    about = [part for key in keys for part in ("-metadata", f"{key}={CANARY} +47.3769+008.5417/")]
    words = ["ffmpeg", "-v", "error", *sound, *film, *about, tmp_path / name]
    subprocess.run(words, check=True)
    assert CANARY in json.dumps(said_by(tmp_path / name))

    files = published(tmp_path, tmp_path / name)

    assert len(files) == (2 if name[0] == "v" else 1)
    told = json.dumps(said_by(*files))
    assert CANARY not in told
    assert "GPS" not in told
    assert not any(CANARY.encode() in one.read_bytes() for one in files)
