"""What waits for a session."""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.school import School


def waiting(school: School, on: Day) -> tuple[str, ...]:
    """Pitches that were handed in, unanswered, and that no session from a day on hears; the oldest first."""
    docket = Docket.of(school)
    answered = {
        (student, one.submission)
        for student, ledger in school.ledgers.items()
        for one in ledger.decisions
    }
    ahead = (one for one in school.sessions if one.date >= on)
    heard = {slot.pitch for session in ahead for slot in session.pitches}
    newest = [them[-1] for them in docket.submissions.values()]
    free = [
        one for one in newest if (one.student, one.digest) not in answered and one.of not in heard
    ]
    return tuple(one.of for one in sorted(free, key=lambda one: (one.submitted, one.of)))
