"""What would become of a student's awards in another version of the framework."""

from __future__ import annotations

from typing import NamedTuple

from portfolio_gen.model.standing import Standings
from portfolio_gen.model.value import dataclass


class Award(NamedTuple):
    """A credit at a level."""

    credit: str
    level: str


class Kept(NamedTuple):
    """An award, and those that it is, or helps to be, in the other version."""

    award: Award
    becomes: tuple[Award, ...]


class Partial(NamedTuple):
    """An award that another is needed beside, for something to become of it."""

    award: Award
    becomes: Award
    missing: tuple[str, ...]
    """Credits of the old version that are needed too."""


class Dropped(NamedTuple):
    """An award that the crosswalk drops on purpose."""

    award: Award
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A student's awards of one version, seen in another."""

    version: str
    """The other version."""
    standings: Standings
    """Where the student would stand in it."""
    kept: tuple[Kept, ...] = ()
    partial: tuple[Partial, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    lost: tuple[Award, ...] = ()
    """Awards of which nothing becomes, and nobody has said why."""
