"""The committee's sessions on their way into its edition: ballots are compared, ledgers looked up, pages planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from portfolio_gen.calibrate import calibrate
from portfolio_gen.calibrate.ballots import marks_of
from portfolio_gen.model.blueprint import PersonView
from portfolio_gen.model.calibration import Calibration
from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.school import School
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.plan.sessions import Sittings, plan_sessions


def session_views(
    school: School,
    people: Iterable[PersonView],
    on: Day,
    ledgers_of: Callable[[frozenset[str]], Mapping[str, Ledger]] | None = None,
) -> tuple[SessionView, ...]:
    """What the committee's edition shows of its sessions; no other edition may be given it.

    Args:
        school: the school.
        people: those who have a site in the edition.
        on: the day on which decisions are released.
        ledgers_of: fetches the ledgers of some students, where the school holds only outlines of them.
    """
    if not school.sessions:
        return ()
    docket = Docket.of(school)
    ledgers = ledgers_of(_heard(school)) if ledgers_of else school.ledgers
    return plan_sessions(
        Sittings(
            school=school,
            people={one.id: one for one in people},
            ledgers=ledgers,
            lost=frozenset(
                one for one in _heard(school) - ledgers.keys() if _is_there(school, one)
            ),
            calibrations=calibrations(school, docket),
            docket=docket,
            on=on,
        )
    )


def calibrations(school: School, docket: Docket) -> dict[str, Calibration]:
    """Session to how far its scorers agree."""
    return {one.id: calibrate(marks_of(school, docket.of_session(one))) for one in school.sessions}


def _heard(school: School) -> frozenset[str]:
    """Everybody whom some session hears."""
    slots = (slot.pitch for one in school.sessions for slot in one.pitches if slot.pitch)
    return frozenset(one.partition("/")[0] for one in slots)


def _is_there(school: School, student: str) -> bool:
    return f"transcripts/{student}.yml" in school.unread
