"""The preset `northern-cass`: half points with 3.0 aimed for, learning levels apart from age, and a recount by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from portfolio_gen.cli.plan import command as plan
from portfolio_gen.survey import survey
from preset_school import raw, sample_school, standings, told
from sample import TODAY
from school import write

JESSA, DARIO = "jessa-lindquist", "dario-petrov"
AIM = 3.0


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("northern-cass") / "school", "northern-cass")


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    return sample_school(tmp_path / "school", "northern-cass")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def ledger(school: Path, student: str) -> Any:
    return raw(school / f"transcripts/{student}.yml")


def change(school: Path, student: str, old: str, new: str) -> None:
    path = school / f"transcripts/{student}.yml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def points(school: Path, student: str) -> dict[str, float]:
    """Target to the newest number that counts; a plain YAML reader sees numbers."""
    ratings = ledger(school, student)["ratings"]
    corrected = {one["corrects"] for one in ratings if "corrects" in one}
    found = {}
    for one in sorted(ratings, key=lambda one: one["date"]):
        by_the_school = one.get("rater", "teacher") in ("teacher", "expert")
        practice = one.get("kind") == "formative"
        aside = one.get("modified") or one.get("id") in corrected
        seen = one["level"] != "insufficient"
        if by_the_school and seen and not practice and not aside:
            found[one["target"]] = one["level"]
    return found


def reached(school: Path, student: str) -> set[str]:
    return {name for name, value in points(school, student).items() if value >= AIM}


def test_nine_half_points_from_0_to_4_with_3_aimed_for(school: Path) -> None:
    scale = next(one for one in rules(school)["scales"] if one["id"] == "proficiency")

    assert [one["value"] for one in scale["levels"]] == [half / 2 for half in range(9)]
    assert [float(one["id"]) for one in scale["levels"]] == [half / 2 for half in range(9)]
    assert float(scale["target"]) == AIM
    assert {one["scale"] for one in rules(school)["targets"]} == {"proficiency"}


@pytest.mark.parametrize("student", [JESSA, DARIO])
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    framework, have = rules(school), reached(school, student)
    inside: dict[str, set[str]] = defaultdict(set)
    for one in framework["targets"]:
        inside[one["credit"]].add(one["id"])
    earned = {name for name, targets in inside.items() if targets <= have}
    subject = {one["id"]: one["domain"] for one in framework["credits"]}
    offered, won = Counter(subject.values()), Counter(subject[one] for one in earned)

    found = told(school, student)

    assert {one["id"]: float(one["level"]) for one in found["targets"] if one["level"]} == points(
        school, student
    )
    assert {one["id"] for one in found["targets"] if one["state"] == "reached"} == have
    assert {one["id"] for one in found["credits"] if one["state"] == "earned"} == earned
    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"])
        for one in found["domains"]
    } == {name: (won[name], offered[name]) for name in offered}
    assert {one["id"]: (one["earned"], one["of"]) for one in found["requirements"]} == {
        one["id"]: (len(earned & set(one["credits"])), len(one["credits"]))
        for one in framework["requirements"]
    }


def test_the_samples_show_somebody_ahead_and_somebody_closing_gaps(school: Path) -> None:
    earned = {
        student: {one["id"] for one in told(school, student)["credits"] if one["state"] == "earned"}
        for student in (JESSA, DARIO)
    }

    assert (earned[JESSA], len(earned[DARIO])) == ({"number-1"}, 10)


@pytest.mark.parametrize("student", [JESSA, DARIO])
def test_the_learning_level_of_each_strand_is_recounted(school: Path, student: str) -> None:
    framework, have = rules(school), reached(school, student)
    order = [one["id"] for one in framework["phases"]]
    strand_of = {one["id"]: one["competency"] for one in framework["credits"]}
    ladders: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in sorted(framework["targets"], key=lambda one: order.index(one["phase"])):
        ladders[strand_of[one["credit"]]].append((one["phase"], one["id"]))

    expected = {}
    for strand, ladder in ladders.items():
        missing = [(level, name) for level, name in ladder if name not in have]
        furthest = [level for level, name in ladder if name in have][-1:]
        at = max([level for level, _ in missing[:1]] + furthest, key=order.index)
        gaps = [name for level, name in missing if order.index(level) < order.index(at)]
        expected[strand] = (at if missing else None, gaps)

    assert {
        one["strand"]: (one["phase"], one["gaps"]) for one in told(school, student)["learning"]
    } == expected


def test_strands_stand_at_different_levels_whatever_the_age(changing: Path) -> None:
    before = told(changing, JESSA)
    level = {one["strand"]: one["phase"] for one in before["learning"]}
    assert (level["number"], level["reading"], level["writing"]) == ("12", "10", "9")

    change(changing, JESSA, 'phase: "9", cohort: 1-3', 'phase: "12", cohort: 4-5')

    assert told(changing, JESSA) == before


def test_whatever_speaks_of_age_says_social_level(school: Path) -> None:
    age = {one["id"]: one["social"] for one in rules(school)["phases"]}
    done = CliRunner().invoke(plan, [DARIO, str(school), "--on", str(TODAY)])

    assert done.exit_code == 0
    assert f", {age['12']}, framework 1" in done.stdout
    assert {one["due"] for one in told(school, DARIO)["requirements"]} == {
        f"end of {age['10']}",
        f"end of {age['12']}",
    }


def test_a_cohort_is_one_of_the_schools(changing: Path) -> None:
    assert [one["id"] for one in rules(changing)["cohorts"]] == ["1-3", "4-5"]

    change(changing, JESSA, "cohort: 1-3", "cohort: 2-3")

    assert [one.code for one in survey(changing, on=TODAY).diagnostics] == ["PG227"]


def test_a_gap_is_filled_in_the_last_year_and_earns_what_it_always_would(changing: Path) -> None:
    credit = next(one for one in told(changing, DARIO)["credits"] if one["id"] == "number-1")
    assert (credit["state"], credit["date"]) == ("earned", "2026-10-08")
    entered = ledger(changing, DARIO)["enrolment"]
    assert (entered["phase"], entered["cohort"]) == ("12", "4-5")

    change(
        changing,
        DARIO,
        "  - target: number-9\n    level: 3.0\n",
        "  - target: number-9\n    level: 2.5\n",
    )
    found = told(changing, DARIO)

    assert "number-1" not in {one["id"] for one in found["credits"] if one["state"] == "earned"}
    assert next(one for one in found["learning"] if one["strand"] == "number")["gaps"] == [
        "number-9"
    ]


def test_insufficient_is_no_zero(changing: Path) -> None:
    def seen() -> tuple[str, str | None]:
        (found,) = (one for one in told(changing, DARIO)["targets"] if one["id"] == "reading-12")
        return found["state"], found["level"]

    assert seen() == ("insufficient", None)

    change(changing, DARIO, "level: insufficient", "level: 0.0")

    assert seen() == ("not-yet", "0.0")


@pytest.mark.parametrize("student", [JESSA, DARIO])
def test_habits_are_counted_as_they_were_observed(school: Path, student: str) -> None:
    expected: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in ledger(school, student)["observations"]:
        for habit, level in one["levels"].items():
            expected[one["term"], habit][level] += 1

    found = standings(school, student).habits

    assert {
        (one.term, one.habit.id): {level.id: count for level, count in one.counts if count}
        for one in found
    } == expected
    for summary in found:
        counts = expected[summary.term, summary.habit.id]
        assert counts[summary.usual.id] == max(counts.values())


def test_habits_are_never_mixed_with_credits(changing: Path) -> None:
    before = told(changing, JESSA)
    path = changing / f"transcripts/{JESSA}.yml"
    path.write_text(path.read_text("utf-8").split("\n# Once a week")[0] + "\n", "utf-8")

    assert before["habits"]
    assert told(changing, JESSA) == before | {"habits": []}


def test_another_school_can_add_a_level(changing: Path) -> None:
    text = """\
extends: northern-cass
id: learning-levels
version: "1"
title: Our levels
phases:
  - { id: "13", title: level 13, social: social level 13 }
targets:
  - { id: reading-13, title: Read for a living, credit: reading-2, scale: proficiency, phase: "13" }
"""
    seen = survey(write(changing, {"transcripts/framework.yml": text}), on=TODAY)

    assert [one for one in seen.diagnostics if one.severity != "note"] == []
    reading = next(one for one in seen.standings[JESSA].learning if one.strand.id == "reading")
    assert reading.phase and reading.phase.id == "10"
    assert len(seen.standings[JESSA].targets) == 41
