"""The reasons for a target's standing, in plain and kind sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from portfolio_gen.evaluate.ground import Aim
from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.dates import Day
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.rating import RatingPolicy
from portfolio_gen.model.speech import Sentence, sentence, sentences

INSUFFICIENT = sentence("Insufficient evidence so far: what there is does not show a level yet.")


def because(
    aim: Aim, state: TargetState, verdict: Verdict | None, seen: Sequence[Seen]
) -> Sentence:
    """Why a target stands where it does."""
    if verdict is None:
        nothing = sentence("Open: there is no %(rating)s that counts yet.", rating=aim.rating)
        return nothing if state is TargetState.OPEN else INSUFFICIENT
    levels = aim.progression.levels
    level, goal = levels[verdict.place].title, levels[aim.progression.aim].title
    found = _BY_POLICY[aim.rules.policy](verdict, seen, aim)
    if state is TargetState.REACHED:
        return sentence("Reached: %(level)s, %(found)s.", level=level, found=found)
    if state is TargetState.NOT_YET and aim.progression.aim > verdict.place + 1:
        return sentence(
            "Not yet: %(level)s, %(found)s; %(goal)s is what it aims for.",
            level=level,
            found=found,
            goal=goal,
        )
    return sentence(
        "Not yet: %(level)s, %(found)s; %(goal)s is next.", level=level, found=found, goal=goal
    )


def _newest(verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> Sentence:
    if len(seen) == 1:
        return _only(verdict, aim)
    return sentence(
        "the newest of %(count)s %(ratings)s, on %(day)s",
        count=len(seen),
        ratings=aim.many_ratings,
        day=_day(verdict),
    )


def _highest(verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> Sentence:
    if len(seen) == 1:
        return _only(verdict, aim)
    return sentence(
        "the highest of %(count)s %(ratings)s, on %(day)s",
        count=len(seen),
        ratings=aim.many_ratings,
        day=_day(verdict),
    )


def _only(verdict: Verdict, aim: Aim) -> Sentence:
    return sentence("the %(rating)s on %(day)s", rating=aim.rating, day=_day(verdict))


def _n_times(verdict: Verdict, _seen: Sequence[Seen], aim: Aim) -> Sentence:
    latest, count = aim.rules.within, len(verdict.on)
    if count == 2:
        return _twice(latest, aim)
    if latest:
        return sentences(
            "shown once within the latest %(latest)s %(ratings)s",
            "shown %(count)s times within the latest %(latest)s %(ratings)s",
            count,
            count=count,
            latest=latest,
            ratings=aim.many_ratings,
        )
    return sentences("shown once", "shown %(count)s times", count, count=count)


def _twice(latest: int | None, aim: Aim) -> Sentence:
    if latest:
        return sentence(
            "shown twice within the latest %(latest)s %(ratings)s",
            latest=latest,
            ratings=aim.many_ratings,
        )
    return sentence("shown twice")


def _decaying(_verdict: Verdict, seen: Sequence[Seen], aim: Aim) -> Sentence:
    if len(seen) == 1:
        return sentence("by the %(rating)s on %(day)s", rating=aim.rating, day=seen[0].rating.date)
    return sentence(
        "weighing %(count)s %(ratings)s, newer ones more",
        count=len(seen),
        ratings=aim.many_ratings,
    )


def _decision(verdict: Verdict, _seen: Sequence[Seen], _aim: Aim) -> Sentence:
    return sentence("decided on %(day)s", day=_day(verdict))


_BY_POLICY: Mapping[RatingPolicy, Callable[[Verdict, Sequence[Seen], Aim], Sentence]] = {
    "newest": _newest,
    "highest": _highest,
    "n-times": _n_times,
    "decaying": _decaying,
    "decision": _decision,
}


def _day(verdict: Verdict) -> Day:
    return verdict.on[-1].rating.date
