"""Somebody looks closer at a work: pictures in large by keys and clicks, a paper page by page, data in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

WORK = "family/priya-raman/artifacts/sixty-one-words/"
DATA = "family/priya-raman/artifacts/quiet-routes/"


def test_pictures_in_large_are_walked_through_with_keys(page: Page) -> None:
    page.goto(WORK)
    first = page.locator("a.enlarge:not([data-leaves])").first
    first.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.closer")
    count = dialog.locator(".closer-count")
    expect(count).to_have_text("1 of 2")
    expect(dialog.locator("img").first).to_be_in_viewport()

    page.keyboard.press("ArrowRight")
    expect(count).to_have_text("2 of 2")
    expect(dialog.locator("img").nth(1)).to_be_in_viewport(ratio=0.9)
    expect(dialog.locator(".closer-after")).to_be_disabled()
    page.keyboard.press("Home")
    expect(count).to_have_text("1 of 2")

    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(first).to_be_focused()


def test_a_paper_is_leafed_through(page: Page) -> None:
    page.goto("family/maya-chen/artifacts/solar-oven/")
    page.locator("a.leaf").click()
    dialog = page.locator("dialog.closer")
    expect(dialog.get_by_role("img", name="Page 1")).to_be_in_viewport()

    dialog.get_by_role("button", name="Next").click()
    expect(dialog.get_by_role("img", name="Page 2")).to_be_in_viewport(ratio=0.9)
    expect(dialog.locator(".closer-count")).to_have_text("2 of 3")
    width = "async image => { await image.decode(); return image.naturalWidth; }"
    assert dialog.get_by_role("img", name="Page 2").evaluate(width) > 400

    dialog.get_by_role("button", name="Next").click()
    expect(dialog.locator(".closer-count")).to_have_text("3 of 3")
    page.keyboard.press("Home")  # though the button that had the focus is gone
    expect(dialog.locator(".closer-count")).to_have_text("1 of 3")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


def test_data_stands_in_the_order_that_a_reader_chooses(page: Page) -> None:
    page.goto(DATA, wait_until="networkidle")
    table = page.locator("table.sortable")
    noon = table.get_by_role("button", name="noon")
    column = table.locator("tbody td:nth-child(4)")
    written = column.all_inner_texts()

    noon.press("Enter")
    expect(column).to_have_text(sorted(written, key=float))
    expect(table.locator("th").nth(3)).to_have_attribute("aria-sort", "ascending")
    noon.press("Enter")
    expect(column).to_have_text(sorted(written, key=float, reverse=True))
    noon.press("Enter")
    expect(column).to_have_text(written)


@pytest.mark.parametrize("address", [WORK, DATA])
def test_looking_closer_fits_the_screen(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_each_picture_is_still_one_click_away(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=f"{host}/")
    page = context.new_page()
    page.goto(WORK)
    page.locator("a.enlarge:not([data-leaves])").first.click()
    page.wait_for_url("**/*.webp")
    context.close()
