"""PG408, PG409: other people in a student's work, who have a say in where they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.student import Student
from portfolio_gen.model.tell import in_a_row, tell


def classmate_in_picture(register: Register) -> Iterator[Diagnostic]:
    """Everybody in a picture has agreed to be seen in the editions that it is meant for."""
    for student, work in register.artifacts():
        for place, media in enumerate(work.media):
            for inner, person in enumerate(media.people):
                editions = [
                    one.edition
                    for one in _appearances(register, student, work)
                    if person in register.people
                    and not _may_be_seen(register, one, student, person)
                ]
                if editions:
                    yield Diagnostic(
                        rules.CLASSMATE_IN_PICTURE,
                        work.marks.at("media", place, "people", inner),
                        tell(
                            "left out of %(editions)s, where `%(person)s` has not agreed to be seen",
                            editions=in_a_row(editions),
                            person=person,
                        ),
                        tell("ask them (and the school for their consent), or use another picture"),
                        about=student.id,
                    )


def teammate_without_consent(register: Register) -> Iterator[Diagnostic]:
    """Every student of a team may be named in the editions that the work is meant for."""
    students = {one.id: one for one in register.school.students}
    for student, work in register.artifacts():
        for place, mate in enumerate(work.team):
            other = students.get(mate.student or "")
            if other is None or other.id == student.id:
                continue
            editions = [
                one.edition
                for one in _appearances(register, student, work)
                if one.policy.needs_consent and not _may_be_named(register, one, other)
            ]
            if editions:
                yield Diagnostic(
                    rules.TEAMMATE_WITHOUT_CONSENT,
                    work.marks.at("team", place, "student"),
                    tell(
                        "the whole work is left out of %(editions)s, where %(name)s may not be named",
                        editions=in_a_row(editions),
                        name=other.name,
                    ),
                    tell(
                        "ask them to share their name there (with consent), or write `name: a classmate`"
                    ),
                    about=student.id,
                )


def _appearances(register: Register, student: Student, work: Artifact) -> Iterator[Access]:
    """The editions in which a work would be shown, if nobody else were in it."""
    for edition in work.audience if work.status == "published" else ():
        granted = access(register.school, student, edition, register.on)
        if granted and "work" in granted.shows:
            yield granted


def _may_be_seen(register: Register, granted: Access, student: Student, person: str) -> bool:
    if person == student.id:
        return granted.recognisable
    consent = register.school.consent
    agreed = agreed_fields(consent, person, granted.policy, granted.edition, register.on)
    return "picture" in agreed


def _may_be_named(register: Register, granted: Access, other: Student) -> bool:
    theirs = access(register.school, other, granted.edition, register.on)
    return theirs is not None and "name" in theirs.shows


CHECKS: tuple[Check, ...] = (classmate_in_picture, teammate_without_consent)
