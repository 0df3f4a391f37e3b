"""On a terminal `new artifact` asks one question at a time, and every answer ends up in the file."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portfolio_gen.model.dates import Day
from portfolio_gen.start import start_school, start_student
from portfolio_gen.survey import survey
from school import picture

DAY = Day(2026, 9, 1)
PROGRAM = "from portfolio_gen.cli import main; main()"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "our school"
    start_school(folder, "tilton")
    start_student(folder, "Ada Park", id="ada-park", phase="9", framework="2", on=DAY)
    return folder


def on_a_terminal(school: Path, *words: str, answers: list[str]) -> tuple[int, str]:
    """Run the command on a terminal of its own; each answer is typed when a question waits for it."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, "new", "artifact", *words]
    running = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=school, close_fds=True
    )
    os.close(theirs)
    said, waiting, end = b"", list(answers), time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                said += os.read(ours, 65536)
            except OSError:
                break
            if said.endswith(b"\n> ") and waiting:
                os.write(ours, waiting.pop(0).encode() + b"\n")
        elif running.poll() is not None:
            break
    os.close(ours)
    code = running.wait(10)
    assert not waiting, said.decode()
    return code, said.decode()


def test_every_answer_is_kept(school: Path, tmp_path: Path) -> None:
    photographs = tmp_path / "my photos"
    photographs.mkdir()
    (photographs / "IMG 0001.PNG").write_bytes(picture())
    (photographs / "notes: day.txt").write_text("hot")
    answers = [
        "Solar oven: the third",
        "03/2026",
        "2026-03",
        'It bakes bread, in "spring".',
        "/no/such/photo.jpg",
        str(photographs),
        "A box with foil on the lawn",
        "",
        "99",
        "2 1",
        "I said where it went wrong.",
        "",
        "1",
    ]
    code, said = on_a_terminal(school, "ada-park", answers=answers)
    assert code == 0, said
    assert "a date is written like" in said
    assert "There is nothing at /no/such/photo.jpg." in said
    assert "99 is none of the numbers" in said
    assert "only you see it" in said
    seen = survey(school, on=DAY)
    assert seen.school is not None
    (work,) = seen.school.students[0].artifacts
    first, second = (one.id for one in seen.school.framework.all_credits()[:2])
    assert (work.title, str(work.date)) == ("Solar oven: the third", "2026-03")
    assert (work.summary, work.status) == ('It bakes bread, in "spring".', "draft")
    assert [(one.file, one.alt) for one in work.media] == [
        ("img-0001.png", "A box with foil on the lawn"),
        ("notes-day.txt", None),
    ]
    assert [(one.credit, one.why) for one in work.claims] == [
        (second, "I said where it went wrong."),
        (first, None),
    ]
    assert work.audience == ("family",)
    assert {one.rule.name for one in seen.diagnostics if one.severity == "error"} == set()
    assert (photographs / "IMG 0001.PNG").exists(), "the photograph stays where it was"


def test_every_question_can_be_passed_over(school: Path) -> None:
    for number, title in enumerate(("Untitled", "Untitled 2"), start=1):
        code, said = on_a_terminal(school, "ada-park", answers=[""] * 6)
        assert code == 0, said
        seen = survey(school, on=DAY)
        assert seen.school is not None
        works = seen.school.students[0].artifacts
        assert len(works) == number
        assert works[-1].title == title
        assert (works[-1].media, works[-1].claims, works[-1].audience) == ((), (), ())


def test_nothing_is_asked_when_nothing_is_to_be(school: Path) -> None:
    code, said = on_a_terminal(school, "ada-park", "Oven", "--no-input", answers=[])
    assert (code, said.count("?")) == (0, 0)
    code, said = on_a_terminal(school, "ada-park", "Oven", answers=[])
    assert code == 2
    assert "exists already" in said
    code, said = on_a_terminal(school, "ada-park", "--no-input", answers=[])
    assert code == 2
    assert "Missing argument 'TITLE'" in said
