"""Sessions as a calendar file (RFC 5545). Nothing else in the house knows the library that writes it.

Lines are folded and texts escaped by `icalendar`, which is well kept and needs nothing that is not here already. Times
are local without a zone ("floating", RFC 5545, section 3.3.5): a session is at half past three on the school's own
clock, and a school that moved its clock would still meet at half past three.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from portfolio_gen.model.agenda import length_of, minute_of
from portfolio_gen.model.dates import Day
from portfolio_gen.model.session import Session
from portfolio_gen.model.value import dataclass

PRODUCT = "-//portfolio-gen//sessions//EN"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A session, and what a calendar may say of it."""

    session: Session
    agenda: str = ""
    """Lines for those who open the entry; students need not be named in everybody's calendar."""


def calendar_of(appointments: Iterable[Appointment], *, school: str, on: Day) -> bytes:
    """A calendar with an entry for each session, and one for the day on which what it decides is released.

    The identifiers come from the school and the session's own name, so that a calendar that takes the file again
    changes its entries and adds none.

    Args:
        appointments: the sessions.
        school: what tells the school from all others: its web address, or without one its name.
        on: the day that entries name as that on which they were written (`DTSTAMP`); never the clock's time.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for one in appointments:
        calendar.add_component(_sitting(one, school, on))
        if one.session.release:
            calendar.add_component(_release(one.session, one.session.release, school, on))
    data: bytes = calendar.to_ical()
    return data


def _entry(session: Session, kind: str, title: str, school: str, on: Day) -> Event:
    entry = Event()
    entry.add("uid", str(uuid5(NAMESPACE_URL, f"{school}#{kind}/{session.id}")))
    entry.add("dtstamp", datetime.combine(on, time(), UTC))
    entry.add("summary", title)
    return entry


def _sitting(one: Appointment, school: str, on: Day) -> Event:
    session = one.session
    begins = datetime.combine(session.date, time()) + timedelta(
        minutes=minute_of(session.start) or 0
    )
    entry = _entry(session, "session", session.title, school, on)
    entry.add("dtstart", begins)
    entry.add("dtend", begins + timedelta(minutes=length_of(session) or session.minutes))
    if session.place:
        entry.add("location", session.place)
    if one.agenda:
        entry.add("description", one.agenda)
    return entry


def _release(session: Session, release: Day, school: str, on: Day) -> Event:
    """A whole day, during which nobody is busy."""
    entry = _entry(session, "release", f"Released: {session.title}", school, on)
    entry.add("dtstart", date.fromordinal(release.toordinal()))
    entry.add("dtend", date.fromordinal(release.toordinal()) + _DAY)
    entry.add("transp", "TRANSPARENT")
    return entry
