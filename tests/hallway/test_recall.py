"""What a second build reads: whoever has changed, and everybody where others may depend on it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builds import clean, run, site
from portfolio_gen.diagnostics import errors
from portfolio_gen.model.dates import Day
from school import minimal_school, write

NAMES = tuple(f"learner-{one}" for one in "abcdefgh")
EVERYBODY: list[frozenset[str] | None] = [None]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """Eight students with a work each, two of them in a team; three are named in public."""
    root = minimal_school(tmp_path / "school")
    for name in NAMES:
        write(
            root,
            {
                f"students/{name}/student.yml": f"name: {name.title()}\nsharing: {{public: {{name: preferred}}}}\n",
                f"students/{name}/artifacts/kite/artifact.md": (
                    "---\ntitle: A kite\ndate: 2026-03-01\nstatus: published\n"
                    "audience: [self, committee, family, public]\n"
                    f"team: [{{student: {NAMES[0]}}}]\n---\nIt flew over the barn once.\n"
                ),
                f"transcripts/{name}.yml": (
                    f"official_name: {name.title()} Officially\n"
                    'enrolment: { entered: 2025-09, phase: "9", framework: "2024" }\n'
                ),
            },
        )
    agreed = "[{edition: public, shows: [name, work], given: 2026-01-01, by: parent}]"
    write(
        root,
        {
            "transcripts/consent.yml": "people:\n"
            + "".join(f"  {one}: {agreed}\n" for one in NAMES[:3])
        },
    )
    return root


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


WORK = "students/learner-d/artifacts/kite/artifact.md"
ONE = [frozenset({"learner-d"})]
PITCH_TOGETHER = """\
---
title: The kite
date: 2026-04-01
status: published
artifacts: [learner-d/kite]
claims: [{credit: critical-thinking/academics, level: foundation, why: "It flew."}]
---
We built it together.
"""
CHANGES: dict[str, tuple[Callable[[Path], object], list[Any]]] = {
    "nothing": (lambda _: None, [frozenset()]),
    "a story": (lambda root: edit(root, WORK, "once", "twice"), ONE),
    "a new work": (
        lambda root: write(root, {WORK.replace("kite", "boat"): (root / WORK).read_text()}),
        ONE,
    ),
    "a file beside a work": (
        lambda root: write(root, {WORK.replace("artifact.md", "a.txt"): "a"}),
        ONE,
    ),
    "a work that is gone": (lambda root: (root / WORK).unlink(), ONE),
    "a mistake": (lambda root: edit(root, WORK, "title: A kite", "title: [A kite"), ONE),
    "a ledger": (
        lambda root: edit(
            root,
            "transcripts/learner-d.yml",
            "enrolment",
            "recognitions: [{ title: A prize, issuer: The town, date: 2026-05 }]\nenrolment",
        ),
        ONE,
    ),
    "a name": (
        lambda root: edit(root, "students/learner-a/student.yml", "Learner-A", "Al"),
        [frozenset({"learner-a"}), None],
    ),
    "a choice to share": (
        lambda root: edit(root, "students/learner-a/student.yml", "preferred", "initials"),
        [frozenset({"learner-a"}), None],
    ),
    "a language at home": (
        lambda root: edit(
            root, "transcripts/learner-d.yml", "enrolment", "family_languages: [es]\nenrolment"
        ),
        [frozenset({"learner-d"}), None],
    ),
    "a team": (lambda root: edit(root, WORK, f"student: {NAMES[0]}", f"student: {NAMES[1]}"), ONE),
    "a work of a classmate in a pitch": (
        lambda root: write(root, {"students/learner-a/pitches/kite.md": PITCH_TOGETHER}),
        [frozenset({"learner-a"}), None],
    ),
    "a consent": (
        lambda root: edit(
            root, "transcripts/consent.yml", "learner-b: [{", "learner-b: [{until: 2026-02-01, "
        ),
        EVERYBODY,
    ),
    "the framework": (
        lambda root: edit(root, "transcripts/framework.yml", "title:", "title: More"),
        EVERYBODY,
    ),
    "a theme": (lambda root: write(root, {"themes/riverbend/assets/more.css": "p {}"}), EVERYBODY),
    "somebody new": (
        lambda root: write(root, {"students/learner-z/student.yml": "name: Zed\n"}),
        EVERYBODY,
    ),
    "a page that was taken away": (
        lambda root: next((root / "site/self/learner-c").iterdir()).unlink(),
        [frozenset(), frozenset({"learner-c"})],
    ),
    "a damaged memory": (
        lambda root: (root / ".portfolio-gen/cache/memory.json").write_text("{}"),
        EVERYBODY,
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_only_what_has_changed_is_read(
    school: Path, tmp_path: Path, read: list[frozenset[str] | None], what: str
) -> None:
    change, expected = CHANGES[what]
    first = run(school)
    assert first.failed == ()
    change(school)
    read.clear()

    report = run(school)

    assert read == expected
    assert bool(report.kept) == (what in ("a mistake", "a work that is gone"))
    if not report.kept:
        assert site(school) == clean(school, tmp_path)
    if what == "nothing":
        assert report.diagnostics == first.diagnostics


def test_another_day_reads_everything(school: Path, read: list[frozenset[str] | None]) -> None:
    run(school)
    read.clear()
    run(school, on=Day(2026, 11, 23))
    assert read == EVERYBODY


def test_what_changed_this_moment_is_read_again(
    school: Path, read: list[frozenset[str] | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may change twice within what its time can tell apart, and look the same."""
    monkeypatch.setattr("portfolio_gen.hallway.stock.SETTLED", 3600.0)
    run(school)
    read.clear()
    run(school)
    assert read == EVERYBODY


