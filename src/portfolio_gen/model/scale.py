"""Scales: named levels in order, each with its next step."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass

INSUFFICIENT = "insufficient"
"""What is written instead of a level where the evidence shows none; it is a state, and never a zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLevel(Noun):
    """One step of a scale."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it means, in one or two sentences, such as an "I can" statement."""
    value: float | None = None
    """Its number, such as 2.5, where the school uses numbers; otherwise its place counts, from 0."""
    next_step: Prose | None = None
    """What to do next from here."""
    cannot_yet: Prose | None = None
    """Help for "what if I can't yet?"."""
    can_already: Prose | None = None
    """Help for "what if I already can?"."""
    activities: tuple[Prose, ...] = ()
    """A menu to choose from, for whoever works towards this level."""
    badge: str | None = None
    """Name of the badge that stands for this level, such as `Trailblazer`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Noun):
    """Named levels in order, lowest first."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    levels: tuple[ScaleLevel, ...]
    """Its steps, lowest first."""
    target: str | None = None
    """The level that is aimed for."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True)
class Progression:
    """The levels of one learning target in order, ready for looking up."""

    levels: tuple[ScaleLevel, ...]
    """Lowest first; at least one."""
    places: Mapping[str, int]
    """Level id to its place among the levels, from 0."""
    values: tuple[float, ...]
    """The number of each level."""
    aim: int
    """Place of the level that is aimed for; the highest where nobody says."""

    @classmethod
    def of(cls, levels: tuple[ScaleLevel, ...], aim: str | None) -> Progression | None:
        """The progression that some levels make; None when there are none."""
        if not levels:
            return None
        places = {one.id: place for place, one in enumerate(levels)}
        values = (one.value for one in levels)
        return cls(
            levels=levels,
            places=places,
            values=tuple(place if value is None else value for place, value in enumerate(values)),
            aim=places.get(aim or "", len(levels) - 1),
        )
