"""A second opinion on who may see what: every text of a school, and which editions may show it.

It is written apart from the planning of sites on purpose, item by item from the words of docs/editions.md, so that a
mistake in one of the two is found by the other. What it does not know, nobody but the student may see.
"""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.audit.claims import (
    EVERYWHERE,
    NOWHERE,
    Claimed,
    Editions,
    Grants,
    Kind,
    school_claims,
    student_claims,
)
from portfolio_gen.audit.own_words import own_words
from portfolio_gen.audit.proceedings import proceedings
from portfolio_gen.audit.records import record_claims
from portfolio_gen.audit.texts import Text
from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.access import access, agreed_fields
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.naming import is_on_record, names_a_student
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.model.student import Student


def rights(school: School, on: Day) -> Iterator[Claimed]:
    """Every text of the school's files, with the editions that may show it on a day."""
    yield from _of_the_school(school)
    yield from _of_members(school, on)
    yield from proceedings(school)
    for student in school.students:
        grants = grants_of(school, student, on)
        ledger = school.ledgers.get(student.id)
        yield from _names(school, student, grants)
        yield from own_words(school, student, grants, on)
        if ledger:
            yield from _official_name(ledger, student.id, grants)
            yield from record_claims(school, ledger, grants, on)
    for student_id in sorted(school.ledgers.keys() - {one.id for one in school.students}):
        ledger = school.ledgers[student_id]
        yield from _official_name(ledger, student_id, {})
        yield from student_claims(ledger, student_id, {}, lambda *_: False, own=False)


def grants_of(school: School, student: Student, on: Day) -> Grants:
    """What each edition in which a student appears may show of them."""
    found = ((one, access(school, student, one, on)) for one in EDITIONS)
    return {edition: granted for edition, granted in found if granted}


def _of_the_school(school: School) -> Iterator[Claimed]:
    """What anybody may read, and the little that nobody may."""
    for framework in school.all_frameworks():
        yield from _of_framework(school, framework)
    nameless = [not names_a_student(school, one.made_with or "") for one in school.rubrics.rubrics]
    yield from school_claims(
        school.rubrics,
        lambda keys: EVERYWHERE if keys[-1] != "made_with" or nameless[int(keys[1])] else NOWHERE,
    )
    profile = Text(school.profile, Span("transcripts/school-profile.md"), ())
    yield Claimed(profile, "", EVERYWHERE)
    yield from school_claims(
        school.settings, lambda keys: NOWHERE if keys[0] == "secret" else EVERYWHERE
    )
    yield from school_claims(school.consent, lambda _: NOWHERE)


def _of_framework(school: School, framework: Framework) -> Iterator[Claimed]:
    """All of it; learning targets that are drafts only inside the school."""
    inside = frozenset(one for one in EDITIONS if not school.settings.policy(one).needs_consent)

    def told(keys: KeyPath) -> Editions:
        draft = keys[0] == "targets" and framework.targets[int(keys[1])].status == "draft"
        return inside if draft else EVERYWHERE

    yield from school_claims(framework, told)
    span = Span(framework.marks.path)
    for credit in framework.all_credits():
        yield Claimed(Text(credit.title, span, ()), "", EVERYWHERE)
        yield Claimed(Text(credit.id, span, ()), "", EVERYWHERE)


def _of_members(school: School, on: Day) -> Iterator[Claimed]:
    """Adults are named where outsiders do not read, or where they agreed to it."""
    for place, member in enumerate(school.committee.members):
        named = editions_naming(school, member.id, on)
        span = school.committee.marks.at("members", place, "name")
        for words in (member.name, member.id):
            yield Claimed(Text(words, span, ()), member.id, named, "adult")
        if member.role:
            yield Claimed(Text(member.role, span, ()), member.id, EVERYWHERE)
            together = Text(f"{member.name}, {member.role}", span, ())
            yield Claimed(together, member.id, named, "adult")


def editions_naming(school: School, person: str, on: Day) -> Editions:
    """The editions that may name somebody who is no student."""
    return frozenset(
        one
        for one in EDITIONS
        if "name" in agreed_fields(school.consent, person, school.settings.policy(one), one, on)
    )


def _names(school: School, student: Student, grants: Grants) -> Iterator[Claimed]:
    """One name of a student stands in an edition; an id is made of one, and is the address of the site."""
    preferred = frozenset(one for one, granted in grants.items() if granted.name == "preferred")
    named = frozenset(one for one, granted in grants.items() if granted.name != "initials")
    listed = frozenset(one for one, granted in grants.items() if not granted.policy.unlisted)
    span = student.marks.at("name")
    kind: Kind = "name" if is_on_record(school, student.id, student.name) else "nickname"
    yield Claimed(Text(student.name, span, ()), student.id, preferred, kind)
    folder = Text(student.id, Span(f"students/{student.id}"), ())
    yield Claimed(folder, student.id, named & listed, "name")


def _official_name(ledger: Ledger, student: str, grants: Grants) -> Iterator[Claimed]:
    full = frozenset(one for one, granted in grants.items() if granted.name == "full")
    name = Text(ledger.official_name, ledger.marks.at("official_name"), ())
    yield Claimed(name, student, full, "name")
