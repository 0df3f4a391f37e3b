"""In which languages the program speaks to whom; a family's own is told in no other edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nouns import ledger, school
from portfolio_gen.model.settings import EDITIONS, EditionSettings, Settings
from portfolio_gen.plan.site import languages, school_view

LEDGER = ledger(family_languages=("ar", "en"))
SCHOOL = replace(
    school(),
    settings=Settings(
        school="Elm School", editions={"family": EditionSettings(languages=("es", "en"))}
    ),
)


def test_an_edition_has_the_schools_language_or_its_own() -> None:
    assert languages(SCHOOL, "college") == ("en",)
    assert languages(SCHOOL, "family") == ("es", "en")


def test_a_family_has_its_own() -> None:
    assert languages(SCHOOL, "family", LEDGER) == ("ar", "en")


@pytest.mark.parametrize("edition", [one for one in EDITIONS if one != "family"])
def test_the_language_of_a_family_is_told_nowhere_else(edition: str) -> None:
    assert languages(SCHOOL, edition, LEDGER) == ("en",)  # type: ignore[arg-type]


def test_what_the_school_writes_is_told_apart_from_the_words_of_the_page() -> None:
    view = school_view(SCHOOL, ("ar", "en"))
    assert (view.language, view.also, view.writes) == ("ar", "en", "en")
    alone = school_view(SCHOOL)
    assert (alone.language, alone.also, alone.writes) == ("en", "", "")
    twice = school_view(replace(SCHOOL), ("en", "en"))
    assert twice.also == ""
