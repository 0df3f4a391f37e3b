"""What is planted into a built site is found, however it is written or packed; and nothing where nothing is."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from canary_media import pdf_saying, zipped
from portfolio_gen.audit import Leak
from portfolio_gen.build import build
from portfolio_gen.inspection import Inspection, inspect
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.survey import survey
from sample import SAMPLE
from school import STUDENT, TODAY, minimal_school, picture, write

NAME = "Ada Marie Park"
"""The official name, which the family's edition does not show."""
PRIVATE = "I have never told anybody how much I dread the stairs to the roof at night."
BEN = {
    "students/ben-lim/student.yml": "name: Ben Lim\n",
    "students/ben-lim/narrative.md": "---\ntitle: Mine\nstatus: published\n---\n"
    "Only Ben himself may read of the otters.\n",
    "transcripts/ben-lim.yml": "official_name: Benjamin Lim\n"
    "enrolment: {entered: 2025-09, phase: 9, framework: 2024}\n",
}
WITHHELD = f"""\
---
title: Nobody sees it
date: 2026-03
media:
  - {{file: secret-roof.png, alt: The roof.}}
  - {{file: roof.csv, title: Steps}}
status: published
---
{PRIVATE}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = minimal_school(tmp_path_factory.mktemp("school"))
    write(folder, BEN)
    secret = f"students/{STUDENT}/artifacts/roof"
    write(folder, {f"{secret}/artifact.md": WITHHELD, f"{secret}/roof.csv": "step,hour\n1,3\n"})
    (folder / secret / "secret-roof.png").write_bytes(picture(width=50))
    build(folder, jobs=1, on=TODAY)
    return folder


@pytest.fixture
def school(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "school", copy_function=shutil.copy)


def looked_through(school: Path, log: Path | None = None) -> Inspection:
    seen = survey(school, on=TODAY)
    assert seen.school
    return inspect(seen.school, school / "site", on=TODAY, found=seen.diagnostics, log=log)


def leaks(school: Path) -> tuple[Leak, ...]:
    return looked_through(school).leaks


def page(words: str) -> bytes:
    return f"<!doctype html><title>A page</title><p>Once {words} was here.</p>".encode()


def png(words: str, *, zipped: bool, international: bool = False) -> bytes:
    texts, out = PngInfo(), io.BytesIO()
    if international:
        texts.add_itxt("Author", words, zip=zipped)
    else:
        texts.add_text("Author", words, zip=zipped)
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=texts)
    return out.getvalue()


def jpeg(words: str) -> bytes:
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x013B] = words
    Image.new("RGB", (4, 4)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def pdf(page: bytes) -> bytes:
    packed = zlib.compress(page)
    return b"%%PDF-1.4\n1 0 obj <</Length %d>> stream\n%s\nendstream endobj\n" % (
        len(packed),
        packed,
    )


def id3(words: str) -> bytes:
    body = b"\1" + words.encode("utf-16-le")
    frame = b"TPE1" + struct.pack(">IH", len(body), 0) + body
    return b"ID3\3\0\0\0\0\0" + bytes([len(frame)]) + frame + b"\xff\xfb\x90\x00" * 90


def entities(words: str) -> str:
    return "".join(
        f"&#{ord(one)};" if place % 2 else f"&#x{ord(one):x};" for place, one in enumerate(words)
    )


def escaped(words: str) -> str:
    return "".join(f"\\u{ord(one):04x}" for one in words)


def percent(words: str) -> str:
    return "".join(f"%{ord(one):02X}" for one in words)


WAYS: dict[str, Callable[[str], bytes]] = {
    "plain.html": page,
    "capitals.html": lambda words: page(words.upper()),
    "spaced.html": lambda words: page(words.replace(" ", "&nbsp;\n  ")),
    "joined.html": lambda words: page(words.replace(" ", "-").casefold()),
    "entities.html": lambda words: page(entities(words)),
    "tags.html": lambda words: page("</b></p>\n<p><b>".join(words.split())),
    "within.html": lambda words: page(words.replace("ari", "<b>ar</b>i")),
    "attribute.html": lambda words: f'<img\n  alt="{words}"\n  src="a.png">'.encode(),
    "address.html": lambda words: f'<a href="../x/{percent(words)}/">x</a>'.encode(),
    "comment.html": lambda words: f"<!-- {words} -->".encode(),
    "script.html": lambda words: f'<script>let name = "{escaped(words)}"</script>'.encode(),
    "data-url.html": lambda words: (
        b'<img src="data:image/png;base64,%s">' % base64.b64encode(png(words, zipped=True))
    ),
    "search.json": lambda words: json.dumps(
        {"docs": [{"text": html.escape(f"<p>{words}</p>")}]}
    ).encode(),
    "key.json": lambda words: json.dumps({escaped("é"): {words: 1}}).encode(),
    "escaped.json": lambda words: f'["{escaped(words)}"]'.encode(),
    "style.css": lambda words: f"/* {words} */".encode(),
    "feed.xml": lambda words: f"<name>{words}</name>".encode(),
    "picture.svg": lambda words: f"<svg><title>{words}</title></svg>".encode(),
    "text.zip": lambda words: zipped({"a.txt": words}),
    "name.zip": lambda words: zipped({f"{words}.txt": "nothing"}),
    "nested.zip": lambda words: zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": words})})}),
    "essay.docx": lambda words: zipped({"word/document.xml": "</w:t><w:t>".join(words)}),
    "table.csv.gz": lambda words: gzip.compress(words.encode()),
    "stream.pdf": pdf_saying,
    "kerned.pdf": lambda words: pdf(
        b"BT [" + b" -20 ".join(f"({one})".encode() for one in words) + b"] TJ ET"
    ),
    "hexadecimal.pdf": lambda words: pdf(b"BT <%s> Tj ET" % words.encode().hex().encode()),
    "wide.pdf": lambda words: pdf(b"BT <%s> Tj ET" % words.encode("utf-16-be").hex().encode()),
    "info.pdf": lambda words: (
        b"%PDF-1.4\n\xff\xfe 1 0 obj <</Author (" + words.encode() + b")>> endobj"
    ),
    "plain.png": lambda words: png(words, zipped=False),
    "packed.png": lambda words: png(words, zipped=True),
    "international.png": lambda words: png(words, zipped=True, international=True),
    "maker.jpg": jpeg,
    "behind.webp": lambda words: picture() + b"\xff\xd9" + words.encode(),
    "utf-16.txt": lambda words: words.encode("utf-16"),
    "artist.mp3": id3,
}
"""Name of a file to what makes one that says something."""


@pytest.fixture(scope="module")
def planted(built: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Files of the family's edition in which the name was found, after it was planted in every way at once."""
    folder = shutil.copytree(built, tmp_path_factory.mktemp("planted") / "school")
    site = folder / "site/family/ada-park"
    for name, made in WAYS.items():
        (site / name).write_bytes(made(NAME))
    (site / "Ada%20Marie%20Park.html").write_bytes(b"")
    (site / "ada-marie-park").mkdir()
    (site / "ada-marie-park/index.html").write_bytes(b"")
    found = leaks(folder)
    assert {(one.edition, one.words, one.person) for one in found} == {
        ("family", NAME.casefold(), STUDENT)
    }
    assert {str(one.span) for one in found} == {"transcripts/ada-park.yml:1:16"}
    return {one.file.removeprefix("ada-park/") for one in found}


