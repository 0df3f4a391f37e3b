"""The sample school's media: what the requests name exists, is what it says it is, and is small enough to clone."""

from __future__ import annotations

import csv
import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
REQUESTS = ROOT / "tools" / "sample_media" / "requests"
WRITTEN_BY_PEOPLE = {".md", ".yml"}
LARGEST = {".mp4": 400_000, ".mp3": 400_000, ".ogg": 400_000, ".pdf": 500_000}
PICTURES = {
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
    ".avif": "AVIF",
    ".tif": "TIFF",
    ".bmp": "BMP",
}
UNPACKED = {".tif", ".bmp", ".avif", ".gif"}
"""Formats of which a few are enough, in few colours."""


def requests() -> list[dict[str, Any]]:
    return [
        entry
        for file in sorted(REQUESTS.glob("*.yml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []
    ]


def asked_for(ending: str) -> list[Path]:
    return [ROOT / one["path"] for one in requests() if one["path"].endswith(ending)]


def test_no_file_is_asked_for_twice() -> None:
    paths = [one["path"] for one in requests()]
    assert len(paths) == len(set(paths)) > 100


def test_every_request_has_its_file_and_every_file_its_request() -> None:
    wanted = {unicodedata.normalize("NFC", one["path"]) for one in requests()}
    there = {
        unicodedata.normalize("NFC", path.relative_to(ROOT).as_posix())
        for path in (ROOT / "students").rglob("*")
        if path.is_file() and path.suffix not in WRITTEN_BY_PEOPLE and not path.name.startswith(".")
    }
    assert sorted(wanted - there) == []
    assert sorted(there - wanted) == []


@pytest.mark.parametrize("ending", sorted(PICTURES))
def test_pictures_are_what_their_names_say_and_small(ending: str) -> None:
    files = asked_for(ending)
    assert files
    for path in files:
        with Image.open(path) as picture:
            assert picture.format == PICTURES[ending], path
            assert max(picture.size) <= 1600, path
            picture.load()
        assert path.stat().st_size <= (80_000 if ending in UNPACKED else 250_000), path


def test_flip_books_move() -> None:
    for path in asked_for(".gif"):
        with Image.open(path) as picture:
            assert getattr(picture, "n_frames", 1) > 5, path


def test_photographs_from_phones_lie_on_their_side_and_tell_where_they_were_taken() -> None:
    turns, places = set(), 0
    for path in asked_for(".jpg"):
        with Image.open(path) as picture:
            exif = picture.getexif()
        turns.add(exif.get(0x0112, 1))
        places += bool(exif.get_ifd(0x8825))
    assert {1, 3, 6, 8} <= turns
    assert places >= 5


STARTS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    ".vtt": (b"WEBVTT",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
}


@pytest.mark.parametrize("ending", sorted(STARTS))
def test_documents_and_sounds_begin_as_their_kind_begins(ending: str) -> None:
    files = asked_for(ending)
    assert files
    for path in files:
        content = path.read_bytes()
        assert content.startswith(STARTS[ending]), path
        assert len(content) <= LARGEST.get(ending, 250_000), path


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".pptx"])
def test_office_files_name_their_maker_as_office_programs_do(ending: str) -> None:
    for path in asked_for(ending):
        with zipfile.ZipFile(path) as parts:
            assert b"<dc:creator" in parts.read("docProps/core.xml"), path


@pytest.mark.parametrize(
    ("ending", "brands"),
    [(".mp4", {b"isom", b"iso4", b"mp42"}), (".heic", {b"heic", b"mif1", b"heix"})],
)
def test_films_and_phone_pictures_are_boxes_of_their_brand(ending: str, brands: set[bytes]) -> None:
    for path in asked_for(ending):
        head = path.read_bytes()[:12]
        assert head[4:8] == b"ftyp", path
        assert head[8:12] in brands, path
        assert path.stat().st_size <= LARGEST.get(ending, 250_000), path


def test_films_can_start_before_they_have_arrived() -> None:
    for path in asked_for(".mp4"):
        content = path.read_bytes()
        assert 0 < content.find(b"moov") < content.find(b"mdat"), path


def test_tables_have_rows_of_one_width() -> None:
    for path in asked_for(".csv"):
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        assert len(rows) > 2, path
        assert {len(row) for row in rows} == {len(rows[0])}, path


def test_programs_can_be_read_as_programs() -> None:
    for path in asked_for(".py"):
        compile(path.read_text(encoding="utf-8"), path.name, "exec")
    for path in asked_for(".ipynb"):
        assert json.loads(path.read_text(encoding="utf-8"))["nbformat"] == 4


def test_the_sample_is_small_enough_to_clone() -> None:
    total = sum((ROOT / one["path"]).stat().st_size for one in requests())
    assert total <= 15_000_000, f"{total / 1e6:.1f} MB"
