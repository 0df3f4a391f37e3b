"""What one edition shows: everything here may be published, and nothing else exists for the renderer.

A blueprint is made by `plan` from a school and its standings, filtered by the student's choice, the school's policy,
consent and release dates. All texts are raw (not escaped, Markdown not rendered); that is the renderer's work.
Addresses are relative to the site they stand in and end in a slash where they are pages, as in `artifacts/solar-oven/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.model.artifact import ArtifactKind
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView, WorkLink
from portfolio_gen.model.learner_views import ConferenceView, MilestoneView, ProfileView
from portfolio_gen.model.progress_views import (
    CoursesView,
    HabitPicture,
    ProgressView,
    TargetLink,
    TargetRatingView,
)
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.standing import State


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaView:
    """A file to publish with a piece of work."""

    source: Path
    """The original; it is derived from or copied, and its name and metadata are never published."""
    alt: str
    """Empty when the picture is decorative or the student has written none."""
    title: str
    """What to call it where it is offered."""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """A criterion and the level that a committee (or the student) found."""

    criterion: str
    level: str
    descriptor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricView:
    """The rubric by which something is judged."""

    title: str
    made_with: str = ""
    """Who wrote it together with the school."""
    made: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A committee's decision as readers see it."""

    date: Day
    level: str
    """Title of the credit level."""
    earned: bool
    committee: tuple[str, ...]
    """Names of those who decided."""
    ratings: tuple[RatingView, ...] = ()
    feedback: str = ""
    """Markdown by the committee."""
    works: tuple[WorkLink, ...] = ()
    counts: bool = True
    """Whether it is the decision that counts now, or was superseded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """Where the student stands in a credit at one level."""

    level: LabelView
    state: State
    because: str
    date: Day | PartialDate | None = None
    works: tuple[WorkLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """A credit with everything this edition may tell of it."""

    id: str
    title: str
    domain: LabelView
    competency: LabelView | None
    about: str
    address: str
    """Its own page, such as `credits/communication/academics/`."""
    standings: tuple[StandingView, ...]
    """The first of its levels always, further ones once something has happened at them."""
    beyond: bool = False
    """Whether even its first level goes beyond the one that everybody is to reach."""
    decisions: tuple[DecisionView, ...] = ()
    """All decisions, newest first."""
    rubric: RubricView | None = None
    targets: tuple[TargetLink, ...] = ()
    """Its learning targets, where this edition tells of them."""

    @property
    def short(self) -> str:
        """What to call it beside its domain: where the two meet in a grid, by its competency alone."""
        meets = self.competency and self.id == f"{self.competency.id}/{self.domain.id}"
        return self.competency.title if self.competency and meets else self.title

    @property
    def mark(self) -> str:
        """The one mark that the credit picture shows: `advanced`, `earned`, or a state."""
        first, *further = self.standings
        going_beyond = self.standings if self.beyond else further
        if any(one.state is State.EARNED for one in going_beyond):
            return "advanced"
        return first.state.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """What a piece of work claims and what became of it."""

    credit: CreditView
    standing: StandingView | None
    """None when the edition shows only what has been earned, and this has not."""
    level: LabelView
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeammateView:
    """Somebody who worked on it too, by the name that this edition may show."""

    name: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactView:
    """A piece of work with its page."""

    slug: str
    address: str
    title: str
    date: PartialDate
    summary: str
    kind: ArtifactKind = "work"
    taught_me: str = ""
    """What it taught the student, in their words; paragraphs are apart by an empty line."""
    narrative: str
    """Markdown by the student."""
    language: str
    """Language of the story (BCP 47)."""
    source: str
    """Path of its artifact.md, for diagnostics only; never published."""
    narrative_line: int = 1
    tags: tuple[str, ...] = ()
    """Words of the student's own."""
    school_tags: tuple[LabelView, ...] = ()
    """Tags that the school gives a meaning, in its order."""
    cover: MediaView | None = None
    media: tuple[MediaView, ...] = ()
    """All files in the student's order, the cover among them."""
    names: tuple[tuple[str, int], ...] = ()
    """File name (as the story may refer to it) to index in `media`."""
    place: str = ""
    team: tuple[TeammateView, ...] = ()
    my_part: str = ""
    claims: tuple[ClaimView, ...] = ()
    serves: tuple[TargetRatingView, ...] = ()
    """Learning targets for which others rated it, in the framework's order; one work often serves several."""
    self_rating: tuple[TargetRatingView, ...] = ()
    """What the student sees in it; it never counts."""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeView:
    """A self-narrative with its page (the opening one has none of its own)."""

    address: str
    title: str
    about: LabelView | None
    """What it is about: a domain, competency, credit or term."""
    text: str
    language: str
    source: str
    text_line: int = 1
    date: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal of the student's."""

    title: str
    wish: str
    outcome: str
    obstacles: tuple[str, ...]
    plan: tuple[str, ...]
    check_ins: tuple[tuple[Day, str], ...]
    status: str
    text: str
    source: str
    text_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchView:
    """A pitch with its page, in the editions that show pitches."""

    slug: str
    address: str
    title: str
    date: Day
    works: tuple[WorkLink, ...]
    claims: tuple[ClaimView, ...]
    self_rating: tuple[RatingView, ...]
    rubric: RubricView | None = None
    text: str
    source: str
    text_line: int
    waiting: bool
    """Whether the committee has yet to decide."""
    draft: bool = False


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
class GridRow:
    """One row of the credit picture: a competency across all domains."""

    label: LabelView
    cells: tuple[CreditView | None, ...]
    """One per domain, in their order; None where there is no such credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementView:
    """A requirement and how far it is met."""

    title: str
    met: bool
    earned: int
    of: int
    due: str = ""
    """Such as `by the end of grade 11`."""


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
    links: tuple[tuple[str, str, str], ...] = ()
    """Title, web address, and what it is."""
    facts: tuple[tuple[str, str], ...] = ()
    """A number and what it counts, as in `18`, `of 30 foundation credits`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolView:
    """The school as readers see it."""

    name: str
    place: str
    url: str
    language: str
    """Language of the site's own words."""
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
        word = self.word(term)
        return word[:1].upper() + word[1:]


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
    listed: bool = True
    """Whether the edition has a page that lists its sites."""
    tags: tuple[LabelView, ...] = ()
    """Tags that the school gives a meaning, in its order: those that works of this site have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexBlueprint:
    """The page that says who is in an edition."""

    edition: EditionName
    edition_title: str
    school: SchoolView
    people: tuple[PersonView, ...]
