"""Files in a zip whose bytes depend on nothing but the files."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip; the earliest that the format knows, so that the same work gives the same bytes."""
_SMALL_ALREADY = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".gif", ".mp4", ".m4a", ".mp3", ".mov"}
    | {".webm", ".ogg", ".opus", ".flac", ".woff2", ".zip", ".docx", ".pptx", ".xlsx"}
)
"""Endings of files that no packing makes smaller."""


def zipped(into: BinaryIO, folder: str, files: Mapping[str, bytes | Path]) -> None:
    """Write files into one folder of a zip, with times and rights that are the same everywhere.

    Args:
        into: where the zip goes.
        folder: its name in the zip.
        files: path in the folder to bytes, or to the file that is copied.

    Raises:
        OSError: a file cannot be read or written.
    """
    with zipfile.ZipFile(into, "w") as archive:
        for path, held in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{path}", _LONG_AGO)
            packed = PurePosixPath(path).suffix.lower() in _SMALL_ALREADY
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            if isinstance(held, bytes):
                archive.writestr(entry, held)
            else:
                entry.file_size = held.stat().st_size
                with held.open("rb") as source, archive.open(entry, "w") as target:
                    shutil.copyfileobj(source, target)
