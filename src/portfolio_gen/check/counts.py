"""PG324–PG327: frameworks that do not add up, and targets that nobody could reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell, tell_many, to_tell

MOST_TARGETS = 12
"""How many targets a course can teach well."""
CREDITS = to_tell("%(expected)s credits are expected, and there are %(there)s")
TARGETS = to_tell("%(expected)s targets are expected, and there are %(there)s")
IN_DOMAIN = to_tell("%(expected)s credits in `%(domain)s` are expected, and there are %(there)s")
NO_SCALE = to_tell("`%(target)s` has no scale, so nobody can tell how it is rated")
TWO_SCALES = to_tell(
    "`%(target)s` has a scale and levels of its own, so nobody can tell how it is rated"
)


def wrong_count(register: Register) -> Iterator[Diagnostic]:
    """There are as many credits and targets as the school says that there are."""
    framework = register.school.framework
    for keys, message, expected, there in _counts(register):
        if expected != there:
            yield Diagnostic(
                rules.WRONG_COUNT,
                framework.marks.at("expects", *keys),
                tell(message, expected=expected, there=there, **_named(keys)),
                tell(
                    "add or take away until they agree, or write %(there)s here if that is what the "
                    "school means",
                    there=there,
                ),
            )


def target_without_scale(register: Register) -> Iterator[Diagnostic]:
    """Each target has a scale or levels of its own, and not both."""
    framework = register.school.framework
    for place, target in enumerate(framework.targets):
        if bool(target.levels) == (target.scale is not None):
            scale = next(iter(register.scales), "")
            yield Diagnostic(
                rules.TARGET_WITHOUT_SCALE,
                framework.marks.at("targets", place, "id"),
                tell(TWO_SCALES if target.levels else NO_SCALE, target=target.id),
                tell(
                    "write its `scale: %(scale)s`, or list its own `levels`, and not both",
                    scale=scale or "…",
                ),
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
                _nobody_can_earn(short, wanted, there[short[0]]),
                tell(
                    "give it targets, ask for fewer, or let a committee decide (`policy: committee-decision`)"
                ),
            )


def too_many_targets(register: Register) -> Iterator[Diagnostic]:
    """A course teaches a dozen targets at most."""
    framework = register.school.framework
    for place, course in enumerate(framework.courses.offered if framework.courses else ()):
        if len(course.targets) > MOST_TARGETS:
            yield Diagnostic(
                rules.TOO_MANY_TARGETS,
                framework.marks.at("courses", "offered", place, "targets", MOST_TARGETS),
                tell(
                    "`%(course)s` teaches %(count)s targets, and %(most)s are plenty",
                    course=course.id,
                    count=len(course.targets),
                    most=MOST_TARGETS,
                ),
                tell("keep those that matter most, or join some that are always taught together"),
            )


def _counts(register: Register) -> Iterator[tuple[KeyPath, str, int, int]]:
    """Where the school says how many there are, what to say if not, how many it says, and how many there are."""
    expects = register.school.framework.expects
    if expects is None:
        return
    if expects.credits is not None:
        yield ("credits",), CREDITS, expects.credits, len(register.credits)
    if expects.targets is not None:
        yield ("targets",), TARGETS, expects.targets, len(register.targets)
    domains = Counter(one.domain for one in register.credits.values())
    for domain, expected in expects.domains.items():
        if domain in register.domains:
            yield ("domains", domain), IN_DOMAIN, expected, domains[domain]


def _named(keys: KeyPath) -> dict[str, str]:
    """The domain that a count is about, for the blank of that name."""
    return {"domain": str(keys[1])} if len(keys) > 1 else {}


def _nobody_can_earn(short: list[str], wanted: int, there: int) -> Sentence:
    """How many targets a credit takes, and how many there are; and of how many more credits the same is true."""
    credit = short[0]
    takes = tell_many(
        "it takes %(count)s target with a scale and `credit: %(credit)s`",
        "it takes %(count)s targets with a scale and `credit: %(credit)s`",
        wanted,
        credit=credit,
    )
    are = (
        tell_many("there is %(count)s", "there are %(count)s", there)
        if there
        else tell("there is none")
    )
    if len(short) == 1:
        return tell(
            "nobody can earn `%(credit)s`: %(takes)s, and %(are)s",
            credit=credit,
            takes=takes,
            are=are,
        )
    return tell(
        "nobody can earn `%(credit)s`: %(takes)s, and %(are)s (and the same is true of %(count)s more)",
        credit=credit,
        takes=takes,
        are=are,
        count=len(short) - 1,
    )


CHECKS: tuple[Check, ...] = (
    wrong_count,
    target_without_scale,
    level_without_targets,
    too_many_targets,
)
