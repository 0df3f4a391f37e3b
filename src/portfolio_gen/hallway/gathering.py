"""What several machines have made of a school, found again by fingerprint; whatever else is wanted is made here."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from portfolio_gen.hallway.crew import Crew, Done
from portfolio_gen.hallway.unit import Unit
from portfolio_gen.publish import Output
from portfolio_gen.render import Rendered

TOGETHER = 64
"""How many units are looked up before what is missing among them is made."""


class Gathering:
    """Hands that take from shards what is exactly what is wanted, and call for others to make the rest."""

    def __init__(self, shards: Sequence[Output]) -> None:
        """Name the shards, of which no two have a place in common."""
        self.taken = 0
        """How many units were there."""
        self._homes = {place: shard for shard in shards for place in shard.places}
        self._crew = Crew(1)

    def hire(self, jobs: int) -> Self:
        """Say how many jobs to do at the same time."""
        self._crew = Crew(jobs)
        return self

    def __enter__(self) -> Self:
        """The same."""
        self._crew.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Send everybody home."""
        self._crew.__exit__(kind, problem, trace)

    def work(
        self, units: Iterable[Unit], do: Callable[[Unit], Rendered]
    ) -> Iterator[list[Done[Unit, Rendered]]]:
        """Take every unit that is there, and make the others."""
        waiting = iter(units)
        while some := list(islice(waiting, TOGETHER)):
            taken = [Done(one, there) for one in some if (there := self._take(one))]
            self.taken += len(taken)
            if taken:
                yield taken
            found = {one.unit.place for one in taken}
            yield from self._crew.work((one for one in some if one.place not in found), do)

    def _take(self, unit: Unit) -> Rendered | None:
        """The files of a unit, copied from a shard; None when none has them just as they would be made here."""
        shard = self._homes.get(unit.place)
        if shard is None or shard.places[unit.place].fingerprint != unit.record.fingerprint:
            return None
        record = shard.places[unit.place]
        try:
            for path, listed in record.files.items():
                _copy(shard.folder_of(unit.place) / path, unit.into / path, listed.sha256)
        except OSError:
            for one in unit.into.iterdir():
                shutil.rmtree(one) if one.is_dir() else one.unlink()
            return None
        digests = {path: one.sha256 for path, one in record.files.items()}
        return Rendered(files=digests, diagnostics=record.diagnostics)


def _copy(source: Path, goal: Path, digest: str) -> None:
    """Copy a file if it is still the one that was made.

    Raises:
        OSError: it is not, or cannot be copied.
    """
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise OSError(f"{source} was changed")
    goal.parent.mkdir(parents=True, exist_ok=True)
    goal.write_bytes(data)
