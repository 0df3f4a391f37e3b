"""How much a student may put into a portfolio, and what becomes of more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nouns import artifact, school, student
from portfolio_gen.build import build
from portfolio_gen.check.limits import (
    crowded_artifact,
    oversized_artifact,
    oversized_portfolio,
    too_many_artifacts,
)
from portfolio_gen.check.register import Register
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.dates import Day
from portfolio_gen.model.limits import Limits
from portfolio_gen.model.settings import Settings
from portfolio_gen.read.school import read_school
from school import ARTIFACT_FOLDER, STUDENT, TODAY, minimal_school, write

ROOM = Limits(
    files_per_artifact=3, megabytes_per_artifact=2, artifacts_per_student=2, megabytes_per_student=3
)


def work(slug: str, *sizes: int) -> Artifact:
    media = tuple(
        Media(file=f"{place}.bin", size=size * 100_000) for place, size in enumerate(sizes)
    )
    return artifact(slug, media=media)


def register(*works: Artifact) -> Register:
    settings = Settings(school="Little School", limits=ROOM)
    one = school(students=(student(artifacts=works),))
    return Register(replace(one, settings=settings), Day(2026, 11, 22))


def test_what_keeps_within_every_limit_is_fine() -> None:
    full = register(work("a", 5, 5, 10), work("b", 10))

    for check in (crowded_artifact, oversized_artifact, too_many_artifacts, oversized_portfolio):
        assert [*check(full)] == []


def test_each_limit_is_named_with_what_there_is() -> None:
    many = register(work("a", 1, 1, 1, 1), work("b", 15, 6), work("c", 10))

    (crowded,) = crowded_artifact(many)
    (large,) = oversized_artifact(many)
    (works,) = too_many_artifacts(many)
    (portfolio,) = oversized_portfolio(many)

    assert "4 files, and 3 is the most" in crowded.message
    assert "2.1 MB together, and 2 MB" in large.message
    assert "3 pieces of work, and 2 is the most" in works.message
    assert "3.5 MB together, and 3 MB" in portfolio.message
    assert "2.1 MB of them belong to `b`" in portfolio.message
    assert all("`limits`" in one.hint for one in (crowded, large, works, portfolio))


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((), 0),
        ((2, 2, 2), 3),
        ((2, 2, 2, 2), 3),
        ((20, 0, 1), 2),
        ((21, 1), 0),
        ((1, 20, 1), 1),
    ],
)
def test_the_first_files_are_shown_as_long_as_there_is_room(
    sizes: tuple[int, ...], shown: int
) -> None:
    assert ROOM.admitted([one * 100_000 for one in sizes]) == shown


@pytest.mark.parametrize("most", [0, -1])
def test_a_school_may_allow_no_files_at_all(most: int) -> None:
    assert Limits(files_per_artifact=most).admitted([1, 2, 3]) == 0


def test_what_is_beyond_is_not_published_and_the_rest_is(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path / "school")
    page = (folder / ARTIFACT_FOLDER / "artifact.md").read_text(encoding="utf-8")
    listed = page.replace(
        "audience", "  - file: first.txt\n  - file: second.txt\naudience", 1
    ).replace("I thought", "See [the second](second.txt). I thought")
    settings = (folder / "portfolio.yml").read_text(encoding="utf-8")
    write(
        folder,
        {
            f"{ARTIFACT_FOLDER}/artifact.md": listed,
            f"{ARTIFACT_FOLDER}/first.txt": "FIRST-WORDS",
            f"{ARTIFACT_FOLDER}/second.txt": "SECOND-WORDS",
            "portfolio.yml": f"{settings}limits:\n  files_per_artifact: 2\n",
        },
    )

    report = build(folder, on=TODAY, jobs=1)

    codes = [one.code for one in report.diagnostics if one.rule.severity == "error"]
    assert codes == ["PG514"]
    assert not report.failed
    site = b"".join(one.read_bytes() for one in (folder / "site").rglob("*") if one.is_file())
    assert b"FIRST-WORDS" in site
    assert b"SECOND-WORDS" not in site


def test_too_much_of_one_student_leaves_the_others_their_sites(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path / "school")
    settings = (folder / "portfolio.yml").read_text(encoding="utf-8")
    write(
        folder,
        {
            "students/zoe-quiet/student.yml": "name: Zoe\n",
            "portfolio.yml": f"{settings}limits:\n  artifacts_per_student: 0\n",
        },
    )

    report = build(folder, on=TODAY, jobs=1)

    assert {one.rpartition("/")[2] for one in report.failed} == {STUDENT}
    assert {one.rpartition("/")[2] for one in report.rebuilt} == {"zoe-quiet"}


def test_too_many_megabytes_of_one_student_are_published_with_a_warning(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path / "school")
    settings = (folder / "portfolio.yml").read_text(encoding="utf-8")
    write(folder, {"portfolio.yml": f"{settings}limits:\n  megabytes_per_student: 0\n"})

    report = build(folder, on=TODAY, jobs=1)

    said = {one.code: one for one in report.diagnostics}
    assert said["PG517"].rule.severity == "warning"
    assert not report.failed
    assert {one.rpartition("/")[2] for one in report.rebuilt} == {STUDENT}


def test_sizes_are_read_with_the_files(tmp_path: Path) -> None:
    folder = minimal_school(tmp_path / "school")

    read, _ = read_school(folder)

    assert read
    (media,) = read.students[0].artifacts[0].media
    assert media.source
    assert media.size == media.source.stat().st_size > 0
