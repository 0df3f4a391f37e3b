"""Each bad input has exactly the outcome that is written beside it, and harms nobody else.

Every day all of them lie in one school, which is built once; at night each is built alone by the command, with its time
and its memory measured.
"""

from __future__ import annotations

import itertools
import os
import string
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bad_inputs import CASES
from bad_inputs.case import Case, Home
from bad_inputs.pages import Page
from heavy_artifacts import MOST_MEGABYTES, MOST_SECONDS
from plain_search import words_in
from portfolio_gen.build import build
from portfolio_gen.check import rules as of_checking
from portfolio_gen.diagnostics import Diagnostic, Severity
from portfolio_gen.model.settings import EDITIONS
from portfolio_gen.read import rules as of_reading
from portfolio_gen.render import rules as of_rendering
from portfolio_gen.report import BuildReport
from school import PORTFOLIO, STUDENT, TODAY, minimal_school, write

FAMILIES = {"xss", "yaml", "markdown", "media", "filename", "tree", "trust"}
RULES = {
    one.code: one for module in (of_checking, of_reading, of_rendering) for one in module.RULES
}
ROOM = "limits:\n  artifacts_per_student: 400\n"
IN_EVERY_CASE = "PG402"
"""Nobody here but the innocent student has a ledger."""


@dataclass(frozen=True)
class Tried:
    """A school with bad inputs, and what became of it."""

    root: Path
    homes: dict[str, Home]
    said: tuple[Diagnostic, ...]

    def page(self, case: Case) -> Path:
        """Where the page of its work is, if it is published."""
        return self.root / "site/family" / case.student / "artifacts" / case.slug / "index.html"

    def of(self, case: Case) -> set[str]:
        """What was said about it, as cases write it."""
        return {
            f"{one.code} {self._from(case, one.span.path)}:{one.span.line}"
            for one in self.said
            if one.rule.severity is not Severity.NOTE and one.code != IN_EVERY_CASE
            if self._is_about(case, one)
        }

    def _is_about(self, case: Case, one: Diagnostic) -> bool:
        if case.own or not case.built:
            return one.about == case.student
        work = f"students/{case.student}/artifacts/{case.slug}"
        return one.span.path == work or one.span.path.startswith(f"{work}/")

    def _from(self, case: Case, path: str) -> str:
        """A path as it is written from the work's folder."""
        student = f"students/{case.student}"
        return path.replace(f"{student}/artifacts/{case.slug}/", "").replace(student, "../..")


def canaries() -> Iterator[str]:
    """Words for each case."""
    for letters in itertools.product(string.ascii_lowercase, repeat=6):
        yield f"qz{''.join(letters)}canaryqz"


def laid_out(root: Path, cases: Iterable[Case]) -> dict[str, Home]:
    """Put cases into a school, beside a student who does no harm."""
    write(minimal_school(root), {"portfolio.yml": PORTFOLIO + ROOM})
    homes = {}
    for case, canary in zip(cases, canaries(), strict=False):
        home = homes[case.slug] = Home(root, case.student, case.slug, canary)
        case.put(home)
        if not os.path.lexists(home.own / "student.yml"):
            (home.own / "student.yml").write_text("name: Kit\n")
    return homes


