"""The policy `decaying`: a mean within one target in which newer ratings weigh more, told as a level."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import Progression


def judge(seen: Sequence[Seen], rules: RatingRules, progression: Progression) -> Verdict | None:
    """The level nearest to the mean, the higher of two that are as near; None without a rating that counts fully.

    The number itself is told to nobody: two ratings of one target can be weighed, two targets cannot.
    """
    full = [one for one in seen if one.rating.kind in rules.kinds]
    practice = [one for one in seen if one.rating.kind not in rules.kinds]
    if not full:
        return None
    mean = _decayed(full, rules, progression)
    if practice:
        share = rules.formative_share / 100
        mean = (1 - share) * mean + share * _decayed(practice, rules, progression)
    return Verdict(_nearest(mean, progression), seen)


def _decayed(seen: Sequence[Seen], rules: RatingRules, progression: Progression) -> float:
    """Each rating weighs `decay` against all that came before it."""
    first, *later = (progression.values[one.place] for one in seen)
    mean = first
    for value in later:
        mean += rules.decay * (value - mean)
    return mean


def _nearest(mean: float, progression: Progression) -> int:
    nearest, least = 0, inf
    for place, value in enumerate(progression.values):
        # Rounded, so that a tie is a tie although numbers such as 0.65 have no exact form.
        distance = round(abs(value - mean), 9)
        if distance <= least:
            nearest, least = place, distance
    return nearest
