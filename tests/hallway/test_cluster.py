"""A real scheduler and several real workers on this machine make what one process makes, byte for byte."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client

from builds import OFFICE, copy_of, run, site
from plain_rendering import PLAIN
from portfolio_gen.cli import porch
from portfolio_gen.deliver import Store
from portfolio_gen.hallway import cluster as clusters
from portfolio_gen.hallway import errand as errands
from portfolio_gen.hallway import parcel as parcels
from portfolio_gen.hallway import surroundings
from portfolio_gen.hallway.cluster import Cluster, ClusterError, open_cluster
from portfolio_gen.hallway.luggage import with_files
from portfolio_gen.hallway.unit import Rendering
from portfolio_gen.report import BuildReport, Step
from school import STUDENT, TODAY, minimal_school, write
from slow_rendering import SLOW

TESTS = Path(__file__).parents[1]
LEDGER = "official_name: {name}\nenrolment: {{entered: 2025-09, phase: 9, framework: 2024}}\n"
ADAS = {f"{edition}/{STUDENT}" for edition in ("self", "committee", "family", "college")}
SITES = len(ADAS) + 12 * 3
"""The others have nothing to show to colleges."""


@pytest.fixture(autouse=True)
def nobody_works_on_the_program() -> Iterator[None]:
    """Here the program is looked through, as the workers do."""
    surroundings._digest_of_program.cache_clear()
    yield
    surroundings._digest_of_program.cache_clear()


@dataclass(frozen=True)
class Machines:
    """A scheduler and its workers; they have nannies, as `dask worker` gives them."""

    address: str
    client: Client
    scheduler: subprocess.Popen[bytes]

    def workers(self) -> dict[str, int]:
        """Address to process."""
        found: dict[str, int] = self.client.run(os.getpid)
        return found


def start(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        env={**os.environ, "PYTHONPATH": str(TESTS), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def machines(workers: int, folder: Path, *, nanny: bool = True) -> Iterator[Machines]:
    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = ("distributed.cli.dask_scheduler", "--port", address.rpartition(":")[2])
    worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard")
    worker += ("--local-directory", str(folder), "--nanny" if nanny else "--no-nanny")
    programs = [start(*scheduler, "--host", "127.0.0.1", "--no-dashboard")]
    client = None
    try:
        programs += [start(*worker) for _ in range(workers)]
        client = Client(address, timeout=30, set_as_default=False)
        if workers:
            client.wait_for_workers(workers, timeout=30)
        yield Machines(address, client, programs[0])
    finally:
        if client:
            client.close(timeout=1)
        for one in programs:
            os.killpg(one.pid, signal.SIGKILL)
            one.wait(20)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with machines(3, tmp_path_factory.mktemp("workers")) as found:
        yield found


@pytest.fixture
def school(tmp_path: Path) -> Path:
    root = minimal_school(tmp_path / "school")
    for number in range(12):
        name = f"learner-{number:02}"
        write(
            root,
            {
                f"transcripts/{name}.yml": LEDGER.format(name=name),
                f"students/{name}/student.yml": f"name: Learner {number}\n",
            },
        )
    return root


def list_of(root: Path) -> bytes:
    return (root / "site" / OFFICE / "manifest.json").read_bytes()


def built_here(school: Path, rendering: Rendering = PLAIN) -> tuple[dict[str, bytes], bytes]:
    """What one process makes of the same school, with its list."""
    copy = copy_of(school, school.parent / "here")
    run(copy, rendering=rendering)
    return site(copy), list_of(copy)


def built_there(school: Path, cluster: Cluster, **options: object) -> BuildReport:
    return run(school, **{"rendering": PLAIN, **options, "hire": cluster.hire})


def test_a_cluster_makes_the_same_bytes(school: Path, three: Machines) -> None:
    with open_cluster(three.address) as cluster:
        report = built_there(school, cluster)
        again = built_there(school, cluster)

    assert len(report.rebuilt) == SITES
    assert (site(school), list_of(school)) == built_here(school)
    assert set(again.reused) == set(report.rebuilt)
    assert sorted(one.name for one in (school / "site" / OFFICE).iterdir()) == [
        "lock",
        "manifest.json",
    ]


def test_what_a_killed_worker_had_in_work_is_made_by_others(school: Path, three: Machines) -> None:
    killed: list[int] = []

    def kill_one(step: Step) -> None:
        if step.stage == "sites" and step.done >= 5 and not killed:
            killed.append(next(iter(three.workers().values())))
            os.kill(killed[0], signal.SIGKILL)

    with open_cluster(three.address) as cluster:
        report = built_there(school, cluster, rendering=SLOW, progress=kill_one)
    three.client.wait_for_workers(3, timeout=30)  # its nanny brings up another one

    assert killed
    assert killed[0] not in three.workers().values()
    assert len(report.rebuilt) == SITES
    assert not report.failed
    assert (site(school), list_of(school)) == built_here(school)


def test_a_site_that_kills_its_process_takes_neither_workers_nor_others_along(
    school: Path, three: Machines
) -> None:
    before = three.workers()
    student = school / f"students/{STUDENT}/student.yml"
    text = student.read_text()
    student.write_text(text.replace("I like to find out how things drink.", "die"))
    with open_cluster(three.address) as cluster:
        report = built_there(school, cluster, editions=["self"])

    assert report.failed == (f"self/{STUDENT}",)
    assert [one.message for one in report.diagnostics if one.code == "PG906"] == [
        f"`self/{STUDENT}` could not be made: its process died"
    ]
    assert len(report.rebuilt) == 12
    assert three.workers() == before


def test_the_command_builds_real_pages_on_a_cluster(tmp_path: Path, three: Machines) -> None:
    school = minimal_school(tmp_path / "school")
    words = ["build", str(school), "--edition", "self", "--on", str(TODAY)]
    there = CliRunner().invoke(porch, [*words, "--cluster", three.address])
    here = CliRunner().invoke(porch, [*words, "--out", str(tmp_path / "here")])

    assert (there.exit_code, there.stderr) == (0, "")
    assert there.stdout.startswith("1 made (")
    assert here.exit_code == 0
    (tmp_path / "here").rename(tmp_path / "copy-site")
    copy = tmp_path / "copy"
    copy.mkdir()
    (tmp_path / "copy-site").rename(copy / "site")
    assert site(school) == site(copy)


# By post


def test_files_travel_to_workers_that_do_not_see_them(
    school: Path, three: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = hide_paths_of(school, monkeypatch)
    exchange = tmp_path / "exchange"
    write(school, {"themes/ours/own.css": "p { color: red }", "portfolio.yml": THEMED})
    with open_cluster(three.address, f"file://{exchange}") as cluster:
        report = built_there(school, cluster)

    assert hidden
    assert len(report.rebuilt) == SITES
    assert (site(school), list_of(school)) == built_here(school)
    assert not any(exchange.iterdir()), "nothing private is left there"
    assert not list(Path(tempfile.gettempdir()).glob("portfolio-gen-exchange-*"))


THEMED = (
    "format: 1\nschool: Little School\nurl: https://little-school.example/\ntheme: {name: ours}\n"
)


def hide_paths_of(school: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Send units whose paths lead nowhere at the workers; returns the files that were sent along."""
    files: list[Path] = []
    pack = parcels.Post.pack

    def pack_with_other_paths(post: parcels.Post, *words: object) -> parcels.Parcel:
        parcel = pack(post, *words)  # type: ignore[arg-type]
        files.extend(parcel.files)

        def elsewhere(path: Path) -> Path:
            return Path("/nowhere") / path.relative_to("/") if path.is_relative_to(school) else path

        workshop = parcel.unit.workshop
        unit = replace(
            parcel.unit,
            blueprint=with_files(parcel.unit.blueprint, elsewhere),
            workshop=replace(
                workshop, themes=tuple(map(elsewhere, workshop.themes)), cache=Path("/nowhere")
            ),
            into=Path("/nowhere"),
        )
        moved = {elsewhere(path): digest for path, digest in parcel.files.items()}
        return replace(parcel, unit=unit, files=moved)

    monkeypatch.setattr(parcels.Post, "pack", pack_with_other_paths)
    return files


