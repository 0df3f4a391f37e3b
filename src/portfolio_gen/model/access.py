"""Who may see what: the student's choice, the school's policy and consent, joined; sets, never a ladder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from portfolio_gen.model.consent import CONSENT_FIELDS, Consent, ConsentField
from portfolio_gen.model.contact import contacts
from portfolio_gen.model.dates import Day
from portfolio_gen.model.names import Names, Words
from portfolio_gen.model.naming import is_on_record
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName, EditionPolicy
from portfolio_gen.model.student import Sharing, Student
from portfolio_gen.model.value import dataclass

Fields: TypeAlias = frozenset[ConsentField]
NameShown: TypeAlias = Literal["full", "preferred", "initials"]

NOTHING: Fields = frozenset()
OWN_EYES = Sharing(picture=True, attempts=True)
"""What students see of themselves when they have not chosen anything."""
NAMES: dict[NameShown, Fields] = {
    "full": frozenset({"name", "full-name"}),
    "preferred": frozenset({"name"}),
    "initials": NOTHING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What one edition may show of one student."""

    edition: EditionName
    policy: EditionPolicy
    shows: Fields
    """Fields on which student, school and consent agree."""
    attempts: bool
    """Whether claims, pitches and earlier tries may be shown."""
    grows: bool
    """Whether the student has asked for growth (earlier tries, before and after) to be shown on the transcript."""
    recognisable: bool
    """Whether the student may be recognised in the pictures of a work (their portrait needs `picture` in `shows`)."""
    hidden: Names = Names()
    """Names of the student that no text of this edition may hold."""
    classmates: Names = Names()
    """Whole names of other students who may not be named here, as the school knows them."""
    nicknames: Names = Names()
    """Whole names that others of them have given themselves."""
    contacts: bool = True
    """Whether e-mail addresses and telephone numbers may stand in texts."""

    @property
    def name(self) -> NameShown:
        """Which name is shown: the least revealing of what was chosen and what was agreed to."""
        if "full-name" in self.shows:
            return "full"
        return "preferred" if "name" in self.shows else "initials"

    def hides(self, *texts: str | None) -> bool:
        """Whether one of the texts holds a name, or a way to reach somebody, that this edition may not show."""
        return any(self._hides(one, self.names_in(one)) for one in texts if one)

    def hides_of_record(self, *texts: str | None) -> bool:
        """The same of texts that the school wrote: what classmates call themselves takes nothing out of a record."""
        return any(self._hides(one, self._names_on_record(one)) for one in texts if one)

    def _hides(self, text: str, names: Iterator[Words]) -> bool:
        if not self.contacts and next(contacts(text), None):
            return True
        return next(names, None) is not None

    def names_in(self, text: str) -> Iterator[Words]:
        """The names in a text that this edition may not show, in small letters."""
        yield from self._names_on_record(text)
        yield from self.nicknames.in_text(text)

    def _names_on_record(self, text: str) -> Iterator[Words]:
        yield from self.hidden.in_text(text)
        yield from self.classmates.in_text(text)


def access(school: School, student: Student, edition: EditionName, on: Day) -> Access | None:
    """What an edition may show of a student on a day; None when the student does not appear in it."""
    joined = _joined(school, student, edition, on)
    if joined is None:
        return None
    policy, choice, agreed, shows = joined
    hidden = _hidden_names(school, student, shows) if policy.needs_consent else ()
    others = _unnamed(school, edition, on) if policy.needs_consent else Unnamed()
    return Access(
        edition=edition,
        policy=policy,
        shows=shows,
        attempts=policy.attempts and (choice.attempts or not policy.needs_consent),
        grows=policy.attempts and choice.attempts,
        recognisable="picture" in agreed and (choice.picture or not policy.needs_consent),
        hidden=Names.of(hidden),
        classmates=others.classmates,
        nicknames=others.nicknames,
        contacts=edition != "public",
    )


class _Joined(NamedTuple):
    """What each has said about a student in an edition, and what all of them agree on."""

    policy: EditionPolicy
    choice: Sharing
    agreed: Fields
    shows: Fields


def _joined(school: School, student: Student, edition: EditionName, on: Day) -> _Joined | None:
    """None when the student does not appear."""
    policy = school.settings.policy(edition)
    agreed = agreed_fields(school.consent, student.id, policy, edition, on)
    choice = student.sharing.get(edition, _unasked(edition, policy))
    if not policy.build or not agreed or choice is None:
        return None
    return _Joined(policy, choice, agreed, agreed & _chosen(choice) & _allowed(policy))


class Unnamed(NamedTuple):
    """Whole names of students that an edition may not say."""

    classmates: Names = Names()
    """Those by which the school knows them."""
    nicknames: Names = Names()
    """Any others that students have given themselves. Nobody else has agreed to them, and `The Town` could be one: so
    they hide nothing that the school wrote, and of classmates' texts only those that write them like names."""


@lru_cache(maxsize=16)
def _unnamed(school: School, edition: EditionName, on: Day) -> Unnamed:
    """Names of all students that an edition may not say; the same for everybody's texts, so they are found once."""
    known: list[str] = []
    given: list[str] = []
    for student in school.students:
        joined = _joined(school, student, edition, on)
        for name in _hidden_names(school, student, joined.shows if joined else NOTHING):
            (known if is_on_record(school, student.id, name) else given).append(name)
    return Unnamed(Names.of(known, fewest=2), Names.of(given, fewest=2, capitals=True))


def agreed_fields(
    consent: Consent, person: str, policy: EditionPolicy, edition: EditionName, on: Day
) -> Fields:
    """What consent lets an edition show of anybody, also of people who are not students.

    Where consent is needed, nothing without an agreement in force. Elsewhere everything, unless an agreement
    narrows it; one that has run out still narrows, for its end agreed to nothing more.
    """
    covered = consent.covers(person, edition, on)
    if covered is None and policy.needs_consent:
        return NOTHING
    narrowed = [frozenset(one.shows) for one in consent.newest(person, edition, on)]
    agreed = frozenset.intersection(CONSENT_FIELDS, *narrowed)
    return agreed | NAMES["full"] if "full-name" in agreed else agreed


def _unasked(edition: EditionName, policy: EditionPolicy) -> Sharing | None:
    """What counts as the student's choice when they have made none."""
    if policy.needs_consent:
        return None
    return OWN_EYES if edition == "self" else Sharing()


def _chosen(choice: Sharing) -> Fields:
    """The fields that the student shares; works, recognitions and the learner profile are chosen one by one."""
    chosen: Fields = NAMES[choice.name] | {"work", "recognitions", "profile"}
    wanted: dict[ConsentField, bool] = {
        "picture": choice.picture,
        "phase": choice.phase,
        "credits": choice.credits,
        "habits": choice.habits,
    }
    return chosen | {field for field, shared in wanted.items() if shared}


def _allowed(policy: EditionPolicy) -> Fields:
    return CONSENT_FIELDS if policy.habits else CONSENT_FIELDS - {"habits"}


def _hidden_names(school: School, student: Student, shows: Fields) -> Iterator[str]:
    """The official name without `full-name`, the preferred one without `name`; the same words may be both."""
    ledger = school.ledgers.get(student.id)
    official = ledger.official_name if ledger else ""
    shown = {student.name} if "name" in shows else set()
    yield from sorted({student.name, official} - shown if "full-name" not in shows else ())
