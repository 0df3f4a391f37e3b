"""The policy `newest`: new evidence can always change the picture, in either direction."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import Progression


def judge(seen: Sequence[Seen], _rules: RatingRules, _progression: Progression) -> Verdict | None:
    """The newest rating's level."""
    return Verdict(seen[-1].place, seen[-1:])
