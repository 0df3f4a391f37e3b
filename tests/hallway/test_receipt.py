"""A first look spares a build only where that would find everything as it is, and then says the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import ANY

import pytest

from builds import clean, run, site
from portfolio_gen.hallway.published import Look, look_at, look_meanwhile, seen_as
from portfolio_gen.hallway.receipt import Glance, Question, glance, program_of
from portfolio_gen.model.dates import Day
from portfolio_gen.model.shard import Shard
from portfolio_gen.publish import Press
from portfolio_gen.report import BuildReport
from school import TODAY, minimal_school, write

ASKED = ("family", "self")
WORK = "students/ada/artifacts/kite/artifact.md"
STORY = (
    "---\ntitle: A kite\ndate: 2026-03-01\nstatus: published\n"
    "audience: [self, committee, family]\n---\nIt flew over the barn once.\n"
)
PAGE = "site/self/ada/index.html"
RECEIPT = ".portfolio-gen/cache/receipt.json"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Built twice: the second time, there was nothing to do."""
    root = minimal_school(tmp_path / "school")
    write(root, {"students/ada/student.yml": "name: Ada\n", WORK: STORY})
    write(root, {"students/bea/student.yml": "name: [Bea\n"})
    write(tmp_path, {"programs/program.py": "pass\n"})
    monkeypatch.setattr("portfolio_gen.build.folders_of_program", lambda: (tmp_path / "programs",))
    for _ in range(2):
        build(root, glanced=Glance())
    return root


def build(root: Path, **more: object) -> BuildReport:
    return run(root, editions=ASKED, **more)


