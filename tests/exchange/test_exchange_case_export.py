"""A school's framework as a CASE package, and back again."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from case_packages import guid
from portfolio_gen.exchange import Choices, Exported, export_case, import_framework
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School
from portfolio_gen.start import presets, start_school
from portfolio_gen.survey import survey
from sample import TODAY
from school import minimal_school, write

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""What CASE 1.1 takes as an identifier."""


def school_in(folder: Path) -> School:
    found = survey(folder, on=TODAY).school
    assert found
    return found


def package(exported: Exported) -> Any:
    return json.loads(exported.text)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return school_in(minimal_school(tmp_path / "school"))


@pytest.fixture(params=presets())
def preset(request: pytest.FixtureRequest, tmp_path: Path) -> School:
    start_school(tmp_path / "preset", request.param)
    return school_in(tmp_path / "preset")


def again(folder: Path, exported: Exported) -> Framework:
    """The framework that an export gives when it is imported."""
    path = folder / "package.json"
    path.write_text(exported.text, encoding="utf-8")
    made = import_framework(path, shown=path.name, choices=Choices())
    assert made.framework, made.diagnostics
    folder = folder / "again"
    minimal_school(folder)
    write(
        folder,
        {
            "transcripts/framework.yml": made.text,
            "transcripts/rubrics.yml": made.rubrics or "rubrics: []",
        },
    )
    # What is read from the file is what counts.
    read = school_in(folder).framework
    assert replace(read, marks=made.framework.marks) == made.framework
    return read


def parts(package: Any) -> dict[str, dict[str, Any]]:
    return {one["identifier"]: one for one in package["CFItems"]}


def test_a_round_trip_keeps_ids_titles_tree_and_identifiers(preset: School, tmp_path: Path) -> None:
    exported = export_case(preset)
    before, after = preset.framework, again(tmp_path, exported)

    assert (after.id, after.title, after.version) == (
        before.id,
        before.title,
        before.version.lower(),
    )
    assert [(one.id, one.title, one.about) for one in after.domains] == [
        (one.id, one.title, plain(one.about)) for one in before.domains
    ]
    assert [(one.id, one.title) for one in after.competencies] == [
        (one.id, one.title) for one in before.competencies
    ]
    assert by_id(
        (one.id, one.title, one.domain, one.competency, one.levels) for one in after.credits
    ) == by_id(
        (one.id, one.title, one.domain, one.competency, one.levels) for one in before.all_credits()
    )
    assert by_id((one.id, one.title, one.credit, one.part_of) for one in after.targets) == by_id(
        (one.id, one.title, one.credit, one.part_of) for one in before.targets
    )
    assert [(one.id, one.title) for one in after.levels] == [
        (one.id, one.title) for one in before.levels
    ]
    for target in before.targets:
        mine = next(one for one in after.targets if one.id == target.id)
        old, new = before.progression(target), after.progression(mine)
        assert old
        assert new
        assert list(new.places) == list(old.places)
        assert new.aim == old.aim
        assert [one.id for one in mine.dimensions] == [one.id for one in target.dimensions]
        assert [one.title for one in mine.dimensions] == [one.title for one in target.dimensions]
    known = parts(package(exported))
    for one in (*after.domains, *after.competencies, *after.credits, *after.targets):
        assert known[str(one.identifier)]["extensions"]["portfolio-gen"]["id"] == one.id


def by_id(entries: Any) -> list[Any]:
    return sorted(entries, key=lambda one: one[0])


def plain(text: str | None) -> str | None:
    return text


def test_a_second_export_has_the_same_identifiers(preset: School, tmp_path: Path) -> None:
    """What came back is, to other programs, what went out."""
    first = export_case(preset)
    framework = again(tmp_path, first)
    second = package(export_case(replace(preset, framework=framework)))
    old = {
        one["identifier"]: one["fullStatement"].partition("\n")[0]
        for one in package(first)["CFItems"]
    }
    new = {one["identifier"]: one["fullStatement"].partition("\n")[0] for one in second["CFItems"]}
    # The heading of habits is one of a kind and keeps the GUID that its kind gives it.
    assert old == new
    assert second["CFDocument"]["identifier"] == package(first)["CFDocument"]["identifier"]


def test_the_same_school_gives_the_same_bytes(preset: School) -> None:
    assert export_case(preset).text == export_case(preset).text


def test_every_reference_leads_somewhere_and_every_identifier_is_a_guid(preset: School) -> None:
    found = package(export_case(preset))
    document, items = found["CFDocument"]["identifier"], parts(found)
    assert len(items) == len(found["CFItems"])
    tree = [one for one in found["CFAssociations"] if one["associationType"] == "isChildOf"]
    assert sorted(one["originNodeURI"]["identifier"] for one in tree) == sorted(items)
    for one in found["CFAssociations"]:
        # What was replaced is in an earlier version.
        earlier = one["associationType"] == "replacedBy"
        assert one["originNodeURI"]["identifier"] in items or earlier
        assert one["destinationNodeURI"]["identifier"] in {document, *items}
    for rubric in found["CFRubrics"]:
        for criterion in rubric["CFRubricCriteria"]:
            assert criterion.get("CFItemURI", {}).get("identifier", document) in {document, *items}
    everything = [
        one["identifier"]
        for key in ("CFItems", "CFAssociations", "CFRubrics")
        for one in found[key]
    ]
    assert len(set(everything)) == len(everything)
    assert all(UUID.fullmatch(one) for one in everything)


