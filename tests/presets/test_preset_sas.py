"""The preset `sas`: fourteen competencies after seventy indicators, courses beside them, and a recount by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from portfolio_gen.cli.why import command as why
from portfolio_gen.survey import survey
from preset_school import raw, sample_school, standings, told
from sample import TODAY
from school import write

SEVENTY, FOURTEEN = "jonas-lim", "amara-okello"
OUTCOMES = {
    *("character", "collaboration", "communication", "content-knowledge"),
    *("creativity", "critical-thinking", "cultural-competence"),
}


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("sas") / "school", "sas")


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    return sample_school(tmp_path / "school", "sas")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def earlier(school: Path) -> Any:
    return raw(school / "transcripts/frameworks/seventy.yml")


def ledger(school: Path, student: str) -> Any:
    return raw(school / f"transcripts/{student}.yml")


def by_teachers(ratings: Any) -> dict[str, list[Any]]:
    """Target to what teachers saw, oldest first."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for one in sorted(ratings, key=lambda one: one["date"]):
        if one.get("rater", "teacher") == "teacher":
            groups[one["target"]].append(one)
    return groups


def decayed(levels: list[str]) -> float | None:
    """The mean in which each newer value weighs 65 percent."""
    values = [{"near": 0, "meeting": 1}[one] for one in levels if one != "insufficient"]
    mean: float | None = None
    for value in values:
        mean = value if mean is None else 0.35 * mean + 0.65 * value
    return mean


def stands_at(ratings: list[Any]) -> str | None:
    """Near or meeting, with practice weighing 15 percent; nothing where no summative rating shows a level."""
    summative = decayed([one["level"] for one in ratings if one.get("kind") != "formative"])
    practice = decayed([one["level"] for one in ratings if one.get("kind") == "formative"])
    if summative is None:
        return None
    mean = summative if practice is None else 0.85 * summative + 0.15 * practice
    return "meeting" if mean >= 0.5 else "near"


def earned(found: Any) -> set[str]:
    return {one["id"] for one in found["credits"] if one["state"] == "earned"}


def met(found: Any) -> dict[str, tuple[bool, int, int]]:
    return {one["id"]: (one["met"], one["earned"], one["of"]) for one in found["requirements"]}


def test_seven_outcomes_of_two_competencies_follow_seventy_indicators(school: Path) -> None:
    new, old = rules(school), earlier(school)
    counts = Counter(one["domain"] for one in new["credits"])

    assert counts == dict.fromkeys(OUTCOMES, 2)
    assert {one["id"] for one in new["targets"]} == {one["id"] for one in new["competencies"]}
    assert Counter(one["domain"] for one in old["credits"]) == dict.fromkeys(OUTCOMES, 10)
    (crosswalk,) = new["crosswalks"]
    crossed = [name for one in crosswalk["crossings"] for name in one["old"]]
    assert sorted(crossed) == sorted(one["id"] for one in old["targets"])
    assert len(crossed) == len(set(crossed)) == 70
    assert {len(one["old"]) for one in crosswalk["crossings"]} == {5}
    assert sorted(name for one in crosswalk["crossings"] for name in one["new"]) == sorted(
        one["id"] for one in new["credits"]
    )


def test_two_values_for_competencies_and_six_for_courses(school: Path) -> None:
    scales = {
        one["id"]: [level["id"] for level in one["levels"]] for one in rules(school)["scales"]
    }

    assert {one["scale"] for one in rules(school)["targets"]} == {"standing"}
    assert scales["standing"] == ["near", "meeting"]
    assert scales[rules(school)["courses"]["scale"]] == ["C+", "B", "B+", "A", "A+"]
    levels = {one.get("level") for one in ledger(school, SEVENTY)["courses"]}
    assert levels == {"C+", "B", "B+", "A", "A+", "insufficient", None}


def test_status_equals_a_recount_of_the_fourteen(school: Path) -> None:
    found = told(school, FOURTEEN)
    ratings = by_teachers(ledger(school, FOURTEEN)["ratings"])
    meeting = {name for name, ones in ratings.items() if stands_at(ones) == "meeting"}

    assert earned(found) == meeting
    assert met(found) == {
        "fourteen-competencies": (False, len(meeting), 14),
        "first-seven": (len(meeting) >= 7, len(meeting), 7),
    }
    domain = {one["id"]: one["domain"] for one in rules(school)["credits"]}
    by_outcome = Counter(domain[one] for one in meeting)
    assert {one["id"]: one["foundation"]["earned"] for one in found["domains"]} == {
        outcome: by_outcome[outcome] for outcome in OUTCOMES
    }


def test_insufficient_is_a_state_and_no_level(school: Path) -> None:
    targets = {one.target.id: one for one in standings(school, FOURTEEN).targets}

    assert (targets["engagement"].state, targets["engagement"].level) == ("insufficient", None)
    assert targets["inquiry"].state == "reached"
    assert (
        targets["method"].state,
        targets["method"].growth and targets["method"].growth.steps,
    ) == (
        "not-yet",
        -1,
    )


