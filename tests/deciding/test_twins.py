"""Two students can hand in the very same work; each has ballots and a decision of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portfolio_gen.deciding import confirm, hear
from portfolio_gen.read.school import read_school
from voted_school import LATER, LEDGER_FILE, add_a_twin, docket, handed_in_school, vote


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = handed_in_school(tmp_path / "school")
    add_a_twin(root)
    read, _ = read_school(root)
    assert read
    assert len({one.digest for one in read.submissions}) == 1 < len(read.submissions)
    return root


def test_nobodys_ballots_count_for_somebody_else(school: Path) -> None:
    vote(school, "b-lund", strong="About Ada.")
    vote(school, "c-mora", strong="About Ada, too.")
    vote(school, "b-lund", "not-yet", student="bo-berg", name="bo.json", missing="About Bo.")
    before = (school / "transcripts/bo-berg.yml").read_bytes()

    ada, bo = hear(school, docket(school)).proposals
    assert (ada.state, [one.reviewer for one in ada.ballots]) == ("proposed", ["b-lund", "c-mora"])
    assert (bo.state, [one.student for one in bo.ballots]) == ("waiting", ["bo-berg"])

    heard, recorded = confirm(school, docket(school), "e-obi", release=LATER)
    assert [one.student for one in recorded] == ["ada-park"]
    assert heard.found == ()
    assert "About Bo" not in (school / LEDGER_FILE).read_text()
    assert (school / "transcripts/bo-berg.yml").read_bytes() == before
    filed = (school / "transcripts/ballots").rglob("*.json")
    assert {one.parent.parent.parent.name for one in filed} == {"ada-park"}


def test_a_ballot_on_file_in_the_other_ones_folder_is_still_about_whom_it_names(
    school: Path,
) -> None:
    for who in ("b-lund", "c-mora"):
        shutil.move(vote(school, who), school / who)
        there = school / f"transcripts/ballots/bo-berg/beans/1/{who}.json"
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(school / who, there)

    proposals = {one.submission.student: one for one in hear(school, docket(school)).proposals}
    assert "bo-berg" not in proposals
    assert len(proposals["ada-park"].ballots) == 2
