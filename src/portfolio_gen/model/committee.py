"""Who decides (transcripts/committee.yml)."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page


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

    def serves_on(self, day: Day) -> bool:
        """Whether they are a member on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee(Page):
    """The members and how many of them a decision needs."""

    members: tuple[Member, ...] = ()
    """Everybody who serves or has served; nobody is ever taken out."""
    quorum: int = 3
    """Fewest members that can decide."""
