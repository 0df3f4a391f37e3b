"""What several tests share: the repository, which is the sample school, and its sites, built once."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from portfolio_gen.hallway import surroundings
from portfolio_gen.render import words_on_paper
from sample import SAMPLE, TODAY

# What the program says does not depend on whose computer this is.
for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(variable, None)
os.environ["LANG"] = "C.UTF-8"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # So it is in a shell's background, and every program that a test interrupts would inherit it and run for ever.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests change files faster than people do, so a build may rely at once on what it remembers of them."""
    monkeypatch.setattr("portfolio_gen.hallway.stock.SETTLED", 0.0)


@pytest.fixture(autouse=True)
def nobody_works_on_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program and its own theme stay as they are while a test runs, so no build has to look through them."""
    real = surroundings._files
    monkeypatch.setattr(
        surroundings,
        "_files",
        lambda folder, inside="": (
            () if Path(folder).is_relative_to(SAMPLE) else real(folder, inside)
        ),
    )


@pytest.fixture(autouse=True, scope="session")
def papers_are_read_once() -> Iterator[None]:
    """What a transcript's PDF says is asked by many tests of the same bytes, and takes a fifth of a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("portfolio_gen.inspection.words_on_paper", lru_cache(100)(words_on_paper))
        yield


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """All editions of the sample school, built once for all test processes."""
    from portfolio_gen.build import build

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    out, done = shared / "sample-site", shared / "sample-site.done"
    with (shared / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            report = build(SAMPLE, out, on=TODAY)
            assert not report.failed, report.diagnostics
            done.touch()
    return out


@pytest.fixture(scope="session")
def priya_zip(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """What Priya Raman of the sample school takes along, packed once for all test processes."""
    from portfolio_gen.leaving import pack

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    file = shared / "priya-raman.zip"
    with (shared / "priya-raman.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            pack(SAMPLE, "priya-raman", file, on=TODAY)
    return file


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests share this computer's processors already; those about several processes ask for them."""
    monkeypatch.setattr("portfolio_gen.build.processors", lambda: 1)
