"""The policy `highest`: what somebody has once shown, they have shown."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import Progression


def judge(seen: Sequence[Seen], _rules: RatingRules, _progression: Progression) -> Verdict | None:
    """The highest rating's level, resting on the first that showed it."""
    best = max(seen, key=lambda one: one.place)
    return Verdict(best.place, (best,))
