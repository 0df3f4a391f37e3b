"""However a school is edited, building what has changed gives what building everything gives, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from builds import OFFICE, copy_of, of, places, run, site, stop_after
from edited_school import EDITIONS, FRIENDS, OTHERS, Desk, edited_school
from plain_rendering import PLAIN
from portfolio_gen.diagnostics import Diagnostic, blocking
from portfolio_gen.hallway.unit import RENDERING, Rendering
from portfolio_gen.publish import journal, press, sync
from portfolio_gen.report import BuildReport
from school_edits import BREAKS, EDITS, name_of

SEQUENCES = 200
EVERY_DAY = (1, 2)
"""The sequences that are tried on every day; the others take too long for that."""
STEPS = 8
ONLY_AFTER_A_LOSS = {"PG903", "PG904"}
"""What a build says of the output that it has found, and not of the school."""


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reaches the disk, and when, is tried elsewhere; waiting for it here only takes time."""
    monkeypatch.setattr(press, "flush_tree", lambda _: None)
    for module in (journal, sync):
        monkeypatch.setattr(module, "flush_file", lambda _: None)


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(seed, marks=() if seed in EVERY_DAY else pytest.mark.nightly)
        for seed in range(1, SEQUENCES + 1)
    ],
)
def test_building_what_has_changed_gives_what_building_everything_gives(
    tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - edits need not be secret
    rendering = RENDERING if seed % 10 == 0 else PLAIN
    people = FRIENDS if rendering is RENDERING or seed % 2 else FRIENDS | OTHERS
    desk = edited_school(tmp_path / "school", chance, people)
    done = ["nothing"]
    run(desk.root, on=desk.day, rendering=rendering)
    for _ in range(STEPS):
        try:
            take_a_step(desk, rendering, done)
            compare(desk, tmp_path / "copy", rendering)
        except (AssertionError, OSError) as problem:
            problem.add_note(f"after {', '.join(done)}")
            raise
    if rendering is RENDERING:
        compare_with_another_process(desk, tmp_path / "copy")


def take_a_step(desk: Desk, rendering: Rendering, done: list[str]) -> None:
    """Edit something and build; whatever stops a student's site is undone and built again."""
    before = desk.snapshot()
    if desk.maybe(0.2):
        break_something(desk, rendering, done)
        desk.restore(before)
    else:
        edit = desk.one(EDITS)
        done.append(name_of(edit))
        edit(desk)
        disturb(desk, rendering, done)
        if not blocking(run(desk.root, on=desk.day, rendering=rendering).diagnostics):
            return
        done.append("(undone)")
        desk.restore(before)
    report = run(desk.root, on=desk.day, rendering=rendering)
    assert not blocking(report.diagnostics)


def break_something(desk: Desk, rendering: Rendering, done: list[str]) -> None:
    """Make a file unreadable and build: nobody's site goes away, and whose file it is keeps theirs as it was."""
    breaks = desk.one(BREAKS)
    done.append(name_of(breaks))
    published, owners = site(desk.root), places(desk.root)
    breaks(desk)
    report = run(desk.root, on=desk.day, rendering=rendering)
    guilty = {one.about for one in blocking(report.diagnostics)}
    assert guilty, "nobody has noticed"
    assert report.pruned == ()
    assert places(desk.root) == owners
    for place, student in owners.items():
        if guilty & {student, ""}:
            assert of(site(desk.root), place) == of(published, place)


def disturb(desk: Desk, rendering: Rendering, done: list[str]) -> None:
    """Now and then something happens before a whole build: a part is built, a build is stopped, something is lost."""
    happens = desk.one(
        [*[""] * 6, "part", "other part", "stopped", "cache", "digests", "manifest", "file"]
    )
    done.append(happens or "built")
    office = desk.root / "site" / OFFICE
    if happens == "part":
        run(desk.root, on=desk.day, rendering=rendering, students=[desk.student()])
    elif happens == "other part":
        run(desk.root, on=desk.day, rendering=rendering, editions=desk.some(EDITIONS))
    elif happens == "stopped":
        with suppress(KeyboardInterrupt):
            stop = stop_after(desk.chance.randrange(1, 30))
            run(desk.root, on=desk.day, rendering=rendering, progress=stop)
    elif happens == "cache":
        shutil.rmtree(desk.root / OFFICE)
    elif happens == "digests":
        (desk.root / OFFICE / "cache" / "digests.json").write_text("[")
    elif happens == "manifest":
        (office / "manifest.json").write_text("[")
    elif happens == "file":
        damage(desk)


def damage(desk: Desk) -> None:
    """Somebody deletes a published file, or writes into one."""
    files = [path for path in site(desk.root) if not path.endswith("/")]
    path = desk.root / "site" / desk.one(files)
    if desk.maybe():
        path.unlink()
    else:
        path.write_bytes(b"mine")


def compare(desk: Desk, copy: Path, rendering: Rendering) -> None:
    """A copy, with the same cache or an empty one, is built from nothing to the same files, and says the same."""
    report = run(desk.root, on=desk.day, rendering=rendering)
    copy_of(desk.root, copy, cache=desk.maybe())
    fresh = run(copy, on=desk.day, rendering=rendering)
    differ(site(desk.root), site(copy))
    assert said(report) == said(fresh)
    assert places(desk.root) == places(copy)
    assert report.rebuilt == (), "what has just been built is fresh"


def compare_with_another_process(desk: Desk, copy: Path) -> None:
    """The same by somebody else, who remembers nothing."""
    copy_of(desk.root, copy)
    words = [sys.executable, "-c", "from portfolio_gen.cli import main; main()"]
    subprocess.run([*words, "build", copy, "--jobs", "1", "--on", str(desk.day)], check=False)
    differ(site(desk.root), site(copy))


def differ(here: Mapping[str, bytes], there: Mapping[str, bytes]) -> None:
    """Say which files differ, rather than how."""
    assert [path for path in sorted({*here, *there}) if here.get(path) != there.get(path)] == []


def said(report: BuildReport) -> list[Diagnostic]:
    return [one for one in report.diagnostics if one.code not in ONLY_AFTER_A_LOSS]
