"""What is decided about, what the ballots come to, and what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic, Span
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import Feedback
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.model.value import dataclass
from portfolio_gen.pitching.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """What is decided about, when, and with which ballots."""

    ballots: Path | None = None
    """A folder with ballots as they came; those on file are looked at in any case."""
    session: str | None = None
    """Id of the session, of which only the pitches are looked at."""
    feedback: Feedback | None = None
    """What students are told, in the chair's words; in those of the ballots without it."""
    pitch: str | None = None
    """The only pitch that is looked at: `⟨student⟩/⟨slug⟩`."""
    corrects: str | None = None
    """The decision that a new one takes the place of: its id, or `⟨student⟩/⟨id⟩`; then only its pitch is looked at."""
    on: Day
    """The day, unless the session has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a student is told with a decision."""

    pitch: str
    """`⟨student⟩/⟨slug⟩`."""
    credit: str
    level: str
    texts: Mapping[str, tuple[tuple[str, Span], ...]]
    """Key of the decision (`strong`, `missing`, `feedback`) to what was written, each with its place."""
    by_the_chair: bool = False

    @property
    def about(self) -> tuple[str, str, str]:
        """The pitch, the credit and the level."""
        return self.pitch, self.credit, self.level

    def says(self, key: str) -> str:
        """What it says under a key, a paragraph for each who has written it; empty for nothing."""
        return "\n\n".join(text for text, _ in self.texts.get(key, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the ballots come to."""

    school: School
    session: Session | None
    on: Day
    corrects: Decision | None = None
    """The decision that a new one takes the place of; `school` is as it was before."""
    proposals: tuple[Proposal, ...]
    told: tuple[Words, ...]
    """What is told with each decision that is proposed."""
    found: tuple[Diagnostic, ...]
    """Why ballots were not counted or could not be read, and what is wrong with the words to students."""
    ballots: tuple[Ballot, ...]
    """All that are kept: those that count, and those that declare a conflict."""
    sources: Mapping[str, Path]
    """Digest of a ballot that is not on file yet to its file."""

    def words(self, one: Proposal) -> Words | None:
        """What is told with a decision; None when nothing is proposed."""
        key = (one.submission.of, one.credit, one.level)
        return next((each for each in self.told if each.about == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A new entry in a ledger."""

    student: str
    id: str
    credit: str
    level: str
    outcome: str
    release: Day
