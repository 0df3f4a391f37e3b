"""Which copy of a pitch a session has in front of it, and which ballots belong to that copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Docket:
    """Everything that was handed in, ready for looking up; made once, for thousands of pitches."""

    submissions: Mapping[str, tuple[Submission, ...]]
    """Pitch (`⟨student⟩/⟨slug⟩`) to its submissions, in order of their numbers."""
    ballots: Mapping[tuple[str, str], tuple[Ballot, ...]]
    """Pitch and digest of a submission to the ballots about it; two students can hand in the very same files."""

    @classmethod
    def of(cls, school: School) -> Self:
        """The docket of a school."""
        submissions: dict[str, list[Submission]] = {}
        for submission in school.submissions:
            submissions.setdefault(submission.of, []).append(submission)
        ballots: dict[tuple[str, str], list[Ballot]] = {}
        for ballot in school.ballots:
            ballots.setdefault((ballot.of, ballot.submission), []).append(ballot)
        return cls(
            {
                pitch: tuple(sorted(them, key=lambda one: one.number))
                for pitch, them in submissions.items()
            },
            {digest: tuple(them) for digest, them in ballots.items()},
        )

    def heard(self, session: Session, pitch: str) -> Submission | None:
        """The newest copy of a pitch that was handed in by the day of a session; None when there is none."""
        known = self.submissions.get(pitch, ())
        return next((one for one in reversed(known) if one.submitted <= session.date), None)

    def about(self, submission: Submission | None) -> tuple[Ballot, ...]:
        """The ballots about a submission, by the ids of their members."""
        found = self.ballots.get((submission.of, submission.digest), ()) if submission else ()
        return tuple(sorted(found, key=lambda one: one.reviewer))

    def of_session(self, session: Session) -> tuple[Ballot, ...]:
        """All ballots about what a session hears."""
        pitches = (slot.pitch for slot in session.pitches if slot.pitch)
        return tuple(
            ballot for pitch in pitches for ballot in self.about(self.heard(session, pitch))
        )
