"""A school's sessions as a calendar file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from portfolio_gen.convene import Appointment, calendar_of
from portfolio_gen.model.agenda import agenda
from portfolio_gen.model.dates import Day
from portfolio_gen.model.docket import Docket
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.proceedings import open_school, session_of


def write_calendar(root: Path, sessions: Collection[str], *, named: bool, on: Day) -> bytes:
    """The calendar file of some sessions, or of all.

    Args:
        root: the school's folder.
        sessions: their ids; none means all.
        named: whether students and pitches are named in it. Calendars are often kept by others, so mostly not.
        on: the day that entries name as that on which they were written.

    Raises:
        CannotProceed: the school cannot be read, or has no such session.
    """
    school = open_school(root)
    wanted = [session_of(school, one) for one in sessions] or school.sessions
    docket = Docket.of(school)
    return calendar_of(
        (
            Appointment(session=one, agenda="\n".join(_lines(school, docket, one, named)))
            for one in wanted
        ),
        school=school.settings.url or school.settings.school,
        on=on,
    )


def _lines(school: School, docket: Docket, session: Session, named: bool) -> Iterator[str]:
    names = {one.id: one.name for one in school.students}
    number = 0
    for one in agenda(session):
        pitch = one.slot.pitch
        number += bool(pitch)
        if not pitch:
            yield f"{one.begins} {one.slot.pause or '–'}"
        elif named:
            handed_in = docket.heard(session, pitch)
            student = pitch.partition("/")[0]
            title = handed_in.frozen_pitch.title if handed_in else pitch.partition("/")[2]
            yield f"{one.begins} {names.get(student, student)}: {title}"
        else:
            yield f"{one.begins} {school.framework.called('pitch')} {number}"
