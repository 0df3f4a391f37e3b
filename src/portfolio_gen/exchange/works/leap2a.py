"""A portfolio that was exported as Leap2A, as by Mahara: an Atom feed, with files beside it in a zip.

Leap2A specification 2010-07 (entry types, relationships, literals), which builds on Atom (RFC 4287).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import field
from html import escape
from pathlib import Path
from urllib.parse import unquote

from portfolio_gen.diagnostics import Rule, Span, Told
from portfolio_gen.exchange.plain_text import LONGEST_LINE, LONGEST_PROSE, plain, shortened
from portfolio_gen.exchange.rules import (
    FILE_NOT_BROUGHT,
    KEPT_ASIDE,
    NOT_UNDERSTOOD,
    UNKNOWN_FORMAT,
)
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.exchange.works.haul import Haul, Held, Piece, Remarks
from portfolio_gen.exchange.works.html_text import Picture, escaped, plain_picture, to_markdown
from portfolio_gen.exchange.works.names import Names
from portfolio_gen.exchange.works.packed import LARGEST_TEXT, Packed
from portfolio_gen.exchange.works.room import Room
from portfolio_gen.exchange.works.times import read_date
from portfolio_gen.exchange.works.xml_tree import Element, read_xml
from portfolio_gen.model.artifact import PICTURES, Artifact, Media
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.student import Goal, Narrative
from portfolio_gen.model.tell import NOTHING, tell, to_tell
from portfolio_gen.model.value import dataclass

WHAT = to_tell("a portfolio in the format Leap2A")
_SIGN = " "
"""Stands between a namespace and a name, as `xml_tree` writes it."""
_ATOM = "http://www.w3.org/2005/Atom "
_XHTML = "http://www.w3.org/1999/xhtml "
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
_LEAPS = (
    "http://terms.leapspecs.org/ ",
    "http://wiki.leapspecs.org/2A/terms ",
    "http://wiki.cetis.ac.uk/2009-03/Leap2A_predicates# ",
)
"""Namespaces of the format, one after the other."""
_OF_ATOM = "title id updated published content summary category link author"
_UNDERSTOOD = frozenset(f"{_ATOM}{one}" for one in _OF_ATOM.split())
_ABOUT_ME = "about-me"
_SECTIONS: Mapping[str, tuple[str, str]] = {
    "person": (_ABOUT_ME, "About me"),
    "ability": ("abilities", "What I can do"),
    "achievement": ("achievements", "What I have achieved"),
    "activity": ("activities", "What I have done"),
    "affiliation": ("places", "Where I have been"),
    "organization": ("places", "Where I have been"),
    "meeting": ("activities", "What I have done"),
}
"""Kind of entry to slug and title of the page on which all of its kind stand."""
_REACHED = frozenset({"completed", "achieved", "complete"})


@dataclass(slots=True)
class Entry:
    """An entry of the feed."""

    element: Element
    id: str
    kind: str
    title: str
    links: tuple[tuple[str, str], ...]
    """Relation and address of each link."""

    @property
    def line(self) -> int:
        """The line on which it stands."""
        return self.element.line


def import_leap2a(path: Path, *, shown: str, room: Room) -> Haul:
    """A Leap2A feed, alone or in a zip with its files.

    Raises:
        CannotImport: it is no such feed, or larger than it may be.
    """
    packed = Packed(path, WHAT) if path.read_bytes()[:2] == b"PK" else None
    if packed is None:
        if path.stat().st_size > LARGEST_TEXT:
            raise CannotImport(
                UNKNOWN_FORMAT,
                tell("this is not %(what)s: it is too large for one", what=tell(WHAT)),
                tell("export a part of it"),
            )
        data, inside = path.read_bytes(), ""
    else:
        inside = _feed_in(packed)
        data = packed.read(inside, LARGEST_TEXT)
    feed = read_xml(data, WHAT)
    if feed.name != f"{_ATOM}feed":
        raise CannotImport(
            UNKNOWN_FORMAT,
            tell("this is not %(what)s: it is no Atom feed", what=tell(WHAT)),
            tell("export it as Leap2A"),
        )
    name = f"{shown}/{inside}" if inside else shown
    return _Import(feed, packed, posixpath.dirname(inside), name, room, data).haul()


def _feed_in(packed: Packed) -> str:
    feeds = [one for one in packed.names if posixpath.basename(one).lower() == "leap2a.xml"]
    if not feeds:
        raise packed.refusal(tell("there is no `leap2a.xml` in it"))
    return min(feeds, key=lambda one: (one.count("/"), one))


@dataclass(slots=True)
class _Import:
    feed: Element
    packed: Packed | None
    base: str
    shown: str
    room: Room
    data: bytes
    remarks: Remarks = field(default_factory=Remarks)
    used: set[str] = field(default_factory=set)

    def haul(self) -> Haul:
        """Everything that came of it."""
        entries = tuple(self._entries())
        works, goals = Names(self.room.taken("artifacts")), Names(self.room.taken("goals"))
        files = {one.id: name for one in entries if (name := self._file_of(one))}
        pieces: list[Piece] = []
        sections: dict[str, list[Entry]] = {}
        blogs = {one.id: one.title for one in entries if one.kind == "selection"}
        for one in entries:
            if one.kind == "plan":
                pieces.append(self._goal(one, goals))
            elif one.kind in _SECTIONS:
                sections.setdefault(_SECTIONS[one.kind][0], []).append(one)
            elif one.id not in files and (one.kind != "selection" or self._says(one)):
                pieces.append(self._work(one, works, files, blogs))
        pieces += self._pages(sections)
        loose = [name for id, name in files.items() if name not in self.used]
        pieces += self._loose(loose, works)
        aside: dict[str, Held] = {"leap2a.xml": self.data}
        for name in self.packed.names if self.packed else ():
            if name not in self.used and not name.endswith("leap2a.xml"):
                aside[name] = self.packed.read(name) if self.packed else b""
                self._say(
                    KEPT_ASIDE,
                    1,
                    tell("`%(name)s` belongs to no entry; it is kept aside", name=name),
                )
        return Haul(pieces=self._as_many(pieces), aside=aside, found=tuple(self.remarks.found))

    def _as_many(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        """As many pieces of work as there may be; the others are in the feed, which is kept."""
        works = [one for one in pieces if isinstance(one.noun, Artifact)]
        for one in works[self.room.works :]:
            message = tell(
                "a student has at most %(limit)s pieces of work; `%(title)s` is not one of them",
                limit=Figure(self.room.limit),
                title=str(one.noun.title),
            )
            self._say(KEPT_ASIDE, 1, message, tell("it is in the export, which is kept aside"))
        dropped = set(map(id, works[self.room.works :]))
        return tuple(one for one in pieces if id(one) not in dropped)

    def _say(self, rule: Rule, line: int, message: Told, hint: Told = NOTHING) -> None:
        self.remarks.say(rule, Span(self.shown, line), message, hint)

    def _entries(self) -> Iterator[Entry]:
        for element in self.feed.all(f"{_ATOM}entry"):
            title = element.first(f"{_ATOM}title")
            id = element.first(f"{_ATOM}id")
            links = tuple(
                (_relation(one), one.given.get("href", "")) for one in element.all(f"{_ATOM}link")
            )
            yield Entry(
                element,
                id.text().strip() if id else "",
                _kind(element),
                _line(title.text() if title else ""),
                links,
            )

    def _file_of(self, one: Entry) -> str:
        """The file of the zip that an entry is about; empty when it is about none."""
        content = one.element.first(f"{_ATOM}content")
        source = content.given.get("src", "") if content else ""
        if not source:
            return ""
        name = posixpath.normpath(posixpath.join(self.base, unquote(source)))
        if self.packed and name in self.packed.names:
            return name
        if "://" not in source:
            self._say(
                FILE_NOT_BROUGHT,
                one.line,
                tell("the file `%(source)s` is not in the export", source=source),
                tell("put it beside the story"),
            )
        return ""

    def _says(self, one: Entry) -> bool:
        """Whether a collection says more than what is in it."""
        return bool(self._story(one, plain_picture).strip())

    def _story(self, one: Entry, picture: Picture) -> str:
        parts = []
        for name in ("summary", "content"):
            element = one.element.first(f"{_ATOM}{name}")
            if element is not None:
                parts.append(_markdown(element, picture))
        return "\n".join(filter(None, parts))

    def _work(
        self, one: Entry, works: Names, files: Mapping[str, str], blogs: Mapping[str, str]
    ) -> Piece:
        shelf = _Files(self, files)
        text = self._story(one, shelf.picture)
        for relation, target in one.links:
            if target in files:
                shelf.take(files[target], "")
            elif "://" in target and relation not in ("self",):
                text += f"\n<{target}>\n"
        date, dated = self._date(one)
        parents = [
            blogs[target]
            for relation, target in one.links
            if target in blogs and relation.endswith("part_of")
        ]
        noun = Artifact(
            title=one.title or "Entry",
            date=date,
            tags=tuple(dict.fromkeys(filter(None, (*parents, *_categories(one.element)))))[:30],
            media=shelf.media(),
            status="published" if dated else "draft",
        )
        slug = works.slug_for(one.title, otherwise="entry")
        return Piece(
            noun=noun,
            slug=slug,
            text=text,
            kept=self._kept(one),
            files=shelf.files,
            origin=self.shown,
        )

    def _goal(self, one: Entry, names: Names) -> Piece:
        said = {
            _status(element, leap)
            for leap in _LEAPS
            for element in one.element.all(f"{leap}status")
        }
        noun = Goal(title=one.title or "Plan", status="reached" if said & _REACHED else "open")
        text = self._story(one, plain_picture)
        return Piece(
            noun=noun,
            slug=names.slug_for(one.title, otherwise="plan"),
            text=text,
            kept=self._kept(one),
            origin=self.shown,
        )

    def _pages(self, sections: Mapping[str, list[Entry]]) -> Iterator[Piece]:
        names = Names(self.room.taken("narratives"))
        titles = dict(_SECTIONS.values())
        for slug, entries in sections.items():
            text = "\n".join(self._section(one) for one in entries)
            kept = tuple(line for one in entries for line in self._kept(one))
            noun = Narrative(title=titles[slug])
            yield Piece(
                noun=noun,
                slug=names.slug_for(slug, otherwise=slug),
                text=text,
                kept=kept,
                origin=self.shown,
            )

    def _section(self, one: Entry) -> str:
        """An entry as a part of a page: a heading, its days, and what it says."""
        dates = (element for leap in _LEAPS for element in one.element.all(f"{leap}date"))
        days = ", ".join(filter(None, (_line(element.text()) for element in dates)))
        fields = [
            f"- {_field(element, leap)}{escaped(_line(element.text()))}"
            for leap in _LEAPS
            for element in one.element.all(f"{leap}persondata", f"{leap}orgdata", f"{leap}myrole")
        ]
        parts = (
            f"## {escaped(one.title) or 'Entry'}",
            days,
            self._story(one, plain_picture).strip(),
            "\n".join(fields),
        )
        return "\n\n".join(filter(None, parts)) + "\n"

    def _loose(self, names: list[str], works: Names) -> Iterator[Piece]:
        """Files that no entry shows, as many to a piece of work as it may hold."""
        for start in range(0, len(names), self.room.files):
            shelf = _Files(self, {})
            for name in names[start : start + self.room.files]:
                shelf.take(name, "")
            date, _ = self._date(None)
            noun = Artifact(title="Files", date=date, media=shelf.media())
            yield Piece(
                noun=noun,
                slug=works.slug_for("files", otherwise="files"),
                text="Files that came along.\n",
                files=shelf.files,
                origin=self.shown,
            )

    def _date(self, one: Entry | None) -> tuple[PartialDate, bool]:
        """When something was made, or when the feed was; and whether it says so itself."""
        for element, own in ((one.element if one else None, True), (self.feed, False)):
            for name in ("published", "updated"):
                found = element.first(f"{_ATOM}{name}") if element else None
                if found is not None and (read := read_date(found.text())):
                    return read.date, own
        return PartialDate(1970), False

    def _kept(self, one: Entry) -> tuple[str, ...]:
        """What an entry says beyond what a page has keys for."""
        lines = []
        facts = ("persondata", "orgdata", "myrole", "date") if one.kind in _SECTIONS else ()
        told = {f"{leap}{name}" for leap in _LEAPS for name in facts}
        for child in one.element.children:
            if not isinstance(child, Element) or child.name in _UNDERSTOOD or child.name in told:
                continue
            if child.name == f"{_RDF}type":
                continue
            name = child.name.rpartition(_SIGN)[2]
            given = " ".join(
                f"{key.rpartition(_SIGN)[2]}={value}" for key, value in child.given.items()
            )
            said = " ".join(filter(None, (name, given, " ".join(child.text().split()))))
            lines.append(said)
            self._say(
                NOT_UNDERSTOOD,
                child.line,
                tell("`%(said)s` has no place here; it is kept as a remark", said=said[:80]),
            )
        return tuple(lines)


@dataclass(slots=True)
class _Files:
    """The files of one piece of work."""

    whole: _Import
    by_entry: Mapping[str, str]
    files: dict[str, Held] = field(default_factory=dict)
    alt: dict[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _names: Names = field(default_factory=lambda: Names(["artifact.md"]))

    def take(self, name: str, alt: str) -> str:
        """Let a file of the zip come along; gives its name here."""
        packed = self.whole.packed
        if packed is None or (name not in self._known and len(self.files) >= self.whole.room.files):
            return ""
        if name not in self._known:
            self._known[name] = own = self._names.file_for(name)
            self.files[own] = packed.read(name)
            self.whole.used.add(name)
        if alt.strip():
            self.alt.setdefault(self._known[name], plain(alt).text[:LONGEST_PROSE])
        return self._known[name]

    def picture(self, address: str, alt: str) -> str:
        """The Markdown for a picture in an entry, which names a file of the zip or the entry about it."""
        packed = self.whole.packed
        name = self.by_entry.get(address) or posixpath.normpath(
            posixpath.join(self.whole.base, unquote(address))
        )
        if packed and name in packed.names and (own := self.take(name, alt)):
            return plain_picture(own, alt)
        if "://" not in address:
            self.whole._say(
                FILE_NOT_BROUGHT,
                1,
                tell("the picture `%(address)s` is not in the export", address=address),
                tell("put it beside the story"),
            )
        return plain_picture(address, alt)

    def media(self) -> tuple[Media, ...]:
        """What the page lists."""
        old = {own: posixpath.basename(name) for name, own in self._known.items()}
        return tuple(
            Media(
                file=name,
                alt=self.alt.get(name),
                title=None if posixpath.splitext(name)[1] in PICTURES else _line(old[name]) or None,
            )
            for name in self.files
        )


def _field(element: Element, leap: str) -> str:
    """What a fact about a person or a place is called, with a colon; nothing where it is not said."""
    name = element.given.get(f"{leap}label", "") or element.given.get(f"{leap}field", "")
    return f"{escaped(_line(name.replace('_', ' ')))}: " if name else ""


def _status(element: Element, leap: str) -> str:
    """What became of a plan, in the format's own word or the student's."""
    given = element.given.get(f"{leap}status", "") or element.text()
    return given.replace(":", "/").rpartition("/")[2].strip().lower()


def _kind(element: Element) -> str:
    """What an entry is about, as `ability` or `resource`; a plain `entry` when it does not say."""
    found = element.first(f"{_RDF}type")
    given = found.given.get(f"{_RDF}resource", "") if found else ""
    return given.replace("#", "/").replace(":", "/").rpartition("/")[2].lower() or "entry"


def _relation(link: Element) -> str:
    return link.given.get("rel", "").replace(":", "/").rpartition("/")[2]


def _categories(element: Element) -> Iterator[str]:
    """Words that the student chose; those of the format itself say how something is shown there."""
    for one in element.all(f"{_ATOM}category"):
        if "categories" not in one.given.get("scheme", ""):
            yield _line(one.given.get("label") or one.given.get("term", ""))


def _line(text: str) -> str:
    return shortened(" ".join(plain(text).text.split()), LONGEST_LINE)


def _markdown(element: Element, picture: Picture) -> str:
    """What a text construct of Atom says (RFC 4287, section 3.1)."""
    kind = element.given.get("type", "text")
    if kind == "xhtml":
        return to_markdown(_html(element), picture)
    if kind == "html" or kind == "text/html":
        return to_markdown(element.text(), picture)
    return escaped(element.text().strip()) + "\n" if element.text().strip() else ""


def _html(element: Element) -> str:
    """Elements of XHTML as HTML."""
    parts = []
    for one in element.children:
        if isinstance(one, str):
            parts.append(escape(one, quote=False))
            continue
        name = one.name.removeprefix(_XHTML)
        given = "".join(f' {key}="{escape(value)}"' for key, value in one.given.items())
        parts.append(f"<{name}{given}>{_html(one)}</{name}>")
    return "".join(parts)
