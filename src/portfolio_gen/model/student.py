"""A student and what they say about themselves (students/⟨id⟩/)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import timedelta
from pathlib import Path
from typing import Literal

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.dates import Day
from portfolio_gen.model.milestone import Milestones
from portfolio_gen.model.noun import Noun, Page, Prose, chosen, given
from portfolio_gen.model.profile import Profile
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

ASIDE = "imported"
"""A student's folder for what an import could not place; nothing in it is ever read."""


A_MONTH = timedelta(days=30)
"""How long after a look back the next one is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Noun):
    """What the student wants one edition to show of themselves; consent can only narrow it."""

    name: Literal["full", "preferred", "initials"] = "preferred"
    """By which name readers know the student."""
    picture: bool = False
    """Whether the student's picture is shown."""
    phase: bool = True
    """Whether the school year is shown."""
    credits: bool = True
    """Whether the credit picture and the transcript are shown."""
    habits: bool = True
    """Whether habits of work are shown."""
    attempts: bool = False
    """Whether earlier tries are shown where the school lets the student choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait(Noun):
    """A picture of the student."""

    file: str
    """File name in the student's folder."""
    alt: Prose | None = None
    """What is to be seen, for those who cannot."""
    source: Path | None = given(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Noun):
    """A link to somewhere else that the student wants readers to find."""

    title: str
    """What readers click on."""
    url: str
    """Web address, beginning with `https://`."""
    about: Prose | None = None
    """What is to be found there."""
    copy: str | None = None
    """Which file of the student's folder is a copy of it, kept here for the day when the other site is gone."""
    source: Path | None = given(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Page):
    """A self-narrative: about the student, or about a domain, a competency, a credit or a term."""

    title: str | None = None
    """What it is called; without one, readers see what it is about."""
    about: str | None = None
    """Id of the domain, competency or credit it is about, or a term such as `2025 spring`."""
    date: Day | None = None
    """When it was written."""
    audience: tuple[EditionName, ...] = ()
    """Editions that may show it."""
    status: Literal["draft", "published"] = "draft"
    """A draft is seen only in editions that show drafts, by default the student's own."""
    language: str | None = None
    """Language it is written in (BCP 47), if not the student's."""
    slug: str = given("")
    text: str = given("")
    """The narrative, in Markdown."""
    text_line: int = given(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Noun):
    """A look back at a goal on the way."""

    date: Day
    """When the student looked back."""
    note: Prose
    """What they saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Page):
    """Something the student wants: wish, outcome, obstacles, plan (Oettingen's WOOP)."""

    title: str
    """The goal in a few words."""
    wish: Prose | None = None
    """What the student wishes for."""
    outcome: Prose | None = None
    """What would be the best about reaching it."""
    obstacles: tuple[Prose, ...] = ()
    """What may stand in the way, in the student themselves."""
    plan: tuple[Prose, ...] = ()
    """If-then steps."""
    credit: str | None = None
    """After a “not yet”: the credit that the student will pitch again when this is done."""
    steps: tuple[str, ...] = ()
    """Ids of what the student has chosen from the school's menu of ways there (`rework` of the framework)."""
    until: Day | None = None
    """When the student means to be there."""
    check_ins: tuple[CheckIn, ...] = ()
    """Looks back on the way, oldest first."""
    next_check_in: Day | None = None
    """When the student means to look back next; `status` reminds of it."""
    status: Literal["open", "reached", "changed", "let go"] = "open"
    """What became of it so far."""
    audience: tuple[EditionName, ...] = ()
    """Editions that may show it."""
    slug: str = given("")
    text: str = given("")
    text_line: int = given(1)

    @property
    def last_check_in(self) -> Day | None:
        """The day of the latest look back."""
        return max((one.date for one in self.check_ins), default=None)

    @property
    def look_back(self) -> Day | None:
        """The day of the next look back: as planned, or a month after the last; None where nothing tells."""
        last, planned = self.last_check_in, self.next_check_in
        if self.status != "open":
            return None
        if planned and (last is None or planned > last):
            return planned
        return last + A_MONTH if last else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch(Page):
    """A student's case before a committee: which work, which credits, and the story that connects them."""

    title: str
    """What it is called."""
    date: Day
    """The day on which it is pitched."""
    artifacts: tuple[str, ...]
    """Slugs of the student's artifacts; `⟨teammate⟩/⟨slug⟩` for a teammate's work whose `team` names the student."""
    claims: tuple[Claim, ...]
    """The credits that are asked for."""
    status: Literal["draft", "published"] = "draft"
    """A draft is not in front of the committee yet."""
    self_rating: Mapping[str, str] = chosen()
    """Criterion of the rubric to level of its scale."""
    my_part: Prose | None = None
    """What the student did, where several pitch the same work."""
    group: tuple[str, ...] = ()
    """Ids of the other students who pitch the same work, each with a pitch, a part and a decision of their own."""
    slug: str = given("")
    text: str = given("")
    text_line: int = given(1)
    submission: str = given("")
    """Digest of what was handed in, where this is the pitch as it was then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Page):
    """What a student says about themselves, and all they have gathered."""

    name: str
    """The name they want to be called by."""
    pronouns: str | None = None
    """How to speak of them, such as `she/her`."""
    language: str | None = None
    """Language they write in (BCP 47), if not the school's."""
    sentence: str | None = None
    """One sentence about themselves, shown under the name."""
    picture: Portrait | None = None
    """A picture of them, beside student.yml."""
    interests: tuple[str, ...] = ()
    """What they care about, in a few words each."""
    featured: tuple[str, ...] = ()
    """Slugs of the artifacts to show first."""
    exhibits: Mapping[str, str] = chosen()
    """Slugs of works that are in the school's exhibition, each with its theme; only where the work itself is shown."""
    featured_credits: tuple[str, ...] = ()
    """Ids of up to three earned credits to show first on the transcript."""
    statement: Prose | None = None
    """The student's own paragraph on the transcript."""
    links: tuple[Link, ...] = ()
    """Places elsewhere that readers should find."""
    sharing: Mapping[EditionName, Sharing] = field(default_factory=dict)
    """What each edition may show of the student; college and public need an entry here."""
    id: str = given("")
    opening: Narrative | None = given(None)
    """narrative.md: the opening self-narrative."""
    narratives: tuple[Narrative, ...] = given(())
    profile: Profile = given(Profile())
    milestones: Milestones = given(Milestones())
    goals: tuple[Goal, ...] = given(())
    conferences: tuple[Conference, ...] = given(())
    pitches: tuple[Pitch, ...] = given(())
    handed_in: tuple[Pitch, ...] = given(())
    """Pitches as the school has them, the newest of each, dated with the day on which they were handed in."""
    artifacts: tuple[Artifact, ...] = given(())
    unread: frozenset[str] = given(frozenset())
    """Slugs of works and pitches that exist and could not be read, and `artifacts/` or `pitches/` where nobody can tell
    what exists; diagnostics of their own say why."""
