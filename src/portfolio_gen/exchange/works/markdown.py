"""A portfolio that was a folder of Markdown (Jekyll, Hugo, MkDocs, or by hand) as pieces of work."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from portfolio_gen.diagnostics import Span
from portfolio_gen.exchange.rules import KEPT_ASIDE, WRITTEN_ANEW
from portfolio_gen.exchange.works.decoding import decoded
from portfolio_gen.exchange.works.fields import Fields
from portfolio_gen.exchange.works.folder import LARGEST_PAGE, OldSite, is_machinery, look_through
from portfolio_gen.exchange.works.haul import Haul, Held, Piece, Remarks
from portfolio_gen.exchange.works.html_text import to_markdown
from portfolio_gen.exchange.works.matter import Page, Parse, take_apart
from portfolio_gen.exchange.works.names import Names
from portfolio_gen.exchange.works.references import Shelf, Story
from portfolio_gen.exchange.works.room import Room
from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import tell, tell_many
from portfolio_gen.model.value import dataclass

_DATED = re.compile(r"(?:\d{4}-\d{1,2}-\d{1,2}-)?(?P<name>.*)", re.DOTALL)
_BODY = re.compile(r"<body\b[^<>]*>(.*?)(?:</body>|\Z)", re.DOTALL | re.IGNORECASE)
_INDEX = frozenset({"index", "_index", "readme"})
MOST_ASIDE = 2_000
"""Most files that are copied for safekeeping; what is more was never written by one student."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page that was read, and how its work will be called."""

    path: str
    page: Page
    slug: str
    damaged: bool
    """Whether some of its letters were guessed."""


def import_markdown(root: Path, *, shown: str, parse: Parse, room: Room) -> Haul:
    """All pages of a folder as pieces of work, with the files that they show.

    Args:
        root: the folder.
        shown: its path as people are shown it.
        parse: how YAML is read.
        room: what the student has already, and how much more there may be.

    Raises:
        CannotImport: it is no portfolio at all.
    """
    return _Import(look_through(root), shown, parse, room).haul()


