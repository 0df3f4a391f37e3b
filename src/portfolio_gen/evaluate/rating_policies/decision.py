"""The policy `decision`: a level stands when enough people have decided on it together."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import Progression


def judge(seen: Sequence[Seen], rules: RatingRules, _progression: Progression) -> Verdict | None:
    """The newest level on which as many people as the quorum decided; None before there is one."""
    for one in reversed(seen):
        if len(set(one.rating.by)) >= rules.quorum:
            return Verdict(one.place, (one,))
    return None
