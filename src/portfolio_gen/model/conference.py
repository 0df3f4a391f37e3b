"""Conferences that a student leads (students/⟨id⟩/conferences/⟨slug⟩.md)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from portfolio_gen.model.dates import Day
from portfolio_gen.model.noun import Page, Prose, given
from portfolio_gen.model.value import dataclass

Inside: TypeAlias = Literal["self", "committee", "family"]
"""The editions of those who sit down together; nobody else is told of a conference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference(Page):
    """A talk with family or teachers that the student leads. What is new since the last one is gathered by itself."""

    date: Day
    """The day on which they meet."""
    points: tuple[Prose, ...] = ()
    """What the student wants to talk about."""
    artifacts: tuple[str, ...] = ()
    """Slugs of up to three works to show, in that order: the page makes a plan for five minutes of them."""
    questions: tuple[Prose, ...] = ()
    """What the student wants to ask."""
    agreed: tuple[Prose, ...] = ()
    """What they agreed on, written afterwards; the next conference begins with it."""
    audience: tuple[Inside, ...] = ()
    """Editions that may show it. Nothing here means that nobody but the student sees it."""
    slug: str = given("")
    text: str = given("")
    """Whatever else the student wants to say, in Markdown."""
    text_line: int = given(1)
