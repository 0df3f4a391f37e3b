"""Where a student is learning in each strand, apart from their age, and what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio_gen.model.framework import Competency, Domain, Framework
from portfolio_gen.model.progress import LearningLevel, TargetStanding


def learning_levels(
    framework: Framework, targets: Sequence[TargetStanding]
) -> tuple[LearningLevel, ...]:
    """The learning level of each strand whose targets have phases.

    Strands are competencies, and domains for the targets that belong to no competency.
    """
    phases = {one.id: place for place, one in enumerate(framework.phases)}
    placed = [
        (phases[one.target.phase], one)
        for one in targets
        if one.target.phase in phases and one.target.status == "published"
    ]
    strands: tuple[Competency | Domain, ...] = (*framework.competencies, *framework.domains)
    return tuple(
        _level(framework, strand, inside)
        for strand in strands
        if (inside := [(at, one) for at, one in placed if _strand(one) == _name(strand)])
    )


def _name(strand: Competency | Domain) -> tuple[str, str]:
    return ("competency" if isinstance(strand, Competency) else "domain"), strand.id


def _strand(one: TargetStanding) -> tuple[str, str]:
    target = one.target
    if target.competency:
        return "competency", target.competency
    return "domain", target.domain or ""


def _level(
    framework: Framework,
    strand: Competency | Domain,
    targets: Sequence[tuple[int, TargetStanding]],
) -> LearningLevel:
    open_phases = sorted({at for at, one in targets if not one.reached})
    if not open_phases:
        last = framework.phases[max(at for at, _ in targets)]
        return LearningLevel(strand=strand, through=last, phase=None, gaps=())
    furthest = max((at for at, one in targets if one.reached), default=0)
    working = max(open_phases[0], furthest)
    before = list(_before(targets, open_phases[0]))
    return LearningLevel(
        strand=strand,
        through=framework.phases[max(before)] if before else None,
        phase=framework.phases[working],
        gaps=tuple(one.target for at, one in targets if at < working and not one.reached),
    )


def _before(targets: Sequence[tuple[int, TargetStanding]], phase: int) -> Iterator[int]:
    """The phases before the first that has something open."""
    return (at for at, _ in targets if at < phase)
