"""The reasons for a target's standing, in plain and kind sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from portfolio_gen.evaluate.ground import Aim
from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.evaluate.wording import dated
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.rating import RatingPolicy, RatingRules

NOTHING_RATED = "Open: nothing that counts has been rated yet."
INSUFFICIENT = "Insufficient evidence so far: what there is does not show a level yet."


def because(aim: Aim, state: TargetState, verdict: Verdict | None, seen: Sequence[Seen]) -> str:
    """Why a target stands where it does."""
    if verdict is None:
        return NOTHING_RATED if state is TargetState.OPEN else INSUFFICIENT
    levels = aim.progression.levels
    word = "Reached" if state is TargetState.REACHED else "Not yet"
    goal = "" if state is TargetState.REACHED else f"; {levels[aim.progression.aim].title} is next"
    if state is TargetState.NOT_YET and aim.progression.aim > verdict.place + 1:
        goal = f"; {levels[aim.progression.aim].title} is what it aims for"
    found = (
        f"{levels[verdict.place].title}, {_BY_POLICY[aim.rules.policy](verdict, seen, aim.rules)}"
    )
    return f"{word}: {found}{goal}."


def _newest(verdict: Verdict, seen: Sequence[Seen], _rules: RatingRules) -> str:
    return f"the {_of(seen, 'newest')} on {_day(verdict)}"


def _highest(verdict: Verdict, seen: Sequence[Seen], _rules: RatingRules) -> str:
    return f"the {_of(seen, 'highest')} on {_day(verdict)}"


def _n_times(verdict: Verdict, _seen: Sequence[Seen], rules: RatingRules) -> str:
    within = f" within the latest {rules.within} ratings" if rules.within else ""
    return f"shown {_times(len(verdict.on))}{within}"


def _decaying(_verdict: Verdict, seen: Sequence[Seen], _rules: RatingRules) -> str:
    if len(seen) == 1:
        return f"by the rating on {dated(seen[0].rating.date)}"
    return f"weighing {len(seen)} ratings, newer ones more"


def _decision(verdict: Verdict, _seen: Sequence[Seen], _rules: RatingRules) -> str:
    return f"decided on {_day(verdict)}"


_BY_POLICY: Mapping[RatingPolicy, Callable[[Verdict, Sequence[Seen], RatingRules], str]] = {
    "newest": _newest,
    "highest": _highest,
    "n-times": _n_times,
    "decaying": _decaying,
    "decision": _decision,
}


def _of(seen: Sequence[Seen], which: str) -> str:
    return f"{which} of {len(seen)} ratings," if len(seen) > 1 else "rating"


def _day(verdict: Verdict) -> str:
    return dated(verdict.on[-1].rating.date)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
