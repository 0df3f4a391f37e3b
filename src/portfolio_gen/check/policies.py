"""PG333, PG334: rules for counting ratings that cannot be, or that let practice count too much."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic, KeyPath
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.speech import Sentence
from portfolio_gen.model.tell import tell

MOST_FORMATIVE = 15
"""Percent that practice may weigh before it is no practice any more."""


def formative_share(register: Register) -> Iterator[Diagnostic]:
    """Practice counts for little or nothing."""
    for keys, one in _rules(register):
        if one.formative_share > MOST_FORMATIVE:
            message = tell(
                "formative ratings make %(share)s percent, and %(most)s are plenty",
                share=one.formative_share,
                most=MOST_FORMATIVE,
            )
        elif one.formative_share and one.policy != "decaying":
            message = tell(
                "the policy `%(policy)s` weighs nothing, so a share has no effect",
                policy=one.policy,
            )
        else:
            continue
        hint = tell(
            "practice is for trying things out: leave `formative_share` at 0, or keep it small"
        )
        span = register.school.framework.marks.at(*keys, "formative_share")
        yield Diagnostic(rules.FORMATIVE_SHARE, span, message, hint)


def impossible_rating_rules(register: Register) -> Iterator[Diagnostic]:
    """The numbers of a policy make sense together, and somebody's ratings count."""
    for keys, one in _rules(register):
        for key, message, hint in _faults(one):
            span = register.school.framework.marks.at(*keys, key)
            yield Diagnostic(rules.IMPOSSIBLE_RATING_RULES, span, message, hint)


def _faults(one: RatingRules) -> Iterator[tuple[str, Sentence, Sentence]]:
    if one.times < 1:
        yield "times", tell("a level cannot be shown less than once"), tell("write 1 or more")
    if one.within is not None and one.within < max(one.times, 1):
        message = tell(
            "%(times)s ratings cannot be found within the latest %(within)s",
            times=one.times,
            within=one.within,
        )
        hint = tell("write %(fewest)s or more, or leave it away", fewest=max(one.times, 1))
        yield "within", message, hint
    if not 0 < one.decay <= 1:
        message = tell(
            "the newest rating cannot weigh %(decay)s of the whole", decay=f"{one.decay:g}"
        )
        yield "decay", message, tell("write a number above 0 and up to 1, such as 0.65")
    if one.quorum < 1:
        yield "quorum", tell("somebody must decide"), tell("write 1 or more")
    if not 0 <= one.formative_share < 100:
        yield (
            "formative_share",
            tell("a share is a percentage"),
            tell("write a number from 0 to 99"),
        )
    if not one.kinds:
        yield "kinds", tell("no rating would ever count"), tell("write at least `[summative]`")
    if not one.raters:
        yield "raters", tell("nobody's rating would ever count"), tell("write at least `[teacher]`")


def _rules(register: Register) -> Iterator[tuple[KeyPath, RatingRules]]:
    framework = register.school.framework
    yield ("ratings",), framework.ratings
    for place, target in enumerate(framework.targets):
        if target.ratings:
            yield ("targets", place, "ratings"), target.ratings


CHECKS: tuple[Check, ...] = (formative_share, impossible_rating_rules)
