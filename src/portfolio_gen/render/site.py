"""One student's site in one edition: blueprint in, files out."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portfolio_gen.diagnostics import Diagnostic, Span, in_order
from portfolio_gen.model.blueprint import IndexBlueprint, SiteBlueprint
from portfolio_gen.render.addresses import file_of
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.engine import Engine, Site, open_engine
from portfolio_gen.render.pages import Sheet, index_page, pages_of
from portfolio_gen.render.rules import TEMPLATE_BROKEN
from portfolio_gen.render.shelves import TemplateFault
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.stories import Stories
from portfolio_gen.render.tools import Tools
from portfolio_gen.render.workshop import Rendered, Workshop

HUES = "hues.css"
"""Style sheet that a theme renders for each site, with the colours of its school and domains."""
INDEX_FILES = "index.files/"
"""Folder for what belongs to an edition's index; its dot keeps it apart from any student's."""


def make_site(blueprint: SiteBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write a student's site into a folder, as it will stand at the person's address in the edition.

    Content that cannot be rendered becomes diagnostics, and something honest in its place.
    """
    person, school = blueprint.person, blueprint.school
    engine = open_engine(workshop.themes, school.language)
    languages = (person.language, *(one.language for one in blueprint.artifacts))
    staging, about = Staging(into), _student(blueprint)
    making = Making(
        workshop=workshop,
        engine=engine.site(person.name, person.address, languages),
        staging=staging,
        cabinet=_cabinet(blueprint, workshop, staging, engine, about),
        stories=Stories(_sources(blueprint), complete=blueprint.edition == "self", about=about),
        names={"site": blueprint, "school": school},
        home="../",
    )
    return making.finish(pages_of(blueprint, engine.say))


def make_index(blueprint: IndexBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write the page that says who is in an edition into the edition's folder; portraits go to `index.files/` there."""
    engine = open_engine(workshop.themes, blueprint.school.language)
    staging = Staging(into)
    cabinet = Cabinet(staging, workshop.cache, engine.language, folder=INDEX_FILES)
    for person in blueprint.people:
        if person.picture:
            cabinet.introduce([person.picture], f"students/{person.id}")
    making = Making(
        workshop=workshop,
        engine=engine.site(blueprint.school.name, "", base=INDEX_FILES),
        staging=staging,
        cabinet=cabinet,
        stories=Stories({}, complete=False),
        names={"index": blueprint, "school": blueprint.school},
        home="",
    )
    for person in blueprint.people:
        making.found_by(f"../{person.address}", person.name, (person.sentence, *person.interests))
    return making.finish([index_page(blueprint)])


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
    entries: list[dict[str, str]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def finish(self, sheets: Iterable[Sheet]) -> Rendered:
        """Write all pages, the style sheet of the site, and its search index."""
        for sheet in sheets:
            self._page(sheet)
        self._hues()
        index = self.engine.search_index(self.entries)
        self.staging.write(f"{self.engine.base}search/search_index.json", index.encode())
        found = (*self.faults, *self.cabinet.diagnostics, *self.stories.diagnostics)
        return Rendered(files=self.staging.written(), diagnostics=in_order(found))

    def found_by(self, location: str, title: str, texts: Iterable[str]) -> None:
        """Let search find an address by a title and texts, which are escaped here."""
        text = html.escape(" ".join(one for one in texts if one))
        self.entries.append({"location": location, "title": html.escape(title), "text": text})

    def _page(self, sheet: Sheet) -> None:
        tools = self._tools(sheet.address)
        names = {
            **self.names,
            **tools.names(),
            "subject": sheet.subject,
            "title": sheet.title,
            "description": sheet.description,
        }
        try:
            text = self.engine.render(
                sheet.template,
                sheet.address,
                sheet.title,
                names,
                tints=tools.tints,
                canonical=self._canonical(sheet.address),
            )
        except TemplateFault as fault:
            self._blame(fault)
            return
        self.staging.write(file_of(sheet.address), text.encode())
        self._index(sheet, tools)

    def _tools(self, here: str) -> Tools:
        return Tools(
            engine=self.engine,
            school=self.names["school"],
            cabinet=self.cabinet,
            stories=self.stories,
            here=here,
            home=self.home,
        )

    def _canonical(self, address: str) -> str:
        return (
            f"{self.workshop.address}{self.engine.root}{address}" if self.workshop.findable else ""
        )

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
            text = self.engine.render_bare(HUES, {**self.names, **self._tools(HUES).names()})
        except TemplateFault as fault:
            self._blame(fault)
            return
        self.staging.write(HUES, text.encode())

    def _blame(self, fault: TemplateFault) -> None:
        message = f"the theme's template has a mistake: {fault.reason}"
        hint = "mend it, or choose another theme in `portfolio.yml`"
        self.faults.append(Diagnostic(TEMPLATE_BROKEN, Span(fault.path, fault.line), message, hint))


def _cabinet(
    blueprint: SiteBlueprint, workshop: Workshop, staging: Staging, engine: Engine, about: str
) -> Cabinet:
    cabinet = Cabinet(staging, workshop.cache, engine.language, about=about)
    if blueprint.person.picture:
        cabinet.introduce([blueprint.person.picture], f"students/{about}")
    for work in blueprint.artifacts:
        cabinet.introduce(work.media, work.source.rpartition("/")[0])
    return cabinet


def _sources(blueprint: SiteBlueprint) -> dict[str, str]:
    """Which file became which page."""
    pages: list[tuple[str, str]] = [(one.source, one.address) for one in blueprint.artifacts]
    pages += [(one.source, one.address) for one in blueprint.narratives]
    pages += [(one.source, one.address) for one in blueprint.pitches]
    pages += [(one.source, "goals/") for one in blueprint.goals]
    if blueprint.opening:
        pages.append((blueprint.opening.source, ""))
    return dict(pages)


def _student(blueprint: SiteBlueprint) -> str:
    """The student's id, which the address need not tell: the folder that their files lie in."""
    folders = (source.split("/") for source in _sources(blueprint))
    return next((parts[1] for parts in folders if len(parts) > 2), blueprint.person.id)
