"""Files without what their makers and devices wrote into them, and still seen and heard as before."""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

import heavy_files as heavy
from portfolio_gen.render.scrub import office, pdf, work
from portfolio_gen.render.scrub.values import CannotScrub
from portfolio_gen.render.scrub.work import can_scrub, scrub

CANARY = "CANARYzq7"
SOUND = "-f lavfi -i sine=frequency=440:duration=0.4"
PICTURE = "-f lavfi -i testsrc=duration=0.4:size=160x120:rate=10"
ABOUT = [
    part
    for key in ("title", "artist", "comment", "location", "encoded_by", "copyright")
    for part in ("-metadata", f"{key}={CANARY} {key}")
] + ["-metadata", "creation_time=2024-01-02T03:04:05Z"]
needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg")


@needs_ffmpeg
@pytest.mark.parametrize(
    "name",
    ["a.mp3", "a.wav", "a.flac", "a.ogg", "a.opus", "a.m4a", "v.mp4", "v.mov", "v.webm", "v.ogv"],
)
def test_recordings_lose_their_metadata_and_nothing_else(name: str, tmp_path: Path) -> None:
    path, out = tmp_path / name, tmp_path / f"clean-{name}"
    made_of = [*SOUND.split(), *(PICTURE.split() if name[0] == "v" else [])]
    subprocess.run(["ffmpeg", "-v", "error", *made_of, *ABOUT, "-shortest", path], check=True)
    extension = {".opus": ".ogg"}.get(path.suffix, path.suffix)
    assert CANARY.encode() in path.read_bytes()

    clean = scrub(path.read_bytes(), extension).data

    out.write_bytes(clean)
    assert CANARY.encode() not in clean
    assert b"Lavf" not in clean[: 2 * 4096]
    assert played(out) == played(path)
    if shutil.which("exiftool"):
        said = subprocess.run(["exiftool", "-a", "-G1", out], capture_output=True, check=True)
        assert CANARY.encode() not in said.stdout
        assert b"2024:01:02" not in said.stdout


def played(path: Path) -> str:
    """A digest of all that is seen and heard; complaints of the player are an error."""
    done = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", path, "-map", "0", "-f", "md5", "-"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert not done.stderr
    return done.stdout


def test_tags_at_both_ends_of_an_mp3_go() -> None:
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    tag2 = b"ID3\x04\x00\x00" + bytes([0, 0, 0, 30]) + CANARY.encode().ljust(30)
    tag1 = b"TAG" + CANARY.encode().ljust(125)
    ape = CANARY.encode().ljust(40) + b"APETAGEX" + struct.pack("<IIII", 2000, 72, 1, 0) + bytes(8)

    assert scrub(tag2 + tag2 + frame * 3 + ape + tag1, ".mp3").data == frame * 3


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film_with_sensors() -> bytes:
    """An MP4 whose second track is what the camera's sensors recorded."""
    samples = b"PICTURE-" + f"{CANARY} 47.4N".encode()
    start = 8 + 8 + 8  # ftyp of 16 bytes, then the head of mdat

    def track(handler: bytes, offset: int, size: int) -> bytes:
        table = box(
            b"stbl",
            box(b"stsz", struct.pack(">IIII", 0, 0, 1, size)),
            box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
            box(b"stco", struct.pack(">III", 0, 1, offset)),
        )
        head = box(b"hdlr", bytes(8), handler, bytes(12), b"Core Media \0")
        return box(b"trak", box(b"mdia", head, box(b"minf", table)))

    return (
        box(b"ftyp", b"isom", bytes(4))
        + box(b"mdat", samples)
        + box(
            b"moov",
            box(b"mvhd", bytes(4), b"\1" * 8, bytes(88)),
            track(b"vide", start, 8),
            track(b"meta", start + 8, len(samples) - 8),
            box(b"udta", box(b"\xa9xyz", f"+47.4+008.5/{CANARY}".encode())),
            box(b"meta", CANARY.encode()),
        )
    )


