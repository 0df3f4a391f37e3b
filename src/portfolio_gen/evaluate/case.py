"""What is on record about each credit at each level, gathered in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Credit, CreditLevel
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.speech import Word
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.value import dataclass

Place: TypeAlias = tuple[str, str]
"""Credit id and level id."""

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything on record about one credit at one level, for a policy to judge."""

    credit: Credit
    level: CreditLevel
    committee: Word = Word("committee")
    """What the school calls a committee."""
    target: Word = Word("target")
    """What it calls a learning target."""
    many_targets: Word = Word("targets")
    """And several of them."""
    pitch: Word = Word("pitch")
    """What it calls a pitch."""
    rating: Word = Word("rating")
    """What it calls a rating."""
    recorded: tuple[Decision, ...] = ()
    """All decisions, oldest first; of the same day, in the ledger's order."""
    decisions: tuple[Decision, ...] = ()
    """Those of them that count, because no correction has set them aside."""
    answered: frozenset[str] = frozenset()
    """What a decision about this credit, at whatever level, names: slugs of pitches, digests of what was handed in."""
    pitches: tuple[Pitch, ...] = ()
    """Published pitches, newest first."""
    claims: tuple[tuple[Artifact, Claim], ...] = ()
    """Published works that claim it, in order of their slugs."""
    targets: tuple[TargetStanding, ...] = ()
    """Its learning targets, in the framework's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A student's records, sorted by what they are about."""

    decisions: Mapping[Place, tuple[Decision, ...]]
    corrected: frozenset[str]
    """Ids of the decisions that a correction has set aside."""
    answered: Mapping[str, frozenset[str]]
    """Credit id to the pitches that its decisions name, by slug and by digest."""
    pitches: Mapping[Place, tuple[Pitch, ...]]
    claims: Mapping[Place, tuple[tuple[Artifact, Claim], ...]]
    targets: Mapping[str, tuple[TargetStanding, ...]]
    """Credit id to the standings of its learning targets."""

    def touch(self, credit: Credit, level: CreditLevel) -> bool:
        """Whether anything at all is on record about the credit at the level."""
        place = (credit.id, level.id)
        return (
            place in self.decisions
            or place in self.pitches
            or place in self.claims
            or (level.policy == "targets" and self._rated(credit))
        )

    def _uncorrected(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        return tuple(one for one in decisions if one.id not in self.corrected)

    def _rated(self, credit: Credit) -> bool:
        targets = self.targets.get(credit.id, ())
        return any(one.state is not TargetState.OPEN for one in targets)

    def case(self, credit: Credit, level: CreditLevel, **words: Word) -> Case:
        """What is on record about the credit at the level; `words` are the school's."""
        place = (credit.id, level.id)
        recorded = self.decisions.get(place, ())
        return Case(
            credit=credit,
            level=level,
            recorded=recorded,
            decisions=self._uncorrected(recorded) if self.corrected else recorded,
            answered=self.answered.get(credit.id, frozenset()),
            pitches=self.pitches.get(place, ()),
            claims=self.claims.get(place, ()),
            targets=self.targets.get(credit.id, ()),
            **words,
        )


def gather(
    student: Student | None,
    ledger: Ledger | None,
    on: Day | None,
    targets: Iterable[TargetStanding] = (),
) -> Records:
    """Sort a student's records; decisions that are not yet released on the day do not exist."""
    decisions = _visible(ledger.decisions if ledger else (), on)
    pitches = _pitches(student)
    works = [one for one in (student.artifacts if student else ()) if one.status == "published"]
    works.sort(key=lambda one: one.slug)
    corrected = frozenset(
        one.corrects for one in decisions if one.corrects and one.corrects != one.id
    )
    return Records(
        decisions=_grouped(((one.credit, one.level), one) for one in decisions),
        corrected=corrected,
        answered={
            credit: frozenset(slugs)
            for credit, slugs in _grouped(
                (one.credit, name)
                for one in decisions
                if one.id not in corrected
                for name in (one.pitch, one.submission)
                if name
            ).items()
        },
        pitches=_grouped(
            ((claim.credit, claim.level), pitch)
            for pitch in sorted(pitches, key=lambda one: (one.date, one.slug), reverse=True)
            for claim in {(claim.credit, claim.level): claim for claim in pitch.claims}.values()
        ),
        claims=_grouped(
            ((claim.credit, claim.level), (work, claim)) for work in works for claim in work.claims
        ),
        targets=_grouped((one.target.credit, one) for one in targets if one.target.credit),
    )


def _pitches(student: Student | None) -> list[Pitch]:
    """What is before a committee: what was handed in, as it was then, and what was only published."""
    if student is None:
        return []
    handed_in = {one.slug for one in student.handed_in}
    published = (one for one in student.pitches if one.status == "published")
    return [*student.handed_in, *(one for one in published if one.slug not in handed_in)]


def _visible(decisions: Iterable[Decision], on: Day | None) -> list[Decision]:
    """The decisions that may be seen on the day, oldest first (sorting keeps the ledger's order)."""
    seen = (one for one in decisions if on is None or one.released(on))
    return sorted(seen, key=lambda one: one.date)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Values that share a key together, in the order in which they come."""
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
