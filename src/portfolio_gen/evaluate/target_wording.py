"""The reasons for a target's standing, in plain and kind sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from portfolio_gen.evaluate.ground import Aim
from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.evaluate.wording import dated
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.rating import RatingPolicy

INSUFFICIENT = "Insufficient evidence so far: what there is does not show a level yet."


def because(aim: Aim, state: TargetState, verdict: Verdict | None, seen: Sequence[Seen]) -> str:
    """Why a target stands where it does."""
    if verdict is None:
        nothing = f"Open: there is no {aim.rating} that counts yet."
        return nothing if state is TargetState.OPEN else INSUFFICIENT
    levels = aim.progression.levels
    word = "Reached" if state is TargetState.REACHED else "Not yet"
    goal = "" if state is TargetState.REACHED else f"; {levels[aim.progression.aim].title} is next"
    if state is TargetState.NOT_YET and aim.progression.aim > verdict.place + 1:
        goal = f"; {levels[aim.progression.aim].title} is what it aims for"
    found = f"{levels[verdict.place].title}, {_BY_POLICY[aim.rules.policy](verdict, seen, aim)}"
    return f"{word}: {found}{goal}."


def _newest(verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> str:
    return f"the {_of(seen, 'newest', aim)} on {_day(verdict)}"


def _highest(verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> str:
    return f"the {_of(seen, 'highest', aim)} on {_day(verdict)}"


def _n_times(verdict: Verdict, _seen: Sequence[Seen], aim: Aim) -> str:
    latest = aim.rules.within
    within = f" within the latest {latest} {aim.many_ratings}" if latest else ""
    return f"shown {_times(len(verdict.on))}{within}"


def _decaying(_verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> str:
    if len(seen) == 1:
        return f"by the {aim.rating} on {dated(seen[0].rating.date)}"
    return f"weighing {len(seen)} {aim.many_ratings}, newer ones more"


def _decision(verdict: Verdict, _seen: Sequence[Seen], _aim: Aim) -> str:
    return f"decided on {_day(verdict)}"


_BY_POLICY: Mapping[RatingPolicy, Callable[[Verdict, Sequence[Seen], Aim], str]] = {
    "newest": _newest,
    "highest": _highest,
    "n-times": _n_times,
    "decaying": _decaying,
    "decision": _decision,
}


def _of(seen: Sequence[Seen], which: str, aim: Aim) -> str:
    return f"{which} of {len(seen)} {aim.many_ratings}," if len(seen) > 1 else aim.rating


def _day(verdict: Verdict) -> str:
    return dated(verdict.on[-1].rating.date)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
