"""The bridge sheet: counts of credits, by rules that the school has written, and nothing that is averaged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from portfolio_gen.model.bridge import Bridge, BridgeCourse, BridgeGrade
from portfolio_gen.model.bridge_views import BridgeRow, BridgeView
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.speech import Sentence, sentence
from portfolio_gen.model.standing import State
from portfolio_gen.plan.sight import Sight

TITLE = sentence("Bridge sheet")


def plan_bridge(sight: Sight, credits: Mapping[str, CreditView]) -> BridgeView | None:
    """The bridge sheet; None unless the school turns it on for this edition and credits are shown there."""
    bridge = sight.framework.bridge
    if bridge is None or not is_shown(bridge, sight) or "credits" not in sight.access.shows:
        return None
    return BridgeView(
        title=bridge.title or TITLE,
        about=bridge.about or "",
        rows=tuple(_rows(sight.framework, bridge, credits)),
    )


def is_shown(bridge: Bridge, sight: Sight) -> bool:
    """Whether the school wants it in this edition."""
    return sight.access.edition in bridge.editions


def _rows(
    framework: Framework, bridge: Bridge, credits: Mapping[str, CreditView]
) -> Iterator[BridgeRow]:
    for course in bridge.courses:
        known = [credits[one] for one in course.credits if one in credits]
        earned = [one for one in known if one.standings[0].state is State.EARNED]
        beyond = sum(one.mark == "advanced" for one in known)
        if grade := _grade(course, len(earned), beyond):
            yield BridgeRow(
                title=course.title,
                subject=course.subject or "",
                units=course.units or "",
                grade=grade.grade,
                rule=_rule(framework, course, grade),
                credits=_labels(earned),
            )


def _grade(course: BridgeCourse, earned: int, beyond: int) -> BridgeGrade | None:
    """The first grade that so many credits come near to."""
    fits = (one for one in course.grades if earned >= one.earned and beyond >= one.beyond)
    return next(fits, None)


def _rule(framework: Framework, course: BridgeCourse, grade: BridgeGrade) -> Sentence:
    """How the grade was found, in the school's words."""
    credits, level = framework.word("credit", many=True), framework.levels[0].title.lower()
    if grade.beyond:
        return sentence(
            "%(grade)s: at least %(earned)s of these %(of)s %(credits)s earned at %(level)s, "
            "%(beyond)s of them beyond that.",
            grade=grade.grade,
            earned=grade.earned,
            of=len(course.credits),
            credits=credits,
            level=level,
            beyond=grade.beyond,
        )
    return sentence(
        "%(grade)s: at least %(earned)s of these %(of)s %(credits)s earned at %(level)s.",
        grade=grade.grade,
        earned=grade.earned,
        of=len(course.credits),
        credits=credits,
        level=level,
    )


def _labels(credits: Sequence[CreditView]) -> tuple[LabelView, ...]:
    return tuple(LabelView(id=one.id, title=one.title, address=one.address) for one in credits)
