"""The preset `leap`: profile, milestones, conferences, a data binder, and a recount by hand of where students stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from portfolio_gen.build import build
from portfolio_gen.start import start_school
from portfolio_gen.survey import survey
from preset_school import awards, published, raw, sample_school, standings, told
from sample import TODAY

STUDENTS = ("eli-brandvold", "noor-amari")
COUNTING = {"teacher", "committee", "expert"}
LEVELS = ["starting", "practising", "mastered", "sharing"]
MASTERED = LEVELS.index("mastered")
PRIVATE = ("living-situation", "health")


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_school(tmp_path_factory.mktemp("leap") / "school", "leap")


@pytest.fixture(scope="module")
def site(school: Path) -> Path:
    """The sample in all its editions."""
    report = build(school, on=TODAY, jobs=1)
    assert [one for one in report.diagnostics if one.severity != "note"] == []
    return school / "site"


def rules(school: Path) -> Any:
    return raw(school / "transcripts/framework.yml")


def seen(school: Path, student: str, target: str, *, practice: bool = False) -> list[Any]:
    """Ratings of a target, oldest first, by those whose ratings count; practice only if asked for."""
    entries = raw(school / f"transcripts/{student}.yml")["ratings"]
    return sorted(
        (
            one
            for one in entries
            if one["target"] == target
            and one.get("rater", "teacher") in COUNTING
            and one["level"] in LEVELS
            and (practice or one.get("kind") != "formative")
        ),
        key=lambda one: one["date"],
    )


def days_at(entries: list[Any], place: int) -> list[Any]:
    """The days on which a level or a higher one was shown."""
    return [one["date"] for one in entries if LEVELS.index(one["level"]) >= place]


def level(school: Path, student: str, target: str) -> str | None:
    """The highest level that was shown twice."""
    entries = seen(school, student, target)
    twice = [place for place in range(len(LEVELS)) if len(days_at(entries, place)) >= 2]
    return LEVELS[twice[-1]] if twice else None


def mastered(school: Path, student: str) -> set[str]:
    found = ((one["id"], level(school, student, one["id"])) for one in rules(school)["targets"])
    return {name for name, at in found if at and LEVELS.index(at) >= MASTERED}


@pytest.mark.parametrize("student", STUDENTS)
def test_status_equals_a_recount_of_the_ledger(school: Path, student: str) -> None:
    framework, reached = rules(school), mastered(school, student)
    behind = {
        credit["id"]: {one["id"] for one in framework["targets"] if one["credit"] == credit["id"]}
        for credit in framework["credits"]
    }
    foundation = {(name, "foundation") for name, needed in behind.items() if needed <= reached}
    advanced = awards(school, student)
    found = told(school, student)

    levels = {
        one.target.id: one.level.id for one in standings(school, student).targets if one.level
    }
    assert levels == {
        one["id"]: at
        for one in framework["targets"]
        if (at := level(school, student, one["id"])) is not None
    }
    earned = {(one["id"], one["level"]) for one in found["credits"] if one["state"] == "earned"}
    assert earned == foundation | advanced
    assert {
        one["id"]: (one["foundation"]["earned"], one["foundation"]["of"])
        for one in found["domains"]
    } == {
        domain["id"]: (
            sum((one["id"], "foundation") in foundation for one in inside),
            len(inside),
        )
        for domain in framework["domains"]
        for inside in [[one for one in framework["credits"] if one["domain"] == domain["id"]]]
    }
    assert [(one["id"], one["earned"], one["of"]) for one in found["requirements"]] == [
        ("foundation-credits", len(foundation), 9),
        ("advanced-credits", len(advanced), 2),
    ]


@pytest.mark.parametrize("student", STUDENTS)
def test_the_data_binder_is_what_the_ledger_says(school: Path, student: str) -> None:
    taught = raw(school / f"transcripts/{student}.yml")["taught"]
    expected = {}
    for one in rules(school)["targets"]:
        name = one["id"]
        learned = days_at(seen(school, student, name, practice=True), MASTERED)
        shown = days_at(seen(school, student, name), MASTERED)
        expected[name] = (
            tuple(sorted(taught.get(name, ()))),
            learned[0] if learned else None,
            shown[1] if len(shown) > 1 else None,
        )

    found = standings(school, student).binder
    assert {one.target.id: (one.taught, one.learned, one.mastered) for one in found} == expected
    assert any(mastered for _, _, mastered in expected.values()) == (student == "noor-amari")


def test_the_four_components_and_six_parts_are_the_schools(school: Path) -> None:
    framework = rules(school)

    assert [one["id"] for one in framework["tags"]] == [
        *("connected", "focused", "demonstrated", "led"),
    ]
    assert all(one["about"] for one in (*framework["tags"], *framework["profile"]))
    assert len(framework["profile"]) == 6
    kept = [one["id"] for one in framework["profile"] if not one.get("shareable", True)]
    assert tuple(kept) == PRIVATE


def test_each_component_is_met_in_the_sample(school: Path) -> None:
    tags = {tag for _, page in published(school, "noor-amari", "artifacts") for tag in page["tags"]}
    assert {one["id"] for one in rules(school)["tags"]} <= tags


@pytest.mark.parametrize("student", STUDENTS)
def test_no_byte_of_a_private_part_is_outside_the_students_own_edition(
    school: Path, site: Path, student: str
) -> None:
    parts = raw(school / f"students/{student}/profile.yml")["parts"]
    texts = {name: one["text"] for name, one in parts.items() if name in PRIVATE}
    assert texts
    for name, text in texts.items():
        telling = max(re.findall(r"\w+", text), key=len).encode()
        inside = {path.relative_to(site).parts[0] for path in files(site) if telling in data(path)}
        assert inside == {"self"}, name
        title = {one["id"]: one["title"] for one in rules(school)["profile"]}[name].encode()
        profile = site / "family" / student / "profile/index.html"
        assert title not in profile.read_bytes()


def test_the_other_parts_are_where_their_writer_wants_them(school: Path, site: Path) -> None:
    parts = raw(school / "students/noor-amari/profile.yml")["parts"]
    for one in parts.values():
        words = one["text"].split(",")[0].splitlines()[-1].strip("* ").encode()
        for edition in ("committee", "family", "college"):
            page = (site / edition / "noor-amari/profile/index.html").read_bytes()
            assert (words in page.replace("’".encode(), b"'")) == (
                edition in one.get("audience", ())
            )


def test_conferences_are_for_those_who_sit_down_together(site: Path) -> None:
    def agenda(edition: str) -> Path:
        return site / edition / "noor-amari/conference/index.html"

    assert agenda("self").is_file() and agenda("family").is_file() and agenda("committee").is_file()
    assert not agenda("college").exists()
    assert [path for path in files(site / "college") if b"boatyard on Fridays" in data(path)] == []
    family = agenda("family").read_text("utf-8")
    assert "May 28, 2026" in family and "Noor makes something for the library" in family
    assert "Moved out of the two rooms" not in family
    assert "Moved out of the two rooms" in agenda("self").read_text("utf-8")
    assert not (site / "family/eli-brandvold/conference").exists()


def test_recognitions_say_what_they_took_and_adults_are_not_named_outside(site: Path) -> None:
    inside, outside = (
        (site / edition / "noor-amari/transcript/index.html").read_text("utf-8")
        for edition in ("family", "college")
    )

    for page in (inside, outside):
        assert "Sixteen hours of training" in page
        assert "Harbor Rescue Society" in page
    assert "Kit Wolfe" in inside
    assert "Kit Wolfe" not in outside


def test_a_rubric_says_who_wrote_it(school: Path, site: Path) -> None:
    (rubric,) = raw(school / "transcripts/rubrics.yml")["rubrics"]
    page = site / "committee/noor-amari/pitches/the-cart/index.html"

    assert rubric["made_with"] in page.read_text("utf-8")


def test_a_part_that_is_shared_against_the_rule_is_an_error_and_stays_in(tmp_path: Path) -> None:
    school = sample_school(tmp_path / "school", "leap")
    path = school / "students/noor-amari/profile.yml"
    written = path.read_text("utf-8").rstrip("\n") + "\n    audience: [family, college]\n"
    path.write_text(written, "utf-8")

    report = build(school, on=TODAY, jobs=1)

    assert [one.code for one in report.diagnostics if one.severity == "error"] == ["PG416"] * 2
    assert [p for p in files(school / "site") if b"migraines" in data(p)] == []


def test_a_part_that_the_school_takes_back_goes_at_the_next_build(tmp_path: Path) -> None:
    """Even though the student's own file now has an error, and keeps what was published."""
    school = sample_school(tmp_path / "school", "leap")
    build(school, on=TODAY, jobs=1)
    hopes = b"a workshop with a door on the street"
    site = school / "site"
    before = {p.relative_to(site).parts[0] for p in files(site) if hopes in data(p)}
    framework = school / "transcripts/framework.yml"
    text = framework.read_text("utf-8")
    about = "    about: What do you wish for, next year and in ten?\n"
    framework.write_text(text.replace(about, f"{about}    shareable: false\n"), "utf-8")

    report = build(school, on=TODAY, jobs=1)

    assert before == {"self", "family"}
    assert "PG416" in {one.code for one in report.diagnostics}
    assert {p.relative_to(site).parts[0] for p in files(site) if hopes in data(p)} <= {"self"}


def test_another_school_can_ask_for_other_parts(tmp_path: Path) -> None:
    start_school(tmp_path, "leap")
    (tmp_path / "transcripts/framework.yml").write_text(
        """\
extends: leap
id: ours
version: "1"
title: Ours
profile:
  - { id: hopes, drop: true }
  - { id: interests, shareable: false }
  - { id: languages, title: Languages }
tags:
  - { id: led, title: Self-directed }
""",
        "utf-8",
    )
    seen = survey(tmp_path, on=TODAY)

    assert seen.diagnostics == ()
    assert seen.school
    assert [one.id for one in seen.school.framework.profile] == [
        *("strengths", "interests", "how-i-learn", "living-situation", "health", "languages"),
    ]
    assert seen.school.keeps_private("interests")
    assert [one.title for one in seen.school.framework.tags][-1] == "Self-directed"


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def data(path: Path) -> bytes:
    return path.read_bytes()
