"""PG221–PG224: learning targets, courses, ways and rework steps that are named and not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from portfolio_gen.check import rules
from portfolio_gen.check.few import few
from portfolio_gen.check.mentions import Mention
from portfolio_gen.check.nearest import COURSES, STEPS, TARGETS, TYPES, WAYS, suggest
from portfolio_gen.check.register import Check, Names, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath, Rule
from portfolio_gen.model.course import Course
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.rating import Rework
from portfolio_gen.model.tell import tell, to_tell


def unknown_learning_target(register: Register) -> Iterator[Diagnostic]:
    """Each target that is rated, taught, required or part of a course is one of the framework's."""
    for one in few(one for one in _targets(register) if one.word not in register.target_names):
        yield from _unless_known(
            rules.UNKNOWN_LEARNING_TARGET,
            one,
            register.target_names,
            to_tell("`%(word)s` is not a target"),
            TARGETS,
        )
    for one, above in _wider_targets(register):
        yield from _unless_known(
            rules.UNKNOWN_LEARNING_TARGET,
            one,
            above,
            to_tell("`%(word)s` is not a target above this one"),
            TARGETS,
        )


def unknown_course(register: Register) -> Iterator[Diagnostic]:
    """Each course and each type of course is one of the framework's."""
    framework = register.school.framework
    courses = framework.courses
    types = {one.id: one.title for one in courses.types} if courses else {}
    offered = {one.id: one.title for one in courses.offered} if courses else {}
    for place, course in enumerate(courses.offered if courses else ()):
        if course.type is not None:
            one = Mention(
                course.type, partial(framework.marks.at, "courses", "offered", place, "type")
            )
            yield from _unless_known(
                rules.UNKNOWN_COURSE,
                one,
                types,
                to_tell("`%(word)s` is not a type of course"),
                TYPES,
            )
    for ledger, keys, taken in _taken(register):
        if taken.type is not None:
            one = Mention(taken.type, partial(ledger.marks.at, *keys, "type"), ledger.student)
            yield from _unless_known(
                rules.UNKNOWN_COURSE,
                one,
                types,
                to_tell("`%(word)s` is not a type of course"),
                TYPES,
            )
        if taken.course is not None:
            one = Mention(taken.course, partial(ledger.marks.at, *keys, "course"), ledger.student)
            yield from _unless_known(
                rules.UNKNOWN_COURSE, one, offered, to_tell("`%(word)s` is not a course"), COURSES
            )


def unknown_way(register: Register) -> Iterator[Diagnostic]:
    """The way that a decision names is one of its level's."""
    for one in register.decisions():
        level = register.credit_levels.get(one.decision.level)
        if one.decision.way is not None and level is not None:
            known = {way.id: way.title for way in level.ways}
            named = Mention(one.decision.way, partial(one.at, "way"), one.about)
            message = to_tell("`%(word)s` is not a way to earn a credit at the level `%(level)s`")
            yield from _unless_known(rules.UNKNOWN_WAY, named, known, message, WAYS, level=level.id)


def unknown_rework_step(register: Register) -> Iterator[Diagnostic]:
    """Each step of a rework plan, the school's or the student's own, is in the framework's menu."""
    known = {one.id: one.title for one in register.school.framework.rework}
    message = to_tell("`%(word)s` is not in the framework's menu")
    for one in _steps(register):
        yield from _unless_known(rules.UNKNOWN_REWORK_STEP, one, known, message, STEPS)


def _steps(register: Register) -> Iterator[Mention]:
    for ledger in register.school.ledgers.values():
        for keys, rework in _plans(ledger):
            for place, word in enumerate(rework.steps):
                yield Mention(word, partial(ledger.marks.at, *keys, "steps", place), ledger.student)
    for student in register.school.students:
        for goal in student.goals:
            for place, word in enumerate(goal.steps):
                yield Mention(word, partial(goal.marks.at, "steps", place), student.id)


def _targets(register: Register) -> Iterator[Mention]:
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        for inner, word in enumerate(requirement.targets if requirement.targets != "all" else ()):
            yield Mention(
                word, partial(framework.marks.at, "requirements", place, "targets", inner)
            )
    for place, course in enumerate(framework.courses.offered if framework.courses else ()):
        for inner, word in enumerate(course.targets):
            yield Mention(
                word, partial(framework.marks.at, "courses", "offered", place, "targets", inner)
            )
    for one in register.ratings():
        yield Mention(one.rating.target, partial(one.at, "target"), one.about)
    for ledger in register.school.ledgers.values():
        for word in ledger.taught:
            yield Mention(word, partial(ledger.marks.name, "taught", word), ledger.student)
    for student, work in register.artifacts():
        for word in work.self_rating:
            yield Mention(word, partial(work.marks.name, "self_rating", word), student.id)


def _wider_targets(register: Register) -> Iterator[tuple[Mention, Names]]:
    """Each wider target that is named, with those above it in the list: so none is a part of itself."""
    framework = register.school.framework
    above: dict[str, str] = {}
    for place, target in enumerate(framework.targets):
        if target.part_of is not None:
            yield (
                Mention(target.part_of, partial(framework.marks.at, "targets", place, "part_of")),
                above,
            )
        above[target.id] = target.title


def _taken(register: Register) -> Iterator[tuple[Ledger, KeyPath, Course]]:
    for ledger in register.school.ledgers.values():
        for place, course in enumerate(ledger.courses):
            yield ledger, ("courses", place), course


def _plans(ledger: Ledger) -> Iterator[tuple[KeyPath, Rework]]:
    for place, decision in enumerate(ledger.decisions):
        if decision.rework:
            yield ("decisions", place, "rework"), decision.rework
    for place, rating in enumerate(ledger.ratings):
        if rating.rework:
            yield ("ratings", place, "rework"), rating.rework


def _unless_known(
    rule: Rule, one: Mention, known: Names, message: str, many: str, **given: str
) -> Iterator[Diagnostic]:
    if one.word not in known:
        said, hint = tell(message, word=one.word, **given), suggest(one.word, known, many)
        yield Diagnostic(rule, one.span, said, hint, about=one.about)


CHECKS: tuple[Check, ...] = (
    unknown_learning_target,
    unknown_course,
    unknown_way,
    unknown_rework_step,
)
