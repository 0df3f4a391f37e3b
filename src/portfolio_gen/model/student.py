"""A student and what they say about themselves (students/⟨id⟩/)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Noun, Page, Prose, given
from portfolio_gen.model.settings import EditionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Noun):
    """What the student wants one edition to show of themselves; consent can only narrow it."""

    name: Literal["full", "preferred", "initials"] = "preferred"
    picture: bool = False
    phase: bool = True
    """Whether the school year is shown."""
    credits: bool = True
    habits: bool = True
    attempts: bool = False
    """Whether earlier tries are shown where the school lets the student choose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait(Noun):
    """A picture of the student."""

    file: str
    alt: Prose | None = None
    source: Path | None = given(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Noun):
    """A link to somewhere else that the student wants readers to find."""

    title: str
    url: str
    about: Prose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Page):
    """A self-narrative: about the student, or about a domain, a competency, a credit or a term."""

    title: str | None = None
    about: str | None = None
    """Id of the domain, competency or credit it is about, or a term such as `2025 spring`."""
    date: Day | None = None
    audience: tuple[EditionName, ...] = ()
    status: Literal["draft", "published"] = "draft"
    language: str | None = None
    slug: str = given("")
    text: str = given("")
    """The narrative, in Markdown."""
    text_line: int = given(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Noun):
    """A look back at a goal on the way."""

    date: Day
    note: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Page):
    """Something the student wants: wish, outcome, obstacles, plan (Oettingen's WOOP)."""

    title: str
    wish: Prose | None = None
    outcome: Prose | None = None
    obstacles: tuple[Prose, ...] = ()
    plan: tuple[Prose, ...] = ()
    """If-then steps."""
    check_ins: tuple[CheckIn, ...] = ()
    status: Literal["open", "reached", "changed", "let go"] = "open"
    audience: tuple[EditionName, ...] = ()
    slug: str = given("")
    text: str = given("")
    text_line: int = given(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch(Page):
    """A student's case before a committee: which work, which credits, and the story that connects them."""

    title: str
    date: Day
    artifacts: tuple[str, ...]
    """Slugs of the student's artifacts."""
    claims: tuple[Claim, ...]
    status: Literal["draft", "published"] = "draft"
    self_rating: Mapping[str, str] = field(default_factory=dict)
    """Criterion of the rubric to level of its scale."""
    slug: str = given("")
    text: str = given("")
    text_line: int = given(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Page):
    """What a student says about themselves, and all they have gathered."""

    name: str
    """The name they want to be called by."""
    pronouns: str | None = None
    language: str | None = None
    """Language they write in (BCP 47), if not the school's."""
    sentence: str | None = None
    """One sentence about themselves, shown under the name."""
    picture: Portrait | None = None
    interests: tuple[str, ...] = ()
    featured: tuple[str, ...] = ()
    """Slugs of the artifacts to show first."""
    featured_credits: tuple[str, ...] = ()
    """Ids of up to three earned credits to show first on the transcript."""
    statement: Prose | None = None
    """The student's own paragraph on the transcript."""
    links: tuple[Link, ...] = ()
    sharing: Mapping[EditionName, Sharing] = field(default_factory=dict)
    """What each edition may show of the student; college and public need an entry here."""
    id: str = given("")
    opening: Narrative | None = given(None)
    """narrative.md: the opening self-narrative."""
    narratives: tuple[Narrative, ...] = given(())
    goals: tuple[Goal, ...] = given(())
    pitches: tuple[Pitch, ...] = given(())
    artifacts: tuple[Artifact, ...] = given(())
    unread: frozenset[str] = given(frozenset())
    """Slugs of works and pitches that exist and could not be read; diagnostics of their own say why."""
