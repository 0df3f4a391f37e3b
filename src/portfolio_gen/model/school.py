"""A whole school as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path

from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.committee import Committee
from portfolio_gen.model.consent import Consent
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.records import RecordLog
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.session import Session
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Student
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class School:
    """All nouns of one school; what could not be read is missing here and named in a diagnostic.

    A school is only ever the same as itself: comparing two is comparing everything that anybody ever wrote.
    """

    root: Path
    settings: Settings
    framework: Framework
    rubrics: Rubrics
    committee: Committee
    consent: Consent
    profile: str
    """The school's profile, in Markdown; empty without one."""
    students: tuple[Student, ...]
    """In order of their ids."""
    ledgers: Mapping[str, Ledger]
    """Student id to ledger."""
    known: frozenset[str] = frozenset()
    """Ids of everybody with a folder under `students/`, also of those who were not or could not be read."""
    unread: frozenset[str] = frozenset()
    """Files under `transcripts/` that exist and could not be read; diagnostics of their own say why."""
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    """Version to framework, for the earlier versions that the school has kept."""
    records: RecordLog = field(default_factory=RecordLog)
    """What the school has signed."""
    submissions: tuple[Submission, ...] = ()
    """All pitches that were handed in, in order of student, pitch and number."""
    ballots: tuple[Ballot, ...] = ()
    """All ballots that the school has filed, in order of student, pitch, number and member."""
    sessions: tuple[Session, ...] = ()
    """In order of their days, and then of their ids."""

    def framework_for(self, student: str) -> Framework:
        """The framework that a student entered under; the current one when that is not known."""
        ledger = self.ledgers.get(student)
        version = ledger.enrolment.framework if ledger else self.framework.version
        if version == self.framework.version:
            return self.framework
        return self.frameworks.get(version, self.framework)

    def keeps_private(self, part: str) -> bool:
        """Whether a part of the learner profile may never be shared: in doubt the strictest version counts."""
        return any(
            one.id == part and not one.shareable
            for framework in self.all_frameworks()
            for one in framework.profile
        )

    def under(self, student: str) -> School:
        """The same school, with the framework that a student entered under as the current one."""
        return replace(self, framework=self.framework_for(student))

    def all_frameworks(self) -> tuple[Framework, ...]:
        """The current framework and the earlier versions."""
        return (self.framework, *self.frameworks.values())
