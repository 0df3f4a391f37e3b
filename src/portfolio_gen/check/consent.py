"""PG403–PG406, PG415, PG418: what a student shares beyond what has been agreed to, and agreements that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, nearest
from portfolio_gen.model.access import access, agreed_fields
from portfolio_gen.model.consent import Agreement, ConsentField
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.speech import Sentence, strung
from portfolio_gen.model.student import Student
from portfolio_gen.model.tell import COMMA, in_a_row, meant, tell, to_tell

SOON = timedelta(days=30)
"""How long before its end a consent is worth renewing."""

SHOWN: dict[ConsentField, str] = {
    "name": to_tell("the name"),
    "full-name": to_tell("the full name"),
    "picture": to_tell("the picture"),
    "phase": to_tell("the school year"),
    "work": to_tell("all work"),
    "credits": to_tell("credits and transcript"),
    "habits": to_tell("habits of work"),
    "profile": to_tell("the learner profile"),
}


SHORTEST_SECRET = 12
"""Signs that a secret has at least."""
FEWEST_SIGNS = 6
"""Different ones among them."""


def sharing_beyond_consent(register: Register) -> Iterator[Diagnostic]:
    """What a student asks an edition to show is covered by consent."""
    for student in register.school.students:
        for edition in student.sharing:
            policy = register.school.settings.policy(edition)
            if not policy.build or _ended(register, student.id, edition):
                continue
            consent = register.school.consent
            agreed = agreed_fields(consent, student.id, policy, edition, register.on)
            missing = [one for one in _wanted(student, edition) if one not in agreed]
            if missing:
                yield Diagnostic(
                    rules.SHARING_BEYOND_CONSENT,
                    student.marks.name("sharing", edition),
                    _withheld(edition, missing, nothing=not agreed),
                    tell("the school records consent in transcripts/consent.yml"),
                    about=student.id,
                )


def consent_for_nobody(register: Register) -> Iterator[Diagnostic]:
    """Whoever has agreed to something is a student, a member of the committee, or in somebody's picture."""
    school = register.school
    if school.known - {one.id for one in school.students}:
        return  # Somebody's pictures have not been read, and anybody may be in them.
    pictured = {who for _, work in register.artifacts() for one in work.media for who in one.people}
    known = {*register.students, *register.members, *pictured}
    for person in school.consent.people:
        if person not in known:
            guess = nearest(person, register.students, register.students)
            yield Diagnostic(
                rules.CONSENT_FOR_NOBODY,
                school.consent.marks.name("people", person),
                tell("`%(person)s` is neither a student, nor in anybody's picture", person=person),
                meant(guess) if guess else tell("remove it, or name them under `people`"),
            )


def consent_expired(register: Register) -> Iterator[Diagnostic]:
    """A consent that a student's choice rests on still holds."""
    for student in register.school.students:
        for edition in student.sharing:
            for place, one in _ended(register, student.id, edition):
                yield Diagnostic(
                    rules.CONSENT_EXPIRED,
                    register.school.consent.marks.at("people", student.id, place, "until"),
                    tell(
                        "this consent ended on %(until)s, so %(name)s is no longer in `%(edition)s`",
                        until=str(one.until),
                        name=student.name,
                        edition=edition,
                    ),
                    tell("add a new agreement when there is one; the old one is kept"),
                    about=student.id,
                )


def consent_ends_soon(register: Register) -> Iterator[Diagnostic]:
    """A consent that still holds can be renewed in time."""
    consent = register.school.consent
    for person in consent.people:
        for edition in EDITIONS:
            for place, one in _newest(register, person, edition):
                if one.until and register.on <= one.until <= register.on + SOON:
                    yield Diagnostic(
                        rules.CONSENT_ENDS_SOON,
                        consent.marks.at("people", person, place, "until"),
                        tell(
                            "this consent for `%(edition)s` ends on %(until)s",
                            edition=edition,
                            until=str(one.until),
                        ),
                        tell("ask whether it should be renewed"),
                        about=person if person in register.students else "",
                    )


