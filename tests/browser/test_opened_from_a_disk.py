"""A copied folder, opened without any server: links between pages work as they do on a host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize("edition", ["college", "committee"])
def test_links_lead_to_pages_and_not_to_folders(
    browser: Browser, sample_site: Path, edition: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((sample_site / edition / "index.html").as_uri())
    page.locator(".person a").first.click()
    expect(page.locator(".hero h1")).to_be_visible()
    page.locator(".card a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert page.url.endswith("/index.html")
    page.get_by_role("link", name="All portfolios").click()
    expect(page.locator(".people")).to_be_visible()
    context.close()