def test_what_the_file_says_of_the_little_school(school: School) -> None:
    found = package(export_case(school))
    assert found["CFDocument"]["title"] == "Two skills in two areas"
    assert found["CFDocument"]["creator"] == "Little School"
    assert found["CFDocument"]["caseVersion"] == "1.1"
    titles = {one["identifier"]: one["fullStatement"] for one in found["CFItems"]}
    said = {
        (
            one["associationType"],
            titles[one["originNodeURI"]["identifier"]],
            titles.get(one["destinationNodeURI"]["identifier"]),
        )
        for one in found["CFAssociations"]
    }
    credit = "Communication in academics"
    assert {
        ("isChildOf", "Academics", None),
        ("isChildOf", credit, "Academics"),
        ("isRelatedTo", credit, "Communication"),
        ("hasSkillLevel", credit, "Foundation"),
        ("hasSkillLevel", credit, "Advanced"),
        ("isChildOf", "Curiosity", "Habits of work"),
    } <= said
    (rubric,) = found["CFRubrics"]
    levels = rubric["CFRubricCriteria"][0]["CFRubricCriterionLevels"]
    assert [(one["quality"], one.get("description")) for one in levels] == [
        ("Emerging", None),
        ("Meeting", "I can point to the place in my work that shows it."),
        ("Exceeding", None),
    ]


def test_identifiers_in_the_framework_are_used(school: School) -> None:
    domains = (
        replace(school.framework.domains[0], identifier=guid("a").upper()),
        replace(school.framework.domains[1], identifier=f"https://x.example/CFItems/{guid('b')}"),
    )
    competencies = (
        replace(school.framework.competencies[0], identifier="https://x.example/skills/1"),
        replace(school.framework.competencies[1], identifier=guid("a")),
    )
    changed = replace(
        school.framework, domains=domains, competencies=competencies, identifier=guid("f")
    )
    found = package(export_case(replace(school, framework=changed)))
    assert found["CFDocument"]["identifier"] == guid("f")
    first, second, third, fourth = (one["identifier"] for one in found["CFItems"][:4])
    assert (first, second) == (guid("a"), guid("b"))
    assert UUID.fullmatch(third), "an identifier that is no GUID becomes one"
    assert fourth != guid("a"), "a GUID is used once"


def test_guids_depend_on_nothing_but_school_framework_and_id(school: School) -> None:
    ids = [one["identifier"] for one in package(export_case(school, Day(2026, 1, 1)))["CFItems"]]
    again = package(
        export_case(
            replace(school, framework=replace(school.framework, version="9")), Day(2027, 1, 1)
        )
    )
    assert [one["identifier"] for one in again["CFItems"]] == ids
    settings = replace(school.settings, url="https://another.example/")
    other = package(export_case(replace(school, settings=settings)))
    assert not set(ids) & {one["identifier"] for one in other["CFItems"]}


def moments(exported: Exported) -> set[str]:
    return set(re.findall(r'"lastChangeDateTime": "([^"]+)"', exported.text))


def test_the_day_is_told_and_never_the_clocks(school: School) -> None:
    framework = replace(school.framework, changed=Day(2026, 8, 1))
    assert moments(export_case(school)) == {"2024-01-01T00:00:00Z"}, "its version is a year"
    assert moments(export_case(replace(school, framework=framework))) == {"2026-08-01T00:00:00Z"}
    assert moments(export_case(replace(school, framework=framework), Day(2026, 9, 2))) == {
        "2026-09-02T00:00:00Z"
    }
    undated = export_case(replace(school, framework=replace(school.framework, version="second")))
    assert moments(undated) == {"1970-01-01T00:00:00Z"}
    assert "PG613" in [one.code for one in undated.diagnostics]


def test_what_has_no_place_is_said(school: School) -> None:
    found = export_case(school).diagnostics
    assert [(str(one.span), one.code) for one in found] == [
        ("transcripts/framework.yml:43:3", "PG612")
    ]


def test_a_framework_that_refers_to_nothing_is_exported_all_the_same(school: School) -> None:
    broken = replace(
        school.framework,
        grid=None,
        credits=(replace(school.framework.all_credits()[0], domain="nowhere", competency="none"),),
    )
    found = package(export_case(replace(school, framework=broken)))
    credit = next(one for one in found["CFItems"] if one["CFItemType"] == "credit")
    above = next(
        one
        for one in found["CFAssociations"]
        if one["originNodeURI"]["identifier"] == credit["identifier"]
    )
    assert above["destinationNodeURI"]["identifier"] == found["CFDocument"]["identifier"]
