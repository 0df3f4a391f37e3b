"""A real browser on the sample school's sites; every page is watched for errors and for requests elsewhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosting import hosted
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from watch import Watch

from portfolio_gen.build import build
from preset_school import sample_school
from sample import TODAY

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--font-render-hinting=none",  # letters as wide as on a phone, of the headless shell, too
)
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
"""The headless shell needs half of the whole browser's time."""


@pytest.fixture(scope="session")
def shelf(sample_site: Path) -> Path:
    """What the host offers: the sample school, and whatever a test puts beside it."""
    pages = sample_site.parent / f"host-{os.getpid()}"
    pages.mkdir()
    (pages / "school").symlink_to(sample_site)
    return pages


@pytest.fixture(scope="session")
def targets_sites(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Beside the sample school, sites of learning targets and badges: the sample schools of two presets."""
    for preset in ("badges", "level-up"):
        school = sample_school(tmp_path_factory.mktemp(preset) / "school", preset)
        report = build(school, shelf / preset, editions=["self"], jobs=1, on=TODAY)
        assert not report.failed, report.diagnostics
    return shelf


@pytest.fixture(scope="session")
def host(shelf: Path) -> Iterator[str]:
    """Address of a plain static host with all editions, below a path as on many free hosts."""
    with hosted(shelf) as address:
        yield f"{address}/school"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, (
        f"these tests need Chromium: `apt-get install {PROGRAMS[0]}`, or set CHROMIUM to its path"
    )
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(params=["desk", "phone"])
def context(
    request: pytest.FixtureRequest, browser: Browser, host: str
) -> Iterator[BrowserContext]:
    """A fresh visitor on a desk or on a phone; the test does not pass when a page complained."""
    phone = request.param == "phone"
    fresh = browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1440, "height": 900},
        is_mobile=phone,
        has_touch=phone,
        color_scheme="light",
        reduced_motion="reduce",
        base_url=f"{host}/",
    )
    watch = Watch(fresh, host)
    yield fresh
    fresh.close()
    assert watch.complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of the visitor."""
    return context.new_page()
