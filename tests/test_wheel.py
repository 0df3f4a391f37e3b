"""The wheel, installed away from the repository, has all it needs to start a school and build it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def run(*words: object, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_can_start_and_build_a_school(tmp_path: Path) -> None:
    run("-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=REPOSITORY)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    away = tmp_path / "away"
    run("-m", "zipfile", "-e", wheel, away, cwd=tmp_path)

    where = run(
        "-c",
        "import portfolio_gen; print(portfolio_gen.__file__)",
        cwd=tmp_path,
        PYTHONPATH=str(away),
    )
    assert Path(where.strip()).is_relative_to(away)

    program = ("-c", "from portfolio_gen.cli import main; main()")
    run(*program, "new", "school", "school", cwd=tmp_path, PYTHONPATH=str(away))
    run(*program, "new", "student", "Ada Park", "school", cwd=tmp_path, PYTHONPATH=str(away))
    run(*program, "build", "school", cwd=tmp_path, PYTHONPATH=str(away))

    page = (tmp_path / "school/site/self/ada-park/index.html").read_text("utf-8")
    assert "Ada Park" in page
    assert (tmp_path / "school/site/self/ada-park/transcript/index.html").is_file()
