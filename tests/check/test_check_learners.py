"""Learner profiles, milestones and rubrics: what is a mistake in them, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.read.school import read_school
from school import FRAMEWORK, RUBRICS, TODAY, minimal_school, write

HOME = "students/ada-park"
PARTS = """\
profile:
  - id: strengths
    title: Strengths
  - id: health
    title: Health
    shareable: false
"""


def found(tmp_path: Path, **files: str) -> list[Diagnostic]:
    """What is wrong with the smallest school, with a framework that asks for a profile and with some files."""
    folder = minimal_school(tmp_path)
    write(folder, {"transcripts/framework.yml": FRAMEWORK + PARTS})
    write(folder, {name.replace("__", "/") + ".yml": text for name, text in files.items()})
    school, told = read_school(folder)
    assert school
    return [*told, *check_school(school, on=TODAY)]


def profile(text: str) -> dict[str, str]:
    return {"students__ada-park__profile": text}


@pytest.mark.parametrize(
    "text",
    [
        "parts:\n  strengths:\n    text: I wait.\n    audience: [committee, family]\n",
        "parts:\n  health:\n    text: Left ear.\n",
        "parts:\n  health:\n    text: Left ear.\n    audience: [self]\n",
        "parts:\n  health:\n    audience: []\n",
        "parts: {}\n",
    ],
)
def test_a_profile_that_keeps_to_the_rules_is_in_order(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, **profile(text)) == []


def test_each_audience_of_a_private_part_is_named(tmp_path: Path) -> None:
    text = "parts:\n  health:\n    audience: [self, committee, public]\n"
    told = found(tmp_path, **profile(text))

    kept = [one for one in told if one.rule.name == "profile-part-kept-private"]
    assert [(one.severity, str(one.span), one.about) for one in kept] == [
        ("error", f"{HOME}/profile.yml:3:22", "ada-park"),
        ("error", f"{HOME}/profile.yml:3:33", "ada-park"),
    ]


def test_a_mistyped_part_is_pointed_to_the_right_one(tmp_path: Path) -> None:
    (told,) = found(tmp_path, **profile("parts:\n  Strenghts:\n    text: x\n"))

    assert (told.rule.name, told.hint) == ("unknown-profile-part", "did you mean `strengths`?")


def test_a_profile_shared_beyond_consent_is_told(tmp_path: Path) -> None:
    text = "parts:\n  strengths:\n    text: I wait.\n    audience: [college]\n"
    (told,) = found(tmp_path, **profile(text))

    assert told.rule.name == "sharing-beyond-consent"
    assert "the learner profile" in told.message


def test_words_in_the_new_pages_are_looked_at_too(tmp_path: Path) -> None:
    told = found(
        tmp_path,
        **profile("parts:\n  strengths:\n    text: Write to ada@park-family.org!\n"),
        **{
            "students__ada-park__milestones": "milestones:\n  - {title: 'Call 207-555-0100', date: 2026}\n"
        },
    )

    assert {(one.rule.code, str(one.span)) for one in told} == {
        ("PG410", f"{HOME}/profile.yml:3:20"),
        ("PG411", f"{HOME}/milestones.yml:2:19"),
    }


def milestones(tmp_path: Path, entry: str) -> list[str]:
    told = found(
        tmp_path, **{"students__ada-park__milestones": f"milestones:\n  - {{title: x, {entry}}}\n"}
    )
    return [one.rule.name for one in told]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("date: 2026-11-22", []),
        ("date: 2026-11", []),
        ("date: 2026-11-23", ["milestone-out-of-time"]),
        ("date: 2026-11-22, planned: true", []),
        ("date: 2026-11-21, planned: true", ["milestone-out-of-time"]),
        ("date: 2026, planned: true", []),
        ("date: 2026-03, work: bean-diary", []),
        ("date: 2026-03, work: bean-dairy", ["unknown-artifact"]),
    ],
)
def test_milestones_are_in_time_and_their_work_exists(
    tmp_path: Path, entry: str, said: list[str]
) -> None:
    assert milestones(tmp_path, entry) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("the spring design class", []),
        ("Adamant eleventh-graders", []),
        ("ADA's table", ["student-in-rubric"]),
        ("ada-park and others", ["student-in-rubric"]),
        ("Ada Marie  Park", ["student-in-rubric"]),
    ],
)
def test_a_rubric_names_a_group(tmp_path: Path, written: str, said: list[str]) -> None:
    text = RUBRICS.replace(
        "    scale: readiness\n", f"    scale: readiness\n    made_with: {written}\n"
    )
    told = found(tmp_path, transcripts__rubrics=text)

    assert [one.rule.name for one in told] == said


def test_a_conference_can_be_meant_for_nobody_outside(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path)
    write(folder, {f"{HOME}/conferences/x.md": "---\ndate: 2026-12-03\naudience: [college]\n---\n"})
    _, told = read_school(folder)

    assert [(one.rule.name, one.span.line) for one in told] == [("unknown-word", 3)]


def test_ids_of_tags_and_parts_are_given_once(tmp_path: Path) -> None:
    twice = "tags:\n  - {id: led, title: A}\n  - {id: led, title: B}\n"
    again = PARTS + "  - id: health\n    title: Again\n"
    folder = minimal_school(tmp_path)
    write(folder, {"transcripts/framework.yml": FRAMEWORK + twice + again})
    school, told = read_school(folder)
    assert school and told == ()

    assert [one.rule.name for one in check_school(school, on=TODAY)] == ["duplicate-id"] * 2