@dataclass(slots=True)
class _Import:
    site: OldSite
    shown: str
    parse: Parse
    room: Room
    remarks: Remarks = field(default_factory=Remarks)
    used: set[str] = field(default_factory=set)
    """Files that are in the portfolio now."""
    aside: dict[str, Held] = field(default_factory=dict)

    def haul(self) -> Haul:
        """Everything that came of it."""
        names = Names(self.room.taken("artifacts"))
        drafts = [one for path in self.site.pages() if (one := self._draft(path, names))]
        kept, surplus = drafts[: self.room.works], drafts[self.room.works :]
        slugs = {one.path: one.slug for one in kept}
        addresses = {one: draft.path for draft in kept for one in _addresses(draft.page)}
        pieces = tuple(self._piece(one, slugs, addresses) for one in kept)
        for one in surplus:
            self._keep(
                one.path,
                tell("a student has at most %(most)s pieces of work", most=Figure(self.room.limit)),
            )
        self._rest()
        return Haul(pieces=pieces, aside=self.aside, found=tuple(self.remarks.found))

    def _span(self, path: str, line: int = 1) -> Span:
        return Span(f"{self.shown}/{path}", line)

    def _draft(self, path: str, names: Names) -> _Draft | None:
        try:
            data = self.site.read(path)
        except OSError as problem:
            self._cannot(path, tell("it cannot be read: %(reason)s", reason=str(problem.strerror)))
            return None
        if len(data) > LARGEST_PAGE:
            self._keep(
                path,
                tell(
                    "it has more than %(most)s bytes, which is a lot of text",
                    most=Figure(LARGEST_PAGE),
                ),
            )
            return None
        text, guessed = decoded(data)
        if guessed:
            message = tell(
                "it is not saved as UTF-8, so its letters were read as %(guessed)s", guessed=guessed
            )
            self.remarks.say(
                WRITTEN_ANEW, self._span(path), message, tell("look whether accents are right")
            )
        page = take_apart(text, self.parse)
        if self._is_bare(path, page):
            return None
        self.used.add(path)
        return _Draft(path, page, self._slug(path, page, names), bool(guessed))

    def _is_bare(self, path: str, page: Page) -> bool:
        """Whether there is nothing to tell: an empty page, or one of HTML that only a template fills."""
        if page.body.strip() or page.keys:
            return False
        self._keep(path, tell("there is nothing on this page"))
        return True

    def _slug(self, path: str, page: Page, names: Names) -> str:
        stem = posixpath.splitext(posixpath.basename(path))[0]
        match = _DATED.fullmatch(stem)
        name = (match["name"] if match else "") or stem
        folder = posixpath.basename(posixpath.dirname(path))
        folder = "" if folder in self.site.roots else folder
        wishes = (folder, "home") if name.casefold() in _INDEX else (name,)
        own = page.keys.get("slug")
        return names.slug_for(own if isinstance(own, str) else "", *wishes, otherwise="page")

    def _piece(
        self, draft: _Draft, slugs: Mapping[str, str], addresses: Mapping[str, str]
    ) -> Piece:
        page, path = draft.page, draft.path
        shelf = Shelf(self.site, path, self.room, self._span(path).path)
        story = Story(shelf, slugs, addresses, self.remarks)
        body, line = page.body, page.body_line
        if path.lower().endswith((".html", ".htm")):
            inner = _BODY.search(body)
            line += body.count("\n", 0, inner.start(1)) if inner else 0
            body = to_markdown(inner[1] if inner else body)
            self._copy(path)
        text = story.told(body, line)
        fields = Fields(page, path, self.site.files[path], self._span(path).path, self.remarks)
        noun, kept, text = fields.artifact(text, story)
        self._take_neighbours(path, shelf, slugs)
        noun = replace(noun, media=shelf.media(), cover=shelf.cover(noun.cover))
        self.used |= shelf.sources
        if kept or story.changed or draft.damaged or page.trouble:
            self._copy(path)
        return Piece(
            noun=noun,
            slug=draft.slug,
            text=text,
            kept=kept,
            files=shelf.files,
            origin=self._span(path).path,
        )

    def _take_neighbours(self, path: str, shelf: Shelf, slugs: Mapping[str, str]) -> None:
        """What lies in a folder with one page belongs to that page, whether it is shown there or not."""
        folder = posixpath.dirname(path)
        if not folder or any(one != path and posixpath.dirname(one) == folder for one in slugs):
            return
        for one in sorted(self.site.files):
            if posixpath.dirname(one) == folder and one != path and not is_machinery(one):
                shelf.take(one)

    def _rest(self) -> None:
        """Say what became of everything else."""
        machinery: dict[str, list[str]] = {}
        for path in sorted(self.site.files.keys() - self.used - self.aside.keys()):
            if is_machinery(path):
                machinery.setdefault(path.partition("/")[0], []).append(path)
            elif path not in self.aside:
                self._keep(path, tell("no page shows it or links to it"))
        for folder, paths in machinery.items():
            message = tell_many(
                "how the old site looked, or what was built of it, stays where it is "
                "(%(count)s file here)",
                "how the old site looked, or what was built of it, stays where it is "
                "(%(count)s files here)",
                len(paths),
                count=Figure(len(paths)),
            )
            self.remarks.say(KEPT_ASIDE, self._span(folder), message)
        for path in self.site.refused:
            why = tell("it is a link, a pipe or the like, and nothing is read through it")
            self._cannot(path, why)

    def _cannot(self, path: str, why: Sentence) -> None:
        self.remarks.say(
            KEPT_ASIDE,
            self._span(path),
            tell("it was left where it is: %(why)s", why=why),
            tell("bring it yourself if it matters"),
        )

    def _keep(self, path: str, why: Sentence) -> None:
        if self._copy(path):
            message, hint = (
                tell("%(why)s; it is kept aside", why=why),
                tell("nothing that is kept aside is ever shown"),
            )
            self.remarks.say(KEPT_ASIDE, self._span(path), message, hint)
        else:
            self._cannot(path, why)

    def _copy(self, path: str) -> bool:
        if len(self.aside) >= MOST_ASIDE:
            return False
        self.aside[path] = self.site.files[path]
        return True


def _addresses(page: Page) -> Iterator[str]:
    """The addresses that a page says it has, or had."""
    for key in ("permalink", "url", "aliases", "redirect_from"):
        value = page.keys.get(key)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str) and (address := one.strip("/")):
                yield address
