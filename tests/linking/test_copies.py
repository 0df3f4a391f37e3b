"""Copies of what a student links to: found in their folder, published with the link, told in the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from portfolio_gen.build import build
from portfolio_gen.cli import porch
from portfolio_gen.survey import survey
from school import STUDENT, TODAY, minimal_school, picture


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


def linked(root: Path, copy: str) -> Path:
    """The student's folder, with a link in student.yml and the name of its copy."""
    home = root / "students" / STUDENT
    card = home / "student.yml"
    link = f"  - title: My ovens\n    url: https://sun.example/ovens\n    copy: {copy}\n"
    card.write_text(f"{card.read_text().rstrip()}\nlinks:\n{link}")
    return home


def test_readers_are_offered_both(root: Path) -> None:
    home = linked(root, "ovens.png")
    (home / "ovens.png").write_bytes(picture(40, 30))
    report = build(root, editions=("self", "college"), jobs=1, on=TODAY)
    assert report.diagnostics == ()
    for edition in ("self", "college"):
        page = (root / "site" / edition / STUDENT / "index.html").read_text()
        assert 'href="https://sun.example/ovens"' in page
        kept = page.split('class="kept-here"')[1].split('href="')[1].split('"')[0]
        assert (root / "site" / edition / STUDENT / kept).is_file()
        assert "A copy kept here" in page
    told = CliRunner().invoke(porch, ["links", str(root), "--on", str(TODAY)])
    assert f"copy kept here: students/{STUDENT}/ovens.png" in told.stdout


def test_where_only_initials_are_shown_there_is_neither(root: Path) -> None:
    home = linked(root, "ovens.png")
    (home / "ovens.png").write_bytes(picture(41, 31))
    card = home / "student.yml"
    card.write_text(card.read_text().replace("name: full", "name: initials"))
    before = {*(root / "site").rglob("*")}
    build(root, editions=("college",), jobs=1, on=TODAY)
    (page,) = (root / "site/college").glob("student-*/index.html")
    assert not before
    assert "sun.example" not in page.read_text()
    assert "A copy kept here" not in page.read_text()


@pytest.mark.parametrize(
    ("copy", "code"),
    [
        ("none.pdf", "PG501"),
        ("../../portfolio.yml", "PG1"),
        ("student.yml", "PG1"),
        ("artifacts", "PG1"),
    ],
)
def test_a_copy_that_cannot_be_shown_is_told_where_it_is_named(
    root: Path, copy: str, code: str
) -> None:
    linked(root, copy)
    (told,) = (one for one in survey(root, on=TODAY).diagnostics if "links" not in one.message)
    assert told.code.startswith(code)
    assert told.about == STUDENT
    line = (root / told.span.path).read_text().splitlines()[told.span.line - 1]
    assert line.strip() == f"copy: {copy}"
