"""An imported framework in a school that has one: nothing is lost, and what is known keeps its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from case_packages import association, child, guid, item, saved, three_levels
from portfolio_gen.diagnostics import errors
from portfolio_gen.exchange import (
    CannotPlace,
    Choices,
    Imported,
    export_case,
    import_framework,
    place,
)
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School
from portfolio_gen.survey import survey
from school import FRAMEWORK, TODAY, minimal_school

OLD = f"""\
id: old
version: 2024
title: As it was
changed: 2024-08-01
phases: [{{id: 9, title: grade 9}}, {{id: 10, title: grade 10}}, {{id: 11, title: grade 11}}]
domains: [{{id: reading, title: Reading, identifier: {guid("words")}}}]
levels: [{{id: foundation, title: Foundation}}, {{id: advanced, title: Advanced}}]
credits:
  - {{id: argue, title: Argue, domain: reading, identifier: {guid("argue")}}}
  - {{id: story, title: Story, domain: reading, identifier: {guid("old story")}}}
  - {{id: joke, title: Joke, domain: reading, identifier: {guid("old joke")}}}
  - {{id: verse, title: Verse, domain: reading, identifier: {guid("old verse")}}}
scales:
  - id: readiness
    title: Readiness
    target: yes-it-is
    levels: [{{id: not-yet, title: Not yet}}, {{id: yes-it-is, title: Yes}}]
habits:
  scale: readiness
  strands: [{{id: curiosity, title: Curiosity}}]
"""


def school_in(folder: Path) -> School:
    found = survey(folder, on=TODAY).school
    assert found
    return found


@pytest.fixture
def school(tmp_path: Path) -> School:
    folder = minimal_school(tmp_path / "school")
    (folder / "transcripts/framework.yml").write_text(OLD)
    return school_in(folder)


def made_for(school: School | None, folder: Path, document: Any, **choices: Any) -> Imported:
    path = saved(folder, document)
    return import_framework(path, shown=path.name, choices=Choices(**choices), school=school)


def framework(made: Imported) -> Framework:
    assert made.framework, made.diagnostics
    return made.framework


def test_the_framework_that_was_there_is_kept_byte_for_byte(school: School, tmp_path: Path) -> None:
    made = made_for(school, tmp_path, three_levels(), version="2026")
    written = place(made, school.root, school)
    transcripts = school.root / "transcripts"
    assert written == (transcripts / "frameworks/2024.yml", transcripts / "framework.yml")
    assert (transcripts / "frameworks/2024.yml").read_bytes() == OLD.encode()
    assert (transcripts / "framework.yml").read_text() == made.text
    seen = school_in(school.root)
    assert (seen.framework.version, list(seen.frameworks)) == ("2026", ["2024"])
    assert seen.framework_for("ada-park").version == "2024"


def test_what_case_does_not_know_is_the_schools_as_before(school: School, tmp_path: Path) -> None:
    new, old = framework(made_for(school, tmp_path, three_levels())), school.framework
    assert (new.levels, new.scales, new.phases, new.habits) == (
        old.levels,
        old.scales,
        old.phases,
        old.habits,
    )
    assert {one.scale for one in new.targets} == {"readiness"}


def test_what_is_known_keeps_its_id(school: School, tmp_path: Path) -> None:
    new = framework(made_for(school, tmp_path, three_levels()))
    assert [one.id for one in new.domains] == ["reading", "numbers"]
    assert [one.id for one in new.credits] == ["argue", "tell-a-story", "count"]


def test_associations_with_the_old_framework_become_a_crosswalk(
    school: School, tmp_path: Path
) -> None:
    document = three_levels()
    document["CFAssociations"] += [
        association("replacedBy", "old story", "tell"),
        association("replacedBy", "old joke", "tell"),
        association("exactMatchOf", "count", "old verse"),
        association("replacedBy", "nobody's", "tell"),
    ]
    made = made_for(school, tmp_path, document)
    (crosswalk,) = framework(made).crosswalks
    assert crosswalk.version == "2024"
    assert [(one.old, one.new, one.needs) for one in crosswalk.crossings] == [
        (("story", "joke"), ("tell-a-story",), "all"),
        (("verse",), ("count",), "all"),
    ]
    assert "`replacedBy` with items of other frameworks (1 in all" in "".join(
        one.message for one in made.diagnostics
    )
    place(made, school.root, school)
    found = survey(school.root, on=TODAY).diagnostics
    assert [one.code for one in errors(found) if one.code in {"PG225", "PG226"}] == []


def test_a_credit_that_became_a_target_is_in_the_crosswalk(school: School, tmp_path: Path) -> None:
    document = three_levels()
    document["CFItems"].append(item("old story", "Tell what happened"))
    document["CFAssociations"].append(child("old story", "argue"))
    (crosswalk,) = framework(made_for(school, tmp_path, document)).crosswalks
    assert [(one.old, one.new) for one in crosswalk.crossings] == [
        (("story",), ("tell-what-happened",))
    ]


def test_an_export_with_a_crosswalk_brings_it_along(school: School, tmp_path: Path) -> None:
    """Another copy of the school learns from the package alone what became of the old framework."""
    document = three_levels()
    document["CFAssociations"].append(association("replacedBy", "old story", "tell"))
    place(made_for(school, tmp_path, document, version="2026"), school.root, school)
    exported = json.loads(export_case(school_in(school.root)).text)

    copy = minimal_school(tmp_path / "copy")
    (copy / "transcripts/framework.yml").write_text(OLD)
    (crosswalk,) = framework(made_for(school_in(copy), tmp_path, exported)).crosswalks
    assert [(one.old, one.new) for one in crosswalk.crossings] == [(("story",), ("tell-a-story",))]


def test_a_version_is_never_used_twice(school: School, tmp_path: Path) -> None:
    document = three_levels()
    document["CFDocument"]["version"] = "2024"
    assert framework(made_for(school, tmp_path, document)).version == "2024-2"
    with pytest.raises(CannotPlace, match="--version"):
        place(made_for(school, tmp_path, document, version="2024"), school.root, school)
    assert (school.root / "transcripts/framework.yml").read_text() == OLD
    assert not (school.root / "transcripts/frameworks").exists()


def test_a_school_without_a_framework_gets_one(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path / "school")
    (folder / "transcripts/framework.yml").unlink()
    made = made_for(None, tmp_path, three_levels())
    assert place(made, folder, None) == (folder / "transcripts/framework.yml",)


def test_the_grid_of_the_old_framework_is_known_by_what_an_export_calls_it(tmp_path: Path) -> None:
    """A package that went out, was changed elsewhere and came back is understood."""
    folder = minimal_school(tmp_path / "school")
    assert "grid:" in FRAMEWORK
    school = school_in(folder)
    document = json.loads(export_case(school).text)
    for one in document["CFItems"]:
        del one["extensions"]
        one["fullStatement"] = f"Changed {one['fullStatement']}"
    made = framework(made_for(school, tmp_path, document))
    assert {one.id for one in made.credits} >= {one.id for one in school.framework.all_credits()}
