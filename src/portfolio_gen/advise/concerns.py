"""Who might need a hand, and why: one sign, one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import TypeAlias

from portfolio_gen.advise.openings import openings
from portfolio_gen.model.advice import Concern, Opening, Sign
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass

QUIET = timedelta(days=100)
"""How long nothing new has come before somebody should ask; a summer's holidays are shorter."""
LONG_WAIT = timedelta(days=21)
"""How long a pitch may wait before somebody should ask the committee."""
SEVERAL = 3
"""How many tries that have not led on are a reason to ask what would help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One student on one day."""

    framework: Framework
    student: Student
    ledger: Ledger | None
    standings: Standings
    opened: Sequence[Opening]
    on: Day


Look: TypeAlias = Callable[[Situation], Iterator[Concern]]


def concerns(
    framework: Framework, student: Student, ledger: Ledger | None, standings: Standings, on: Day
) -> Iterator[Concern]:
    """The reasons to offer one student a hand; none for whoever has finished."""
    if ledger and ledger.transcript == "final":
        return
    situation = Situation(
        framework=framework,
        student=student,
        ledger=ledger,
        standings=standings,
        opened=openings(framework, ledger, standings),
        on=on,
    )
    for look in LOOKS:
        yield from look(situation)


def _overdue(at: Situation) -> Iterator[Concern]:
    for one in at.opened:
        if one.pace and one.due and not one.pace.phases:
            words = (
                f"{one.standing.requirement.title}: {one.needed} to go, due end of {one.due.by_age}"
            )
            yield Concern(student=at.student.id, sign=Sign.OVERDUE, words=words)


def _waiting(at: Situation) -> Iterator[Concern]:
    word = at.framework.word("committee")
    for one in at.standings.credits:
        since = one.date
        if one.state is State.PITCHED and isinstance(since, Day) and at.on - since > LONG_WAIT:
            words = f"{one.credit.title}, {one.level.title.lower()}: waiting for the {word} since {since}"
            yield Concern(student=at.student.id, sign=Sign.WAITING, words=words, since=since)


def _not_yet(at: Situation) -> Iterator[Concern]:
    tries = [
        (one.credit.title, 1 + sum(each.outcome == "not-yet" for each in one.superseded))
        for one in at.standings.credits
        if one.state is State.NOT_YET and one.decision
    ]
    tries += [(one.target.title, len(one.attempts)) for one in at.standings.targets if _stays(one)]
    if sum(count for _, count in tries) >= SEVERAL:
        told = ", ".join(f"{title} ({count} {_tries(count)})" for title, count in tries)
        words = f"not yet: {told}"
        yield Concern(student=at.student.id, sign=Sign.NOT_YET, words=words)


def _tries(count: int) -> str:
    return "try" if count == 1 else "tries"


def _stays(one: TargetStanding) -> bool:
    """Whether a target has been tried several times without moving up."""
    moved = one.growth is not None and one.growth.steps > 0
    still_open = one.state in (TargetState.NOT_YET, TargetState.INSUFFICIENT)
    return still_open and len(one.attempts) >= SEVERAL and not moved


def _quiet(at: Situation) -> Iterator[Concern]:
    if not at.opened:
        return
    newest = max(_days(at), default=None)
    if newest and at.on - newest > QUIET:
        words = f"nothing new since {newest}"
        yield Concern(student=at.student.id, sign=Sign.QUIET, words=words, since=newest)


def _days(at: Situation) -> Iterator[Day]:
    """The days on which something came: published work, a pitch, a decision, a rating, or the student.

    Of a work that names only a month or a year, its last possible day counts, in the student's favour.
    """
    for work in at.student.artifacts:
        if work.status == "published":
            yield min(work.date.last, at.on)
    yield from (min(one.date, at.on) for one in at.student.pitches if one.status == "published")
    if at.ledger:
        yield min(at.ledger.enrolment.entered.last, at.on)
        yield from (one.date for one in at.ledger.decisions)
        yield from (one.date for one in at.ledger.ratings)


LOOKS: tuple[Look, ...] = (_overdue, _waiting, _not_yet, _quiet)
