"""The ways in which ratings of one target become a level; a new one is a new module and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.evaluate.rating_policies import decaying, decision, highest, n_times, newest
from portfolio_gen.evaluate.seen import Judge
from portfolio_gen.model.rating import RatingPolicy

RATING_POLICIES: Mapping[RatingPolicy, Judge] = {
    "newest": newest.judge,
    "highest": highest.judge,
    "n-times": n_times.judge,
    "decaying": decaying.judge,
    "decision": decision.judge,
}

__all__ = ["RATING_POLICIES"]
