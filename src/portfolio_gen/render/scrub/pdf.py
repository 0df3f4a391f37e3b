"""PDF: without metadata, scripts, attachments and the like. The only module that knows pypdf."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from portfolio_gen.model.tell import tell
from portfolio_gen.render.scrub.jpeg import without_metadata
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MOST_OBJECTS = 100_000
MOST_PAGES = 100
"""In which links are looked for."""
_DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError)
"""What reading a damaged PDF raises."""
_DESCRIPTIONS = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
_ACTIVE = (
    "/AA",
    "/JS",
    "/JavaScript",
    "/EmbeddedFiles",
    "/AF",
    "/XFA",
    "/RichMediaContent",
    "/RichMediaSettings",
)
_TOLD = ("/Alt", "/ActualText", "/Title", "/Contents", "/URI", "/E")
"""What a document says in words beside its pages."""
_ACTIONS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
        "/RichMediaExecute",
        "/GoToE",
    }
)
"""Kinds of actions that do more than turn to a page or open a web address."""


def links_of(data: bytes) -> tuple[str, ...]:
    """The web addresses that a PDF leads to, page by page; none where it cannot be read."""
    found: list[str] = []
    with contextlib.suppress(*_DAMAGED):
        reader = PdfReader(io.BytesIO(data))
        for page in reader.pages[:MOST_PAGES]:
            for each in page.annotations or ():
                action = each.get_object().get("/A")
                address = action.get_object().get("/URI") if action else None
                found += [str(address)] if address else []
    return tuple(found)


def scrub_pdf(data: bytes) -> Scrubbed:
    """The same pages, with nothing about who made them and nothing that runs.

    Raises:
        CannotScrub: it is encrypted, empty or too complex.
    """
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise CannotScrub(tell("it is locked with a password"))
    if not reader.pages:
        raise CannotScrub(tell("it has no pages"))
    disarmed = False
    for one in _dictionaries(reader.root_object):
        disarmed |= _clean(one)
    writer = PdfWriter(clone_from=reader)  # copies what can still be reached, and nothing else
    writer.pdf_header = reader.pdf_header
    writer.metadata = None
    out = io.BytesIO()
    writer.write(out)
    return Scrubbed(out.getvalue(), pages=len(reader.pages), disarmed=disarmed)


def words_of(data: bytes) -> str:
    """The words of all pages, of bookmarks, of what pictures are described by, and of what it says of itself."""
    reader = PdfReader(io.BytesIO(data))
    pages = (page.extract_text() for page in reader.pages)
    told = (
        str(value)
        for one in _dictionaries(reader.root_object)
        for key, value in one.items()
        if key in _TOLD
    )
    about = map(str, (reader.metadata or {}).values())
    return "\n".join((*pages, *told, *about))


def _clean(one: DictionaryObject) -> bool:
    """Take out of a dictionary what describes or runs; whether anything would have run."""
    for key in _DESCRIPTIONS:
        one.pop(key, None)
    if isinstance(one, StreamObject) and one.get("/Filter") == "/DCTDecode":
        one._data = without_metadata(one._data)
    active = [key for key, value in one.items() if key in _ACTIVE or _runs(value)]
    for key in active:
        del one[key]
    if one.get("/S") in _ACTIONS:  # one of several in a row
        one.clear()
        return True
    return bool(active)


def _runs(value: Any) -> bool:
    target = value.get_object()
    return isinstance(target, DictionaryObject) and target.get("/S") in _ACTIONS


def _dictionaries(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached, each once."""
    waiting: list[Any] = [root]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            if len(seen) > MOST_OBJECTS:
                raise CannotScrub(tell("it has too many parts"))
            one = one.get_object()
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, ArrayObject):
            waiting.extend(one)
