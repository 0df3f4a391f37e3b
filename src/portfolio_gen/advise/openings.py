"""Which requirements are open, which credits and targets would count towards them, and how much time is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from portfolio_gen.model.advice import Gap, Opening, Pace
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.standing import RequirementStanding, Standings
from portfolio_gen.model.target import Target

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def openings(
    framework: Framework, ledger: Ledger | None, standings: Standings
) -> tuple[Opening, ...]:
    """The requirements that are not met yet: by the phase in which they are due, those without one at the end."""
    order = {one.id: place for place, one in enumerate(framework.phases)}
    found = [_opening(framework, ledger, one) for one in standings.requirements if not one.met]
    return tuple(sorted(found, key=lambda one: order[one.due.id] if one.due else len(order)))


def present_phase(framework: Framework, ledger: Ledger | None) -> Phase | None:
    """The phase that a student is in, where the framework knows it."""
    return _phase(framework, ledger.enrolment.phase if ledger else None)


def gaps(framework: Framework, standings: Standings, opened: Sequence[Opening]) -> tuple[Gap, ...]:
    """Everything that would count towards an open requirement, once each, in the order of the requirements."""
    found: dict[tuple[str, str, str], Gap] = {}
    for opening in opened:
        for about, level in _missing(framework, standings, opening.standing):
            gap = Gap(about=about, level=level, requirements=(opening.standing.requirement.id,))
            key = (gap.kind, about.id, level.id)
            before = found[key].requirements if key in found else ()
            found[key] = Gap(about=about, level=level, requirements=before + gap.requirements)
    return tuple(found.values())


def _opening(framework: Framework, ledger: Ledger | None, standing: RequirementStanding) -> Opening:
    due = _phase(framework, standing.requirement.due)
    now = present_phase(framework, ledger)
    needed = standing.of - standing.earned
    return Opening(
        standing=standing,
        needed=needed,
        due=due,
        pace=_pace(framework, needed, now, due) if now and due else None,
    )


def _pace(framework: Framework, needed: int, now: Phase, due: Phase) -> Pace:
    """How many are needed, and in how many phases.

    Phases have no dates, so nobody can say how much of the present one is left: it counts as a whole one, and so
    does the one at whose end the requirement is due. An early day and a late day of a phase get the same answer.
    """
    left = max(framework.phases.index(due) - framework.phases.index(now) + 1, 0)
    word = framework.word("phase")
    if not left:
        words = f"{needed} to go; the end of {due.by_age} has passed, so agree together on what comes first"
        return Pace(phases=0, each=needed, words=words)
    each = ceil(needed / left)
    more = f": about {each} a {word}" if left > 1 else ""
    return Pace(
        phases=left, each=each, words=f"{needed} to go in this {word}{_and_more(left - 1)}{more}"
    )


def _and_more(phases: int) -> str:
    if phases < 2:
        return " and the next" if phases else ""
    return f" and the next {NUMBERS[phases - 2] if phases - 2 < len(NUMBERS) else phases}"


def _phase(framework: Framework, phase: str | None) -> Phase | None:
    return next((one for one in framework.phases if one.id == phase), None)


def _missing(
    framework: Framework, standings: Standings, standing: RequirementStanding
) -> Iterator[tuple[Credit | Target, CreditLevel | ScaleLevel]]:
    """What could still count towards a requirement, at the level that it asks for."""
    wanted, missing = standing.requirement, set(standing.missing)
    if wanted.about_targets:
        for one in standings.targets:
            if one.target.id in missing:
                levels, places = one.progression.levels, one.progression.places
                yield one.target, levels[places.get(wanted.at or "", one.progression.aim)]
    elif level := _level(framework, wanted):
        for credit in framework.all_credits():
            if credit.id in missing:
                yield credit, level


def _level(framework: Framework, requirement: Requirement) -> CreditLevel | None:
    """The credit level that a requirement asks for; None for one that the framework does not have."""
    asked = (one for one in framework.levels if requirement.level in (None, one.id))
    return next(asked, None)