def test_what_sensors_recorded_is_not_published() -> None:
    film = film_with_sensors()

    clean = scrub(film, ".mp4").data

    assert len(clean) == len(film)
    assert CANARY.encode() not in clean
    assert b"47.4" not in clean
    assert b"PICTURE-" in clean
    assert b"\1\1\1\1" not in clean


def pdf_with_everything() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 300)
    writer.add_blank_page(200, 300)
    writer.add_metadata({"/Author": CANARY, "/Title": CANARY, "/Creator": CANARY})
    xmp = DecodedStreamObject()
    xmp.set_data(f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(CANARY)}
    )
    writer.root_object[NameObject("/OpenAction")] = script
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    writer.add_attachment("secret.txt", CANARY.encode())
    photo = DecodedStreamObject()
    photo._data = jpeg_with_place()
    photo[NameObject("/Type")] = NameObject("/XObject")
    photo[NameObject("/Subtype")] = NameObject("/Image")
    photo[NameObject("/Filter")] = NameObject("/DCTDecode")
    photo[NameObject("/Width")] = photo[NameObject("/Height")] = NameObject("/8")
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/I"): writer._add_object(photo)})}
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def jpeg_with_place() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = CANARY
    Image.new("RGB", (8, 8), (200, 30, 30)).save(out, "JPEG", exif=exif, comment=CANARY)
    return out.getvalue()


def test_pdfs_lose_descriptions_scripts_attachments_and_what_their_pictures_say() -> None:
    original = pdf_with_everything()
    assert CANARY.encode() in original

    made = scrub(original, ".pdf")

    reader = PdfReader(io.BytesIO(made.data))
    assert CANARY.encode() not in made.data
    assert made.pages == len(reader.pages) == 2
    assert made.disarmed
    assert not reader.attachments
    assert not reader.metadata
    assert (
        "/OpenAction" not in reader.trailer["/Root"] or not reader.trailer["/Root"]["/OpenAction"]
    )  # type: ignore[index]
    assert scrub(original, ".pdf").data == made.data


def test_a_harmless_pdf_is_not_called_dangerous() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    out = io.BytesIO()
    writer.write(out)

    assert not scrub(out.getvalue(), ".pdf").disarmed


def test_a_locked_pdf_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    with pytest.raises(CannotScrub, match="password"):
        scrub(out.getvalue(), ".pdf")


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {one.filename: file.read(one) for one in file.infolist()}


def test_office_files_say_nothing_about_who_wrote_them() -> None:
    who = CANARY.encode()
    original = archive(
        {
            "[Content_Types].xml": b"<Types/>",
            "docProps/core.xml": b"<cp:coreProperties><dc:creator>%s</dc:creator></cp:coreProperties>"
            % who,
            "docProps/app.xml": b"<Properties><Company>%s</Company></Properties>" % who,
            "docProps/custom.xml": b"<Properties>%s</Properties>" % who,
            "word/document.xml": b'<w:p><w:ins w:author="%s" w:date="2024-01-02T03:04:05Z">words</w:ins></w:p>'
            % who,
            "word/comments.xml": b'<w:comment w:author="%s" w:initials="%s">nice</w:comment>'
            % (who, who),
            "xl/comments1.xml": b"<authors><author>%s</author></authors>" % who,
            "word/media/image1.jpeg": jpeg_with_place(),
        }
    )

    parts = parts_of(scrub(original, ".docx").data)

    assert not any(who in one for one in parts.values())
    assert b"words" in parts["word/document.xml"]
    assert b"2024-01-02" not in parts["word/document.xml"]
    assert b"nice" in parts["word/comments.xml"]
    picture = Image.open(io.BytesIO(parts["word/media/image1.jpeg"]))
    assert picture.size == (8, 8)
    picture.load()


