"""Ratings: how somebody saw a student's work on one learning target, and how a school counts them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass

RatingKind: TypeAlias = Literal["formative", "summative"]
"""For practice, or to show what has been learned."""

RaterRole: TypeAlias = Literal["self", "peer", "teacher", "committee", "expert"]
"""Who rates."""

RatingPolicy: TypeAlias = Literal["newest", "highest", "n-times", "decaying", "decision"]
"""How several ratings of one target become one level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRules(Noun):
    """How several ratings of one target become the level at which it stands; never across targets."""

    policy: RatingPolicy = "newest"
    """`newest` or `highest` rating; `n-times`: the level that has been shown often enough; `decaying`: a mean in which
    newer ratings weigh more, as the nearest level; `decision`: the newest rating that enough people made together."""
    times: int = 2
    """Under `n-times`: how often a level, or a higher one, must have been shown."""
    within: int | None = None
    """Under `n-times`: only so many of the latest ratings are looked at."""
    decay: float = 0.65
    """Under `decaying`: weight of each new rating, between 0 and 1; all before it share the rest."""
    quorum: int = 1
    """Under `decision`: fewest people who must have rated together; 1 leaves it to one educator."""
    kinds: tuple[RatingKind, ...] = ("summative",)
    """Kinds of ratings that count."""
    formative_share: int = 0
    """Under `decaying`: percent of the mean that formative ratings make, where there are summative ones too."""
    raters: tuple[RaterRole, ...] = ("teacher", "committee", "expert")
    """Whose ratings count. Those of others are kept and shown beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReworkStep(Noun):
    """Something that helps to get from one try to the next."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """How to do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rework(Noun):
    """What a student means to do before the next try."""

    plan: Prose | None = None
    """The plan, in the student's words."""
    steps: tuple[str, ...] = ()
    """Ids from the framework's menu `rework`."""
    until: Day | None = None
    """When they mean to try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Noun):
    """At which level somebody saw a student's work on one learning target."""

    target: str
    """Id of the learning target."""
    level: str
    """Level of the target's scale, or `insufficient` where the evidence shows none."""
    date: Day
    """The day of the rating."""
    kind: RatingKind = "summative"
    """`formative`: for practice; `summative`: to show what has been learned."""
    rater: RaterRole = "teacher"
    """Who rated."""
    by: tuple[str, ...] = ()
    """Who exactly: ids of the committee file for teachers and committees, names with their agreement for others."""
    works: tuple[str, ...] = ()
    """Slugs of the student's work that was rated."""
    note: Prose | None = None
    """What the rater tells the student, in Markdown."""
    modified: bool = False
    """Whether the scale was modified for this student: another claim, which never counts here and is never published.
    (An accommodation changes nothing, and is not recorded at all.)"""
    rework: Rework | None = None
    """What the student means to do before the next try."""
    release: Day | None = None
    """First day on which student, family and others may see it; at once without one."""
    id: str | None = None
    """A name for this entry, needed only for correcting it."""
    corrects: str | None = None
    """Id of an earlier rating that was recorded wrongly and no longer counts."""

    def released(self, on: Day) -> bool:
        """Whether it may be seen outside the school on a day."""
        return self.release is None or self.release <= on
