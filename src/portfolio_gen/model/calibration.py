"""How far scorers agree: what a committee learns about its own reading, and never about a student."""

from __future__ import annotations

from fractions import Fraction

from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One scorer's rating of one criterion of one credit that was pitched."""

    criterion: str
    """Rubric and criterion, such as `thinking/evidence`; only marks of the same one are compared."""
    work: str
    """What was scored, the same for everybody who scored it."""
    scorer: str
    """Id of the member."""
    place: int
    """Place of the level on the rubric's scale, from 0 for the lowest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far the scorers of a session agree on one criterion."""

    criterion: str
    works: int
    """How many works were rated by two scorers or more; the n of everything here."""
    scorers: int
    """How many people have rated those."""
    apart: tuple[int, ...]
    """Pairs of scorers of the same work by how many levels lie between them: the same level, one apart, and so on."""
    kappa: Fraction | None
    """Quadratically weighted kappa; None unless exactly two people scored, and where it is not defined."""
    alpha: Fraction | None
    """Krippendorff's alpha for ordinal data; None where all ratings are the same, so that it is not defined."""
    shaky: tuple[Fraction, Fraction] | None
    """Lowest and highest alpha when any one work is left out; None where that cannot be told, or n is large."""

    @property
    def pairs(self) -> int:
        """How many pairs of ratings are compared."""
        return sum(self.apart)

    @property
    def share(self) -> Fraction | None:
        """Percent agreement, as a share of 1: pairs that chose the same level; None without pairs."""
        return Fraction(self.apart[0], self.pairs) if self.pairs else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """How one scorer rates beside the others who rated the same."""

    scorer: str
    levels: Fraction
    """Difference to the others, in levels: below 0 for somebody stricter, above 0 for somebody milder."""
    ratings: int
    """How many of their ratings could be compared."""
    works: int
    """How many works those belong to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A work on which scorers lie two levels or more apart in one criterion."""

    criterion: str
    work: str
    places: tuple[tuple[str, int], ...]
    """Scorer and place of the level that they chose, lowest first."""

    @property
    def levels(self) -> int:
        """How many levels lie between the lowest and the highest."""
        return self.places[-1][1] - self.places[0][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The calibration report of one session."""

    agreements: tuple[Agreement, ...] = ()
    """Criterion by criterion, in the order in which they were given."""
    severities: tuple[Severity, ...] = ()
    """By the ids of the scorers: an order that says nothing."""
    gaps: tuple[Gap, ...] = ()
    """The widest first."""
    works: int = 0
    """How many works were rated by two scorers or more, by whichever rubric."""
