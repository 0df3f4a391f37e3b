"""After a "not yet": which level comes next, what the school offers to get there, and what the student means to do."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.credit_views import OnwardView, RatingView, StepView
from portfolio_gen.model.framework import Credit
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.student import Goal
from portfolio_gen.plan.sight import Sight

THEIRS = frozenset({"self", "family"})
"""Editions in which a student, or those at home, look ahead; nobody else needs to."""


def plan_onward(sight: Sight, credit: Credit, decision: Decision) -> OnwardView | None:
    """What comes next; None where there is nothing to do, or in editions of others."""
    if decision.outcome == "earned" or sight.access.edition not in THEIRS:
        return None
    if not sight.access.policy.feedback:
        return None
    rework, goal = decision.rework, _goal(sight, credit)
    chosen = (*(rework.steps if rework else ()), *(goal.steps if goal else ()))
    day = goal.until if goal else None
    return OnwardView(
        above=tuple(_above(sight, credit, decision)),
        steps=tuple(
            StepView(title=one.title, about=one.about or "", chosen=one.id in chosen)
            for one in sight.framework.rework
        ),
        plan=sight.told(rework.plan) if rework else "",
        goal=goal.title if goal else "",
        promises=goal.plan if goal else (),
        until=day or (rework.until if rework else None),
    )


def _goal(sight: Sight, credit: Credit) -> Goal | None:
    """The student's open goal on the way to a credit, where this edition shows it."""
    mine = (one for one in sight.goals if one.credit == credit.id and one.status == "open")
    return next(mine, None)


def _above(sight: Sight, credit: Credit, decision: Decision) -> Iterator[RatingView]:
    """Each criterion below the level that is aimed for, with what the next level looks like."""
    rubric = sight.school.rubrics.for_competency(credit.competency)
    scale = next((one for one in sight.framework.scales if rubric and one.id == rubric.scale), None)
    if rubric is None or scale is None:
        return
    places = {one.id: place for place, one in enumerate(scale.levels)}
    aim = places.get(scale.target or "", len(scale.levels) - 1)
    for criterion in rubric.criteria:
        place = places.get(decision.ratings.get(criterion.id, ""))
        if place is not None and place < aim:
            level = scale.levels[place + 1]
            descriptor = criterion.descriptors.get(level.id) or level.about or ""
            yield RatingView(criterion=criterion.title, level=level.title, descriptor=descriptor)
