"""The next step about each learning target that is asked for, and about each credit that has been tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.advise.facts import Facts
from portfolio_gen.model.advice import Gap, Step
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.rating import Rework
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.standing import State


def steps(facts: Facts, gaps: Iterable[Gap]) -> tuple[Step, ...]:
    """What to do next, once for each credit and target, in the order of the gaps."""
    found: dict[tuple[str, str], Step] = {}
    for gap in gaps:
        for step in _steps(facts, gap):
            kind = "credit" if isinstance(step.about, Credit) else "target"
            found.setdefault((kind, step.about.id), step)
    return tuple(found.values())


def _steps(facts: Facts, gap: Gap) -> Iterator[Step]:
    if not isinstance(gap.about, Credit):
        yield _towards(facts.framework, facts.targets[gap.about.id], gap.level.id)
    elif isinstance(gap.level, CreditLevel) and gap.level.policy == "targets":
        for one in facts.open_targets(gap.about, gap.level):
            yield _towards(facts.framework, one, gap.level.targets.at)
    elif facts.state(gap.about, gap.level.id) is State.NOT_YET:
        decision = facts.credits[gap.about.id, gap.level.id].decision
        if plan := _planned(facts.framework, decision.rework if decision else None):
            yield Step(about=gap.about, plan=plan)


def _towards(framework: Framework, one: TargetStanding, asked: str | None) -> Step:
    """From where a target stands to the next level; before anything was seen, to the level that is asked for."""
    levels = one.progression.levels
    asked_place = one.progression.places.get(asked or "", one.progression.aim)
    place = one.place + 1 if one.level else asked_place
    towards = levels[min(place, len(levels) - 1)]
    newest = one.attempts[-1] if one.attempts else None
    return Step(
        about=one.target,
        now=one.level,
        towards=towards,
        words=_words(one.level, towards),
        activities=towards.activities,
        plan=_planned(framework, newest.rework if newest else None),
    )


def _words(now: ScaleLevel | None, towards: ScaleLevel) -> str:
    """What the school says about going on from a level, or else what the next one means."""
    return (now.next_step if now else None) or towards.about or ""


def _planned(framework: Framework, rework: Rework | None) -> tuple[str, ...]:
    """What a student means to do: in their own words, and from the school's menu."""
    if rework is None:
        return ()
    menu = {one.id: one.title for one in framework.rework}
    own = (rework.plan,) if rework.plan else ()
    return (*own, *(menu[one] for one in rework.steps if one in menu))
