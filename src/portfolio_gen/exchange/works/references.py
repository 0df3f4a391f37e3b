"""References of a story led to where things are now, and the files that come along with it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from portfolio_gen.diagnostics import Span
from portfolio_gen.exchange.plain_text import LONGEST_PROSE, plain
from portfolio_gen.exchange.rules import FILE_NOT_BROUGHT, KEPT_ASIDE, NOT_UNDERSTOOD, WRITTEN_ANEW
from portfolio_gen.exchange.works.body import (
    REFERENCE,
    attribute,
    leftovers,
    outside_code,
    without_templates,
)
from portfolio_gen.exchange.works.folder import OldSite
from portfolio_gen.exchange.works.haul import Remarks
from portfolio_gen.exchange.works.names import Names
from portfolio_gen.exchange.works.room import Room
from portfolio_gen.model.artifact import PICTURES, Media
from portfolio_gen.model.tell import tell, to_tell
from portfolio_gen.model.value import dataclass

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
_GROUPS = ("wide", "link", "double", "single", "bare", "defined")
MOST_NAMED = 20
"""How many leftovers of one page are named one by one."""


@dataclass(slots=True)
class Shelf:
    """The files of one piece of work."""

    site: OldSite
    page: str
    room: Room
    shown: str
    files: dict[str, Path] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    _names: Names = field(default_factory=lambda: Names(["artifact.md"]))
    _by_source: dict[str, str] = field(default_factory=dict)
    _alt: dict[str, str] = field(default_factory=dict)
    _bytes: int = 0

    def take(self, source: str, alt: str = "") -> str:
        """Let a file come along; returns its name here, empty when there is no room for it."""
        if source not in self._by_source:
            size = self.site.files[source].lstat().st_size
            if (
                len(self.files) >= self.room.files
                or self._bytes + size > self.room.megabytes * 1_000_000
            ):
                return ""
            self._bytes += size
            name = self._names.file_for(source)
            self.files[name] = self.site.files[source]
            self._by_source[source] = name
            self.sources.add(source)
        name = self._by_source[source]
        if alt.strip() and name not in self._alt:
            self._alt[name] = plain(alt).text[:LONGEST_PROSE]
        return name

    def media(self) -> tuple[Media, ...]:
        """What the page lists."""
        titles = {name: posixpath.basename(source) for source, name in self._by_source.items()}
        return tuple(
            Media(file=name, alt=self._alt.get(name) or None, title=_title(name, titles[name]))
            for name in self.files
        )

    def cover(self, name: str | None) -> str | None:
        """The same name, if it is a picture's."""
        return name if name in self.files and _is_picture(name or "") else None


def _title(name: str, old: str) -> str | None:
    """What to call a file where it is offered: as it was called, if that says anything."""
    return None if _is_picture(name) else " ".join(plain(old).text.split())[:300] or None


def _is_picture(name: str) -> bool:
    return posixpath.splitext(name)[1].lower() in PICTURES


def _shows(found: re.Match[str]) -> bool:
    """Whether a reference shows a picture, and does not lead somewhere."""
    return bool(found["picture"]) or (found["tag"] or "").lower().startswith("<img")


