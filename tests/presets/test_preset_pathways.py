"""The preset `pathways`: twenty-six credits that rest on standards, and a recount by hand of what the ratings say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.diagnostics import Severity
from portfolio_gen.survey import survey
from preset_school import asked, awards, raw, sample_school, told
from sample import TODAY

FAR, NEW = "sol-ferreira", "bea-nakagawa"
STUDENTS = pytest.mark.parametrize("student", [FAR, NEW])


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("pathways") / "school", "pathways")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def records(school: Path, student: str) -> Any:
    return raw(school / f"transcripts/{student}.yml")


def newest(school: Path, student: str) -> dict[str, str]:
    """Each standard's level: the newest that a teacher saw in work that was to show it, on the scale of everybody."""
    levels = ladder(school)
    found: dict[str, str] = {}
    for one in sorted(records(school, student)["ratings"], key=lambda one: one["date"]):
        by_others = one.get("rater", "teacher") not in ("self", "peer")
        counts = by_others and one.get("kind") != "formative" and not one.get("modified")
        if counts and one["level"] in levels:
            found[one["target"]] = one["level"]
    return found


def ladder(school: Path) -> list[str]:
    """Levels of the scale, lowest first."""
    return [one["id"] for one in rules(school)["scales"][0]["levels"]]


def at_least(school: Path, student: str, level: str) -> set[str]:
    levels = ladder(school)
    found = newest(school, student).items()
    return {name for name, one in found if levels.index(one) >= levels.index(level)}


@STUDENTS
def test_each_standard_stands_at_its_newest_rating(school: Path, student: str) -> None:
    levels = {one["id"]: one["level"] for one in told(school, student)["targets"]}
    found = newest(school, student)

    assert {name: level for name, level in levels.items() if level} == found
    unseen = [one for one in records(school, student)["ratings"] if one["level"] == "insufficient"]
    states = {one["id"]: one["state"] for one in told(school, student)["targets"]}
    assert [states[one["target"]] for one in unseen] == ["insufficient"] * len(unseen)


@STUDENTS
def test_credits_equal_a_recount_of_ratings_and_decisions(school: Path, student: str) -> None:
    found = told(school, student)
    behind = {one["id"]: one.get("credit") for one in rules(school)["targets"]}
    reached = {behind[one] for one in at_least(school, student, "proficient") if behind[one]}
    won = {(credit, "foundation") for credit in reached} | awards(school, student)
    domain = {one["id"]: one["domain"] for one in rules(school)["credits"]}
    foundation = Counter(domain[one] for one in reached)
    advanced = Counter(domain[credit] for credit, _ in awards(school, student))

    assert {
        (one["id"], one["level"]) for one in found["credits"] if one["state"] == "earned"
    } == won
    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"], one["advanced"]["earned"])
        for one in found["domains"]
    } == {
        one: (foundation[one], count, advanced[one])
        for one, count in Counter(domain.values()).items()
    }
    assert {
        (one["id"], one["level"]) for one in found["credits"] if one["state"] == "pitched"
    } == asked(school, student, "pitches")


@STUDENTS
def test_requirements_may_ask_for_less_than_what_is_aimed_for(school: Path, student: str) -> None:
    first = {one["id"] for one in rules(school)["targets"] if one.get("phase") == "discover"}
    skills = {one["id"] for one in rules(school)["targets"] if "credit" not in one}
    proficient = at_least(school, student, "proficient")

    assert rules(school)["scales"][0]["target"] == "proficient"
    assert len(skills) == 7
    assert {
        one["id"]: (one["earned"], one["of"]) for one in told(school, student)["requirements"]
    } == {
        "foundation-credits": (len(proficient - skills), 26),
        "first-standards": (len(at_least(school, student, "developing") & first), len(first)),
        "empower-skills": (len(proficient & skills), 7),
    }
    assert at_least(school, student, "developing") & first > proficient & first


def test_one_experience_serves_several_standards(school: Path) -> None:
    served: dict[str, set[str]] = {}
    for one in records(school, FAR)["ratings"]:
        for work in one.get("works", ()):
            served.setdefault(work, set()).add(one["target"])
    experience, standards = max(served.items(), key=lambda one: len(one[1]))
    evidence = {one["id"]: one["evidence"] for one in told(school, FAR)["targets"]}

    assert len(standards) > 3
    counting = {name for name in standards if experience in evidence[name]}
    assert len(counting) > 3


def test_advanced_takes_a_portfolio_or_one_project(school: Path) -> None:
    (advanced,) = (one for one in rules(school)["levels"] if one["id"] == "advanced")
    ways = {one["id"]: (one.get("fewest", 1), one.get("most")) for one in advanced["ways"]}
    earned = [one for one in records(school, FAR)["decisions"] if one["outcome"] == "earned"]

    assert ways == {"portfolio": (3, None), "project": (1, 1)}
    assert {one["way"]: len(one["artifacts"]) for one in earned} == {"portfolio": 3, "project": 1}

    ledger = school / f"transcripts/{FAR}.yml"
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("way: portfolio", "way: project"), encoding="utf-8")
    try:
        found = survey(school, on=TODAY).diagnostics
        said = [one.code for one in found if one.severity is not Severity.NOTE]
    finally:
        ledger.write_text(text, encoding="utf-8")
    assert said == ["PG335"]


def test_three_phases_and_twenty_six_credits_in_six_domains_of_unequal_size(school: Path) -> None:
    framework = rules(school)
    sizes = Counter(one["domain"] for one in framework["credits"])

    assert len(framework["phases"]) == 3
    assert (sizes.total(), len(sizes)) == (26, 6)
    assert len(set(sizes.values())) > 1
    assert framework["expects"]["credits"] == 26
    assert framework["expects"]["domains"] == dict(sizes)


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        (
            "  - { id: chance, title: Chance and data, domain: quantity }\n",
            "",
            "26 credits are expected, and there are 25",
        ),
        (
            "{ id: chance, title: Chance and data, domain: quantity }",
            "{ id: chance, title: Chance and data, domain: literacy }",
            "5 credits in `quantity` are expected, and there are 4",
        ),
    ],
)
def test_what_does_not_add_up_is_said(
    tmp_path: Path, line: str, instead: str, message: str
) -> None:
    school = sample_school(tmp_path / "school", "pathways")
    path = school / "transcripts/framework.yml"
    text = path.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(line, instead), encoding="utf-8")
    said = [one for one in survey(school, on=TODAY).diagnostics if one.code == "PG324"]

    assert message in [one.message for one in said]
    assert {one.span.path for one in said} == {"transcripts/framework.yml"}
