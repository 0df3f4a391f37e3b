"""When each part of a session begins and ends, on the school's own clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.model.session import Session, Slot
from portfolio_gen.model.value import dataclass

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A slot of a session with its times, as in `15:30`."""

    slot: Slot
    begins: str
    ends: str


def minute_of(clock: str) -> int | None:
    """Minutes since midnight; None for anything but a time such as `15:30`."""
    match = _CLOCK.fullmatch(clock)
    return int(match[1]) * 60 + int(match[2]) if match else None


def agenda(session: Session) -> tuple[Stretch, ...]:
    """The slots of a session one after another; from midnight on where its beginning is not a time."""
    return tuple(_stretches(session))


def length_of(session: Session) -> int:
    """How many minutes a session takes."""
    return sum(session.minutes if one.minutes is None else one.minutes for one in session.pitches)


def _stretches(session: Session) -> Iterator[Stretch]:
    now = minute_of(session.start) or 0
    for slot in session.pitches:
        after = now + (session.minutes if slot.minutes is None else slot.minutes)
        yield Stretch(slot=slot, begins=clock_of(now), ends=clock_of(after))
        now = after


def clock_of(minutes: int) -> str:
    """A time of day; what goes beyond midnight begins the next day."""
    return f"{minutes % _DAY // 60:02d}:{minutes % 60:02d}"
