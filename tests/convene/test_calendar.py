"""Calendar files: read again line by line, as another program would, by the letter of RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from nouns import day
from portfolio_gen.convene import Appointment, calendar_of
from portfolio_gen.model.session import Session, Slot

SCHOOL = "https://school.example/"


def session(**changes: object) -> Session:
    values: dict[str, object] = {
        "id": "november-18",
        "title": "Pitches of 18 November",
        "date": day("2026-11-18"),
        "start": "15:30",
        "minutes": 25,
        "place": "Library, the round table",
        "chair": "a",
        "members": ("a", "b"),
        "pitches": (Slot(pitch="ada/oven"), Slot(pause="Tea", minutes=10), Slot(pitch="bo/boat")),
        "release": day("2026-12-04"),
    }
    return Session(**values | changes)  # type: ignore[arg-type]


def written(*sessions: Session, agenda: str = "", on: str = "2026-11-30") -> bytes:
    appointments = [Appointment(session=one, agenda=agenda) for one in sessions]
    return calendar_of(appointments, school=SCHOOL, on=day(on))


def entries(data: bytes) -> Iterator[dict[str, str]]:
    """Properties of each event; lines unfolded, texts unescaped."""
    text = data.decode().replace("\r\n ", "")
    for part in text.split("\r\nBEGIN:VEVENT\r\n")[1:]:
        lines = part.partition("\r\nEND:VEVENT\r\n")[0].split("\r\n")
        told = dict(line.split(":", 1) for line in lines if line)
        yield {
            name: value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
            for name, value in told.items()
        }


def test_a_session_is_where_and_when_it_says() -> None:
    sitting, _ = entries(written(session()))

    assert sitting["DTSTART"] == "20261118T153000"
    assert sitting["DTEND"] == "20261118T163000"
    assert sitting["SUMMARY"] == "Pitches of 18 November"
    assert sitting["LOCATION"] == "Library, the round table"


def test_the_release_is_a_whole_day_on_which_nobody_is_busy() -> None:
    _, release = entries(written(session()))

    assert release["DTSTART;VALUE=DATE"] == "20261204"
    assert release["DTEND;VALUE=DATE"] == "20261205"
    assert release["TRANSP"] == "TRANSPARENT"
    assert len(list(entries(written(session(release=None))))) == 1


@pytest.mark.parametrize("title", ["é" * 200, "語" * 100, "a" * 74 + "é" * 9, "x" * 500])
def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut_in_two(title: str) -> None:
    data = written(session(title=title))

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() for line in data.split(b"\r\n") if line)
    assert next(entries(data))["SUMMARY"] == title


def test_what_people_write_stays_a_text() -> None:
    hostile = "Tea, cake; talk\nEND:VEVENT\nBEGIN:VEVENT"
    data = written(session(place=hostile), agenda="15:30 a, b; c\n15:55 d")

    sitting, _ = entries(data)
    assert sitting["LOCATION"] == hostile
    assert sitting["DESCRIPTION"] == "15:30 a, b; c\n15:55 d"
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 2


def test_taken_again_it_changes_entries_and_adds_none() -> None:
    before = [one["UID"] for one in entries(written(session()))]
    later = written(session(title="Moved", start="16:00"), on="2026-12-01")

    assert [one["UID"] for one in entries(later)] == before
    assert len({*before}) == 2
    assert before != [one["UID"] for one in entries(written(session(id="other")))]


def test_the_same_sessions_give_the_same_bytes() -> None:
    assert written(session()) == written(session())
    assert next(entries(written(session())))["DTSTAMP"] == "20261130T000000Z"


def test_a_session_beyond_midnight_ends_on_the_next_day() -> None:
    sitting, *_ = entries(written(session(start="23:50")))
    assert sitting["DTEND"] == "20261119T005000"
