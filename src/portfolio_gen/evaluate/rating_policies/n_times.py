"""The policy `n-times`: once may be luck, so a level must be shown again."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import Progression


def judge(seen: Sequence[Seen], rules: RatingRules, _progression: Progression) -> Verdict | None:
    """The highest level that was shown, or surpassed, often enough; None before there are that many ratings."""
    window = seen[-rules.within :] if rules.within else seen
    if len(window) < max(rules.times, 1):
        return None
    place = sorted((one.place for one in window), reverse=True)[max(rules.times, 1) - 1]
    return Verdict(place, tuple(one for one in window if one.place >= place))
