"""What somebody from outside the school is sent to score: one pitch, and nothing beside it."""

from __future__ import annotations

from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.pitch_views import PitchView
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertView:
    """A pitch on its way to an expert."""

    site: SiteBlueprint
    """Of the student, planned from a school in which there is nothing but this pitch."""
    pitch: PitchView
    """As it was handed in, with what is still to be decided."""
    expert: str
    """Name of whoever it is for."""
    until: Day
    """Until when it is meant to be used; nothing enforces it."""