def test_office_files_keep_no_picture_of_an_earlier_state_and_name_no_printer() -> None:
    who = CANARY.encode()
    types = b'<Types><Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="a"/><Default/></Types>'
    inside = b'<Relationship Id="rId1" Type="p" Target="../printerSettings/printerSettings1.bin"/>'
    outside = b'<Relationship Id="rId7" Target="docProps/thumbnail.jpeg" Type="t"/>'
    kept = b'<Relationship Id="rId2" Type="drawing" Target="../drawings/drawing1.xml"/>'
    original = archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": b"<Relationships>" + outside + kept + b"</Relationships>",
            "docProps/thumbnail.jpeg": jpeg_with_place() + who,
            "xl/printerSettings/printerSettings1.bin": who,
            "xl/worksheets/_rels/sheet1.xml.rels": b"<Relationships>"
            + inside
            + kept
            + b"</Relationships>",
            "xl/worksheets/sheet1.xml": b'<worksheet><pageSetup paperSize="9" r:id="rId1"/>'
            b'<drawing r:id="rId2"/></worksheet>',
            "word/document.xml": b'<w:sectPr><w:printerSettings r:id="rId9"/><w:pgSz/></w:sectPr>',
        }
    )

    parts = parts_of(scrub(original, ".xlsx").data)

    assert not any(who in one for one in parts.values())
    assert not [one for one in parts if "printer" in one or "thumb" in one]
    assert parts["[Content_Types].xml"] == b"<Types><Default/></Types>"
    only = b"<Relationships>" + kept + b"</Relationships>"
    assert parts["_rels/.rels"] == parts["xl/worksheets/_rels/sheet1.xml.rels"] == only
    sheet = b'<worksheet><pageSetup paperSize="9"/><drawing r:id="rId2"/></worksheet>'
    assert parts["xl/worksheets/sheet1.xml"] == sheet
    assert parts["word/document.xml"] == b"<w:sectPr><w:pgSz/></w:sectPr>"


def test_open_documents_keep_neither() -> None:
    who = CANARY.encode()
    listed = b'<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/>'
    content = (
        b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    )
    item = b'<config:config-item config:name="PrinterName" config:type="string">%s</config:config-item>'
    original = archive(
        {
            "META-INF/manifest.xml": b"<m>" + content + listed + b"</m>",
            "Thumbnails/thumbnail.png": who,
            "settings.xml": item % who,
            "content.xml": b"words",
        }
    )

    parts = parts_of(scrub(original, ".odt").data)

    assert parts == {
        "META-INF/manifest.xml": b"<m>" + content + b"</m>",
        "settings.xml": item % b"",
        "content.xml": b"words",
    }


def test_open_documents_say_nothing_either() -> None:
    who = CANARY.encode()
    original = archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "meta.xml": b"<office:document-meta><dc:creator>%s</dc:creator></office:document-meta>"
            % who,
            "content.xml": b"<office:annotation><dc:creator>%s</dc:creator>nice</office:annotation>"
            % who,
        }
    )

    parts = parts_of(scrub(original, ".odt").data)

    assert not any(who in one for one in parts.values())
    assert b"nice" in parts["content.xml"]


def test_notebooks_keep_their_work_and_lose_their_metadata() -> None:
    notebook = {
        "metadata": {"kernelspec": {"name": "python3"}, "authors": [{"name": CANARY}]},
        "cells": [
            {
                "cell_type": "code",
                "source": ["1 + 1"],
                "metadata": {"user": CANARY},
                "outputs": [{"data": {"text/plain": ["2"]}, "metadata": {"host": CANARY}}],
            }
        ],
        "nbformat": 4,
    }

    clean = json.loads(scrub(json.dumps(notebook).encode(), ".ipynb").data)

    assert CANARY not in json.dumps(clean)
    assert clean["metadata"] == {"kernelspec": {"name": "python3"}}
    assert clean["cells"][0]["source"] == ["1 + 1"]
    assert clean["cells"][0]["outputs"][0]["data"] == {"text/plain": ["2"]}


