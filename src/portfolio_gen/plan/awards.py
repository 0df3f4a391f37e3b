"""Every earned credit with the chain that explains it: rule, decision, level, work, who, and what it superseded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.credit_views import CreditView, DecisionView, StandingView
from portfolio_gen.model.framework import CreditLevel, Framework
from portfolio_gen.model.speech import Sentence, Spelled, Word, sentence
from portfolio_gen.model.standing import State
from portfolio_gen.plan.sight import Sight


def plan_awards(sight: Sight, credits: Iterable[CreditView]) -> tuple[AwardView, ...]:
    """What has been earned, in the framework's order, of credits as this edition may tell of them."""
    levels = {one.id: one for one in sight.framework.levels}
    return tuple(
        _award(sight, credit, standing, levels[standing.level.id])
        for credit in credits
        for standing in credit.standings
        if standing.state is State.EARNED
    )


def _award(
    sight: Sight, credit: CreditView, standing: StandingView, level: CreditLevel
) -> AwardView:
    at_level = tuple(one for one in credit.decisions if one.level == level.title)
    decision = next((one for one in at_level if one.counts), None)
    return AwardView(
        credit=credit,
        level=standing.level,
        beyond=level != sight.framework.levels[0],
        standard=_standard(credit),
        rule=_rule(sight.framework, level),
        because=standing.because,
        date=standing.date,
        by=decision.committee if decision else (),
        ratings=decision.ratings if decision else (),
        targets=credit.targets if level.policy == "targets" else (),
        works=standing.works,
        superseded=tuple(_superseded(at_level)) if sight.access.grows else (),
    )


def _superseded(decisions: Iterable[DecisionView]) -> Iterator[DecisionView]:
    return (one for one in decisions if not one.counts)


def _standard(credit: CreditView) -> str:
    """What the credit means: in words of its own, or of the skill that it shows, or of its domain."""
    competency = credit.competency.about if credit.competency else ""
    return credit.about or competency or credit.domain.about


def _rule(framework: Framework, level: CreditLevel) -> Sentence:
    """How a credit is earned at a level."""
    credit, title = framework.word("credit"), level.title.lower()
    if level.policy == "targets":
        return _rule_of_targets(framework, level, title, credit)
    decides = framework.word("educator" if level.policy == "educator-decision" else "committee")
    return sentence(
        "A %(level)s %(credit)s is earned when the %(who)s decides that the work meets the standard.",
        level=title,
        credit=credit,
        who=decides,
    )


def _rule_of_targets(
    framework: Framework, level: CreditLevel, title: str, credit: Word
) -> Sentence:
    needed, many = level.targets.count, framework.word("target", many=True)
    if needed == "all":
        return sentence(
            "A %(level)s %(credit)s is earned by reaching all of its %(targets)s.",
            level=title,
            credit=credit,
            targets=many,
        )
    return sentence(
        "A %(level)s %(credit)s is earned by reaching %(count)s of its %(targets)s.",
        level=title,
        credit=credit,
        count=Spelled(needed),
        targets=many,
    )
