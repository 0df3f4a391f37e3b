"""Somebody opens the sample school in a browser: walks, searches, filters, and turns the light off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

KINDS = (
    "family/",
    "family/maya-chen/",
    "family/maya-chen/artifacts/",
    "family/maya-chen/artifacts/solar-oven/",
    "family/maya-chen/narratives/",
    "family/maya-chen/domains/exploration/",
    "family/maya-chen/credits/innovation/exploration/",
    "family/exhibition/",
    "family/theo-okafor/milestones/",
    "family/theo-okafor/conference/",
    "family/maya-chen/glossary/",
    "family/maya-chen/transcript/",
    "college/maya-chen/transcript/",
    "committee/theo-okafor/pitches/",
    "self/abdulrahman-al-mansouri/",
    "self/sam-whitlock/",
    "public/",
)
"""A page of each kind, and of students at each end."""


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_page_opens_and_fits(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator("h1").count() == 1
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        beyond = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert beyond <= 0, f"wider than {width} pixels by {beyond}"


def test_from_the_index_to_the_evidence(page: Page) -> None:
    """One click from the transcript to a credit, one more to the work."""
    page.goto("college/")
    page.get_by_role("link", name="Maya").first.click()
    page.get_by_role("link", name="Transcript").first.click()
    expect(page).to_have_url(re.compile(r"/maya-chen/transcript/$"))
    page.get_by_role("link", name="Solar oven for the school garden").first.click()
    expect(page).to_have_url(re.compile(r"/artifacts/solar-oven/$"))
    expect(page.locator("h1")).to_have_text("Solar oven for the school garden")


def test_search_finds_a_story_and_opens_it(page: Page) -> None:
    page.goto("family/maya-chen/")
    page.locator("label[for=__search]:visible").first.click()
    query = page.get_by_role("textbox").first
    query.press_sequentially("thermocouple")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    assert "/maya-chen/" in (result.evaluate("link => link.href"))
    result.click()
    expect(page.locator("main")).to_contain_text("thermocouple", ignore_case=True)


def test_filters_narrow_the_gallery_and_can_be_shared(page: Page, context: BrowserContext) -> None:
    page.goto("family/maya-chen/artifacts/")
    cards = page.locator(".gallery .card:visible")
    everything = cards.count()
    if page.locator("#choose").is_visible():
        page.locator("#choose").click()
    page.get_by_role("button", name="Exploration").click()
    some = cards.count()
    assert 0 < some < everything
    expect(page.locator("#count")).to_contain_text(f"{some} of {everything}")

    shared = context.new_page()
    shared.goto(page.url)
    expect(shared.locator(".gallery .card:visible")).to_have_count(some)

    page.get_by_role("button", name="Show everything").click()
    expect(cards).to_have_count(everything)


def test_filters_work_by_keyboard(page: Page) -> None:
    page.goto("family/maya-chen/artifacts/")
    if page.locator("#choose").is_visible():
        page.locator("#choose").press("Enter")
    chip = page.get_by_role("button", name="Wellness")
    chip.focus()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "true")


def background(page: Page) -> float:
    """Lightness of the page, from 0 (black) to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (red + green + blue) / 3


def test_the_light_can_be_turned_off_and_stays_off(page: Page) -> None:
    page.goto("family/maya-chen/")
    assert background(page) > 200
    for _ in range(3):
        page.locator(
            "label.md-header__button:visible, [data-md-component=palette] label:visible"
        ).first.click()
        if background(page) < 80:
            break
    assert background(page) < 80
    page.goto("family/maya-chen/artifacts/solar-oven/")
    assert background(page) < 80, "the next page remembers"


def test_a_dark_system_gets_dark_pages_also_where_there_is_no_script(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("college/maya-chen/transcript/")
    assert background(page) < 80


def test_arabic_reads_from_right_to_left(page: Page) -> None:
    page.goto("self/abdulrahman-al-mansouri/")
    story = page.locator("[lang=ar][dir=rtl]").first
    expect(story).to_be_visible()


def test_the_transcript_prints_on_paper(page: Page) -> None:
    page.goto("college/maya-chen/transcript/")
    page.emulate_media(media="print")
    expect(page.locator("header nav").first).to_be_hidden()
    assert page.pdf(format="Letter").startswith(b"%PDF")


def test_without_script_everything_can_be_read(context: BrowserContext, host: str) -> None:
    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False, base_url=f"{host}/")
    page = plain.new_page()
    page.goto("family/maya-chen/artifacts/")
    assert page.locator(".gallery .card:visible").count() > 15
    page.get_by_role("link", name="Transcript").first.click()
    expect(page.locator("h1")).to_contain_text("Maya")
    plain.close()