def look(root: Path, **other: object) -> Glance:
    order: dict[str, object] = {
        "out": None,
        "editions": ASKED,
        "students": (),
        "on": TODAY,
        "shard": None,
        **other,
    }
    return glance(Question.of(root, **order))  # type: ignore[arg-type]


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def same_size_and_time(path: Path) -> None:
    """Another content that only the system's own time of the last change gives away."""
    before = path.stat()
    path.write_text(path.read_text().replace("barn", "farm"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_it_says_what_the_build_would_say(school: Path) -> None:
    report = look(school).report
    built = build(school)

    assert report is not None
    assert report.out == built.out
    assert [str(one) for one in report.diagnostics] == [str(one) for one in built.diagnostics] != []
    for fate in ("rebuilt", "reused", "kept", "failed", "pruned", "unforeseen"):
        assert getattr(report, fate) == getattr(built, fate), fate
    assert (report.pages, report.pictures, report.refused) == (0, 0, False)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a story": lambda root: append(root / WORK, "Twice.\n"),
    "a story, as long and as old as before": lambda root: same_size_and_time(root / WORK),
    "a file beside a work": lambda root: (root / WORK).with_name("a.txt").write_text("a"),
    "a work that is gone": lambda root: (root / WORK).unlink(),
    "somebody new": lambda root: write(root, {"students/zed/student.yml": "name: Zed\n"}),
    "a mended mistake": lambda root: write(root, {"students/bea/student.yml": "name: Bea\n"}),
    "a consent": lambda root: write(root, {"transcripts/consent.yml": "people: {}\n"}),
    "the settings": lambda root: append(root / "portfolio.yml", "\n"),
    "a theme": lambda root: write(root, {"themes/riverbend/assets/more.css": "p {}"}),
    "a page that is gone": lambda root: (root / PAGE).unlink(),
    "a page of another size": lambda root: append(root / PAGE, " "),
    "a strange file": lambda root: (root / PAGE).with_name("more.html").write_text("more"),
    "a site that is gone": lambda root: (root / "site/self").rename(root / "selves"),
    "no output": lambda root: (root / "site").rename(root / "elsewhere"),
    "the list": lambda root: append(root / "site/.portfolio-gen/manifest.json", " "),
    "no list": lambda root: (root / "site/.portfolio-gen/manifest.json").unlink(),
    "somebody who publishes": lambda root: (root / "site/.portfolio-gen/journal").touch(),
    "a damaged receipt": lambda root: append(root / RECEIPT, " "),
    "an empty receipt": lambda root: (root / RECEIPT).write_bytes(b""),
    "no receipt": lambda root: (root / RECEIPT).unlink(),
    "another program": lambda root: append(root / "../programs/program.py", "\n"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_has_changed_a_build_is_needed(school: Path, what: str) -> None:
    assert look(school).report is not None

    CHANGES[what](school)

    assert look(school).report is None


def test_after_a_change_and_two_builds_a_look_is_enough_again(school: Path, tmp_path: Path) -> None:
    same_size_and_time(school / WORK)
    reports = [build(school, glanced=look(school)) for _ in range(2)]

    assert [one.rebuilt for one in reports] == [("family/ada", "self/ada"), ()]
    assert look(school).report == replace(reports[1], seconds=ANY)
    assert site(school) == clean(school, tmp_path, editions=ASKED)


@pytest.mark.parametrize(
    "other",
    [
        {"on": Day(2026, 11, 23)},
        {"editions": ()},
        {"students": ("ada",)},
        {"shard": Shard(1, 2)},
        {"out": Path("elsewhere")},
    ],
    ids=str,
)
def test_another_question_is_not_answered(school: Path, other: dict[str, object]) -> None:
    assert look(school, **other).report is None


def test_what_was_seen_is_not_looked_at_again(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(school / WORK, "Twice.\n")
    glanced = look(school)
    monkeypatch.setattr("portfolio_gen.hallway.recall.take_stock", lambda _: 1 / 0)

    assert build(school, glanced=glanced).rebuilt == ("family/ada", "self/ada")


def test_without_a_receipt_what_was_seen_helps_a_build_all_the_same(school: Path) -> None:
    (school / RECEIPT).unlink()
    seen = look(school)
    assert (seen.report, bool(seen.stock), "self/ada" in seen.places) == (None, True, True)

    (school / "site").rename(school / "elsewhere")
    assert look(school) == Glance(), "nothing was built, and nothing is looked at"


def test_a_change_during_a_build_shows_afterwards(school: Path) -> None:
    """What was looked at before the change is what the receipt is about."""
    glanced = look(school)
    append(school / WORK, "Twice.\n")
    (school / RECEIPT).unlink()
    build(school)

    build(school, glanced=Glance(None, glanced.stock))

    assert look(school).report is None


def test_nothing_is_left_while_a_change_might_not_show(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (school / RECEIPT).unlink()
    monkeypatch.setattr("portfolio_gen.hallway.stock.SETTLED", 3600.0)

    build(school, glanced=Glance())

    assert not (school / RECEIPT).exists()


def test_nothing_is_left_by_a_build_that_had_something_to_do(school: Path) -> None:
    (school / RECEIPT).unlink()
    append(school / WORK, "Twice.\n")

    build(school, glanced=Glance())

    assert not (school / RECEIPT).exists()


def test_the_program_is_told_from_another_and_its_compiled_files_do_not_count(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"room/one.py": "1", "room/__pycache__/one.pyc": "1"})
    before = program_of([str(tmp_path)])

    write(tmp_path, {"room/__pycache__/one.pyc": "12"})
    assert program_of([str(tmp_path)]) == before != ""
    write(tmp_path, {"room/one.py": "12"})
    assert program_of([str(tmp_path)]) != before


def test_an_output_looks_the_same_from_another_process(school: Path) -> None:
    """Where there is but one thread; otherwise this one looks itself."""
    (school / "site/self/ada/way").symlink_to("nowhere")
    with look_meanwhile(school / "site") as seen:
        assert seen() == look_at(school / "site") != Look()
    with look_meanwhile(school / "nowhere") as seen:
        assert seen() == Look()


def test_a_place_looks_as_its_record_says(school: Path) -> None:
    press, _ = Press.open(school / "site", shown="site")
    assert press is not None
    with press:
        records = {str(place): one for place, one in press.places.items() if place.folder}
    seen = look_at(school / "site").places

    assert len(records) > 2
    assert {place: seen[place] for place in records} == {
        place: seen_as((path, one.size) for path, one in record.files.items())
        for place, record in records.items()
    }


@pytest.mark.parametrize("what", [one for one in CHANGES if "page" in one or "strange" in one])
def test_a_site_that_was_seen_not_to_be_as_it_should_be_is_made_again(
    school: Path, what: str
) -> None:
    (school / "students/bea/student.yml").unlink()
    for name in "cdefgh":
        write(school, {f"students/{name}{name}/student.yml": f"name: {name}\n"})
    for _ in range(2):
        build(school, glanced=Glance())
    before = site(school)
    CHANGES[what](school)

    report = build(school, glanced=look(school))

    assert report.rebuilt == ("self/ada",)
    assert site(school) == before