@dataclass(slots=True)
class Story:
    """A story on its way from another program."""

    shelf: Shelf
    slugs: Mapping[str, str]
    """Page of the old site to the slug of the work that it becomes."""
    addresses: Mapping[str, str]
    """Address that a page gave itself, without slashes around it, to the page."""
    remarks: Remarks
    changed: bool = False
    """Whether it says something in another way than before."""
    stumbling: bool = False
    """Whether signs of a template are left in it."""

    def told(self, body: str, line: int) -> str:
        """The story with its references led right.

        Args:
            body: in Markdown, as it was.
            line: the line of the file on which it begins.
        """
        text = outside_code(body, lambda stretch, _: without_templates(stretch))
        self.changed = self.changed or text != body
        text = outside_code(text, lambda stretch, at: self._led(stretch, text, at, line))
        self._say_leftovers(text, line)
        return text

    def _led(self, stretch: str, text: str, at: int, line: int) -> str:
        def led(found: re.Match[str]) -> str:
            group = next(one for one in _GROUPS if found[one] is not None)
            where = Span(self.shelf.shown, line + text.count("\n", 0, at + found.start()))
            new = self._meant(found[group], found, where)
            if new is None:
                return found[0]
            start, end = found.span(group)
            shift = found.start()
            return found[0][: start - shift] + new + found[0][end - shift :]

        return REFERENCE.sub(led, stretch)

    def _meant(self, reference: str, found: re.Match[str], where: Span) -> str | None:
        """What to write for a reference; None to leave it as it is."""
        if _ELSEWHERE.match(reference):
            return None
        source, exact = self.shelf.site.find(reference, self.shelf.page)
        if not source and not _shows(found):
            source = self._page_of(reference)
        part = reference.partition("#")[2]
        if source in self.slugs:
            here = "#" if source == self.shelf.page else f"../{self.slugs[source]}/artifact.md"
            return f"{here}{f'#{part}' if part and here != '#' else part}"
        if not source:
            self._missing(reference, found, where)
            return None
        alt = (
            found["words"]
            if found["picture"]
            else attribute(found[0] + ">", "alt")
            if found["tag"]
            else ""
        )
        alt = alt or self._later_alt(found)
        name = self.shelf.take(source, alt)
        if not name:
            message = tell(
                "`%(reference)s` is more than one piece of work may hold; it is kept aside",
                reference=reference,
            )
            self.remarks.say(
                KEPT_ASIDE, where, message, tell("make a piece of work of its own for it")
            )
            return None
        if not exact:
            message = tell(
                "`%(reference)s` is really called `%(source)s`, and was taken from there",
                reference=reference,
                source=source,
            )
            self.remarks.say(WRITTEN_ANEW, where, message)
        return name

    def _later_alt(self, found: re.Match[str]) -> str:
        """The alt text of a picture in HTML when it stands behind its address."""
        if not (found["tag"] and _shows(found)):
            return ""
        rest = found.string[found.start() : found.start() + 4_000]
        return attribute(rest[: rest.find(">") + 1], "alt")

    def _page_of(self, reference: str) -> str:
        """The page that an address without an ending means, as `about/` or `/2023/05/03/title/`."""
        bare = reference.split("#")[0].split("?")[0]
        if own := self.addresses.get(bare.strip("/")):
            return own
        stem = (
            posixpath.splitext(bare)[0].strip("/")
            if bare.endswith((".html", ".htm"))
            else bare.strip("/")
        )
        for path in (
            f"{stem}{ending}" for ending in (".md", "/index.md", "/_index.md", ".markdown", ".html")
        ):
            source, _ = self.shelf.site.at(path, self.shelf.page) if stem else ("", False)
            if source in self.slugs:
                return source
        dated = [one for one in self.slugs if one.endswith(f"-{posixpath.basename(stem)}.md")]
        return dated[0] if len(dated) == 1 and stem else ""

    def _missing(self, reference: str, found: re.Match[str], where: Span) -> None:
        if "{" in reference:
            return
        words = (
            to_tell("the picture `%(reference)s` is nowhere in this folder")
            if _shows(found)
            else to_tell("the file or page `%(reference)s` is nowhere in this folder")
        )
        message = tell(words, reference=reference)
        self.remarks.say(
            FILE_NOT_BROUGHT,
            where,
            message,
            tell("put it beside the story, or take the reference out"),
        )

    def _say_leftovers(self, text: str, line: int) -> None:
        for place, (at, what, stumbling) in enumerate(leftovers(text)):
            self.changed = True
            self.stumbling = self.stumbling or stumbling
            if place < MOST_NAMED:
                where = Span(self.shelf.shown, line + text.count("\n", 0, at))
                said = " ".join(what.split())[:80]
                message = tell(
                    "`%(said)s` is for the old site's program; it stands in the story as it was",
                    said=said,
                )
                hint = (
                    tell("write what it showed, or take it out")
                    if stumbling
                    else tell("it is not published")
                )
                self.remarks.say(NOT_UNDERSTOOD, where, message, hint)
