"""The account that a school can give of one person: what each edition shows of them, and who allowed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from portfolio_gen.diagnostics import Span
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.plan import plan_site


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that an edition shows of a person."""

    what: str
    """Such as `name`, `portrait`, `work`."""
    words: str
    """What it says, or what it is called."""
    where: str
    """Address of the page, in the edition."""
    because: tuple[str, ...]
    """Who allowed it, with the place where that is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAccount:
    """What one edition shows of a person."""

    edition: EditionName
    because: tuple[str, ...]
    """Why the person has a site of their own in it, or has none."""
    site: str
    """Address of that site; empty without one."""
    shown: tuple[Shown, ...]


def people(school: School) -> tuple[str, ...]:
    """Ids of everybody whom an account can be given of: students, members of committees, others who agreed."""
    students = (one.id for one in school.students)
    members = (one.id for one in school.committee.members)
    pictured = (
        person
        for student in school.students
        for work in student.artifacts
        for media in work.media
        for person in media.people
    )
    return tuple(dict.fromkeys([*students, *members, *school.consent.people, *pictured]))


def account(school: School, person: str, *, on: Day) -> tuple[EditionAccount, ...]:
    """What every edition would show of a person if it was built on a day.

    Args:
        school: without errors, or what could be read of it.
        person: id of a student, of a member of the committee file, or of somebody in a picture.
        on: day on which consents and releases are judged.
    """
    return tuple(_of_edition(school, person, edition, on) for edition in EDITIONS)


def _of_edition(school: School, person: str, edition: EditionName, on: Day) -> EditionAccount:
    student = next((one for one in school.students if one.id == person), None)
    granted = access(school, student, edition, on) if student else None
    sites = dict(_sites(school, edition, on))
    own = sites.pop(person, None)
    allowed = tuple(_allowed(school, person, student, edition, on))
    found = [*_own(school, student, granted, own, allowed)] if student and granted and own else []
    for other, site in sites.items():
        found += _elsewhere(school, person, other, site, allowed)
    return EditionAccount(
        edition=edition,
        because=allowed if own else tuple(_absent(school, student, edition, on)),
        site=own.person.address if own else "",
        shown=tuple(found),
    )


def _sites(school: School, edition: EditionName, on: Day) -> Iterator[tuple[str, SiteBlueprint]]:
    """Student to what the edition would show, for everybody who appears in it."""
    until = None if school.settings.policy(edition).unreleased else on
    for student in school.students:
        if access(school, student, edition, on):
            framework, ledger = school.framework_for(student.id), school.ledgers.get(student.id)
            standings = evaluate(framework, student, ledger, on=until)
            if site := plan_site(school, student, edition, standings=standings, on=on):
                yield student.id, site


def _allowed(
    school: School, person: str, student: Student | None, edition: EditionName, on: Day
) -> Iterator[str]:
    """What the person, the family and the school have said about an edition."""
    if student and edition in student.sharing:
        yield f"the student's choice ({student.marks.at('sharing', edition)})"
    newest = school.consent.newest(person, edition, on)
    for place, agreement in enumerate(school.consent.people.get(person, ())):
        if agreement in newest:
            until = f" until {agreement.until}" if agreement.until else ""
            span = school.consent.marks.at("people", person, place)
            fields_shown = ", ".join(agreement.shows)
            yield f"consent by {agreement.by}{until}: {fields_shown} ({span})"
    if not school.settings.policy(edition).needs_consent:
        yield f"the school shows `{edition}` without consent ({_setting(school, edition)})"


def _setting(school: School, edition: EditionName) -> str:
    span = school.settings.marks.at("editions", edition)
    return str(span) if span.line > 1 else f"default of the edition, {span.path}"


def _absent(
    school: School, student: Student | None, edition: EditionName, on: Day
) -> Iterator[str]:
    """Why somebody has no site in an edition."""
    policy = school.settings.policy(edition)
    if student is None:
        yield "no student"
    elif not policy.build:
        yield f"the school does not build it ({_setting(school, edition)})"
    else:
        if not agreed_fields(school.consent, student.id, policy, edition, on):
            yield "no consent holds on that day"
        if policy.needs_consent and edition not in student.sharing:
            yield "the student has not chosen to share anything there"


def _own(
    school: School,
    student: Student,
    granted: Access,
    site: SiteBlueprint,
    allowed: tuple[str, ...],
) -> Iterator[Shown]:
    """What the person's own site shows."""
    person, home = site.person, site.person.address
    told: Mapping[str, str] = {
        "name": person.name,
        "pronouns": person.pronouns,
        "portrait": person.picture.alt if person.picture else "",
        "year": person.phase,
        "sentence": person.sentence,
        "interests": ", ".join(person.interests),
        "links": ", ".join(url for _, url, _ in person.links),
    }
    yield from (Shown(what, words, home, allowed) for what, words in told.items() if words)
    pages = [
        *((one.source, "work", one.title, one.address) for one in site.artifacts),
        *((one.source, "story", one.title, one.address) for one in site.narratives),
        *((one.source, "goal", one.title, "goals/") for one in site.goals),
        *((one.source, "pitch", one.title, one.address) for one in site.pitches),
    ]
    if site.opening:
        pages.insert(0, (site.opening.source, "story", site.opening.title or "opening", ""))
    for source, what, title, address in pages:
        yield Shown(what, title, home + address, (_meant_for(student, source, granted), *allowed))
    yield from _learner(student, site, granted, allowed)
    yield from _records(school, student, site, allowed)


