"""Files that are small to send and large to open: made to use up time and memory."""

from __future__ import annotations

import io
import itertools
import struct
import zipfile
import zlib
from collections.abc import Iterable

from PIL import Image

MEGA = 1_000_000


def png(
    width: int, height: int, *, colour: int = 6, bits: int = 8, interlaced: bool = False
) -> bytes:
    """A PNG of one colour, written row by row; `colour` is PNG's own number (2 RGB, 3 palette, 6 RGBA)."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    packer = zlib.compressobj(1)
    row = b"\0" + b"\x7f" * (-(-width * samples * bits // 8))
    body = b"".join(packer.compress(row) for _ in range(height)) if not interlaced else b""
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced)
    palette = [(b"PLTE", bytes(768)), (b"tRNS", bytes(range(256)))] if colour == 3 else []
    if interlaced:
        body = b"".join(packer.compress(one) for one in _passes(width, height, samples * bits))
    body += packer.flush()
    parts = [(b"IHDR", head), *palette, (b"IDAT", body), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in parts)


def _passes(width: int, height: int, bits: int) -> Iterable[bytes]:
    for x, y, right, down in (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ):  # fmt: skip
        columns, rows = -(-(width - x) // right), -(-(height - y) // down)
        row = b"\0" + b"\x7f" * (-(-columns * bits // 8))
        yield from itertools.repeat(row, rows)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_jpeg(width: int, height: int) -> bytes:
    """A photograph-like JPEG, the same stripe again and again; `height` is rounded to a multiple of 64."""
    stripe = Image.effect_noise((width // 4, 16), 60).resize((width, 64)).convert("RGB")
    out = io.BytesIO()
    stripe.save(out, "JPEG", quality=60, subsampling=0, restart_marker_rows=1)
    data = out.getvalue()
    scan = data.index(b"\xff\xda")
    start = scan + 2 + struct.unpack_from(">H", data, scan + 2)[0]
    rows = data[start:-2]
    times = height // 64
    head = bytearray(data[:start])
    frame = head.index(b"\xff\xc0")
    struct.pack_into(">H", head, frame + 5, times * 64)
    return bytes(head) + b"\xff\xd7".join([rows] * times) + b"\xff\xd9"


def progressive_jpeg(width: int, height: int, *, scans: int = 0, mode: str = "RGB") -> bytes:
    """A progressive JPEG; with `scans`, its second scan is repeated so many times."""
    out = io.BytesIO()
    Image.new(mode, (width, height), 120 if mode == "L" else (90, 120, 150)).save(
        out, "JPEG", progressive=True, quality=70, **({} if mode == "L" else {"subsampling": 0})
    )
    data = out.getvalue()
    places = [at for at in range(len(data) - 1) if data[at : at + 2] == b"\xff\xda"]
    if not scans:
        return data
    second = data[places[1] : places[2]]
    tables = second.find(b"\xff\xc4")
    again = second if tables < 0 else second[:tables]
    return data[: places[1]] + second + again * scans + data[places[2] :]


def drawn(mode: str, size: tuple[int, int], form: str, **options: object) -> bytes:
    """A picture of one colour in a format of Pillow's."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def gif(frames: int, width: int, height: int, size: int = 1) -> bytes:
    """A moving picture whose frames each change `size` × `size` pixels."""
    head = (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
        + bytes([0, 0, 0, 255, 255, 255])
    )
    delay = b"\x21\xf9\x04\x04\x05\x00\x00\x00"
    data = Image.new("P", (size, size))
    out = io.BytesIO()
    data.save(out, "GIF")
    raw = out.getvalue()
    at = raw.index(b"\x2c")
    body = raw[at + 10 : -1]
    if raw[at + 9] & 0x80:
        body = body[3 * (2 << (raw[at + 9] & 7)) :]
    frame = delay + b"\x2c" + struct.pack("<HHHHB", 0, 0, size, size, 0) + body
    return head + frame * frames + b"\x3b"


def moving(form: str, frames: int, size: tuple[int, int]) -> bytes:
    """A moving picture whose frames are all different."""
    out = io.BytesIO()
    several = [Image.new("RGB", size, (one * 7 % 256, one * 3 % 256, 90)) for one in range(frames)]
    several[0].save(out, form, save_all=True, append_images=several[1:], duration=40)
    return out.getvalue()


def tiff_with_tile(side: int) -> bytes:
    """A TIFF of 64 × 64 pixels that says its tiles are far larger (LZW, so that libtiff reads it)."""
    entries = [
        (256, 3, 1, 64), (257, 3, 1, 64), (258, 3, 1, 8), (259, 3, 1, 5), (262, 3, 1, 1),
        (277, 3, 1, 1), (322, 4, 1, side), (323, 4, 1, side), (324, 4, 1, 200), (325, 4, 1, 60),
    ]  # fmt: skip
    table = struct.pack("<H", len(entries)) + b"".join(
        struct.pack("<HHII", *one) for one in entries
    )
    return (b"II*\0" + struct.pack("<I", 8) + table + bytes(4)).ljust(200, b"\0") + b"\x80\x0b" * 30


def tiff_float(width: int, height: int) -> bytes:
    """A scientific picture of 32-bit numbers, packed."""
    out = io.BytesIO()
    Image.new("F", (width, height)).save(out, "TIFF", compression="tiff_deflate")
    return out.getvalue()


def zipped(parts: Iterable[tuple[str, bytes]], *, level: int = 9) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def zip_of_zeros(megabytes: int, name: str = "word/document.xml") -> bytes:
    """An office file whose one part unpacks to so many megabytes."""
    return zipped([(name, bytes(megabytes * MEGA))])


