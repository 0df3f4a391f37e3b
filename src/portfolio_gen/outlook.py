"""The shorter walk with a look ahead: what could come next for a student, and for a whole school."""

from __future__ import annotations

from portfolio_gen.advise import advise_school, advise_student
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.advice import SchoolPlan, StudentPlan
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.survey import Survey


def plan_of_student(
    school: School, student: Student, *, on: Day, drafts: bool = False
) -> StudentPlan:
    """What is open for a student and what could come next, by what has been released to them on a day."""
    framework, ledger = school.framework_for(student.id), school.ledgers.get(student.id)
    standings = evaluate(framework, student, ledger, on=on)
    return advise_student(framework, student, ledger, standings, drafts=drafts)


def plan_of_school(school: School, seen: Survey, *, on: Day) -> SchoolPlan:
    """Who might need a hand, and which credits hardly anybody reaches, by everything on record."""
    return advise_school(school, seen.standings, on=on)
