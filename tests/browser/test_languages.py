"""A family's pages in each language, and in two side by side: direction, room for every word, search."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portfolio_gen.build import build
from portfolio_gen.render.words.voice import voice_of
from school import TODAY, minimal_school

LANGUAGES = ("ar", "es", "fr", "zh")
EVERY_DAY = ("ar",)
"""The one that turns everything around; the others are tried at night."""
PAGES = ("", "artifacts/", "artifacts/bean-diary/", "transcript/", "glossary/", "conference/")
CONFERENCE = "---\ndate: 2026-12-04\nartifacts: [bean-diary]\naudience: [family]\n---\n"
CUT = """() => [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td, nav a, summary, button')]
  .filter((one) => one.clientWidth && !one.closest('.silent, [hidden], .md-search, .region, .table-scroll')
    && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
  .map((one) => one.outerHTML.slice(0, 120))"""


Home = Callable[[str], str]
IN_ALL = [
    pytest.param(one, marks=[] if one in EVERY_DAY else pytest.mark.nightly) for one in LANGUAGES
]


@pytest.fixture(scope="session")
def home(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Beside the sample school, the smallest school with its family edition in a language, or in two."""

    @cache
    def built(name: str) -> str:
        school = minimal_school(tmp_path_factory.mktemp("spoken") / "school")
        with (school / "portfolio.yml").open("a") as settings:
            languages = "ar, en" if name == "both" else name
            settings.write(f"editions:\n  family:\n    languages: [{languages}]\n")
        talks = school / "students" / "ada-park" / "conferences"
        talks.mkdir(exist_ok=True)
        (talks / "december.md").write_text(CONFERENCE, encoding="utf-8")
        report = build(school, shelf / "spoken" / name, editions=["family"], jobs=1, on=TODAY)
        assert not report.failed, report.diagnostics
        return f"../spoken/{name}/family/ada-park/"

    return built


@pytest.mark.parametrize("language", [*IN_ALL, "both"])
def test_every_word_has_room_in_the_direction_of_the_language(
    page: Page, home: Home, language: str
) -> None:
    turned = language in ("ar", "both")
    for address in PAGES:
        page.goto(home(language) + address)
        lang = page.locator("html").get_attribute("lang") or ""
        assert lang.partition("-")[0] == ("ar" if turned else language)
        direction = page.evaluate("getComputedStyle(document.body).direction")
        assert direction == ("rtl" if turned else "ltr")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, address
        assert page.evaluate(CUT) == [], address


@pytest.mark.parametrize("language", IN_ALL)
def test_headings_are_in_the_language_and_works_in_their_own(
    page: Page, home: Home, language: str
) -> None:
    say = voice_of(language)
    page.goto(home(language))
    expect(page.locator("#first")).to_have_text(say("Work I would show you first"))
    title = page.locator(".card h3").first
    expect(title).to_have_attribute("lang", "en")
    assert page.locator(".card .body").first.evaluate("one => getComputedStyle(one).direction") == (
        "ltr"
    )


def test_two_languages_stand_side_by_side_and_names_once(page: Page, home: Home) -> None:
    page.goto(home("both"))
    heading = page.locator("#first")
    expect(heading).to_contain_text(voice_of("ar")("Work I would show you first"))
    beside = heading.locator(".also [lang=en]")
    expect(beside).to_have_text("Work I would show you first")
    assert beside.evaluate("one => getComputedStyle(one).direction") == "ltr"
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator("h1").inner_text().count("Ada") == 1
    expect(page.locator(".card h3").first.locator(".also")).to_have_count(0)
