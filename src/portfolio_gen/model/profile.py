"""A learner profile: parts that the school asks about, and what a student says (students/⟨id⟩/profile.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from portfolio_gen.model.noun import Noun, Page, Prose
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePart(Noun):
    """A part of every student's learner profile."""

    id: str
    """What students write before their text."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """A question or two that help to begin; readers see it too."""
    shareable: bool = True
    """Whether students may share it at all. What may not be shared is in no edition but the student's own, whatever
    anybody writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileText(Noun):
    """What a student says in one part."""

    text: Prose | None = None
    """In the student's own words, in Markdown."""
    audience: tuple[EditionName, ...] = ()
    """Editions that may show it. Nothing here means that nobody but the student sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Page):
    """A student's learner profile, private until the student shares a part of it."""

    parts: Mapping[str, ProfileText] = field(default_factory=dict)
    """Id of a part of the framework's `profile` to what the student says."""