def test_practice_never_turns_a_rating_on_its_own(school: Path) -> None:
    """In every row of up to five ratings, the level is that of the summative ones alone."""
    share = rules(school)["ratings"]["formative_share"]
    assert share == 15
    for length in range(1, 6):
        for levels in product(("near", "meeting"), repeat=length):
            mean = decayed(list(levels))
            assert mean is not None
            for practice in (0.0, 1.0):
                assert (0.85 * mean + 0.15 * practice >= 0.5) == (mean >= 0.5)


def test_why_says_how_much_practice_weighs(school: Path) -> None:
    words = [FOURTEEN, "inquiry", str(school), "--on", str(TODAY)]
    done = CliRunner().invoke(why, words)

    assert done.exit_code == 0
    assert "summative (practice makes 15 percent), by teacher" in done.output


def test_status_equals_a_recount_of_the_seventy(school: Path) -> None:
    found = told(school, SEVENTY)
    newest = {
        name: [one["level"] for one in ones if one["level"] != "insufficient"][-1:]
        for name, ones in by_teachers(ledger(school, SEVENTY)["ratings"]).items()
    }
    meeting = {name for name, levels in newest.items() if levels == ["meeting"]}

    assert found["framework"] == "seventy"
    assert len(found["credits"]) == 70
    assert earned(found) == meeting
    assert met(found) == {"fifty-indicators": (len(meeting) >= 50, len(meeting), 50)}

    crossings = rules(school)["crosswalks"][0]["crossings"]
    whole = {one["new"][0] for one in crossings if meeting.issuperset(one["old"])}
    parts = {
        name
        for one in crossings
        if not meeting.issuperset(one["old"])
        for name in one["old"]
        if name in meeting
    }
    other = found["current"]
    assert other["framework"] == "fourteen"
    assert earned(other) == whole
    assert whole == {"integrity", "perseverance", "expression", "craft", "inquiry"}
    assert {one["credit"] for one in other["waiting"]} == parts


def test_whoever_counts_on_an_indicator_that_is_forgotten_is_named(changing: Path) -> None:
    path = changing / "transcripts/framework.yml"
    text = path.read_text("utf-8")
    forgotten = "craft-1, craft-2, craft-3, craft-4, craft-5"
    path.write_text(text.replace(forgotten, "craft-1, craft-2"), "utf-8")
    found = {(one.code, one.message) for one in survey(changing, on=TODAY).diagnostics}

    lost = [message for code, message in found if code == "PG329"]
    assert len(lost) == 3
    assert all(SEVENTY in message for message in lost)


def test_nobody_takes_more_than_seven_ap_courses(changing: Path) -> None:
    taken = "".join(f"  - {{ title: AP {one}, type: ap, term: 2026-27 }}\n" for one in range(5))
    path = changing / f"transcripts/{SEVENTY}.yml"
    text = path.read_text("utf-8")
    for count, expected in ((4, []), (5, ["PG331"])):
        more = "".join(taken.splitlines(keepends=True)[:count])
        path.write_text(text.replace("courses:\n", f"courses:\n{more}"), "utf-8")
        found = survey(changing, on=TODAY).diagnostics
        assert [one.code for one in found if one.severity != "note"] == expected


def test_an_advanced_topic_ends_in_a_product(changing: Path) -> None:
    path = changing / f"transcripts/{SEVENTY}.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(", product: storm-drains", ""), "utf-8")

    assert [one.code for one in survey(changing, on=TODAY).diagnostics] == ["PG332"]


def test_practice_that_makes_more_than_15_percent_is_said(changing: Path) -> None:
    path = changing / "transcripts/framework.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("formative_share: 15", "formative_share: 16"), "utf-8")

    assert [one.code for one in survey(changing, on=TODAY).diagnostics] == ["PG333"]


def test_behavior_changes_nothing(changing: Path) -> None:
    before = told(changing, FOURTEEN)
    path = changing / f"transcripts/{FOURTEEN}.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    worse = [one.replace("usually", "seldom") if "levels:" in one else one for one in lines]
    assert worse != lines
    path.write_text("".join(worse), "utf-8")

    after = told(changing, FOURTEEN)
    assert after.pop("habits") != before.pop("habits")
    assert after == before


def test_another_school_can_change_parts_of_it(changing: Path) -> None:
    text = """\
extends: sas
id: ours
version: "2027"
title: Our outcomes
competencies:
  - { id: listening, title: Attention }
"""
    seen = survey(write(changing, {"transcripts/framework.yml": text}), on=TODAY)

    # Whoever entered under the preset's own version is told that the school has none of this name.
    assert {one.code for one in seen.diagnostics if one.severity == "error"} == {"PG210"}
    assert seen.school
    assert "Attention" in {one.title for one in seen.school.framework.competencies}
    assert list(seen.school.frameworks) == ["seventy"]
