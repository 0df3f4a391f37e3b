"""Beside the street: a first version of everything that people write by hand."""

from portfolio_gen.start.folder import CannotStart, slug
from portfolio_gen.start.forms import (
    start_artifact,
    start_goal,
    start_narrative,
    start_pitch,
    start_student,
)
from portfolio_gen.start.school import presets, start_school

__all__ = [
    "CannotStart",
    "presets",
    "slug",
    "start_artifact",
    "start_goal",
    "start_narrative",
    "start_pitch",
    "start_school",
    "start_student",
]