def test_an_error_is_said_again_by_a_build_that_reads_nothing(school: Path) -> None:
    edit(school, WORK, "title: A kite", "title: [A kite")
    first = run(school)
    second = run(school)
    assert [str(one) for one in first.diagnostics] == [str(one) for one in second.diagnostics]
    assert first.failed == second.failed != ()


@pytest.mark.parametrize("seed", range(3))
def test_random_changes_with_builds_of_parts_equal_a_clean_build(
    school: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    run(school)
    for number in range(12):
        name = chance.choice(NAMES)
        change = chance.choice(["story", "audience", "name", "consent", "error", "mend"])
        work = school / f"students/{name}/artifacts/kite/artifact.md"
        text = work.read_text()
        if change == "story":
            work.write_text(f"{text}\nAgain, {number}.\n")
        elif change == "audience":
            work.write_text(
                text.replace("family, public", "public").replace("self, committee", "self")
            )
        elif change == "name":
            write(school, {f"students/{name}/student.yml": f"name: {name.title()} {number}\n"})
        elif change == "consent":
            consent = (school / "transcripts/consent.yml").read_text()
            other = consent.replace("shows: [name, work]", "shows: [work]", 1)
            write(school, {"transcripts/consent.yml": other})
        elif change == "error":
            work.write_text(text.replace("title: A", "title: [A", 1))
        else:
            for one in NAMES:
                broken = school / f"students/{one}/artifacts/kite/artifact.md"
                broken.write_text(broken.read_text().replace("title: [A", "title: A"))
        part = chance.choice([{}, {}, {"editions": ("family",)}, {"students": (name,)}])
        run(school, **part)
    for one in NAMES:
        broken = school / f"students/{one}/artifacts/kite/artifact.md"
        broken.write_text(broken.read_text().replace("title: [A", "title: A"))
    run(school)
    assert site(school) == clean(school, tmp_path)


@pytest.mark.parametrize("times", [1, 2])
def test_a_school_whose_students_are_no_folder_is_not_taken_for_one_that_is_known(
    tmp_path: Path, times: int
) -> None:
    root = minimal_school(tmp_path / "school")
    shutil.rmtree(root / "students")
    (root / "students").write_text("Ada Park\n")

    for _ in range(times):
        report = run(root)

    assert [one.code for one in errors(report.diagnostics) if not one.about] == ["PG131"]
    assert not report.rebuilt


def test_a_pitch_of_a_classmates_work_stays_sound_when_one_of_both_changes(school: Path) -> None:
    write(school, {"students/learner-a/pitches/kite.md": PITCH_TOGETHER})
    assert run(school).failed == ()

    for path in ("students/learner-a/artifacts/kite/artifact.md", WORK):
        edit(school, path, "once", "often")
        assert [one for one in run(school).diagnostics if one.severity == "error"] == []

    edit(school, WORK, NAMES[0], NAMES[1])
    assert [str(one.span) for one in run(school).diagnostics if one.severity == "error"] == [
        "students/learner-a/pitches/kite.md:5:13"
    ]
