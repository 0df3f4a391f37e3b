"""Learning targets with their pages: the levels, where the student stands among them, and the way there."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress_views import DimensionView, StepView, TargetView
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.target import Dimension
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.credits import competency_label, credit_label, domain_label
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import ToldTarget
from portfolio_gen.plan.tries import OwnWords, attempt_views, growth_view, own_words, seen_views


@dataclass(frozen=True, slots=True)
class Labels:
    """What targets belong to, by ids; made once for all of them."""

    credits: Mapping[str, LabelView]
    domains: Mapping[str, LabelView]
    competencies: Mapping[str, LabelView]
    phases: Mapping[str, str]

    @classmethod
    def of(cls, sight: Sight) -> Labels:
        """Those of the student's framework."""
        framework = sight.framework
        return cls(
            credits={one.id: credit_label(one) for one in framework.all_credits()},
            domains={one.id: domain_label(one) for one in framework.domains},
            competencies={one.id: competency_label(one) for one in framework.competencies},
            phases={one.id: one.title for one in framework.phases},
        )


def plan_targets(
    sight: Sight, told: tuple[ToldTarget, ...], labels: Labels
) -> tuple[TargetView, ...]:
    """The targets' views, in the same order."""
    own = own_words(sight)
    return tuple(_target_view(sight, one, labels, own) for one in told)


def _target_view(sight: Sight, told: ToldTarget, labels: Labels, own: OwnWords) -> TargetView:
    target = told.target
    evidence = dict.fromkeys(work for one in told.counted for work in one.works)
    return TargetView(
        id=target.id,
        title=target.title,
        address=told.label.address,
        state=told.state,
        because=told.because,
        about=target.about or "",
        draft=told.draft,
        know=target.know,
        understand=target.understand,
        do=target.do,
        levels=_step_views(told),
        dimensions=tuple(_dimension_view(told, one) for one in target.dimensions),
        works=tuple(sight.link(slug) for slug in evidence),
        views=seen_views(told, own),
        attempts=attempt_views(sight, told),
        growth=growth_view(sight, told),
        credit=labels.credits.get(target.credit or ""),
        domain=labels.domains.get(target.domain or ""),
        competency=labels.competencies.get(target.competency or ""),
        phase=labels.phases.get(target.phase or "", ""),
    )


def _step_views(told: ToldTarget) -> tuple[StepView, ...]:
    progression = told.progression
    decimals = any(value % 1 for value in progression.values)
    held = told.standing.held if told.level else ()
    return tuple(
        StepView(
            id=level.id,
            title=level.title,
            about=level.about or "",
            value=_figure(level, decimals=decimals),
            next_step=level.next_step or "",
            cannot_yet=level.cannot_yet or "",
            can_already=level.can_already or "",
            activities=level.activities,
            badge=level.badge or "",
            aimed_for=place == progression.aim,
            here=level is told.level,
            since=held[place] if held and place >= told.lowest else None,
        )
        for place, level in enumerate(progression.levels)
    )


def _figure(level: ScaleLevel, *, decimals: bool) -> str:
    """A level's number, on a scale of half points also `3.0`."""
    if level.value is None:
        return ""
    return f"{level.value:.1f}" if decimals and not level.value * 10 % 1 else f"{level.value:g}"


def _dimension_view(told: ToldTarget, dimension: Dimension) -> DimensionView:
    described = {one.id: one.about or one.title for one in dimension.levels}
    return DimensionView(
        title=dimension.title,
        about=dimension.about or "",
        levels=tuple(
            (level.title, described[level.id])
            for level in told.progression.levels
            if level.id in described
        ),
    )
