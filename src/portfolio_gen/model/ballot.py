"""What one member of a committee found (transcripts/ballots/⟨student⟩/⟨pitch⟩/⟨n⟩/⟨member⟩.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page, Prose, given
from portfolio_gen.model.value import dataclass

BALLOTS = "ballots"
"""Folder of `transcripts/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Noun):
    """What a member found about one of the credits that a pitch claims."""

    credit: str
    """Credit id, as the pitch claims it."""
    level: str = "foundation"
    """Credit level, as the pitch claims it."""
    ratings: Mapping[str, str] = field(default_factory=dict)
    """Criterion of the rubric to level of its scale."""
    outcome: str
    """Id of one of the school's outcomes."""
    comment: Prose | None = None
    """What the committee should know about this credit; for the committee only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Noun):
    """Shows that a ballot comes from whom it says, and is as they wrote it."""

    key: str
    """The member's public key, as `committee.yml` names it."""
    value: str
    """The signature over everything else that the ballot says (multibase)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Page):
    """One member's ballot about one submission."""

    ballot: Literal["1"]
    """Version of the format."""
    student: str
    """Id of the student."""
    pitch: str
    """Slug of the pitch."""
    submission: str
    """Digest of the submission that was read (`sha256:…`)."""
    reviewer: str
    """Id of the member."""
    name: str | None = None
    """The member's name, as they typed it."""
    date: Day
    """The day on which it was filled in."""
    conflict: Prose | None = None
    """Why the member should not decide about this student, if so; such a ballot is kept and not counted."""
    scores: tuple[Score, ...] = ()
    """One for each credit that the pitch claims."""
    strong: Prose | None = None
    """What was strong; the chair may pass it on to the student."""
    missing: Prose | None = None
    """What is missing; the chair may pass it on to the student."""
    note: Prose | None = None
    """For the committee only."""
    signature: Signature | None = None
    """Made with the member's own key, by `portfolio-gen ballot sign`."""
    digest: str = given("")
    """SHA-256 of the ballot's file (`sha256:…`)."""
    source: str = given("")
    """Path of the file, as diagnostics show it."""

    @property
    def of(self) -> str:
        """Which pitch it is about: `⟨student⟩/⟨pitch⟩`."""
        return f"{self.student}/{self.pitch}"

    def score(self, credit: str, level: str) -> Score | None:
        """What it says about a credit at a level."""
        return next(
            (one for one in self.scores if (one.credit, one.level) == (credit, level)), None
        )


def file_stem(member: str) -> str:
    """The name, without its ending, of the file in which a member's ballot is kept."""
    return "".join(one if one.isalnum() or one in "-_" else "-" for one in member)
