"""What a committee sees of a pitch, frozen (transcripts/submissions/⟨student⟩/⟨pitch⟩/⟨n⟩/submission.yml)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Page, given
from portfolio_gen.model.student import Pitch
from portfolio_gen.model.value import dataclass

SUBMISSIONS = "submissions"
"""Folder of `transcripts/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Page):
    """A pitch as it was handed to the committee, with a copy of the work; the student goes on editing their own."""

    student: str
    """Id of the student."""
    pitch: str
    """Slug of the pitch."""
    number: int
    """Which time this pitch was handed in, from 1; it is never told to anybody as a count of tries."""
    submitted: Day
    """The day on which it was handed in."""
    framework: str
    """Version of the framework under which it is judged."""
    digest: str
    """Digest of everything that was frozen (`sha256:…`); ballots and decisions name it."""
    files: Mapping[str, str]
    """Path of each frozen file to the SHA-256 of its bytes, in hexadecimal."""
    group: tuple[str, ...] = ()
    """Ids of the other students who pitch the same work, each for themselves."""
    frozen_pitch: Pitch = given(None)
    """The pitch as it was."""
    works: tuple[Artifact, ...] = given(())
    """The work as it was, in the pitch's order; a teammate's names the teammate as its `student`."""
    intact: bool = given(False)
    """Whether all frozen files still are what was frozen, and nothing was added."""

    @property
    def of(self) -> str:
        """Whose pitch it is and which: `⟨student⟩/⟨pitch⟩`, as sessions name it."""
        return f"{self.student}/{self.pitch}"

    def asks_for(self, credit: str, level: str) -> bool:
        """Whether it claims a credit at a level."""
        return any((one.credit, one.level) == (credit, level) for one in self.frozen_pitch.claims)


def digest_of_files(files: Mapping[str, str]) -> str:
    """The digest of a submission: of a line `⟨path⟩ NUL ⟨SHA-256⟩` for each frozen file, in order of the paths."""
    lines = "".join(f"{path}\0{files[path]}\n" for path in sorted(files))
    return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
