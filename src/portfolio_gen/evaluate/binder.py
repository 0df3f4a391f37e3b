"""What became of each learning target: when it was taught, learned, and mastered."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.evaluate.ground import Aim
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import BinderRow, TargetStanding


def binder(
    aims: Iterable[Aim], standings: Iterable[TargetStanding], ledger: Ledger | None
) -> tuple[BinderRow, ...]:
    """One row for each published target."""
    taught = ledger.taught if ledger else {}
    return tuple(
        BinderRow(
            target=aim.target,
            taught=tuple(sorted(taught.get(aim.target.id, ()))),
            learned=_learned(aim, one),
            mastered=one.reached,
        )
        for aim, one in zip(aims, standings, strict=True)
        if aim.target.status == "published"
    )


def _learned(aim: Aim, standing: TargetStanding) -> Day | None:
    """First day on which somebody whose ratings count saw the level aimed for, in practice or in earnest."""
    return next(
        (
            one.date
            for one in standing.attempts
            if one.rater in aim.rules.raters
            and aim.progression.places.get(one.level, -1) >= aim.progression.aim
        ),
        None,
    )
