"""A school's exhibition: works of several students side by side, by theme."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass

FOLDER = "exhibition"
"""Folder of an edition in which its page stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Noun):
    """What some of the works have in common."""

    id: str
    """What students write under a work's `exhibit`."""
    title: str
    """What readers see."""
    about: Prose | None = None
    """What it asks or means, in one or two sentences."""
