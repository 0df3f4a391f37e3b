"""The shorter walk: read, check and evaluate a school without writing anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, in_order
from portfolio_gen.evaluate import evaluate, translate
from portfolio_gen.hallway.records import record_troubles
from portfolio_gen.hallway.wording import wording_troubles
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import Standings
from portfolio_gen.model.student import Student
from portfolio_gen.model.translation import Translation
from portfolio_gen.model.value import dataclass
from portfolio_gen.read.digest import hash_file
from portfolio_gen.read.school import read_school


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a school holds, what is wrong with it, and where its students stand."""

    school: School | None
    """None when a file of the whole school could not be read."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything that reading and checking found, in order."""
    standings: Mapping[str, Standings]
    """Student id to standings over all records, released or not; in order of the ids."""
    students: tuple[Student, ...] = ()
    """Everybody, in order of their ids; those of whom only a ledger can be read are called by their id."""


def survey(root: Path, *, on: Day, students: Collection[str] = ()) -> Survey:
    """Read a school, check it, and evaluate the students asked for (all of them by default).

    Args:
        root: the school's folder.
        on: the day on which consents are judged.
        students: ids of the students whose standings are wanted; the check covers everybody.
    """
    school, found = read_school(root)
    if school is None:
        return Survey(school=None, diagnostics=in_order(found), standings={})
    found += (*check_school(school, on=on), *record_troubles(school, on, hash_file))
    found += tuple(wording_troubles(school))
    everybody = _on_record(school)
    standings = {
        student.id: evaluate(
            school.framework_for(student.id), student, school.ledgers.get(student.id), on=None
        )
        for student in everybody
        if not students or student.id in students
    }
    return Survey(
        school=school, diagnostics=in_order(found), standings=standings, students=everybody
    )


def _on_record(school: School) -> tuple[Student, ...]:
    """All students: what the school has on record stays, even if a student's whole folder is gone."""
    alone = (Student(name=one, id=one) for one in school.ledgers)
    found = {one.id: one for one in (*alone, *school.students)}
    return tuple(found[one] for one in sorted(found))


def in_current_version(school: School, student: Student) -> Translation | None:
    """Where a student who entered under an earlier version would stand in the current one; None for all others."""
    ledger = school.ledgers.get(student.id)
    theirs = school.framework_for(student.id)
    if ledger is None or theirs is school.framework:
        return None
    return translate(theirs, school.framework, student, ledger, on=None)
