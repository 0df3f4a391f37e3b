"""Standings in another version of the framework: the same records, read through a crosswalk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from portfolio_gen.evaluate.standings import evaluate
from portfolio_gen.model.artifact import Claim
from portfolio_gen.model.crosswalk import Crosswalk, Fate, Lead, follow
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.standing import State
from portfolio_gen.model.student import Student
from portfolio_gen.model.translation import Award, Dropped, Kept, Partial, Translation


def translate(
    old: Framework,
    new: Framework,
    student: Student | None,
    ledger: Ledger,
    *,
    on: Day | None,
) -> Translation:
    """Where a student of one version would stand in another; nothing on record is changed by it.

    Args:
        old: the framework that the student entered under.
        new: another one; it says in a crosswalk what became of the old ids.
        student: what the student made and claims, in words of the old version.
        ledger: what the school has on record, in words of the old version.
        on: only what has been released on this day counts; None counts everything.
    """
    crossing = _Crossing(old, new)
    before = evaluate(old, student, ledger, on=on)
    awards = [
        Award(one.credit.id, one.level.id) for one in before.credits if one.state is State.EARNED
    ]
    reached = {one.target.id for one in before.targets if one.reached}
    kept, partial, dropped, lost = crossing.sort(awards)
    return Translation(
        version=new.version,
        standings=evaluate(
            new, crossing.student(student), crossing.ledger(ledger, awards, reached), on=on
        ),
        kept=kept,
        partial=partial,
        dropped=dropped,
        lost=lost,
    )


class _Crossing:
    """The way from one version to another."""

    def __init__(self, old: Framework, new: Framework) -> None:
        self._crosswalk: Crosswalk | None = new.crosswalk_from(old.version)
        self._levels = self._crosswalk.levels if self._crosswalk else {}
        self._credits = new.earnable()
        self._targets = {one.id for one in new.targets}
        self._enough = {
            (target.id, level.id)
            for target in old.targets
            if (progression := old.progression(target))
            for level in progression.levels[progression.aim :]
        }

    def sort(
        self, awards: Sequence[Award]
    ) -> tuple[tuple[Kept, ...], tuple[Partial, ...], tuple[Dropped, ...], tuple[Award, ...]]:
        """What becomes of each award: kept, waiting for others, dropped on purpose, or lost."""
        kept: list[Kept] = []
        partial: list[Partial] = []
        dropped: list[Dropped] = []
        lost: list[Award] = []
        for award in awards:
            fate, level = self._fate(award.credit), self._level(award.level)
            open_leads = {
                lead: _missing(lead, award.level, awards)
                for lead in fate.leads
                if level in self._credits[lead.new]
            }
            full = tuple(Award(one.new, level) for one, rest in open_leads.items() if not rest)
            if full:
                kept.append(Kept(award, full))
            elif open_leads:
                lead, rest = next(iter(open_leads.items()))
                partial.append(Partial(award, Award(lead.new, level), rest))
            elif fate.dropped:
                dropped.append(Dropped(award, fate.dropped))
            else:
                lost.append(award)
        return tuple(kept), tuple(partial), tuple(dropped), tuple(lost)

    def ledger(self, ledger: Ledger, awards: Sequence[Award], reached: Set[str]) -> Ledger:
        """The ledger in words of the new version, by the awards and the targets reached in the old one."""
        return replace(
            ledger,
            decisions=tuple(
                new for one in ledger.decisions for new in self._decisions(one, awards)
            ),
            ratings=tuple(new for one in ledger.ratings for new in self._ratings(one, reached)),
            taught=self._taught(ledger),
        )

    def student(self, student: Student | None) -> Student | None:
        """What the student claims, in words of the new version."""
        return student and replace(
            student,
            artifacts=tuple(
                replace(
                    one,
                    claims=tuple(self._claims(one.claims)),
                    self_rating=self._self_rating(one.self_rating),
                )
                for one in student.artifacts
            ),
            pitches=tuple(
                replace(one, claims=tuple(self._claims(one.claims))) for one in student.pitches
            ),
        )

    def _fate(self, credit: str) -> Fate:
        return follow(self._crosswalk, credit, self._credits)

    def _level(self, level: str) -> str:
        return self._levels.get(level, level)

    def _decisions(self, one: Decision, awards: Sequence[Award]) -> Iterator[Decision]:
        """What a decision says in the new version; an award that others are needed beside says nothing yet."""
        for lead in self._fate(one.credit).leads:
            if one.outcome == "not-yet" or not _missing(lead, one.level, awards):
                yield replace(one, credit=lead.new, level=self._level(one.level))

    def _claims(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        for one in claims:
            for lead in self._fate(one.credit).leads:
                yield replace(one, credit=lead.new, level=self._level(one.level))

    def _self_rating(self, told: Mapping[str, str]) -> dict[str, str]:
        return {
            lead.new: level
            for old, level in told.items()
            for lead in follow(self._crosswalk, old, self._targets).leads
        }

    def _ratings(self, one: Rating, reached: Set[str]) -> Iterator[Rating]:
        """What a rating says in the new version; one that would be enough says nothing yet while others are missing."""
        enough = (one.target, one.level) in self._enough
        for lead in follow(self._crosswalk, one.target, self._targets).leads:
            if not enough or reached >= set(lead.needs) - {one.target}:
                yield replace(one, target=lead.new)

    def _taught(self, ledger: Ledger) -> Mapping[str, tuple[Day, ...]]:
        """New targets to all the days on which something that became of them was taught."""
        taught: dict[str, tuple[Day, ...]] = {}
        for old, days in ledger.taught.items():
            for lead in follow(self._crosswalk, old, self._targets).leads:
                taught[lead.new] = (*taught.get(lead.new, ()), *days)
        return taught


def _missing(lead: Lead, level: str, awards: Sequence[Award]) -> tuple[str, ...]:
    """The old credits that a lead needs and that are not earned at the level."""
    return tuple(one for one in lead.needs if Award(one, level) not in awards)
