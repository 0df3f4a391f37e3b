"""What a file is: by its first bytes where these tell, otherwise by its extension."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal, TypeAlias

from portfolio_gen.model.value import dataclass

Kind: TypeAlias = Literal[
    "picture",
    "audio",
    "video",
    "captions",
    "document",
    "notebook",
    "data",
    "code",
    "text",
    "file",
    "broken",
]

LOOKED_AT = 4096
"""How many bytes decide."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What a file is, and how it may be published."""

    kind: Kind
    type: str
    """Media type."""
    extension: str
    """Of the published file, with its dot; one that no server gives to a browser as something to run."""


_BY_CONTENT: tuple[tuple[int, bytes, Nature], ...] = (
    (0, b"\xff\xd8\xff", Nature("picture", "image/jpeg", ".jpg")),
    (0, b"\x89PNG\r\n\x1a\n", Nature("picture", "image/png", ".png")),
    (0, b"GIF8", Nature("picture", "image/gif", ".gif")),
    (8, b"WEBP", Nature("picture", "image/webp", ".webp")),
    (0, b"II*\0", Nature("picture", "image/tiff", ".tif")),
    (0, b"MM\0*", Nature("picture", "image/tiff", ".tif")),
    (4, b"ftypavif", Nature("picture", "image/avif", ".avif")),
    (4, b"ftypavis", Nature("picture", "image/avif", ".avif")),
    (4, b"ftypheic", Nature("picture", "image/heic", ".heic")),
    (4, b"ftypheix", Nature("picture", "image/heic", ".heic")),
    (4, b"ftyphevc", Nature("picture", "image/heic", ".heic")),
    (4, b"ftyphevx", Nature("picture", "image/heic", ".heic")),
    (4, b"ftypheim", Nature("picture", "image/heic", ".heic")),
    (4, b"ftypheis", Nature("picture", "image/heic", ".heic")),
    (4, b"ftypmif1", Nature("picture", "image/heif", ".heif")),
    (4, b"ftypmsf1", Nature("picture", "image/heif", ".heif")),
    (0, b"%PDF-", Nature("document", "application/pdf", ".pdf")),
    (4, b"ftypM4A", Nature("audio", "audio/mp4", ".m4a")),
    (4, b"ftypqt", Nature("video", "video/quicktime", ".mov")),
    (4, b"ftyp", Nature("video", "video/mp4", ".mp4")),
    (0, b"\x1a\x45\xdf\xa3", Nature("video", "video/webm", ".webm")),
    (8, b"WAVE", Nature("audio", "audio/wav", ".wav")),
    (0, b"ID3", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"\xff\xfb", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"\xff\xf3", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"\xff\xfa", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"\xff\xf2", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"\xff\xe3", Nature("audio", "audio/mpeg", ".mp3")),
    (0, b"fLaC", Nature("audio", "audio/flac", ".flac")),
    (0, b"OggS", Nature("audio", "audio/ogg", ".ogg")),
    (0, b"WEBVTT", Nature("captions", "text/vtt", ".vtt")),
    (0, b"\xef\xbb\xbfWEBVTT", Nature("captions", "text/vtt", ".vtt")),
)


def _endings(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BITMAP_HEADS = frozenset(length.to_bytes(4, "little") for length in (12, 40, 52, 56, 64, 108, 124))
"""Lengths of the heading of a BMP, in each of its versions."""
_PICTURES = _endings(".jpg .jpeg .png .gif .webp .avif .heic .heif .tif .tiff .bmp")
_MEDIA = _endings(".mp3 .m4a .ogg .oga .opus .wav .flac .mp4 .m4v .webm .mov .ogv .pdf .vtt")
_DATA = frozenset({".csv", ".tsv"})
_TEXT = frozenset({".txt", ".md", ".log"})
_CODE = _endings(
    ".py .js .mjs .ts .jsx .tsx .java .kt .swift .c .h .cpp .hpp .cc .ino .pde .cs .go .rs .rb .php .pl .lua .r .m "
    ".jl .scala .hs .ml .lisp .scm .sql .sh .bat .ps1 .html .htm .xhtml .css .scss .xml .json .yml .yaml .toml "
    ".tex .bib .scad .gcode .asm .s .v .vhd "
)
_OFFERED = _endings(
    ".docx .pptx .xlsx .odt .odp .ods .rtf .epub .zip .stl .3mf .obj .step .dxf .blend .skp .sb3 .sb2 .mid .midi "
    ".mscz .musicxml .ggb .gpx .geojson .kml .psd .xcf .ai .indd .afdesign .aup3 .key .pages .numbers"
)
"""Extensions that readers need to open a file, and that no browser runs."""


def nature_of(name: str, head: bytes) -> Nature:
    """What a file with this name and these first bytes is."""
    suffix = PurePath(name).suffix.lower()
    for at, magic, nature in _BY_CONTENT:
        if head[at : at + len(magic)] == magic and not _is_text(suffix):
            return _video_ogg(suffix, nature)
    if head[:2] == b"BM" and (suffix == ".bmp" or _is_bitmap(head)) and not _is_text(suffix):
        return Nature("picture", "image/bmp", ".bmp")
    return _by_suffix(suffix)


def _is_bitmap(head: bytes) -> bool:
    """Whether a file is a BMP: two letters alone say little, so what follows must be the length of a heading."""
    return head[6:10] == bytes(4) and head[14:18] in _BITMAP_HEADS


def _is_text(suffix: str) -> bool:
    return suffix in _DATA or suffix in _TEXT or suffix in _CODE or suffix == ".ipynb"


def _video_ogg(suffix: str, nature: Nature) -> Nature:
    return (
        Nature("video", "video/ogg", ".ogv")
        if suffix == ".ogv" and nature.extension == ".ogg"
        else nature
    )


DRAWING = Nature("file", "text/plain", ".svg.txt")
"""A file to save: a browser that opened it as what it is would run what it holds."""


def _by_suffix(suffix: str) -> Nature:
    if suffix == ".svg":
        return DRAWING
    if suffix == ".ipynb":
        return Nature("notebook", "application/octet-stream", ".ipynb")
    if suffix == ".srt":
        return Nature("captions", "text/vtt", ".vtt")
    if suffix in _DATA:
        return Nature("data", "text/csv", ".csv")
    if suffix in _CODE:
        return Nature("code", "text/plain", f"{suffix}.txt")
    if suffix in _TEXT:
        return Nature("text", "text/plain", ".txt")
    if suffix in _OFFERED:
        return Nature("file", "application/octet-stream", suffix)
    return Nature("file", "application/octet-stream", ".bin")


def says_otherwise(name: str, nature: Nature) -> bool:
    """Whether the name promises a picture, recording, film or PDF that the content is not."""
    suffix = PurePath(name).suffix.lower()
    promised = suffix in _PICTURES or suffix in _MEDIA
    return promised and nature.kind == "file"
