"""Office files as their libraries write them, with one time for everything, so that the bytes are the same again."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

WHEN = datetime(2026, 11, 1, 12, tzinfo=UTC).replace(tzinfo=None)
"""Office files say no zone."""
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
"""One of the libraries writes the time of saving there, whatever it is told."""


def repacked(data: bytes, to: Path) -> None:
    """The same parts in the same order, with the time of all set to one."""
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
    ):
        for name in given.namelist():
            one = zipfile.ZipInfo(name, WHEN.timetuple()[:6])
            one.compress_type = zipfile.ZIP_DEFLATED
            text = given.read(name)
            if name == "docProps/core.xml":
                text = _CHANGED.sub(rb"\g<1>" + f"{WHEN.isoformat()}Z".encode(), text)
            packed.writestr(one, text)
