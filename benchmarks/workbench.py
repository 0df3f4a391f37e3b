"""Schools on disk, written once each, and the programs at work on them; every build is seen to have made its pages."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import corpus
import peer_sites
from measure import CannotMeasure, Cost, run
from pages import pages
from peers import QUIET, Peers

DAY = "2026-11-22"
"""On which the schools are looked at; any day after their last date."""


class Workbench:
    """A folder with everything that is measured."""

    def __init__(self, folder: Path, peers: Peers) -> None:
        """Begin with nothing there.

        Raises:
            CannotMeasure: portfolio-gen is not installed.
        """
        self._folder = folder
        self._peers = peers
        self._costs: dict[Path, Cost] = {}
        self._pages: dict[Path, int] = {}
        self._away = 0
        self._program = Path(sys.executable).with_name("portfolio-gen")
        if not self._program.exists():
            raise CannotMeasure(f"portfolio-gen is not installed beside {sys.executable}")

    # What is built

    def school(
        self,
        students: int,
        works: int,
        *,
        photographs: int = 0,
        editions: Collection[str] = ("family",),
        paper: str = "none",
    ) -> Path:
        """A school for portfolio-gen."""
        made_of = (students, works, photographs, *editions, paper)
        folder = self._folder / f"school-{'-'.join(map(str, made_of))}"
        if not folder.exists():
            corpus.write_school(folder, students, works, photographs, editions, paper)
        self._pages[folder] = students * len(list(pages(0, works)))
        return folder

    def mkdocs(self, students: int, works: int) -> list[Path]:
        """The same as projects for MkDocs or Zensical."""
        return peer_sites.write_mkdocs(self._folder / f"mkdocs-{students}-{works}", students, works)

    def hugo(self, students: int, works: int, photographs: int = 0) -> Path:
        """The same as a Hugo site."""
        folder = self._folder / f"hugo-{students}-{works}-{photographs}"
        self._pages[folder] = students * len(list(pages(0, works)))
        return peer_sites.write_hugo(folder, students, works, photographs)

    # Who builds it

    def help(self) -> Cost:
        """`portfolio-gen --help`."""
        return run((self._program, "--help"), cwd=self._folder)

    def build(self, school: Path, *more: str, cold: bool = False, memory: bool = False) -> Cost:
        """`portfolio-gen build`; cold is without anything that another build has left of this school."""
        if cold:
            self._put_away(self.out(school), school / ".portfolio-gen")
        words = (self._program, "build", school, "--out", self.out(school), "--on", DAY, *more)
        user = {"XDG_CACHE_HOME": str(self._folder / "user")}
        cost = run(words, cwd=self._folder, environment=user, memory=memory)
        self._expect(self.out(school), self._pages[school])
        return cost

    def settle_in(self) -> Cost:
        """Make what is made once on a machine; returns how much more the first build has cost."""
        self._put_away(self._folder / "user")
        school = self.school(1, 1)
        first, again = self.build(school, cold=True), self.build(school, cold=True)
        return Cost(max(0.0, first.wall - again.wall), max(0.0, first.cpu - again.cpu))

    def built(self, school: Path) -> Cost:
        """What the first cold build of a school took, which is done now unless it has been."""
        if school not in self._costs:
            self._costs[school] = self.build(school, cold=True, memory=True)
        return self._costs[school]

    def build_mkdocs(self, projects: Sequence[Path]) -> Cost:
        """A loop of `mkdocs build`."""
        return self._each(projects, [self._peers.mkdocs(one) for one in projects])

    def build_zensical(self, projects: Sequence[Path]) -> Cost:
        """A loop of `zensical build`."""
        return self._each(projects, [self._peers.zensical(one) for one in projects])

    def build_mkdocs_at_once(self, projects: Sequence[Path]) -> Cost:
        """All projects in one process."""
        return self._each(projects, [self._peers.mkdocs_loop(projects)])

    def _each(self, projects: Sequence[Path], calls: Sequence[Sequence[str | Path]]) -> Cost:
        for one in projects:
            self._put_away(one.parent / "site", one.parent / ".cache")
        cost = Cost()
        for words in calls:
            cost += run(words, cwd=self._folder, environment=QUIET)
        for one in projects:
            self._expect(one.parent / "site", self.count(one.parent / "docs", ".md"))
        return cost

    def build_hugo(self, site: Path, *, cold: bool = True, memory: bool = False) -> Cost:
        """`hugo`."""
        if cold:
            self._put_away(site / "public", site / "resources")
        cost = run(self._peers.hugo(site), cwd=self._folder, memory=memory)
        self._expect(site / "public", self._pages[site])
        return cost

    def _put_away(self, *folders: Path) -> None:
        """Have folders out of the way; the last of all removes them, for file systems are slow after a removal."""
        for one in folders:
            if one.exists():
                self._away += 1
                one.rename(self._folder / f"away-{self._away}")

    # Editing

    def edit(self, school: Path, student: int) -> Cost:
        """Add a sentence to a student's work, and build."""
        name = corpus.student_id(student)
        self._write_on(school / f"students/{name}/artifacts/work-02/artifact.md")
        return self._seen(self.build(school), self.out(school) / f"family/{name}/artifacts/work-02")

    def edit_hugo(self, site: Path, student: int) -> Cost:
        """The same for Hugo."""
        name = corpus.student_id(student)
        self._write_on(site / f"content/{name}/artifacts/work-02/index.md")
        cost = self.build_hugo(site, cold=False)
        return self._seen(cost, site / f"public/{name}/artifacts/work-02")

    def _write_on(self, path: Path) -> None:
        with path.open("a", encoding="utf-8") as file:
            file.write("\nAnd nobody had expected that.\n")

    def _seen(self, cost: Cost, page: Path) -> Cost:
        if "And nobody had expected that." not in (page / "index.html").read_text("utf-8"):
            raise CannotMeasure(f"what was edited is not in {page}")
        return cost

    # What came of it

    def out(self, school: Path) -> Path:
        """Where a school's sites are."""
        return school.with_name(f"{school.name}-site")

    def pages_of(self, school: Path) -> int:
        """How many pages were made of a school."""
        return self.count(self.out(school), ".html")

    def count(self, folder: Path, suffix: str) -> int:
        """How many files of a kind are below a folder."""
        return sum(one.suffix == suffix for one in folder.rglob("*"))

    def size(self, folder: Path) -> int:
        """Bytes in all files below a folder."""
        return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())

    def pictures_of(self, folder: Path, photographs: int) -> int:
        """Bytes in all pictures below a folder.

        Raises:
            CannotMeasure: there are not three sizes of each photograph.
        """
        if (made := self.count(folder, ".webp")) < 3 * photographs:
            raise CannotMeasure(f"{made} pictures instead of {3 * photographs} in {folder}")
        return sum(one.stat().st_size for one in folder.rglob("*.webp"))

    def _expect(self, folder: Path, least: int) -> None:
        if (made := self.count(folder, ".html")) < least:
            raise CannotMeasure(f"{made} pages instead of {least} in {folder}")
