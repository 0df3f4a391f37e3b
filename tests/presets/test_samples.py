"""Every preset has a sample school, and the sample builds in every edition without a word, and without a leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from portfolio_gen.build import build
from portfolio_gen.inspection import inspect
from portfolio_gen.start import start_school
from portfolio_gen.survey import survey
from preset_school import SAMPLED, sample_school
from sample import TODAY

EVERY_DAY = ("mtc", "northern-cass", "sas")
"""Three that have least in common; the nightly run builds all of them."""


@pytest.mark.parametrize(
    "preset",
    [one if one in EVERY_DAY else pytest.param(one, marks=pytest.mark.nightly) for one in SAMPLED],
)
def test_the_sample_builds(tmp_path: Path, preset: str) -> None:
    school = sample_school(tmp_path / "school", preset)

    report = build(school, on=TODAY, jobs=1)

    assert [one for one in report.diagnostics if one.severity != "note"] == []
    students = {one.name for one in (school / "students").iterdir() if one.is_dir()}
    assert {one.name for one in (school / "site/family").iterdir() if one.is_dir()} >= students
    for student in students:
        assert (school / "site/self" / student / "transcript/index.html").is_file()
    read = survey(school, on=TODAY).school
    assert read and inspect(read, school / "site", on=TODAY).leaks == ()


@pytest.mark.parametrize("preset", SAMPLED)
def test_the_sample_stays_out_unless_asked_for(tmp_path: Path, preset: str) -> None:
    start_school(tmp_path, preset)

    assert [one.name for one in (tmp_path / "students").iterdir()] == ["README.md"]
    assert not (tmp_path / "sample").exists()
