"""What a student takes along, unpacked and opened from a disk: search finds, links lead on, and nobody is asked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


@pytest.fixture(scope="module")
def folder(priya_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("opened")
    with zipfile.ZipFile(priya_zip) as archive:
        archive.extractall(into)
    return into / "priya-raman-portfolio"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that has no network, and complains about nothing."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 390, "height": 844}, offline=True
    )
    complaints: list[str] = []
    tab = context.new_page()
    tab.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("requestfailed", lambda asked: complaints.append(f"failed {asked.url}"))
    tab.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("file:", "data:", "blob:"))
            else complaints.append(asked.url)
        ),
    )
    yield tab
    context.close()
    assert complaints == []


def test_the_first_file_leads_to_the_portfolio(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    expect(page.locator(".hero h1")).to_have_text("Priya")
    page.locator(".card a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    page.get_by_role("link", name="Transcript", exact=True).first.click()
    expect(page.locator("h1")).to_be_visible()


def test_search_finds_what_stands_in_a_story(page: Page, folder: Path) -> None:
    page.goto((folder / "portfolio/priya-raman/artifacts/index.html").as_uri())
    page.locator("label.tool[title=Search]").click()
    page.get_by_role("textbox", name="Search").fill("eléven fridays")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    found = page.locator(".md-search-result__item a").first
    expect(found).to_contain_text("Eleven Fridays")
    expect(found.locator("mark").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_contain_text("Eleven Fridays")


def test_nothing_is_found_where_nothing_is(page: Page, folder: Path) -> None:
    page.goto((folder / "portfolio/priya-raman/index.html").as_uri())
    page.locator("label.tool[title=Search]").click()
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    box.fill("<img src=x onerror=alert(1)>")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    page.get_by_title("Clear").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
