"""Whatever people write, no output steers a terminal, turns words round, or commands the runner of a workflow."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from portfolio_gen.cli import porch
from school import ARTIFACT_FOLDER, STUDENT, minimal_school, write

COMMAND = "::error file=x::all is lost"
OLD_COMMAND = "##[error]all is lost"
FLIPPED = "a\u009b31mb\u00ad\u2066c"
PAGE = f"""\
---
title: "{COMMAND}"
date: 2026-03-14
summary: "{OLD_COMMAND}"
{FLIPPED}: 1
audience: [family, {FLIPPED}]
status: published
claims:
  - credit: critical-thinking/academics
---
{COMMAND}

[{FLIPPED}](nowhere-{FLIPPED}.png)
"""


@pytest.fixture(params=[True, False], ids=["broken", "built"])
def school(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Everything that is printed somewhere, as a command or with signs that are not seen; with errors or without."""
    folder = minimal_school(tmp_path / "school")
    card = folder / f"students/{STUDENT}/student.yml"
    files = {str(card.relative_to(folder)): card.read_text().replace("Ada", json.dumps(COMMAND))}
    kept = "".join(one for one in PAGE.splitlines(keepends=True) if FLIPPED not in one)
    files[f"{ARTIFACT_FOLDER}/artifact.md"] = (
        PAGE if request.param else kept.replace("status:", "audience: [family]\nstatus:")
    )
    ledger = (folder / f"transcripts/{STUDENT}.yml").read_text()
    files[f"transcripts/{STUDENT}.yml"] = ledger.replace("Ada Marie Park", f'"{COMMAND} Park"')
    return write(folder, files)


@pytest.mark.parametrize(
    "words",
    [
        *(("check", "SCHOOL", "--format", one) for one in ("full", "concise", "github", "json")),
        *(
            (*command, "--format", one)
            for command in (("status", "SCHOOL"), ("plan", STUDENT, "SCHOOL"))
            for one in ("text", "json")
        ),
        ("why", STUDENT, "critical-thinking/academics", "SCHOOL"),
        ("audit", STUDENT, "SCHOOL"),
        ("audit", STUDENT, "SCHOOL", "--format", "json"),
        ("build", "SCHOOL", "--jobs", "1", "--edition", "family"),
    ],
    ids=" ".join,
)
def test_nothing_is_commanded(school: Path, words: tuple[str, ...]) -> None:
    given = [str(school) if one == "SCHOOL" else one for one in words]
    done = CliRunner().invoke(porch, given)

    assert not isinstance(done.exception, Exception), done.exception
    assert done.output
    unseen = {one for one in done.output if unicodedata.category(one)[0] == "C"} - {"\n"}
    assert unseen == set()
    assert "##[" not in done.output or words[-1] == "json"
    commands = [one for one in done.output.splitlines() if one.lstrip().startswith("::")]
    if words[-1] == "github":
        assert all(
            one.startswith(("::error file=s", "::warning file=s", "::notice file="))
            for one in commands
        )
    else:
        assert commands == []
    if words[-1] == "json":
        json.loads(done.stdout)
