"""New files ask the right questions, are understood at once, and never replace anything."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest

from portfolio_gen.model.dates import Day
from portfolio_gen.model.rating import ReworkStep
from portfolio_gen.start import (
    CannotStart,
    presets,
    slug,
    start_artifact,
    start_goal,
    start_narrative,
    start_pitch,
    start_school,
    start_student,
)
from portfolio_gen.survey import survey

DAY = Day(2026, 9, 1)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    start_school(folder, "tilton")
    start_student(folder, 'Ada "Lovelace" Park', id="ada-park", phase="9", framework="1", on=DAY)
    return folder


@pytest.mark.parametrize("preset", presets())
def test_a_new_school_is_in_order(tmp_path: Path, preset: str) -> None:
    written = start_school(tmp_path / "school", preset)
    assert {tmp_path / "school" / one for one in (".gitignore", ".gitattributes")} <= set(written)
    seen = survey(tmp_path / "school", on=DAY)
    assert seen.diagnostics == ()
    assert seen.school is not None


FROZEN = "transcripts/submissions/ada-park/beans/1/artifacts/bean-diary/counts.csv"


@pytest.mark.skipif(not which("git"), reason="needs Git")
def test_git_converts_no_line_ends_in_what_is_known_by_its_fingerprint(school: Path) -> None:
    """As on a computer whose Git is set to give files the line ends of Windows."""
    kept = {
        FROZEN: b"day,drops\n1,4\n",
        "transcripts/submissions/ada-park/beans/1/pitches/beans.md": b"Odd\r\nends\n",
        "transcripts/ballots/ada-park/beans/1/b-lund.yml": b"ballot: '1'\r\n",
        "students/ada-park/artifacts/bean-diary/counts.csv": b"day,drops\n",
    }
    for name, data in kept.items():
        (school / name).parent.mkdir(parents=True, exist_ok=True)
        (school / name).write_bytes(data)

    def git(*words: str) -> None:
        me = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
        subprocess.run(["git", "-C", str(school), *me, *words], check=True, capture_output=True)

    git("init", "-q")
    git("config", "core.autocrlf", "true")
    git("add", "-A")
    git("commit", "-qm", "A school")
    for name in (*kept, "portfolio.yml"):
        (school / name).unlink()
    git("checkout", "--", ".")
    assert {name: (school / name).read_bytes() for name in kept} == kept
    assert b"\r\n" in (school / "portfolio.yml").read_bytes(), "Git was not set as it should be"


def test_the_sample_school_keeps_its_bytes_in_the_same_way(school: Path) -> None:
    here = Path(__file__).parents[2]
    assert (here / ".gitattributes").read_bytes() == (school / ".gitattributes").read_bytes()


def test_everything_started_is_understood(school: Path) -> None:
    start_artifact(school, "ada-park", "Solar oven: version 3 # hot", id=None, on=DAY)
    start_narrative(school, "ada-park", "What I look for", id=None, about="innovation")
    start_goal(school, "ada-park", "Read a whole book", id=None)
    start_pitch(
        school,
        "ada-park",
        "Three ovens",
        id=None,
        artifacts=("solar-oven-version-3-hot",),
        credits=("innovation/exploration",),
        level="foundation",
        on=DAY,
    )
    seen = survey(school, on=DAY)
    assert [one for one in seen.diagnostics if one.severity == "error"] == []
    assert seen.school is not None
    (student,) = seen.school.students
    assert student.name == 'Ada "Lovelace" Park'
    assert [one.title for one in student.artifacts] == ["Solar oven: version 3 # hot"]
    assert [one.about for one in student.narratives] == ["innovation"]
    assert [one.title for one in student.goals] == ["Read a whole book"]
    assert [one.artifacts for one in student.pitches] == [("solar-oven-version-3-hot",)]
    assert seen.school.ledgers["ada-park"].official_name == 'Ada "Lovelace" Park'


def test_a_new_work_asks_for_the_way_and_the_effort_too(school: Path) -> None:
    """The front matter offers a look back; taken up as it stands, it is one that tells more than the result."""
    (path,) = start_artifact(school, "ada-park", "Solar oven", id=None, on=DAY)
    text = path.read_text()
    assert "## How I went about it" in text and "how many tries" in text

    lines = text.splitlines()
    at = lines.index("# reflection:")
    lines[at : at + 5] = [one.removeprefix("# ") for one in lines[at : at + 5]]
    path.write_text("\n".join(lines))
    seen = survey(school, on=DAY)
    assert seen.school is not None
    (work,) = seen.school.students[0].artifacts
    assert work.reflection.strategy == "How I went about it, and why"
    assert work.reflection.effort
    assert "only-the-result" not in {one.rule.name for one in seen.diagnostics}


def test_a_goal_for_the_next_try_offers_what_has_helped_others(school: Path) -> None:
    step = ReworkStep(id="ask", title="Ask somebody\nwho uses it: today")
    (path,) = start_goal(
        school, "ada-park", "Again", id=None, credit="innovation/exploration", menu=(step,)
    )
    text = path.read_text()
    assert "credit: innovation/exploration\n" in text
    assert "#   ask: Ask somebody who uses it: today\nsteps: []\n" in text
    assert survey(school, on=DAY).diagnostics == ()


def test_a_failure_is_asked_what_it_taught(school: Path) -> None:
    (path,) = start_artifact(
        school, "ada-park", "The oven that melted", id=None, on=DAY, kind="failure"
    )
    seen = survey(school, on=DAY)
    assert [one for one in seen.diagnostics if one.severity == "error"] == []
    assert seen.school is not None
    (work,) = seen.school.students[0].artifacts
    assert (work.kind, work.status, work.taught_me) == ("failure", "draft", None)

    path.write_text(path.read_text().replace("status: draft", "status: published"))
    before = {one.rule.name for one in survey(school, on=DAY).diagnostics}
    path.write_text(path.read_text().replace("taught_me:", "taught_me: Glue melts at 90 degrees."))
    after = {one.rule.name for one in survey(school, on=DAY).diagnostics}
    assert before - after == {"lesson-not-told"}


def test_nothing_is_ever_written_over(school: Path) -> None:
    (path,) = start_artifact(school, "ada-park", "Solar oven", id=None, on=DAY)
    path.write_text("mine")
    with pytest.raises(CannotStart, match="exists already"):
        start_artifact(school, "ada-park", "Solar oven", id=None, on=DAY)
    assert path.read_text() == "mine"
    with pytest.raises(CannotStart, match="not empty"):
        start_school(school, "tilton")


def test_a_half_finished_start_leaves_nothing(school: Path) -> None:
    """When the ledger exists, the student's folder is not begun either."""
    (school / "transcripts" / "ben-ortiz.yml").write_text("official_name: Ben\n")
    with pytest.raises(CannotStart):
        start_student(school, "Ben Ortiz", id=None, phase="9", framework="1", on=DAY)
    assert not (school / "students" / "ben-ortiz").exists()


@pytest.mark.parametrize("id", ["../maya", "Maya Chen", "", ".", "a/b", "maya_chen", "-maya"])
def test_names_that_cannot_be_an_address_are_refused(school: Path, id: str) -> None:
    with pytest.raises(CannotStart, match="cannot be a name"):
        start_student(school, "Maya", id=id, phase="9", framework="1", on=DAY)


def test_unknown_students_and_presets_are_refused(school: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="no student `adda-park`"):
        start_artifact(school, "adda-park", "Oven", id=None, on=DAY)
    with pytest.raises(CannotStart, match="tilton"):
        start_school(tmp_path / "other", "tilten")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Solar oven, version 3!", "solar-oven-version-3"),
        ("Crème brûlée", "creme-brulee"),
        ("Don't panic", "dont-panic"),
        ("بلاط", ""),
        ("x" * 90, "x" * 64),
    ],
)
def test_a_title_becomes_an_address(title: str, name: str) -> None:
    assert slug(title) == name


def test_titles_in_other_scripts_are_numbered(school: Path) -> None:
    paths = [
        start_artifact(school, "ada-park", title, id=None, on=DAY)[0] for title in ("بلاط", "星")
    ]
    assert [path.parent.name for path in paths] == ["artifact-1", "artifact-2"]
