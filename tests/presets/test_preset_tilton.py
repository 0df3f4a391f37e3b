"""The preset `tilton`: thirty credits in either version, and a recount by hand of where its students stand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from preset_school import asked, awards, published, raw, sample_school, standings, told

EARLIER, LATER = "imani-brook", "jonah-reyes-lund"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("tilton") / "school", "tilton")


def rules(school: Path, version: str) -> Any:
    """A version of the framework as it is written."""
    current = raw(school / "transcripts/framework.yml")
    if current["version"] == version:
        return current
    return raw(school / f"transcripts/frameworks/{version}.yml")


def awarded(found: Any) -> set[tuple[str, str]]:
    return {(one["id"], one["level"]) for one in found["credits"] if one["state"] == "earned"}


def by_area(won: set[tuple[str, str]], level: str) -> Counter[str]:
    return Counter(credit.split("/")[1] for credit, at in won if at == level)


@pytest.mark.parametrize(
    ("version", "skills"),
    [
        (
            "1",
            {
                *("communication", "critical-thinking", "creative-engagement"),
                *("innovation", "mindfulness"),
            },
        ),
        ("2", {"inquiry", "creation", "communication", "mindfulness", "play"}),
    ],
)
def test_five_skills_in_six_areas_make_thirty(school: Path, version: str, skills: set[str]) -> None:
    framework = rules(school, version)
    areas = {one["id"] for one in framework["domains"]}

    assert {one["id"] for one in framework["competencies"]} == skills
    student = EARLIER if version == "1" else LATER
    foundation = {
        one.credit.id for one in standings(school, student).credits if one.level.id == "foundation"
    }
    assert foundation == {f"{skill}/{area}" for skill in skills for area in areas}
    assert len(foundation) == 30
    assert [one["id"] for one in framework["habits"]["strands"]] == [
        "curiosity",
        "time-and-resources",
        "persistence",
        "risk-taking",
        "dependability",
    ]


@pytest.mark.parametrize("student", [EARLIER, LATER])
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    found, won = told(school, student), awards(school, student)
    enrolment = raw(school / f"transcripts/{student}.yml")["enrolment"]
    framework = rules(school, enrolment["framework"])

    assert found["framework"] == enrolment["framework"]
    assert awarded(found) == won
    foundation, advanced = by_area(won, "foundation"), by_area(won, "advanced")
    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"], one["advanced"]["earned"])
        for one in found["domains"]
    } == {
        one["id"]: (foundation[one["id"]], 5, advanced[one["id"]]) for one in framework["domains"]
    }
    assert [(one["id"], one["earned"], one["of"]) for one in found["requirements"]] == [
        ("foundation-credits", foundation.total(), 30)
    ]


@pytest.mark.parametrize("student", [EARLIER, LATER])
def test_what_is_not_earned_stands_where_the_papers_say(school: Path, student: str) -> None:
    decisions = raw(school / f"transcripts/{student}.yml")["decisions"]
    won = awards(school, student)
    refused = {(one["credit"], one["level"]) for one in decisions if one["outcome"] == "not-yet"}
    pitched, claimed = (asked(school, student, kind) for kind in ("pitches", "artifacts"))
    states = {(one["id"], one["level"]): one["state"] for one in told(school, student)["credits"]}

    def among(state: str) -> set[tuple[str, str]]:
        return {place for place, found in states.items() if found == state}

    assert among("pitched") == pitched - won
    assert among("not-yet") == refused - won - pitched
    assert among("claimed") == claimed - won - pitched - refused
    assert refused - won, "each of them has something on the way"


def test_who_entered_under_the_earlier_version_is_seen_in_both(school: Path) -> None:
    crossings = rules(school, "2")["crosswalks"][0]["crossings"]
    becomes = {old: one["new"][0] for one in crossings for old in one["old"]}
    across = {
        (f"{becomes.get(skill, skill)}/{area}", level)
        for credit, level in awards(school, EARLIER)
        for skill, area in [credit.split("/")]
    }
    found = told(school, EARLIER)
    current = found["current"]

    assert (found["framework"], current["framework"]) == ("1", "2")
    assert awarded(current) == across
    assert len(across) < len(awards(school, EARLIER)), "two of the skills became one"
    assert {one["id"]: one["foundation"]["earned"] for one in current["domains"]} == {
        one["id"]: by_area(across, "foundation")[one["id"]] for one in current["domains"]
    }
    assert (current["waiting"], current["dropped"], current["lost"]) == ([], [], [])
    assert told(school, LATER)["current"] is None


def test_the_crosswalk_drops_nothing(school: Path) -> None:
    before, after = rules(school, "1"), rules(school, "2")
    (crosswalk,) = after["crosswalks"]
    skills = {one["id"] for one in after["competencies"]}
    leads = {old: set(one["new"]) for one in crosswalk["crossings"] for old in one["old"]}
    found = {one["id"]: leads.get(one["id"], {one["id"]}) for one in before["competencies"]}

    assert crosswalk["version"] == before["version"]
    assert all(new and new <= skills for new in found.values())
    assert {one["id"] for one in before["domains"]} == {one["id"] for one in after["domains"]}
    assert not [one for one in crosswalk["crossings"] if "dropped" in one]


def test_something_that_did_not_work_is_evidence(school: Path) -> None:
    works = dict(published(school, EARLIER, "artifacts"))
    (failure,) = (name for name, page in works.items() if page.get("kind") == "failure")
    proven = [one for one in told(school, EARLIER)["credits"] if failure in one["evidence"]]

    assert works[failure]["taught_me"]
    assert {one["state"] for one in proven} == {"earned"}
