"""Everything in a school that a word can name, looked up once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar, TypeAlias

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.committee import Member
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Credit, CreditLevel
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.rubric import Rubric
from portfolio_gen.model.scale import Progression, Scale
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass

Names: TypeAlias = Mapping[str, str]
"""Ids and what they are called."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of one of a ledger's lists, with its place there."""

    ledger: Ledger
    place: int
    key: ClassVar[str]
    """Key of the list in the ledger."""

    @property
    def about(self) -> str:
        """The student it is about."""
        return self.ledger.student

    def at(self, *keys: str | int) -> Span:
        """Where one of its values stands."""
        return self.ledger.marks.at(self.key, self.place, *keys)

    def name(self, *keys: str | int) -> Span:
        """Where one of its keys stands."""
        return self.ledger.marks.name(self.key, self.place, *keys)


@dataclass(frozen=True, slots=True)
class Decided(Entry):
    """A decision with its place in a ledger."""

    decision: Decision
    key: ClassVar[str] = "decisions"


@dataclass(frozen=True, slots=True)
class Rated(Entry):
    """A rating with its place in a ledger."""

    rating: Rating
    key: ClassVar[str] = "ratings"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What decisions and ratings have in common."""

    verb: str
    """What was done: `decided` or `rated`."""
    date: Day
    works: tuple[str, ...]
    people: tuple[str, ...]
    people_key: str
    about: str
    at: Callable[..., Span]
    """Where one of its values stands, by its keys."""


@dataclass(frozen=True)
class Register:
    """A school on a day, with its names at hand."""

    school: School
    on: Day

    @cached_property
    def credits(self) -> Mapping[str, Credit]:
        """All credits of the framework."""
        return {one.id: one for one in self.school.framework.all_credits()}

    @cached_property
    def credit_names(self) -> Names:
        """All credits and their titles."""
        return {one.id: one.title for one in self.credits.values()}

    @cached_property
    def levels(self) -> Names:
        """Credit levels."""
        return {one.id: one.title for one in self.school.framework.levels}

    @cached_property
    def domains(self) -> Names:
        """Domains."""
        return {one.id: one.title for one in self.school.framework.domains}

    @cached_property
    def competencies(self) -> Names:
        """Competencies."""
        return {one.id: one.title for one in self.school.framework.competencies}

    @cached_property
    def phases(self) -> Names:
        """Phases, in their order."""
        return {one.id: one.title for one in self.school.framework.phases}

    @cached_property
    def cohorts(self) -> Names:
        """Groups of students by age."""
        return {one.id: one.title for one in self.school.framework.cohorts}

    @cached_property
    def scales(self) -> Mapping[str, Scale]:
        """Scales."""
        return {one.id: one for one in self.school.framework.scales}

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """Learning targets, with the competency and domain that their credits give them."""
        return {one.id: one for one in self.school.framework.all_targets()}

    @cached_property
    def target_names(self) -> Names:
        """Learning targets and their titles."""
        return {one.id: one.title for one in self.targets.values()}

    @cached_property
    def progressions(self) -> Mapping[str, Progression]:
        """Learning target to its levels, for those that have any."""
        found = (
            (name, self.school.framework.progression(one)) for name, one in self.targets.items()
        )
        return {name: one for name, one in found if one}

    @cached_property
    def credit_levels(self) -> Mapping[str, CreditLevel]:
        """Credit levels."""
        return {one.id: one for one in self.school.framework.levels}

    @cached_property
    def habits(self) -> Names:
        """Strands of the habits of work."""
        habits = self.school.framework.habits
        return {one.id: one.title for one in habits.strands} if habits else {}

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Members of the committee."""
        return {one.id: one for one in self.school.committee.members}

    @cached_property
    def students(self) -> Names:
        """Everybody with a folder, and their name where it could be read."""
        names = dict.fromkeys(sorted(self.school.known), "")
        return names | {one.id: one.name for one in self.school.students}

    @cached_property
    def people(self) -> Names:
        """Students, and others who are in the consent file."""
        return dict.fromkeys(self.school.consent.people, "") | dict(self.students)

    def rubric(self, credit: str) -> Rubric | None:
        """The rubric by which a credit is judged."""
        found = self.credits.get(credit)
        return self.school.rubrics.for_competency(found.competency) if found else None

    def scale_levels(self, scale: str) -> Names | None:
        """The levels of a scale; None when there is no such scale."""
        found = self.scales.get(scale)
        return {one.id: one.title for one in found.levels} if found else None

    def files(self) -> Iterator[tuple[Student, Ledger]]:
        """Students with the school's record of them, where both could be read."""
        for student in self.school.students:
            if ledger := self.school.ledgers.get(student.id):
                yield student, ledger

    def decisions(self) -> Iterator[Decided]:
        """Every decision that counts.

        What has been corrected is not held against a ledger again: nothing in it is ever rewritten.
        """
        for ledger in self.school.ledgers.values():
            corrected = {one.corrects for one in ledger.decisions if one.corrects != one.id}
            for place, decision in enumerate(ledger.decisions):
                if decision.id not in corrected:
                    yield Decided(ledger, place, decision)

    def ratings(self) -> Iterator[Rated]:
        """Every rating that counts for something, because no correction has set it aside."""
        for ledger in self.school.ledgers.values():
            corrected = {one.corrects for one in ledger.ratings if one.corrects != one.id}
            for place, rating in enumerate(ledger.ratings):
                if rating.id is None or rating.id not in corrected:
                    yield Rated(ledger, place, rating)

    def recorded(self) -> Iterator[Recorded]:
        """Every decision and every rating that counts."""
        for one in self.decisions():
            decision, people = one.decision, one.decision.committee
            works = decision.artifacts
            yield Recorded("decided", decision.date, works, people, "committee", one.about, one.at)
        for each in self.ratings():
            rating = each.rating
            yield Recorded("rated", rating.date, rating.works, rating.by, "by", each.about, each.at)

    def decided(self, level: str | None) -> bool:
        """Whether credits are earned at a level by decisions, and not by learning targets."""
        found = self.credit_levels.get(level or "")
        return found is None or found.policy != "targets"

    @cached_property
    def awards(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Student id to the credits and levels that have been earned and released by today."""
        earned: dict[str, set[tuple[str, str]]] = {one: set() for one in self.school.ledgers}
        for one in self.decisions():
            if one.decision.outcome == "earned" and one.decision.released(self.on):
                earned[one.about].add((one.decision.credit, one.decision.level))
        return {student: frozenset(targets) for student, targets in earned.items()}

    def works(self, student: str) -> Mapping[str, Artifact]:
        """A student's works by their slugs."""
        return self._works.get(student, {})

    @cached_property
    def _works(self) -> Mapping[str, Mapping[str, Artifact]]:
        return {one.id: {work.slug: work for work in one.artifacts} for one in self.school.students}

    def artifacts(self) -> Iterator[tuple[Student, Artifact]]:
        """Every work with its maker."""
        for student in self.school.students:
            for artifact in student.artifacts:
                yield student, artifact

    def pitches(self) -> Iterator[tuple[Student, Pitch]]:
        """Every pitch with the student who makes it."""
        for student in self.school.students:
            for pitch in student.pitches:
                yield student, pitch


Check: TypeAlias = Callable[[Register], Iterable[Diagnostic]]
"""Looks for one thing that can be wrong."""
