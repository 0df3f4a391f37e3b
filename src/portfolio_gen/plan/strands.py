"""Where the student is learning in each strand, and what was taught, learned and mastered."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.framework import Competency
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.progress import LearningLevel
from portfolio_gen.model.progress_views import BinderView, StrandView
from portfolio_gen.model.standing import Standings
from portfolio_gen.plan.credits import competency_label, domain_label
from portfolio_gen.plan.sight import Sight


def plan_strands(standings: Standings, targets: Mapping[str, LabelView]) -> tuple[StrandView, ...]:
    """Strand by strand; `targets` are the labels of those that this edition tells of, by their ids."""
    return tuple(_strand_view(one, targets) for one in standings.learning)


def _strand_view(one: LearningLevel, targets: Mapping[str, LabelView]) -> StrandView:
    strand = one.strand
    return StrandView(
        label=competency_label(strand) if isinstance(strand, Competency) else domain_label(strand),
        through=one.through.title if one.through else "",
        phase=one.phase.title if one.phase else "",
        gaps=tuple(targets[gap.id] for gap in one.gaps if gap.id in targets),
    )


def plan_binder(
    sight: Sight, standings: Standings, targets: Mapping[str, LabelView]
) -> tuple[BinderView, ...]:
    """What became of each target, where the school keeps a binder: where it writes down what it taught."""
    if sight.ledger is None or not sight.ledger.taught:
        return ()
    return tuple(
        BinderView(
            target=targets[one.target.id],
            taught=one.taught,
            learned=one.learned,
            mastered=one.mastered,
        )
        for one in standings.binder
        if one.target.id in targets
    )
