"""What is decided about, what the ballots come to, and what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session
from portfolio_gen.pitching.proposal import Proposal


class CannotDecide(ValueError):
    """Something stands in the way; the message says what, and what to try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """What is decided about, when, and with which ballots."""

    ballots: Path | None = None
    """A folder with ballots as they came; those on file are looked at in any case."""
    session: str | None = None
    """Id of the session, of which only the pitches are looked at."""
    pitch: str | None = None
    """The only pitch that is looked at: `⟨student⟩/⟨slug⟩`."""
    on: Day
    """The day, unless the session has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the ballots come to."""

    school: School
    session: Session | None
    on: Day
    proposals: tuple[Proposal, ...]
    found: tuple[Diagnostic, ...]
    """Why ballots were not counted or could not be read."""
    ballots: tuple[Ballot, ...]
    """All that are kept: those that count, and those that declare a conflict."""
    sources: Mapping[str, Path]
    """Digest of a ballot that is not on file yet to its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A new entry in a ledger."""

    student: str
    id: str
    credit: str
    level: str
    outcome: str
    release: Day
