"""What a rating policy looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from portfolio_gen.model.rating import Rating, RatingRules
from portfolio_gen.model.scale import Progression


class Seen(NamedTuple):
    """A rating with the place of its level among the target's levels."""

    rating: Rating
    place: int


class Verdict(NamedTuple):
    """The level that a policy finds in some ratings."""

    place: int
    on: Sequence[Seen]
    """The ratings that it rests on, oldest first."""


Judge: TypeAlias = Callable[[Sequence[Seen], RatingRules, Progression], Verdict | None]
"""A policy: ratings of one target, oldest first and at least one, to a level; None when they do not show any."""
