"""A student's site in one edition, and the index of an edition: blueprint in, files out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Severity, in_order
from portfolio_gen.model.blueprint import IndexBlueprint, SiteBlueprint
from portfolio_gen.model.tell import tell
from portfolio_gen.model.work_views import ArtifactView
from portfolio_gen.render.addresses import file_of
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.engine import Engine, engine_for
from portfolio_gen.render.making import Making
from portfolio_gen.render.pages import (
    exhibition_page,
    index_page,
    pages_of,
    queue_page,
    session_pages,
)
from portfolio_gen.render.paper.budget import over, weigh
from portfolio_gen.render.paper.making import print_transcript
from portfolio_gen.render.sitemap import SITEMAP, list_of_lists, list_of_pages
from portfolio_gen.render.staging import Slate, Staging
from portfolio_gen.render.stories import Stories
from portfolio_gen.render.twins import edition_of
from portfolio_gen.render.words.telling import in_language
from portfolio_gen.render.workshop import Rendered, Workshop

FROZEN = "transcripts/submissions/"
"""Where what was handed in lies."""
INDEX_FILES = "index.files/"
"""Folder for what belongs to an edition's index; its dot keeps it apart from any student's."""


def make_site(blueprint: SiteBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write a student's site into a folder, as it will stand at the person's address in the edition.

    Content that cannot be rendered becomes diagnostics, and something honest in its place.
    """
    engine = engine_for(blueprint.school, workshop.themes)
    blueprint = in_language(blueprint, engine.say)
    staging, about = Staging(into), _student(blueprint)
    making = _begun(blueprint, workshop, staging, engine)
    person, base = blueprint.person, making.engine.base
    making.edition = edition_of(
        (about, workshop.cache),
        blueprint,
        (blueprint.school, engine, person.name, person.address, base),
    )
    paper = print_transcript(making, blueprint)
    making.names = {**making.names, "paper": paper}
    sheets = pages_of(blueprint, engine.say)
    whole = _put_record(blueprint, staging)
    if workshop.findable:
        addresses = (making.canonical(one.address) for one in sheets)
        staging.write(SITEMAP, list_of_pages(addresses).encode())
    done = making.finish(sheets)
    minutes = weigh(blueprint, paper, staging)
    # Students have more than two minutes for their own, which shows every step of the way.
    long = () if blueprint.edition == "self" else over(minutes, about)
    return replace(
        done,
        diagnostics=in_order((*filter(_can_be_mended, done.diagnostics), *long)),
        passing=done.passing or not whole,
        seconds=staging.clock.seconds,
        minutes=tuple((tell(one.what), one.found, one.most) for one in minutes),
    )


def make_page(blueprint: SiteBlueprint, workshop: Workshop, address: str) -> str | None:
    """The page at an address of a student's site; None where there is none, or where the theme cannot make it."""
    engine = engine_for(blueprint.school, workshop.themes)
    blueprint = in_language(blueprint, engine.say)
    slate = Slate(file_of(address))
    making = _begun(blueprint, workshop, slate, engine)
    # What would take seconds on paper is not made; whatever leads to it is on no page that somebody is writing.
    making.names = {**making.names, "paper": None}
    making.finish(one for one in pages_of(blueprint, engine.say) if one.address == address)
    return slate.kept.decode() if slate.kept is not None else None


def _begun(
    blueprint: SiteBlueprint, workshop: Workshop, staging: Staging, engine: Engine
) -> Making:
    """A site before its first page."""
    person, about = blueprint.person, _student(blueprint)
    languages = (person.language, *(one.language for one in blueprint.artifacts))
    return Making(
        workshop=workshop,
        engine=engine.site(person.name, person.address, languages),
        staging=staging,
        cabinet=_cabinet(blueprint, workshop, staging, engine, about),
        stories=Stories(_sources(blueprint), complete=blueprint.edition == "self", about=about),
        names={"site": blueprint, "school": blueprint.school},
        home="../",
    )


