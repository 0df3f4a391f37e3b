"""What a student's own site shows of them, in the order in which readers meet it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portfolio_gen.account.records import on_record
from portfolio_gen.account.values import Shown, counted
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.exhibition import FOLDER
from portfolio_gen.model.noun import Page
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Student


def own_site(
    school: School, student: Student, site: SiteBlueprint, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """Everything that the person's own site shows, and who allowed it."""
    yield from _card(site, allowed)
    yield from _pages(student, site, allowed)
    yield from _pictures(student, site, allowed)
    yield from _learner(student, site, allowed)
    yield from _exhibits(student, site, allowed)
    if ledger := school.ledgers.get(student.id):
        yield from on_record(ledger, site, allowed)


def _card(site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    person = site.person
    told: Mapping[str, str] = {
        "name": person.name,
        "pronouns": person.pronouns,
        "portrait": person.picture.alt if person.picture else "",
        "year": ", ".join(filter(None, [person.phase, person.cohort])),
        "sentence": person.sentence,
        "interests": ", ".join(person.interests),
        "links": ", ".join(one.url for one in person.links),
        "standing": site.where_i_stand,
    }
    for what, words in told.items():
        if words:
            yield Shown(what, words, person.address, allowed)


def _pages(student: Student, site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    home = site.person.address
    pages = [
        *((one.source, "work", one.title, one.address) for one in site.artifacts),
        *((one.source, "story", one.title, one.address) for one in site.narratives),
        *((one.source, "goal", one.title, "goals/") for one in site.goals),
        *((one.source, "pitch", one.title, one.address) for one in site.pitches),
    ]
    if site.opening:
        pages.insert(0, (site.opening.source, "story", site.opening.title or "opening", ""))
    for source, what, title, address in pages:
        because = (_meant_for(student, source, site.edition), *allowed)
        yield Shown(what, title, home + address, because)


def _exhibits(student: Student, site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    """Works that stand beside those of others."""
    for one in site.exhibits:
        slug = one.source.rpartition("/")[2]
        hung = f"hung by the student ({student.marks.at('exhibits', slug)})"
        because = (hung, _meant_for(student, f"{one.source}/artifact.md", site.edition), *allowed)
        yield Shown("exhibit", one.title, f"{FOLDER}/", because)


def _meant_for(student: Student, source: str, edition: EditionName) -> str:
    """By what a page of the student's is in an edition: its audience, its author's own eyes, or a pitch."""
    pages: tuple[Page, ...] = (
        *student.artifacts,
        *student.narratives,
        *student.goals,
        *student.pitches,
        *filter(None, [student.opening]),
    )
    page = next((one for one in pages if one.marks.path == source), None)
    if page and edition in getattr(page, "audience", ()):
        return f"meant for it ({page.marks.at('audience')})"
    return f"the student's own ({source})" if edition == "self" else f"pitched ({source})"


def _pictures(student: Student, site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    """Pictures in which the student can be recognised."""
    works = {one.slug: one for one in student.artifacts}
    for view in site.artifacts:
        published = {one.source for one in view.media}
        for place, media in enumerate(works[view.slug].media):
            if student.id in media.people and media.source in published:
                where = f"recognisable there ({works[view.slug].marks.at('media', place)})"
                address = site.person.address + view.address
                yield Shown("picture", view.title, address, (where, *allowed))


def _learner(student: Student, site: SiteBlueprint, allowed: tuple[str, ...]) -> Iterator[Shown]:
    """What the site shows of profile, milestones and a conference, each of which was meant for it by itself."""
    home = site.person.address
    by = "the student's own" if site.edition == "self" else "meant for it"
    for part in site.profile:
        where = f"{by} ({Span(part.source, part.text_line)})"
        yield Shown("profile", part.title, f"{home}profile/", (where, *allowed))
    where = f"{by} ({student.milestones.marks.path})"
    for one in site.milestones:
        yield Shown("milestone", one.title, f"{home}milestones/", (where, *allowed))
    if talk := site.conference:
        where = f"{by} ({talk.source})"
        yield Shown("conference", str(talk.date), f"{home}conference/", (where, *allowed))
    seen = [one for one in site.artifacts if one.self_rating]
    if seen:
        words = f"what the student sees in {counted(len(seen), 'work')}"
        yield Shown("self-rating", words, home, allowed)
