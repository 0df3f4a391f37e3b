"""The page on which a school writes its own framework: each step is in order, and the last file is complete.

Fenced blocks name a file after the language. A block adds its top-level keys to that file, and replaces those that are
there already, as the page tells its readers. `sh` blocks with `mkdir` and `cp` are carried out.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from portfolio_gen.build import build
from portfolio_gen.check import check_school
from portfolio_gen.cli import porch
from portfolio_gen.read.school import read_school
from portfolio_gen.start import presets, start_school
from school import TODAY

PAGE = (Path(__file__).parents[1] / "docs" / "framework.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```$", re.M | re.S)
KEY = re.compile(r"^(?=[a-z_]+:)", re.M)
STEPS = [one for one in re.split(r"^## ", PAGE, flags=re.M) if re.match(r"\d+\. ", one)]
ELSEWHERE = "extended/"


def follow(school: Path, step: str) -> None:
    """Do what a step of the page says."""
    for block in BLOCK.finditer(step):
        if block["path"]:
            lay(school / block["path"], block["text"])
        elif block["language"] == "sh":
            for line in block["text"].splitlines():
                carry_out(school, *shlex.split(line))


def lay(path: Path, text: str) -> None:
    """Add top-level keys to a file; those that are there already are replaced where they stand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = dict(top_level(path.read_text("utf-8"))) if path.exists() else {}
    path.write_text("".join((keys | dict(top_level(text))).values()), "utf-8")


def top_level(text: str) -> Iterator[tuple[str, str]]:
    for part in filter(None, KEY.split(text)):
        yield part.partition(":")[0], part


def carry_out(school: Path, command: str, *words: str) -> None:
    if command == "mkdir":
        (school / words[-1]).mkdir(parents=True)
    elif command == "cp":
        shutil.copyfile(school / words[0], school / words[1])


def whole_page(school: Path) -> Path:
    for step in STEPS:
        follow(school, step)
    return school


def problems(school: Path) -> list[str]:
    read, found = read_school(school)
    checked = check_school(read, on=TODAY) if read else ()
    return [f"{one.span} {one.code} {one.message}" for one in (*found, *checked)]


def run(*words: object) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1795305600"}).invoke(porch, [*map(str, words)])


def test_the_page_has_steps() -> None:
    assert [one.partition(".")[0] for one in STEPS] == [str(one) for one in range(1, 10)]


@pytest.mark.parametrize("last", range(1, len(STEPS) + 1))
def test_everything_is_in_order_after_each_step(tmp_path: Path, last: int) -> None:
    for step in STEPS[:last]:
        follow(tmp_path, step)

    assert problems(tmp_path) == []


def test_status_says_what_the_page_says(tmp_path: Path) -> None:
    (printed,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.M | re.S)
    done = run("status", whole_page(tmp_path), "--on", TODAY)

    assert (done.exit_code, done.stdout.strip()) == (0, printed.strip())


def test_the_school_of_the_page_can_be_asked_and_built(tmp_path: Path) -> None:
    school = whole_page(tmp_path / "school")
    report = build(school, out=tmp_path / "site", on=TODAY, jobs=1)

    assert run("plan", "ada-park", school).exit_code == 0
    assert run("why", "ada-park", "build", school).exit_code == 0
    assert [one.message for one in report.diagnostics] == []
    assert (tmp_path / "site/self/ada-park/transcript/index.html").is_file()


def test_an_award_that_the_crosswalk_forgets_is_an_error_that_names_the_student(
    tmp_path: Path,
) -> None:
    """What the page promises about changing a framework."""
    school = whole_page(tmp_path)
    path = school / "transcripts/framework.yml"
    path.write_text(
        "\n".join(
            line for line in path.read_text("utf-8").splitlines() if "old: [plan, join]" not in line
        )
    )

    assert any("PG329" in one and "ada-park" in one for one in problems(school))


def test_every_preset_is_on_the_page() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.M)

    assert set(presets()) <= set(listed)
    assert len(listed) == len(set(listed)) == 9


def test_what_extends_a_preset_is_in_order(tmp_path: Path) -> None:
    (block,) = (one for one in BLOCK.finditer(PAGE) if (one["path"] or "").startswith(ELSEWHERE))
    start_school(tmp_path / "school", block["text"].partition("\n")[0].removeprefix("extends: "))
    path = tmp_path / "school" / block["path"].removeprefix(ELSEWHERE)
    path.write_text(block["text"], "utf-8")
    read, _ = read_school(tmp_path / "school")

    assert problems(tmp_path / "school") == []
    assert read
    assert [one.id for one in read.framework.domains][-1] == "orchard"
    assert read.framework.habits
    assert "dependability" not in [one.id for one in read.framework.habits.strands]
