"""The preset `badges`: one badge for a skill, computed and traded up, with a menu of activities at every level."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.survey import survey
from preset_school import published, raw, sample_school, standings, told
from sample import TODAY

STUDENTS = ("milo-haugen", "zuri-banda")
LEVELS = ["beginning", "approaching", "meeting", "exceeding"]
BADGES = ["Seeker", "Explorer", "Trailblazer", "Guide"]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("badges") / "school", "badges")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def sides(school: Path) -> dict[str, list[str]]:
    """Skill to its sides."""
    found: dict[str, list[str]] = {one["id"]: [] for one in rules(school)["competencies"]}
    for one in rules(school)["targets"]:
        found[one["credit"]].append(one["id"])
    return found


def newest(school: Path, student: str) -> dict[str, int]:
    """Side of a skill to the place of the newest level that a teacher saw."""
    ratings = raw(school / f"transcripts/{student}.yml")["ratings"]
    return {
        one["target"]: LEVELS.index(one["level"])
        for one in sorted(ratings, key=lambda one: one["date"])
        if one.get("rater", "teacher") == "teacher" and one["level"] in LEVELS
    }


def badges(school: Path, student: str) -> Iterator[tuple[str, str]]:
    """Skill and badge: that of the level which every side has reached."""
    levels = newest(school, student)
    for skill, names in sides(school).items():
        if all(name in levels for name in names):
            yield skill, BADGES[min(levels[name] for name in names)]


def test_every_level_has_its_badge_its_next_step_and_a_menu(school: Path) -> None:
    for one in rules(school)["targets"]:
        assert [level["id"] for level in one["levels"]] == LEVELS
        assert [level["badge"] for level in one["levels"]] == BADGES
        assert one["target"] == "meeting"
        for level in one["levels"]:
            assert level["about"].startswith("I can ")
            assert level["next_step"]
            assert len(level["activities"]) >= 3


@pytest.mark.parametrize("student", STUDENTS)
def test_the_badges_equal_a_recount_of_the_ledger(school: Path, student: str) -> None:
    found = standings(school, student)
    told_of = [(one.competency.id, one.title) for one in found.badges]

    assert told_of == list(badges(school, student))
    assert len(told_of) == len(dict(told_of))


@pytest.mark.parametrize("student", STUDENTS)
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    found, held, levels = (
        told(school, student),
        dict(badges(school, student)),
        newest(school, student),
    )
    trailblazing = {skill for skill, badge in held.items() if badge in ("Trailblazer", "Guide")}

    assert {one["id"] for one in found["credits"] if one["state"] == "earned"} == trailblazing
    assert {one["id"]: (one["earned"], one["of"]) for one in found["requirements"]} == {
        "explorer-in-all": (sum(place >= 1 for place in levels.values()), 8),
        "trailblazer-in-all": (len(trailblazing), 6),
    }


def test_a_badge_waits_for_every_side_of_its_skill(school: Path) -> None:
    held = {one.competency.id: one for one in standings(school, "zuri-banda").badges}
    assert newest(school, "zuri-banda") | {"speaking-up": 2, "writing-it-down": 1} == newest(
        school, "zuri-banda"
    )
    assert held["explaining"].title == "Explorer"
    assert str(held["explaining"].since) == "2026-03-18"
    milo = {one.competency.id: one for one in standings(school, "milo-haugen").badges}
    assert newest(school, "milo-haugen")["building-a-thing"] == LEVELS.index("exceeding")
    assert milo["making"].title == "Explorer"
    assert "explaining" not in milo


def test_a_badge_speaks_of_the_side_that_holds_it_back(school: Path) -> None:
    held = {one.competency.id: one for one in standings(school, "zuri-banda").badges}
    (writing,) = (one for one in rules(school)["targets"] if one["id"] == "writing-it-down")

    assert held["explaining"].level.about == writing["levels"][1]["about"]
    assert held["explaining"].level.next_step == writing["levels"][1]["next_step"]


def test_a_badge_is_traded_up_as_soon_as_the_rating_is_there(tmp_path: Path) -> None:
    school = sample_school(tmp_path / "school", "badges")
    path = school / "transcripts/zuri-banda.yml"
    better = "  - { target: writing-it-down, level: exceeding, date: 2026-11-20, by: [c-duarte] }\n"
    path.write_text(path.read_text("utf-8") + better, "utf-8")
    held = {one.competency.id: one for one in standings(school, "zuri-banda").badges}

    assert held["explaining"].title == "Trailblazer"
    assert str(held["explaining"].since) == "2026-11-20"
    assert len(held) == 6


def test_what_did_not_work_is_evidence_too(school: Path) -> None:
    for student in STUDENTS:
        failures = {
            slug
            for slug, page in published(school, student, "artifacts")
            if page.get("kind") == "failure"
        }
        evidence = {work for one in standings(school, student).targets for work in one.evidence}
        assert len(failures) == 1
        assert failures <= evidence


def test_another_school_can_call_its_badges_something_else(tmp_path: Path) -> None:
    school = sample_school(tmp_path / "school", "badges")
    (school / "transcripts/framework.yml").write_text(
        """\
extends: badges
version: "1"
id: ours
title: Ours
targets:
  - id: asking-questions
    levels:
      - { id: meeting, badge: Pathfinder }
""",
        "utf-8",
    )
    seen = survey(school, on=TODAY)

    assert seen.diagnostics == ()
    held = {one.competency.id: one.title for one in seen.standings["zuri-banda"].badges}
    assert held["asking"] == "Pathfinder"
    assert held["making"] == "Trailblazer"