def make_index(blueprint: IndexBlueprint, workshop: Workshop, into: Path) -> Rendered:
    """Write the page that says who is in an edition into the edition's folder; portraits go to `index.files/` there.

    What is wrong with a portrait is said by its own site, and keeps nobody else from the index.
    """
    engine = engine_for(blueprint.school, workshop.themes)
    blueprint = in_language(blueprint, engine.say)
    staging = Staging(into)
    cabinet = Cabinet(staging, workshop.cache, engine.language, folder=INDEX_FILES)
    for person in blueprint.people:
        if person.picture:
            cabinet.introduce([person.picture], f"students/{person.id}")
    exhibits = blueprint.exhibition.exhibits if blueprint.exhibition else ()
    for one in exhibits:
        if one.picture:
            cabinet.introduce([one.picture], one.source)
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
    for one in exhibits:
        making.found_by(f"../{one.address}", one.title, (one.summary, one.student))
    if workshop.findable:
        sites = (workshop.public(one.address + SITEMAP) for one in blueprint.people)
        staging.write(SITEMAP, list_of_lists(sites).encode())
    sheets = (
        index_page(blueprint, engine.say),
        *exhibition_page(blueprint),
        *queue_page(blueprint, engine.say),
        *session_pages(blueprint, engine.say),
    )
    done = making.finish(sheets)
    return replace(done, diagnostics=in_order(making.faults))


def _cabinet(
    blueprint: SiteBlueprint, workshop: Workshop, staging: Staging, engine: Engine, about: str
) -> Cabinet:
    cabinet = Cabinet(staging, workshop.cache, engine.language, about=about)
    if blueprint.person.picture:
        cabinet.introduce([blueprint.person.picture], f"students/{about}")
    cabinet.introduce([one.copy for one in blueprint.person.links if one.copy], f"students/{about}")
    for work in blueprint.artifacts:
        cabinet.introduce(work.media, work.source.rpartition("/")[0])
    for work in _handed_in(blueprint):
        cabinet.introduce(work.media, work.source.rpartition("/")[0])
    return cabinet


def _handed_in(blueprint: SiteBlueprint) -> Iterator[ArtifactView]:
    """Works as they lie before the committee."""
    for pitch in blueprint.pitches:
        yield from pitch.hearing.works if pitch.hearing else ()


def _put_record(blueprint: SiteBlueprint, staging: Staging) -> bool:
    """Publish the signed record as it is; whether it still was what the blueprint says."""
    record = blueprint.transcript.record if blueprint.transcript else None
    if record is None or blueprint.record_file is None:
        return True
    try:
        data = blueprint.record_file.read_bytes()
    except OSError:
        return False
    if hashlib.sha256(data).hexdigest() != record.digest:
        return False
    staging.write(record.address, data)
    return True


def _sources(blueprint: SiteBlueprint) -> dict[str, str]:
    """Which file became which page."""
    pages: list[tuple[str, str]] = [(one.source, one.address) for one in blueprint.artifacts]
    pages += [(one.source, one.address) for one in blueprint.narratives]
    pages += [(one.source, one.address) for one in blueprint.pitches]
    pages += [(one.source, "goals/") for one in blueprint.goals]
    pages += [(one.source, "profile/") for one in blueprint.profile]
    if blueprint.conference:
        pages.append((blueprint.conference.source, "conference/"))
    if blueprint.opening:
        pages.append((blueprint.opening.source, ""))
    return dict(pages)


def _can_be_mended(one: Diagnostic) -> bool:
    """Whether it helps to say so: what was handed in stays as it is, so of it only what is lost is told."""
    return one.severity is Severity.ERROR or not one.span.path.startswith(FROZEN)


def _student(blueprint: SiteBlueprint) -> str:
    """The student's id, which the address need not tell: the folder that their files lie in."""
    folders = (one.split("/") for one in _sources(blueprint) if one.startswith("students/"))
    return next((parts[1] for parts in folders if len(parts) > 2), blueprint.person.id)