KINDS = sorted(
    one
    for one in (
        *(".mp3", ".wav", ".flac", ".ogg", ".mp4", ".m4a", ".mov", ".webm", ".pdf", ".ipynb"),
        *(".docx", ".pptx", ".xlsx", ".odt"),
    )
)


@pytest.mark.parametrize("extension", KINDS)
@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"OggS" + bytes(40),
        b"RIFF\xff\xff\xff\xff",
        b"fLaC" + b"\0" * 3,
        b"%PDF-1.4\n%%EOF",
        b"PK\x03\x04" + bytes(30),
        b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xff",
        b"\0\0\0\x08moov\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff",
        b"[" * 50_000,
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f",
    ],
    ids=lambda data: repr(data[:6]),
)
def test_damaged_files_are_refused_and_never_break(extension: str, data: bytes) -> None:
    assert can_scrub(extension)

    with pytest.raises(CannotScrub):
        scrub(data, extension)


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from portfolio_gen.render.scrub import office

    monkeypatch.setattr(office, "MOST", 1000)

    with pytest.raises(CannotScrub):
        scrub(archive({"word/document.xml": bytes(5000)}), ".docx")


@pytest.mark.parametrize(
    ("data", "extension", "why"),
    [
        (heavy.film_with_samples(4_000_000_000), ".mp4", "damaged"),
        (heavy.film_with_samples(1_000), ".mp4", "damaged"),
        (heavy.film_deep(5_000), ".mp4", "damaged"),
        (heavy.zip_with_entries(20_000), ".docx", "10,000 parts"),
        (heavy.zip_of_zeros(101), ".docx", "too large when it is unpacked"),
        (heavy.mp3_with_tags(2_000) + bytes(2_000_000), ".mp3", None),
        (b"ID3\x04\0\0\0\0\0\0" + bytes(3_000_000) + b"\xff\xfb\x90\0", ".mp3", "damaged"),
        (heavy.mp3_with_tails(2_000), ".mp3", None),
        (heavy.pdf_deep(20_000), ".pdf", "damaged"),
        (heavy.pdf_packed(90), ".pdf", "damaged"),
        (b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", ".ipynb", "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_made_to_be_heavy_is_refused_or_light(
    data: bytes, extension: str, why: str | None
) -> None:
    start = time.process_time()

    if why:
        with pytest.raises(CannotScrub, match=why):
            scrub(data, extension)
    else:
        assert len(scrub(data, extension).data) < len(data)

    assert time.process_time() - start < 2


def test_chunks_that_lie_in_one_another_are_refused() -> None:
    with pytest.raises(CannotScrub):
        scrub(heavy.film_with_chunks(2_000), ".mp4")


def test_what_takes_too_long_to_look_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "SECONDS", 0.1)

    with pytest.raises(CannotScrub, match="seconds"):
        scrub(heavy.webm(3_000_000), ".webm")


def test_what_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"cells":[],"x":[' + b"[]," * 2_000_000 + b"0]}"  # 130 MB as lists of Python
    monkeypatch.setattr(work, "MEMORY", 20_000_000)
    with pytest.raises(CannotScrub, match="memory"):
        scrub(data, ".ipynb")


def test_a_pdf_with_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_OBJECTS", 100)
    assert scrub(heavy.pdf_with_objects(50), ".pdf").pages == 1

    with pytest.raises(CannotScrub, match="parts"):
        scrub(heavy.pdf_with_objects(200), ".pdf")


def test_an_archive_with_large_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST", 5_000_000)
    assert scrub(heavy.zipped([(f"{one}.xml", bytes(1_000_000)) for one in range(5)]), ".docx").data

    with pytest.raises(CannotScrub, match="unpacked"):
        scrub(heavy.zipped([(f"{one}.xml", bytes(1_000_000)) for one in range(6)]), ".docx")
