"""The preset `cvu`: standards under the aims of a mission, practice that never counts, and a recount by hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build import build
from portfolio_gen.model.standing import Standings
from portfolio_gen.survey import survey
from preset_school import raw, sample_school, standings, told
from sample import TODAY
from school import write

WREN, TOBIAS = "wren-castellano", "tobias-nkemelu"
STEPS = ("beginning", "approaching", "on-target", "beyond")
MODIFIED, GRADE = "zq-modified-qz", "zq-grade-qz"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("cvu") / "school", "cvu")


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    return sample_school(tmp_path / "school", "cvu")


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def ledger(school: Path, student: str) -> Any:
    return raw(school / f"transcripts/{student}.yml")


def rate(school: Path, *ratings: str) -> None:
    """Append ratings to Wren's ledger, as a teacher would."""
    path = school / f"transcripts/{WREN}.yml"
    lines = "".join(f"  - {{ {one} }}\n" for one in ratings)
    path.write_text(path.read_text("utf-8").replace("\ntaught:", f"{lines}\ntaught:"), "utf-8")


def mark(path: Path, old: str, new: str) -> None:
    """Put a text into a file that is nowhere else."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def counting(ratings: Any) -> dict[str, list[str]]:
    """Target to the levels that count or are insufficient, oldest first."""
    corrected = {one["corrects"] for one in ratings if "corrects" in one}
    groups: dict[str, list[str]] = {}
    for one in sorted(ratings, key=lambda one: one["date"]):
        by_the_school = one.get("rater", "teacher") in ("teacher", "committee", "expert")
        practice = one.get("kind") == "formative"
        aside = one.get("modified") or one.get("id") in corrected
        if by_the_school and not practice and not aside:
            groups.setdefault(one["target"], []).append(one["level"])
    return groups


def newest(ratings: Any) -> dict[str, str]:
    """Target to the newest level that counts; `insufficient` where no level has been seen."""
    found = {}
    for target, levels in counting(ratings).items():
        seen = [one for one in levels if one != "insufficient"]
        found[target] = seen[-1] if seen else "insufficient"
    return found


def states(found: Standings) -> dict[str, tuple[str, str | None]]:
    return {
        one.target.id: (one.state, one.level.id if one.level else None) for one in found.targets
    }


def met(found: Standings) -> set[str]:
    return {one.credit.id for one in found.credits if one.state == "earned"}


@pytest.mark.parametrize("student", [WREN, TOBIAS])
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    framework, levels = rules(school), newest(ledger(school, student)["ratings"])
    reached = {name for name, level in levels.items() if level in ("on-target", "beyond")}
    standards = {
        one["id"]: {each["id"] for each in framework["targets"] if each["credit"] == one["id"]}
        for one in framework["credits"]
    }
    done = {name for name, targets in standards.items() if targets <= reached}
    by_aim = Counter(one["domain"] for one in framework["credits"])
    done_by_aim = Counter(one["domain"] for one in framework["credits"] if one["id"] in done)

    found = told(school, student)

    assert {one["id"]: one["level"] for one in found["targets"] if one["level"]} == {
        name: level for name, level in levels.items() if level != "insufficient"
    }
    assert {one["id"] for one in found["targets"] if one["state"] == "reached"} == reached
    assert {one["id"] for one in found["targets"] if one["state"] == "insufficient"} == {
        name for name, level in levels.items() if level == "insufficient"
    }
    assert {one["id"] for one in found["credits"] if one["state"] == "earned"} == done
    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"])
        for one in found["domains"]
    } == {aim: (done_by_aim[aim], of) for aim, of in by_aim.items()}
    (requirement,) = found["requirements"]
    assert (requirement["earned"], requirement["of"]) == (len(done), len(framework["credits"]))


def test_the_samples_show_both_a_long_and_a_short_way(school: Path) -> None:
    assert len(met(standings(school, WREN))) == 11
    assert met(standings(school, TOBIAS)) == {"well-being"}


def test_aims_hold_standards_and_standards_hold_targets(school: Path) -> None:
    framework = rules(school)
    scales = {one["id"]: one for one in framework["scales"]}

    assert [one["id"] for one in framework["domains"]] == [
        *("learn", "think", "live", "contribute", "excellence")
    ]
    assert {one["domain"] for one in framework["credits"]} == {
        one["id"] for one in framework["domains"]
    }
    assert {one["credit"] for one in framework["targets"]} == {
        one["id"] for one in framework["credits"]
    }
    for one in framework["targets"]:
        scale = scales.get(one.get("scale"), one)
        assert one["know"] and one["understand"] and one["do"]
        assert tuple(level["id"] for level in scale["levels"]) == STEPS
        assert scale["target"] == "on-target"


def test_no_count_of_standards_is_built_in(changing: Path) -> None:
    text = """\
extends: cvu
id: aims-and-standards
version: "1"
title: Our standards
credits:
  - { id: argument, drop: true }
  - { id: music, title: Music, domain: excellence }
  - { id: theatre, title: Theatre, domain: excellence }
targets:
  - { id: argue, drop: true }
  - { id: play, title: Play with others, credit: music, scale: learning, do: [Listen while playing] }
  - { id: act, title: Be somebody else, credit: theatre, scale: learning, do: [Stay in it] }
courses:
  offered:
    - { id: humanities-10, targets: [judge-texts, understand-society] }
