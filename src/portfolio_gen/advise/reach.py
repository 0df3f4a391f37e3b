"""Which credits and targets a school's students reach, and which hardly anybody does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from portfolio_gen.advise.disclosure import is_large_enough, told
from portfolio_gen.model.advice import GroupReach, Reach
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import Standings, State


def reaches(school: School, standings: Mapping[str, Standings]) -> tuple[GroupReach, ...]:
    """What the students of each version of the framework have reached; versions without students are left out."""
    groups: dict[str, list[Standings]] = {}
    for student, one in standings.items():
        groups.setdefault(school.framework_for(student).version, []).append(one)
    return tuple(
        _group(framework, groups[framework.version])
        for framework in school.all_frameworks()
        if framework.version in groups
    )


def _group(framework: Framework, students: Sequence[Standings]) -> GroupReach:
    if not is_large_enough(len(students)):
        return GroupReach(framework=framework.version, students=None, reaches=())
    return GroupReach(
        framework=framework.version,
        students=len(students),
        reaches=(*_credits(framework, students), *_targets(students)),
    )


def _credits(framework: Framework, students: Sequence[Standings]) -> Iterator[Reach]:
    """Every credit at the first of its levels, and at those that a requirement asks for."""
    earned = Counter(
        (credit.credit.id, credit.level.id)
        for one in students
        for credit in one.credits
        if credit.state is State.EARNED
    )
    for credit in framework.all_credits():
        for level in _expected(framework, credit):
            count = earned[credit.id, level.id]
            yield Reach(about=credit, level=level, tally=told(count, len(students)))


def _expected(framework: Framework, credit: Credit) -> Iterator[CreditLevel]:
    asked = {one.level for one in framework.requirements}
    for place, level in enumerate(framework.levels_of(credit)):
        if place == 0 or level.id in asked:
            yield level


def _targets(students: Sequence[Standings]) -> Iterator[Reach]:
    """Every published target at the level that it aims for."""
    reached = Counter(
        target.target.id
        for one in students
        for target in one.targets
        if target.state is TargetState.REACHED
    )
    for one in students[0].targets:
        if one.target.status == "published":
            yield Reach(
                about=one.target,
                level=one.progression.levels[one.progression.aim],
                tally=told(reached[one.target.id], len(students)),
            )
