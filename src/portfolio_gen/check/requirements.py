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
            where = f" in the domain `{requirement.domain}`" if requirement.domain else ""
            what = "target" if requirement.about_targets else "credit"
            message, hint = _why_not(wanted, there, what, where)
            span = framework.marks.at("requirements", place, "count")
            yield Diagnostic(rules.UNREACHABLE_REQUIREMENT, span, message, hint)


def _why_not(wanted: int, there: int, what: str, where: str) -> tuple[str, str]:
    """Why a requirement cannot be met, and what to try."""
    if not there:
        hint = f"look at what it says about levels, phases and domains, or leave it out until there is a {what}"
        return f"no {what}{where} counts towards this, so nobody can meet it", hint
    if not wanted:
        return "this asks for nothing, so everybody meets it at once", f"ask for 1 to {there}"
    message = f"this asks for {wanted} {what}s, and {there}{where} can count towards it"
    return message, f"ask for `all`, or for {there} at most"


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
