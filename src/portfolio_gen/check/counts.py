"""PG324–PG327: frameworks that do not add up, and targets that nobody could reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath

MOST_TARGETS = 12
"""How many targets a course can teach well."""


def wrong_count(register: Register) -> Iterator[Diagnostic]:
    """There are as many credits and targets as the school says that there are."""
    framework = register.school.framework
    for keys, what, expected, there in _counts(register):
        if expected != there:
            yield Diagnostic(
                rules.WRONG_COUNT,
                framework.marks.at("expects", *keys),
                f"{expected} {what} are expected, and there are {there}",
                f"add or take away until they agree, or write {there} here if that is what the school means",
            )


def target_without_scale(register: Register) -> Iterator[Diagnostic]:
    """Each target has a scale or levels of its own, and not both."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if bool(target.levels) == (target.scale is not None):
            both = "a scale and levels of its own" if target.levels else "no scale"
            scale = next(iter(register.scales), "")
            yield Diagnostic(
                rules.TARGET_WITHOUT_SCALE,
                framework.marks.at("targets", place, "id"),
                f"`{target.id}` has {both}, so nobody can tell how it is rated",
                f"write its `scale: {scale or '…'}`, or list its own `levels`, and not both",
            )


def level_without_targets(register: Register) -> Iterator[Diagnostic]:
    """A credit that learning targets earn has as many targets as it takes."""
    framework = register.school.framework
    there = Counter(
        one.credit
        for one in register.targets.values()
        if one.status == "published" and one.id in register.progressions
    )
    for place, level in enumerate(framework.levels):
        wanted = 1 if level.targets.count == "all" else level.targets.count
        short = [
            credit.id
            for credit in register.credits.values()
            if level in framework.levels_of(credit) and there[credit.id] < wanted
        ]
        if level.policy == "targets" and short:
            yield Diagnostic(
                rules.LEVEL_WITHOUT_TARGETS,
                framework.marks.at("levels", place, "policy"),
                f"nobody can earn `{short[0]}`: it takes {wanted} target{'s' if wanted > 1 else ''} with a "
                f"scale and `credit: {short[0]}`, and there {_are(there[short[0]])}{_and(short)}",
                "give it targets, ask for fewer, or let a committee decide (`policy: committee-decision`)",
            )


def too_many_targets(register: Register) -> Iterator[Diagnostic]:
    """A course teaches a dozen targets at most."""
    framework = register.school.framework
    for place, course in enumerate(framework.courses.offered if framework.courses else ()):
        if len(course.targets) > MOST_TARGETS:
            yield Diagnostic(
                rules.TOO_MANY_TARGETS,
                framework.marks.at("courses", "offered", place, "targets", MOST_TARGETS),
                f"`{course.id}` teaches {len(course.targets)} targets, and {MOST_TARGETS} are plenty",
                "keep those that matter most, or join some that are always taught together",
            )


def _counts(register: Register) -> Iterator[tuple[KeyPath, str, int, int]]:
    """Where the school says how many there are, of what, how many it says, and how many there are."""
    expects = register.school.framework.expects
    if expects is None:
        return
    if expects.credits is not None:
        yield ("credits",), "credits", expects.credits, len(register.credits)
    if expects.targets is not None:
        yield ("targets",), "targets", expects.targets, len(register.targets)
    domains = Counter(one.domain for one in register.credits.values())
    for domain, expected in expects.domains.items():
        if domain in register.domains:
            yield ("domains", domain), f"credits in `{domain}`", expected, domains[domain]


def _are(count: int) -> str:
    return "is none" if not count else "is 1" if count == 1 else f"are {count}"


def _and(short: list[str]) -> str:
    return f" (and the same is true of {len(short) - 1} more)" if len(short) > 1 else ""


CHECKS: tuple[Check, ...] = (
    wrong_count,
    target_without_scale,
    level_without_targets,
    too_many_targets,
)
