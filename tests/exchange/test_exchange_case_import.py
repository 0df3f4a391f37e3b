"""CASE packages as frameworks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from case_packages import (
    DOCUMENT,
    association,
    child,
    codes,
    guid,
    imported,
    item,
    package,
    problems,
    three_levels,
)
from portfolio_gen.exchange import Imported
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework


def framework(made: Imported) -> Framework:
    assert made.framework, made.diagnostics
    return made.framework


def messages(made: Imported, code: str) -> str:
    return "\n".join(f"{one.span} {one.message}" for one in made.diagnostics if one.code == code)


def test_levels_of_the_tree_become_domains_credits_and_targets(tmp_path: Path) -> None:
    made = imported(tmp_path, three_levels())
    found = framework(made)

    assert [(one.id, one.title) for one in found.domains] == [
        ("reading-and-writing", "Reading and writing"),
        ("numbers", "Numbers"),
    ]
    assert [(one.id, one.domain) for one in found.credits] == [
        ("argue-from-evidence", "reading-and-writing"),
        ("tell-a-story", "reading-and-writing"),
        ("count", "numbers"),
    ]
    assert [(one.title, one.credit, one.code) for one in found.targets] == [
        ("I can make a claim.", "argue-from-evidence", "RW.1.a"),
        ("I can weigh a source.", "argue-from-evidence", "RW.1.b"),
    ]
    assert made.diagnostics == ()
    assert made.counts == {"domain": 2, "credit": 3, "target": 2}


def test_every_identifier_survives(tmp_path: Path) -> None:
    found = framework(imported(tmp_path, three_levels()))
    parts = (*found.domains, *found.credits, *found.targets)
    names = ("words", "numbers", "argue", "tell", "count", "claim", "weigh")
    assert {one.identifier for one in parts} == {guid(name) for name in names}
    assert (found.identifier, found.changed) == (guid(DOCUMENT), Day(2024, 8, 15))


def test_the_file_passes_the_check_and_says_what_the_school_decides(tmp_path: Path) -> None:
    made = imported(tmp_path, three_levels())
    assert problems(tmp_path, made) == []
    for key in ("levels", "scales", "requirements"):
        before, _, _ = made.text.partition(f"\n{key}:")
        assert "# The school decides:" in before.rpartition("\n\n")[2]
    assert "# Made by: Made-up County" in made.text


def test_a_plain_list_is_credits_in_one_domain(tmp_path: Path) -> None:
    found = framework(imported(tmp_path, package([item("a", "Argue"), item("b", "Tell")])))
    assert [(one.id, one.domain) for one in found.credits] == [
        ("argue", "made-up-standards"),
        ("tell", "made-up-standards"),
    ]
    assert [one.title for one in found.domains] == ["Made-up standards"]


def test_two_levels_are_domains_and_credits(tmp_path: Path) -> None:
    document = package(
        [item("a", "Reading"), item("b", "Argue"), item("c", "Alone")],
        [child("a", DOCUMENT), child("b", "a"), child("c", DOCUMENT)],
    )
    found = framework(imported(tmp_path, document))
    assert [one.id for one in found.domains] == ["reading"]
    # What has nothing under it is no domain.
    assert [(one.id, one.domain) for one in found.credits] == [
        ("argue", "reading"),
        ("alone", None),
    ]


def deep() -> Any:
    names = ["grade", "claim", "group", "cluster", "standard", "part"]
    items = [item(name, name.capitalize(), CFItemType=f"Type {name}") for name in names]
    links = [child(name, above) for above, name in zip([DOCUMENT, *names], names, strict=False)]
    return package(items, links)


def test_what_stands_deeper_is_part_of_a_wider_target(tmp_path: Path) -> None:
    made = imported(tmp_path, deep())
    assert [(one.id, one.part_of, one.credit) for one in framework(made).targets] == [
        ("group", None, "claim"),
        ("cluster", "group", "claim"),
        ("standard", "cluster", "claim"),
        ("part", "standard", "claim"),
    ]
    assert problems(tmp_path, made) == []


def test_who_knows_better_says_what_each_level_is(tmp_path: Path) -> None:
    levels = ("group", "domain", "group", "credit", "target")
    made = imported(tmp_path, deep(), levels=levels)
    found = framework(made)
    assert [one.id for one in found.domains] == ["claim"]
    assert [(one.id, one.domain) for one in found.credits] == [("cluster", "claim")]
    assert [(one.id, one.part_of) for one in found.targets] == [
        ("standard", None),
        ("part", "standard"),
    ]
    # Groups are not lost: they are remarks, with their identifiers.
    assert f"# Type grade: Grade ({guid('grade')})" in made.text
    assert guid("group") in made.text
    assert "groups, which are remarks in the file" in messages(made, "PG610")
    assert problems(tmp_path, made) == []


def test_who_knows_better_says_what_each_type_is(tmp_path: Path) -> None:
    types = {
        "type claim": "domain",
        "Type cluster": "credit",
        "Type grade": "group",
        "Type group": "group",
    }
    found = framework(imported(tmp_path, deep(), types=types))
    assert [one.id for one in found.domains] == ["claim"]
    assert [one.id for one in found.credits] == ["cluster"]


def test_competencies_are_found_by_what_is_related(tmp_path: Path) -> None:
    document = three_levels()
    document["CFItems"].append(item("skill", "Critical thinking", CFItemType="Skill"))
    document["CFAssociations"] += [
        child("skill", DOCUMENT),
        association("isRelatedTo", "tell", "skill"),
    ]
    made = imported(tmp_path, document, types={"Skill": "competency"})
    found = framework(made)
    assert [one.id for one in found.competencies] == ["critical-thinking"]
    assert [one.competency for one in found.credits] == [None, "critical-thinking", None]
    assert codes(made) == [], "the association has a place and is not counted as left out"


def test_brothers_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    document = package(
        [
            item("a", "Alpha", humanCodingScheme="10"),
            item("b", "Beta", humanCodingScheme="9"),
            item("c", "Gamma", listEnumeration="2"),
            item("d", "Delta", listEnumeration="1"),
            item("e", "Epsilon"),
        ],
        [child(name, DOCUMENT) for name in "abcd"] + [child("e", DOCUMENT, 1)],
    )
    found = framework(imported(tmp_path, document))
    assert [one.title for one in found.credits] == ["Epsilon", "Delta", "Gamma", "Beta", "Alpha"]


def test_grades_become_phases(tmp_path: Path) -> None:
    document = three_levels()
    document["CFItems"][5]["educationLevel"] = ["09"]
    document["CFItems"][6]["educationLevel"] = ["09", "10"]
    made = imported(tmp_path, document)
    found = framework(made)
    assert [(one.id, one.title) for one in found.phases] == [("9", "grade 9")]
    assert [one.phase for one in found.targets] == ["9", None]
    assert "several grades for one item (1 in all" in messages(made, "PG610")


@pytest.mark.parametrize(
    ("fields", "title", "about"),
    [
        ({"fullStatement": "Argue"}, "Argue", None),
        (
            {"fullStatement": "Say why", "abbreviatedStatement": "Reasons matter"},
            "Reasons matter",
            "Say why",
        ),
        ({"fullStatement": "3", "CFItemType": "Grade"}, "Grade 3", None),
        ({"fullStatement": "Argue", "notes": "From 2019."}, "Argue", "From 2019."),
        ({"fullStatement": "<p>Argue</p>"}, "Argue", None),
        (
            {"fullStatement": "Argue\nI can do it.", "abbreviatedStatement": "Argue"},
            "Argue",
            "I can do it.",
        ),
    ],
)
def test_title_and_text(
    tmp_path: Path, fields: dict[str, str], title: str, about: str | None
) -> None:
    found = framework(imported(tmp_path, package([item("a", "", **fields)])))
    assert (found.credits[0].title, found.credits[0].about) == (title, about)


def test_a_short_label_that_several_have_stands_before_the_statement(tmp_path: Path) -> None:
    document = package(
        [
            item(name, text, abbreviatedStatement="Target A")
            for name, text in (("a", "Argue"), ("b", "Tell"))
        ]
    )
    assert [one.title for one in framework(imported(tmp_path, document)).credits] == [
        "Target A: Argue",
        "Target A: Tell",
    ]


def test_a_long_statement_is_cut_in_the_title_and_whole_below(tmp_path: Path) -> None:
    statement = "Explain " + "very " * 40 + "carefully."
    credit = framework(imported(tmp_path, package([item("a", statement)]))).credits[0]
    assert credit.title.endswith("very…")
    assert len(credit.title) <= 120
    assert credit.about == statement
    assert len(credit.id) <= 40


def test_ids_are_unique_readable_and_fall_back_on_codes(tmp_path: Path) -> None:
    document = package(
        [
            item("a", "Modeling", humanCodingScheme="G3.4"),
            item("b", "MODELING", humanCodingScheme="G4.4"),
            item("c", "modeling"),
            item("d", "情報"),
            item("e", "倫理", humanCodingScheme="ET"),
            item("f", "index"),
        ]
    )
    ids = [one.id for one in framework(imported(tmp_path, document)).credits]
    assert ids == ["et", "g3-4", "g4-4", "modeling", "credit-2", "credit-3"]


def test_an_item_that_says_nothing_is_left_out_with_its_place(tmp_path: Path) -> None:
    document = package([{"identifier": guid("a")}, item("b", "Tell"), "Argue", None])
    made = imported(tmp_path, document)
    assert len(framework(made).credits) == 1
    assert codes(made) == ["PG604"] * 3
    assert "/CFItems/0" in made.diagnostics[0].message
    assert made.diagnostics[0].span.line == 10


def test_an_item_without_an_identifier_is_kept(tmp_path: Path) -> None:
    document = package(
        [{"fullStatement": "Argue"}, {"fullStatement": "Tell", "uri": f"urn:uuid:{guid('b')}"}]
    )
    made = imported(tmp_path, document)
    assert [one.identifier for one in framework(made).credits] == [None, guid("b")]
    assert codes(made) == ["PG604"]


def test_the_same_identifier_twice(tmp_path: Path) -> None:
    document = package([item("a", "Argue"), item("a", "Argue"), item("a", "Tell")])
    made = imported(tmp_path, document)
    assert [(one.title, one.identifier) for one in framework(made).credits] == [
        ("Argue", guid("a")),
        ("Tell", None),
    ]
    assert codes(made) == ["PG605", "PG605"]


def test_a_circle_is_cut(tmp_path: Path) -> None:
    document = package(
        [item("a", "Argue"), item("b", "Tell"), item("c", "Self")],
        [child("a", "b"), child("b", "a"), child("c", "c")],
    )
    made = imported(tmp_path, document)
    assert codes(made) == ["PG606", "PG606"]
    assert problems(tmp_path, made) == []


def test_several_parents_and_none(tmp_path: Path) -> None:
    document = three_levels()
    document["CFItems"].append(item("lost", "Lost"))
    document["CFAssociations"] += [child("claim", "tell"), child("lost", "nowhere")]
    made = imported(tmp_path, document)
    assert "“RW.1.a” stands under 2 others" in messages(made, "PG607")
    assert "“Lost” stands under something that is not in this package" in messages(made, "PG608")
    assert framework(made).targets[0].credit == "argue-from-evidence"
    assert (framework(made).targets[-1].title, framework(made).targets[-1].credit) == ("Lost", None)


def test_ends_are_known_by_their_address_too(tmp_path: Path) -> None:
    document = package([item("a", "Reading"), item("b", "Argue")])
    above, below = (one["uri"] for one in document["CFItems"])
    document["CFAssociations"] = [
        {
            "associationType": "isChildOf",
            "originNodeURI": below,
            "destinationNodeURI": {"uri": above},
        }
    ]
    found = framework(imported(tmp_path, document))
    assert [(one.id, one.domain) for one in found.credits] == [("argue", "reading")]


def test_what_is_not_taken_over_is_counted_by_kind(tmp_path: Path) -> None:
    document = three_levels()
    document["CFItems"][0] |= {
        "conceptKeywords": ["x"],
        "licenseURI": {"title": "CC BY"},
        "x-own": 1,
    }
    document["CFAssociations"] += [
        association("precedes", "claim", "weigh"),
        association("isRelatedTo", "claim", "weigh"),
        association("exactMatchOf", "claim", "elsewhere"),
        association("exactMatchOf", "weigh", "elsewhere"),
        association("invented", "weigh", "claim"),
        association("ext:own", "weigh", "claim"),
        {"associationType": "isChildOf"},
    ]
    document["CFDefinitions"] = {"CFConcepts": [{}, {}], "CFLicenses": [{"title": "CC BY"}]}
    made = imported(tmp_path, document)
    told = messages(made, "PG610")
    for words in (
        "`conceptKeywords` of items (1 in all",
        "`licenseURI` of items (1 in all",
        "keys of items that CASE does not have (1 in all",
        "`precedes` between items (1 in all",
        "`isRelatedTo` between items (1 in all",
        "`exactMatchOf` with items of other frameworks (2 in all",
        "`a type that CASE does not have` between items (1 in all",
        "`ext:own` between items (1 in all",
        "concepts (`CFConcepts`) (2 in all",
    ):
        assert words in told
    assert codes(made).count("PG604") == 1
    assert "# License: CC BY" in made.text


def test_case_1_0_with_its_empty_values_is_read(tmp_path: Path) -> None:
    document = three_levels()
    document["CFDefinitions"], document["CFRubrics"] = [], None
    document["CFDocument"] |= {"subject": "Mathematics", "version": None, "language": ""}
    for one in document["CFItems"]:
        one |= {
            "abbreviatedStatement": None,
            "educationLevel": None,
            "notes": "",
            "conceptKeywords": [],
        }
    assert codes(imported(tmp_path, document)) == []


def test_a_package_may_stand_in_a_group_of_its_name(tmp_path: Path) -> None:
    made = imported(tmp_path, {"CFPackage": three_levels()})
    assert len(framework(made).credits) == 3


def rubric(**more: Any) -> dict[str, Any]:
    def criterion(name: str, *levels: tuple[str, float | None]) -> dict[str, Any]:
        return {
            "category": f"About {name}",
            "CFItemURI": {"identifier": guid(name)},
            "CFRubricCriterionLevels": [
                {"quality": quality, "score": score, "description": f"{quality} in {name}"}
                for quality, score in levels
            ],
        }

    criteria = [criterion("claim", ("Good", 2), ("Weak", 1)), criterion("weigh", ("Yes", None))]
    return {"identifier": guid("rubric"), "title": "Arguing", "CFRubricCriteria": criteria, **more}


def test_levels_about_targets_become_progressions_lowest_first(tmp_path: Path) -> None:
    made = imported(tmp_path, three_levels() | {"CFRubrics": [rubric()]})
    first, second = framework(made).targets
    assert [(one.id, one.value, one.about) for one in first.levels] == [
        ("weak", 1.0, "Weak in claim"),
        ("good", 2.0, "Good in claim"),
    ]
    assert (first.target, first.scale) == ("good", None)
    assert [one.id for one in second.levels] == ["yes"]
    assert problems(tmp_path, made) == []


def test_the_same_levels_for_several_targets_become_a_scale(tmp_path: Path) -> None:
    one = rubric()
    for criterion in one["CFRubricCriteria"]:
        criterion["CFRubricCriterionLevels"] = [{"quality": "Almost"}, {"quality": "Yes"}]
    made = imported(tmp_path, three_levels() | {"CFRubrics": [one]})
    found = framework(made)
    assert [(scale.id, scale.target) for scale in found.scales] == [("arguing", "yes")]
    assert {target.scale for target in found.targets} == {"arguing"}


def test_a_rubric_about_nothing_in_particular_is_a_rubric(tmp_path: Path) -> None:
    one = rubric()
    for criterion in one["CFRubricCriteria"]:
        del criterion["CFItemURI"]
    made = imported(tmp_path, three_levels() | {"CFRubrics": [one]})
    assert "title: Arguing" in made.rubrics
    assert "descriptors: { weak: Weak in claim, good: Good in claim }" in made.rubrics
    assert problems(tmp_path, made) == []


def test_nothing_to_import(tmp_path: Path) -> None:
    assert codes(imported(tmp_path, package([]))) == ["PG611"]
    assert codes(imported(tmp_path, three_levels(), levels=("target",))) == ["PG611"]
    assert codes(imported(tmp_path, {"standard": 1})) == ["PG603"]
    assert codes(imported(tmp_path, [])) == ["PG603"]
    assert codes(imported(tmp_path, "3")) == ["PG603"]
