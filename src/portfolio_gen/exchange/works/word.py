"""A Word document as a piece of work. The one address of mammoth, which reads what a paragraph means, not its look."""

from __future__ import annotations

import io
import posixpath
import re
from dataclasses import field
from pathlib import Path
from typing import Any

import mammoth

from portfolio_gen.diagnostics import Span
from portfolio_gen.exchange.plain_text import LONGEST_LINE, LONGEST_PROSE, plain, shortened
from portfolio_gen.exchange.rules import KEPT_ASIDE, NOT_UNDERSTOOD
from portfolio_gen.exchange.works.dating import day_of_file, made_on
from portfolio_gen.exchange.works.haul import Haul, Held, Piece, Remarks
from portfolio_gen.exchange.works.html_text import LONGEST, plain_picture, to_markdown
from portfolio_gen.exchange.works.names import Names
from portfolio_gen.exchange.works.packed import LARGEST_TEXT, Packed
from portfolio_gen.exchange.works.room import Room
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

WHAT = to_tell("a Word document (.docx)")
_BODY = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/svg+xml": ".svg",
    "image/x-emf": ".emf",
    "image/x-wmf": ".wmf",
}
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0?!\0?D\0?O\0?C\0?T", re.IGNORECASE)
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]{4,40})<")
_TITLE = re.compile(rb"<dc:title>([^<]{1,1000})</dc:title>")
_HEADING = re.compile(r"\s*# (?P<words>[^\n]+)\n+")
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
MOST_SAID = 50
"""How many messages of mammoth are passed on one by one."""


@dataclass(slots=True)
class _Pictures:
    """The pictures of a document, as files."""

    room: Room
    remarks: Remarks
    shown: str
    files: dict[str, Held] = field(default_factory=dict)
    aside: dict[str, Held] = field(default_factory=dict)
    alt: dict[str, str] = field(default_factory=dict)
    _names: Names = field(default_factory=lambda: Names(["artifact.md"]))

    def take(self, image: Any) -> dict[str, str]:
        """Called by mammoth for each picture; gives the attributes of its element."""
        with image.open() as file:
            data = file.read()
        known = next((name for name, one in self.files.items() if one == data), "")
        ending = _ENDINGS.get(image.content_type, ".bin")
        name = known or self._names.file_for(
            f"picture-{len(self.files) + len(self.aside) + 1}{ending}"
        )
        if not known and len(self.files) >= self.room.files:
            self.aside[name] = data
            message = tell(
                "a piece of work has at most %(files)s files; `%(name)s` is kept aside",
                files=self.room.files,
                name=name,
            )
            self.remarks.say(
                KEPT_ASIDE,
                Span(self.shown),
                message,
                tell("make a piece of work of its own for it"),
            )
            return {"src": name}
        self.files[name] = data
        words = " ".join((image.alt_text or "").split())
        if words and name not in self.alt:
            self.alt[name] = words[:LONGEST_PROSE]
        return {"src": name}

    def media(self) -> tuple[Media, ...]:
        """What the page lists."""
        return tuple(Media(file=name, alt=self.alt.get(name)) for name in self.files)


def import_word(path: Path, *, shown: str, room: Room) -> Haul:
    """A Word document as one piece of work, with its pictures; the document itself is kept, too.

    Args:
        path: a `.docx` file.
        shown: its path as people are shown it.
        room: what the student has already.

    Raises:
        CannotImport: it is no such document, or larger than it may be.
    """
    packed = _opened(path)
    remarks = Remarks()
    pictures = _Pictures(room, remarks, shown)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(path.read_bytes()),
            convert_image=mammoth.images.img_element(pictures.take),
            style_map=_STYLES,
            include_embedded_style_map=False,
            id_prefix="note-",
        )
    except Exception as problem:  # mammoth raises whatever its readers do
        raise packed.refusal(
            tell("it is damaged (%(error)s)", error=type(problem).__name__)
        ) from problem
    for one in list(dict.fromkeys(made.messages))[:MOST_SAID]:
        remarks.say(
            NOT_UNDERSTOOD, Span(shown), _said(one.message), tell("its words are in the story")
        )
    if "word/comments.xml" in packed.names:
        message = tell("what others have remarked in the margin is not a part of the story")
        remarks.say(
            NOT_UNDERSTOOD, Span(shown), message, tell("it is in the document, which is kept aside")
        )
    if len(made.value) > LONGEST:
        message = tell("it is so long that its end stands in the story as HTML")
        remarks.say(NOT_UNDERSTOOD, Span(shown), message, tell("make several pieces of work of it"))
    text = to_markdown(made.value, plain_picture)
    title, text = _title(packed, path, text)
    date, dated = _date(packed, path)
    made_on(dated, date, remarks, Span(shown))
    noun = Artifact(title=title, date=date, media=pictures.media())
    slug = Names(room.taken("artifacts")).slug_for(path.stem, title, otherwise="document")
    piece = Piece(noun=noun, slug=slug, text=text, files=pictures.files, origin=shown)
    aside = {path.name: path, **pictures.aside}
    return Haul(pieces=(piece,), aside=aside, found=tuple(remarks.found))


def _opened(path: Path) -> Packed:
    """The document, once it is certain that reading it is harmless: of bounded size, and without entities."""
    packed = Packed(path, WHAT)
    if _BODY not in packed.names:
        raise packed.refusal(tell("an old `.doc`, or a file of another program"))
    for name in packed.names:
        if name.endswith((".xml", ".rels")) and _DECLARES.search(packed.read(name, LARGEST_TEXT)):
            raise packed.refusal(
                tell(
                    "`%(name)s` in it declares a document type, which no word processor writes",
                    name=name,
                )
            )
    return packed


def _title(packed: Packed, path: Path, text: str) -> tuple[str, str]:
    """What it calls itself, and the story without that heading."""
    if found := _HEADING.match(text):
        words = " ".join(plain(re.sub(r"[*\\`]", "", found["words"])).text.split())
        if words and len(words) <= LONGEST_LINE:
            return words, text[found.end() :]
    written = _TITLE.search(_properties(packed))
    words = " ".join(plain(written[1].decode("utf-8", "replace")).text.split()) if written else ""
    name = posixpath.splitext(path.name)[0].replace("_", " ").replace("-", " ")
    return shortened(words or name, LONGEST_LINE) or "Document", text


def _date(packed: Packed, path: Path) -> tuple[PartialDate, bool]:
    if found := _CREATED.search(_properties(packed)):
        try:
            return PartialDate.parse(found[1].decode("ascii", "replace")[:10]), True
        except ValueError:
            pass
    return day_of_file(path), False


def _properties(packed: Packed) -> bytes:
    return packed.read(_PROPERTIES, LARGEST_TEXT) if _PROPERTIES in packed.names else b""


def _said(message: str) -> Sentence:
    words = " ".join(message.split())
    # In the words of the library that reads the document, which are English.
    return Sentence(f"{words[:1].lower()}{words[1:300]}")
