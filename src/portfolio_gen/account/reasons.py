"""Why an edition shows somebody, or does not: what the student, the family and the school have said."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.access import agreed_fields
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Student


def allowed(
    school: School, person: str, student: Student | None, edition: EditionName, on: Day
) -> Iterator[str]:
    """What the person, the family and the school have said about an edition."""
    if student and edition in student.sharing:
        yield f"the student's choice ({student.marks.at('sharing', edition)})"
    yield from _agreed(school, person, edition, on)
    if not school.settings.policy(edition).needs_consent:
        yield f"the school shows `{edition}` without consent ({_setting(school, edition)})"


def _agreed(school: School, person: str, edition: EditionName, on: Day) -> Iterator[str]:
    newest = school.consent.newest(person, edition, on)
    for place, agreement in enumerate(school.consent.people.get(person, ())):
        if agreement in newest:
            until = f" until {agreement.until}" if agreement.until else ""
            span = school.consent.marks.at("people", person, place)
            fields = ", ".join(agreement.shows)
            yield f"consent by {agreement.by}{until}: {fields} ({span})"


def absent(school: School, student: Student | None, edition: EditionName, on: Day) -> Iterator[str]:
    """Why an edition shows nothing of somebody."""
    policy = school.settings.policy(edition)
    if not policy.build:
        yield f"the school does not build it ({_setting(school, edition)})"
    elif student is None:
        yield "nobody's site there shows them"
    else:
        if not agreed_fields(school.consent, student.id, policy, edition, on):
            yield "no consent holds on that day"
        if policy.needs_consent and edition not in student.sharing:
            yield "the student has not chosen to share anything there"


def _setting(school: School, edition: EditionName) -> str:
    span = school.settings.marks.at("editions", edition)
    return str(span) if span.line > 1 else f"default of the edition, {span.path}"
