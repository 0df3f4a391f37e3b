"""What has been made so far, and what took longest; for whoever watches a build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from portfolio_gen.report import Effort, Stage, Step, Timing

MOST = 10
"""How many of the slowest are remembered."""
PICTURE = ".webp"
"""Ending of every published picture; before it stands the width, or `moving`."""


class Tally:
    """Counts sites, students, pages and pictures, stage by stage."""

    def __init__(self, students: Iterable[str]) -> None:
        """Name the student of each site that is to be made, somebody with several sites several times."""
        self.pages = 0
        self.pictures = 0
        self._missing = Counter(students)
        self._students = len(self._missing)
        self._stage: Stage = "plan"
        self._done = self._of = 0
        self._seconds = 0.0
        self._slowest: dict[str, dict[str, float]] = {"sites": {}, "pages": {}, "originals": {}}

    def begin(self, stage: Stage, of: int) -> None:
        """Begin a stage with so many parts."""
        self._stage, self._done, self._of = stage, 0, of

    def published(self, files: Collection[str]) -> None:
        """Count what has just been published, by the paths of its files."""
        self.pages += sum(path.endswith(".html") for path in files)
        self.pictures += len({path.rpartition("-")[0] for path in files if path.endswith(PICTURE)})

    def settled(self, place: str, student: str) -> Step:
        """One part is done with, whatever became of it."""
        self._done += 1
        if self._stage == "sites" and student in self._missing:
            self._missing[student] -= 1
            if not self._missing[student]:
                del self._missing[student]
        return Step(
            stage=self._stage,
            done=self._done,
            of=self._of,
            place=place,
            students=self._students - len(self._missing),
            of_students=self._students,
            pages=self.pages,
            pictures=self.pictures,
        )

    def worked(self, place: str, seconds: float, parts: Mapping[str, float]) -> None:
        """Note how long somebody worked on a place, and on which of its files and originals."""
        self._seconds += seconds
        if self._stage == "sites" and seconds:
            _keep(self._slowest["sites"], place, seconds)
        for path, took in parts.items():
            if path.endswith(".html"):
                _keep(self._slowest["pages"], f"{place}/{path}", took)
            elif path.startswith("students/"):
                _keep(self._slowest["originals"], path, took)

    @property
    def effort(self) -> Effort:
        """What the work on sites, indexes and assets took."""
        ranked = {
            kind: tuple(
                Timing(name, took)
                for name, took in sorted(found.items(), key=lambda one: (-one[1], one[0]))
            )
            for kind, found in self._slowest.items()
        }
        return Effort(seconds=self._seconds, **ranked)


def _keep(slowest: dict[str, float], name: str, seconds: float) -> None:
    """Keep the slowest few; of an original that several editions show, the one time when it was made."""
    slowest[name] = max(seconds, slowest.get(name, 0.0))
    if len(slowest) > MOST:
        del slowest[min(slowest, key=slowest.__getitem__)]
