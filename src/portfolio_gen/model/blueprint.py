"""What one edition shows: everything here may be published, and nothing else exists for the renderer.

A blueprint is made by `plan` from a school and its standings, filtered by the student's choice, the school's policy,
consent and release dates. All texts are raw (not escaped, Markdown not rendered); that is the renderer's work.
Addresses are relative to the site they stand in and end in a slash where they are pages, as in `artifacts/solar-oven/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from portfolio_gen.model.award_views import AwardView, CrosswalkView
from portfolio_gen.model.bridge_views import BridgeView
from portfolio_gen.model.credit_views import CreditView, GridRow, RequirementView
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.exhibition_views import ExhibitionView, ExhibitView
from portfolio_gen.model.family_views import FamilyView
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.learner_views import ConferenceView, MilestoneView, ProfileView
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.progress_views import CoursesView, HabitPicture, ProgressView
from portfolio_gen.model.queue_views import QueueView
from portfolio_gen.model.record_views import RecordView
from portfolio_gen.model.session_views import SessionView
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.speech import capitalised
from portfolio_gen.model.value import dataclass
from portfolio_gen.model.work_views import (
    ArtifactView,
    ElsewhereView,
    GoalView,
    MediaView,
    NarrativeView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainView:
    """A domain with its counts, marks and page."""

    label: LabelView
    of: int
    earned: tuple[tuple[LabelView, int], ...]
    """Count of earned credits per level, in the framework's order."""
    credits: tuple[CreditView, ...]
    artifacts: tuple[ArtifactView, ...] = ()
    """Works that claim a credit of the domain."""
    narratives: tuple[NarrativeView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitView:
    """How the student worked, in one term; never mixed with credits."""

    term: str
    by: str
    levels: tuple[tuple[str, str], ...]
    """Habit and level, both as readers see them."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionView:
    """Something that others acknowledged."""

    title: str
    issuer: str
    date: PartialDate
    about: str = ""
    criteria: str = ""
    """What it took."""
    validator: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptView:
    """The mastery transcript."""

    name: str
    """The fullest name that this edition may show."""
    status: str
    """`in progress` or `final`."""
    date: Day | None
    """Day of the newest record that it rests on."""
    class_of: str
    framework: str
    """Title and version."""
    how_to_read: str
    featured: tuple[CreditView, ...]
    requirements: tuple[RequirementView, ...]
    statement: str
    habits_title: str
    habits: tuple[HabitView, ...]
    recognitions: tuple[RecognitionView, ...]
    observed: tuple[HabitPicture, ...] = ()
    """What observations of habits show, newest term first."""
    courses: CoursesView | None = None
    """The course list beside the credits, where the school keeps one."""
    profile: str
    """The school's profile, in Markdown."""
    awards: tuple[AwardView, ...] = ()
    """Every credit that was earned, at each of its levels, in the framework's order."""
    grows: bool = False
    """Whether the student has asked this edition to show growth: earlier tries, before and after."""
    crosswalk: CrosswalkView | None = None
    """For students of an earlier version of the framework: what its entries are called today."""
    record: RecordView | None = None
    """The signed record; None when this copy is not signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """The student as this edition may show them."""

    id: str
    """Never published as such; the address is."""
    address: str
    """Folder of the site inside the edition, such as `maya-chen/`."""
    name: str
    initials: str
    language: str
    """Language the student writes in."""
    pronouns: str = ""
    sentence: str = ""
    picture: MediaView | None = None
    phase: str = ""
    cohort: str = ""
    """The group by age, where the school has such groups beside phases."""
    interests: tuple[str, ...] = ()
    links: tuple[ElsewhereView, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """A number and what it counts, as in `18`, `of 30 foundation credits`."""


Sentences: TypeAlias = tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
"""Language, then sentence in English and what is said instead: one form, or one for each number of the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolView:
    """The school as readers see it."""

    name: str
    place: str
    url: str
    language: str
    """Language of the site's own words."""
    also: str = ""
    """Language in which they stand beside that; empty for none."""
    sentences: Sentences = ()
    """What the school says in words of its own."""
    writes: str = ""
    """Language in which the school writes, where it is another than the first."""
    paper: str
    words: tuple[tuple[str, str], ...]
    """The program's words and what this school calls them, such as `domains` to `areas`; see `word`."""
    theme: str
    accent: str

    def word(self, term: str) -> str:
        """What readers see for `domain`, `domains`, `competency`, `competencies`, `artifact` and so on."""
        return dict(self.words)[term]

    def called(self, term: str) -> str:
        """The same at the beginning of a line; its other letters stay as the school writes them."""
        return capitalised(self.word(term))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteBlueprint:
    """One student's site in one edition."""

    edition: EditionName
    edition_title: str
    school: SchoolView
    person: PersonView
    where_i_stand: str
    """One or two sentences: where the student stands and what is next."""
    opening: NarrativeView | None
    featured: tuple[ArtifactView, ...]
    """The works to show first: the student's choice, or the newest."""
    artifacts: tuple[ArtifactView, ...]
    """All works, newest first."""
    narratives: tuple[NarrativeView, ...]
    goals: tuple[GoalView, ...]
    profile: tuple[ProfileView, ...] = ()
    """What this edition shows of the learner profile, in the school's order."""
    milestones: tuple[MilestoneView, ...] = ()
    """Oldest first, those that lie ahead at the end."""
    conference: ConferenceView | None = None
    """The next conference, or the latest; None where this edition is told of none."""
    pitches: tuple[PitchView, ...]
    levels: tuple[LabelView, ...]
    """Credit levels in the framework's order."""
    domains: tuple[DomainView, ...]
    competencies: tuple[LabelView, ...]
    grid: tuple[GridRow, ...]
    """Rows of the credit picture; empty when the framework's credits form no grid."""
    credits: tuple[CreditView, ...]
    transferable: tuple[CreditView, ...] = ()
    """Those of the credits that belong to no domain and can be earned in any."""
    progress: ProgressView | None = None
    """Learning targets; None when there are none, or the edition may not tell of them."""
    transcript: TranscriptView | None
    """None when the edition may not show credits."""
    record_file: Path | None = None
    """The signed record, to be published as it is."""
    bridge: BridgeView | None = None
    """Courses and grades as near as credits come to them; None unless the school turns it on for this edition."""
    listed: bool = True
    """Whether the edition has a page that lists its sites."""
    glossary: tuple[LabelView, ...] = ()
    """The words that its pages use; without `about` where the program's own meaning holds."""
    family: FamilyView | None = None
    """What a family reads first; None in every other edition."""
    exhibits: tuple[ExhibitView, ...] = ()
    """Works in the school's exhibition, for the page of the edition that shows them beside those of others."""
    tags: tuple[LabelView, ...] = ()
    """Tags that the school gives a meaning, in its order: those that works of this site have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerBlueprint:
    """What an edition tells of the school as the issuer of records, so that these can be checked."""

    edition: EditionName
    school: SchoolView
    place: str
    """Web address, as people say it; empty where the edition has none."""
    did: str
    """The issuer's own document (JSON): which keys may sign; empty where the edition has no address."""
    lists: tuple[tuple[str, Path], ...]
    """Names and files of signed lists: `status` of what was revoked, `newer` of what was superseded."""
    contexts: tuple[str, ...]
    """Addresses of what gives the words of a record their meaning, in their order."""
    credit_contexts: tuple[str, ...]
    """The same of each credit in it."""
    page: bool
    """Whether this is the page that checks records, or what it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexBlueprint:
    """The page that says who is in an edition."""

    edition: EditionName
    edition_title: str
    school: SchoolView
    people: tuple[PersonView, ...]
    sessions: tuple[SessionView, ...] = ()
    """Sessions of the committee, the newest first; only in its own edition."""
    queue: QueueView | None = None
    """The pitches that wait for the committee; None everywhere but in its own edition."""
    exhibition: ExhibitionView | None = None
    """Works of several students by theme; None where there is no exhibition."""
