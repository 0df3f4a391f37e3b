"""A year of pitches in a school of 500: how long reading them, the queue, the session pages and the reports take.

    python benchmarks/pitches.py [--students 500] [--each 6] [--sessions 100] [--build]

writes such a school into a temporary folder (text alone, three ballots for each pitch) and says what each step takes on
this machine, once each, in one process; with --build also what `build --edition committee` takes for all of it, after a
new ballot, and when nothing has changed, with all its workers. docs/scale.md quotes it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from measure import run
from portfolio_gen.convening import print_agenda
from portfolio_gen.evaluate import evaluate
from portfolio_gen.hallway.queue import queued
from portfolio_gen.hallway.sittings import session_views
from portfolio_gen.hallway.stock import SETTLED
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student
from portfolio_gen.model.submission import digest_of_files
from portfolio_gen.plan import plan_index, plan_queue, plan_site
from portfolio_gen.read.school import read_school
from portfolio_gen.render import Workshop, render_index, theme_folders

T = TypeVar("T")
TODAY = Day(2026, 11, 30)
LEVELS = ("emerging", "developing", "meeting", "exceeding")
CRITERIA = ("evidence", "reflection", "skill", "communication")
AREAS = ("language", "number", "nature", "society", "arts", "body")
MEMBERS = tuple(f"member-{one}" for one in "abcdefghi")
FRAMEWORK = f"""\
id: benchmark
version: "1"
title: Benchmark
phases: [{{id: "9", title: grade 9}}]
domains: [{", ".join(f"{{id: {one}, title: {one.title()}}}" for one in AREAS)}]
competencies: [{{id: inquiry, title: Inquiry}}]
levels: [{{id: foundation, title: Foundation}}]
grid: {{}}
scales: [{{id: four, title: Four, levels: [{", ".join(f"{{id: {one}, title: {one.title()}}}" for one in LEVELS)}]}}]
"""
RUBRICS = f"""\
rubrics:
  - id: pitch
    title: Pitch
    scale: four
    criteria: [{", ".join(f"{{id: {one}, title: {one.title()}}}" for one in CRITERIA)}]
"""
COMMITTEE = f"""\
quorum: 3
members: [{", ".join(f"{{id: {one}, name: {one.title()}}}" for one in MEMBERS)}]
"""
WORK = (
    "---\ntitle: A kite\ndate: 2026-03-01\nstatus: published\naudience: [committee]\n---\n{story}\n"
)
PITCH = """\
---
title: Pitch {number} of {student}
date: 2026-{month:02}-10
artifacts: [kite]
claims: [{{credit: inquiry/{area}, level: foundation, why: It flew.}}]
status: published
self_rating: {{evidence: meeting}}
---
{story}
"""
STORY = "It flew over the barn once, and I wrote down what the wind did before and after. " * 12


def main() -> None:
    """Write the school, take the steps, say how long each took."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("--students", type=int, default=500)
    wanted.add_argument("--each", type=int, default=6, help="pitches of a student")
    wanted.add_argument("--sessions", type=int, default=100)
    wanted.add_argument("--build", action="store_true", help="also build the whole edition")
    given = wanted.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = write_school(Path(place) / "school", given.students, given.each, given.sessions)
        pitches = given.students * given.each
        print(
            f"{given.students} students, {pitches} pitches, {3 * pitches} ballots, {given.sessions} sessions"
        )
        print("| step | time | processor time |\n| --- | ---: | ---: |")
        for what, clock, processor in (*steps(root), *(builds(root) if given.build else ())):
            print(f"| {what} | {clock:.1f} s | {processor:.1f} s |")
        print(f"load {os.getloadavg()[0]:.1f}")


def steps(root: Path) -> Iterator[tuple[str, float, float]]:
    """What is done, how long it took, and how much processor time of this process."""
    (school, _), *taken = timed(lambda: read_school(root))
    if school is None:
        raise ValueError("the school cannot be read")
    yield "reading everything: students, ledgers, submissions, ballots, sessions", *taken
    sites, *taken = timed(lambda: list(map(partial(_site, school), school.students)))
    yield "planning all students' sites, pitches with their forms among them", *taken
    queue, *taken = timed(
        lambda: plan_queue((each for one in sites for each in queued(one)), TODAY)
    )
    yield f"the queue: {len(queue.pitches)} pitches wait", *taken
    people = [replace(one.person, id=one.person.address.strip("/")) for one in sites]
    sessions, *taken = timed(lambda: session_views(school, people, TODAY))
    yield "all sessions: agenda, decisions, calibration of all ballots", *taken
    workshop = Workshop(
        edition="committee", themes=theme_folders(root, "riverbend"), cache=root / CACHE
    )
    index = plan_index(school, "committee", people, sessions=sessions, queue=queue)
    _, *taken = timed(lambda: render_index(index, workshop, root / "out"))
    yield f"writing the edition's index, the queue and {len(sessions)} pages of sessions", *taken
    _, *taken = timed(lambda: print_agenda(root, sessions[0].id, TODAY))
    yield "`session agenda`, which reads everything again", *taken


def builds(root: Path) -> Iterator[tuple[str, float, float]]:
    """What `build` takes as a program with its workers: for everything, for one more ballot, for nothing."""
    words = ("-c", "from portfolio_gen.cli import main; main()", "build", str(root))
    wanted = (sys.executable, *words, "--edition", "committee", "--on", str(TODAY))
    ballots = root / "transcripts/ballots/student-0000/pitch-5/1"
    late = ballots / f"{MEMBERS[2]}.yml"
    vote = late.read_bytes()
    late.unlink()
    yield "`build --edition committee`, for the first time", *_run(wanted, root.parent)
    late.write_bytes(vote)
    yield "the same after a new ballot", *_run(wanted, root.parent)
    yield "the same when nothing has changed", *_run(wanted, root.parent)


