"""PG331, PG332, PG335: courses and ways that have rules of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.course import Course, CourseType
from portfolio_gen.model.framework import Way
from portfolio_gen.model.scale import INSUFFICIENT
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell, tell_many


def too_many_courses(register: Register) -> Iterator[Diagnostic]:
    """Nobody takes more courses of a type than there may be."""
    types = _types(register)
    for ledger in register.school.ledgers.values():
        taken: Counter[str] = Counter()
        for place, course in enumerate(ledger.courses):
            kind = types.get(_type_of(register, course) or "")
            if kind is None or kind.most is None:
                continue
            taken[kind.id] += 1
            if taken[kind.id] == kind.most + 1:
                yield Diagnostic(
                    rules.TOO_MANY_COURSES,
                    ledger.marks.at("courses", place),
                    tell(
                        "one more course of the type `%(id)s` than the %(most)s that there may be",
                        id=kind.id,
                        most=kind.most,
                    ),
                    tell(
                        "a type's `most` in transcripts/framework.yml says how many one student takes"
                    ),
                    about=ledger.student,
                )


def course_without_product(register: Register) -> Iterator[Diagnostic]:
    """A course that ends in a piece of work names it, once it is reported at a level."""
    types = _types(register)
    for ledger in register.school.ledgers.values():
        for place, course in enumerate(ledger.courses):
            kind = types.get(_type_of(register, course) or "")
            reported = course.level not in (None, INSUFFICIENT)
            if kind and kind.ends_in_product and reported and not course.product:
                yield Diagnostic(
                    rules.COURSE_WITHOUT_PRODUCT,
                    ledger.marks.at("courses", place),
                    tell(
                        "a course of the type `%(id)s` ends in a piece of work, and none is named",
                        id=kind.id,
                    ),
                    tell("name it under `product`"),
                    about=ledger.student,
                )


def way_without_work(register: Register) -> Iterator[Diagnostic]:
    """A decision rests on as many pieces of work as its way asks for."""
    for one in register.decisions():
        level = register.credit_levels.get(one.decision.level)
        for way in level.ways if level else ():
            count = len(set(one.decision.artifacts))
            fits = way.fewest <= count and (way.most is None or count <= way.most)
            if way.id == one.decision.way and not fits:
                yield Diagnostic(
                    rules.WAY_WITHOUT_WORK,
                    one.at("artifacts"),
                    _rests_on(way, count),
                    tell("name all the work that was looked at, or another way"),
                    about=one.about,
                )


def _types(register: Register) -> dict[str, CourseType]:
    courses = register.school.framework.courses
    return {one.id: one for one in courses.types} if courses else {}


def _type_of(register: Register, course: Course) -> str | None:
    courses = register.school.framework.courses
    offered = {one.id: one.type for one in courses.offered} if courses else {}
    return course.type or offered.get(course.course or "")


def _rests_on(way: Way, there: int) -> Sentence:
    """How many pieces of work a way rests on, and how many there are."""
    if way.most == way.fewest:
        return tell_many(
            "the way `%(way)s` rests on %(count)s piece of work, and here is %(there)s",
            "the way `%(way)s` rests on %(count)s pieces of work, and here is %(there)s",
            way.fewest,
            way=way.id,
            there=there,
        )
    if way.most is None:
        return tell(
            "the way `%(way)s` rests on %(fewest)s or more pieces of work, and here is %(there)s",
            way=way.id,
            fewest=way.fewest,
            there=there,
        )
    return tell(
        "the way `%(way)s` rests on %(fewest)s to %(most)s pieces of work, and here is %(there)s",
        way=way.id,
        fewest=way.fewest,
        most=way.most,
        there=there,
    )


CHECKS: tuple[Check, ...] = (too_many_courses, course_without_product, way_without_work)
