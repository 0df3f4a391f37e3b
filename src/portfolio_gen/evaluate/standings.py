"""Where one student stands in everything, computed from the records alone."""

from __future__ import annotations

from portfolio_gen.evaluate.badges import badges
from portfolio_gen.evaluate.binder import binder
from portfolio_gen.evaluate.case import Records, gather
from portfolio_gen.evaluate.counts import by_domain, transferable
from portfolio_gen.evaluate.ground import Ground, ground_of
from portfolio_gen.evaluate.habits import habit_summaries
from portfolio_gen.evaluate.learning import learning_levels
from portfolio_gen.evaluate.policies import POLICIES
from portfolio_gen.evaluate.requirements import by_requirement
from portfolio_gen.evaluate.targets import gather_ratings, judge
from portfolio_gen.evaluate.views import gather_self_ratings
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import CreditLevel, Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.speech import Word
from portfolio_gen.model.standing import Standing, Standings
from portfolio_gen.model.student import Student
from portfolio_gen.model.terms import Term


def evaluate(
    framework: Framework, student: Student | None, ledger: Ledger | None, *, on: Day | None
) -> Standings:
    """Where a student stands on a day.

    Args:
        framework: What can be earned, and by which policy.
        student: What the student made and claims; it can never make anything earned.
        ledger: What the school has on record.
        on: Only decisions and ratings released on this day count; None counts all of them.

    Returns:
        Every credit at the first of its levels and at each further one that something touches, in the framework's
        order; the counts per domain; the requirements; every learning target by itself; what observations of habits
        show. Claims, decisions and ratings about what the framework does not have are left out. Nothing is ever
        summed up across targets.
    """
    ground = ground_of(framework)
    targets = _targets(ground, student, ledger, on)
    credits = tuple(credit for credit, _ in ground.credits)
    standings = _credits(ground, gather(student, ledger, on, targets))
    return Standings(
        student=student.id if student else ledger.student if ledger else "",
        credits=standings,
        domains=by_domain(framework, credits, standings),
        requirements=by_requirement(framework, credits, standings, targets),
        framework=framework.version,
        transferable=transferable(framework, credits, standings),
        targets=targets,
        binder=binder(ground.targets, targets, ledger),
        badges=badges(framework, targets),
        learning=learning_levels(framework, targets),
        habits=habit_summaries(framework, ledger),
    )


def _targets(
    ground: Ground, student: Student | None, ledger: Ledger | None, on: Day | None
) -> tuple[TargetStanding, ...]:
    if not ground.targets:
        return ()
    ratings, self_ratings = gather_ratings(ledger, on), gather_self_ratings(student)
    return tuple(
        judge(aim, ratings.get(aim.target.id, ()), self_ratings.get(aim.target.id, ()))
        for aim in ground.targets
    )


def _credits(ground: Ground, records: Records) -> tuple[Standing, ...]:
    words = {one.id: _words(ground.framework, one) for one in ground.framework.levels}
    return tuple(
        POLICIES[level.policy](records.case(credit, level, **words[level.id]))
        for credit, levels in ground.credits
        for place, level in enumerate(levels)
        if place == 0 or records.touch(credit, level)
    )


def _words(framework: Framework, level: CreditLevel) -> dict[str, Word]:
    """What the school calls those who decide at a level, and what it takes."""
    decides: Term = "educator" if level.policy == "educator-decision" else "committee"
    return {
        "committee": framework.word(decides),
        "target": framework.word("target"),
        "many_targets": framework.word("target", many=True),
        "pitch": framework.word("pitch"),
        "rating": framework.word("rating"),
    }
