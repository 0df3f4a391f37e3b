"""Learning targets, badges, strands and binder as an edition may tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress_views import ProgressView, TargetGroup, TargetView
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.standing import Standings
from portfolio_gen.plan.badges import plan_badges
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.strands import plan_binder, plan_strands
from portfolio_gen.plan.targets import Labels, plan_targets
from portfolio_gen.plan.telling import ToldTarget, is_of_today

ALL = "targets"
OTHERS = "others"
"""Ids of groups that are neither a domain's nor a competency's."""


def plan_progress(
    sight: Sight, standings: Standings, told: tuple[ToldTarget, ...]
) -> ProgressView | None:
    """All that an edition tells of learning targets; None when that is nothing.

    Strands and binder say what is still missing, so they stand only where attempts are told.
    """
    if not told:
        return None
    labels = Labels.of(sight)
    known = {one.target.id: one.label for one in told}
    whole = sight.access.attempts and all(is_of_today(sight, one.standing) for one in told)
    return ProgressView(
        groups=tuple(_groups(sight, plan_targets(sight, told, labels), labels)),
        badges=plan_badges(sight, standings, told),
        strands=plan_strands(standings, known) if whole else (),
        binder=plan_binder(sight, standings, known) if whole else (),
    )


def _groups(sight: Sight, targets: Sequence[TargetView], labels: Labels) -> Iterator[TargetGroup]:
    """By domains where targets have them, otherwise by competencies; what belongs to none comes last."""
    by_domain = any(one.domain for one in targets)
    heads = labels.domains if by_domain else labels.competencies
    belongs = {one.id: one.domain if by_domain else one.competency for one in targets}
    for head in heads.values():
        if inside := tuple(one for one in targets if belongs[one.id] is head):
            yield TargetGroup(label=head, targets=inside)
    if rest := tuple(one for one in targets if belongs[one.id] is None):
        yield TargetGroup(label=_rest(sight, rest, alone=len(rest) == len(targets)), targets=rest)


def _rest(sight: Sight, targets: Sequence[TargetView], *, alone: bool) -> LabelView:
    """What to call the targets of no group: after their competencies, if they all have one."""
    if alone:
        return LabelView(id=ALL, title=sight.framework.called("target", many=True))
    if all(one.competency for one in targets):
        return LabelView(id=OTHERS, title=sight.framework.called("competency", many=True))
    called = sight.framework.word("target", many=True)
    return LabelView(id=OTHERS, title=sentence("Further %(targets)s", targets=called))
