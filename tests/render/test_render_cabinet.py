"""Files of a site: published once under names made of their content, and honest when they cannot be."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from PIL import Image

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import cabinet as module
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.kinds import nature_of
from portfolio_gen.render.published import Published
from portfolio_gen.render.readings import table_of, without_formulas, without_notes
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words.voice import voice_of


def media(path: Path, data: bytes | None = None, **fields: str) -> MediaView:
    if data is not None:
        path.write_bytes(data)
    return MediaView(
        source=path, alt=fields.pop("alt", ""), title=fields.pop("title", ""), **fields
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Cabinet:
    return Cabinet(Staging(tmp_path / "out"), tmp_path / "cache", "en", about="ada-park")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def picture(path: Path, size: tuple[int, int] = (1000, 600)) -> MediaView:
    Image.linear_gradient("L").resize(size).save(path)
    return media(path)


def found(shelf: Cabinet) -> list[tuple[str, str]]:
    return [(one.code, str(one.span)) for one in shelf.diagnostics]


def test_a_picture_is_published_in_its_sizes(shelf: Cabinet, work: Path) -> None:
    made = shelf.publish(picture(work / "Maya on the roof (1).jpg"))

    assert made.kind == "picture"
    assert (made.width, made.height) == (1000, 600)
    assert [width for _, width in made.sources] == [400, 800, 1000]
    assert made.address == made.sources[-1][0]
    assert sorted(shelf.staging.files) == sorted(address for address, _ in made.sources)


def test_names_and_digests_are_made_of_the_content(shelf: Cabinet, work: Path) -> None:
    made = shelf.publish(picture(work / "Maya on the roof (1).jpg"))

    for address, digest in shelf.staging.written().items():
        data = (shelf.staging.into / address).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
        assert "maya" not in address.lower()
    largest = shelf.staging.files[made.address]
    assert Path(made.address).name.startswith(largest[:16])


def test_equal_originals_are_published_once(shelf: Cabinet, work: Path) -> None:
    one, two = picture(work / "a.jpg"), picture(work / "b.jpg")

    assert shelf.publish(one) == shelf.publish(two)
    assert len(shelf.staging.files) == 3


def test_pictures_are_derived_once_for_all_editions(
    shelf: Cabinet, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = picture(work / "a.jpg")
    first = shelf.publish(view)
    monkeypatch.setattr("portfolio_gen.render.images.derive", None)

    again = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en").publish(view)

    assert again == first


def entries_of(cache: Path) -> list[Path]:
    return [path for path in cache.rglob("*") if path.is_file()]


def test_a_damaged_cache_is_noticed_and_mended(shelf: Cabinet, work: Path, tmp_path: Path) -> None:
    view = picture(work / "a.jpg")
    first = shelf.publish(view)
    entries = entries_of(tmp_path / "cache")
    assert entries
    for kept in entries:
        kept.write_bytes(kept.read_bytes()[:-5] + b"wrong")

    again = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en").publish(view)

    assert again == first
    assert (tmp_path / "other" / again.address).read_bytes() == (
        shelf.staging.into / first.address
    ).read_bytes()


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]\n", b'{"digest": 1}\n', b"\xff\xfe\n"])
def test_a_cache_full_of_rubbish_is_made_again(
    shelf: Cabinet, work: Path, tmp_path: Path, rubbish: bytes
) -> None:
    view = picture(work / "a.jpg")
    first = shelf.publish(view)
    for kept in entries_of(tmp_path / "cache"):
        kept.write_bytes(rubbish)

    assert Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en").publish(view) == first


def test_an_entry_of_something_else_is_made_again(
    shelf: Cabinet, work: Path, tmp_path: Path
) -> None:
    views = [picture(work / "a.jpg"), picture(work / "b.jpg", (30, 20))]
    first = [shelf.publish(one) for one in views]
    one, other = entries_of(tmp_path / "cache")
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)

    again = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en")
    assert [again.publish(one) for one in views] == first


@pytest.mark.parametrize("place", range(0, 2000, 290))
def test_no_single_bit_of_an_entry_goes_wrong_unnoticed(
    shelf: Cabinet, work: Path, tmp_path: Path, place: int
) -> None:
    view = picture(work / "a.jpg")
    first = shelf.publish(view)
    (kept,) = entries_of(tmp_path / "cache")
    data = bytearray(kept.read_bytes())
    data[place % len(data)] ^= 4
    kept.write_bytes(data)

    again = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en")
    assert again.publish(view) == first
    assert again.staging.files == shelf.staging.files


def test_a_cache_that_cannot_be_written_is_only_slower(work: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = Cabinet(Staging(tmp_path / "out"), tmp_path / "file" / "cache", "en")

    assert shelf.publish(picture(work / "a.jpg")).kind == "picture"


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "PG551", "is empty"),
        (b"\xff\xd8\xff\xe0 not a photograph", "PG550", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "PG550", "cannot be shown"),
    ],
)
def test_broken_pictures_are_reported_once_and_leave_a_placeholder(
    shelf: Cabinet, work: Path, data: bytes, code: str, words: str
) -> None:
    view = media(work / "photo.jpg", data)
    shelf.introduce([view], "students/ada-park/artifacts/bean-diary")

    assert shelf.publish(view).kind == shelf.publish(view).kind == "broken"

    (one,) = shelf.diagnostics
    assert (one.code, one.about) == (code, "ada-park")
    assert str(one.span) == "students/ada-park/artifacts/bean-diary/photo.jpg:1:1"
    assert words in one.message
    assert one.hint
    assert not shelf.staging.files


def test_a_file_that_has_gone_is_reported(shelf: Cabinet, work: Path) -> None:
    assert shelf.publish(media(work / "gone.jpg")).kind == "broken"
    assert found(shelf) == [("PG553", "gone.jpg:1:1")]


def test_a_file_that_is_too_large_is_reported(
    shelf: Cabinet, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 10)

    assert shelf.publish(media(work / "film.mp4", bytes(11))).kind == "broken"
    assert found(shelf) == [("PG552", "film.mp4:1:1")]


@pytest.mark.parametrize(
    ("name", "data"), [("data.csv", b"a,b\nc,d\ne,f\n"), ("words.vtt", b"WEBVTT\n\nabcd")]
)
def test_what_is_read_word_by_word_has_a_stricter_limit(
    shelf: Cabinet, work: Path, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES_READ", {"data": 10, "captions": 10})
    monkeypatch.setattr(module, "MOST_BYTES", 20)

    assert shelf.publish(media(work / name, data)).kind == "broken"
    assert shelf.publish(media(work / "poem.txt", data)).kind == "text"
    assert found(shelf) == [("PG552", f"{name}:1:1")]


@pytest.mark.parametrize("ending", ["txt", "py"])
@pytest.mark.parametrize("sign", ["a", "é", "€", "😀"])
def test_a_page_shows_the_beginning_of_a_very_long_text(
    shelf: Cabinet, work: Path, ending: str, sign: str
) -> None:
    data = ("x" + sign * 200_000).encode()

    made = shelf.publish(media(work / f"long.{ending}", data))

    assert made.bytes == len(data)
    shown = re.sub("<[^<>]*>", "", made.code).rstrip("\n")
    assert len(shown) in (39_999, 40_000)
    assert set(shown) == {"x", sign}


def slow(monkeypatch: pytest.MonkeyPatch, seconds: float) -> list[bytes]:
    """Let every PDF be damaged and take as long to open, by the clock; gives the PDFs that were opened."""
    opened: list[bytes] = []
    now = [0.0]

    def scrub(data: bytes, _extension: str) -> Scrubbed:
        opened.append(data)
        now[0] += seconds
        if data.endswith(b"bad"):
            raise CannotScrub("it takes for ever")
        return Scrubbed(data)

    monkeypatch.setattr("portfolio_gen.render.cache.scrub", scrub)
    monkeypatch.setattr("portfolio_gen.render.cache.time.process_time", lambda: now[0])
    return opened


def test_what_took_long_for_nothing_is_not_tried_again(
    shelf: Cabinet, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = slow(monkeypatch, 0.5)
    view = media(work / "scan.pdf", b"%PDF-1.7 bad")
    assert shelf.publish(view).kind == "broken"

    again = Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en", about="ada-park")

    assert again.publish(view).kind == "broken"
    assert again.diagnostics == shelf.diagnostics
    assert len(opened) == 1


def test_what_is_quickly_refused_is_looked_at_again(
    shelf: Cabinet, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = slow(monkeypatch, 0.1)
    view = media(work / "scan.pdf", b"%PDF-1.7 bad")

    shelf.publish(view)
    Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en").publish(view)

    assert len(opened) == 2


def test_the_files_of_one_work_have_so_much_time_together(
    shelf: Cabinet, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = slow(monkeypatch, 5.0)
    views = [media(work / f"{one}.pdf", b"%%PDF-1.7 %d" % one) for one in range(5)]
    (tmp_path / "another").mkdir()
    calm = media(tmp_path / "another" / "calm.pdf", b"%PDF-1.7 calm")

    for shelves in (shelf, Cabinet(Staging(tmp_path / "other"), tmp_path / "cache", "en")):
        made = [shelves.publish(one).kind for one in views]
        # Four seconds beyond its own for each: after the third they are twelve, and eight is the most.
        assert made == ["document", "document", "document", "broken", "broken"]
        assert found(shelves) == [("PG561", "3.pdf:1:1"), ("PG561", "4.pdf:1:1")]
        assert shelves.publish(calm).kind == "document"
    assert len(opened) == 4


def test_many_ordinary_files_are_no_trouble(
    shelf: Cabinet, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch, 0.9)
    views = [media(work / f"{one}.pdf", b"%%PDF-1.7 %d" % one) for one in range(12)]

    assert {shelf.publish(one).kind for one in views} == {"document"}


def test_a_file_that_is_not_what_it_says_is_not_published(shelf: Cabinet, work: Path) -> None:
    made = shelf.publish(media(work / "photo.jpg", b"<script>alert(1)</script>"))

    assert made.kind == "broken"
    assert made.address == ""
    assert ("PG554", "photo.jpg:1:1") in found(shelf)


def test_a_picture_is_a_picture_whatever_it_is_called(shelf: Cabinet, work: Path) -> None:
    view = picture(work / "scan.png")
    (work / "scan.png").rename(work / "scan.pdf")

    assert shelf.publish(media(work / "scan.pdf", alt=view.alt)).kind == "picture"


RUNNABLE = (
    *("page.html", "page.htm", "page.xhtml", "drawing.svg", "code.js", "code.mjs", "style.css"),
    *(
        "feed.xml",
        "x.shtml",
        "x.php",
        "x.swf",
        "x.wasm",
        "x.exe",
        "x.jar",
        "x.hta",
        "noext",
        ".htaccess",
    ),
)


@pytest.mark.parametrize("name", RUNNABLE)
def test_nothing_is_published_that_a_browser_would_run(
    shelf: Cabinet, work: Path, name: str
) -> None:
    made = shelf.publish(
        media(work / name, b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    )

    assert made.address.endswith((".txt", ".bin"))
    assert "<svg" not in made.code


def test_programs_are_shown_in_colours(shelf: Cabinet, work: Path) -> None:
    made = shelf.publish(media(work / "lamp.py", b"def f(x):\n    return '<b>'\n"))

    assert made.kind == "code"
    assert '<span class="k">def</span>' in made.code
    assert "<b>" not in made.code
    assert (made.extension, made.address[-7:]) == ("py", ".py.txt")


def test_data_is_shown_and_cannot_run_in_a_spreadsheet(shelf: Cabinet, work: Path) -> None:
    data = b"name;value\nx;-5,2\n=HYPERLINK(1);+4\n@SUM(1);-a\n"

    made = shelf.publish(media(work / "curve.csv", data))

    assert made.kind == "data"
    assert made.rows == (
        ("name", "value"),
        ("x", "-5,2"),
        ("'=HYPERLINK(1)", "+4"),
        ("'@SUM(1)", "'-a"),
    )
    assert made.more == 0
    assert b"\n=" not in (shelf.staging.into / made.address).read_bytes()


def test_the_card_of_data_says_how_much_there_is(shelf: Cabinet, work: Path) -> None:
    view = media(work / "curve.csv", b"a,b\n" + b"1,2\n" * 38, title="Curves")

    card = Showing(voice_of("en"), "en", str, shelf.publish).card(view, shelf.publish(view))

    assert '<span class="file-name">Curves</span>' in card
    assert "CSV · 38 rows · 156 bytes" in card
    assert "curve.csv" not in card


def test_long_data_is_cut_and_counted() -> None:
    table = table_of(b"a,b\n" + b"1,2\n" * 100)

    assert len(table.rows) == 51
    assert table.more == 50


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_data_in_any_encoding_of_its_time(encoding: str) -> None:
    assert table_of("männer;zahl\n1;2\n".encode(encoding)).rows[0] == ("männer", "zahl")


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("=1+1,a\n", "'=1+1,a\n"),
        ("\uff1d1+1,\uff20a\n", "'\uff1d1+1,'\uff20a\n"),
        ("a;=1+1,b\n1,2\n", "a;=1+1,b\n1,2\n".replace(";=", ";'=")),
        (";=4,b\n", ";'=4,b\n"),
        ('"a\t+cmd",b,c\n', "a\t'+cmd,b,c\n"),
        ("a;-2,b,c\n", "a;-2,b,c\n"),
        ("-2+3+cmd|x,b\n", "'-2+3+cmd|x,b\n"),
    ],
)
def test_no_cell_is_a_formula_wherever_it_is_opened(dirty: str, clean: str) -> None:
    assert without_formulas(dirty.encode()).decode() == clean


def test_numbers_stay_numbers() -> None:
    assert without_formulas(b"-1,+2.5,-3%,1e-5,- 4\n") == b"-1,+2.5,-3%,1e-5,- 4\n"


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_rows_may_end_as_on_any_computer(end: bytes) -> None:
    data = end.join([b"day,rain", b"Monday,3", b"Tuesday,4", b""])

    assert table_of(data).rows == (("day", "rain"), ("Monday", "3"), ("Tuesday", "4"))
    assert without_formulas(data) == b"day,rain\nMonday,3\nTuesday,4\n"


def test_captions_go_with_their_film(shelf: Cabinet, work: Path) -> None:
    film = media(work / "cup.mp4", b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0\0\0\x08moov")
    words = media(
        work / "cup.vtt", b"WEBVTT\n\nNOTE\nby Maya\n\n00:00.000 --> 00:01.000\nHello\n\nNOTE end\n"
    )
    shelf.introduce([film, words], "students/ada-park/artifacts/cup")

    made = shelf.publish(film)

    assert made.kind == "video"
    assert shelf.companions.belongs_to_another(words)
    captions = (shelf.staging.into / made.captions).read_text()
    assert "Hello" in captions
    assert "Maya" not in captions


def test_notes_in_captions_are_not_published() -> None:
    text = b"WEBVTT\r\n\r\nNOTE one line\r\n\r\n00:00.000 --> 00:01.000\r\nNOTE is a word here\r\n\r\nNOTE\r\na\r\nb"

    clean = without_notes(text).decode()

    assert "one line" not in clean
    assert clean.count("NOTE") == 1
    assert "NOTE is a word here" in clean


def test_what_cannot_be_cleaned_is_said(shelf: Cabinet, work: Path) -> None:
    made = shelf.publish(media(work / "pot.stl", b"solid pot"))

    assert (made.kind, made.address[-4:]) == ("file", ".stl")
    assert found(shelf) == [("PG560", "pot.stl:1:1")]


def test_addresses_are_seen_from_a_page() -> None:
    made = Published(
        kind="picture",
        address="media/b.webp",
        sources=(("media/a.webp", 400),),
        moving="media/m.webp",
        captions="",
    )

    seen = made.seen_from("artifacts/oven/")

    assert seen.address == "../../media/b.webp"
    assert seen.sources == (("../../media/a.webp", 400),)
    assert seen.moving == "../../media/m.webp"
    assert seen.captions == ""


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", "document"),
        ("a.mp3", b"ID3\x04", "audio"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "picture"),
        ("a.heic", b"\xff\xd8\xff\xe1", "picture"),
        ("a.m4v", b"\0\0\0\x18ftypM4V ", "video"),
        ("a.m4a", b"\0\0\0\x18ftypM4A ", "audio"),
        ("a.ogv", b"OggS\0\2", "video"),
        ("a.txt", b"BM is how this text starts", "text"),
        ("a.bmp", b"BM\x36\0", "picture"),
        ("a.jpg", b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "picture"),
        ("a.stl", b"BM is how this text starts", "file"),
        ("a.heic", b"\0\0\0\x18ftypheim", "picture"),
        ("a.ipynb", b'{"cells": []}', "notebook"),
        ("a.srt", b"1\n00:00", "captions"),
        ("a.py", b"ID3 = 3", "code"),
        ("a.sb3", b"PK\x03\x04", "file"),
        ("a.csv", b"GIF8,1\n", "data"),
    ],
)
def test_kinds(name: str, head: bytes, kind: str) -> None:
    assert nature_of(name, head).kind == kind
