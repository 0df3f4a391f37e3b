"""PG401, PG402, PG407, PG412, PG413: what students own, what the school owns, and where the two must meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from portfolio_gen.check import rules
from portfolio_gen.check.nearest import STUDENTS, suggest
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.texts import Item, items
from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.tell import tell


def ledger_without_student(register: Register) -> Iterator[Diagnostic]:
    """Each ledger is about a student of the school."""
    for student, ledger in register.school.ledgers.items():
        if student not in register.students:
            yield Diagnostic(
                rules.LEDGER_WITHOUT_STUDENT,
                Span(ledger.marks.path),
                tell("there is no folder `students/%(student)s` for this ledger", student=student),
                suggest(student, register.students, STUDENTS),
                about=student,
            )


def student_without_ledger(register: Register) -> Iterator[Diagnostic]:
    """The school has a ledger for each student, with their enrolment."""
    for student in register.school.students:
        path = f"transcripts/{student.id}.yml"
        if student.id not in register.school.ledgers and path not in register.school.unread:
            yield Diagnostic(
                rules.STUDENT_WITHOUT_LEDGER,
                Span(student.marks.path),
                tell("the school has no ledger for this student, so nothing can be earned"),
                tell("add `%(path)s` with `official_name` and `enrolment`", path=path),
                about=student.id,
            )


def edition_not_built(register: Register) -> Iterator[Diagnostic]:
    """Whatever is meant for an edition can be seen there."""
    for item in items(register):
        for place, edition in _audience(item):
            if not register.school.settings.policy(edition).build:
                yield Diagnostic(
                    rules.EDITION_NOT_BUILT,
                    place(),
                    tell("this school does not build the edition `%(edition)s`", edition=edition),
                    tell(
                        "nothing to do, unless you expected it there; portfolio.yml says what is built"
                    ),
                    about=item.student.id,
                )


def audience_without_sharing(register: Register) -> Iterator[Diagnostic]:
    """A student who means something for an edition has chosen to appear in it."""
    said: set[tuple[str, EditionName]] = set()
    for item in items(register):
        student = item.student
        for place, edition in _audience(item) if item.published else ():
            policy = register.school.settings.policy(edition)
            waits = policy.build and policy.needs_consent and edition not in student.sharing
            if waits and (student.id, edition) not in said:
                said.add((student.id, edition))
                yield Diagnostic(
                    rules.AUDIENCE_WITHOUT_SHARING,
                    place(),
                    tell(
                        "nobody sees this in `%(edition)s` yet, for student.yml does not share "
                        "anything there",
                        edition=edition,
                    ),
                    tell(
                        "add `%(edition)s:` under `sharing:` in student.yml when you want to appear there",
                        edition=edition,
                    ),
                    about=student.id,
                )


def advisor_decides(register: Register) -> Iterator[Diagnostic]:
    """Whoever advises a student leaves the decision to others."""
    for one in register.decisions():
        advisor = one.ledger.enrolment.advisor
        for place, word in enumerate(one.decision.committee):
            if word == advisor:
                yield Diagnostic(
                    rules.ADVISOR_DECIDES,
                    one.at("committee", place),
                    tell("`%(word)s` advises this student, and decided too", word=word),
                    tell("let somebody else decide, so that the award is beyond doubt"),
                    about=one.about,
                )


def _audience(item: Item) -> Iterator[tuple[Callable[[], Span], EditionName]]:
    """The editions that something is meant for, with how to find out where that stands.

    Of a student's own page it is those that it shares with.
    """
    sharing = item.marks is item.student.marks
    for number, edition in enumerate(item.audience):
        place = (
            partial(item.marks.name, "sharing", edition)
            if sharing
            else partial(item.marks.at, *item.place, "audience", number)
        )
        yield place, edition


CHECKS: tuple[Check, ...] = (
    ledger_without_student,
    student_without_ledger,
    edition_not_built,
    audience_without_sharing,
    advisor_decides,
)
