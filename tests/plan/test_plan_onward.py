"""After a "not yet" the student's own goal is the plan on the page of the credit, where the edition shows that goal."""

from __future__ import annotations

from pathlib import Path

import pytest

from heard_school import heard_school
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.credit_views import OnwardView
from portfolio_gen.model.dates import Day
from portfolio_gen.model.settings import EditionName
from portfolio_gen.plan import plan_site
from portfolio_gen.read.school import read_school
from portfolio_gen.survey import survey
from school import FRAMEWORK, write

RELEASED = Day(2026, 12, 4)
CREDIT = "critical-thinking/academics"
MENU = "rework: [{ id: notebook, title: Keep a notebook }, { id: ask, title: Ask somebody }]\n"
GOAL = """\
---
title: See the window for myself
plan: ["If it is noon, then I look at all three jars."]
credit: critical-thinking/academics
steps: [notebook]
until: 2027-02-01
audience: [self]
---
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = heard_school(tmp_path / "school")
    write(root, {"transcripts/framework.yml": FRAMEWORK + MENU})
    return write(root, {"students/bo-berg/goals/window.md": GOAL})


def onward(root: Path, edition: EditionName, on: Day = RELEASED) -> OnwardView | None:
    school, _ = read_school(root)
    assert school
    student = next(one for one in school.students if one.id == "bo-berg")
    ledger = school.ledgers["bo-berg"]
    standings = evaluate(school.framework, student, ledger, on=on)
    site = plan_site(school, student, edition, standings=standings, on=on)
    assert site
    found = [each.onward for one in site.credits if one.id == CREDIT for each in one.decisions]
    return found[0] if found else None


def test_the_goal_is_the_plan(school: Path) -> None:
    view = onward(school, "self")
    assert view
    assert (view.goal, view.until) == ("See the window for myself", Day(2027, 2, 1))
    assert view.promises == ("If it is noon, then I look at all three jars.",)
    assert [(one.title, one.chosen) for one in view.steps] == [
        ("Keep a notebook", True),
        ("Ask somebody", False),
    ]
    assert onward(school, "self", Day(2026, 12, 3)) is None


def test_who_may_not_see_the_goal_sees_no_word_of_it(school: Path) -> None:
    view = onward(school, "family")
    assert view
    assert (view.goal, view.promises, view.until) == ("", (), None)
    assert not any(one.chosen for one in view.steps)


@pytest.mark.parametrize("status", ["reached", "let go", "changed"])
def test_what_is_over_is_no_plan(school: Path, status: str) -> None:
    write(
        school,
        {"students/bo-berg/goals/window.md": GOAL.replace("until:", f"status: {status}\nuntil:")},
    )
    view = onward(school, "self")
    assert view
    assert view.goal == ""


def test_a_credit_or_a_step_that_nobody_knows_is_named(school: Path) -> None:
    wrong = GOAL.replace("academics", "academic").replace("[notebook]", "[notbook]")
    write(school, {"students/bo-berg/goals/window.md": wrong})
    found = [one for one in survey(school, on=RELEASED).diagnostics if "goals" in one.span.path]
    assert [(one.code, str(one.span)) for one in found] == [
        ("PG203", "students/bo-berg/goals/window.md:4:9"),
        ("PG224", "students/bo-berg/goals/window.md:5:9"),
    ]
