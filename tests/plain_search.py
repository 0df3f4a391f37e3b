"""What a folder of published files tells of canaries: a search of its own, which shares no line with the program's."""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PIL import Image

WORD = re.compile(r"qz[a-z]{6}canaryqz")
_DAMAGED = (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error)
_PACKED = re.compile(rb"x[\x01\x5e\x9c\xda]")
_BASE64 = re.compile(rb"base64,([A-Za-z0-9+/=]{16,})")


def words_in(data: bytes) -> frozenset[str]:
    """Every canary that these bytes hold, however they are written or packed."""
    return frozenset(
        word for layer in _layers(data, 5) for text in _texts(layer) for word in WORD.findall(text)
    )


def _layers(data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes, and whatever can be unpacked from any place in them."""
    yield data
    if not depth:
        return
    inner: list[bytes] = []
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(data)) as archive:
        inner += [one.filename.encode() for one in archive.infolist()]
        inner += [archive.read(one) for one in archive.infolist()]
    for match in _PACKED.finditer(data):
        with suppress(zlib.error):
            inner.append(zlib.decompressobj().decompress(data[match.start() :]))
    for match in re.finditer(rb"\x1f\x8b\x08", data):
        with suppress(OSError, EOFError, zlib.error):
            inner.append(gzip.decompress(data[match.start() :]))
    inner += [base64.b64decode(match[1] + b"==") for match in _BASE64.finditer(data)]
    for one in inner:
        if len(one) > 15:
            yield from _layers(one, depth - 1)


def _texts(data: bytes) -> Iterator[str]:
    """What bytes say in every alphabet that files are written in, with what is escaped read."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for start in (0, 1) if encoding != "utf-8" else (0,):
            text = data[start:].decode(encoding, "ignore").casefold()
            yield text
            if encoding == "utf-8":
                yield html.unescape(text)
                yield urllib.parse.unquote(html.unescape(text))
                yield re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
                yield re.sub(r"<[^>]*>|\N{SOFT HYPHEN}|\N{ZERO WIDTH SPACE}|<wbr>", "", text)
    hexadecimal = b"".join(re.findall(rb"<([0-9A-Fa-f\s]{32,})>", data))
    with suppress(ValueError):
        yield bytes.fromhex(hexadecimal.decode()).decode("latin-1").casefold()


def colour_of(data: bytes) -> tuple[int, int, int] | None:
    """The colour of a picture that has a single one, to the nearest fifty."""
    with suppress(OSError, ValueError):
        picture = Image.open(io.BytesIO(data)).convert("RGB").resize((1, 1))
        red, green, blue = picture.getpixel((0, 0))  # type: ignore[misc]
        return tuple(50 * round(one / 50) for one in (red, green, blue))  # type: ignore[return-value]
    return None


def files_in(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())