def test_a_site_that_was_changed_on_the_way_is_not_published(
    school: Path, three: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch = Store.fetch

    def fetch_another(store: Store, path: str, goal: Path) -> None:
        fetch(store, path, goal)
        data = goal.read_bytes()
        goal.write_bytes(data.replace(b"Learner 3", b"Learner 4"))

    monkeypatch.setattr(Store, "fetch", fetch_another)
    with open_cluster(three.address, f"file://{tmp_path}/exchange") as cluster:
        report = built_there(school, cluster, editions=["self"])

    assert report.failed == ("self/learner-03",)
    assert [one.message for one in report.diagnostics if one.about == "learner-03"] == [
        "`self/learner-03` could not be made: what a worker made is lost: "
        "a worker sent other bytes than it had announced"
    ]


def test_an_exchange_that_cannot_be_is_named(school: Path, three: Machines) -> None:
    words = ["build", str(school), "--cluster", three.address, "--through"]
    wrong = CliRunner().invoke(porch, [*words, "what://ever"])
    own = CliRunner().invoke(porch, [*words, "memory://exchange"])  # each process has its own
    alone = CliRunner().invoke(porch, ["build", str(school), "--through", "memory://x"])

    assert (wrong.exit_code, own.exit_code, alone.exit_code) == (2, 2, 2)
    assert "finds something else at that address" in own.stderr
    assert not list((school / "site").glob("*/*/index.html"))
    assert "what://ever/" in wrong.stderr
    assert "give `--cluster`, too" in alone.stderr


# Refused, and lost


def test_a_worker_with_another_program_is_refused_before_anything_is_made(
    school: Path, three: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errands, "mark_of_program", lambda: "newer")
    with (
        open_cluster(three.address) as cluster,
        pytest.raises(ClusterError, match="another version of portfolio-gen"),
    ):
        built_there(school, cluster)

    assert not list((school / "site").glob("*/*/index.html"))


def test_a_worker_that_does_not_see_the_school_is_refused(
    school: Path, three: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pack_a_file_of_this_machine(*words: object) -> errands.Errand:
        errand = errands.pack(*words)  # type: ignore[arg-type]
        return replace(errand, originals=frozenset({Path("/only/here.jpg")}))

    way = replace(errands.BY_PATH, pack=pack_a_file_of_this_machine)
    monkeypatch.setattr(clusters, "BY_PATH", way)
    with (
        open_cluster(three.address) as cluster,
        pytest.raises(ClusterError, match=r"does not see `/only/here.jpg`"),
    ):
        built_there(school, cluster)


def test_a_cluster_without_workers_is_not_waited_for_forever(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "LONELY", 0.5)
    monkeypatch.setattr(clusters, "LOOK", 0.1)
    with (
        machines(0, tmp_path) as nobody,
        open_cluster(nobody.address) as cluster,
        pytest.raises(ClusterError, match="has had no worker"),
    ):
        built_there(school, cluster)


def test_a_scheduler_that_goes_away_ends_the_build_with_every_site_old_or_new(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "LOOK", 0.1)
    with machines(1, tmp_path, nanny=False) as found:

        def end_it(step: Step) -> None:
            if step.stage == "sites" and step.done == 4:
                found.scheduler.kill()

        with (
            open_cluster(found.address) as cluster,
            pytest.raises(ClusterError, match="does not answer any more"),
        ):
            built_there(school, cluster, rendering=SLOW, progress=end_it)
    made = set(site(school))
    report = run(school)

    assert 0 < len(report.reused) < SITES
    assert made <= set(site(school))
    assert (site(school), list_of(school)) == built_here(school)


def test_an_address_at_which_nobody_answers_is_named(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 1.0)
    address = f"tcp://127.0.0.1:{free_port()}"
    started = time.monotonic()
    done = CliRunner().invoke(porch, ["build", str(school), "--cluster", address])
    wrong = CliRunner().invoke(porch, ["build", str(school), "--cluster", "what"])

    assert (done.exit_code, wrong.exit_code) == (2, 2)
    assert f"no scheduler answers at {address}" in done.stderr
    assert "no scheduler answers at what" in wrong.stderr
    assert time.monotonic() - started < 20
    assert not (school / "site").exists()


def test_what_is_missing_is_named(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(porch, ["build", str(school), "--cluster", "tcp://127.0.0.1:1"])

    assert done.exit_code == 2
    assert 'pip install "portfolio-gen[cluster]"' in done.stderr


def test_jobs_are_the_clusters_own() -> None:
    done = CliRunner().invoke(porch, ["build", "--cluster", "tcp://127.0.0.1:1", "--jobs", "2"])

    assert done.exit_code == 2
    assert "give `--jobs` or `--cluster`" in done.stderr


def test_what_is_sent_shows_nothing_of_a_student(school: Path) -> None:
    class Nobody:
        """A cluster that only looks at what it is asked to do."""

        def __init__(self) -> None:
            self.seen: list[str] = []

        def get_executor(self, **_: object) -> object:
            return self

        def nthreads(self) -> dict[str, int]:
            return {"one": 1}

        def run(self, *words: object, **_: object) -> dict[str, str]:
            self.seen.append(repr(words))
            raise ClusterError("enough")

    nobody = Nobody()
    with pytest.raises(ClusterError, match="enough"):
        built_there(school, Cluster(nobody, "x"))

    assert nobody.seen
    assert "learner" not in nobody.seen[0].lower()
    assert "Errand()" in nobody.seen[0]
