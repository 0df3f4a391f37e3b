"""Dates as people and other programs write them: read as far as they are certain, and no further."""

from __future__ import annotations

import re
from typing import NamedTuple

from portfolio_gen.model.dates import PartialDate

_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS.split(), start=1)}
_ISO = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])(.*)", re.ASCII | re.DOTALL
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)", re.ASCII)
_WORDS = re.compile(
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+"
    r"(?:(?P<second>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b",
    re.ASCII,
)
_TURNED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b", re.ASCII)
_CLOCK = re.compile(r"[T\s]\s*\d{1,2}:\d{2}.*|", re.ASCII | re.DOTALL)


class Read(NamedTuple):
    """A date that somebody has written."""

    date: PartialDate
    whole: bool
    """Whether it says all that was written; not when a time of day, or what may be a day or a month, was left out."""


def read_date(written: str) -> Read | None:
    """The date that a text means, as far as that is certain; None when it means none.

    `5/3/2023` is a day in March to some and in May to others, so only the year is taken from it.
    """
    text = written.strip()
    if found := _ISO.match(text):
        year, month, day, rest = found.groups()
        whole = _CLOCK.fullmatch(rest) is not None and not rest.strip()
        return _date(int(year), _number(month), _number(day), whole)
    if found := _COMPACT.match(text):
        year, month, day = found.groups()
        return _date(int(year), int(month), int(day), True)
    if (found := _WORDS.search(text)) and (month_number := _MONTH.get(found["month"][:3].lower())):
        return _date(
            int(found["year"]), month_number, _number(found["first"] or found["second"]), True
        )
    if found := _TURNED.match(text):
        first, second, year_number = map(int, found.groups())
        if first > 12 >= second:
            return _date(year_number, second, first, True)
        if second > 12 >= first:
            return _date(year_number, first, second, True)
        return _date(year_number, None, None, False)
    return None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _date(year: int, month: int | None, day: int | None, whole: bool) -> Read | None:
    """What of it is in the calendar."""
    wide = "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])
    for length in (10, 7, 4):
        try:
            return Read(PartialDate.parse(wide[:length]), whole and len(wide) <= length)
        except ValueError:
            continue
    return None