@pytest.mark.parametrize("name", [*WAYS, "Ada%20Marie%20Park.html", "ada-marie-park/index.html"])
def test_it_is_found_however_it_is_written(planted: set[str], name: str) -> None:
    assert name in planted


def test_nothing_is_found_where_nothing_is(built: Path) -> None:
    done = looked_through(built)

    assert done.leaks == ()
    assert tuple(one.edition for one in done.searches) == EDITIONS
    assert all(not one.unread for one in done.searches)
    assert all(one.values for one in done.searches if one.edition != "self")


def test_nothing_is_found_in_the_sample_school(sample_site: Path) -> None:
    seen = survey(SAMPLE, on=TODAY)
    assert seen.school

    done = inspect(seen.school, sample_site, on=TODAY, found=seen.diagnostics)

    assert done.leaks == ()
    assert sum(one.files for one in done.searches) > 3000
    assert len(done.searches) == len(EDITIONS)
    assert all(one.values > 100 for one in done.searches)


def test_a_long_text_is_found_by_any_twelve_of_its_words(school: Path) -> None:
    words = PRIVATE.rstrip(".").split()
    site = school / "site/family/ada-park"
    for start in range(len(words) - 11):
        (site / f"{start}.html").write_text(" ".join(words[start : start + 12]))

    found = leaks(school)

    assert {one.file for one in found} == {f"ada-park/{one}.html" for one in range(len(words) - 11)}
    assert {one.span.path for one in found} == {f"students/{STUDENT}/artifacts/roof/artifact.md"}


