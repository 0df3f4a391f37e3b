"""A family reads in its own language; that it does is in the bytes of no other edition."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portfolio_gen.build import build
from school import STUDENT, TODAY, minimal_school

ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    school = minimal_school(tmp_path_factory.mktemp("family") / "school")
    ledger = school / "transcripts" / f"{STUDENT}.yml"
    ledger.write_text(f"family_languages: [ar, en]\n{ledger.read_text('utf-8')}", "utf-8")
    report = build(school, school / "site", editions=["family", "self", "committee"], on=TODAY)
    assert not report.failed, report.diagnostics
    return school / "site"


def test_the_familys_pages_are_in_its_languages(site: Path) -> None:
    page = (site / "family" / STUDENT / "index.html").read_text("utf-8")
    assert '<html lang="ar"' in page
    assert 'class="also"' in page
    assert '<span lang="en" dir="ltr">' in page
    index = (site / "family" / "index.html").read_text("utf-8")
    assert '<html lang="en"' in index, "what all families see is in the school's language"
    assert (site / "family/assets/javascripts/lunr/min/lunr.ar.min.js").is_file()


def test_signs_of_two_languages_are_in_no_file(site: Path) -> None:
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".css", ".xml"}:
            assert not re.search("[\ue0f0-\ue0f3]", path.read_text("utf-8")), path


@pytest.mark.parametrize("edition", ["self", "committee"])
def test_no_other_edition_tells_of_it(site: Path, edition: str) -> None:
    for path in (site / edition).rglob("*"):
        assert "lunr.ar" not in path.name
        if path.suffix in {".html", ".json"}:
            text = path.read_text("utf-8")
            assert not ARABIC.search(text), path
            assert 'lang="ar"' not in text
            assert '"ar"' not in text
