"""What the school has on record of a student, entry by entry: which editions may show it."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.audit.claims import (
    NOWHERE,
    Claimed,
    Editions,
    Grants,
    Kind,
    student_claims,
)
from portfolio_gen.audit.own_words import may_be_named
from portfolio_gen.audit.texts import Text
from portfolio_gen.diagnostics import KeyPath
from portfolio_gen.model.access import Access, agreed_fields
from portfolio_gen.model.course import Courses
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Decision, Ledger, Recognition
from portfolio_gen.model.names import words_of
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.school import School

WRITTEN = frozenset(
    {
        *("feedback", "note", "plan", "term", "title", "issuer", "about", "criteria", "url"),
        *("validator", "class_of", "phase", "cohort", "strong", "missing"),
    }
)
"""Keys of what is shown as it is written; all others name something else, or are for the school alone."""


def record_claims(school: School, ledger: Ledger, grants: Grants, on: Day) -> Iterator[Claimed]:
    """Every text of a ledger but the official name, with the editions that may show it."""
    records = _Records(school, ledger, on)
    for claim in student_claims(ledger, ledger.student, grants, records.told, own=False):
        if claim.text.keys[0] != "official_name":
            yield claim
    for place, rating in enumerate(ledger.ratings):
        yield from records.raters(rating, place, grants)


class _Records:
    """One ledger, asked about on one day."""

    def __init__(self, school: School, ledger: Ledger, on: Day) -> None:
        self._school, self._ledger, self._on = school, ledger, on
        self._corrected = {one.corrects for one in ledger.decisions}
        self._framework = school.framework_for(ledger.student)
        self._drafts = {one.id for one in self._framework.targets if one.status == "draft"}

    def told(self, keys: KeyPath, granted: Access) -> bool:
        """Whether an edition may show the text at a place of the ledger."""
        if keys[-1] not in WRITTEN or len(keys) < 2:
            return False
        ledger = self._ledger
        match keys:
            case ("enrolment", *_):
                return {"phase", "credits"} <= granted.shows
            case ("decisions", int(place), *_):
                return self._decision(ledger.decisions[place], keys, granted)
            case ("ratings", int(place), *_):
                return self._rating(ledger.ratings[place], keys, granted)
            case ("courses", int(place), *_):
                return self._course(place, keys, granted)
            case ("habits" | "observations", *_):
                noted = keys[-1] != "note" or (
                    granted.policy.feedback and self._says(keys, granted)
                )
                return {"habits", "credits"} <= granted.shows and noted
            case ("recognitions", int(place), *_):
                return self._recognition(ledger.recognitions[place], keys, granted)
        return False

    def _says(self, keys: KeyPath, granted: Access) -> bool:
        """Whether a text holds nothing that the edition may not say."""
        value: object = self._ledger
        for key in keys:
            value = value[key] if isinstance(value, tuple) else getattr(value, str(key))  # type: ignore[index]
        return not granted.hides_of_record(str(value))

    def _decision(self, decision: Decision, keys: KeyPath, granted: Access) -> bool:
        """Where attempts are not shown, only the awards that count; where feedback is not, the bare decision."""
        known = granted.policy.unreleased or decision.released(self._on)
        counts = decision.outcome == "earned" and decision.id not in self._corrected
        way = granted.attempts or (counts and keys[-1] != "plan")
        feedback = keys[-1] in ("feedback", "strong", "missing")
        spoken = not feedback or granted.policy.feedback
        return "credits" in granted.shows and known and way and spoken and self._says(keys, granted)

    def _rating(self, rating: Rating, keys: KeyPath, granted: Access) -> bool:
        spoken = keys[-1] != "note" or granted.policy.feedback
        return self._tells(rating, granted) and spoken and self._says(keys, granted)

    def _tells(self, rating: Rating, granted: Access) -> bool:
        """Whether an edition may know of a rating; of one on a modified scale, none may."""
        known = granted.policy.unreleased or rating.released(self._on)
        way = granted.policy.progress and granted.attempts
        inside = rating.target not in self._drafts or not granted.policy.needs_consent
        return "credits" in granted.shows and way and known and inside and not rating.modified

    def _course(self, place: int, keys: KeyPath, granted: Access) -> bool:
        """A course is no secret; its note may tell the level, and waits with it."""
        courses = self._framework.courses or Courses()
        course = self._ledger.courses[place]
        known = granted.policy.unreleased or courses.shows_level(course, self._on)
        noted = keys[-1] != "note" or (known and self._says(keys, granted))
        return "credits" in granted.shows and noted

    def _recognition(self, one: Recognition, keys: KeyPath, granted: Access) -> bool:
        hidden = granted.hides_of_record(one.title, one.issuer, one.about, one.criteria, one.url)
        checked = keys[-1] != "validator" or self._may_name_adults(one.validator or "", granted)
        return {"recognitions", "credits"} <= granted.shows and not hidden and checked

    def _may_name_adults(self, words: str, granted: Access) -> bool:
        named = (one.id for one in self._school.committee.members if one.name in words)
        return all(self._agrees(one, granted) for one in named)

    def _agrees(self, person: str, granted: Access) -> bool:
        policy, edition = granted.policy, granted.edition
        agreed = agreed_fields(self._school.consent, person, policy, edition, self._on)
        return "name" in agreed

    def raters(self, rating: Rating, place: int, grants: Grants) -> Iterator[Claimed]:
        """Names as the school wrote them down; ids of members are said where members are."""
        members = {one.id for one in self._school.committee.members}
        for number, name in enumerate(rating.by):
            if name not in members:
                span = self._ledger.marks.at("ratings", place, "by", number)
                shown = self._editions_naming(name, rating, grants)
                kind: Kind = "name" if rating.rater == "peer" else "adult"
                yield Claimed(Text(name, span, ()), self._ledger.student, shown, kind)

    def _editions_naming(self, name: str, rating: Rating, grants: Grants) -> Editions:
        if rating.rater not in ("peer", "expert"):
            return NOWHERE
        return frozenset(
            edition
            for edition, granted in grants.items()
            if self._tells(rating, granted)
            and (
                self._may_name_peer(name, granted)
                if rating.rater == "peer"
                else self._agrees(name, granted)
            )
        )

    def _may_name_peer(self, name: str, granted: Access) -> bool:
        """A name is shown if everybody whom it may mean may be called by a preferred name that has these words."""
        meant = [one for one in self._school.students if self._may_mean(one.id, one.name, name)]
        if not meant:
            return self._agrees(name, granted)
        return all(
            may_be_named(self._school, one.id, granted.edition, self._on)
            and set(words_of(name)) <= set(words_of(one.name))
            for one in meant
        )

    def _may_mean(self, student: str, preferred: str, name: str) -> bool:
        ledger = self._school.ledgers.get(student)
        known = [preferred, student, *([ledger.official_name] if ledger else [])]
        borne = {word for one in known for word in words_of(one)}
        return student != self._ledger.student and set(words_of(name)) <= borne
