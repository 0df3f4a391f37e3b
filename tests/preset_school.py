"""Presets with their sample schools, read as any other program would read them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from portfolio_gen.model.standing import Standings
from portfolio_gen.start import presets, start_school
from portfolio_gen.survey import survey
from sample import TODAY

_FOLDER = files("portfolio_gen") / "presets"
SAMPLED = tuple(one for one in presets() if (_FOLDER / one / "sample").is_dir())
"""Presets that have a sample school."""


def sample_school(folder: Path, preset: str) -> Path:
    """A preset with its made-up students, as `new school --sample` writes it."""
    start_school(folder, preset, sample=True)
    return folder


def raw(path: Path) -> Any:
    """What a YAML file says, read without this program."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def standings(folder: Path, student: str) -> Standings:
    """Where a student stands, in a school without a single problem."""
    seen = survey(folder, on=TODAY)
    assert [one for one in seen.diagnostics if one.severity != "note"] == []
    return seen.standings[student]
