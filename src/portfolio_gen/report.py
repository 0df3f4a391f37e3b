"""What a build tells while it runs and when it has ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from portfolio_gen.diagnostics import Diagnostic

Stage: TypeAlias = Literal["read", "check", "plan", "assets", "sites", "index"]


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


Progress: TypeAlias = Callable[[Step], None]


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
    refused: bool = False
    """Whether the output could not be written at all, which is nobody's content."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """How long each stage took."""


class Stopwatch:
    """Seconds per stage; for the terminal only, never for a page."""

    def __init__(self) -> None:
        """Begin with nothing measured."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: Stage) -> Iterator[None]:
        """Add the time that a block takes to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