def _run(words: Sequence[str], folder: Path) -> tuple[float, float]:
    # Within two seconds of a change a file may change again without showing, so a build would remember nothing of it.
    time.sleep(SETTLED + 0.1)
    cost = run(words, cwd=folder)
    return cost.wall, cost.cpu


def _site(school: School, student: Student) -> SiteBlueprint:
    standings = evaluate(school.framework, student, school.ledgers.get(student.id), on=None)
    found = plan_site(school, student, "committee", standings=standings, on=TODAY)
    if found is None:
        raise ValueError("the committee sees everybody")
    return found


def timed(do: Callable[[], T]) -> tuple[T, float, float]:
    """What something gives, the seconds that passed, and those of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    done = do()
    return done, time.perf_counter() - clock, time.process_time() - processor


def write_school(root: Path, students: int, each: int, sessions: int) -> Path:
    """A school in which everybody has pitched so often, three members have scored each, and most are decided."""
    chance = random.Random(8)
    write(root / "portfolio.yml", "format: 1\nschool: Benchmark\n")
    write(root / "transcripts/framework.yml", FRAMEWORK)
    write(root / "transcripts/rubrics.yml", RUBRICS)
    write(root / "transcripts/committee.yml", COMMITTEE)
    heard: list[list[str]] = [[] for _ in range(sessions)]
    for one in range(students):
        student = f"student-{one:04}"
        write(root / f"students/{student}/student.yml", f"name: Student {one}\n")
        write(root / f"students/{student}/artifacts/kite/artifact.md", WORK.format(story=STORY))
        decided = []
        for number in range(each):
            session = (one * each + number) % sessions
            heard[session].append(f"{student}/pitch-{number}")
            digest = hand_in(root, student, number)
            _vote(root, student, number, digest, chance)
            if number < each - 1:
                decided.append(_decision(number, digest, session))
        write(
            root / f"transcripts/{student}.yml",
            f"official_name: Student {one}\nenrolment: {{entered: 2025, phase: '9', framework: '1'}}\n"
            f"decisions:\n{''.join(decided)}",
        )
    for number, pitches in enumerate(heard):
        slots = "".join(f"  - {{pitch: {one}}}\n" for one in pitches)
        write(
            root / f"transcripts/sessions/session-{number:03}.yml",
            f'title: Session {number}\ndate: 2026-10-{number % 28 + 1:02}\nstart: "08:00"\nminutes: 15\n'
            f"chair: {MEMBERS[0]}\nmembers: [{', '.join(MEMBERS[:3])}]\npitches:\n{slots}release: 2026-12-24\n",
        )
    return root


def hand_in(root: Path, student: str, number: int) -> str:
    """Write a pitch and its frozen copy; gives the digest."""
    area = AREAS[number % len(AREAS)]
    pitch = PITCH.format(
        student=student, number=number, month=number % 9 + 1, area=area, story=STORY
    )
    write(root / f"students/{student}/pitches/pitch-{number}.md", pitch)
    frozen = {
        "artifacts/kite/artifact.md": WORK.format(story=STORY),
        f"pitches/pitch-{number}.md": pitch,
    }
    home = root / f"transcripts/submissions/{student}/pitch-{number}/1"
    files = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in frozen.items()}
    for path, text in frozen.items():
        write(home / path, text)
    digest = digest_of_files(files)
    listed = "".join(f"  {path}: {one}\n" for path, one in files.items())
    write(
        home / "submission.yml",
        f"student: {student}\npitch: pitch-{number}\nnumber: 1\nsubmitted: 2026-09-30\nframework: '1'\n"
        f"digest: {digest}\nfiles:\n{listed}",
    )
    return digest


def _vote(root: Path, student: str, number: int, digest: str, chance: random.Random) -> None:
    worth = chance.randrange(4)
    for member in MEMBERS[:3]:
        rated = (LEVELS[min(3, max(0, worth + chance.choice((-1, 0, 0, 0, 1))))] for _ in CRITERIA)
        ratings = ", ".join(f"{one}: {level}" for one, level in zip(CRITERIA, rated, strict=True))
        write(
            root / f"transcripts/ballots/{student}/pitch-{number}/1/{member}.yml",
            f"ballot: '1'\nstudent: {student}\npitch: pitch-{number}\nsubmission: {digest}\n"
            f"reviewer: {member}\ndate: 2026-10-15\nscores:\n  - credit: inquiry/{AREAS[number % len(AREAS)]}\n"
            f"    level: foundation\n    ratings: {{{ratings}}}\n    outcome: earned\n    comment: {STORY[:80]}\n",
        )


def _decision(number: int, digest: str, session: int) -> str:
    return (
        f"  - {{id: d{number}, credit: inquiry/{AREAS[number % len(AREAS)]}, level: foundation, outcome: earned, "
        f"date: 2026-10-28, pitch: pitch-{number}, session: session-{session:03}, submission: '{digest}', "
        f"artifacts: [kite], committee: [{', '.join(MEMBERS[:3])}], release: 2026-12-24}}\n"
    )


def write(path: Path, text: str) -> None:
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
