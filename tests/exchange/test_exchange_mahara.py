"""SmartEvidence frameworks of Mahara."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from case_packages import codes, imported, problems

FRAMEWORK: dict[str, Any] = {
    "institution": "all",
    "name": "Ready for work",
    "description": '<p>What a <b>beginner</b> needs. <a href="https://x.example/">Source</a></p>',
    "selfassess": False,
    "evidencestatuses": [
        {"begun": "Ready for assessment"},
        {"incomplete": "Not there yet"},
        {"partialcomplete": "Partly there"},
        {"completed": "There"},
    ],
    "standards": [
        {"shortname": "People", "name": "Working with people", "description": "", "standardid": 1},
        {"shortname": "Things", "name": "Working with things", "description": "d", "standardid": 2},
    ],
    "standardelements": [
        {
            "shortname": "1.1",
            "name": "Listen",
            "description": "Hear it.",
            "standardid": 1,
            "elementid": "1.1",
        },
        {
            "shortname": "1.1.1",
            "name": "Ask back",
            "standardid": 1,
            "elementid": "1.1.1",
            "parentelementid": "1.1",
        },
        {
            "shortname": "2.1",
            "name": "Tidy up",
            "standardid": "2",
            "elementid": 2.1,
            "parentelementid": "undefined",
        },
    ],
}


def test_standards_elements_and_parts(tmp_path: Path) -> None:
    made = imported(tmp_path, {"framework": FRAMEWORK})
    found = made.framework
    assert found
    assert (found.id, found.title) == ("ready-for-work", "Ready for work")
    assert found.about == "What a beginner needs. Source (https://x.example/)"
    assert [(one.id, one.code) for one in found.domains] == [
        ("working-with-people", "People"),
        ("working-with-things", "Things"),
    ]
    assert [(one.id, one.domain, one.code, one.about) for one in found.credits] == [
        ("listen", "working-with-people", "1.1", "Hear it."),
        ("tidy-up", "working-with-things", "2.1", None),
    ]
    assert [(one.id, one.credit, one.scale) for one in found.targets] == [
        ("ask-back", "listen", "evidence")
    ]
    assert problems(tmp_path, made) == []


def test_statuses_become_a_scale_without_the_one_that_is_no_level(tmp_path: Path) -> None:
    made = imported(tmp_path, {"framework": FRAMEWORK})
    assert made.framework
    (scale,) = made.framework.scales
    assert [(one.id, one.title) for one in scale.levels] == [
        ("incomplete", "Not there yet"),
        ("partialcomplete", "Partly there"),
        ("completed", "There"),
    ]
    assert scale.target == "completed"
    assert any("“Ready for assessment”" in one.message for one in made.diagnostics)


def test_what_is_missing_twice_or_going_round_is_named(tmp_path: Path) -> None:
    elements = [
        {"name": "Lost", "standardid": 9, "elementid": "9.1"},
        {"name": "Twice", "standardid": 1, "elementid": "1.1"},
        {"name": "Round", "standardid": 1, "elementid": "a", "parentelementid": "b"},
        {"name": "And round", "standardid": 1, "elementid": "b", "parentelementid": "a"},
        {"standardid": 1, "elementid": "c"},
        "nothing",
    ]
    document = FRAMEWORK | {"standardelements": [*FRAMEWORK["standardelements"], *elements]}
    made = imported(tmp_path, {"framework": document})
    assert {"PG604", "PG605", "PG606", "PG608"} <= set(codes(made))
    assert made.framework
    found = made.framework
    titles = {one.title for one in (*found.domains, *found.credits, *found.targets)}
    assert {"Lost", "Twice", "Round", "And round"} <= titles
    assert problems(tmp_path, made) == []


def test_statuses_may_be_a_group_or_missing(tmp_path: Path) -> None:
    document = FRAMEWORK | {"evidencestatuses": {"completed": "There", "begun": ""}}
    made = imported(tmp_path, document)
    assert made.framework
    assert [one.id for one in made.framework.scales[0].levels] == ["completed"]
    without = imported(
        tmp_path, {key: one for key, one in FRAMEWORK.items() if key != "evidencestatuses"}
    )
    assert without.framework
    assert [one.id for one in without.framework.scales] == ["readiness"]
