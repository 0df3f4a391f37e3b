"""Pages of sessions: what the committee reads, that nobody else does, and that they are right when little is read."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from builds import clean, site
from heard_school import heard_school
from plain_search import files_in, words_in
from portfolio_gen.build import build
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.plan import plan_index
from portfolio_gen.report import BuildReport
from portfolio_gen.survey import survey
from school import TODAY, write

PAGE = "committee/sessions/april/index.html"
OTHERS = ("self", "family", "college", "public")
SAID_OF_SCORERS = ("How far we agree", "levels stricter", "scorer", "sittings")


def built(root: Path) -> BuildReport:
    return build(root, on=TODAY, jobs=1)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = heard_school(tmp_path_factory.mktemp("heard") / "school")
    report = built(root)
    assert [one for one in report.diagnostics if one.severity == "error"] == []
    return root


@pytest.fixture(scope="module")
def page(school: Path) -> str:
    text = (school / "site" / PAGE).read_text()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_the_agenda_says_when_who_and_what(page: str) -> None:
    for words in (
        "15:30 –15:55 What the beans taught me Ada Critical thinking in academics, Foundation",
        "15:55 –16:05 Tea",
        "16:05 –16:30 What the beans taught me Bo",
        "Scored: Berit Lund , Celia Mora",
        "Berit Lund chair science",
    ):
        assert words in page


def test_what_was_decided_is_held_until_its_day(page: str) -> None:
    assert "not yet held until December 4, 2026" in page


def test_agreement_is_told_in_words_beside_each_picture(page: str) -> None:
    assert "1 of 2 pairs of scorers on the same level, 1 two levels or more apart" in page
    assert "1 of 2 pairs of scorers on the same level, 1 one level apart" in page
    assert "rest on 2 credits" in page
    assert "That is few" in page
    # b-lund: evidence 0 and -2, reflection -1 and 0 beside the other.
    assert "Berit Lund 4 ratings compared 0.75 levels stricter" in page
    assert "Celia Mora 4 ratings compared 0.75 levels milder" in page


def test_links_lead_to_pages_that_are_there(school: Path) -> None:
    path = school / "site" / PAGE
    links = re.findall(r'href="([^"#]+)"', path.read_text())
    assert any("pitches/beans" in one for one in links)
    for one in links:
        if one.startswith("https://little-school.example/"):
            continue
        place = (path.parent / one).resolve()
        assert (place / "index.html" if place.is_dir() else place).is_file(), one


def test_nobody_but_the_committee_has_a_word_of_it(school: Path) -> None:
    """Place, comment and note are canaries; of the figures the page's own words are looked for."""
    seen = {
        edition: frozenset().union(
            *(words_in(path.read_bytes()) for path in files_in(school / "site" / edition))
        )
        for edition in ("committee", *OTHERS)
    }
    assert "qzheardacanaryqz" in seen["committee"]
    for edition in OTHERS:
        assert seen[edition] == frozenset()
        assert not (school / "site" / edition / "sessions").exists()
        for path in files_in(school / "site" / edition):
            if path.suffix in (".html", ".json", ".css"):
                text = path.read_text()
                assert not [one for one in (*SAID_OF_SCORERS, "calibration") if one in text], path


def test_no_other_edition_can_be_given_sessions(school: Path) -> None:
    seen = survey(school, on=TODAY).school
    assert seen
    view = SessionView(
        id="x",
        address="sessions/x/",
        title="x",
        date=TODAY,
        begins="",
        ends="",
        place="",
        release=None,
        seats=(),
        stretches=(),
        over=False,
    )
    for edition in OTHERS:
        with pytest.raises(ValueError, match="committee"):
            plan_index(seen, edition, [], sessions=(view,))  # type: ignore[arg-type]


def test_a_page_is_right_when_only_one_student_was_read_again(tmp_path: Path) -> None:
    """The others' ledgers were not read; what was decided about them still stands on the page."""
    root = heard_school(tmp_path / "school")
    for name in "cdefghij":
        write(
            root,
            {
                f"students/{name}-x/student.yml": f"name: {name.title()}\n",
                f"transcripts/{name}-x.yml": (
                    f"official_name: {name}\nenrolment: {{entered: 2025-09, phase: 10, framework: 2024}}\n"
                ),
            },
        )
    built(root)
    before = (root / "site" / PAGE).read_bytes()
    ledger = root / "transcripts/ada-park.yml"
    ledger.write_text(ledger.read_text().replace("You let the numbers", "They let the numbers"))
    built(root)
    assert (root / "site" / PAGE).read_bytes() == before
    ledger = root / "transcripts/bo-berg.yml"
    ledger.write_text(ledger.read_text().replace("release: 2026-12-04", "release: 2026-12-05"))
    built(root)
    assert b"December 5, 2026" in (root / "site" / PAGE).read_bytes()
    assert site(root)[PAGE] == clean(root, tmp_path, rendering=RENDERING)[PAGE]


@pytest.mark.parametrize("damage", ["\nbad: [", "\nofficial_nam: Bo"])
def test_when_a_record_cannot_be_read_its_decision_does_not_vanish_without_a_word(
    school: Path, tmp_path: Path, damage: str
) -> None:
    root = shutil.copytree(school, tmp_path / "school")
    ledger = root / "transcripts/bo-berg.yml"
    whole = ledger.read_text()

    ledger.write_text(whole + damage)
    assert [one.about for one in built(root).diagnostics if one.severity == "error"] == ["bo-berg"]
    assert "What was decided cannot be read just now" in (root / "site" / PAGE).read_text()

    ledger.write_text(whole)
    built(root)
    assert (root / "site" / PAGE).read_bytes() == (school / "site" / PAGE).read_bytes()
