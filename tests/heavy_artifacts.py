"""Pieces of work that are made to use up time and memory, and what one of them may use at most."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain

import heavy_files as made

MOST_SECONDS = 20.0
MOST_MEGABYTES = 512

PAGE = """\
---
title: A heavy thing
date: 2026-03-14
media:
{media}
audience: [committee, family, college, public]
status: published
---
{story}
"""

PROGRAMS = (
    "py js ts java kt swift c cpp cs go rs rb php pl lua r m jl scala hs ml lisp scm sql sh bat ps1 html css scss svg "
    "xml json yml toml tex asm v vhd"
)
LANGUAGES = (
    "abap ada agda apl awk bash c cpp csharp css d dart diff elixir elm erlang fortran go groovy haskell html java js "
    "json julia kotlin lua matlab nim ocaml pascal perl php prolog python r ruby rust scala scheme sql swift tcl tex "
    "ts vim xml yaml zig"
)


@dataclass(frozen=True)
class Heavy:
    """A piece of work to build a site with."""

    files: Callable[[], Mapping[str, bytes]] = dict
    """Name to content of what lies beside the page."""
    story: Callable[[], str] = str
    page: Callable[[], str] | None = None
    """The whole of `artifact.md`, where it is not made of the two."""
    large: bool = field(default=False, kw_only=True)
    """Whether it takes long even to make it, so that it is tried at night."""
    codes: frozenset[str] | None = field(default=None, kw_only=True)
    """Codes of errors that it must get, of any but which it may have more; None when it is fine or may be."""


def page_of(heavy: Heavy, files: Mapping[str, bytes]) -> str:
    """The text of its `artifact.md`."""
    if heavy.page:
        return heavy.page()
    media = "\n".join(f"  - file: {name}\n    alt: a file" for name in files) or "  []"
    return PAGE.format(media=media, story=heavy.story())


def _file(
    name: str,
    make: Callable[..., bytes],
    *words: object,
    large: bool = False,
    codes: str = "",
    **more: object,
) -> Heavy:
    said = frozenset(codes.split()) or None
    return Heavy(lambda: {name: make(*words, **more)}, large=large, codes=said)


def _told(story: Callable[[], str], *, codes: str = "", large: bool = False) -> Heavy:
    return Heavy(story=story, codes=frozenset(codes.split()) or None, large=large)


def _lines(line: str, count: int) -> bytes:
    return (line * count).encode()


PICTURES: Mapping[str, Heavy] = {
    "JPEG, 200 megapixels": _file("a.jpg", made.huge_jpeg, 16000, 12480, large=True),
    "JPEG, 40 megapixels": _file("a.jpg", made.huge_jpeg, 8000, 4992),
    "JPEG, progressive, 60 megapixels": _file(
        "a.jpg", made.progressive_jpeg, 10000, 6000, large=True
    ),
    "JPEG, progressive, 89 megapixels": _file(
        "a.jpg", made.progressive_jpeg, 10000, 8900, large=True
    ),
    "JPEG, progressive, grey, 89 megapixels": _file(
        "a.jpg", made.progressive_jpeg, 10000, 8900, mode="L", large=True
    ),
    "JPEG, progressive, 3,000 scans of 16 megapixels": _file(
        "a.jpg", made.progressive_jpeg, 4000, 4000, scans=3000, codes="PG550"
    ),
    "PNG, 49 megapixels with alpha": _file("a.png", made.png, 7000, 7000, large=True),
    "PNG, 49 megapixels of 16 bits": _file("a.png", made.png, 7000, 7000, bits=16, large=True),
    "PNG, 49 megapixels, grey of 16 bits": _file(
        "a.png", made.png, 7000, 7000, colour=0, bits=16, large=True
    ),
    "PNG, 49 megapixels, interlaced": _file(
        "a.png", made.png, 7000, 7000, interlaced=True, large=True
    ),
    "PNG, 49 megapixels, palette": _file("a.png", made.png, 7000, 7000, colour=3, large=True),
    "PNG, 900 megapixels": _file("a.png", made.png, 30000, 30000, colour=0, bits=1, codes="PG552"),
    "WebP, 49 megapixels": _file(
        "a.webp", made.drawn, "RGB", (7000, 7000), "WEBP", lossless=True, method=0, large=True
    ),
    "WebP, 16 megapixels": _file(
        "a.webp", made.drawn, "RGB", (4000, 4000), "WEBP", lossless=True, method=0
    ),
    "AVIF, 49 megapixels": _file(
        "a.avif", made.drawn, "RGB", (7000, 7000), "AVIF", speed=10, large=True
    ),
    "TIFF, 49 megapixels of 32-bit numbers": _file(
        "a.tif", made.tiff_float, 7000, 7000, large=True
    ),
    "TIFF, tiles of 4,000 megapixels": _file("a.tif", made.tiff_with_tile, 64000),
    "BMP, 33 megapixels": _file("a.bmp", made.drawn, "RGB", (6000, 5500), "BMP", large=True),
    "CMYK JPEG, 49 megapixels": _file(
        "a.jpg", made.drawn, "CMYK", (7000, 7000), "JPEG", large=True
    ),
    "GIF, 230 frames of 0.6 megapixels": _file("a.gif", made.gif, 230, 800, 800, 800),
    "GIF, 10,000 frames": _file("a.gif", made.gif, 10_000, 100, 100),
    "GIF, 2 million frames": _file("a.gif", made.gif, 2_000_000, 64, 64, large=True),
    "GIF, 65,000 × 65,000": _file("a.gif", made.gif, 1, 65000, 65000, codes="PG552"),
    "WebP, 300 frames": _file("a.webp", made.moving, "WEBP", 300, (600, 600), large=True),
    "PNG, 300 frames": _file("a.png", made.moving, "PNG", 300, (600, 600), large=True),
}
DOCUMENTS: Mapping[str, Heavy] = {
    "Word, 250 MB of zeros": _file("a.docx", made.zip_of_zeros, 250, codes="PG553"),
    "Word, 60 MB of zeros": _file("a.docx", made.zip_of_zeros, 60),
    "Word, 4 GB claimed": _file("a.docx", made.zip_of_zeros, 2000, large=True, codes="PG553"),
    "Word, 1.5 million entries": _file("a.docx", made.zip_with_entries, 1_500_000, codes="PG553"),
    "Word, 100,000 entries": _file("a.docx", made.zip_with_entries, 100_000, codes="PG553"),
    "Word, 40 MB of words": Heavy(
        lambda: {
            "a.docx": made.zipped(
                [("word/document.xml", b'<w:ins w:author="x" w:date="2">' * 1_300_000)]
            )
        }
    ),
    "OpenDocument, 60 MB of words": Heavy(
        lambda: {"a.odt": made.zipped([("content.xml", b"<dc:creator>x" * 4_600_000)])}
    ),
    "PDF, a stream of 500 MB": _file("a.pdf", made.pdf_packed, 500, large=True),
    "PDF, a stream of 60 MB": _file("a.pdf", made.pdf_packed, 60),
    "PDF, 3 million dictionaries": _file("a.pdf", made.pdf_with_dictionaries, 3_000_000),
    "PDF, 100,000 dictionaries": _file("a.pdf", made.pdf_with_dictionaries, 100_000),
    "PDF, 190,000 objects": _file("a.pdf", made.pdf_with_objects, 190_000),
    "PDF, arrays 100,000 deep": _file("a.pdf", made.pdf_deep, 100_000, codes="PG553"),
    "PDF, a table of a billion rows": _file(
        "a.pdf", made.pdf_with_long_table, 1_000_000_000, codes="PG553"
    ),
    "PDF, 95 MB": Heavy(
        lambda: {
            "a.pdf": made.pdf_page(
                b"<</Length 95000000>>stream\n" + bytes(95_000_000) + b"\nendstream",
                extra=b"/X 4 0 R",
            )
        }
    ),
    "PDF, a billion pages": Heavy(
        lambda: {"a.pdf": made.pdf_page().replace(b"/Count 1/", b"/Count 1000000000/")}
    ),
    "Notebook, 90 MB of lists": Heavy(
        lambda: {"a.ipynb": b'{"cells":[],"x":[' + b"[]," * 30_000_000 + b"0]}"},
        codes=frozenset({"PG553"}),
    ),
    "Notebook, 15 MB of numbers": Heavy(
        lambda: {"a.ipynb": b'{"cells":[],"x":[' + b"7," * 7_500_000 + b"0]}"}
    ),
    "Notebook, lists 100,000 deep": Heavy(
        lambda: {"a.ipynb": b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"},
        codes=frozenset({"PG553"}),
    ),
    "Table, 90 MB": Heavy(lambda: {"a.csv": _lines("1,2,3,4,5\n", 9_000_000)}),
    "Table, 9 MB": Heavy(lambda: {"a.csv": _lines("1,2,3,4,5\n", 900_000)}),
    "Table, 9 MB with a smile": Heavy(
        lambda: {"a.csv": "😀\n".encode() + _lines("1,2,3,4,5\n", 900_000)}
    ),
    "Table, 9 MB of formulas": Heavy(lambda: {"a.csv": _lines("=,=,=,=,=,=\n", 750_000)}),
    "Table, one row of 9 MB": Heavy(lambda: {"a.csv": b"," * 9_000_000}),
    "Table, one cell of 9 MB": Heavy(lambda: {"a.csv": b'"' + b"a" * 9_000_000}),
    "Captions, 90 MB": Heavy(lambda: {"a.vtt": b"WEBVTT\n\n" + _lines("NOTE a\nb\n\n", 9_000_000)}),
    "Captions, 9 MB": Heavy(lambda: {"a.vtt": b"WEBVTT\n" + _lines("\nNOTE a\nb\n", 900_000)}),
    "Program, 90 MB": Heavy(lambda: {"a.py": _lines("x = 1\n", 15_000_000)}),
    "Text, 90 MB with a smile": Heavy(lambda: {"a.txt": "😀".encode() + b"a" * 90_000_000}),
    "Programs of 40 kinds": Heavy(
        lambda: {
            f"a{place}.{ending}": b"(" * 20_000 + b"<" * 10_000 + b'"' * 5_000
            for place, ending in enumerate(PROGRAMS.split())
        }
    ),
}
RECORDINGS: Mapping[str, Heavy] = {
    "MP4, 4 billion samples": _file("a.mp4", made.film_with_samples, 4_000_000_000, codes="PG553"),
    "MP4, a million chunks": _file("a.mp4", made.film_with_chunks, 1_000_000),
    "MP4, boxes 50,000 deep": _file("a.mp4", made.film_deep, 50_000, codes="PG553"),
    "MP4, 10 million boxes": Heavy(
        lambda: {"a.mp4": made.film(more=b"\0\0\0\x08free" * 10_000_000)}
    ),
    "MP4, 95 MB": Heavy(lambda: {"a.mp4": made.film(more=made.box(b"mdat", bytes(95_000_000)))}),
    "WebM, 30 million elements": _file("a.webm", made.webm, 30_000_000),
    "WebM, 95 MB": Heavy(
        lambda: {
            "a.webm": b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x01"
            + (95_000_008).to_bytes(7, "big")
            + b"\x1f\x43\xb6\x75\x01"
            + (94_999_996).to_bytes(7, "big")
            + bytes(94_999_996)
        }
    ),
    "WAV, 12 million chunks": _file("a.wav", made.wav, 12_000_000),
    "WAV, 95 MB": Heavy(
        lambda: {
            "a.wav": b"RIFF\0\0\0\0WAVEdata"
            + (95_000_000).to_bytes(4, "little")
            + bytes(95_000_000)
        }
    ),
    "FLAC, 20 million blocks": _file("a.flac", made.flac, 20_000_000),
    "MP3, 5 million tags before": _file("a.mp3", made.mp3_with_tags, 5_000_000),
    "MP3, 700,000 tags after": _file("a.mp3", made.mp3_with_tails, 700_000),
    "MP3, 95 MB of silence": Heavy(
        lambda: {"a.mp3": b"ID3\x04\0\0\0\0\0\0" + bytes(95_000_000)}, codes=frozenset({"PG553"})
    ),
    "Ogg, 90 MB": _file("a.ogg", made.ogg, 1_380),
}
STORIES: Mapping[str, Heavy] = {
    "Brackets": _told(lambda: "[" * 900 + "a " * 60 + "[" * 900, codes=""),
    "Brackets in pairs": _told(lambda: "[a](" * 30_000),
    "Brackets, closed": _told(lambda: "[" * 999 + "]" * 999 + " [" * 40_000),
    "Quotations in quotations": _told(lambda: "> " * 20_000 + "a"),
    "Lists in lists": _told(lambda: "".join("    " * depth + "- a\n" for depth in range(230))),
    "Stars": _told(lambda: "*a **b " * 18_000),
    "Underlines": _told(lambda: "__a_" * 30_000),
    "Backticks": _told(lambda: "".join("`" * one + " " for one in range(1, 480))),
    "A wide table": _told(
        lambda: "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|\n"
    ),
    "A long table": _told(lambda: "|a|\n|-|\n" + "|b|\n" * 30_000),
    "Tables of a wide head": _told(
        lambda: "|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|\n" * 60_000
    ),
    "Headings": _told(lambda: "# a\n\n" * 25_000),
    "Footnotes": _told(
        lambda: (
            "".join(f"[^{one}] " for one in range(5_000))
            + "\n\n"
            + "".join(f"[^{one}]: a\n\n" for one in range(5_000))
        )
    ),
    "One footnote, often": _told(lambda: "[^1] " * 20_000 + "\n\n[^1]: a\n"),
    "Definitions": _told(lambda: "a\n: b\n\n" * 16_000),
    "Addresses by name": _told(
        lambda: "".join(f"[{one}]: b{one}\n" for one in range(6_000)) + "[1][2] " * 4_000
    ),
    "Links that lead nowhere": _told(lambda: "[a](b/c) " * 14_000),
    "Links to 12,000 places": _told(lambda: "".join(f"[a](b/{one}) " for one in range(9_000))),
    "Links into the page": _told(lambda: "[a](#b) " * 15_000),
    "Programs": _told(lambda: "```python\nx\n```\n\n" * 7_000),
    "Programs in 100 languages": _told(
        lambda: "".join(f"```{name}\nx = 'a\n```\n\n" for name in LANGUAGES.split()) * 30
    ),
    "Tags never closed": _told(
        lambda: "<p>" + "".join(f"<b id={one}>" for one in range(2_000)) + "<p>x" * 2_000,
        codes="PG556",
    ),
    "Tags never closed, to the full": _told(
        lambda: "<p>" + "".join(f"<b id={one}>" for one in range(6_000)) + "<p>x" * 16_000,
        codes="PG556",
    ),
    "Boxes in boxes": _told(lambda: "<div>" * 25_000),
    "Lists of lists in HTML": _told(lambda: "<ul><li>" * 15_900),
    "Tags that close nothing": _told(lambda: "<span>" * 10_000 + "</i>" * 16_000),
    "Comments": _told(lambda: "<!-- " * 25_000),
    "Angles": _told(lambda: "< " * 60_000),
    "Declarations": _told(lambda: "<!a " * 30_000),
    "Instructions": _told(lambda: "<? " * 40_000),
    "Marks on one letter": _told(lambda: "a" + "\u0301\u0327" * 60_000),
    "Marks on one letter, a megabyte": _told(lambda: "a" + "\u0301\u0327" * 240_000),
    "A heading of marks": _told(lambda: "# a" + "\u0301\u0327" * 60_000),
    "Entities": _told(lambda: "&amp;" * 25_000),
    "Backslashes": _told(lambda: "\\" * 990 + " \\a" * 40_000),
    "Line breaks": _told(lambda: "a  \n" * 30_000),
    "White space": _told(lambda: "a" + " " * 120_000 + "b"),
    "Addresses as such": _told(lambda: "<https://a.example> " * 6_000),
    "Pictures of nobody's": _told(lambda: "![a](https://a.example/b.png)\n\n" * 4_000),
    "The same picture, often": Heavy(
        lambda: {"a.png": made.png(8, 8)}, lambda: "![](a.png)\n\n" * 10_000
    ),
    "500 files and 10,000 references": Heavy(
        lambda: {f"f{one}.txt": b"x" for one in range(490)},
        lambda: "".join(f"[x](g{one}.txt) " for one in range(8_000)),
    ),
    "A megabyte of words": _told(lambda: "word " * 195_000, codes="PG556"),
    "A megabyte of addresses of people": _told(
        lambda: "a.b" * 20 + "@" + "1." * 60_000 + " a@b.c" * 120_000
    ),
    "A megabyte of names": _told(lambda: "ada park " * 105_000),
    "A megabyte of digits": _told(lambda: "+1 (" + "0" * 950_000),
    "A megabyte of links": _told(lambda: "![](a.png)" * 95_000),
    "A megabyte of fences": _told(lambda: "```\n" * 240_000),
    "A megabyte of backticks": _told(lambda: "`` ` " * 190_000),
}
PAGES: Mapping[str, Heavy] = {
    "40,000 tags": Heavy(
        page=lambda: PAGE.format(media="  []", story="x").replace(
            "status", "tags: [" + ",".join(f"t{one}" for one in range(40_000)) + "]\nstatus"
        )
    ),
    "12,000 files listed": Heavy(
        page=lambda: PAGE.format(
            media="".join(f"  - file: f{one}.png\n" for one in range(12_000)), story="x"
        )
    ),
    "12,000 claims": Heavy(
        page=lambda: PAGE.format(media="  []", story="x").replace(
            "status", "claims:\n" + "  - credit: communication/academics\n" * 12_000 + "status"
        )
    ),
    "A summary of a megabyte": Heavy(
        page=lambda: PAGE.format(media="  []", story="x").replace(
            "status", "summary: " + "a" * 900_000 + "\nstatus"
        )
    ),
    "Brackets in the front matter": Heavy(page=lambda: "---\n" + "[" * 900_000 + "\n---\n"),
    "Aliases of aliases": Heavy(
        page=lambda: (
            "---\na0: &a0 ["
            + ",".join("x" * 9)
            + "]\n"
            + "".join(f"a{one}: &a{one} [" + f"*a{one - 1}," * 9 + "]\n" for one in range(1, 20))
            + "---\n"
        )
    ),
    "Files in a line": Heavy(page=lambda: "---\n" + "a: &x 'b'\n" * 50_000 + "---\n"),
    "Quotation marks": Heavy(page=lambda: "---\ntitle: " + "'" * 900_000 + "\n---\n"),
    "Anchors": Heavy(
        page=lambda: "---\n" + "".join(f"- &a{one} *a{one}\n" for one in range(60_000)) + "---\n"
    ),
    "JSON on a line": Heavy(
        page=lambda: "---\n" + json.dumps({str(one): [one] for one in range(60_000)}) + "\n---\n"
    ),
}
ALL: dict[str, Heavy] = dict(
    chain.from_iterable(one.items() for one in (PICTURES, DOCUMENTS, RECORDINGS, STORIES, PAGES))
)

BUNDLED = (
    "JPEG, progressive, 3,000 scans of 16 megapixels",
    "GIF, 65,000 × 65,000",
    "TIFF, tiles of 4,000 megapixels",
    "Word, 100,000 entries",
    "PDF, arrays 100,000 deep",
    "Notebook, lists 100,000 deep",
    "MP4, 4 billion samples",
)
"""What is light by now because it is told by its weight."""


def _bundle() -> Mapping[str, bytes]:
    """The files of several heavy works, as those of one."""
    return {
        f"{place}-{name}": data
        for place, one in enumerate(BUNDLED)
        for name, data in ALL[one].files().items()
    }


EVERYDAY = Heavy(
    _bundle,
    STORIES["Tags never closed, to the full"].story,
    codes=frozenset({"PG550", "PG552", "PG553", "PG556"}),
)
ALL = {**ALL, "Several of them in one": EVERYDAY}
