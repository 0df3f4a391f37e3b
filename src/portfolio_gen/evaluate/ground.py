"""What a framework's students have in common, worked out once for all of them."""

from __future__ import annotations

from functools import lru_cache

from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.rating import RatingKind, RatingRules
from portfolio_gen.model.scale import Progression
from portfolio_gen.model.speech import Word
from portfolio_gen.model.target import Target
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """One learning target with all that is needed to judge its ratings."""

    target: Target
    progression: Progression
    rules: RatingRules
    kinds: frozenset[RatingKind]
    """Kinds of ratings that are looked at, those for practice included where they have a share."""
    rating: Word = Word("rating")
    """What the school calls a rating."""
    many_ratings: Word = Word("ratings")
    """And several of them."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A framework, taken apart."""

    framework: Framework
    credits: tuple[tuple[Credit, tuple[CreditLevel, ...]], ...]
    """Every credit with the levels at which it can be earned."""
    targets: tuple[Aim, ...]
    """Every learning target that has levels."""


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A framework as a key: it is itself and nothing else, so that nobody compares thousands of values."""

    framework: Framework

    def __hash__(self) -> int:
        return id(self.framework)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.framework is other.framework


def ground_of(framework: Framework) -> Ground:
    """The framework, taken apart; at once when it is one of the last few."""
    return _ground(_Same(framework))


@lru_cache(maxsize=8)
def _ground(same: _Same) -> Ground:
    framework = same.framework
    return Ground(
        framework=framework,
        credits=tuple((one, framework.levels_of(one)) for one in framework.all_credits()),
        targets=tuple(
            _aim(framework, one, progression)
            for one in framework.all_targets()
            if (progression := framework.progression(one))
        ),
    )


def _aim(framework: Framework, target: Target, progression: Progression) -> Aim:
    rules = framework.rules_for(target)
    practice = rules.policy == "decaying" and rules.formative_share > 0
    kinds: tuple[RatingKind, ...] = (*rules.kinds, "formative") if practice else rules.kinds
    one, many = framework.word("rating"), framework.word("rating", many=True)
    return Aim(target, progression, rules, frozenset(kinds), one, many)
