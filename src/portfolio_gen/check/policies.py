"""PG333, PG334: rules for counting ratings that cannot be, or that let practice count too much."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath
from portfolio_gen.model.rating import RatingRules

MOST_FORMATIVE = 15
"""Percent that practice may weigh before it is no practice any more."""


def formative_share(register: Register) -> Iterator[Diagnostic]:
    """Practice counts for little or nothing."""
    for keys, one in _rules(register):
        if one.formative_share > MOST_FORMATIVE:
            message = f"formative ratings make {one.formative_share} percent, and {MOST_FORMATIVE} are plenty"
        elif one.formative_share and one.policy != "decaying":
            message = f"the policy `{one.policy}` weighs nothing, so a share has no effect"
        else:
            continue
        hint = "practice is for trying things out: leave `formative_share` at 0, or keep it small"
        span = register.school.framework.marks.at(*keys, "formative_share")
        yield Diagnostic(rules.FORMATIVE_SHARE, span, message, hint)


def impossible_rating_rules(register: Register) -> Iterator[Diagnostic]:
    """The numbers of a policy make sense together, and somebody's ratings count."""
    for keys, one in _rules(register):
        for key, message, hint in _faults(one):
            span = register.school.framework.marks.at(*keys, key)
            yield Diagnostic(rules.IMPOSSIBLE_RATING_RULES, span, message, hint)


def _faults(one: RatingRules) -> Iterator[tuple[str, str, str]]:
    if one.times < 1:
        yield "times", "a level cannot be shown less than once", "write 1 or more"
    if one.within is not None and one.within < max(one.times, 1):
        message = f"{one.times} ratings cannot be found within the latest {one.within}"
        yield "within", message, f"write {max(one.times, 1)} or more, or leave it away"
    if not 0 < one.decay <= 1:
        message = f"the newest rating cannot weigh {one.decay:g} of the whole"
        yield "decay", message, "write a number above 0 and up to 1, such as 0.65"
    if one.quorum < 1:
        yield "quorum", "somebody must decide", "write 1 or more"
    if not 0 <= one.formative_share < 100:
        yield "formative_share", "a share is a percentage", "write a number from 0 to 99"
    if not one.kinds:
        yield "kinds", "no rating would ever count", "write at least `[summative]`"
    if not one.raters:
        yield "raters", "nobody's rating would ever count", "write at least `[teacher]`"


def _rules(register: Register) -> Iterator[tuple[KeyPath, RatingRules]]:
    framework = register.school.framework
    yield ("ratings",), framework.ratings
    for place, target in enumerate(framework.targets):
        if target.ratings:
            yield ("targets", place, "ratings"), target.ratings


CHECKS: tuple[Check, ...] = (formative_share, impossible_rating_rules)
