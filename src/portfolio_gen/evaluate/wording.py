"""The reasons for a standing, in plain and kind sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.student import Pitch

NOTHING_YET = "Open: no work claims it yet."

# Written out because the calendar module speaks the language of the machine.
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def decided(case: Case, decision: Decision) -> str:
    """Why a decision makes the standing what it is."""
    if decision.outcome == "earned":
        return f"Earned on {dated(decision.date)} by decision of the {case.committee}."
    return f"Not yet: on {dated(decision.date)} the {case.committee} asked to see more."


def pitched(case: Case, pitch: Pitch) -> str:
    """Why a pitch makes the standing what it is."""
    again = " again," if case.decisions else ""
    return f"In front of the {case.committee}{again} since {dated(pitch.date)}."


def claimed(case: Case, newest: PartialDate) -> str:
    """Why a claim makes the standing what it is."""
    return f"Claimed by work from {dated(newest)}; its {case.pitch} comes next."


def targets_reached(case: Case, wanted: int, of: int, day: Day | None) -> str:
    """Why its learning targets earn a credit."""
    if of == 1:
        return f"Earned{_on(day)}: its {case.target} reached."
    if wanted == of:
        return f"Earned{_on(day)}: all its {of} {case.many_targets} reached."
    return (
        f"Earned{_on(day)}: {wanted} of its {of} {case.many_targets} reached, as many as it takes."
    )


def targets_open(case: Case, reached: int, wanted: int) -> str:
    """Why its learning targets do not earn a credit yet."""
    if wanted == 1:
        return f"Not yet: the {case.target} that it takes is still to be reached."
    return f"Not yet: {reached} of the {wanted} {case.many_targets} that it takes reached so far."


def shown(case: Case, newest: PartialDate) -> str:
    """Why a claim makes the standing what it is, where learning targets earn the credit."""
    return f"Claimed by work from {dated(newest)}; its {case.rating} comes next."


def _on(day: Day | None) -> str:
    return f" on {dated(day)}" if day else ""


def around(case: Case, decision: Decision | None) -> str:
    """What else was decided before and after the decision that counts, if one does."""
    if len(case.recorded) == (1 if decision else 0):
        return ""
    return " ".join(_sentences(case, decision))


def _sentences(case: Case, decision: Decision | None) -> Iterator[str]:
    counts = case.decisions
    place = next((at for at, one in enumerate(counts) if one is decision), len(counts))
    if awards := [one.date for one in counts[:place] if one.outcome == "earned"]:
        yield f"It had been earned before, on {_listed(awards)}."
    if tries := [one.date for one in counts[:place] if one.outcome == "not-yet"]:
        yield f"Before that it was not yet, on {_listed(tries)}."
    if later := [one.date for one in counts[place + 1 :]]:
        yield f"Another try, on {_listed(later)}, was not yet; that takes nothing away."
    if wrong := [one.date for one in case.recorded if one not in counts]:
        yield f"What was recorded on {_listed(wrong)} has been corrected and does not count."


def _listed(days: Sequence[Day]) -> str:
    *most, last = (dated(day) for day in days)
    return f"{', '.join(most)} and {last}" if most else last


@lru_cache(maxsize=4096)
def dated(date: Day | PartialDate) -> str:
    """A date as people say it: `14 March 2026`, `March 2026` or `2026`."""
    month = MONTHS[date.month - 1] if date.month else None
    return " ".join(str(part) for part in (date.day, month, date.year) if part)
