"""What students are told with the decisions of a committee, in its chair's words (a file that `decide` is given)."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.value import dataclass

SPOKEN = ("strong", "missing", "feedback")
"""Keys of a decision that speak to the student, in the order in which they are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Noun):
    """What a student is told about one decision, or about all that a pitch leads to."""

    pitch: str
    """The pitch: `⟨student⟩/⟨slug⟩`."""
    credit: str | None = None
    """Credit id; all that the pitch claims without one."""
    level: str | None = None
    """Credit level; each that the pitch claims without one."""
    strong: Prose | None = None
    """What was strong, instead of what the ballots say about it; left empty, nothing is said."""
    missing: Prose | None = None
    """What is still missing, instead of what the ballots say about it; left empty, nothing is said."""
    feedback: Prose | None = None
    """What comes next, and whatever else the committee tells the student."""

    def is_about(self, pitch: str, credit: str, level: str) -> bool:
        """Whether it is told with a decision about that."""
        return self.pitch == pitch and self.credit in (None, credit) and self.level in (None, level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Page):
    """What is told with the decisions of a session."""

    decisions: tuple[Told, ...] = ()
    """One for each decision that is put into other words than the ballots'."""
