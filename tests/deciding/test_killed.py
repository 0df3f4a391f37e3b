"""Whoever confirms is killed at any moment: each ledger is old or new, and the next run ends what was begun."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio_gen.deciding import confirm
from voted_school import LATER, add_a_twin, docket, handed_in_school, vote

PROGRAM = Path(__file__).parents[1] / "decide_until_killed.py"
LEDGERS = ("transcripts/ada-park.yml", "transcripts/bo-berg.yml")


def files(root: Path) -> dict[str, bytes]:
    """Everything in a school but the program's own notes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".portfolio-gen" not in path.parts
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pitches with ballots that wait to be confirmed."""
    root = handed_in_school(tmp_path_factory.mktemp("before") / "school")
    add_a_twin(root)
    for who in ("b-lund", "c-mora"):
        vote(root, who)
        vote(root, who, student="bo-berg", name=f"bo-{who}.json")
    return root


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is there when nobody is killed."""
    root = shutil.copytree(before, tmp_path_factory.mktemp("after") / "school")
    confirm(root, docket(root), "e-obi", release=LATER)
    return files(root)


def is_killed(before: Path, root: Path, at: int, after: dict[str, bytes]) -> bool:
    """Let it be killed at the n-th write, and look at what is there; whether it came that far."""
    shutil.copytree(before, root)
    old = files(root)
    words = [sys.executable, str(PROGRAM), str(root), str(at)]
    where = {"PYTHONPATH": str(PROGRAM.parent)}
    done = subprocess.run(words, env=where, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    now = files(root)
    for name in LEDGERS:
        assert now[name] in (old[name], after[name]), f"{name} is neither, killed at write {at}"
    assert {name: now[name] for name in old if name not in LEDGERS} == {
        name: data for name, data in old.items() if name not in LEDGERS
    }
    confirm(root, docket(root), "e-obi", release=LATER)
    assert files(root) == after, f"killed at write {at}"
    shutil.rmtree(root)
    return done.returncode != 0


@pytest.mark.parametrize("at", [6, 22])
def test_killed_the_ledgers_are_old_or_new(
    before: Path, after: dict[str, bytes], tmp_path: Path, at: int
) -> None:
    assert is_killed(before, tmp_path / "school", at, after)


@pytest.mark.nightly
def test_killed_at_each_write(before: Path, after: dict[str, bytes], tmp_path: Path) -> None:
    at = 1
    while is_killed(before, tmp_path / "school", at, after):
        at += 1
    assert at > 22
