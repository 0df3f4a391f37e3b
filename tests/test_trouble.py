"""Whatever a disk does at whatever moment: each site is the old one or the new one, and the next build mends it."""

from __future__ import annotations

import errno
import math
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from builds import OFFICE, clean, of, places, run, site
from ill_disk import IllDisk, Kind
from portfolio_gen.cli.report import code_of
from portfolio_gen.hallway import crew
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.report import BuildReport
from school import STUDENT, minimal_school, write

EVERY_DAY = 23
"""Every so many steps one is tried on every day, and the others at night."""
MOST_STEPS: Mapping[Kind, int] = {"write": 300, "read": 400}
"""More than any of these builds takes."""


class Before:
    """A school that has been built, and was edited since: what is published, and what is to be."""

    def __init__(self, folder: Path) -> None:
        self.root = minimal_school(folder / "school")
        enrol_ben(self.root)
        run(self.root)
        self.old, self.owners = site(self.root), places(self.root)
        edit(self.root)
        self.new = clean(self.root, folder)

    def again(self, to: Path) -> Path:
        """The same in another folder."""
        return Path(shutil.copytree(self.root, to, symlinks=True))


def enrol_ben(root: Path) -> None:
    """Somebody beside Ada, who shares something with everybody."""
    consent = (root / "transcripts/consent.yml").read_text(encoding="utf-8")
    agreed = "  ben-lim: [{edition: public, shows: [name, work], given: 2026-09-01, by: parent}]\n"
    write(
        root,
        {
            "transcripts/consent.yml": consent + agreed,
            "transcripts/ben-lim.yml": (
                "official_name: Benjamin Lim\n"
                "enrolment: {entered: 2025-09, phase: 9, framework: 2024}\n"
            ),
            "students/ben-lim/student.yml": "name: Ben\nsharing:\n  public: {name: preferred}\n",
            "students/ben-lim/artifacts/boat/artifact.md": (
                "---\ntitle: A boat\ndate: 2026-05\nsummary: It floats.\nstatus: published\n"
                "audience: [family, public]\n---\nIt floats.\n"
            ),
        },
    )


def edit(root: Path) -> None:
    """Something for everybody changes, and Ben withdraws."""
    for path, old, new in (
        ("transcripts/framework.yml", "title: Academics", "title: Studies"),
        ("transcripts/consent.yml", "shows: [name, work]", "shows: [work]"),
        (f"students/{STUDENT}/narrative.md", "count", "weigh"),
    ):
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(autouse=True)
def in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a build takes the same steps in the same order."""
    monkeypatch.setattr(crew, "PATIENCE", math.inf)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    return Before(tmp_path_factory.mktemp("trouble"))


def steps(kind: Kind, phase: int) -> list[object]:
    """Numbers of steps, most of them for the night."""
    every_day = range(1 + phase, MOST_STEPS[kind], EVERY_DAY)
    return [
        pytest.param(one, marks=() if one in every_day else pytest.mark.nightly)
        for one in range(1, MOST_STEPS[kind])
    ]


@pytest.mark.parametrize("step", steps("write", 0))
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_a_disk_that_cannot_be_written_to(
    before: Before, tmp_path: Path, step: int, for_good: bool
) -> None:
    root = before.again(tmp_path / "school")
    with IllDisk((root,), "write", step, for_good)() as disk:
        report = run(root)
    if not disk.gave_up:
        pytest.skip("the build has fewer steps than that")
    settled(before, root, report)


def settled(before: Before, root: Path, report: BuildReport) -> None:
    """Each site is complete, old or new; nobody is told that all is well when it is not; the next build mends it."""
    here = site(root)
    for place in before.owners:
        assert of(here, place) in (of(before.old, place), of(before.new, place)), place
    for path, data in here.items():
        if path.count("/") == 1:
            said = {*before.old[path].splitlines(), *before.new[path].splitlines()}
            assert said.issuperset(data.splitlines()), "an index names people line by line"
    if code_of(report) == 0:
        assert here == before.new
    again = run(root)
    assert code_of(again) == 0
    assert site(root) == before.new


@pytest.mark.parametrize("step", steps("read", 11))
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_a_disk_that_cannot_be_read(
    before: Before, tmp_path: Path, step: int, for_good: bool
) -> None:
    """Broken, or somebody takes a file away between the moment it is listed and the moment it is opened."""
    root = before.again(tmp_path / "school")

    def code(place: Path) -> int:
        """Only what people work in vanishes, and is there again."""
        theirs = not place.is_relative_to(root / "site") and OFFICE not in place.parts
        return errno.ENOENT if theirs and step % 2 else errno.EIO

    with IllDisk((root,), "read", step, for_good, code)() as disk:
        report = run(root)
    if not disk.gave_up:
        pytest.skip("the build has fewer steps than that")
    settled(before, root, report)


@pytest.mark.parametrize(
    "what",
    [
        "open transcripts/ada-park.yml",
        "scandir students/ada-park",
        "scandir students/ada-park/pitches",
        "stat students/ada-park/artifacts/bean-diary/beans.png",
        "stat themes/riverbend",
        "lstat site/public/ben-lim",
    ],
)
def test_what_was_once_wrong(before: Before, tmp_path: Path, what: str) -> None:
    """Not told, or told for ever; and sites that went because nobody could look, or stayed though they had to go."""
    root = before.again(tmp_path / "tried")
    with IllDisk((root,), "read")() as disk:
        run(root)
    call, _, path = what.partition(" ")
    steps = [at for at, name in enumerate(disk.names, 1) if name == f"{call} {root / path}"]

    for step in steps:
        again = before.again(tmp_path / f"school-{step}")
        with IllDisk((again,), "read", step, code=lambda _: errno.EIO)() as disk:
            report = run(again)
        assert disk.names[step - 1] == f"{call} {again / path}"
        settled(before, again, report)
    assert steps


def test_a_file_that_could_not_be_read_just_now_is_tried_again(
    before: Before, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read costs no more than itself, and is not remembered as if it were so for ever."""
    root = before.again(tmp_path / "school")
    beans = root / f"students/{STUDENT}/artifacts/bean-diary/beans.png"
    with monkeypatch.context() as patch:
        real = Path.read_bytes
        patch.setattr(Path, "read_bytes", lambda path: _vanished(path, beans) or real(path))
        report = run(root, rendering=RENDERING, editions=["family"])
    work = root / f"site/family/{STUDENT}/artifacts/bean-diary/index.html"

    assert {one.code for one in report.diagnostics} >= {"PG553"}
    assert "This file cannot be shown." in work.read_text(encoding="utf-8")
    again = run(root, rendering=RENDERING, editions=["family"])
    assert code_of(again) == 0
    assert f"family/{STUDENT}" in again.rebuilt
    assert "This file cannot be shown." not in work.read_text(encoding="utf-8")


def _vanished(path: Path, gone: Path) -> None:
    if path == gone:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
