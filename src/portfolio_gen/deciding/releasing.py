"""From which day on decisions are seen: an entry of its own for each."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.deciding.ledgers import append, decisions_named
from portfolio_gen.deciding.values import Recorded
from portfolio_gen.diagnostics import or_nearest
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.school import School
from portfolio_gen.proceedings import CannotProceed, open_school, sole_clerk


def release(root: Path, what: str, *, on: Day, today: Day) -> tuple[Recorded, ...]:
    """Settle from which day on a decision, or everything that a session decided, is seen.

    Args:
        root: the school's folder.
        what: id of a session or of a decision, or `⟨student⟩/⟨decision⟩`.
        on: the first day.
        today: the day on which it is recorded.

    Returns:
        The decisions that are seen from another day on than before.

    Raises:
        CannotProceed: there is no such session or decision, or several students have one of that id.
        OSError: something cannot be written.
    """
    with sole_clerk(root):
        school = open_school(root)
        changed = [(one, each) for one, each in _named(school, what) if each.release != on]
        for student in sorted({one.student for one, _ in changed}):
            ids = [each.id for one, each in changed if one.student == student]
            entries = [{"decision": one, "on": on, "date": today} for one in ids]
            append(root, student, "releases", entries)
        return tuple(_recorded(one.student, each, on) for one, each in changed)


def _named(school: School, what: str) -> list[tuple[Ledger, Decision]]:
    """The decisions of a session, or the one of an id."""
    pairs = [(one, each) for one in school.ledgers.values() for each in one.decisions]
    sessions = {one.id for one in school.sessions}
    if what in sessions or any(each.session == what for _, each in pairs):
        return [(one, each) for one, each in pairs if each.session == what]
    found = decisions_named(school, what)
    if not found:
        known = {*sessions, *(each.id for _, each in pairs)}
        raise CannotProceed(
            f"there is no session and no decision `{what}`{or_nearest(what, known)}"
        )
    return found


def _recorded(student: str, one: Decision, day: Day) -> Recorded:
    return Recorded(
        student=student,
        id=one.id,
        credit=one.credit,
        level=one.level,
        outcome=one.outcome,
        release=day,
    )
