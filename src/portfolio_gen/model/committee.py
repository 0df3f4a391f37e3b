"""Who decides (transcripts/committee.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page
from portfolio_gen.model.speech import sentence
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Noun):
    """Somebody about whom a member should not decide."""

    student: str
    """Id of the student."""
    why: str = "relative"
    """Why, such as `relative`, `coach` or `family friend`; only committees see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Noun):
    """Somebody who may sit on a committee, or advise a student."""

    id: str
    """Their name in ledgers."""
    name: str
    """Their name for readers."""
    role: str | None = None
    """What they do at the school, as readers should see it."""
    since: Day | None = None
    """First day on which they serve."""
    until: Day | None = None
    """Last day on which they serve."""
    conflicts: tuple[Conflict, ...] = ()
    """Students about whom they do not decide."""
    key: str | None = None
    """Their public key (Ed25519, multibase), if their ballots are to be signed."""
    expert: bool = False
    """Whether they are from outside the school, and see only the pitches that are sent to them."""

    def serves_on(self, day: Day) -> bool:
        """Whether they are a member on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Noun):
    """What a committee may say at the end, in the school's own words."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers, such as `pass` or `resubmit`."""
    means: Literal["earned", "not-yet"]
    """What it means for the credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule(Noun):
    """How several ballots become one proposal; a chair confirms it."""

    by: Literal["majority", "consensus"] = "majority"
    """`majority`: more than half of the ballots that count; `consensus`: all of them."""
    minimum: Mapping[str, str] | str | None = None
    """The level that an award needs: one for all criteria, or criterion to level. A criterion has reached it when the
    majority (or everybody) rates it so, or higher."""
    advisor_may_score: bool = False
    """Whether a student's own advisor may score their pitches."""

    def least(self, criterion: str) -> str | None:
        """The level that an award needs in a criterion; None where any will do."""
        return (
            self.minimum
            if self.minimum is None or isinstance(self.minimum, str)
            else self.minimum.get(criterion)
        )


OUTCOMES = (
    Outcome(id="earned", title=sentence("earned"), means="earned"),
    Outcome(id="not-yet", title=sentence("not yet"), means="not-yet"),
)
"""What a committee may say where the school has no words of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee(Page):
    """The members and how many of them a decision needs."""

    members: tuple[Member, ...] = ()
    """Everybody who serves or has served; nobody is ever taken out."""
    quorum: int = 3
    """Fewest members that can decide."""
    rule: DecisionRule = DecisionRule()
    """How ballots become a proposal."""
    outcomes: tuple[Outcome, ...] = ()
    """What the committee may say, best first; `earned` and `not yet` when nothing is written here."""

    def says(self) -> tuple[Outcome, ...]:
        """The school's outcomes, or the plain two."""
        return self.outcomes or OUTCOMES

    def outcome(self, name: str) -> Outcome | None:
        """The outcome of an id."""
        return next((one for one in self.says() if one.id == name), None)

    def member(self, name: str) -> Member | None:
        """The member of an id."""
        return next((one for one in self.members if one.id == name), None)