def zip_with_entries(count: int) -> bytes:
    """An archive whose list says so many times that the same empty file is in it."""
    local = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, 0, 0, 0, 1, 0) + b"a"
    entry = b"PK\x01\x02" + struct.pack(
        "<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    )
    listing = (entry + b"a") * count
    size, start = len(listing), len(local)
    zip64 = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, start + size, 1)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + listing + zip64 + locator + end


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF made of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % one for one in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        table,
    )
    return bytes(out)


def stream(data: bytes, about: bytes = b"") -> bytes:
    """A deflated stream of a PDF."""
    packed = zlib.compress(data, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (
        about,
        len(packed),
        packed,
    )


def pdf_page(*more: bytes, extra: bytes = b"") -> bytes:
    """A PDF with one page, and more objects from number 4 on."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%b>>" % extra,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        *more,
    )


def pdf_packed(megabytes: int) -> bytes:
    """A PDF whose catalogue lies in a stream of objects that unpacks to so many megabytes."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R>>"
    inside = b"1 0 " + b" " * 20 + catalogue + b" " * (megabytes * MEGA)
    parts = [b"%PDF-1.7\n"]
    places: dict[int, int] = {}

    def add(number: int, data: bytes) -> None:
        places[number] = sum(map(len, parts))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, data))

    add(2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>")
    add(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    add(4, stream(inside, b"/Type/ObjStm/N 1/First 24"))
    start = sum(map(len, parts))
    rows = [
        (0, 0, 65535),
        (2, 4, 0),
        (1, places[2], 0),
        (1, places[3], 0),
        (1, places[4], 0),
        (1, start, 0),
    ]
    table = b"".join(struct.pack(">BIH", *one) for one in rows)
    add(5, stream(table, b"/Type/XRef/W[1 4 2]/Size 6/Root 1 0 R"))
    return b"".join(parts) + b"startxref\n%d\n%%%%EOF" % start


def pdf_with_dictionaries(count: int) -> bytes:
    """A PDF whose catalogue holds so many empty dictionaries."""
    return pdf_page(extra=b"/X[" + b"<<>>" * count + b"]")


def pdf_deep(levels: int) -> bytes:
    """A PDF with arrays in arrays."""
    return pdf_page(extra=b"/X" + b"[" * levels + b"]" * levels)


def pdf_with_objects(count: int) -> bytes:
    """A PDF with so many small objects, all of which can be reached."""
    return pdf_page(*(b"<</N %d 0 R>>" % (one + 5) for one in range(count)), extra=b"/X 4 0 R")


def pdf_with_long_table(rows: int) -> bytes:
    """A PDF whose list of objects claims so many rows."""
    claims = b"/Type/XRef/W[1 4 2]/Index[0 %d]/Size %d/Root 1 0 R" % (rows, rows)
    body = b"%PDF-1.7\n"
    return body + b"5 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (
        stream(bytes(7 * MEGA), claims),
        len(body),
    )


def box(kind: bytes, *parts: bytes) -> bytes:
    """A box of an MP4."""
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film(*tables: bytes, more: bytes = b"") -> bytes:
    """A film with one track of a sensor, whose tables of samples are these."""
    head = box(b"hdlr", bytes(8), b"meta", bytes(13))
    track = box(b"trak", box(b"mdia", head, box(b"minf", box(b"stbl", *tables))))
    return box(b"ftyp", b"isom", bytes(4)) + box(b"moov", box(b"mvhd", bytes(100)), track) + more


def film_with_samples(count: int) -> bytes:
    """A film that claims a number of samples of one size, in one chunk."""
    return film(
        box(b"stsz", struct.pack(">III", 0, 9, count)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, count, 1)),
        box(b"stco", struct.pack(">III", 0, 1, 0)),
    )


def film_with_chunks(count: int) -> bytes:
    """A film whose chunks each claim to be all of it."""
    return film(
        box(b"stsz", struct.pack(">III", 0, 0x7FFFFFFF, count)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 1, 1)),
        box(b"stco", struct.pack(">II", 0, count), bytes(4 * count)),
        more=box(b"mdat", bytes(20 * MEGA)),
    )


def film_deep(levels: int) -> bytes:
    """Boxes in boxes."""
    sizes = range(8 * levels, 0, -8)
    return box(b"ftyp", b"isom", bytes(4)) + b"".join(
        struct.pack(">I4s", one, b"moov") for one in sizes
    )


def webm(count: int) -> bytes:
    """A WebM whose segment holds so many empty elements."""
    body = b"\xec\x80" * count
    return b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67" + struct.pack(">Q", len(body) | 1 << 56) + body


def wav(chunks: int) -> bytes:
    """A WAV of empty chunks."""
    return b"RIFF\0\0\0\0WAVE" + b"JUNK\0\0\0\0" * chunks


def flac(blocks: int) -> bytes:
    """A FLAC of empty blocks."""
    return b"fLaC" + b"\x04\0\0\0" * blocks + b"\x80\0\0\0"


def mp3_with_tags(count: int) -> bytes:
    """An MP3 that begins with so many empty tags."""
    return b"ID3\x04\0\0\0\0\0\0" * count + b"\xff\xfb\x90\x00" + bytes(413)


def mp3_with_tails(count: int) -> bytes:
    """An MP3 that ends with so many tags."""
    return b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x00" + bytes(413) + b"TAG".ljust(128, b" ") * count


def ogg(count: int) -> bytes:
    """An Ogg whose comments are as long as its pages can be."""
    page = b"OggS" + bytes(22) + b"\xff" + b"\xff" * 255 + bytes(255 * 255)
    first = b"OggS" + bytes(22) + b"\xff" + b"\xff" * 255 + b"OpusTags".ljust(255 * 255, b"\0")
    return first + page * count
