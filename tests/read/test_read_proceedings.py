"""What was handed in, voted and scheduled is read from the school's own folders, whatever students do with theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portfolio_gen.diagnostics import errors
from portfolio_gen.model.school import School
from portfolio_gen.read.school import read_school
from sample import SAMPLE

ROUTES = "transcripts/submissions/priya-raman/quiet-routes/1"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    for name in ("students", "transcripts"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    shutil.copy(SAMPLE / "portfolio.yml", tmp_path)
    return tmp_path


def read(root: Path) -> School:
    school, _ = read_school(root)
    assert school
    return school


def test_the_sample_school_has_all_kinds(school: Path) -> None:
    found = read(school)

    assert {one.of: one.intact for one in found.submissions} == {
        "abdulrahman-al-mansouri/shelf": True,
        "maya-chen/harbor-at-four": True,
        "priya-raman/goal": True,
        "priya-raman/poster": True,
        "priya-raman/quiet-routes": True,
        "priya-raman/teaching-the-beat": True,
        "theo-okafor/lacrosse": True,
        "theo-okafor/pegs-and-stories": True,
        "theo-okafor/surge-rewritten": True,
    }
    routes = next(one for one in found.submissions if one.pitch == "quiet-routes")
    assert [(one.student, one.slug) for one in routes.works] == [("priya-raman", "quiet-routes")]
    assert all(one.source and one.source.exists() for one in routes.works[0].media)
    assert [one.reviewer for one in found.ballots if one.of == routes.of] == [
        "d-kaplan",
        "p-banerjee",
        "r-lindqvist",
    ]
    assert [one.id for one in found.sessions] == ["june-12", "november-18", "december-2"]


def test_a_broken_folder_of_a_student_takes_nothing_away(school: Path) -> None:
    shutil.rmtree(school / "students/priya-raman")
    (school / "students/priya-raman").mkdir()
    (school / "students/priya-raman/student.yml").write_text("name: [")

    found = read(school)

    assert len(found.submissions) == 9
    assert len(found.ballots) == 23


def test_a_changed_copy_and_an_added_file_show(school: Path) -> None:
    (school / ROUTES / "artifacts/quiet-routes/noise.csv").write_text("corner,noise\n")
    (school / "transcripts/submissions/theo-okafor/pegs-and-stories/1/more.txt").write_text("?")

    changed = {one.of for one in read(school).submissions if not one.intact}

    assert changed == {"priya-raman/quiet-routes", "theo-okafor/pegs-and-stories"}


def test_what_cannot_be_read_is_about_its_student_only(school: Path) -> None:
    (school / "transcripts/ballots/priya-raman/quiet-routes/1/d-kaplan.yml").write_text("- vote")
    (school / f"{ROUTES}/pitches/quiet-routes.md").unlink()

    found, said = read_school(school)

    assert found
    assert (len(found.submissions), len(found.ballots)) == (8, 22)
    assert {one.about for one in errors(said)} == {"priya-raman"}
