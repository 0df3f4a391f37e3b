"""Dates, numbers and sizes in the language of a site."""

from __future__ import annotations

import pytest

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.render.words import dir_of, locale_of, number, plain, size, when


@pytest.mark.parametrize(
    ("date", "language", "shown"),
    [
        (Day(2025, 3, 14), "en", '<time datetime="2025-03-14">March 14, 2025</time>'),
        (PartialDate(2025, 3), "en", '<time datetime="2025-03">March 2025</time>'),
        (PartialDate(2025), "en", '<time datetime="2025">2025</time>'),
        (Day(2025, 3, 14), "sv", '<time datetime="2025-03-14">14 mars 2025</time>'),
        (PartialDate(2025, 3, 14), "en-GB", '<time datetime="2025-03-14">14 March 2025</time>'),
    ],
)
def test_dates_are_as_exact_as_they_are_known(
    date: Day | PartialDate, language: str, shown: str
) -> None:
    assert when(date, language) == shown


def test_a_language_is_found_by_its_first_parts_or_is_english() -> None:
    assert str(locale_of("de-DE-1996")) == "de_DE"
    assert str(locale_of("tlh")) == "en"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("es", "1,2 MB"), ("fr", "1,2 Mo"), ("zh", "1.2 MB"), ("ar", "1.2 م.ب")],
)
def test_sizes_are_written_as_the_language_writes_them(language: str, shown: str) -> None:
    assert size(1_200_000, language).replace("\u202f", " ").replace("\xa0", " ") == shown


def test_directions() -> None:
    assert dir_of("ar") == dir_of("he-IL") == "rtl"
    assert dir_of("en") == dir_of("nonsense") == "ltr"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_600, "1 MB"),
        (1_240_000, "1.2 MB"),
        (24_600_000, "25 MB"),
        (3_000_000_000, "3 GB"),
    ],
)
def test_sizes(count: int, words: str) -> None:
    assert size(count, "en") == words


def test_numbers_follow_the_language() -> None:
    assert number(1234.5, "en") == "1,234.5"
    assert number(1234.5, "de") == "1.234,5"


def test_plain_text_keeps_its_paragraphs_and_is_escaped() -> None:
    assert (
        plain("one\ntwo\n\n\n<b>three</b>")
        == "<p>one<br>\ntwo</p>\n<p>&lt;b&gt;three&lt;/b&gt;</p>"
    )
