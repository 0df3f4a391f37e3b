"""PG3xx: frameworks that ask for what cannot be, and requirements whose time has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.check.requirements import (
    credits_asked_for,
    level_of,
    told_by_decisions,
    wanted_and_there,
)
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.tell import tell


def nothing_to_earn(register: Register) -> Iterator[Diagnostic]:
    """A framework has credits, and levels at which they are earned."""
    framework = register.school.framework
    if not framework.levels:
        span, hint = framework.marks.at("levels"), tell("add a level, such as `foundation`")
        message = tell("the framework has no level at which a credit could be earned")
        yield Diagnostic(rules.NOTHING_TO_EARN, span, message, hint)
    if not register.credits:
        span = framework.marks.at("grid" if framework.grid else "credits")
        hint = tell("list `credits`, or give `domains`, `competencies` and a `grid`")
        message = tell("the framework has no credits")
        yield Diagnostic(rules.NOTHING_TO_EARN, span, message, hint)


def same_titles(register: Register) -> Iterator[Diagnostic]:
    """The title of a grid's credits tells them apart."""
    framework = register.school.framework
    titles = Counter(one.title for one in framework.all_credits())
    twice = [title for title, count in titles.items() if count > 1]
    if framework.grid and twice:
        yield Diagnostic(
            rules.SAME_TITLES,
            framework.marks.at("grid", "title"),
            tell("several credits are called `%(title)s`", title=twice[0]),
            tell("let the grid's `title` name both, as in `{competency} in {domain}`"),
        )


def level_out_of_order(register: Register) -> Iterator[Diagnostic]:
    """A level builds on one that stands before it."""
    framework = register.school.framework
    places = {level.id: place for place, level in enumerate(framework.levels)}
    for place, level in enumerate(framework.levels):
        if places.get(level.builds_on or "", -1) >= place:
            yield Diagnostic(
                rules.LEVEL_OUT_OF_ORDER,
                framework.marks.at("levels", place, "builds_on"),
                tell(
                    "`%(id)s` builds on `%(builds_on)s`, which does not stand before it",
                    id=level.id,
                    builds_on=str(level.builds_on),
                ),
                tell("list the levels from the first to the highest"),
            )


def scale_without_target(register: Register) -> Iterator[Diagnostic]:
    """A scale says which of its levels is aimed for."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if target.levels and target.target is None:
            yield Diagnostic(
                rules.SCALE_WITHOUT_TARGET,
                framework.marks.at("targets", place, "id"),
                tell("`%(id)s` does not say which of its levels is aimed for", id=target.id),
                tell("add `target:` with the id of one of its levels"),
            )
    for place, scale in enumerate(framework.scales):
        if scale.target is None and not _only_for_courses(register, scale.id):
            yield Diagnostic(
                rules.SCALE_WITHOUT_TARGET,
                framework.marks.at("scales", place, "id"),
                tell("the scale `%(id)s` does not say which level is aimed for", id=scale.id),
                tell("add `target:` with the id of one of its levels"),
            )


def _only_for_courses(register: Register, scale: str) -> bool:
    """Whether a scale reports courses and nothing else: grades are given, and nobody has to reach one."""
    framework = register.school.framework
    judging = {one.scale for one in framework.targets}
    judging |= {one.scale for one in register.school.rubrics.rubrics}
    judging |= {framework.habits.scale} if framework.habits else set()
    return framework.courses is not None and scale == framework.courses.scale not in judging


def unused_in_framework(register: Register) -> Iterator[Diagnostic]:
    """Each domain and each competency has a credit or a target."""
    framework, credits = register.school.framework, register.credits.values()
    targets = register.targets.values()
    domains = {one.domain for one in credits} | {one.domain for one in targets}
    competencies = {one.competency for one in credits} | {one.competency for one in targets}
    for key, ids, used in (
        ("domains", [one.id for one in framework.domains], domains),
        ("competencies", [one.id for one in framework.competencies], competencies),
    ):
        for place, unused in enumerate(ids if credits else ()):
            if unused not in used:
                yield Diagnostic(
                    rules.UNUSED_IN_FRAMEWORK,
                    framework.marks.at(key, place, "id"),
                    tell("no credit and no target belongs to `%(unused)s`", unused=unused),
                    tell("add one under `credits` or `grid`, or leave it out"),
                )


def requirement_overdue(register: Register) -> Iterator[Diagnostic]:
    """Whoever has passed the phase in which a requirement is due has met it, as far as decisions tell."""
    order = list(register.phases)
    for ledger in register.school.ledgers.values():
        phase = ledger.enrolment.phase
        for requirement in register.school.framework.requirements:
            known = (
                phase in order
                and requirement.due in order
                and told_by_decisions(register, requirement)
            )
            if not known or order.index(phase) <= order.index(requirement.due or ""):
                continue
            wanted, _ = wanted_and_there(register, requirement)
            earned = _earned(register, ledger.student, requirement)
            if earned < wanted:
                due = register.phases[requirement.due or ""]
                yield Diagnostic(
                    rules.REQUIREMENT_OVERDUE,
                    ledger.marks.at("enrolment", "phase"),
                    tell(
                        "%(title)s: %(earned)s of %(wanted)s so far, planned for the end of %(due)s",
                        title=requirement.title,
                        earned=earned,
                        wanted=wanted,
                        due=due,
                    ),
                    tell("a good moment to sit down together and plan the next pitches"),
                    about=ledger.student,
                )


def _earned(register: Register, student: str, requirement: Requirement) -> int:
    """How many credits towards a requirement are earned, and may be known."""
    level = level_of(register, requirement)
    asked = {one.id for one in credits_asked_for(register, requirement)}
    return sum(at == level and credit in asked for credit, at in register.awards.get(student, ()))


CHECKS: tuple[Check, ...] = (
    nothing_to_earn,
    same_titles,
    level_out_of_order,
    scale_without_target,
    unused_in_framework,
    requirement_overdue,
)
