"""A large school is read some students at a time, and comes out as if all had been read at once."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from multiprocessing import parent_process
from pathlib import Path

import pytest

from builds import clean, run, site
from heard_school import heard_school
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.hallway import knowing, portions
from portfolio_gen.hallway.crew import Crew
from portfolio_gen.hallway.digests import Digests
from portfolio_gen.hallway.knowing import Known, read_everything
from portfolio_gen.hallway.order import Order
from portfolio_gen.hallway.planning import Planned, plan_student
from portfolio_gen.hallway.portions import Reading, ReadPortion, read_portion
from portfolio_gen.hallway.spool import HELD, Spool, put_away
from portfolio_gen.hallway.surroundings import surroundings
from portfolio_gen.hallway.wanted import Wanted
from portfolio_gen.model.dates import Day
from portfolio_gen.publish import Place
from portfolio_gen.report import Stopwatch
from sample import SAMPLE
from sample import TODAY as SAMPLE_DAY
from school import STUDENT, TODAY, minimal_school, write
from test_rule_pages import PAGES, RulePage
from voted_school import handed_in_school

RULES = sorted(PAGES.glob("PG*.md"))


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every school counts as large, and each student is a portion."""
    monkeypatch.setattr(knowing, "MANY", 0)
    monkeypatch.setattr(portions, "FEWEST", 1)
    monkeypatch.setattr(portions, "MOST", 1)


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    with Spool(tmp_path / "cache") as spool:
        yield spool


def order(root: Path, on: Day = TODAY, jobs: int = 1) -> Order:
    return Order(
        root=root,
        out=root / "site",
        editions=frozenset(),
        students=frozenset(),
        jobs=jobs,
        force=False,
        on=on,
        progress=lambda _: None,
    )


def known(asked: Order, spool: Spool) -> Known:
    with Crew(asked.jobs) as crew:
        return read_everything(asked, Digests(asked.root), Stopwatch(), crew, spool)


def fates(asked: Order, of: Known) -> dict[Place, Planned | None]:
    """What every site that is wanted would become, and by which fingerprint it would be known again."""
    assert of.school is not None
    wanted = Wanted(order=asked, school=of.school, found=of.found)
    around = surroundings(of.school, asked, wanted.editions)
    found: dict[Place, Planned | None] = {}
    for wish in wanted.wishes:
        plan = of.plans.get(wish.place)
        if wish.student.id not in of.sheets:
            marks, digest_of = around[wish.edition].marks, Digests(asked.root).of
            plan = plan_student(of.school, wish.student, wish.edition, asked.on, marks, digest_of)
        found[wish.place] = plan
    return found


def compare(asked: Order, spool: Spool, monkeypatch: pytest.MonkeyPatch) -> Known:
    """Read in portions and at once, and find no difference."""
    parted = known(asked, spool)
    with monkeypatch.context() as patched:
        patched.setattr(knowing, "MANY", 1_000)
        whole = known(asked, spool)
    assert whole.sheets == {}
    assert [*map(said, parted.found)] == [*map(said, whole.found)]
    if whole.school is None:
        assert parted.school is None
        return parted
    ours, theirs = fates(asked, parted), fates(asked, whole)
    assert {place: one and one.record for place, one in ours.items()} == {
        place: one and one.record for place, one in theirs.items()
    }
    return parted


def said(one: Diagnostic) -> tuple[str, ...]:
    return one.code, str(one.span), one.message, one.hint, one.about, *map(str, one.related)


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("page", RULES, ids=lambda one: one.stem)
def test_each_rule_finds_the_same(
    page: Path, spool: Spool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = minimal_school(tmp_path / "school")
    RulePage(page, page.read_text("utf-8")).lay_over(root)

    compare(order(root), spool, monkeypatch)


@pytest.mark.usefixtures("one_by_one")
def test_the_sample_school_comes_out_the_same(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    parted = compare(order(SAMPLE, SAMPLE_DAY), spool, monkeypatch)

    assert len(parted.plans) > 20


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize("make", [heard_school, handed_in_school])
def test_what_committees_keep_comes_out_the_same(
    make: object, spool: Spool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    parted = compare(order(make(tmp_path / "school")), spool, monkeypatch)

    assert parted.school is not None
    assert parted.school.submissions


@pytest.mark.usefixtures("one_by_one")
def test_only_outlines_stay_in_memory(tmp_path: Path, spool: Spool) -> None:
    root = minimal_school(tmp_path / "school")
    parted = known(order(root), spool)

    assert parted.school is not None
    assert [one.id for one in parted.school.students] == [STUDENT]
    assert parted.school.students[0].opening is None
    assert parted.ledgers_of([STUDENT])[STUDENT].decisions
    [(student, _)] = [one.slip.fetch() for one in parted.sheets.values()]
    assert student.artifacts[0].narrative


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_published_is_the_same(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = heard_school(tmp_path / "school")
    expected = clean(root, tmp_path)
    monkeypatch.setattr(knowing, "MANY", 0)
    monkeypatch.setattr(portions, "FEWEST", 1)
    monkeypatch.setattr(portions, "MOST", 1)

    report = run(root, jobs=jobs)

    assert report.rebuilt
    assert site(root) == expected
    assert run(root, jobs=jobs, force=True).rebuilt == report.rebuilt
    assert site(root) == expected
    assert not [*(root / ".portfolio-gen/cache/spool").iterdir()]


def dying(one: Reading) -> ReadPortion:
    """Like a process that the system ends for want of memory, if it is not the test's own."""
    if parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_portion(one)


@pytest.mark.skipif(os.name == "nt", reason="processes end otherwise there")
def test_a_reader_who_dies_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spool: Spool
) -> None:
    root = minimal_school(tmp_path / "school")
    for number in range(8):
        shutil.copytree(root / f"students/{STUDENT}", root / f"students/learner-{number}")
    monkeypatch.setattr(knowing, "MANY", 0)
    monkeypatch.setattr(portions, "FEWEST", 1)
    monkeypatch.setattr(portions, "MOST", 1)
    monkeypatch.setattr(knowing, "read_portion", dying)

    found = known(order(root, jobs=2), spool)

    assert found.sheets == {}
    assert found.school is not None
    assert len(found.school.students) == 9


def test_a_full_disk_costs_nothing_but_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spool: Spool
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    root = minimal_school(tmp_path / "school")
    monkeypatch.setattr(knowing, "MANY", 0)
    monkeypatch.setattr(knowing, "put_away", full)

    found = known(order(root), spool)

    assert found.sheets == {}
    assert found.school is not None
    assert found.school.students[0].artifacts


def test_what_a_build_that_was_cut_off_has_left_goes(tmp_path: Path) -> None:
    left = tmp_path / "cache/spool/left"
    write(left, {HELD: "", "values": "private"})

    with Spool(tmp_path / "cache") as spool, Spool(tmp_path / "cache") as other:
        assert put_away(spool.folder, ["a"])[0].fetch() == "a"
        assert put_away(other.folder, ["b"])[0].fetch() == "b"
        assert spool.folder.exists()
        assert not left.exists()

    assert [*(tmp_path / "cache/spool").iterdir()] == []
