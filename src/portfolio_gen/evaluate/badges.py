"""The one badge that a student holds at present for each competency, computed and traded up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio_gen.model.framework import Competency, Framework
from portfolio_gen.model.progress import Badge, TargetStanding


def badges(framework: Framework, targets: Sequence[TargetStanding]) -> tuple[Badge, ...]:
    """At most one badge for each competency: that of the highest level which all its targets have reached.

    Its words are those of the target that holds it back, so that what comes next is the step to take. A competency
    whose targets stand on different scales has none, for their levels cannot be compared.
    """
    return tuple(
        badge
        for competency in framework.competencies
        for badge in _badge(competency, [one for one in targets if _is_of(one, competency)])
    )


def _is_of(one: TargetStanding, competency: Competency) -> bool:
    return one.target.competency == competency.id and one.target.status == "published"


def _badge(competency: Competency, targets: Sequence[TargetStanding]) -> Iterator[Badge]:
    if not targets or len({tuple(one.progression.places) for one in targets}) > 1:
        return
    lowest = min(targets, key=lambda one: one.place)
    for level in reversed(lowest.progression.levels[: lowest.place + 1]):
        if level.badge:
            days = [day for one in targets if (day := one.held_since(level.id))]
            since = max(days) if days else None
            yield Badge(competency=competency, title=level.badge, level=level, since=since)
            return
