"""A bridge sheet counts credits by the school's rules, only where the school turns it on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from canary_school import ID, agreement, canary_school, canary_student, planned
from nouns import CREDIT, decision, framework, ledger
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.bridge import Bridge, BridgeCourse, BridgeGrade
from portfolio_gen.model.settings import EditionName
from portfolio_gen.plan import plan_grants
from portfolio_gen.plan.grants import still_granted
from school import TODAY

SCIENCE = BridgeCourse(
    id="science",
    title="Science 10",
    subject="Science",
    units="1.0",
    credits=(CREDIT, "communication/academics"),
    grades=(
        BridgeGrade(grade="A", earned=2, beyond=1),
        BridgeGrade(grade="B", earned=1),
    ),
)
COLLEGE = {ID: (agreement("college", "name", "work", "credits"),)}


def school(*decisions: Any, editions: tuple[EditionName, ...] = ("family", "college")) -> Any:
    made = canary_school(COLLEGE, student=canary_student(artifacts=(), pitches=()))
    rules = framework(bridge=Bridge(editions=editions, courses=(SCIENCE,)))
    return replace(made, framework=rules, ledgers={ID: ledger(*decisions)})


def site(edition: EditionName, *decisions: Any, **settings: Any) -> SiteBlueprint:
    found = planned(school(*decisions, **settings), edition)
    assert found is not None
    return found


BOTH = (
    decision("a"),
    decision("b", credit="communication/academics"),
)


@pytest.mark.parametrize(
    ("decisions", "grade"),
    [
        ((), ""),
        ((decision("a", "not-yet"),), ""),
        ((decision("a"),), "B"),
        (BOTH, "B"),
        ((*BOTH, decision("c", level="advanced")), "A"),
    ],
)
def test_a_grade_is_a_count_and_the_first_that_fits(decisions: Any, grade: str) -> None:
    bridge = site("family", *decisions).bridge

    assert bridge is not None
    assert [one.grade for one in bridge.rows] == ([grade] if grade else [])


def test_each_grade_says_the_rule_that_made_it() -> None:
    bridge = site("college", *BOTH, decision("c", level="advanced")).bridge

    assert bridge is not None
    (row,) = bridge.rows
    assert row.rule == (
        "A: at least 2 of these 2 credits earned at foundation, 1 of them beyond that."
    )
    assert len(row.credits) == 2
    assert bridge.title == "Bridge sheet"


def test_it_is_off_unless_the_school_names_the_edition() -> None:
    assert site("family", *BOTH, editions=()).bridge is None
    assert site("family", *BOTH, editions=("college",)).bridge is None
    assert site("college", *BOTH, editions=("college",)).bridge is not None


def test_a_site_does_not_outlive_the_bridge_that_it_shows() -> None:
    shown = school(*BOTH)
    (student,) = shown.students
    grants = plan_grants(shown, student, "college", TODAY)
    taken_back = school(*BOTH, editions=())

    def holds(now: Any) -> bool:
        return still_granted(now, ID, "college", TODAY, grants, choice_is_known=True)

    assert holds(shown)
    assert not holds(taken_back)
