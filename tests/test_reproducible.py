"""The same school gives the same bytes: whatever the machine's zone, language, folders, processes and chance."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from builds import OFFICE
from school import minimal_school
from test_build import BEN, BEN_LEDGER, BEN_WORK, CONSENT

from school import write  # isort: skip

PROGRAM = "from portfolio_gen.cli import main; main()"
HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"}


def school(root: Path) -> Path:
    """Two students, one of whom everybody may see."""
    minimal_school(root)
    files = {
        "transcripts/consent.yml": CONSENT,
        "transcripts/ben-lim.yml": BEN_LEDGER,
        "students/ben-lim/student.yml": BEN,
        "students/ben-lim/artifacts/boat/artifact.md": BEN_WORK,
    }
    return write(root, files)


def built(root: Path, out: Path, jobs: int, around: dict[str, str]) -> dict[str, bytes]:
    """What the program makes of the school in some surroundings, with its list of all that."""
    words = ["build", str(root), "--out", str(out), "--jobs", str(jobs), "--on", "2026-11-30"]
    subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env={**os.environ, **around},
        check=True,
        capture_output=True,
        cwd=root,
    )
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_the_same_bytes_come_out_everywhere(tmp_path: Path) -> None:
    one = built(school(tmp_path / "a"), tmp_path / "a" / "site", 1, HERE)
    other = built(school(tmp_path / "of another" / "school"), tmp_path / "out", 3, ELSEWHERE)

    assert one == other
    assert f"{OFFICE}/manifest.json" in one
    assert len([path for path in one if path.endswith(".html")]) > 20
