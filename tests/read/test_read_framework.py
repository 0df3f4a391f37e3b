"""Frameworks that extend a preset, and the versions that a school has kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.model.school import School
from portfolio_gen.read.graft import graft
from portfolio_gen.read.school import read_school
from portfolio_gen.read.tree import Tree, plain
from portfolio_gen.read.whereabouts import marks_of
from portfolio_gen.read.yaml import grow
from school import FRAMEWORK, LEDGER, minimal_school, write


def tree(text: str, path: str = "here.yml") -> Tree:
    grown, found = grow(text, path)
    assert grown, found
    return grown


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("a: 2", "a: 1\nb: 1", {"a": "2", "b": "1"}),
        ("a:", "a: 1", {"a": None}),
        ("a: {x: 1}", "a: {y: 2}", {"a": {"y": "2", "x": "1"}}),
        ("a: [1]", "a: [2, 3]", {"a": ["1"]}),
        (
            "a: [{id: y, t: 2}, {id: z}]",
            "a: [{id: x}, {id: y, t: 1, u: 1}]",
            {"a": [{"id": "x"}, {"id": "y", "t": "2", "u": "1"}, {"id": "z"}]},
        ),
        ("a: [{id: x, drop: true}]", "a: [{id: x}, {id: y}]", {"a": [{"id": "y"}]}),
        (
            "a: [{id: z, drop: true}]",
            "a: [{id: x}]",
            {"a": [{"id": "x"}, {"id": "z", "drop": "true"}]},
        ),
        ("a: [{id: x}, {id: x}]", "a: [{id: x}]", {"a": [{"id": "x"}, {"id": "x"}]}),
        ("a: [{id: x}, {t: 1}]", "a: [{id: y}]", {"a": [{"id": "x"}, {"t": "1"}]}),
    ],
)
def test_what_has_the_same_id_is_merged(above: str, below: str, expected: object) -> None:
    assert plain(graft(tree(above), tree(below)).root) == expected


def test_each_value_stands_where_it_was_written() -> None:
    grafted = graft(
        tree("b:\n  - {id: y, t: 2}", "above.yml"),
        tree("a: 1\nb:\n  - {id: x}\n  - {id: y, t: 1, u: 3}\n", "below.yml"),
    )
    marks = marks_of(grafted)

    assert str(marks.at("a")) == "below.yml:1:4"
    assert str(marks.at("b", 0, "id")) == "below.yml:3:10"
    assert str(marks.at("b", 1, "t")) == "above.yml:2:16"
    assert str(marks.at("b", 1, "u")) == "below.yml:4:22"
    assert str(marks.name("b", 1, "u")) == "below.yml:4:19"


EXTENDING = """\
extends: tilton
version: 2026
title: Our own
habits:
domains:
  - {id: wellness, title: Well-being}
  - {id: intensives, drop: true}
  - {id: garden, title: Garden}
requirements:
  - {id: foundation-credits, title: All of them}
