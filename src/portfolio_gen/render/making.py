"""Pages on their way into a folder: rendered, written, and made known to search."""

from __future__ import annotations

import html
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Span, in_order
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.render.addresses import file_of
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.engine import Site, finished
from portfolio_gen.render.pages import Sheet
from portfolio_gen.render.rules import TEMPLATE_BROKEN
from portfolio_gen.render.shelves import TemplateFault
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.stories import Stories
from portfolio_gen.render.tools import Tools
from portfolio_gen.render.twins import Edition
from portfolio_gen.render.words.pairs import alone
from portfolio_gen.render.workshop import Rendered, Workshop

HUES = "hues.css"
"""Style sheet that a theme renders for each site, with the colours of its school and domains."""


@dataclass(kw_only=True)
class Making:
    """Pages on their way into a folder."""

    workshop: Workshop
    engine: Site
    staging: Staging
    cabinet: Cabinet
    stories: Stories
    names: Mapping[str, Any]
    home: str
    """Address of the edition's index, relative to the site; empty for the index itself."""
    made: dict[tuple[Hashable, ...], str] = field(default_factory=dict)
    """What macros have made for all pages."""
    entries: list[dict[str, str]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    edition: Edition | None = None
    """What the site has in common with other editions of the same student."""

    def finish(self, sheets: Iterable[Sheet]) -> Rendered:
        """Write all pages, the style sheet of the site, and its search index."""
        for sheet in sheets:
            self._page(sheet)
        self._hues()
        index = self.engine.search_index(self.entries)
        self.staging.write(f"{self.engine.base}search/search_index.json", index.encode())
        found = (*self.faults, *self.cabinet.diagnostics, *self.stories.diagnostics)
        return Rendered(
            files=self.staging.written(),
            diagnostics=in_order(found),
            passing=self.cabinet.passing,
        )

    def found_by(self, location: str, title: str, texts: Iterable[str]) -> None:
        """Let search find an address by a title and texts, which are escaped here."""
        text = html.escape(alone(" ".join(one for one in texts if one)))
        title = html.escape(alone(title))
        self.entries.append({"location": location, "title": title, "text": text})

    def _page(self, sheet: Sheet) -> None:
        try:
            tools, page = self._mounted(sheet) or self._whole(sheet)
        except TemplateFault as fault:
            self.blame(fault)
            return
        self.staging.write(file_of(sheet.address), self.engine.engine.spoken(page))
        self._index(sheet, tools)

    def _mounted(self, sheet: Sheet) -> tuple[Tools, bytes] | None:
        """A page inside what stands around others too, where that can be."""
        tools, canonical = self.tools(sheet.address), self.canonical(sheet.address)
        twin = self.edition.twin(sheet, canonical, tools.answers()) if self.edition else None
        if twin:
            tools.take_over(twin)
        looked: dict[str, Any] = {}
        page = self.engine.mounted(
            sheet.template,
            self._found(sheet, tools),
            canonical=canonical,
            looked_at=self.edition.seen(self.names, looked) if self.edition else {},
            known=twin.leaves if twin else (),
        )
        if page is None:
            return None
        if self.edition:
            self.edition.pages[sheet.address] = twin or tools.twin(
                sheet, canonical, looked, page.leaves
            )
        return tools, finished(page.text, tools.tints)

    def _whole(self, sheet: Sheet) -> tuple[Tools, bytes]:
        """A page from its first to its last tag."""
        tools = self.tools(sheet.address)
        page = self.engine.render(
            sheet.template,
            sheet.address,
            sheet.title,
            self._found(sheet, tools),
            tints=tools.tints,
            canonical=self.canonical(sheet.address),
        )
        return tools, page

    def _found(self, sheet: Sheet, tools: Tools) -> dict[str, Any]:
        """What a page's template finds."""
        return {
            **self.names,
            **tools.names(),
            "subject": sheet.subject,
            "title": sheet.title,
            "description": sheet.description,
        }

    def tools(self, here: str) -> Tools:
        """What a page at an address is made with."""
        return Tools(
            engine=self.engine,
            school=self.names["school"],
            cabinet=self.cabinet,
            stories=self.stories,
            here=here,
            home=self.home,
            made=self.made,
            explained=self.explained,
        )

    @cached_property
    def explained(self) -> frozenset[str]:
        """Ids of the words that the site's glossary explains."""
        site: SiteBlueprint | None = self.names.get("site")
        return frozenset(one.id for one in site.glossary) if site else frozenset()

    def canonical(self, address: str) -> str:
        """The public web address of a page; empty where search engines should not look."""
        return self.workshop.public(self.engine.root + address)

    def _index(self, sheet: Sheet, tools: Tools) -> None:
        """Let search find a page by its texts, and each part of its stories by theirs; no address twice."""
        if not self.home:
            return  # an edition's index is found by the people on it
        opening = (html.unescape(one.text) for one in tools.sections if not one.id)
        self.found_by(sheet.address, sheet.heading, (*sheet.searched, *opening))
        for part in tools.sections:
            if part.id:
                place = f"{sheet.address}#{html.unescape(part.id)}"
                self.entries.append({"location": place, "title": part.title, "text": part.text})

    def _hues(self) -> None:
        try:
            text = self.engine.render_bare(HUES, {**self.names, **self.tools(HUES).names()})
        except TemplateFault as fault:
            self.blame(fault)
            return
        self.staging.write(HUES, text.encode())

    def blame(self, fault: TemplateFault) -> None:
        """Say what is wrong with a template of the theme."""
        message = tell("the theme's template has a mistake: %(reason)s", reason=fault.reason)
        hint = tell("mend it, or choose another theme in `portfolio.yml`")
        self.faults.append(Diagnostic(TEMPLATE_BROKEN, Span(fault.path, fault.line), message, hint))