def no_secret(register: Register) -> Iterator[Diagnostic]:
    """Where students are shown by initials alone, their addresses cannot be guessed."""
    school = register.school
    unnamed = (
        one.edition
        for student in school.students
        for edition in EDITIONS
        if (one := access(school, student, edition, register.on))
        and one.policy.needs_consent
        and one.name == "initials"
    )
    if school.settings.secret is None and (editions := sorted(set(unnamed), key=EDITIONS.index)):
        yield Diagnostic(
            rules.NO_SECRET,
            school.settings.marks.at("secret"),
            tell(
                "somebody appears by initials alone in %(editions)s, at an address that could be guessed",
                editions=in_a_row(editions),
            ),
            tell(
                "add `secret:` with some twenty random letters, and keep portfolio.yml to yourselves"
            ),
        )


def unlisted_without_secret(register: Register) -> Iterator[Diagnostic]:
    """Addresses that nobody is to guess are made from something that nobody knows."""
    settings = register.school.settings
    for edition in EDITIONS:
        if settings.policy(edition).unlisted and not settings.secret:
            yield Diagnostic(
                rules.UNLISTED_WITHOUT_SECRET,
                settings.marks.at("editions", edition, "unlisted"),
                tell(
                    "`%(edition)s` is unlisted, and without a `secret` its addresses could be guessed",
                    edition=edition,
                ),
                tell(
                    "add `secret:` with some twenty random letters, and keep portfolio.yml to yourselves"
                ),
            )


def weak_secret(register: Register) -> Iterator[Diagnostic]:
    """A secret is long enough that trying them all leads to nobody's address."""
    settings = register.school.settings
    if settings.secret and (
        len(settings.secret) < SHORTEST_SECRET or len(set(settings.secret)) < FEWEST_SIGNS
    ):
        yield Diagnostic(
            rules.WEAK_SECRET,
            settings.marks.at("secret"),
            tell(
                "the secret could be guessed: it has fewer than %(least)s signs, or nearly all are the same",
                least=SHORTEST_SECRET,
            ),
            tell("take some twenty random letters, and keep portfolio.yml to yourselves"),
        )


def _wanted(student: Student, edition: EditionName) -> Iterator[ConsentField]:
    """What a student asks an edition to show, as far as they wrote it down."""
    choice = student.sharing[edition]
    if choice.name != "initials":
        yield "full-name" if choice.name == "full" else "name"
    asked: dict[ConsentField, bool] = {
        "picture": choice.picture,
        "phase": choice.phase,
        "credits": choice.credits,
        "habits": choice.habits,
    }
    for field, wished in asked.items():
        if wished and ("sharing", edition, field) in student.marks.spans:
            yield field
    if any(edition in one.audience and one.status == "published" for one in student.artifacts):
        yield "work"
    if any(edition in one.audience and one.text for one in student.profile.parts.values()):
        yield "profile"


def _withheld(edition: EditionName, missing: list[ConsentField], *, nothing: bool) -> Sentence:
    if nothing:
        return tell(
            "there is no consent for `%(edition)s`, so the student does not appear there",
            edition=edition,
        )
    what = strung((tell(SHOWN[one]) for one in missing), COMMA)
    return tell(
        "consent for `%(edition)s` does not cover all of this; left out: %(what)s",
        edition=edition,
        what=what,
    )


def _newest(
    register: Register, person: str, edition: EditionName
) -> Iterator[tuple[int, Agreement]]:
    """The agreements that decide about a person in an edition, with their places."""
    newest = register.school.consent.newest(person, edition, register.on)
    for place, one in enumerate(register.school.consent.people.get(person, ())):
        if any(one is each for each in newest):
            yield place, one


def _ended(register: Register, person: str, edition: EditionName) -> list[tuple[int, Agreement]]:
    policy = register.school.settings.policy(edition)
    if not policy.build or not policy.needs_consent:
        return []
    return [
        (place, one)
        for place, one in _newest(register, person, edition)
        if not one.holds(register.on)
    ]


CHECKS: tuple[Check, ...] = (
    sharing_beyond_consent,
    consent_for_nobody,
    consent_expired,
    consent_ends_soon,
    no_secret,
    unlisted_without_secret,
    weak_secret,
)
