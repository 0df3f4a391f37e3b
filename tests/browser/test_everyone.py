"""Everyone can use every kind of page: axe finds nothing (WCAG 2.2 A and AA, best practices), nor does the Nu checker.

Every day the richest page of each kind is looked at, by turns as a telephone shows it at night and a desk by day, and
the HTML of each kind in each edition is checked. The nightly run looks at every kind in every edition in four ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from lookers import errors_in_html, needs_checks, violations
from playwright.sync_api import Browser
from watch import Watch

from portfolio_gen.model.settings import EDITIONS


class Way(NamedTuple):
    """How somebody looks at a page."""

    phone: bool
    dark: bool


WAYS = (Way(phone=True, dark=True), Way(phone=False, dark=False))
ALL_WAYS = (*WAYS, Way(phone=True, dark=False), Way(phone=False, dark=True))


@pytest.fixture(scope="module")
def every(targets_sites: Path) -> dict[str, dict[str, Path]]:
    """All kinds of pages, of the sample school and of schools with targets."""
    found: dict[str, dict[str, Path]] = {}
    for school in ("school", "badges", "level-up"):
        for kind, editions in kinds(targets_sites / school).items():
            found[kind] = editions | found.get(kind, {})
    return found


def kinds(site: Path) -> dict[str, dict[str, Path]]:
    """Of each kind of page the richest one in each edition; a kind is what a page's address begins with."""
    found: dict[str, dict[str, Path]] = {}
    for page in sorted(site.rglob("*.html")):
        edition, *way = page.relative_to(site).parts[:-1]
        if edition not in EDITIONS:
            continue
        student = bool(way) and (site / "self" / way[0]).is_dir()
        kind = "/".join(
            ("…", *way[1:2], *("…" for _ in way[2:]))
            if student
            else (*way[:1], *("…" for _ in way[1:]))
        )
        best = found.setdefault(kind, {})
        if edition not in best or page.stat().st_size > best[edition].stat().st_size:
            best[edition] = page
    return found


def richest(editions: dict[str, Path]) -> Path:
    return max(editions.values(), key=lambda page: page.stat().st_size)


