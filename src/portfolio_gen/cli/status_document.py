"""`portfolio-gen status --format json`: where students stand, for other programs."""

from __future__ import annotations

from typing import Any

from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.progress import (
    Badge,
    Growth,
    HabitSummary,
    LearningLevel,
    TargetStanding,
)
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import (
    RequirementStanding,
    Standing,
    Standings,
    TransferableCount,
)
from portfolio_gen.model.student import Goal, Student
from portfolio_gen.model.translation import Translation


def student_document(
    school: School, student: Student, standings: Standings, current: Translation | None, on: Day
) -> dict[str, Any]:
    """Where a student stands in the version that they entered under and, if it is another, in the current one."""
    framework = school.framework_for(student.id)
    return {
        "id": student.id,
        "name": student.name,
        **_standings(framework, standings),
        "goals": [_goal(one, on) for one in open_goals(student)],
        "current": current and _translation(school.framework, current),
    }


def open_goals(student: Student) -> tuple[Goal, ...]:
    """Goals that are still to be looked back at, the most urgent first; those of which no day is known at the end."""
    still = (one for one in student.goals if one.status == "open")
    return tuple(
        sorted(still, key=lambda one: (one.look_back is None, str(one.look_back), one.slug))
    )


def _goal(one: Goal, on: Day) -> dict[str, Any]:
    """A goal, and whether it is time to look back at it."""
    day = one.look_back
    return {
        "id": one.slug,
        "title": one.title,
        "last": _date(one.last_check_in),
        "next": _date(day),
        "due": day is not None and day <= on,
    }


def _standings(framework: Framework, standings: Standings) -> dict[str, Any]:
    return {
        "framework": standings.framework,
        "domains": [
            {"id": one.domain.id, "name": one.domain.title, **_counts(one.earned, one.of)}
            for one in standings.domains
        ],
        "transferable": standings.transferable and _transferable(standings.transferable),
        "credits": [_credit(one) for one in standings.credits],
        "requirements": [_requirement(framework, one) for one in standings.requirements],
        "targets": [_target(one) for one in standings.targets],
        "badges": [_badge(one) for one in standings.badges],
        "learning": [_learning(one) for one in standings.learning],
        "habits": [_habit(one) for one in standings.habits],
    }


def _counts(earned: tuple[tuple[str, int], ...], of: int) -> dict[str, dict[str, int]]:
    """Level to how many are earned; the first level also says of how many."""
    return {
        level: {"earned": count, "of": of} if place == 0 else {"earned": count}
        for place, (level, count) in enumerate(earned)
    }


def _transferable(found: TransferableCount) -> dict[str, Any]:
    """How many credits belong to no domain, and how many are earned at each level."""
    return {"of": found.of, **{level: {"earned": count} for level, count in found.earned}}


def _credit(one: Standing) -> dict[str, Any]:
    return {
        "id": one.credit.id,
        "title": one.credit.title,
        "domain": one.credit.domain,
        "level": one.level.id,
        "state": one.state.value,
        "evidence": list(one.evidence),
        "date": str(one.date) if one.date else None,
        "because": one.because,
    }


def _requirement(framework: Framework, one: RequirementStanding) -> dict[str, Any]:
    return {
        "id": one.requirement.id,
        "met": one.met,
        "earned": one.earned,
        "of": one.of,
        "due": due(framework, one),
    }


def due(framework: Framework, standing: RequirementStanding) -> str | None:
    """When a requirement is due, in words."""
    phase = standing.requirement.due
    titles = {one.id: one.by_age for one in framework.phases}
    return f"end of {titles.get(phase, phase)}" if phase else None


def _target(one: TargetStanding) -> dict[str, Any]:
    return {
        "id": one.target.id,
        "title": one.target.title,
        "state": one.state.value,
        "level": one.level.id if one.level else None,
        "evidence": list(one.evidence),
        "date": _date(one.since),
        "because": one.because,
        "growth": one.growth and _growth(one.growth),
    }


def _growth(one: Growth) -> dict[str, Any]:
    return {
        "first": one.first.id,
        "first_date": str(one.first_date),
        "latest": one.latest.id,
        "latest_date": str(one.latest_date),
        "steps": one.steps,
    }


def _badge(one: Badge) -> dict[str, Any]:
    return {
        "competency": one.competency.id,
        "title": one.title,
        "level": one.level.id,
        "date": _date(one.since),
    }


def _learning(one: LearningLevel) -> dict[str, Any]:
    return {
        "strand": one.strand.id,
        "through": one.through.id if one.through else None,
        "phase": one.phase.id if one.phase else None,
        "gaps": [target.id for target in one.gaps],
    }


def _habit(one: HabitSummary) -> dict[str, Any]:
    """How often each level was observed in one term, lowest first."""
    return {
        "term": one.term,
        "habit": one.habit.id,
        "counts": {level.id: count for level, count in one.counts},
        "usual": one.usual.id,
        "first": str(one.first),
        "last": str(one.last),
    }


def _translation(framework: Framework, found: Translation) -> dict[str, Any]:
    """Where the student would stand, and what becomes of the awards that are not simply kept."""
    return {
        **_standings(framework, found.standings),
        "waiting": [
            {**one.award._asdict(), "becomes": one.becomes.credit, "missing": list(one.missing)}
            for one in found.partial
        ],
        "dropped": [{**one.award._asdict(), "reason": one.reason} for one in found.dropped],
        "lost": [one._asdict() for one in found.lost],
    }


def _date(day: Day | None) -> str | None:
    return str(day) if day else None
