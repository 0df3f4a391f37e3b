"""What a worker of a cluster does with one unit: looks whether it can do it as it would be done here, and does it.

A unit is worked on in a process of its own, in whose main thread all limits hold; so one that crashes takes neither the
worker along nor whatever else the worker does.
"""

from __future__ import annotations

import socket
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import field, replace
from multiprocessing import current_process
from pathlib import Path
from typing import Any, NamedTuple

from portfolio_gen.hallway.crew import Answer, Stopped, guarded
from portfolio_gen.hallway.luggage import files_in
from portfolio_gen.hallway.processes import fresh_processes, send_home
from portfolio_gen.hallway.surroundings import mark_of_program
from portfolio_gen.hallway.unit import Unit
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish.tree import files_below
from portfolio_gen.render import Rendered, shipped_themes

OTHER_PROGRAM = (
    "another version of portfolio-gen, or of a package that it stands on, or only one has ffmpeg"
)
TRIES = 2
"""A process that died may have been in the way of others, so its unit is tried once more."""
READABLE = 0o755
_here = threading.local()
"""Each thread of a worker has one process, which stays for the next unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A unit on its way to a worker. It shows nothing of itself, for what a cluster is asked to do stands in logs."""

    unit: Unit = field(repr=False)
    do: Callable[[Unit], Rendered] = field(repr=False)
    program: str = field(repr=False)
    """Mark of the program that sends it."""
    shipped: Path = field(repr=False)
    """Where that program's own themes lie."""
    originals: frozenset[Path] = field(repr=False)
    """Files that the unit names and that are there."""


class Brought(NamedTuple):
    """What a worker has made, and where it lies."""

    answer: Answer[Rendered]
    into: str


@dataclass(frozen=True, slots=True)
class Way:
    """How a unit gets to a worker, and what it has made gets back."""

    pack: Callable[[Unit, Callable[[Unit], Rendered]], Any]
    """Get a unit ready for travel."""
    unable: Callable[[Any], str]
    """Why a worker would not make the same of it; empty when it would. A function of a module's top level."""
    run: Callable[[Any], Brought]
    """Do it; a function of a module's top level, for it runs in a worker."""
    receive: Callable[[Unit, Rendered, str], None]
    """Have the files of a unit where they belong; raises OSError when they are not all there."""
    end: Callable[[], None] = lambda: None
    """Leave nothing behind."""


def pack(unit: Unit, do: Callable[[Unit], Rendered]) -> Errand:
    """Get a unit ready for travel."""
    unit = unit.opened()
    return Errand(
        unit=unit,
        do=do,
        program=mark_of_program(),
        shipped=shipped_themes().resolve(),
        originals=frozenset(one for one in set(files_in(unit.blueprint)) if one.is_file()),
    )


def run(errand: Errand) -> Brought:
    """Do it; runs in a thread of a worker.

    Each try writes into a folder of its own beside the unit's: a worker that was given up may still be at it.
    """
    unit = errand.unit
    into = unit.into.with_name(f"{unit.into.name}.{uuid.uuid4().hex[:12]}")
    if reason := unable(errand):
        return Brought((Stopped(reason), 0.0), str(into))
    try:
        into.mkdir()
        into.chmod(READABLE)
    except OSError as problem:
        reason = f"{socket.gethostname()} cannot write to the output: {problem.strerror}"
        return Brought((Stopped(reason), 0.0), str(into))
    workshop = replace(unit.workshop, themes=_themes_here(errand))
    return Brought(in_a_process(errand.do, replace(unit, workshop=workshop, into=into)), str(into))


def take_over(unit: Unit, made: Rendered, into: str) -> None:
    """Put what a worker has written where the unit's files belong.

    Raises:
        OSError: it is not all there.
    """
    unit.into.rmdir()
    Path(into).rename(unit.into)
    if {path for path, _ in files_below(unit.into)} != made.files.keys():
        raise OSError(None, "not every file that a worker wrote has arrived here")


def unable(errand: Errand) -> str:
    """Why this worker would not make the same of a unit as the one who sends it; empty when it would."""
    here = socket.gethostname()
    if errand.program != mark_of_program():
        return f"{here} has {OTHER_PROGRAM}"
    needed = (errand.unit.into, *_themes_here(errand), *sorted(errand.originals))
    if hidden := next((one for one in needed if not one.exists()), None):
        return f"{here} does not see `{hidden}`"
    return ""


def _themes_here(errand: Errand) -> tuple[Path, ...]:
    """The program's own themes lie where the program lies; a school's are seen under their own path."""
    return tuple(
        shipped_themes() / one.relative_to(errand.shipped)
        if one.is_relative_to(errand.shipped)
        else one
        for one in errand.unit.workshop.themes
    )


def in_a_process(do: Callable[[Unit], Rendered], unit: Unit) -> Answer[Rendered]:
    """Work on a unit in the process that belongs to this thread."""
    for _ in range(TRIES):
        pool: ProcessPoolExecutor | None = getattr(_here, "pool", None)
        if pool is None:
            # Workers are daemons, who may not have children; these leave with their parent.
            current_process().daemon = False
            pool = _here.pool = fresh_processes(1)
        try:
            return pool.submit(guarded, do, unit).result()
        except BrokenProcessPool:
            _here.pool = None
            send_home(pool)
    return Stopped(tell("its process died")), 0.0


BY_PATH = Way(pack=pack, unable=unable, run=run, receive=take_over)
"""Workers see the school and the output under the paths that they have here."""
