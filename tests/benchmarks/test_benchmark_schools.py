"""The schools of the benchmarks: always the same, nothing wrong with them, the same pages for everybody."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
import peer_sites
from pages import pages
from sample import TODAY

STUDENTS, WORKS = 3, 7


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus.write_school(tmp_path_factory.mktemp("benchmark") / "school", STUDENTS, WORKS)


@pytest.mark.parametrize("seed", ["0", "7"])
def test_a_school_has_the_same_bytes_in_any_process(
    school: Path, tmp_path: Path, seed: str
) -> None:
    words = (corpus.__file__, tmp_path / "again", "--students", STUDENTS, "--works", WORKS)
    subprocess.run(
        [sys.executable, *map(str, words)], check=True, env={"PYTHONHASHSEED": seed, "LC_ALL": "C"}
    )
    again = contents(tmp_path / "again")
    assert len(again) == 3 + STUDENTS * (3 + WORKS)
    # Only which editions are built was not the same.
    assert {name for name, digest in again.items() if digest != contents(school)[name]} <= {
        "portfolio.yml"
    }


def test_a_larger_school_begins_with_the_smaller_one(school: Path, tmp_path: Path) -> None:
    larger = contents(corpus.write_school(tmp_path / "larger", STUDENTS + 1, WORKS))
    assert contents(school).items() <= larger.items() | {
        ("portfolio.yml", contents(school)["portfolio.yml"])
    }


def test_a_school_checks_clean(school: Path) -> None:
    from portfolio_gen.check import check_school
    from portfolio_gen.diagnostics import Severity
    from portfolio_gen.read.school import read_school

    read, found = read_school(school)
    assert read and len(read.students) == STUDENTS
    said = (*found, *check_school(read, on=TODAY))
    assert [one for one in said if one.rule.severity is not Severity.NOTE] == []


def test_no_two_photographs_are_the_same_picture() -> None:
    from portfolio_gen.render.images import derive

    # All of one scene: the others differ as it is.
    made = [derive(corpus.photograph(number * corpus.SCENES)) for number in (0, 1)]
    assert [size.width for size in made[0].sizes] == [400, 800, 1600]
    assert len({size.data for one in made for size in one.sizes}) == 3 * len(made)


def test_peers_are_given_the_pages_that_we_make(school: Path, tmp_path: Path) -> None:
    from portfolio_gen.build import build

    report = build(school, tmp_path / "out", on=TODAY, jobs=1)
    assert not report.failed, report.diagnostics
    for number in range(STUDENTS):
        site = tmp_path / "out" / "family" / corpus.student_id(number)
        ours = {
            path.parent.relative_to(site).as_posix().removeprefix(".")
            for path in site.rglob("index.html")
        }
        assert ours == {one.address for one in pages(number, WORKS)}


def test_peers_tell_the_same_stories(school: Path) -> None:
    given = {one.address: one.text for one in pages(1, WORKS)}
    for work in corpus.works(1, WORKS, 0):
        narrative = (
            school / f"students/{corpus.student_id(1)}/artifacts/{work.slug}/artifact.md"
        ).read_text("utf-8")
        assert work.story.strip() in narrative
        assert work.story.strip() in given[f"artifacts/{work.slug}"]


def links(text: str) -> Iterator[str]:
    return (one for one in re.findall(r"\]\(([^)]*)\)", text) if "://" not in one)


def test_every_link_in_mkdocs_sources_leads_to_a_source(tmp_path: Path) -> None:
    for project in peer_sites.write_mkdocs(tmp_path, 2, WORKS):
        sources = list((project.parent / "docs").rglob("*.md"))
        assert len(sources) == len(list(pages(0, WORKS)))
        for source in sources:
            for link in links(source.read_text("utf-8")):
                assert (source.parent / link).is_file(), f"{source}: {link}"


def test_every_link_in_hugo_sources_leads_to_a_page(tmp_path: Path) -> None:
    site = peer_sites.write_hugo(tmp_path, 2, WORKS)
    sources = [one for one in (site / "content").rglob("*.md") if one.parent.name != "content"]
    assert len(sources) == 2 * len(list(pages(0, WORKS)))
    for source in sources:
        for link in links(source.read_text("utf-8")):
            there = source.parent / link
            assert link.endswith("/") and {"index.md", "_index.md"} & {
                one.name for one in there.iterdir()
            }, f"{source}: {link}"
