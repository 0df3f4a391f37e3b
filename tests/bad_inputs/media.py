"""Files that are broken, too large, called otherwise, or tell more than they show."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, PngImagePlugin

import canary_media
import heavy_files as heavy
from bad_inputs.case import Case, Family, Home, listed, page
from school import picture

MEDIA = Family("media")


def _drawn(
    form: str, mode: str = "RGB", size: tuple[int, int] = (24, 16), **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def _turned(number: int, word: str) -> bytes:
    """A photograph that says how the camera was held, and by whom."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = number, word
    return _drawn("JPEG", exif=exif)


def _placed(word: str) -> bytes:
    """A photograph that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (37.0, 46.0, 29.9), 3: "W", 4: (122.0, 25.0, 9.9), 29: word}
    )
    return _drawn("JPEG", exif=exif)


def _commented(form: str, word: str) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", word)
    told.add_text("Comment", word, zip=True)
    told.add_itxt("Title", word)
    return _drawn(form, pnginfo=told) if form == "PNG" else _drawn(form, comment=word.encode())


def _with_xmp(form: str, word: str) -> bytes:
    about = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{word} 37,46.499N</a></x:xmpmeta>".encode()
    return _drawn(form, xmp=about)


def _png_of(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that claims a size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(body)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(heavy._chunk(*one) for one in chunks)


def _jpeg_of(width: int, height: int) -> bytes:
    """A JPEG that claims a size."""
    data = bytearray(_drawn("JPEG"))
    struct.pack_into(">HH", data, data.index(b"\xff\xc0") + 5, height, width)
    return bytes(data)


def _heic_of(width: int, height: int) -> bytes:
    """A HEIC that claims a size, and ends there."""
    size = _box(b"ispe", struct.pack(">III", 0, width, height))
    return _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic") + _box(
        b"meta", bytes(4) + _box(b"iprp", _box(b"ipco", size))
    )


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _bad_checksum() -> bytes:
    data = bytearray(picture())
    data[data.index(b"IDAT") + 9] ^= 0xFF
    return bytes(data)


def _long_text_chunk() -> bytes:
    data = picture()
    chunk = heavy._chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(40_000_000), 9))
    return data[:33] + chunk + data[33:]


def _pdf_that_acts() -> bytes:
    action = b"/OpenAction<</S/JavaScript/JS(app.alert\\(7\\))>>/Names<</EmbeddedFiles<<>>>>"
    return heavy.pdf_page(extra=action)


def _pdf_that_tells(word: str) -> bytes:
    data = heavy.pdf_page()
    return data.replace(
        b"trailer\n<<", f"trailer\n<</Info<</Author({word})/Title({word})>>".encode()
    )


def _office(word: str, part: str = "docProps/core.xml", told: str = "") -> bytes:
    about = f"<cp:coreProperties xmlns:cp='a' xmlns:dc='b'><dc:creator>{word}</dc:creator></cp:coreProperties>"
    return heavy.zipped(
        [
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", b"<w/>"),
            (part, (told or about).encode()),
        ]
    )


def _wav(word: str) -> bytes:
    sound = b"\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x08\0\0\0" + b"\x80" * 8
    return (
        b"RIFF\x40\0\0\0WAVEfmt \x10\0\0\0"
        + sound
        + b"LIST\x1c\0\0\0INFOIART\x10\0\0\0"
        + word.encode()
    )


def _mp3(word: str) -> bytes:
    name = b"TPE1\0\0\0\x15\0\0\0" + word.encode().ljust(20)
    return b"ID3\x03\0\0\0\0\0\x1f" + name + b"\xff\xfb\x90\0" + bytes(413)


def _several(home: Home) -> None:
    """Files of one content under two names, and one that is listed twice."""
    home.write("artifact.md", page(listed("a.png", "b.png", "a.png")))
    home.write("a.png", picture())
    home.write("b.png", picture())


def _cover(name: str, *, there: bool = True) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        home.write("artifact.md", page(f"cover: {name}\n{listed('a.png')}"))
        home.write("a.png", picture())
        if there and name != "a.png":
            home.write(name, b"words")

    return put


def _portrait(name: str, make: Callable[[str], bytes]) -> Callable[[Home], None]:
    def put(home: Home) -> None:
        home.write("artifact.md", page())
        home.write(
            "../../student.yml",
            f"name: Kit\npicture:\n  file: {name}\n  alt: Me\nsharing: {{family: {{picture: true}}}}\n",
        )
        home.write(f"../../{name}", make(home.canary))

    return put


CASES: tuple[Case, ...] = (
    MEDIA.file("empty-picture", "a.png", bytes, "PG551 a.png:1"),
    MEDIA.file("empty-film", "a.mp4", bytes, "PG551 a.mp4:1"),
    MEDIA.file("empty-document", "a.pdf", bytes, "PG551 a.pdf:1"),
    MEDIA.file("empty-table", "a.csv", bytes, "PG551 a.csv:1"),
    MEDIA.file("noise-picture", "a.png", lambda: bytes(range(256)) * 4, "PG554 a.png:1"),
    MEDIA.file(
        "noise-photograph", "a.jpg", lambda: b"\xff\xd8\xff" + bytes(range(256)), "PG550 a.jpg:1"
    ),
    MEDIA.file("cut-off", "a.jpg", lambda: _drawn("JPEG", size=(400, 300))[:500], "PG550 a.jpg:1"),
    MEDIA.file("cut-off-png", "a.png", lambda: picture()[:200], "PG550 a.png:1"),
    MEDIA.file("bad-checksum", "a.png", _bad_checksum, "PG550 a.png:1"),
    MEDIA.file("no-width", "a.png", lambda: _png_of(0, 9), "PG550 a.png:1"),
    MEDIA.file("claims-gigapixels", "a.png", lambda: _png_of(60_000, 60_000), "PG552 a.png:1"),
    MEDIA.file("claims-billions", "a.png", lambda: _png_of(2**31 - 1, 2**31 - 1), "PG552 a.png:1"),
    MEDIA.file(
        "claims-gigapixels-jpeg", "a.jpg", lambda: _jpeg_of(65_000, 65_000), "PG552 a.jpg:1"
    ),
    MEDIA.file(
        "claims-gigapixels-gif", "a.gif", lambda: heavy.gif(1, 65_000, 65_000), "PG552 a.gif:1"
    ),
    MEDIA.file(
        "claims-gigapixels-heic", "a.heic", lambda: _heic_of(60_000, 60_000), "PG552 a.heic:1"
    ),
    MEDIA.file("sliver", "a.png", lambda: heavy.png(1, 20_000, colour=2)),
    MEDIA.file("sliver-lying", "a.png", lambda: heavy.png(20_000, 1, colour=2)),
    MEDIA.file("packed-words", "a.png", _long_text_chunk, "PG550 a.png:1"),
    MEDIA.file("many-frames", "a.gif", lambda: heavy.gif(3_000, 64, 64)),
    *(
        MEDIA.telling(
            f"turned-{number}",
            "a.jpg",
            lambda word, number=number: _turned(number, word),
            hides=True,
        )
        for number in range(10)
    ),
    MEDIA.telling("place", "a.jpg", _placed, hides=True),
    MEDIA.telling("words-in-png", "a.png", lambda word: _commented("PNG", word), hides=True),
    MEDIA.telling("words-in-gif", "a.gif", lambda word: _commented("GIF", word), hides=True),
    MEDIA.telling("words-in-jpeg", "a.jpg", lambda word: _commented("JPEG", word), hides=True),
    MEDIA.telling("xmp-in-webp", "a.webp", lambda word: _with_xmp("WEBP", word), hides=True),
    MEDIA.telling("xmp-in-jpeg", "a.jpg", lambda word: _with_xmp("JPEG", word), hides=True),
    MEDIA.telling(
        "words-after-the-end",
        "a.jpg",
        lambda word: _drawn("JPEG") + f"PK\3\4 <?php {word}".encode(),
        hides=True,
    ),
    MEDIA.telling(
        "words-after-a-png", "a.png", lambda word: picture() + word.encode() * 9, hides=True
    ),
    MEDIA.file("grey-and-clear", "a.png", lambda: _drawn("PNG", "LA")),
    MEDIA.file("palette-and-clear", "a.png", lambda: _drawn("PNG", "P", transparency=0)),
    MEDIA.file("sixteen-bits", "a.png", lambda: _drawn("PNG", "I;16")),
    MEDIA.file("inks", "a.jpg", lambda: _drawn("JPEG", "CMYK")),
    MEDIA.file("bitmap", "a.bmp", lambda: _drawn("BMP")),
    MEDIA.file("scan", "a.tif", lambda: _drawn("TIFF")),
    MEDIA.file("icon", "a.ico", lambda: _drawn("ICO")),
    MEDIA.file("capital-ending", "A.JPG", lambda: _drawn("JPEG")),
    MEDIA.file("png-called-jpg", "a.jpg", picture),
    MEDIA.file("page-called-jpg", "a.jpg", lambda: b"<!doctype html><p>hm</p>", "PG554 a.jpg:1"),
    MEDIA.file("program-called-pdf", "a.pdf", lambda: b"MZ" + bytes(200), "PG554 a.pdf:1"),
    MEDIA.file("pdf-called-docx", "a.docx", heavy.pdf_page),
    MEDIA.file("pdf-acts", "a.pdf", _pdf_that_acts, "PG555 a.pdf:1"),
    MEDIA.telling("pdf-tells", "a.pdf", _pdf_that_tells, hides=True),
    MEDIA.file("pdf-cut-off", "a.pdf", lambda: heavy.pdf_page()[:60], "PG553 a.pdf:1"),
    MEDIA.file("pdf-packed", "a.pdf", lambda: heavy.pdf_packed(2)),
    MEDIA.file("pdf-deep", "a.pdf", lambda: heavy.pdf_deep(50_000), "PG553 a.pdf:1"),
    MEDIA.telling("office-tells", "a.docx", _office, hides=True),
    MEDIA.telling(
        "office-macro",
        "a.docx",
        lambda word: _office(word, "word/vbaProject.bin", word),
        "PG553 a.docx:1",
        hides=True,
    ),
    MEDIA.telling(
        "office-out-of-folder",
        "a.docx",
        lambda word: _office(word, "../../evil.xml", word),
        "PG553 a.docx:1",
        hides=True,
    ),
    MEDIA.file(
        "office-entities",
        "a.docx",
        lambda: _office(
            "", "word/a.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
        ),
        "",
    ),
    MEDIA.file("office-of-zeros", "a.docx", lambda: heavy.zip_of_zeros(250), "PG553 a.docx:1"),
    MEDIA.file("office-cut-off", "a.docx", lambda: _office("")[:90], "PG553 a.docx:1"),
    MEDIA.file("archive", "a.zip", lambda: heavy.zipped([("../evil.html", b"<script>")]), ""),
    MEDIA.file("program", "a.exe", lambda: b"MZ" + bytes(200), ""),
    MEDIA.file("shortcut", "a.lnk", lambda: b"L\0\0\0" + bytes(72), ""),
    MEDIA.file("no-ending", "a", lambda: b"words", ""),
    MEDIA.file("unknown-ending", "a.nonesuch", lambda: bytes(range(256)), ""),
    MEDIA.file("formulas", "a.csv", lambda: '=1+1,+1,-x,@a,\t=2,"＝3",;=4\n'.encode(), ""),
    MEDIA.file("table-of-nulls", "a.csv", lambda: b"a,\0,c\n", ""),
    MEDIA.telling("recording-tells", "a.wav", _wav, hides=True),
    MEDIA.telling("recording-mp3", "a.mp3", _mp3, hides=True),
    MEDIA.telling("film-tells", "a.mp4", canary_media._mp4, hides=True),
    MEDIA.file("film-noise", "a.mp4", lambda: bytes(range(256)) * 3, "PG554 a.mp4:1"),
    MEDIA.file(
        "film-billions", "a.mp4", lambda: heavy.film_with_samples(4_000_000_000), "PG553 a.mp4:1"
    ),
    MEDIA.file(
        "notebook-deep",
        "a.ipynb",
        lambda: b'{"x":' + b"[" * 60_000 + b"]" * 60_000 + b"}",
        "PG553 a.ipynb:1",
    ),
    MEDIA.file("notebook-no-json", "a.ipynb", lambda: b"{", "PG553 a.ipynb:1"),
    MEDIA.file("captions-noise", "a.vtt", lambda: b"\xff\xfe\0", "PG554 a.vtt:1"),
    MEDIA.case("twice", _several, "PG511 artifact.md:12"),
    MEDIA.case("cover-nowhere", _cover("z.png", there=False), "PG217 artifact.md:7", built=False),
    MEDIA.case("cover-of-words", _cover("a.txt"), "PG217 artifact.md:7", built=False),
    MEDIA.case(
        "portrait-noise", _portrait("me.png", lambda _: b"noise"), "PG554 ../../me.png:1", own=True
    ),
    MEDIA.case(
        "portrait-turned",
        _portrait("me.jpg", lambda word: _turned(6, word)),
        "",
        own=True,
        hides=True,
    ),
    MEDIA.case("portrait-no-picture", _portrait("me.txt", lambda _: b"words"), "", own=True),
)
