"""Many hands: results in any order, and no unit's trouble becomes another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from portfolio_gen.hallway.crew import FEW, Crew, Stopped


def square(number: int) -> int:
    """Squares; 13 kills its process, 7 raises."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 7:
        raise ValueError("unlucky")
    return number * number


def grow(megabytes: int) -> int:
    """Takes memory, of which a worker may have no more than 200 megabytes beyond what it has."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    now = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (now + 200_000_000, before[1]))
    try:
        return len(bytearray(megabytes * 1_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def same_process(process: int) -> bool:
    return process == os.getpid()


def is_imported(module: str) -> bool:
    return module in sys.modules


def sleep_long(_: int) -> None:
    time.sleep(60)


def results(numbers: list[int], jobs: int) -> dict[int, int | Stopped]:
    with Crew(jobs) as crew:
        return {one.unit: one.result for group in crew.work(numbers, square) for one in group}


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_unit_has_its_own_result(jobs: int) -> None:
    assert results([1, 2, 3, 4, 5, 6], jobs) == {1: 1, 2: 4, 3: 9, 4: 16, 5: 25, 6: 36}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_goes_wrong_is_a_result(jobs: int) -> None:
    found = results([6, 7, 8, 9, 10, 11], jobs)

    assert found.pop(7) == Stopped("ValueError: unlucky")
    assert found == {6: 36, 8: 64, 9: 81, 10: 100, 11: 121}


def test_a_process_that_dies_takes_no_other_unit_with_it() -> None:
    found = results([10, 13, 11, 12, 13, 14, 15], 2)

    assert found.pop(13) == Stopped("its process died")
    assert found == {10: 100, 11: 121, 12: 144, 14: 196, 15: 225}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory has no such limit")
def test_a_process_that_runs_out_of_memory_gives_up_one_unit_and_goes_on() -> None:
    with Crew(2) as crew:
        groups = list(crew.work([1, 2, 1000, 3, 4, 5, 6, 2000, 7], grow))
    found = {one.unit: one.result for group in groups for one in group}

    assert found.pop(1000) == found.pop(2000) == Stopped("it ran out of memory")
    assert found == {one: one * 1_000_000 for one in range(1, 8)}


def test_a_crew_stays_together_until_somebody_dies() -> None:
    with Crew(2) as crew:
        for numbers, stays in (([1, 2, 3, 4, 5, 6], True), ([8, 9, 13], False), ([1, 2], True)):
            before = crew._pool
            found = {one.unit for group in crew.work(numbers, square) for one in group}
            assert found == set(numbers)
            assert before is None or (crew._pool is before) is stays


def test_a_few_units_are_done_at_once_and_here() -> None:
    with Crew(2) as crew:
        found = [
            one.result for group in crew.work([os.getpid()] * 3, same_process) for one in group
        ]
        assert found == [True, True, True]
        assert crew._pool is None


@dataclass(frozen=True)
class Owned:
    """A unit of somebody's."""

    owner: str
    number: int


def where(unit: Owned) -> int:
    """The process; number 13 kills it, 7 raises."""
    square(unit.number)
    return os.getpid()


def test_what_is_of_one_owner_is_done_by_one_process() -> None:
    units = [Owned(owner, number) for owner in "abcdefgh" for number in range(3)]
    with Crew(2) as crew:
        done = [one for group in crew.work(units, where) for one in group]
    places = {
        owner: {one.result for one in done if one.unit.owner == owner} for owner in "abcdefgh"
    }
    assert len(done) == len(units)
    assert all(len(each) == 1 for each in places.values())
    assert len(set.union(*places.values())) <= 2


def test_of_one_owners_units_each_has_its_own_trouble() -> None:
    units = [Owned("a", number) for number in (1, 7, 2, 13, 3)] + [Owned("", 4), Owned("", 5)]
    with Crew(2) as crew:
        found = {one.unit: one.result for group in crew.work(units, where) for one in group}
    assert found.pop(Owned("a", 7)) == Stopped("ValueError: unlucky")
    assert found.pop(Owned("a", 13)) == Stopped("its process died")
    assert len(found) == 5
    assert not any(isinstance(one, Stopped) for one in found.values())


def test_who_expects_much_has_few_done_elsewhere_too() -> None:
    with Crew(2) as crew:
        crew.expect_much()
        groups = [*crew.work([os.getpid()] * 3, same_process)]
    elsewhere = sys.platform == "linux"
    assert [one.result for group in groups for one in group] == [not elsewhere] * 3


def test_one_job_is_done_here_whatever_is_expected() -> None:
    with Crew(1) as crew:
        crew.expect_much()
        groups = [*crew.work([os.getpid()] * 9, same_process)]
    assert {one.result for group in groups for one in group} == {True}


def test_workers_bring_along_what_all_of_them_need() -> None:
    if sys.platform != "linux":
        pytest.skip("processes are not copied here")
    modules = ["mkdocs.config", "portfolio_gen.render.site", "portfolio_gen.serve"]
    with Crew(2) as crew:
        crew.expect_much()
        done = [one for group in crew.work(modules, is_imported) for one in group]
    assert {one.unit: one.result for one in done} == dict(
        zip(modules, (True, True, False), strict=True)
    )


def test_nothing_to_do_starts_no_process() -> None:
    with Crew(4) as crew:
        assert list(crew.work(iter([]), square)) == []
        assert crew._pool is None


def test_units_are_taken_only_when_somebody_is_free() -> None:
    taken: list[int] = []

    def units() -> Iterator[int]:
        for number in range(12):
            taken.append(number)
            yield number

    done = 0
    with Crew(2) as crew:
        for group in crew.work(units(), abs):
            assert len(taken) <= max(FEW, done + 3) + 1, "one more tells where a bundle ends"
            done += len(group)
    assert done == 12


SCRIPT = """
import _thread, sys, threading
sys.path.insert(0, {tests!r})
from portfolio_gen.hallway.crew import Crew
from test_crew import sleep_long
if __name__ == "__main__":
    for _ in range({threads}):
        # As libraries do it, of whose threads Python knows nothing.
        _thread.start_new_thread(threading.Event().wait, ())
    print("ready", flush=True)
    with Crew(2) as crew:
        for group in crew.work(range(9), sleep_long):
            pass
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("threads", [0, 1])
def test_nobody_outlives_the_parent(tmp_path: Path, how: signal.Signals, threads: int) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(tests=str(Path(__file__).parent), threads=threads))
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"ready\n"
    children = wait_for(
        lambda: [*helpers_of(parent.pid)], least=3 if threads and sys.platform == "linux" else 2
    )
    started = time.monotonic()
    parent.send_signal(how)
    parent.communicate()

    assert wait_for(lambda: [one for one in children if not is_alive(one)], least=len(children))
    assert time.monotonic() - started < 5


def wait_for(look: object, least: int) -> list[int]:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found: list[int] = look()  # type: ignore[operator]
        if len(found) >= least:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come to that")


def helpers_of(process: int) -> Iterator[int]:
    """Workers of a process, and what they are copied from, if that is another.

    The one that tracks shared resources ends by itself.
    """
    for one in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(one.read_text().rpartition(")")[2].split()[1])
            command = one.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if parent == process and b"resource_tracker" not in command:
            yield int(one.parent.name)
            yield from helpers_of(int(one.parent.name))


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
