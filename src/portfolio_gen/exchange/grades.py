"""Grades as other programs write them (CEDS "Grade Level", such as `KG` or `09`), and a school's phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio_gen.exchange.slugs import slug
from portfolio_gen.model.phase import Phase

_BEFORE_SCHOOL = {
    "it": "infants",
    "pr": "preschool",
    "pk": "prekindergarten",
    "tk": "transition",
    "kg": "kindergarten",
}
_SPELLINGS = {"k": "kg"}
_LAST_GRADE = 13


def phases_for(grades: Iterable[str]) -> tuple[Phase, ...]:
    """Phases for some grades, in the order in which people go through them."""
    ids = sorted({_id(one) for one in grades} - {""}, key=_order)
    return tuple(Phase(id=one, title=_title(one)) for one in ids)


def phase_of(grades: Sequence[str], phases: Iterable[Phase]) -> str | None:
    """The phase that a single grade stands for; None without one, or for several grades."""
    if len(grades) != 1:
        return None
    wanted = _id(grades[0])
    return next((one.id for one in phases if _id(one.id) == wanted), None)


def grade_of(phase: str) -> str:
    """The code of the grade that a phase is called like; empty when it is called otherwise."""
    id = _id(phase)
    if id in _BEFORE_SCHOOL:
        return id.upper()
    return f"{int(id):02d}" if _is_grade(id) else ""


def _id(grade: str) -> str:
    plain = slug(grade)
    return _SPELLINGS.get(plain, plain.lstrip("0") if plain.isdecimal() else plain)[:40]


def _is_grade(id: str) -> bool:
    return id.isdecimal() and len(id) <= 2 and 1 <= int(id) <= _LAST_GRADE


def _title(id: str) -> str:
    return f"grade {id}" if _is_grade(id) else _BEFORE_SCHOOL.get(id, id)


def _order(id: str) -> tuple[int, int, str]:
    early = list(_BEFORE_SCHOOL)
    if id in early:
        return 0, early.index(id), ""
    return (1, int(id), "") if _is_grade(id) else (2, 0, id)
