"""An unlisted edition: each site under a secret address, and nothing that says which there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portfolio_gen.build import build
from school import TODAY, minimal_school, write

LISTED = "format: 1\nschool: Little School\nsecret: forty hares in a field at night\n"
UNLISTED = LISTED + "editions: {family: {unlisted: true, address: 'https://family.example/'}}\n"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = minimal_school(tmp_path / "school")
    write(folder, {"portfolio.yml": LISTED})
    return folder


def family(school: Path) -> list[str]:
    """Names of what lies in the family's edition."""
    build(school, editions=("family",), jobs=1, on=TODAY)
    return sorted(one.name for one in (school / "site/family").iterdir())


def test_its_address_is_long_and_says_nothing(school: Path) -> None:
    write(school, {"portfolio.yml": UNLISTED})
    assets, site = family(school)
    assert assets == "assets"
    assert re.fullmatch(r"student-[0-9a-f]{32}", site)

    pages = [one.read_text() for one in (school / "site/family").rglob("*.html")]
    assert pages
    assert all('content="noindex' in one and 'rel="canonical"' not in one for one in pages)
    assert 'href="../"' not in (school / "site/family" / site / "index.html").read_text()
    assert not any("All portfolios" in one for one in pages)
    assert not list((school / "site/family").rglob("sitemap.xml"))


def test_what_was_listed_before_is_taken_away(school: Path) -> None:
    assert {"ada-park", "index.html"} <= set(family(school))

    write(school, {"portfolio.yml": UNLISTED})

    assert len(family(school)) == 2


def test_what_was_listed_goes_even_while_the_student_has_errors(school: Path) -> None:
    family(school)
    write(school, {"portfolio.yml": UNLISTED, "students/ada-park/student.yml": "name: [\n"})

    assert family(school) == ["assets"]


def test_another_secret_is_another_address(school: Path) -> None:
    write(school, {"portfolio.yml": UNLISTED})
    before = set(family(school))
    write(school, {"portfolio.yml": UNLISTED.replace("forty", "fifty")})
    after = set(family(school))
    assert before & after == {"assets"}
    assert len(after) == 2
