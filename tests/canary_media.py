"""Small files of many kinds, with words in the corners where programs and devices write them."""

from __future__ import annotations

import io
import json
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable, Mapping

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

SIZE = (48, 32)
GREY = (130, 130, 130)
JPEG = ("EXIF maker", "EXIF description", "XMP title", "IPTC headline", "comment")
ARTIST, DESCRIPTION, COMMENT = 0x013B, 0x010E, 0x9286


def jpeg(
    colour: tuple[int, int, int], maker: str, about: str, title: str, headline: str, comment: str
) -> bytes:
    """A picture of one colour."""
    exif = Image.Exif()
    exif[ARTIST], exif[DESCRIPTION] = maker, about
    out = io.BytesIO()
    Image.new("RGB", SIZE, colour).save(
        out, "JPEG", quality=92, exif=exif, comment=comment, xmp=_xmp(title)
    )
    start, rest = out.getvalue()[:2], out.getvalue()[2:]
    return start + _iptc(headline) + rest


def _xmp(word: str) -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>{word}</dc:title></x:xmpmeta>'.encode()


def _iptc(word: str) -> bytes:
    """A Photoshop segment with an IPTC headline (2:105)."""
    record = b"\x1c\x02\x69" + struct.pack(">H", len(word)) + word.encode()
    padded = record + b"\0" * (len(record) % 2)
    body = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + padded
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _png(plain: str, packed: str, international: str, exif: str) -> bytes:
    texts, about, out = PngInfo(), Image.Exif(), io.BytesIO()
    texts.add_text("Author", plain)
    texts.add_text("Comment", packed, zip=True)
    texts.add_itxt("Title", international, zip=True)
    about[ARTIST] = exif
    Image.new("RGB", SIZE, GREY).save(out, "PNG", pnginfo=texts, exif=about)
    return out.getvalue()


def _gif(comment: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", SIZE, GREY).save(out, "GIF", comment=comment.encode())
    return out.getvalue()


def _webp(maker: str, title: str) -> bytes:
    exif, out = Image.Exif(), io.BytesIO()
    exif[ARTIST] = maker
    Image.new("RGB", SIZE, GREY).save(out, "WEBP", exif=exif, xmp=_xmp(title))
    return out.getvalue()


def _tiff(maker: str, about: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", SIZE, GREY).save(out, "TIFF", tiffinfo={ARTIST: maker, DESCRIPTION: about})
    return out.getvalue()


def _pdf(author: str, title: str, xmp: str, attached: str, name: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 300)
    writer.add_metadata({"/Author": author, "/Title": title})
    stream = DecodedStreamObject()
    stream.set_data(_xmp(xmp))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    writer.add_attachment(f"{name}.txt", attached.encode())
    return _bytes_of(writer)


def pdf_saying(word: str) -> bytes:
    """A PDF on whose page a word stands, in a deflated stream."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 300)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F 12 Tf 20 20 Td ({word}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    page[NameObject("/Resources")] = DictionaryObject({})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    return _bytes_of(writer)


def _bytes_of(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _docx(creator: str, changer: str, company: str, custom: str, author: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "docProps/core.xml": f"<cp:coreProperties><dc:creator>{creator}</dc:creator>"
            f"<cp:lastModifiedBy>{changer}</cp:lastModifiedBy></cp:coreProperties>",
            "docProps/app.xml": f"<Properties><Company>{company}</Company></Properties>",
            "docProps/custom.xml": f"<Properties>{custom}</Properties>",
            "word/document.xml": f'<w:p><w:ins w:author="{author}"><w:t>words</w:t></w:ins></w:p>',
        }
    )


def _docx_saying(word: str) -> bytes:
    body = f"<w:document><w:body><w:p><w:t>{word}</w:t></w:p></w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def _odt(creator: str) -> bytes:
    about = f"<office:document-meta><dc:creator>{creator}</dc:creator></office:document-meta>"
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "meta.xml": about, "content.xml": "<text:p>words</text:p>"})


def _mp3(title: str, old: str) -> bytes:
    body = b"TIT2" + struct.pack(">IH", len(title) + 1, 0) + b"\3" + title.encode()
    tag = b"ID3\4\0\0" + bytes([0, 0, len(body) >> 7, len(body) & 127]) + body
    return tag + (b"\xff\xfb\x90\x00" + bytes(413)) * 3 + b"TAG" + old.encode().ljust(125)


def _wav(artist: str) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(bytes(800))
    info = b"INFOIART" + struct.pack("<I", len(artist)) + artist.encode()
    made = out.getvalue() + b"LIST" + struct.pack("<I", len(info)) + info
    return made[:4] + struct.pack("<I", len(made) - 8) + made[8:]


def _flac(artist: str) -> bytes:
    comment = f"ARTIST={artist}".encode()
    body = struct.pack("<I", 0) + struct.pack("<II", 1, len(comment)) + comment
    about = b"\x84" + len(body).to_bytes(3, "big") + body
    return (
        b"fLaC\0\0\0\x22"
        + struct.pack(">HH", 4096, 4096)
        + bytes(30)
        + about
        + b"\xff\xf8"
        + bytes(64)
    )


def _mp4(place: str) -> bytes:
    about = _box(b"udta", _box(b"\xa9xyz", place.encode()))
    moov = _box(b"moov", _box(b"mvhd", bytes(100)), about)
    return _box(b"ftyp", b"isom", bytes(4)) + _box(b"mdat", b"PICTURE-") + moov


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _notebook(author: str, host: str) -> bytes:
    output = {"data": {"text/plain": ["2"]}, "metadata": {"host": host}}
    cell = {"cell_type": "code", "source": ["1 + 1"], "metadata": {}, "outputs": [output]}
    about = {"authors": [{"name": author}]}
    return json.dumps({"metadata": about, "cells": [cell], "nbformat": 4}).encode()


def _captions(note: str) -> bytes:
    return f"WEBVTT\n\nNOTE {note}\n\n00:00.000 --> 00:01.000\nHello.\n".encode()


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[..., bytes]]] = {
    "png": (("tEXt", "zTXt", "iTXt", "EXIF"), _png),
    "gif": (("comment",), _gif),
    "webp": (("EXIF", "XMP"), _webp),
    "tiff": (("artist", "description"), _tiff),
    "pdf": (("author", "title", "XMP", "attachment", "attachment's name"), _pdf),
    "docx": (("creator", "changed by", "company", "custom", "author of a change"), _docx),
    "odt": (("creator",), _odt),
    "mp3": (("ID3v2", "ID3v1"), _mp3),
    "wav": (("artist",), _wav),
    "flac": (("artist",), _flac),
    "mp4": (("place",), _mp4),
    "ipynb": (("author", "host"), _notebook),
    "vtt": (("note",), _captions),
}
"""Ending of a file to its hidden places, and what makes it of the words in them."""

PACKED: Mapping[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "csv": lambda word: f"minute,what\n1,{word}\n".encode(),
    "py": lambda word: f'print("{word}")\n'.encode(),
    "svg": lambda word: f"<svg><text>{word}</text></svg>".encode(),
    "vtt": lambda word: f"WEBVTT\n\n00:00.000 --> 00:01.000\n{word}\n".encode(),
    "pdf": pdf_saying,
    "docx": _docx_saying,
    "zip": lambda word: zipped({"read me.txt": word * 3}),
    "gpx": lambda word: zlib.compress(word.encode()),
}
"""Ending of a file to what makes one that says a word to whoever opens it."""