"""


def read(folder: Path) -> School:
    school, found = read_school(folder)
    assert school, found
    assert [one for one in found if not one.about] == []
    return school


def test_a_framework_may_change_parts_of_a_preset(tmp_path: Path) -> None:
    folder = write(minimal_school(tmp_path), {"transcripts/framework.yml": EXTENDING})
    framework = read(folder).framework

    assert (framework.version, framework.title, framework.habits) == ("2026", "Our own", None)
    assert {one.id: one.title for one in framework.domains}.items() >= {
        "wellness": "Well-being",
        "garden": "Garden",
    }.items()
    assert "intensives" not in {one.id for one in framework.domains}
    assert len(framework.all_credits()) == 30
    assert [one.title for one in framework.requirements] == ["All of them"]
    assert framework.requirements[0].due == "11"
    assert framework.marks.at("domains", 0, "id").path == "presets/tilton/transcripts/framework.yml"
    assert framework.marks.at("title").path == "transcripts/framework.yml"


def test_a_fault_in_what_is_laid_over_stands_where_it_was_written(tmp_path: Path) -> None:
    text = EXTENDING.replace("title: Garden", "titel: Garden")
    school, found = read_school(
        write(minimal_school(tmp_path), {"transcripts/framework.yml": text})
    )

    assert school is None
    assert {str(one.span) for one in found} == {
        "transcripts/framework.yml:8:18",
        "transcripts/framework.yml:8:5",
    }


@pytest.mark.parametrize(
    ("text", "place", "code", "hint"),
    [
        (
            EXTENDING.replace("id: intensives, drop", "id: intensive, drop"),
            "7:10",
            "PG146",
            "did you mean `intensives`?",
        ),
        (EXTENDING.replace("tilton", "tiltn"), "1:10", "PG144", "did you mean `tilton`?"),
    ],
)
def test_what_is_wrong_with_extending_is_said_alone(
    tmp_path: Path, text: str, place: str, code: str, hint: str
) -> None:
    folder = write(minimal_school(tmp_path), {"transcripts/framework.yml": text})
    school, found = read_school(folder)

    assert school is None
    assert [(str(one.span), one.code, one.hint) for one in found] == [
        (f"transcripts/framework.yml:{place}", code, hint)
    ]


def test_a_student_stays_in_the_version_they_entered_under(tmp_path: Path) -> None:
    folder = write(
        minimal_school(tmp_path),
        {
            "transcripts/frameworks/2024.yml": FRAMEWORK,
            "transcripts/framework.yml": FRAMEWORK.replace("version: 2024", "version: 2026"),
        },
    )
    school = read(folder)

    assert school.framework.version == "2026"
    assert school.framework_for("ada-park").version == "2024"
    assert school.framework_for("nobody").version == "2026"
    assert school.under("ada-park").framework.marks.path == "transcripts/frameworks/2024.yml"
    assert [one.version for one in school.all_frameworks()] == ["2026", "2024"]


EXTENDING_VERSIONS = """\
extends: sas
id: our-outcomes
version: 2026
title: Our outcomes
"""


def test_the_earlier_versions_of_a_preset_come_along(tmp_path: Path) -> None:
    folder = write(minimal_school(tmp_path), {"transcripts/framework.yml": EXTENDING_VERSIONS})
    school = read(folder)

    assert list(school.frameworks) == ["seventy"]
    assert school.framework.crosswalk_from("seventy")
    marks = school.frameworks["seventy"].marks
    assert marks.path == "presets/sas/transcripts/frameworks/seventy.yml"


def test_a_version_that_the_school_keeps_itself_takes_the_place_of_the_presets(
    tmp_path: Path,
) -> None:
    kept = FRAMEWORK.replace("version: 2024", "version: seventy")
    folder = write(
        minimal_school(tmp_path),
        {
            "transcripts/framework.yml": EXTENDING_VERSIONS,
            "transcripts/frameworks/seventy.yml": kept,
        },
    )

    assert read(folder).frameworks["seventy"].marks.path == "transcripts/frameworks/seventy.yml"


def test_versions_are_not_ledgers(tmp_path: Path) -> None:
    folder = write(
        minimal_school(tmp_path),
        {
            "transcripts/frameworks/2023.yml": "version: 2023\n",
            "transcripts/frameworks/notes.txt": "",
        },
    )
    school, found = read_school(folder)

    assert school
    assert dict(school.frameworks) == {}
    assert {(one.span.path, one.code, one.about) for one in found} == {
        ("transcripts/frameworks/2023.yml", "PG121", ""),
        ("transcripts/frameworks/notes.txt", "PG143", ""),
    }


LEDGER_WITH_RATINGS = f"""\
{LEDGER}ratings:
  - target: fractions
    level: 2.5
    date: 2026-04-02
    kind: formative
    rater: peer
    rework: {{ plan: Once more with pizza, steps: [talk], until: 2026-05-01 }}
observations:
  - {{ term: 2026 spring, date: 2026-03-02, by: e-obi, levels: {{ curiosity: meeting }} }}
courses:
  - {{ title: Baking, term: 2026 spring }}
taught:
  fractions: [2026-03-01, 2026-03-08]
"""


def test_a_ledger_holds_ratings_observations_courses_and_days_of_teaching(tmp_path: Path) -> None:
    folder = write(minimal_school(tmp_path), {"transcripts/ada-park.yml": LEDGER_WITH_RATINGS})
    ledger = read(folder).ledgers["ada-park"]

    (rating,) = ledger.ratings
    assert (rating.level, rating.rater, rating.kind) == ("2.5", "peer", "formative")
    assert rating.rework and rating.rework.steps == ("talk",)
    assert ledger.observations[0].levels == {"curiosity": "meeting"}
    assert ledger.courses[0].title == "Baking"
    assert [str(one) for one in ledger.taught["fractions"]] == ["2026-03-01", "2026-03-08"]
