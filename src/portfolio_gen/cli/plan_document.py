"""The JSON documents that `plan --format json` prints."""

from __future__ import annotations

from portfolio_gen.model.advice import (
    Concern,
    Gap,
    GroupReach,
    Opening,
    SchoolPlan,
    Step,
    StudentPlan,
    Suggestion,
)
from portfolio_gen.model.framework import Credit
from portfolio_gen.model.school import School


def student_document(school: School, plan: StudentPlan) -> dict[str, object]:
    """A plan for one student."""
    return {
        "student": plan.student,
        "name": name_of(school, plan.student),
        "framework": plan.framework,
        "phase": plan.phase.id if plan.phase else None,
        "met": [one.requirement.id for one in plan.met],
        "open": [_opening(one) for one in plan.openings],
        "waiting": [
            {"credit": one.credit.id, "level": one.level.id, "since": str(one.date)}
            for one in plan.waiting
        ],
        "suggestions": [_suggestion(one) for one in plan.suggestions],
        "untouched": [_gap(one) for one in plan.untouched],
        "steps": [_step(one) for one in plan.steps],
    }


def school_document(school: School, plan: SchoolPlan) -> dict[str, object]:
    """A plan for a whole school."""
    return {
        "concerns": [_concern(school, one) for one in plan.concerns],
        "reached": [_group(one) for one in plan.groups],
    }


def name_of(school: School, student: str) -> str:
    """What a student wants to be called."""
    return next((one.name for one in school.students if one.id == student), student)


def _opening(one: Opening) -> dict[str, object]:
    return {
        "id": one.standing.requirement.id,
        "title": one.standing.requirement.title,
        "earned": one.standing.earned,
        "of": one.standing.of,
        "needed": one.needed,
        "due": one.due.id if one.due else None,
        "pace": {"phases": one.pace.phases, "each": one.pace.each, "words": one.pace.words}
        if one.pace
        else None,
    }


def _gap(one: Gap) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.about.id,
        "title": one.about.title,
        "level": one.level.id,
        "requirements": list(one.requirements),
    }


def _suggestion(one: Suggestion) -> dict[str, object]:
    return {
        "artifact": one.work.slug,
        "title": one.work.title,
        "draft": one.work.status == "draft",
        "fills": [
            {**_gap(fit.gap), "reason": fit.reason.value, "because": fit.because}
            for fit in one.fits
        ],
    }


def _step(one: Step) -> dict[str, object]:
    return {
        "kind": "credit" if isinstance(one.about, Credit) else "target",
        "id": one.about.id,
        "title": one.about.title,
        "now": one.now.id if one.now else None,
        "towards": one.towards.id if one.towards else None,
        "words": one.words,
        "activities": list(one.activities),
        "plan": list(one.plan),
    }


def _concern(school: School, one: Concern) -> dict[str, object]:
    return {
        "student": one.student,
        "name": name_of(school, one.student),
        "sign": one.sign.value,
        "since": str(one.since) if one.since else None,
        "words": one.words,
    }


def _group(one: GroupReach) -> dict[str, object]:
    return {
        "framework": one.framework,
        "students": one.students,
        "entries": [
            {
                "kind": "credit" if isinstance(each.about, Credit) else "target",
                "id": each.about.id,
                "title": each.about.title,
                "level": each.level.id,
                "count": each.tally.count,
                "few": each.tally.few,
                "words": each.tally.words,
            }
            for each in one.reaches
        ],
    }
