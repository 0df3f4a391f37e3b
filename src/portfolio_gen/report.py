"""What a build tells while it runs and when it has ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.value import dataclass

Stage: TypeAlias = Literal["recall", "read", "check", "plan", "assets", "sites", "index", "publish"]
"""What a build does, one after the other; planning and publishing also in the midst of others."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that has just been done, for a progress display."""

    stage: Stage
    done: int = 0
    """How many of the stage's parts are done."""
    of: int = 0
    """How many there are; 0 when the stage has no parts."""
    place: str = ""
    """The part, such as `family/maya-chen`."""
    students: int = 0
    """How many students have all their sites."""
    of_students: int = 0
    """How many there are."""
    pages: int = 0
    """How many pages have been written so far."""
    pictures: int = 0
    """How many pictures have been published with them."""


Progress: TypeAlias = Callable[[Step], None]


class Timing(NamedTuple):
    """How long something took."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What making sites, indexes and assets took, added up over all who worked; the slowest first."""

    seconds: float = 0.0
    sites: tuple[Timing, ...] = ()
    pages: tuple[Timing, ...] = ()
    """Without what the pictures and films on them took."""
    originals: tuple[Timing, ...] = ()
    """Files of students, such as photographs, by their path in the school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What became of every site. Sites are named like `family/maya-chen`, in order."""

    out: Path
    diagnostics: tuple[Diagnostic, ...]
    """Everything that was found on the way, in order."""
    unforeseen: tuple[Diagnostic, ...] = ()
    """Those of them that no check can tell, because they show only while sites are made and published."""
    rebuilt: tuple[str, ...] = ()
    """Made anew and published."""
    reused: tuple[str, ...] = ()
    """Nothing that they depend on has changed."""
    kept: tuple[str, ...] = ()
    """Stay as they were, because something is wrong with the student's files or with making them."""
    failed: tuple[str, ...] = ()
    """Could not be made, and were not published before."""
    pruned: tuple[str, ...] = ()
    """Taken away, because nobody wants or may show them any more."""
    pages: int = 0
    """How many pages were written."""
    pictures: int = 0
    """How many pictures were published with them; several sizes of one count once."""
    refused: bool = False
    """Whether the output could not be written at all, which is nobody's content."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each stage took."""
    effort: Effort = Effort()
    """What workers took, which is more than the time that has passed when there are several."""


class Stopwatch:
    """Seconds per stage; for the terminal only, never for a page. A stage within a stage counts for itself alone."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.seconds: dict[str, float] = {}
        self._within = 0.0

    @contextmanager
    def stage(self, name: Stage) -> Iterator[None]:
        """Add the time that a block takes to a stage."""
        start, before = time.perf_counter(), self._within
        self._within = 0.0
        try:
            yield
        finally:
            took = time.perf_counter() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + took - self._within
            self._within = before + took
