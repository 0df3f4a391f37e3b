"""A learning target, explained: its state, the school's rule, and every rating."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.rating import Rating, RatingPolicy, RatingRules
from portfolio_gen.model.school import School

WORDS: Mapping[TargetState, str] = {
    TargetState.OPEN: "open",
    TargetState.INSUFFICIENT: "insufficient evidence so far",
    TargetState.NOT_YET: "not yet",
    TargetState.REACHED: "reached",
}
RATING_POLICIES: Mapping[RatingPolicy, str] = {
    "newest": "the newest rating counts",
    "highest": "the highest rating counts",
    "n-times": "a level counts once it has been shown {times} times",
    "decaying": "all ratings are weighed, newer ones more, and the nearest level counts",
    "decision": "the newest rating counts that at least {quorum} made together",
}


def stands(one: TargetStanding) -> str:
    """Where a target stands, in a few words."""
    level = f"{one.level.title}, " if one.level else ""
    return f"{one.target.title}: {level}{WORDS[one.state]}"


def explain_target(school: School, student: str, standing: TargetStanding) -> Iterator[str]:
    """Every line about one learning target of one student."""
    rules = school.framework_for(student).rules_for(standing.target)
    aim = standing.progression.levels[standing.progression.aim]
    yield stands(standing)
    yield f"  because   {standing.because}"
    yield f"  rule      {_rule(rules)}; it aims for {aim.title}"
    if standing.target.status == "draft":
        yield "  draft     the school is still trying it out, and it counts for nothing"
    if growth := standing.growth:
        yield (
            f"  growth    from {growth.first.title} ({growth.first_date}) "
            f"to {growth.latest.title} ({growth.latest_date})"
        )
    for rating in reversed(standing.attempts):
        counts = any(one is rating for one in standing.counted)
        yield from _rating(school, student, standing, rating, counts=counts)
    for view in standing.views:
        if view.rater == "self":
            yield f"  self      {view.level.title}, as the student sees it; it does not count"
    for rating in standing.modified:
        yield f"  apart     {rating.date}, on a modified scale: another claim, which does not count here"


def _rule(rules: RatingRules) -> str:
    policy = RATING_POLICIES[rules.policy].format(times=rules.times, quorum=rules.quorum)
    window = (
        f" within the latest {rules.within}" if rules.policy == "n-times" and rules.within else ""
    )
    share = (
        f" (practice makes {rules.formative_share} percent)"
        if rules.policy == "decaying" and rules.formative_share
        else ""
    )
    return f"{policy}{window}; {_or(rules.kinds)}{share}, by {_or(rules.raters)}"


def _rating(
    school: School, student: str, standing: TargetStanding, rating: Rating, *, counts: bool
) -> Iterator[str]:
    place = standing.progression.places.get(rating.level)
    level = "insufficient evidence" if place is None else standing.progression.levels[place].title
    yield (
        f"  {'counts' if counts else 'rating':<9} {rating.date}, {level} "
        f"({rating.kind}, by {rating.rater})"
    )
    yield from evidence(school, student, rating.by, rating.works)
    if rating.note:
        yield f"            note: {' '.join(rating.note.split())}"
    if rating.rework:
        yield from _rework(school, student, rating)
    if rating.release:
        yield f"            released {rating.release}"


def _rework(school: School, student: str, rating: Rating) -> Iterator[str]:
    if plan := rating.rework:
        menu = {one.id: one.title for one in school.framework_for(student).rework}
        parts = [*(menu.get(one, one) for one in plan.steps), *(plan.plan or "").splitlines()]
        until = f" until {plan.until}" if plan.until else ""
        yield f"            next{until}: {'; '.join(parts) or 'another try'}"


def evidence(
    school: School, student: str, people: Iterable[str], works: Iterable[str]
) -> Iterator[str]:
    """Who looked at which work, as a decision or a rating has it."""
    names = {one.id: one.name for one in school.committee.members}
    titles = {
        artifact.slug: artifact.title
        for one in school.students
        if one.id == student
        for artifact in one.artifacts
    }
    if who := ", ".join(names.get(one, one) for one in people):
        yield f"            by {who}"
    for slug in works:
        yield f"            on {titles.get(slug, 'a work that is not there any more')} ({slug})"


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
