"""Each preset with a small ledger: no error, and the standings are what a recount by hand gives."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from portfolio_gen.model.dates import Day
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.start import presets, start_artifact, start_school, start_student
from portfolio_gen.survey import survey

SAMPLES = Path(__file__).parent / "samples"
TODAY = Day(2026, 11, 22)
COMMITTEE = """\
quorum: 3
members:
  - { id: b-lund, name: Berit Lund }
  - { id: c-mora, name: Celia Mora }
  - { id: d-vale, name: Dag Vale }
  - { id: e-obi, name: Efe Obi }
"""
NAMES = sorted(one.stem for one in SAMPLES.glob("*.yml"))


def raw(path: Path) -> Any:
    """A file as any other program would read it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def school(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / "school"
    start_school(folder, request.param)
    phase = raw(folder / "transcripts/framework.yml")["phases"][0]["id"]
    start_student(folder, "Ada Park", id="ada-park", phase=phase, framework="1", on=TODAY)
    start_artifact(folder, "ada-park", "Work", id="work", on=Day(2026, 1, 5))
    (folder / "transcripts/committee.yml").write_text(COMMITTEE)
    sample = (SAMPLES / f"{request.param}.yml").read_text(encoding="utf-8")
    (folder / "transcripts/ada-park.yml").write_text(sample, encoding="utf-8")
    return folder


def standings(folder: Path) -> Standings:
    seen = survey(folder, on=TODAY)
    assert [one for one in seen.diagnostics if one.severity == "error"] == []
    return seen.standings["ada-park"]


def earned(found: Standings) -> set[tuple[str, str]]:
    return {(one.credit.id, one.level.id) for one in found.credits if one.state is State.EARNED}


def test_each_sample_belongs_to_a_preset() -> None:
    assert set(NAMES) <= set(presets())


@pytest.mark.parametrize("school", ["mtc"], indirect=True)
def test_mtc(school: Path) -> None:
    found = standings(school)
    rules, records = (raw(school / f"transcripts/{one}.yml") for one in ("framework", "ada-park"))
    awards = {
        (one["credit"], one["level"]) for one in records["decisions"] if one["outcome"] == "earned"
    }
    domain = {one["id"]: one.get("domain") for one in rules["credits"]}
    offered = Counter(
        domain[one["id"]] for one in rules["credits"] if one["levels"] == ["foundation"]
    )
    foundation = Counter(domain[credit] for credit, level in awards if level == "foundation")

    assert earned(found) == awards
    assert {one.domain.id: (dict(one.earned)["foundation"], one.of) for one in found.domains} == {
        one["id"]: (foundation[one["id"]], offered[one["id"]]) for one in rules["domains"]
    }
    assert found.transferable
    assert (dict(found.transferable.earned)["transferable"], found.transferable.of) == (1, 6)
    assert [(one.earned, one.of) for one in found.requirements] == [
        (foundation.total(), offered.total()),
        (sum(level == "advanced" for _, level in awards), 3),
    ]


@pytest.mark.parametrize("school", ["pathways"], indirect=True)
def test_pathways(school: Path) -> None:
    found = standings(school)
    rules, records = (raw(school / f"transcripts/{one}.yml") for one in ("framework", "ada-park"))
    levels = [one["id"] for one in rules["scales"][0]["levels"]]
    newest: dict[str, str] = {}
    for one in sorted(records["ratings"], key=lambda one: one["date"]):
        counts = one.get("kind") != "formative" and one.get("rater") != "self"
        if counts and not one.get("modified") and one["level"] in levels:
            newest[one["target"]] = one["level"]
    reached = {name for name, level in newest.items() if levels.index(level) >= 2}
    targets = {one["id"]: one for one in rules["targets"]}

    assert {one.target.id: one.level.id for one in found.targets if one.level} == newest
    assert earned(found) == {
        *((targets[one]["credit"], "foundation") for one in reached if "credit" in targets[one]),
        ("argue", "advanced"),
    }
    first = [name for name, one in targets.items() if one.get("phase") == "discover"]
    told = {one.requirement.id: (one.earned, one.of) for one in found.requirements}
    assert told == {
        "foundation-credits": (2, 26),
        "first-standards": (
            sum(levels.index(newest[one]) >= 1 for one in first if one in newest),
            len(first),
        ),
        "empower-skills": (1, 7),
    }
    insufficient = [one.target.id for one in found.targets if one.state == "insufficient"]
    assert insufficient == ["create-standard"]
