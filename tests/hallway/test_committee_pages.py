"""The committee's own pages after a small change are, byte for byte, those of a build of everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from builds import copy_of, run, site
from heard_school import BALLOT, SESSION, hand_in, heard_school
from portfolio_gen.diagnostics import blocking
from portfolio_gen.hallway.unit import RENDERING
from portfolio_gen.report import BuildReport
from school import ARTIFACT_FILE, PITCH, picture, write

Change: TypeAlias = Callable[[Path, str], object]

OTHERS = (*(f"{one}-moss" for one in ("cy", "dee", "eli", "fay", "gil", "hal")), "ballots")
LEDGER = 'official_name: {name}\nenrolment: {{entered: 2025-09, phase: "10", framework: "2024"}}\n'
BO, CY = (f"transcripts/{one}.yml" for one in ("bo-berg", "cy-moss"))
QUEUE, SITTING = "pitches/index.html", "sessions/april/index.html"
DECIDED = """\
decisions:
  - id: c1
    credit: critical-thinking/academics
    level: foundation
    outcome: earned
    date: 2026-05-04
    pitch: beans
    session: may
    submission: {digest}
    artifacts: [bean-diary]
    committee: [b-lund, c-mora]
    release: 2026-06-01
"""


@pytest.fixture
def school(tmp_path: Path) -> tuple[Path, str]:
    """A school with two sessions, built: Ada and Bo are decided about, Cy's pitch waits; and the digest of that."""
    root = heard_school(tmp_path / "school")
    for one in OTHERS:
        name = one.partition("-")[0].title()
        write(root, {f"students/{one}/student.yml": f"name: {name}\n"})
        write(root, {f"transcripts/{one}.yml": LEDGER.format(name=name)})
    home = "students/cy-moss"
    write(
        root,
        {
            f"{home}/artifacts/bean-diary/artifact.md": ARTIFACT_FILE,
            f"{home}/pitches/beans.md": PITCH,
            "transcripts/sessions/may.yml": SESSION.replace("April", "May")
            .replace("2026-04-20", "2026-05-04")
            .replace("ada-park", "cy-moss"),
        },
    )
    (root / home / "artifacts/bean-diary/beans.png").write_bytes(picture())
    digest = hand_in(root, "cy-moss")
    report = build(root)
    assert not blocking(report.diagnostics), report.diagnostics
    return root, digest


def build(root: Path) -> BuildReport:
    return run(root, editions=["committee"], rendering=RENDERING)


def edit(path: str, old: str, new: str) -> Change:
    def change(root: Path, _: str) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))

    return change


def vote(root: Path, digest: str) -> None:
    marks = {"member": "b-lund", "evidence": "meeting", "reflection": "meeting"}
    ballot = BALLOT.format(student="cy-moss", digest=digest, **marks)
    write(root, {"transcripts/ballots/cy-moss/beans/1/b-lund.yml": ballot})


def decide(root: Path, digest: str) -> None:
    with (root / CY).open("a") as ledger:
        ledger.write(DECIDED.format(digest=digest))


def release(root: Path, _: str) -> None:
    with (root / BO).open("a") as ledger:
        ledger.write("releases:\n  - { decision: d2, on: 2026-11-21, date: 2026-11-20 }\n")


def leave(root: Path, _: str) -> None:
    shutil.rmtree(root / "students/hal-moss")
    (root / "transcripts/hal-moss.yml").unlink()


def leave_pages_behind(root: Path, _: str) -> None:
    """Bo, whom a session has heard, leaves; what the committee has on file stays."""
    shutil.rmtree(root / "students/bo-berg")


SHOWN = (QUEUE, "sessions/may/index.html", "cy-moss/pitches/beans/index.html")
"""Where the committee sees how things stand with the pitch that waits."""
EDITS: tuple[tuple[Change, str | None, tuple[str, ...]], ...] = (
    (edit("transcripts/eli-moss.yml", "name: Eli", "name: Elias"), None, ()),
    (vote, None, SHOWN),
    (edit("transcripts/sessions/may.yml", "Pitches in May", "More pitches"), None, SHOWN),
    (edit("students/cy-moss/student.yml", "Cy", "Cyan"), None, SHOWN),
    (edit(CY, 'phase: "10"', 'phase: "10", advisor: b-lund'), None, SHOWN[2:]),
    (decide, "cy-moss", SHOWN[1:]),
    (release, "bo-berg", (SITTING,)),
    (leave, None, ("index.html",)),
    (leave_pages_behind, None, (SITTING,)),
)
"""What is changed; who alone is read again, or None for everybody; and which pages are other than before."""


def test_after_a_change_all_pages_are_those_of_a_build_of_everything(
    school: tuple[Path, str], tmp_path: Path, read: list[frozenset[str] | None]
) -> None:
    """And once more when somebody else has changed a word, so that those heard were not read again."""
    root, digest = school
    before = pages(root)
    for number, (change, reads, touched) in enumerate(EDITS):
        change(root, digest)
        read.clear()
        build(root)
        assert (read[-1] == {reads}) if reads else (read[-1] is None), number
        after = compare(root, tmp_path / "copy")
        same = [one for one in touched if before.get(one) == after.get(one)]
        assert same == [], number
        write(root, {"students/dee-moss/narrative.md": f"I am Dee, and {number}.\n"})
        read.clear()
        build(root)
        assert read == [frozenset({"dee-moss"})]
        before = compare(root, tmp_path / "copy")


def compare(root: Path, copy: Path) -> dict[str, bytes]:
    """Build the same school where nothing was built before; gives the files of the committee's edition."""
    report = build(root)
    fresh = build(copy_of(root, copy))
    here, there = site(root), site(copy)
    assert [one for one in sorted({*here, *there}) if here.get(one) != there.get(one)] == []
    assert report.diagnostics == fresh.diagnostics
    return pages(root)


def pages(root: Path) -> dict[str, bytes]:
    return {path.removeprefix("committee/"): data for path, data in site(root).items()}


def test_a_page_that_is_gone_leaves_no_folder(school: tuple[Path, str]) -> None:
    root, digest = school
    decide(root, digest)
    build(root)
    assert not (root / "site/committee/pitches").exists()
    shutil.rmtree(root / "transcripts/sessions")
    build(root)
    assert not (root / "site/committee/sessions").exists()


def test_who_has_left_is_gone_although_the_committee_keeps_its_files(
    school: tuple[Path, str],
) -> None:
    """The files that name them are complained about, and are no reason to go on showing anything."""
    root, _ = school
    assert (root / "site/committee/bo-berg").exists()
    leave_pages_behind(root, "")
    report = build(root)
    assert any(one.about == "bo-berg" for one in report.diagnostics)
    assert report.pruned == ("committee/bo-berg",)
    assert not (root / "site/committee/bo-berg").exists()
