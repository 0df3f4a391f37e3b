"""Who in a school might need a hand, and which credits hardly anybody reaches."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.advise.concerns import concerns
from portfolio_gen.advise.reach import reaches
from portfolio_gen.model.advice import SchoolPlan
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import Standings


def advise_school(school: School, standings: Mapping[str, Standings], *, on: Day) -> SchoolPlan:
    """Look at all students of a school, for its staff.

    Args:
        school: everything on record.
        standings: student id to standings, of everybody, by all records.
        on: the day from which waiting and silence are counted.
    """
    return SchoolPlan(
        concerns=tuple(
            concern
            for student in school.students
            if student.id in standings
            for concern in concerns(
                school.framework_for(student.id),
                student,
                school.ledgers.get(student.id),
                standings[student.id],
                on,
            )
        ),
        groups=reaches(school, standings),
    )
