"""Habits of work, reported apart from credits."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit(Noun):
    """A habit of work, reported apart from credits."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it looks like, in one or two sentences."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits(Noun):
    """The habits of work and the scale on which they are described."""

    title: str | None = None
    """What readers see above them; without one, `Habits of work`, or what the school calls habits."""
    scale: str
    """Id of the scale on which they are described."""
    strands: tuple[Habit, ...]
    """The habits, in the order in which readers see them."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
