"""The school as a chair needs it: read, with the session that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from portfolio_gen.diagnostics import nearest
from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.read.digest import hash_file
from portfolio_gen.read.school import read_school


class CannotConvene(ValueError):
    """Something stands in the way; the message says what, and what to try."""


def open_school(root: Path) -> School:
    """Read a school, whatever is wrong with single students.

    Raises:
        CannotConvene: something is wrong with the whole of it.
    """
    school, _ = read_school(root, hash_of=hash_file)
    if school is None:
        raise CannotConvene(f"{root} cannot be read; `portfolio-gen check {root}` says why")
    return school


def session_of(school: School, wanted: str) -> Session:
    """The session of an id.

    Raises:
        CannotConvene: there is none.
    """
    known = {one.id: one for one in school.sessions}
    if found := known.get(wanted):
        return found
    raise CannotConvene(
        f"there is no session `{wanted}` that can be read in transcripts/sessions/.{guess(wanted, known)}"
    )


def guess(word: str, known: Iterable[str]) -> str:
    """A question for the nearest right word, with a space before it; empty when nothing is near."""
    found = nearest(word, known)
    return f" Did you mean `{found}`?" if found else ""


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
