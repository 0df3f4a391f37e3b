"""PG310: requirements that nobody could meet, and what a requirement asks for."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.framework import Credit
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.target import Target
from portfolio_gen.model.tell import tell, to_tell

NONE_COUNTS = {
    (False, False): to_tell("no credit counts towards this, so nobody can meet it"),
    (True, False): to_tell("no target counts towards this, so nobody can meet it"),
    (False, True): to_tell(
        "no credit in the domain `%(domain)s` counts towards this, so nobody can meet it"
    ),
    (True, True): to_tell(
        "no target in the domain `%(domain)s` counts towards this, so nobody can meet it"
    ),
}
"""What is said of credits, or else of targets, anywhere or in a domain."""
TOO_MANY = {
    (False, False): to_tell("this asks for %(wanted)s credits, and %(there)s can count towards it"),
    (True, False): to_tell("this asks for %(wanted)s targets, and %(there)s can count towards it"),
    (False, True): to_tell(
        "this asks for %(wanted)s credits, and %(there)s in the domain `%(domain)s` can count towards it"
    ),
    (True, True): to_tell(
        "this asks for %(wanted)s targets, and %(there)s in the domain `%(domain)s` can count towards it"
    ),
}
LOOK_AT_IT = {
    False: to_tell(
        "look at what it says about levels, phases and domains, "
        "or leave it out until there is a credit"
    ),
    True: to_tell(
        "look at what it says about levels, phases and domains, "
        "or leave it out until there is a target"
    ),
}


def unreachable_requirement(register: Register) -> Iterator[Diagnostic]:
    """There are as many credits or targets as a requirement asks for, and it asks for some."""
    framework = register.school.framework
    for place, requirement in enumerate(framework.requirements):
        wanted, there = wanted_and_there(register, requirement)
        if not 1 <= wanted <= there:
            message, hint = _why_not(requirement, wanted, there)
            span = framework.marks.at("requirements", place, "count")
            yield Diagnostic(rules.UNREACHABLE_REQUIREMENT, span, message, hint)


def _why_not(asking: Requirement, wanted: int, there: int) -> tuple[Sentence, Sentence]:
    """Why a requirement cannot be met, and what to try."""
    kind = (asking.about_targets, bool(asking.domain))
    domain = {"domain": asking.domain} if asking.domain else {}
    if not there:
        return tell(NONE_COUNTS[kind], **domain), tell(LOOK_AT_IT[asking.about_targets])
    if not wanted:
        message = tell("this asks for nothing, so everybody meets it at once")
        return message, tell("ask for 1 to %(there)s", there=there)
    message = tell(TOO_MANY[kind], wanted=wanted, there=there, **domain)
    return message, tell("ask for `all`, or for %(there)s at most", there=there)


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
