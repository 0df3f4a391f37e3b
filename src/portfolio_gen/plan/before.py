"""What lies before the committee: every submission with its ballots and its session, looked up once for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from portfolio_gen.model.artifact import Claim
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Everything that a school's committee has in front of it."""

    submissions: Mapping[str, tuple[Submission, ...]]
    """Student to what they have handed in, oldest first."""
    ballots: Mapping[tuple[str, str], tuple[Ballot, ...]]
    """Pitch and digest of a submission to the ballots about it; two students can hand in the very same files."""
    sessions: Mapping[str, Session]
    """Pitch (`⟨student⟩/⟨slug⟩`) to the newest session that hears it."""


@lru_cache(maxsize=4)
def before_committee(school: School) -> Before:
    """What lies before a school's committee; thousands of pitches are gone through once."""
    submissions: dict[str, list[Submission]] = {}
    for submission in sorted(school.submissions, key=lambda one: (one.submitted, one.number)):
        submissions.setdefault(submission.student, []).append(submission)
    ballots: dict[tuple[str, str], list[Ballot]] = {}
    for ballot in school.ballots:
        ballots.setdefault((ballot.of, ballot.submission), []).append(ballot)
    return Before(
        submissions={student: tuple(them) for student, them in submissions.items()},
        ballots={digest: tuple(them) for digest, them in ballots.items()},
        sessions={
            slot.pitch: session
            for session in school.sessions
            for slot in session.pitches
            if slot.pitch
        },
    )


def latest(submissions: Iterable[Submission]) -> dict[str, Submission]:
    """Each pitch as it was handed in last."""
    return {one.pitch: one for one in submissions}


def open_claims(
    submission: Submission, others: Iterable[Submission], ledger: Ledger | None
) -> Iterator[Claim]:
    """What a submission claims and the committee has yet to decide.

    A decision answers it that names it, or that was taken about its pitch since; a later submission for the same credit
    takes its place.
    """
    decisions = _standing(ledger)
    later = [one for one in others if _comes_after(one, submission)]
    for claim in submission.frozen_pitch.claims:
        answered = any(_answers(one, submission, claim) for one in decisions)
        if not answered and not any(one.asks_for(claim.credit, claim.level) for one in later):
            yield claim


def _standing(ledger: Ledger | None) -> list[Decision]:
    """Decisions that no other has corrected."""
    decisions = ledger.decisions if ledger else ()
    corrected = {one.corrects for one in decisions}
    return [one for one in decisions if one.id not in corrected]


def _answers(decision: Decision, submission: Submission, claim: Claim) -> bool:
    if (decision.credit, decision.level) != (claim.credit, claim.level):
        return False
    if decision.submission:
        return decision.submission == submission.digest
    return decision.pitch == submission.pitch and decision.date >= submission.submitted


def _comes_after(one: Submission, other: Submission) -> bool:
    return one is not other and (one.submitted, one.number) > (other.submitted, other.number)