def seen(browser: Browser, host: str, way: Way, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """Address and complaint, of axe or of the browser itself."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844} if way.phone else {"width": 1280, "height": 900},
        is_mobile=way.phone,
        has_touch=way.phone,
        color_scheme="dark" if way.dark else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    watch = Watch(context, host)
    page = context.new_page()
    for address in addresses:
        page.goto(f"{host.removesuffix('school')}{address}")
        yield from ((address, one) for one in violations(page))
    context.close()
    yield from (("", one) for one in watch.complaints)


def address_of(shelf: Path, page: Path) -> str:
    return page.relative_to(shelf).as_posix().removesuffix("index.html")


@needs_checks
@pytest.mark.parametrize("way", WAYS, ids=["a phone at night", "a desk by day"])
def test_axe_finds_nothing(
    browser: Browser, host: str, shelf: Path, every: dict[str, dict[str, Path]], way: Way
) -> None:
    each = [address_of(shelf, richest(one)) for one in every.values()]
    assert len(each) > 20, "the kinds of pages are told apart"
    assert [*seen(browser, host, way, each[WAYS.index(way) :: len(WAYS)])] == []


@needs_checks
@pytest.mark.nightly
@pytest.mark.parametrize("way", ALL_WAYS)
def test_axe_finds_nothing_in_any_edition(
    browser: Browser, host: str, shelf: Path, every: dict[str, dict[str, Path]], way: Way
) -> None:
    pages = [address_of(shelf, page) for one in every.values() for page in one.values()]
    assert [*seen(browser, host, way, pages)] == []


@needs_checks
def test_axe_finds_nothing_in_the_search(browser: Browser, host: str) -> None:
    """On a telephone, with results."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.goto(f"{host}/family/maya-chen/")
    page.locator("label[for=__search]:visible").first.click()
    page.get_by_role("textbox").first.press_sequentially("thermocouple")
    page.locator(".md-search-result__link").first.wait_for()
    assert violations(page) == []
    context.close()


@needs_checks
def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src=a.png><p style='color:#ccc'>Pale</p></body></html>")
    assert {one.partition(":")[0] for one in violations(page)} >= {"image-alt", "color-contrast"}
    page.close()


@needs_checks
def test_the_html_is_right(every: dict[str, dict[str, Path]], tmp_path: Path) -> None:
    """Each kind of page in each edition, and a page that is wrong to see that it would be told."""
    pages = [page for one in every.values() for page in one.values()]
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><title>Wrong</title><p><div></p>")
    told = errors_in_html([wrong, *pages])
    assert [one for one in told if "wrong.html" not in one] == []
    assert any("wrong.html" in one for one in told)


FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const holders = [one, one.labels?.[0], one.closest(".card")].filter(Boolean);
    const looks = holders.flatMap(one => [null, "::after"].map(part => getComputedStyle(one, part)));
    return {
        tag: one.outerHTML.slice(0, 120),
        number: one.dataset.number,
        body: one === document.body,
        ring: looks.some(one => one.outlineStyle !== "none" || one.boxShadow !== "none"),
        there: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, [tabindex='0']")].filter(one =>
    one.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !one.closest("[inert]")
    && !one.closest("[data-md-component=search]") && one.tabIndex >= 0 && !one.disabled
).map((one, number) => [one.dataset.number = String(number), one.outerHTML.slice(0, 120)])"""


@pytest.mark.parametrize(
    "address",
    ["family/maya-chen/", "family/maya-chen/artifacts/solar-oven/", "family/maya-chen/goals/"],
)
def test_everything_is_reached_by_keyboard_and_seen_when_it_is(
    browser: Browser, host: str, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(f"{host}/{address}")
    wanted: dict[str, str] = dict(page.evaluate(REACHABLE))
    assert len(wanted) > 10
    first = ""
    for _ in range(400):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["body"]:
            break
        first = first or now["tag"]
        wanted.pop(now.get("number", ""), None)
        assert now["ring"], f"no sign that this has the focus: {now['tag']}"
        assert now["there"], f"it has the focus and is out of sight: {now['tag']}"
    assert "md-skip" in first
    assert wanted == {}, "these are never reached"
    page.close()


@needs_checks
def test_forced_colours_leave_every_mark_and_word(browser: Browser, host: str) -> None:
    """As in Windows' high contrast: what was told by a colour alone would be gone."""
    page = browser.new_page(forced_colors="active", bypass_csp=True)
    for address in ("family/maya-chen/", "college/maya-chen/transcript/"):
        page.goto(f"{host}/{address}")
        assert violations(page) == []
        inks = page.evaluate(
            "[...document.querySelectorAll('svg.mark, .mark svg')].filter(one => one.checkVisibility())"
            ".map(one => getComputedStyle(one).color)"
        )
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert inks and paper not in inks
    page.close()


def test_nothing_moves_for_who_wants_it_still(browser: Browser, host: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    for address in ("family/maya-chen/", "family/maya-chen/artifacts/"):
        page.goto(f"{host}/{address}")
        page.mouse.wheel(0, 1500)
        assert page.evaluate("document.getAnimations().map(one => String(one.animationName))") == []
    page.close()


@pytest.mark.parametrize("width", [320, pytest.param(640, marks=pytest.mark.nightly)])
def test_twice_and_four_times_as_large_nothing_is_cut_off(
    browser: Browser, host: str, shelf: Path, every: dict[str, dict[str, Path]], width: int
) -> None:
    """A window of 1280 pixels at 200 and at 400 % (WCAG 1.4.10) is one of 640 and of 320."""
    page = browser.new_page(viewport={"width": width, "height": 512})
    for one in every.values():
        address = address_of(shelf, richest(one))
        page.goto(f"{host.removesuffix('school')}{address}")
        beyond = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert beyond <= 0, f"{address} is {beyond} pixels too wide"
    page.close()
