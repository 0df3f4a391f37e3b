"""Tags that a school gives a meaning: its own words by which readers find work."""

from __future__ import annotations

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Noun):
    """A tag of the school's. A work has it when one of its `tags` is this id; any other tag is a free word."""

    id: str
    """What is written under a work's `tags`."""
    title: str
    """What readers see."""
    about: Prose | None = None
    """What it means, in one or two sentences."""
