"""What somebody asked a build for."""

from __future__ import annotations

import os
from pathlib import Path

from portfolio_gen.hallway.crew import Crew
from portfolio_gen.hallway.receipt import Glance, Question
from portfolio_gen.hallway.unit import RENDERING, Hire, Rendering
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.value import dataclass
from portfolio_gen.report import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The arguments of a build, complete and absolute."""

    root: Path
    """The school's folder."""
    out: Path
    editions: frozenset[str]
    """Names of the editions to build; none means all."""
    students: frozenset[str]
    """Ids of the students to build; none means all."""
    jobs: int
    force: bool
    on: Day
    progress: Progress
    shard: Shard | None = None
    """Which share of the sites to build; all of them by default."""
    rendering: Rendering = RENDERING
    hire: Hire = Crew
    glanced: Glance | None = None
    """What a first look has told, where somebody had one."""

    @property
    def question(self) -> Question:
        """What the answer of the build depends on."""
        return Question.of(
            self.root,
            self.out,
            editions=self.editions,
            students=self.students,
            on=self.on,
            shard=self.shard,
        )

    @property
    def whole(self) -> bool:
        """Whether everything was asked for."""
        return not (self.editions or self.students or self.shard)

    @property
    def shown(self) -> str:
        """The output folder as diagnostics show it: relative to the school, where it lies in it."""
        inside = self.out.is_relative_to(self.root) and self.out != self.root
        return (self.out.relative_to(self.root) if inside else self.out).as_posix()

    @property
    def cache(self) -> Path:
        """Where to keep what can be made again."""
        return self.root / CACHE

    def asked(self) -> tuple[EditionName, ...]:
        """The editions that were asked for, whether the school builds them or not."""
        return tuple(one for one in EDITIONS if not self.editions or one in self.editions)

    def holds(self, student: str, place: str = "") -> bool:
        """Whether a student's sites, or a place that is nobody's, belong to the share that was asked for."""
        return self.shard is None or self.shard.holds(student or place)

    def covers(self, edition: str, student: str) -> bool:
        """Whether a place was asked for; the places of no student only if no students were named."""
        return (not self.editions or edition in self.editions) and (
            not self.students or student in self.students
        )


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