def _learner(
    student: Student, site: SiteBlueprint, granted: Access, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """What the site shows of profile, milestones and a conference, each of which was meant for it by itself."""
    home, own = site.person.address, granted.edition == "self"
    by = "the student's own" if own else "meant for it"
    for part in site.profile:
        where = f"{by} ({Span(part.source, part.text_line)})"
        yield Shown("profile", part.title, f"{home}profile/", (where, *allowed))
    where = f"{by} ({student.milestones.marks.path})"
    for one in site.milestones:
        yield Shown("milestone", one.title, f"{home}milestones/", (where, *allowed))
    if talk := site.conference:
        where = f"{by} ({talk.source})"
        yield Shown("conference", str(talk.date), f"{home}conference/", (where, *allowed))


def _meant_for(student: Student, source: str, granted: Access) -> str:
    """By what a page of the student's is in an edition: its audience, or its author's own eyes."""
    pages = (
        *student.artifacts,
        *student.narratives,
        *student.goals,
        *student.pitches,
        *filter(None, [student.opening]),
    )
    page = next((one for one in pages if one.marks.path == source), None)
    if page and granted.edition in getattr(page, "audience", ()):
        return f"meant for it ({page.marks.at('audience')})"
    return f"the student's own ({source})" if granted.edition == "self" else f"pitched ({source})"


def _records(
    school: School, student: Student, site: SiteBlueprint, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """What the school's records put into the site."""
    ledger = school.ledgers.get(student.id)
    if not site.transcript or ledger is None:
        return
    page = site.person.address + "transcript/"
    because = (f"the school's record ({ledger.marks.path})", *allowed)
    earned = sum(one.mark in ("earned", "advanced") for one in site.credits)
    yield Shown("credits", f"{earned} of {len(site.credits)} earned", page, because)
    decisions = sum(len(one.decisions) for one in site.credits)
    if decisions:
        yield Shown("decisions", f"{decisions}", page, because)
    if site.transcript.habits or site.transcript.observed:
        terms = dict.fromkeys(one.term for one in site.transcript.habits)
        yield Shown("habits", ", ".join(terms), page, because)
    for one in site.transcript.recognitions:
        yield Shown("recognition", f"{one.title}, {one.issuer}", page, because)
    if site.transcript.statement:
        yield Shown("statement", site.transcript.statement, page, allowed)


def _elsewhere(
    school: School, person: str, other: str, site: SiteBlueprint, allowed: tuple[str, ...]
) -> Iterator[Shown]:
    """Where somebody else's site shows the person: in a team, in a picture, by name."""
    owner = next(one for one in school.students if one.id == other)
    works = {one.slug: one for one in owner.artifacts}
    home = site.person.address
    for view in site.artifacts:
        work = works[view.slug]
        for what, span in _parts(work, person, {one.source for one in view.media}):
            yield Shown(what, view.title, home + view.address, (f"named there ({span})", *allowed))
    names = _names(school, person)
    texts = tuple(_texts(site))
    for name in names:
        times = sum(name in text for text in texts)
        if times:
            yield Shown("name in the texts", f"{name}, {times} times", home, allowed)


def _parts(work: Artifact, person: str, published: set[object]) -> Iterator[tuple[str, Span]]:
    """Where a work names the person as a teammate or in a picture that is published."""
    for place, mate in enumerate(work.team):
        if mate.student == person:
            yield "part in a team", work.marks.at("team", place)
    for place, media in enumerate(work.media):
        if person in media.people and media.source in published:
            yield "picture", work.marks.at("media", place)


def _names(school: School, person: str) -> tuple[str, ...]:
    """The person's names as texts would say them; a single word could be anybody's."""
    students = (one.name for one in school.students if one.id == person)
    members = (one.name for one in school.committee.members if one.id == person)
    ledger = school.ledgers.get(person)
    every = [*students, *members, *([ledger.official_name] if ledger else [])]
    return tuple(dict.fromkeys(one for one in every if " " in one))


def _texts(value: object) -> Iterator[str]:
    """Every text of a blueprint that a page could show."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "source":
                yield from _texts(getattr(value, one.name))
