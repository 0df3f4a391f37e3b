"""What is published of all bad inputs, opened page by page and file by file: nothing runs, and nothing asks outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from hosting import hosted
from playwright.sync_api import Browser
from visitor import Visitor

from bad_inputs import CASES
from test_bad_inputs import built, laid_out


@pytest.mark.nightly
def test_no_bad_input_runs(browser: Browser, tmp_path: Path) -> None:
    laid_out(tmp_path / "school", CASES)
    built(tmp_path / "school", "family")
    site = tmp_path / "school/site"
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200

    with hosted(site) as host:
        visitor = Visitor(browser, host)
        for page in pages:
            visitor.visit(page.relative_to(site).as_posix().removesuffix("index.html"))
        for file in sorted(site.glob("family/*/media/*.*")):
            if file.suffix not in (".webp", ".wav", ".mp3", ".mp4"):
                visitor.open(file.relative_to(site).as_posix())
        visitor.close()
    seen = visitor.seen
    assert seen.ran == []
    assert seen.asked == []
    assert seen.suspect == []
    assert seen.refused == []
    assert seen.led_away == []
