"""`build` at a terminal, in a pipe, in a log, and for programs."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plain_rendering import PLAIN
from portfolio_gen.build import build
from portfolio_gen.cli import porch
from portfolio_gen.cli import progress as progress_module
from portfolio_gen.cli.progress import Lines, Pace, progress, told
from portfolio_gen.report import Step
from school import STUDENT, minimal_school, write

COMMAND = [sys.executable, "-c", "from portfolio_gen.cli import main; main()"]
SURROUNDINGS = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795305600", "TERM": "xterm"}
SITES = [f"{edition}/{STUDENT}" for edition in ("family", "self")]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A school with two editions."""
    root = minimal_school(tmp_path / "school")
    off = ", ".join(f"{one}: {{build: false}}" for one in ("committee", "college", "public"))
    with (root / "portfolio.yml").open("a") as file:
        file.write(f"editions: {{{off}}}\n")
    return root


@pytest.fixture
def plain_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are made in an instant, where it does not matter what is on them."""
    assert build.__kwdefaults__
    monkeypatch.setitem(build.__kwdefaults__, "rendering", PLAIN)


def run(*words: object) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(porch, [*map(str, words)], env=SURROUNDINGS)


# For programs


def test_json_is_one_document_and_nothing_else(school: Path) -> None:
    story = school / f"students/{STUDENT}/artifacts/bean-diary/artifact.md"
    story.write_text(story.read_text() + "\n<iframe src='https://film.example/1'></iframe>\n")
    done = run("build", school, "--format", "json", "--profile")
    told = json.loads(done.stdout)

    assert (done.exit_code, done.stderr) == (0, "")
    assert told["rebuilt"] == SITES
    assert [told[one] for one in ("reused", "kept", "failed", "pruned")] == [[], [], [], []]
    assert told["counts"] == {
        "rebuilt": 2,
        "reused": 0,
        "kept": 0,
        "failed": 0,
        "pruned": 0,
        "pages": len(list((school / "site").rglob("*.html"))),
        "pictures": 2,
    }
    assert (told["refused"], told["out"]) == (False, str(school / "site"))
    assert {"read", "check", "plan", "sites", "publish"} <= set(told["seconds"])
    assert [one["code"] for one in told["diagnostics"] if one["code"] > "PG55"] == ["PG559"]
    profile = told["profile"]
    assert sorted(one["name"] for one in profile["sites"]) == SITES
    assert all((school / "site" / one["name"]).is_file() for one in profile["pages"])
    assert [one["name"] for one in profile["originals"]] == [
        f"students/{STUDENT}/artifacts/bean-diary/beans.png"
    ]
    assert profile["seconds"] >= sum(one["seconds"] for one in profile["sites"])


@pytest.mark.usefixtures("plain_pages")
def test_json_tells_of_errors_as_check_does_and_the_exit_code_stays(school: Path) -> None:
    write(school, {f"students/{STUDENT}/narrative.md": "---\ntitle: [\n---\nHm.\n"})
    check = json.loads(run("check", school, "--format", "json").stdout)
    done = run("build", school, "--format", "json")
    told = json.loads(done.stdout)

    assert (done.exit_code, done.stderr) == (1, "")
    assert told["failed"] == SITES
    assert {one: told[one] for one in check} == check
    assert check["summary"]["errors"] == 1
    assert "profile" not in told


def test_json_also_tells_of_an_output_that_is_refused(school: Path) -> None:
    done = run("build", school, "--out", school / "students", "--format", "json")
    told = json.loads(done.stdout)

    assert done.exit_code == 2
    assert told["refused"]
    assert "PG901" in [one["code"] for one in told["diagnostics"]]


# For people


@pytest.mark.usefixtures("plain_pages")
def test_a_pipe_hears_nothing_but_what_was_done(school: Path) -> None:
    done = run("build", school)

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert done.stdout.startswith("2 made (")


@pytest.mark.usefixtures("plain_pages")
def test_where_nothing_has_changed_no_build_begins(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [json.loads(run("build", school, "--format", "json").stdout) for _ in range(2)]
    monkeypatch.setattr("portfolio_gen.build.build", lambda *_, **__: 1 / 0)

    done = run("build", school, "--format", "json")

    assert (done.exit_code, done.stderr) == (0, "")
    assert {**json.loads(done.stdout), "seconds": 0} == {**said[1], "seconds": 0}
    assert (
        type(run("build", school, "--force").exception) is ZeroDivisionError
    )  # then one begins, whatever was seen


@pytest.mark.usefixtures("plain_pages")
def test_a_profile_names_stages_sites_pages_and_files(school: Path) -> None:
    done = run("build", school, "--profile", "--progress", "none")
    lines = [one.split("  ")[-1] for one in done.stdout.splitlines()]

    assert "Slowest sites:" in lines
    assert set(SITES) <= set(lines)
    assert re.search(r"^Time: .*\bsites \d+\.\d\d s\b.*\.$", done.stdout, re.MULTILINE)


@pytest.mark.usefixtures("plain_pages")
def test_a_log_gets_whole_lines(school: Path) -> None:
    done = run("build", school, "--progress", "plain", "--jobs", "1")
    lines = done.stderr.splitlines()

    assert lines[:3] == ["Reading", "Checking", "Planning"]
    assert "\x1b" not in done.stderr
    assert any(one.startswith("Making sites: 2 of 2 (1 of 1 student, ") for one in lines)
    assert lines[-1] == "Making indexes: 2 of 2"


def test_a_terminal_gets_a_bar_that_leaves_nothing_behind(school: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "build", str(school), "--edition", "self", "--jobs", "1"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**SURROUNDINGS, "COLUMNS": "120"},
    ) as program:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # what Linux says when nobody is at the other end
            while read := os.read(ours, 65536):
                shown += read
        assert program.stdout is not None
        summary = program.stdout.read()
    os.close(ours)

    assert "Making sites" in shown.decode()
    assert "of 1 student, " in shown.decode()
    assert shown.rstrip().endswith(b"\x1b[2K"), "the last thing is to clear the line"
    assert summary.startswith(b"1 made (")


def test_lines_come_every_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(progress_module.time, "monotonic", lambda: now)
    lines = Lines()
    for number in range(1, 101):
        now += 0.6
        lines(Step("sites", number, 100, "self/x", number // 2, 50, number * 30, number))
    said = capsys.readouterr().err.splitlines()

    assert 10 <= len(said) <= 14
    assert said[0] == "Making sites: 1 of 100 (0 of 50 students, 30 pages, 1 picture)"
    assert said[1] == (
        "Making sites: 10 of 100 (5 of 50 students, 300 pages, 10 pictures, 50 pages/s, 54 s left)"
    )
    assert said[-1].startswith("Making sites: 100 of 100 (50 of 50 students, 3,000 pages")


@pytest.mark.parametrize(
    ("left", "words"),
    [(12, "12 s"), (75, "1 min 15 s"), (7260, "2 h 01 min"), (3600, "1 h 00 min")],
)
def test_what_is_left_is_said_as_people_say_it(left: float, words: str) -> None:
    pace = Pace()
    pace.left = left

    assert told(Step("sites", of_students=1234), pace).endswith(f", {words} left")
    assert told(Step("sites", of_students=1234), pace).startswith("0 of 1,234 students, 0 pages")


def test_none_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("none") as show:
        show(Step("sites", 1, 2))

    assert capsys.readouterr().err == ""


# Ctrl-C


def crowd(school: Path, number: int) -> None:
    """Many students, so that there is something to interrupt."""
    folder = school / "students" / STUDENT
    texts = {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.[ym]*")
    }
    picture = (folder / "artifacts/bean-diary/beans.png").read_bytes()
    ledger = (school / f"transcripts/{STUDENT}.yml").read_text()
    for one in range(number):
        write(school, {f"students/ada-{one}/{path}": text for path, text in texts.items()})
        (school / f"students/ada-{one}/artifacts/bean-diary/beans.png").write_bytes(picture)
        write(school, {f"transcripts/ada-{one}.yml": ledger})


@pytest.mark.parametrize(
    ("jobs", "moment"),
    [(1, "Making sites"), (2, "Making sites"), (2, "Preparing the look: 2")],
    ids=["one process", "several", "several that are getting ready"],
)
def test_ctrl_c_ends_a_build_at_once_and_quietly(school: Path, jobs: int, moment: str) -> None:
    crowd(school, 20)
    with subprocess.Popen(
        [*COMMAND, "build", str(school), "--progress", "plain", "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=SURROUNDINGS,
        text=True,
        start_new_session=True,
    ) as program:
        assert program.stderr is not None
        for line in program.stderr:
            if line.startswith(moment):
                break
        time.sleep(0.2)
        started = time.monotonic()
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does: everybody hears it
        out, rest = program.communicate()
        took = time.monotonic() - started

    assert program.returncode == 130
    assert (out, rest.splitlines()[-1]) == ("", "Stopped.")
    assert "Traceback" not in rest
    others = os.getloadavg()[0] / (os.cpu_count() or 1)
    assert took < 1 + others, "a second, on a machine that has nobody else to serve"
    office = school / "site" / ".portfolio-gen"
    assert sorted(one.name for one in office.iterdir()) == ["lock", "manifest.json"]
    published = {one.parent.name for one in (school / "site/self").glob("*/index.html")}
    assert len(published) < 21, "it came too late to interrupt anything"
