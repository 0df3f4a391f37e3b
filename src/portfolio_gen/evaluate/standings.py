"""Where one student stands in everything, computed from the records alone."""

from __future__ import annotations

from portfolio_gen.evaluate.case import gather
from portfolio_gen.evaluate.counts import by_domain, by_requirement
from portfolio_gen.evaluate.policies import POLICIES
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.standing import Standings
from portfolio_gen.model.student import Student


def evaluate(
    framework: Framework, student: Student | None, ledger: Ledger | None, *, on: Day | None
) -> Standings:
    """Where a student stands on a day.

    Args:
        framework: What can be earned, and by which policy.
        student: What the student made and claims; it can never make anything earned.
        ledger: What the school has on record.
        on: Only decisions released on this day count; None counts all of them.

    Returns:
        Every credit at the first level and at each further level that something touches, in the framework's
        order; the counts per domain; the requirements. Claims and decisions about credits or levels that
        the framework does not have are left out.
    """
    credits = framework.all_credits()
    records = gather(student, ledger, on)
    committee = framework.word("committee")
    standings = tuple(
        POLICIES[level.policy](records.case(credit, level, committee))
        for credit in credits
        for place, level in enumerate(framework.levels)
        if place == 0 or records.touch(credit, level)
    )
    return Standings(
        student=student.id if student else ledger.student if ledger else "",
        credits=standings,
        domains=by_domain(framework, credits, standings),
        requirements=by_requirement(framework, credits, standings),
    )
