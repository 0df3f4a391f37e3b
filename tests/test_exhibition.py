"""The exhibition: works of several students on one page of an edition, as long as everybody who must agree does."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.account import account
from portfolio_gen.build import build
from portfolio_gen.diagnostics import Severity
from portfolio_gen.model.settings import EditionName
from portfolio_gen.report import BuildReport
from portfolio_gen.survey import survey
from school import (
    ARTIFACT_FILE,
    ARTIFACT_FOLDER,
    CONSENT,
    STUDENT_FILE,
    TODAY,
    minimal_school,
    write,
)

HALL = """\
format: 1
school: Little School
language: en
paper: none
editions: { public: { build: false }, committee: { build: false } }
exhibition:
  title: Gallery walk
  about: Friday at six.
  editions: [family, college]
  themes:
    - { id: thirst, title: What drinks what }
    - { id: light, title: What light does }
"""
SHOWN = STUDENT_FILE + "exhibits: { bean-diary: thirst }\n"
WORK = "A diary of eleven beans"
OTHER = """\
---
title: A lamp for moths
date: 2026-05-02
audience: [family]
status: published
---
They came.
"""
EDITIONS: tuple[EditionName, ...] = ("self", "family", "college")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = minimal_school(tmp_path / "school")
    return write(
        folder,
        {
            "portfolio.yml": HALL,
            "students/ada-park/student.yml": SHOWN,
            "students/bo-lind/student.yml": "name: Bo\nexhibits: { moth-lamp: light }\n",
            "students/bo-lind/artifacts/moth-lamp/artifact.md": OTHER,
            "transcripts/bo-lind.yml": "official_name: Bo Lind\n"
            "enrolment: { entered: 2025-09, phase: 9, framework: 2024 }\n",
        },
    )


def walk(school: Path) -> BuildReport:
    return build(school, editions=EDITIONS, jobs=1, on=TODAY)


def hall(school: Path, edition: str) -> str:
    """The page of the exhibition; empty where there is none."""
    page = school / "site" / edition / "exhibition" / "index.html"
    return page.read_text("utf-8") if page.exists() else ""


def is_said(school: Path, edition: str, words: str) -> bool:
    """Whether any page or index of an edition says something, beside the student's own site."""
    folder = school / "site" / edition
    own = {folder / "ada-park", folder / "bo-lind"}
    return any(
        words in one.read_text("utf-8")
        for one in folder.rglob("*")
        if one.suffix in (".html", ".json") and own.isdisjoint(one.parents)
    )


def test_works_hang_by_theme_and_lead_to_their_pages(school: Path) -> None:
    walk(school)
    page = hall(school, "family")

    assert 'href="../ada-park/artifacts/bean-diary/"' in page
    assert page.index("What drinks what") < page.index(WORK) < page.index("A lamp for moths")
    assert "../index.files/" in page, "the picture hangs, too"
    assert 'href="exhibition/"' in (school / "site/family/index.html").read_text("utf-8")
    assert hall(school, "self") == "", "the school shows it in the editions that it names"


def test_each_edition_shows_what_it_may_show(school: Path) -> None:
    walk(school)

    assert WORK in hall(school, "college")
    assert "Ada Marie Park" in hall(school, "college"), "the name of that edition"
    assert not is_said(school, "college", "moth"), (
        "meant for the family, by somebody without consent"
    )
    assert "What light does" not in hall(school, "college"), "an empty theme tells of hidden works"


def test_an_account_tells_of_it_and_who_hung_it(school: Path) -> None:
    seen = survey(school, on=TODAY).school
    assert seen
    told = {one.edition: one.shown for one in account(seen, "ada-park", on=TODAY)}
    hung = {
        edition: [one for one in shown if one.what == "exhibit"] for edition, shown in told.items()
    }

    assert [one.words for one in hung["college"]] == [WORK]
    assert hung["college"][0].where == "exhibition/"
    assert "hung by the student (students/ada-park/student.yml:9" in hung["college"][0].because[0]
    assert hung["self"] == []


def test_a_withdrawn_consent_takes_it_off_the_wall(school: Path) -> None:
    walk(school)
    assert is_said(school, "college", WORK)

    write(school, {"transcripts/consent.yml": "people: {}\n"})
    walk(school)

    assert hall(school, "college") == ""
    assert not is_said(school, "college", WORK)
    assert WORK in hall(school, "family")


def test_consent_without_work_hangs_nothing(school: Path) -> None:
    narrow = CONSENT.replace("phase, work, credits", "phase, credits")
    write(school, {"transcripts/consent.yml": narrow})
    walk(school)
    assert not is_said(school, "college", WORK)


@pytest.mark.parametrize(
    "change",
    [
        {"students/ada-park/student.yml": STUDENT_FILE},
        {f"{ARTIFACT_FOLDER}/artifact.md": ARTIFACT_FILE.replace("[family, college]", "[college]")},
        {f"{ARTIFACT_FOLDER}/artifact.md": ARTIFACT_FILE.replace("published", "draft")},
        {"portfolio.yml": HALL.replace("[family, college]", "[college]")},
    ],
    ids=["taken down", "another audience", "a draft again", "another edition"],
)
@pytest.mark.parametrize("broken", [pytest.param(False, marks=pytest.mark.nightly), True])
def test_what_is_taken_back_goes_also_while_something_else_is_broken(
    school: Path, change: dict[str, str], broken: bool
) -> None:
    walk(school)
    assert is_said(school, "family", WORK)

    slip = {"students/ada-park/goals/read.md": "---\ntitel: Read\n---\n"} if broken else {}
    write(school, change | slip)
    report = walk(school)

    assert any(one.severity is Severity.ERROR for one in report.diagnostics) is broken
    assert not is_said(school, "family", WORK)


def test_it_stays_while_something_else_is_broken_and_nothing_was_taken_back(school: Path) -> None:
    walk(school)
    write(school, {"students/ada-park/goals/read.md": "---\ntitel: Read\n---\n"})
    walk(school)
    assert WORK in hall(school, "family")


def test_when_it_is_over_its_page_goes(school: Path) -> None:
    walk(school)
    write(school, {"portfolio.yml": HALL[: HALL.index("exhibition:")]})
    walk(school)
    assert hall(school, "family") == ""
    assert "Gallery walk" not in (school / "site/family/index.html").read_text("utf-8")


def test_nobodys_site_stands_where_it_hangs(school: Path) -> None:
    (school / "students/bo-lind").rename(school / "students/exhibition")
    (school / "transcripts/bo-lind.yml").rename(school / "transcripts/exhibition.yml")
    report = walk(school)

    assert "PG907" in {one.rule.code for one in report.diagnostics}
    assert WORK in hall(school, "family")
