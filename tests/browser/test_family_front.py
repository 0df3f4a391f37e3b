"""A family opens its front page: one sentence, a picture soon, a meaning behind each word, on a slow phone too."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

STUDENTS = ("abdulrahman-al-mansouri", "leila-haddad-lindgren", "maya-chen", "theo-okafor")
MOST_LINES = 7
MOST_BYTES = 300_000
"""Of the page, its styles, scripts and fonts as they lie there, before pictures."""
MOST_SENT = 220_000
"""The same with what search gets ready, as servers send it."""
ITS_OWN = {"document", "stylesheet", "script", "font"}
LINES = """() => {
  const first = document.querySelector('.gallery .picture').getBoundingClientRect();
  const tops = [];
  const walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const box of walk.currentNode.data.trim() ? range.getClientRects() : [])
      if (box.width > 1 && box.bottom <= first.top + 1) tops.push((box.top + box.bottom) / 2);
  }
  tops.sort((one, other) => one - other);
  return tops.filter((top, at) => at === 0 || top - tops[at - 1] > 8).length;
}"""
"""How many lines of words stand above the first work's picture."""


@pytest.mark.parametrize("student", STUDENTS)
def test_a_sentence_and_soon_a_picture(page: Page, student: str) -> None:
    page.goto(f"family/{student}/")
    said = page.locator("h1 + .where")
    expect(said).to_have_count(1)
    told = said.inner_text()
    assert told.endswith(".")
    assert told.count(". ") == 0, "one sentence"
    assert 0 < page.evaluate(LINES) <= MOST_LINES
    expect(page.locator(".asked > li")).to_have_count(3)
    expect(page.locator(".facts")).to_have_count(0)


def test_a_word_leads_to_what_it_means_and_back(page: Page) -> None:
    page.goto("family/theo-okafor/")
    page.locator(".where").get_by_role("link", name="pitch committee").click()
    entry = page.locator("#committee")
    expect(entry).to_be_in_viewport()
    expect(entry.locator("dt")).to_have_text("Pitch committee")
    page.go_back()
    expect(page.locator(".where")).to_be_visible()


def test_a_blank_says_when_it_is_usually_filled(page: Page) -> None:
    page.goto("family/leila-haddad-lindgren/")
    unfolded = page.locator(".blanks details", has_text="grade 11").first
    expect(unfolded.locator("li").first).to_be_hidden()
    unfolded.locator("summary").click()
    unfolded.get_by_role("link").first.click()
    expect(page.locator(".stands")).to_contain_text("not started: usually in grade 11")


def test_it_is_light_before_pictures_and_whole_before_any_script(
    context: BrowserContext, host: str
) -> None:
    page = context.new_page()
    raw: dict[str, int] = {}
    sent: dict[str, int] = {}

    def weigh(got: Response) -> None:
        if got.request.resource_type != "image":
            body = got.body()
            packed = body if got.url.endswith(".woff2") else gzip.compress(body)
            sent[got.url] = len(packed)
            if got.request.resource_type in ITS_OWN and "/workers/" not in got.url:
                raw[got.url] = len(body)

    page.on("response", weigh)
    page.goto("family/theo-okafor/", wait_until="networkidle")
    assert {one.rpartition(".")[2] for one in raw} >= {"css", "js", "woff2"}
    assert sum(raw.values()) < MOST_BYTES, raw
    assert sum(sent.values()) < MOST_SENT, sent
    page.close()

    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = plain.new_page()
    page.goto(f"{host}/family/theo-okafor/")
    expect(page.locator(".where")).to_be_visible()
    expect(page.locator(".asked > li").first).to_be_visible()
    page.locator(".blanks summary").first.click()
    expect(page.locator(".blanks li").first).to_be_visible()
    page.locator(".where .term").first.click()
    expect(page.locator(".glossary")).to_be_visible()
    plain.close()


def test_five_minutes_fit_on_one_sheet(page: Page) -> None:
    page.goto("family/theo-okafor/conference/")
    expect(page.locator(".five li")).to_have_count(5)
    for paper in ("Letter", "A4"):
        printed = page.pdf(format=paper, prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, paper


def test_all_pages_of_a_kind_are_found_by_their_description(sample_site: Path) -> None:
    for address in ("family/theo-okafor/", "family/theo-okafor/glossary/"):
        page = (sample_site / address / "index.html").read_text("utf-8")
        assert '<meta name="description" content="' in page, address
