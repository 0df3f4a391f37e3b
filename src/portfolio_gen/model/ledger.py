"""The school's record of one student, appended and never rewritten (transcripts/⟨id⟩.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from portfolio_gen.model.course import Course
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.noun import Noun, Page, Prose, given
from portfolio_gen.model.rating import Rating, Rework
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment(Noun):
    """When and how the student entered."""

    entered: PartialDate
    """When the student entered the school."""
    phase: str
    """Phase of the framework the student is in; it says nothing about what they have learned."""
    cohort: str | None = None
    """Id of the group by age that the student belongs to, where the school has such groups beside phases."""
    framework: str
    """Version of the framework that the student entered under."""
    class_of: str | None = None
    """Year in which the student is to graduate."""
    advisor: str | None = None
    """Id of a member of the committee file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Noun):
    """What a committee decided about one credit at one level."""

    id: str
    """A name for this entry, used by corrections; each occurs once in a ledger."""
    credit: str
    """Credit id, such as `communication/academics`."""
    level: str
    """Credit level that was decided about."""
    outcome: Literal["earned", "not-yet"]
    """What the committee decided."""
    date: Day
    """The day of the decision."""
    artifacts: tuple[str, ...]
    """Slugs of the work that was pitched."""
    committee: tuple[str, ...]
    """Ids of the members who decided."""
    pitch: str | None = None
    """Slug of the pitch."""
    way: str | None = None
    """Id of the way in which it was shown, such as `portfolio` or `project`, where the level has several."""
    ratings: Mapping[str, str] = field(default_factory=dict)
    """Criterion of the rubric to level of its scale."""
    feedback: Prose | None = None
    """What the committee tells the student, in Markdown."""
    release: Day | None = None
    """First day on which student, family and others may see it; at once without one."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Artifact slug to the digest of the work as the committee saw it."""
    corrects: str | None = None
    """Id of an earlier decision that was recorded wrongly and no longer counts."""
    rework: Rework | None = None
    """What the student means to do before the next try."""
    submission: str | None = None
    """Digest of the submission that the committee saw (`sha256:…`)."""
    session: str | None = None
    """Id of the session in which it was decided."""
    ballots: Mapping[str, str] = field(default_factory=dict)
    """Member to the digest of their ballot."""
    verdict: str | None = None
    """Id of the committee's outcome, where the school has more words than earned and not yet."""
    strong: Prose | None = None
    """What was strong, for the student."""
    missing: Prose | None = None
    """What is still missing, for the student."""

    def released(self, on: Day) -> bool:
        """Whether it may be seen outside the committee on a day."""
        return self.release is None or self.release <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Noun):
    """That a decision is seen from another day on than it says itself; an entry of its own, since none is rewritten."""

    decision: str
    """Id of the decision."""
    on: Day
    """First day on which student, family and others may see it."""
    date: Day
    """The day on which this was recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitReport(Noun):
    """How the student worked in one term, strand by strand."""

    term: str
    """The term, as readers should see it, such as `2025 fall`."""
    date: Day
    """The day of the report."""
    by: str
    """Id of the member who summarised it."""
    levels: Mapping[str, str]
    """Habit to level of the habits' scale."""
    note: Prose | None = None
    """A sentence or two beside the levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Noun):
    """How the student worked on one day or in one week; summarised by term, and never mixed with credits."""

    term: str
    """The term, as readers should see it, such as `2025 fall`."""
    date: Day
    """The day, or the last day of the week."""
    by: str
    """Id of the member who saw it."""
    levels: Mapping[str, str]
    """Habit to level of the habits' scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition(Noun):
    """Something that others acknowledged, inside the school or outside."""

    title: str
    """What was acknowledged."""
    issuer: str
    """Who acknowledged it."""
    date: PartialDate
    """When it was."""
    about: Prose | None = None
    """What it was for."""
    criteria: Prose | None = None
    """What it took, as the issuer says."""
    validator: str | None = None
    """Who at the school checked it."""
    url: str | None = None
    """Web address where it can be looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Page):
    """Everything that the school has on record for one student."""

    official_name: str
    """The student's name on documents."""
    enrolment: Enrolment
    """When and how the student entered, and where they are now."""
    transcript: Literal["in progress", "final"] = "in progress"
    """Whether the transcript can still grow."""
    family_languages: tuple[str, ...] = ()
    """Language of the family, or two that stand side by side in its edition; told in no other edition."""
    decisions: tuple[Decision, ...] = ()
    """What committees decided, oldest first."""
    releases: tuple[Release, ...] = ()
    """From when on decisions are seen, where that was settled later; of several for one decision the last holds."""
    habits: tuple[HabitReport, ...] = ()
    """How the student worked, term by term."""
    recognitions: tuple[Recognition, ...] = ()
    """What others acknowledged."""
    ratings: tuple[Rating, ...] = ()
    """At which level work on learning targets was seen, by whomever; all are kept."""
    observations: tuple[Observation, ...] = ()
    """How the student worked, day by day or week by week."""
    courses: tuple[Course, ...] = ()
    """The courses that the student took."""
    taught: Mapping[str, tuple[Day, ...]] = field(default_factory=dict)
    """Learning target to the days on which it was taught."""
    student: str = given("")
