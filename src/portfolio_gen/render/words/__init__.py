"""Dates, numbers and sizes as a language writes them."""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

from portfolio_gen.model.dates import Day, PartialDate

_UNITS = ("byte", "kB", "MB", "GB")
_MEASURES = ("byte", "kilobyte", "megabyte", "gigabyte")
"""What CLDR calls the same."""


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """Babel's locale for a BCP 47 tag, or for its first part that Babel knows, or English."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


@lru_cache(maxsize=64)
def dir_of(language: str) -> str:
    """`rtl` for languages written from right to left, otherwise `ltr`."""
    return locale_of(language).text_direction


@lru_cache(maxsize=4096)
def when(date: Day | PartialDate, language: str) -> Markup:
    """A `<time>` with the date in words, as exact as it is known."""
    known = _partial(date)
    return Markup('<time datetime="{}">{}</time>').format(str(known), _spoken(known, language))


def spoken(date: Day | PartialDate, language: str) -> str:
    """The same words without markup."""
    return _spoken(_partial(date), language)


def _partial(date: Day | PartialDate) -> PartialDate:
    return date if isinstance(date, PartialDate) else PartialDate(date.year, date.month, date.day)


def _spoken(date: PartialDate, language: str) -> str:
    locale = locale_of(language)
    if date.month is None:
        return str(date.year)
    if date.day is None:
        return format_skeleton("yMMMM", date.first, locale=locale)
    return format_date(date.first, format="long", locale=locale)


@lru_cache(maxsize=4096, typed=True)
def number(value: float, language: str) -> str:
    """A number with the separators and digits of the language."""
    return format_decimal(value, locale=locale_of(language))


def figure(value: float, places: int, language: str) -> str:
    """A number with so many decimals, as the language writes it."""
    shape = f"#,##0.{'0' * places}" if places else "#,##0"
    return format_decimal(value, format=shape, locale=locale_of(language))


def size(count: int, language: str) -> str:
    """A number of bytes for people: `1.2 MB`."""
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    value = round(value, 1 if value < 9.95 and unit > 1 else 0)
    locale = locale_of(language)
    if locale.language != "en":
        return format_unit(value, f"digital-{_MEASURES[unit]}", length="short", locale=locale)
    return f"{format_decimal(value, locale=locale)} {_UNITS[unit] if unit else 'bytes'}"


def plain(text: str) -> Markup:
    """A text as paragraphs, escaped: what is shown when its Markdown cannot be rendered."""
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return Markup("\n").join(
        Markup("<p>")
        + Markup("<br>\n").join(escape(line) for line in part.splitlines())
        + Markup("</p>")
        for part in paragraphs
        if part
    )
