"""The preset `level-up`: four levels that begin with "I can", help at each, and three views side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.survey import survey
from preset_school import published, raw, sample_school, standings, told
from sample import TODAY

STUDENTS = ("ines-vidal", "rowan-achebe")
COUNTING = {"teacher", "committee", "expert"}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("level-up") / "school", "level-up")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def targets(school: Path) -> dict[str, Any]:
    return {one["id"]: one for one in rules(school)["targets"]}


def ratings(school: Path, student: str) -> list[Any]:
    """All ratings of a student, oldest first."""
    return sorted(
        raw(school / f"transcripts/{student}.yml")["ratings"], key=lambda one: one["date"]
    )


def newest(school: Path, student: str) -> dict[str, str]:
    """Progression to the newest level that somebody saw whose rating counts."""
    return {
        one["target"]: one["level"]
        for one in ratings(school, student)
        if one.get("rater", "teacher") in COUNTING
        and one.get("kind") != "formative"
        and one["level"] != "insufficient"
    }


def place(level: str) -> int:
    return int(level.removeprefix("level-"))


def test_every_level_says_i_can_and_what_helps(school: Path) -> None:
    for one in targets(school).values():
        assert [level["id"] for level in one["levels"]] == [f"level-{n}" for n in (1, 2, 3, 4)]
        assert one["target"] in {level["id"] for level in one["levels"]}
        for level in one["levels"]:
            assert level["about"].startswith("I can ")
            assert level["next_step"]
            assert level["cannot_yet"]
            assert level["can_already"]


def test_each_progression_marks_its_own_target_and_has_sides_worth_looking_at(school: Path) -> None:
    found = targets(school).values()

    assert {one["target"] for one in found} == {"level-2", "level-3"}
    for one in found:
        sides = one.get("dimensions", [])
        assert sides or one["status"] == "draft"
        for side in sides:
            assert [level["id"] for level in side["levels"]] == [f"level-{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("student", STUDENTS)
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    found, levels, written = told(school, student), newest(school, student), targets(school)
    final = {name: one for name, one in written.items() if one.get("status") != "draft"}
    on_target = {
        name
        for name, one in final.items()
        if name in levels and place(levels[name]) >= place(one["target"])
    }
    earned = {
        credit["id"]
        for credit in rules(school)["credits"]
        if {name for name, one in final.items() if one.get("credit") == credit["id"]} <= on_target
    }
    second = {name for name in final if name in levels and place(levels[name]) >= 2}

    assert {
        one.target.id: one.level.id for one in standings(school, student).targets if one.level
    } == (levels)
    assert {one["id"] for one in found["credits"] if one["state"] == "earned"} == earned
    assert {one["id"]: (one["earned"], one["of"]) for one in found["requirements"]} == {
        "all-on-target": (len(earned), 6),
        "well-on-the-way": (len(second), 6),
    }


@pytest.mark.parametrize("student", STUDENTS)
def test_students_classmates_and_teachers_are_seen_side_by_side(school: Path, student: str) -> None:
    views: dict[str, dict[str, str]] = {}
    for _, work in sorted(
        published(school, student, "artifacts"), key=lambda one: str(one[1]["date"])
    ):
        for name, level in work.get("self_rating", {}).items():
            views.setdefault(name, {})["self"] = level
    for one in ratings(school, student):
        if one["level"] != "insufficient":
            views.setdefault(one["target"], {})[one.get("rater", "teacher")] = one["level"]

    found = {one.target.id: one for one in standings(school, student).targets}
    assert {
        name: {view.rater: view.level.id for view in one.views}
        for name, one in found.items()
        if one.views
    } == views


def test_the_views_of_a_student_who_sees_less_in_themselves_than_others_do(school: Path) -> None:
    found = {one.target.id: one for one in standings(school, "rowan-achebe").targets}
    seen = {view.rater: view.level.id for view in found["designing-for-somebody"].views}

    assert seen == {"self": "level-3", "teacher": "level-3", "expert": "level-4"}
    assert found["working-in-a-team"].state == "not-yet"
    assert found["working-in-a-team"].growth
    assert found["working-in-a-team"].growth.steps == 0
    assert len(found["working-in-a-team"].attempts) == 4


def test_a_draft_counts_for_nothing_until_it_is_published(tmp_path: Path) -> None:
    school = sample_school(tmp_path / "school", "level-up")
    before = told(school, "rowan-achebe")
    path = school / "transcripts/framework.yml"
    text = path.read_text("utf-8")

    assert {one["id"] for one in rules(school)["targets"] if one.get("status") == "draft"} == {
        "giving-feedback",
        "managing-time",
    }
    levels = newest(school, "rowan-achebe")
    assert levels["giving-feedback"] == "level-3"
    path.write_text(text.replace("    status: draft\n", ""), "utf-8")
    after = told(school, "rowan-achebe")
    of = {one["id"]: one["of"] for one in after["requirements"]}
    assert of["well-on-the-way"] == 8
    assert {one["id"]: one["of"] for one in before["requirements"]}["well-on-the-way"] == 6


def test_another_school_can_change_parts_of_it(tmp_path: Path) -> None:
    school = sample_school(tmp_path / "school", "level-up")
    (school / "transcripts/framework.yml").write_text(
        """\
extends: level-up
version: "1"
id: ours
title: Ours
targets:
  - { id: managing-time, drop: true }
  - { id: giving-feedback, status: published }
expects: { targets: 7 }
""",
        "utf-8",
    )
    seen = survey(school, on=TODAY)

    assert {(one.code, one.about) for one in seen.diagnostics} == {("PG221", "ines-vidal")}
    assert seen.school
    assert len(seen.school.framework.targets) == 7
