"""Presets with their sample schools, read as any other program would read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from portfolio_gen.cli.status import command as status
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


def told(folder: Path, student: str) -> Any:
    """What `portfolio-gen status --format json` says of a student."""
    words = [str(folder), "--student", student, "--format", "json", "--on", str(TODAY)]
    done = CliRunner().invoke(status, words)
    assert done.exit_code == 0, done.output
    (found,) = json.loads(done.stdout)["students"]
    return found


def awards(folder: Path, student: str) -> set[tuple[str, str]]:
    """Credits and levels that the decisions of a student's ledger award."""
    decisions = raw(folder / f"transcripts/{student}.yml").get("decisions", ())
    corrected = {one["corrects"] for one in decisions if "corrects" in one}
    return {
        (one["credit"], one["level"])
        for one in decisions
        if one["outcome"] == "earned" and one["id"] not in corrected
    }


def published(folder: Path, student: str, kind: str) -> Iterator[tuple[str, Any]]:
    """Slug and front matter of each published work (`artifacts`) or pitch (`pitches`)."""
    for path in sorted((folder / "students" / student / kind).rglob("*.md")):
        page = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        if page["status"] == "published":
            yield (path.parent.name if kind == "artifacts" else path.stem), page


def asked(folder: Path, student: str, kind: str) -> set[tuple[str, str]]:
    """Credits and levels that a student's works claim, or that their unanswered pitches ask for."""
    decisions = raw(folder / f"transcripts/{student}.yml").get("decisions", ())
    answered = {one.get("pitch") for one in decisions}
    return {
        (claim["credit"], claim.get("level", "foundation"))
        for slug, page in published(folder, student, kind)
        if kind == "artifacts" or slug not in answered
        for claim in page["claims"]
    }