"""
    for student in (WREN, TOBIAS):
        (changing / f"transcripts/{student}.yml").unlink()
    before = len(rules(changing)["credits"])
    write(changing, {"transcripts/framework.yml": text})
    seen = survey(changing, on=TODAY)

    # The two without a ledger are named, what they had claimed in argument too; nobody counts the standards.
    about_the_framework = [
        one for one in seen.diagnostics if one.span.path.endswith("framework.yml")
    ]
    assert about_the_framework == []
    assert seen.school
    assert len(seen.school.framework.credits) == before + 1
    assert seen.school.framework.expects is None
    assert seen.standings[WREN].requirements[0].of == before + 1


def test_practice_never_counts(changing: Path) -> None:
    before = {one: standings(changing, one) for one in (WREN, TOBIAS)}
    rate(
        changing,
        *(
            f"target: {one['id']}, level: {level}, date: 2026-11-20, kind: formative, by: [r-amin]"
            for one in rules(changing)["targets"]
            for level in ("beyond", "beginning")
        ),
    )

    after = standings(changing, WREN)

    assert states(after) == states(before[WREN])
    assert met(after) == met(before[WREN])
    assert before[TOBIAS] == standings(changing, TOBIAS)


def test_new_evidence_changes_it_at_any_time_in_either_direction(changing: Path) -> None:
    assert "mathematics" not in met(standings(changing, WREN))

    rate(changing, "target: model, level: on-target, date: 2026-11-20, by: [g-ballard]")
    assert "mathematics" in met(standings(changing, WREN))

    rate(changing, "target: model, level: beginning, date: 2026-11-21, by: [g-ballard]")
    assert "mathematics" not in met(standings(changing, WREN))


def test_the_number_of_tries_is_no_penalty(changing: Path) -> None:
    before = standings(changing, WREN)
    day = "2025-01-0"
    rate(
        changing,
        *(f"target: research, level: beginning, date: {day}{n}, by: [n-wu]" for n in range(1, 8)),
    )

    after = standings(changing, WREN)

    assert met(after) == met(before)
    research = next(one for one in after.targets if one.target.id == "research")
    assert (research.state, len(research.attempts)) == ("reached", 8)


def test_every_plan_for_a_next_try_is_from_the_menu(school: Path) -> None:
    menu = {one["id"] for one in rules(school)["rework"]}
    plans = [
        one["rework"]
        for student in (WREN, TOBIAS)
        for one in ledger(school, student)["ratings"]
        if "rework" in one
    ]

    assert {"revise", "redo", "retake"} <= {step for one in plans for step in one.get("steps", ())}
    assert {step for one in plans for step in one.get("steps", ())} <= menu


def test_a_modified_scale_is_another_claim(school: Path) -> None:
    found = standings(school, TOBIAS)

    assert states(found)["model"] == ("open", None)
    assert [(one.target, one.level) for each in found.targets for one in each.modified] == [
        ("model", "on-target")
    ]


def test_what_is_modified_is_in_no_edition_and_a_hidden_grade_in_the_schools_own(
    changing: Path,
) -> None:
    mark(
        changing / f"transcripts/{TOBIAS}.yml",
        "modified: true",
        f"modified: true, note: {MODIFIED}",
    )
    mark(
        changing / "transcripts/framework.yml",
        "{ id: C, title: C }",
        f"{{ id: C, title: {GRADE} }}",
    )

    assert build(changing, on=TODAY, jobs=1).failed == ()
    pages = [one for one in (changing / "site").rglob("*") if one.is_file()]
    assert len(pages) > 100

    assert [one for one in pages if MODIFIED.encode() in one.read_bytes()] == []
    graded = [
        one.relative_to(changing / "site") for one in pages if GRADE.encode() in one.read_bytes()
    ]
    assert {one.parts[0] for one in graded} == {"committee"}


def test_a_target_is_told_with_the_standard_that_it_stands_under(school: Path) -> None:
    build(school, on=TODAY, jobs=1, editions=("family",), students=(TOBIAS,))
    page = (school / "site/family" / TOBIAS / "targets/index.html").read_text("utf-8")
    rows = re.findall(
        r'<h3><a href="[^"]+">([^<]+)</a> <span class="quiet">([^<]+)</span></h3>', page
    )
    titles = {one["id"]: one["title"] for one in rules(school)["credits"]}

    assert rows == [(one["title"], titles[one["credit"]]) for one in rules(school)["targets"]]


def test_a_grade_stays_inside_until_its_day(school: Path) -> None:
    seen = survey(school, on=TODAY)
    assert seen.school and seen.school.framework.courses
    courses = seen.school.framework.courses
    shown = {
        student: {
            one.course for one in record.courses if one.level and courses.shows_level(one, TODAY)
        }
        for student, record in seen.school.ledgers.items()
    }

    assert shown == {
        student: {
            one["course"]
            for one in ledger(school, student)["courses"]
            if "level" in one and "release" in one and one["release"] <= TODAY
        }
        for student in (WREN, TOBIAS)
    }
    assert {student: len(names) for student, names in shown.items()} == {WREN: 5, TOBIAS: 1}


def test_habits_and_grades_change_no_standard(changing: Path) -> None:
    before = told(changing, WREN)
    path = changing / f"transcripts/{WREN}.yml"
    path.write_text(path.read_text("utf-8").split("\ncourses:")[0], "utf-8")

    assert told(changing, WREN) == before
