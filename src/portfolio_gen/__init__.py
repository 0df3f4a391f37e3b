"""Student portfolios and mastery transcripts as static sites, from plain folders.

The front door: the verbs `read_school`, `check_school`, `evaluate` and `build`, and the nouns they pass along.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio_gen.build import build
    from portfolio_gen.check import check_school
    from portfolio_gen.diagnostics import Diagnostic
    from portfolio_gen.evaluate import evaluate
    from portfolio_gen.model.school import School
    from portfolio_gen.model.standing import Standings
    from portfolio_gen.read.school import read_school

__all__ = [
    "Diagnostic",
    "School",
    "Standings",
    "build",
    "check_school",
    "evaluate",
    "read_school",
]

_ROOMS = {
    "Diagnostic": "diagnostics",
    "School": "model.school",
    "Standings": "model.standing",
    "build": "build",
    "check_school": "check",
    "evaluate": "evaluate",
    "read_school": "read.school",
}


def __getattr__(name: str) -> object:
    """Open a room only when somebody asks for it, so that `--help` answers at once."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