def test_what_is_for_one_student_is_not_for_another(school: Path) -> None:
    """In the edition that everybody has for themselves, nobody finds anything of anybody else."""
    page = school / "site/self/ada-park/index.html"
    page.write_text(page.read_text() + "<p>Only Ben himself may read of the otters.</p>")

    (found,) = leaks(school)

    assert (found.edition, found.file, found.person) == ("self", "ada-park/index.html", "ben-lim")


def test_a_site_of_somebody_who_does_not_appear_is_found(school: Path) -> None:
    shutil.copytree(school / "site/family/ben-lim", school / "site/college/ben-lim")

    found = leaks(school)

    assert (found[0].edition, found[0].file, found[0].words) == ("college", "ben-lim/", "")
    assert {one.edition for one in found} == {"college"}
    assert any(one.words == "ben lim" for one in found)


def test_so_is_a_site_whose_consent_has_ended(school: Path) -> None:
    write(school, {"transcripts/consent.yml": "people: {}\n"})

    found = leaks(school)

    assert {one.edition for one in found} == {"college"}
    assert "ada-park/" in {one.file for one in found}


@pytest.mark.parametrize("called", ["", "harmless.webp"])
def test_what_is_made_of_a_withheld_picture_is_found_whatever_it_is_called(
    school: Path, called: str
) -> None:
    mine, theirs = (school / f"site/{one}/ada-park/media" for one in ("self", "family"))
    (hidden,) = {one.name for one in mine.glob("*.webp")} - {
        one.name for one in theirs.glob("*.webp")
    }
    shutil.copy(mine / hidden, theirs / (called or hidden))

    (found,) = leaks(school)

    assert found.file == f"ada-park/media/{called or hidden}"
    assert str(found.span).startswith(f"students/{STUDENT}/artifacts/roof/artifact.md:5:")
    assert found.words == ""


def test_the_name_of_its_content_is_enough(school: Path) -> None:
    mine, theirs = (school / f"site/{one}/ada-park/media" for one in ("self", "family"))
    (hidden,) = {one.name for one in mine.glob("*.webp")} - {
        one.name for one in theirs.glob("*.webp")
    }
    (theirs / hidden).write_bytes(b"other bytes")

    assert [one.file for one in leaks(school)] == [f"ada-park/media/{hidden}"]


def test_so_is_the_original(school: Path) -> None:
    original = school / f"students/{STUDENT}/artifacts/roof/secret-roof.png"
    shutil.copy(original, school / "site/family/assets/x.png")

    assert [one.file for one in leaks(school)] == ["assets/x.png"]


def test_a_copy_of_a_withheld_picture_that_may_be_seen_is_no_leak(school: Path) -> None:
    work = school / f"students/{STUDENT}/artifacts/roof"
    shutil.copy(
        school / f"students/{STUDENT}/artifacts/bean-diary/beans.png", work / "secret-roof.png"
    )

    assert [one for one in leaks(school) if one.edition != "self"] == []


