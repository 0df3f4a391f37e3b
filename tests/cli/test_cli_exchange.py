"""`portfolio-gen import framework` and `portfolio-gen export framework`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from case_packages import guid, saved, three_levels
from portfolio_gen.cli import porch
from school import minimal_school


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return minimal_school(tmp_path / "school")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(tmp_path, three_levels())


def run(*words: object) -> Result:
    return CliRunner().invoke(porch, list(map(str, words)), env={"SOURCE_DATE_EPOCH": "1795305600"})


def test_help_says_what_each_does() -> None:
    done = run("--help")
    assert "\n  import " in done.output
    assert "\n  export " in done.output
    assert "SmartEvidence" in run("import", "framework", "--help").output
    assert "CASE 1.1" in run("export", "framework", "--help").output


def test_without_a_place_it_is_printed_and_nothing_else(file: Path) -> None:
    done = run("import", "framework", file)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Imported from another program.")
    assert done.stderr == "2 domains, 3 credits, 2 learning targets.\n"


def test_a_file_is_written_once(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "framework.yml"
    assert run("import", "framework", file, "--out", out).stdout == f"wrote {out}\n"
    before = out.read_bytes()
    again = run("import", "framework", file, "--out", out)
    assert again.exit_code
    assert "exists already" in again.stderr
    assert out.read_bytes() == before


def test_into_a_school(file: Path, school: Path) -> None:
    done = run("import", "framework", file, "--into", school, "--version", "2026")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"wrote {school}/transcripts/frameworks/2024.yml",
        f"wrote {school}/transcripts/framework.yml",
        f"Next: portfolio-gen check {school}",
    ]
    assert guid("claim") in (school / "transcripts/framework.yml").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--levels", "domain,credits"), "Did you mean `credit`?"),
        (("--type", "Cluster"), "TYPE=KIND"),
        (("--type", "Cluster=thing"), "`thing` is none of"),
        (("--version", "Version 2"), "try `version-2`"),
        (("--into", ".", "--out", "x.yml"), "not both"),
    ],
)
def test_a_slip_on_the_command_line_is_explained(
    file: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("import", "framework", file, *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_levels_and_types_are_taken(file: Path) -> None:
    done = run("import", "framework", file, "--levels", "domain, credit")
    assert done.stderr.splitlines()[-1] == "2 domains, 5 credits."


def test_a_bad_file_ends_with_1_and_its_place(tmp_path: Path) -> None:
    file = saved(tmp_path, '{"CFItems": [}')
    done = run("import", "framework", file)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert f"{file}:1:14: error PG601" in done.stderr


def test_rubrics_go_where_somebody_says(tmp_path: Path) -> None:
    levels = [{"quality": "Weak"}, {"quality": "Good"}]
    criteria = [{"category": "Claims", "CFRubricCriterionLevels": levels}]
    rubrics = [{"title": "Arguing", "CFRubricCriteria": criteria}]
    file = saved(tmp_path, three_levels() | {"CFRubrics": rubrics})
    assert "name a file with --rubrics" in run("import", "framework", file).stderr
    done = run("import", "framework", file, "--rubrics", tmp_path / "rubrics.yml")
    assert "--rubrics" not in done.stderr
    assert "title: Arguing" in (tmp_path / "rubrics.yml").read_text()


def test_an_export_is_printed_or_written(school: Path, tmp_path: Path) -> None:
    printed = run("export", "framework", school)
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["CFDocument"]["title"] == "Two skills in two areas"
    out = tmp_path / "case.json"
    done = run("export", "framework", school, "--out", out, "--on", "2026-08-01")
    assert done.stdout == f"wrote {out}\n"
    assert '"lastChangeDateTime": "2026-08-01T00:00:00Z"' in out.read_text()


def test_a_school_that_cannot_be_read_is_not_exported(school: Path) -> None:
    (school / "transcripts/framework.yml").write_text("id: [")
    done = run("export", "framework", school)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "PG104" in done.stderr
