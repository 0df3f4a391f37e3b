"""Dates as schools write them: a day, a month or a bare year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Self

from portfolio_gen.diagnostics import to_tell
from portfolio_gen.model.value import dataclass

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NoSuchDate(ValueError):
    """A text is no date; the message says what to write."""

    def __init__(self, message: str, words: str = "", **given: str | int | PartialDate) -> None:
        super().__init__(message)
        self.words, self.given = words or message, given
        """The message again, in a form that can be said in other languages."""


class Day(date):
    """A calendar day (ISO 8601, `2025-03-14`)."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2025-03-14` and nothing else.

        Raises:
            NoSuchDate: the text is not a day of the calendar; the message says what to write.
        """
        match = _PARTIAL.fullmatch(text)
        if match is None or match[3] is None:
            raise NoSuchDate(to_tell("a day is written like 2025-03-14"))
        year, month, day = (int(part) for part in match.groups())
        _refuse_impossible(year, month, day)
        return cls(year, month, day)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a bare year (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2025-03-14`, `2025-03` or `2025`.

        Raises:
            NoSuchDate: the text is none of these; the message says what to write.
        """
        match = _PARTIAL.fullmatch(text)
        if match is None:
            raise NoSuchDate(to_tell("a date is written like 2025-03-14, 2025-03 or 2025"))
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.groups()[1:])
        _refuse_impossible(year, month, day)
        return cls(year, month, day)

    @property
    def first(self) -> Day:
        """The earliest day that the date can mean."""
        return Day(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day:
        """The latest day that the date can mean."""
        month = self.month or 12
        return Day(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def _refuse_impossible(year: int, month: int | None, day: int | None) -> None:
    if year == 0:
        raise NoSuchDate(to_tell("there is no year 0000"))
    if month is not None and not 1 <= month <= 12:
        message, words = f"there is no month {month}", to_tell("there is no month %(month)s")
        if day and day <= 12 and month <= 31:
            meant = f"{year}-{day:02d}-{month:02d}"
            words = to_tell("there is no month %(month)s; did you mean %(meant)s?")
            raise NoSuchDate(f"{message}; did you mean {meant}?", words, month=month, meant=meant)
        raise NoSuchDate(message, words, month=month)
    if month is not None and day is not None:
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            message = f"{calendar.month_name[month]} {year} has {length} days"
            words = to_tell("%(month)s has %(days)s days")
            raise NoSuchDate(message, words, month=PartialDate(year, month), days=length)
