"""PG310: requirements that nobody could meet, and what a requirement asks for."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.framework import Credit
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.target import Target


def unreachable_requirement(register: Register) -> Iterator[Diagnostic]:
    """There are as many credits or targets as a requirement asks for, and it asks for some."""
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        wanted, there = wanted_and_there(register, requirement)
        if not 1 <= wanted <= there:
            where = f"the domain `{requirement.domain}`" if requirement.domain else "the framework"
            what = "targets" if requirement.about_targets else "credits"
            yield Diagnostic(
                rules.UNREACHABLE_REQUIREMENT,
                framework.marks.at("requirements", place, "count"),
                f"asks for {wanted} {what}, and {where} has {there}",
                "ask for `all`, or for a number that can be reached",
            )


def wanted_and_there(register: Register, requirement: Requirement) -> tuple[int, int]:
    """How many credits or targets a requirement asks for, and how many there are."""
    asked = targets_asked_for if requirement.about_targets else credits_asked_for
    there = sum(1 for _ in asked(register, requirement))
    return (there if requirement.count == "all" else requirement.count), there


def credits_asked_for(register: Register, requirement: Requirement) -> Iterator[Credit]:
    """The credits that count towards a requirement."""
    level = level_of(register, requirement)
    for one in register.credits.values():
        named = not requirement.credits or one.id in requirement.credits
        offered = not one.levels or level in one.levels
        if named and offered and requirement.domain in (None, one.domain):
            yield one


def targets_asked_for(register: Register, requirement: Requirement) -> Iterator[Target]:
    """The published targets that count towards a requirement and can reach the level it asks for."""
    for one in register.targets.values():
        named = requirement.targets in ("all", ()) or one.id in requirement.targets
        in_phase = not requirement.phases or one.phase in requirement.phases
        progression = register.progressions.get(one.id)
        reachable = progression and requirement.at in (None, *progression.places)
        counts = (
            reachable and one.status == "published" and requirement.domain in (None, one.domain)
        )
        if named and in_phase and counts:
            yield one


def level_of(register: Register, requirement: Requirement) -> str | None:
    """The credit level that a requirement asks for."""
    return requirement.level or next(iter(register.levels), None)


def told_by_decisions(register: Register, requirement: Requirement) -> bool:
    """Whether decisions alone tell if a requirement is met."""
    return not requirement.about_targets and register.decided(level_of(register, requirement))


CHECKS: tuple[Check, ...] = (unreachable_requirement,)
