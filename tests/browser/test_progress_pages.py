"""Somebody opens a portfolio of learning targets and badges in a browser, and prints the card."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

BADGES = "../badges/self/milo-haugen/"
LEVELS = "../level-up/self/ines-vidal/"


pytestmark = pytest.mark.usefixtures("targets_sites")


@pytest.mark.parametrize("address", ["", "targets/", "now/", "transcript/"])
def test_pages_of_targets_open_and_fit(page: Page, address: str) -> None:
    page.goto(BADGES + address)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        beyond = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert beyond <= 0, f"wider than {width} pixels by {beyond}"


def test_from_the_badges_to_the_next_step(page: Page) -> None:
    """One click to all targets, one more to what helps on the way."""
    page.goto(LEVELS)
    page.get_by_role("link", name="one by one").click()
    expect(page).to_have_url(re.compile(r"/targets/$"))
    page.locator(".targets a").first.click()
    help = page.locator(".ladder details").first
    expect(help.locator("p")).to_be_hidden()
    help.locator("summary").click()
    expect(help.locator("p")).to_be_visible()


def test_the_card_prints_on_one_page_in_both_sizes_of_paper(page: Page) -> None:
    page.goto(f"{BADGES}now/")
    for paper in ("Letter", "A4"):
        printed = page.pdf(format=paper)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, paper


def test_paper_shows_what_a_screen_unfolds(page: Page) -> None:
    page.goto(f"{LEVELS}targets/")
    page.locator(".targets a").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".ladder details p").first).to_be_visible()
