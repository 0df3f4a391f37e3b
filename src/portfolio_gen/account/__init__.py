"""The account that a school can give of one person: what each edition shows of them, and who allowed it."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.account.elsewhere import mentions
from portfolio_gen.account.own import own_site
from portfolio_gen.account.reasons import absent, allowed
from portfolio_gen.account.values import EditionAccount, Shown
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.access import access
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.names import words_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.texts import texts_of
from portfolio_gen.plan import plan_site

__all__ = ["EditionAccount", "Shown", "account", "people"]


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
    others = tuple(
        one for one in school.students if one.id != person and _may_name(school, one, person)
    )
    return tuple(_of_edition(school, person, others, edition, on) for edition in EDITIONS)


def _of_edition(
    school: School, person: str, others: tuple[Student, ...], edition: EditionName, on: Day
) -> EditionAccount:
    student = next((one for one in school.students if one.id == person), None)
    site = _site(school, student, edition, on) if student else None
    reasons = tuple(allowed(school, person, student, edition, on))
    found: list[Shown] = []
    if student and site:
        found += own_site(school, student, site, reasons)
    for other in others:
        if elsewhere := _site(school, other, edition, on):
            found += mentions(school, person, other, elsewhere, reasons)
    return EditionAccount(
        edition=edition,
        because=reasons if found else tuple(absent(school, student, edition, on)),
        site=site.person.address if site else "",
        shown=tuple(found),
    )


def _site(school: School, student: Student, edition: EditionName, on: Day) -> SiteBlueprint | None:
    """What the edition would show of a student; None if they do not appear in it."""
    if not access(school, student, edition, on):
        return None
    until = None if school.settings.policy(edition).unreleased else on
    framework, ledger = school.framework_for(student.id), school.ledgers.get(student.id)
    standings = evaluate(framework, student, ledger, on=until)
    return plan_site(school, student, edition, standings=standings, on=on)


def _may_name(school: School, other: Student, person: str) -> bool:
    """Whether anything of another student says a word of the person's names, or their id; most do not."""
    words = {word for name in (person, *_all_names(school, person)) for word in words_of(name)}
    ledger = school.ledgers.get(other.id)
    pages = (
        *other.artifacts,
        *other.narratives,
        *other.goals,
        *other.pitches,
        *other.conferences,
        *filter(None, [other, other.opening, other.profile, other.milestones, ledger]),
    )
    return any(not words.isdisjoint(words_of(text)) for page in pages for _, text in texts_of(page))


def _all_names(school: School, person: str) -> Iterator[str]:
    yield from (one.name for one in school.students if one.id == person)
    yield from (one.name for one in school.committee.members if one.id == person)
    if ledger := school.ledgers.get(person):
        yield ledger.official_name
