"""Word, PowerPoint, Excel and OpenDocument: who wrote it, where and when, and what the pictures in it say."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.render.scrub.jpeg import without_metadata
from portfolio_gen.render.scrub.values import CannotScrub

MOST = 300_000_000
"""Bytes of all parts together, unpacked."""
MOST_PART = 100_000_000
"""Bytes of one part."""
MOST_PARTS = 10_000
_ENTRY = b"PK\x01\x02"
"""How the line of a part begins in an archive's list."""
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CUSTOM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_META = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>'
)
_WHO = re.compile(
    rb'((?:\w+:)?(?:author|initials|date|lastModifiedBy|userId|providerId|name)=")([^"]*)(")'
)
_REMARKS = re.compile(
    r"(comments|people|commentAuthors|authors|persons?)[^/]*\.xml$", re.IGNORECASE
)
_PROGRAM = re.compile(
    r"(.*/)?(vbaProject\w*\.bin|vbaData\.xml)|macrosheets/.*|Scripts/.+|Basic/[^/]+/(?!script-l[bc])[^/]+",
    re.IGNORECASE,
)
"""Parts that hold macros: VBA, Excel's older sheets of them, and those of OpenDocument."""
_ELSEWHERE = re.compile(r"(.*[/\\])?\.\.([/\\].*)?|[/\\].*|[A-Za-z]:.*", re.DOTALL)
"""Names of parts that would land outside the folder into which an archive is unpacked."""
_LEFT_OUT = re.compile(
    r"docProps/thumbnail\.\w+|\w+/(.*/)?printerSettings/[^/]+|Thumbnails/[^/]+", re.IGNORECASE
)
"""A small picture of an earlier state of the first page, and the printer: its name is that of a home or a school."""
_POINTERS = re.compile(
    rb"<((?:\w+:)?(?:Relationship|Override|file-entry))\s[^<>]*(?:/>|>\s*</\1\s*>)", re.IGNORECASE
)
"""Relationships, kinds of parts, and lines of OpenDocument's list."""
_LEADS_TO_LEFT_OUT = re.compile(
    rb"docProps/thumbnail\.|printerSettings/|Thumbnails/", re.IGNORECASE
)
_PRINTERS = re.compile(
    rb'(?<=pageSetup)(\s[^<>]{0,400}?)\s\w+:id="[^"<>]*"|<\w+:printerSettings\s[^<>]*/>'
)
"""Where a sheet or a section names its printer (ECMA-376 part 1, 18.3.1.63 and 17.6.14)."""
_PRINTER_OF_OPEN = re.compile(rb'(config:name="Printer(?:Name|Setup)"[^<>]{0,200}>)[^<]+')
_AUTHORS = re.compile(rb"(<(?:\w+:)?author>)[^<]*(</)")
_CHANGES = re.compile(rb'((?:w:author|w:date|w:initials)=")([^"]*)(")')
_CREATORS = re.compile(rb"(<(?:dc:creator|dc:date|meta:creator-initials)>)[^<]*(</)")


def scrub_office(data: bytes) -> bytes:
    """A Word, PowerPoint or Excel file without properties, names of those who commented or changed it, and the like."""
    return _rewritten(data, _office_part)


def scrub_open_document(data: bytes) -> bytes:
    """An OpenDocument file without the same."""
    return _rewritten(data, _open_document_part)


def _rewritten(data: bytes, part: Callable[[str, bytes], bytes]) -> bytes:
    """The same archive with each part looked through, and no times in its list."""
    if data.count(_ENTRY) > MOST_PARTS:
        raise CannotScrub(tell("it has more than %(most)s parts", most=Figure(MOST_PARTS)))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        sizes = [one.file_size for one in old.infolist()]
        if sum(sizes) > MOST or max(sizes, default=0) > MOST_PART:
            raise CannotScrub(tell("it is too large when it is unpacked"))
        names = [one.filename for one in old.infolist()]
        if any(_PROGRAM.fullmatch(name) for name in names):
            raise CannotScrub(tell("it holds a program (a macro), which nobody should run"))
        if any(_ELSEWHERE.fullmatch(name) for name in names):
            raise CannotScrub(tell("one of its parts would be unpacked outside its folder"))
        for entry in old.infolist():
            if _LEFT_OUT.fullmatch(entry.filename):
                continue
            bare = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            bare.compress_type = entry.compress_type
            new.writestr(bare, part(entry.filename, old.read(entry)))
    return out.getvalue()


def _office_part(name: str, data: bytes) -> bytes:
    fixed = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP, "docProps/custom.xml": _CUSTOM}
    if name in fixed:
        return fixed[name]
    if _REMARKS.search(name):
        return _AUTHORS.sub(rb"\1\2", _WHO.sub(rb"\1\3", data))
    if name.endswith(".rels") or name == "[Content_Types].xml":
        return _POINTERS.sub(_without_pointer, data)
    if name.endswith(".xml"):
        return _PRINTERS.sub(_without_printer, _CHANGES.sub(_undated, data))
    return without_metadata(data)


def _without_pointer(match: re.Match[bytes]) -> bytes:
    return b"" if _LEADS_TO_LEFT_OUT.search(match[0]) else match[0]


def _without_printer(match: re.Match[bytes]) -> bytes:
    return match[1] or b""


def _undated(match: re.Match[bytes]) -> bytes:
    """Who changed something becomes nobody; when becomes a day that says nothing, for the format wants one."""
    nobody = b"2000-01-01T00:00:00Z" if match[1].startswith(b"w:date") else b""
    return match[1] + nobody + match[3]


def _open_document_part(name: str, data: bytes) -> bytes:
    if name == "meta.xml":
        return _META
    if name == "META-INF/manifest.xml":
        return _POINTERS.sub(_without_pointer, data)
    if name == "settings.xml":
        return _PRINTER_OF_OPEN.sub(rb"\1", data)
    if name.endswith(".xml"):
        return _CREATORS.sub(rb"\1\2", data)
    return without_metadata(data)
