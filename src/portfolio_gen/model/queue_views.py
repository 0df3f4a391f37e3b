"""The committee's queue: every pitch that waits, and for whom. It stands in the committee's own edition alone."""

from __future__ import annotations

from portfolio_gen.model.dates import Day
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedView:
    """A pitch that waits for a decision."""

    student: str
    """The name that the edition shows."""
    home: str
    """Folder of the student's site in the edition, such as `maya-chen/`."""
    title: str
    address: str
    """Of its page, in that site."""
    date: Day
    """The day on which it was handed in, or on which the student says they pitch it."""
    handed_in: bool
    """Whether there is a frozen copy that can be scored."""
    claims: tuple[tuple[str, str, str], ...]
    """Each credit that is still undecided: its title, its domain, and the level."""
    session: str = ""
    session_date: Day | None = None
    session_address: str = ""
    """Relative to the edition."""
    scored: int = 0
    needed: int = 0
    """How many ballots a decision needs."""
    awaited: tuple[str, ...] = ()
    """Names of those who sit in the session and have not scored yet."""

    def days(self, on: Day) -> int:
        """For how many days it has been waiting; none before its day has come."""
        return max(0, (on - self.date).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """All of them, the one that has waited longest first."""

    on: Day
    """The day on which they are counted."""
    pitches: tuple[QueuedView, ...]

    @property
    def by_student(self) -> tuple[tuple[str, tuple[QueuedView, ...]], ...]:
        """Each student with their pitches, by name; two of the same name stay two."""
        found: dict[tuple[str, str], list[QueuedView]] = {}
        for one in self.pitches:
            found.setdefault((one.student.casefold(), one.home), []).append(one)
        return tuple((group[0].student, tuple(group)) for _, group in sorted(found.items()))

    @property
    def by_credit(self) -> tuple[tuple[str, tuple[QueuedView, ...]], ...]:
        """Each credit with the pitches for it, by its title."""
        found: dict[str, list[QueuedView]] = {}
        for one in self.pitches:
            for title in dict.fromkeys(title for title, _, _ in one.claims):
                found.setdefault(title, []).append(one)
        ordered = sorted(found.items(), key=lambda one: one[0].casefold())
        return tuple((title, tuple(group)) for title, group in ordered)
