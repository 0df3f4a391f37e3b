"""Learning targets: what exactly a learner is to know, understand and do, and the steps towards it."""

from __future__ import annotations

from typing import Literal

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension(Noun):
    """One side of a learning target, described level by level."""

    id: str
    """Its name in files."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """What it is, in one or two sentences."""
    levels: tuple[ScaleLevel, ...] = ()
    """What it looks like at each level; ids are those of the target's levels."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Noun):
    """Something that can be learned and shown, on a scale of its own or one that several share."""

    id: str
    """Its name in files and addresses."""
    title: str
    """Its name for readers."""
    about: Prose | None = None
    """One or two sentences for families and colleges."""
    credit: str | None = None
    """Id of the credit it counts for."""
    competency: str | None = None
    """Id of the competency it belongs to; without one, that of its credit."""
    domain: str | None = None
    """Id of the domain it belongs to; without one, that of its credit."""
    part_of: str | None = None
    """Id of a wider learning target above it in the list, for readers only: each is rated by itself."""
    scale: str | None = None
    """Id of the scale on which it is rated."""
    levels: tuple[ScaleLevel, ...] = ()
    """A progression of its own instead of a scale, lowest level first."""
    target: str | None = None
    """The level that is aimed for, where it is not that of the scale."""
    know: tuple[Prose, ...] = ()
    """What a learner knows who has reached it."""
    understand: tuple[Prose, ...] = ()
    """What they understand."""
    do: tuple[Prose, ...] = ()
    """What they can do."""
    dimensions: tuple[Dimension, ...] = ()
    """Sides of it that are worth looking at one by one."""
    phase: str | None = None
    """Phase in which it usually is reached; nobody is late or early."""
    ratings: RatingRules | None = None
    """How its ratings count, where it is not as for all others."""
    status: Literal["draft", "published"] = "published"
    """A draft can be rated and shown to the school, and counts for nothing yet."""
    code: str | None = None
    """Its code in the framework that it was taken from, such as `3.OA.A.1`."""
    identifier: str | None = None
    """Identifier under which other programs know it: a UUID or a URI, kept through every exchange."""