def innocent(root: Path) -> dict[str, bytes]:
    """Every file of the student who does no harm, in all editions."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for edition in EDITIONS
        for path in sorted((root / "site" / edition / STUDENT).rglob("*"))
        if path.is_file()
    }


def built(root: Path, *editions: str) -> BuildReport:
    return build(root, editions=editions, jobs=1, on=TODAY)


def told_wrongly(tried: Tried, case: Case) -> Iterator[str]:
    """How the outcome of a case is other than it should be."""
    said, due = tried.of(case), set(told(case))
    if not due <= said or set(filter(is_error, said)) != set(filter(is_error, due)):
        yield f"{case.slug} says {'; '.join(sorted(said))}"
    page = tried.page(case)
    if (tried.root / "site/family" / case.student).exists() is not case.built:
        yield f"{case.slug} is built"
    if page.is_file():
        text = Page(page.read_text(encoding="utf-8")).text
        yield from (f"{case.slug} does not show {one}" for one in case.shows if one not in text)
    elif case.shows:
        yield f"{case.slug} has no page"


def suspicious(site: Path) -> Iterator[str]:
    """What in any page might run or ask another host."""
    for path in sorted(site.rglob("*.html")):
        for one in Page(path.read_text(encoding="utf-8")).suspect:
            yield f"{path.relative_to(site)}: {one}"


def leaked(tried: Tried, cases: Iterable[Case]) -> list[str]:
    """Cases whose canary stands in what others may read, or in a name there; `self` shows students their own drafts."""
    editions = (one for one in (tried.root / "site").iterdir() if one.name != "self")
    files = sorted(path for edition in editions for path in edition.rglob("*"))
    found = {word for path in files for word in words_in(path.name.encode())}
    found |= {word for path in files if path.is_file() for word in words_in(path.read_bytes())}
    return [one.slug for one in cases if one.hides and tried.homes[one.slug].canary in found]


def test_each_has_its_outcome(tmp_path: Path) -> None:
    homes = laid_out(tmp_path / "school", CASES)
    report = built(tmp_path / "school", "family")
    tried = Tried(tmp_path / "school", homes, report.diagnostics)
    built(minimal_school(tmp_path / "calm"), "family")

    assert [wrong for case in CASES for wrong in told_wrongly(tried, case)] == []
    assert list(suspicious(tried.root / "site")) == []
    assert leaked(tried, CASES) == []
    assert innocent(tried.root) == innocent(tmp_path / "calm") != {}


def test_there_are_many_and_each_reject_says_where() -> None:
    """Errors about a file as a whole stand on its first line; those about a text say which."""
    slugs = Counter(case.slug for case in CASES)
    assert max(slugs.values()) == 1
    assert {case.family for case in CASES} == FAMILIES
    assert len(CASES) >= 200
    rejected = [case for case in CASES if any(is_error(one) for one in told(case))]
    assert len(rejected) > 150
    placed = [case for case in rejected if any(_names_a_place(one) for one in told(case))]
    assert placed == rejected
    assert all(case.says for case in CASES if not case.built), "nobody is kept out without a word"


def told(case: Case) -> list[str]:
    return case.says.split("; ") if case.says else []


def is_error(said: str) -> bool:
    return RULES[said.split()[0]].severity is Severity.ERROR


def _names_a_place(said: str) -> bool:
    """A line in a text, or the file itself where it is no text or cannot be used at all."""
    path, _, line = said.partition(" ")[2].rpartition(":")
    return path.endswith((".md", ".yml")) or line == "1"


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The innocent student's files, where there is nobody else."""
    root = minimal_school(tmp_path_factory.mktemp("calm") / "school")
    built(root)
    return innocent(root)


@pytest.mark.nightly
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_each_alone_through_the_command(case: Case, tmp_path: Path, calm: dict[str, bytes]) -> None:
    homes = laid_out(tmp_path / "school", [case])
    words = "build", str(tmp_path / "school"), "--jobs", "1", "--on", str(TODAY)
    code, output, seconds, megabytes = used_by(*words)
    tried = Tried(tmp_path / "school", homes, ())

    assert code == (1 if any(map(is_error, told(case))) else 0), output
    assert "Traceback" not in output
    assert all(one.isprintable() for one in output.splitlines())
    for one in filter(is_error, told(case)):
        rule, _, place = one.partition(" ")
        path, _, line = place.rpartition(":")
        shown = os.path.normpath(f"students/{case.student}/artifacts/{case.slug}/{path}")
        assert f"{shown}:{line}:" in output, output
        assert rule in output
    assert list(suspicious(tried.root / "site")) == []
    assert leaked(tried, [case]) == []
    assert innocent(tried.root) == calm
    assert seconds <= MOST_SECONDS
    assert megabytes <= MOST_MEGABYTES


def used_by(*words: str) -> tuple[int, str, float, int]:
    """Run the command: its exit code, all that it printed, seconds of processors, megabytes at most."""
    with tempfile.TemporaryFile() as said:
        program = [sys.executable, "-c", "from portfolio_gen.cli import main; main()", *words]
        child = subprocess.Popen(program, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        output = said.read().decode("utf-8")
    return child.returncode, output, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