def test_words_that_are_shown_anyway_are_no_leak(school: Path) -> None:
    goal = "---\ntitle: Just count things until they make sense\n---\nI count things until they make sense.\n"
    write(school, {f"students/{STUDENT}/goals/count.md": goal})

    assert leaks(school) == ()


def test_nor_are_words_of_the_program(school: Path) -> None:
    goal = "---\ntitle: A piece of work kept private\n---\nNothing claims it yet.\n"
    write(school, {f"students/{STUDENT}/goals/count.md": goal})
    page = school / "site/family/ada-park/index.html"
    page.write_text(page.read_text() + "A piece of work kept private. Nothing claims it yet.")

    assert leaks(school) == ()


def test_a_file_does_not_make_a_name_free(school: Path) -> None:
    work = school / f"students/{STUDENT}/artifacts/bean-diary"
    front = (work / "artifact.md").read_text().replace("media:\n", "media:\n  - file: a.txt\n")
    (work / "artifact.md").write_text(front)
    (work / "a.txt").write_text(f"An essay by {NAME}, class 9")
    build(school, jobs=1, on=TODAY)

    found = leaks(school)

    assert {one.words for one in found} == {NAME.casefold()}
    assert {one.edition for one in found} == {"self", "committee", "family"}


def test_a_log_may_say_where_and_not_what(school: Path) -> None:
    log = school / "build.log"
    log.write_text(f"students/{STUDENT}/artifacts/roof/secret-roof.png:1:1: note PG502 Ben Lim\n")
    assert looked_through(school, log).log == ()

    log.write_text(f"note: {PRIVATE}\n")
    found = looked_through(school, log).log

    assert {(one.edition, one.file, one.person) for one in found} == {
        ("self", "build.log", STUDENT)
    }


def test_what_unpacks_to_too_much_is_said_to_be_unread(school: Path) -> None:
    bomb = b""
    for _ in range(6):
        bomb = zipped({"a.zip": bomb or bytes(1000)})
    (school / "site/family/ada-park/bomb.zip").write_bytes(bomb)

    (family,) = (one for one in looked_through(school).searches if one.edition == "family")

    assert family.unread == ("ada-park/bomb.zip",)


def test_a_site_of_somebody_whose_choice_cannot_be_read_is_left_alone_and_said(
    school: Path,
) -> None:
    write(school, {f"students/{STUDENT}/student.yml": "name: [\n"})
    build(school, jobs=1, on=TODAY)

    done = looked_through(school)

    assert done.leaks == ()
    assert {one.edition: one.unread for one in done.searches} == {
        **dict.fromkeys(EDITIONS, (STUDENT,)),
        "public": (),
    }


def test_a_damaged_archive_is_read_as_far_as_it_goes(school: Path) -> None:
    data = zipped({"a.txt": "x" * 50, "b.txt": NAME})
    site = school / "site/family/ada-park"
    (site / "cut.zip").write_bytes(data[:-30])
    (site / "cut.gz").write_bytes(gzip.compress(NAME.encode())[:-4])
    with zipfile.ZipFile(site / "locked.zip", "w") as archive:
        archive.writestr("a.txt", "nothing")

    assert leaks(school) == ()


def test_words_on_paper_are_found_though_their_letters_are_numbers_of_a_font(
    school: Path, tmp_path: Path
) -> None:
    paper = school / "site" / "family" / STUDENT / "transcript" / "transcript.pdf"
    assert paper.is_file()
    assert leaks(school) == ()

    source = tmp_path / "paper.typ"
    source.write_text(f"A page about {NAME}, and nothing else.", encoding="utf-8")
    printed = typst.compile(str(source), format="pdf", ignore_system_fonts=True)
    assert NAME.encode() not in printed
    paper.write_bytes(printed)

    assert [one.file for one in leaks(school)] == [f"{STUDENT}/transcript/transcript.pdf"]
