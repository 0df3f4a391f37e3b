"""Student portfolios and mastery transcripts as static sites, from plain folders.

The front door: the verbs `read_school`, `check_school`, `evaluate_student` and `build_school`, and the nouns they
pass along. (Their rooms are called `evaluate` and `build`; a name cannot mean both.)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_gen.build import build as build_school
    from portfolio_gen.check import check_school
    from portfolio_gen.diagnostics import Diagnostic
    from portfolio_gen.evaluate import evaluate as evaluate_student
    from portfolio_gen.model.school import School
    from portfolio_gen.model.standing import Standings
    from portfolio_gen.read.school import read_school

__all__ = [
    "Diagnostic",
    "School",
    "Standings",
    "build_school",
    "check_school",
    "evaluate_student",
    "read_school",
]

_ROOMS = {
    "Diagnostic": ("diagnostics", "Diagnostic"),
    "School": ("model.school", "School"),
    "Standings": ("model.standing", "Standings"),
    "build_school": ("build", "build"),
    "check_school": ("check", "check_school"),
    "evaluate_student": ("evaluate", "evaluate"),
    "read_school": ("read.school", "read_school"),
}


def __getattr__(name: str) -> object:
    """Open a room only when somebody asks for it, so that `--help` answers at once."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, thing = _ROOMS[name]
    return getattr(import_module(f"{__name__}.{room}"), thing)
