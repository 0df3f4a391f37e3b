"""Joining what several machines have made: the hallway once more, with most of the work done already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from portfolio_gen.build import build
from portfolio_gen.diagnostics import in_order
from portfolio_gen.hallway.fitting import read_shards, unfit
from portfolio_gen.hallway.gathering import Gathering
from portfolio_gen.hallway.unit import RENDERING, Rendering
from portfolio_gen.model.dates import Day
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.report import BuildReport, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What became of every site, and how much of it came from the shards."""

    report: BuildReport
    taken: int = 0
    """How many sites and sets of theme files were taken as they are."""


def merge(
    root: Path,
    out: Path,
    shards: Sequence[Path],
    *,
    editions: Collection[str] = (),
    jobs: int | None = None,
    on: Day,
    progress: Progress | None = None,
    rendering: Rendering = RENDERING,
) -> Merged:
    """Join the outputs of `build(…, shard=…)` into what a build of everything would have made, byte for byte.

    It is a build in which a site is copied where a shard has exactly the one that would be made. Everything else is
    as ever: the indexes, which no shard can make, and any site that has changed since, are made here; what may not
    be shown any more goes.

    Args:
        root: the school's folder, with the same files as the shards were built from.
        out: where the sites go.
        shards: the outputs of all shards.
        editions: as for `build`; all by default.
        jobs: as for `build`.
        on: the day on which consents hold and decisions are released; best the one of the shards.
        progress: as for `build`.
        rendering: as for `build`.

    Returns:
        The report; a refused one with a diagnostic for each shard that does not fit, and then nothing is touched.

    Raises:
        OSError: a shard cannot be read.
    """
    outputs, found = read_shards(shards)
    if out.resolve() in [one.resolve() for one in shards]:
        found += (unfit(out, tell("is a shard itself"), tell("give an empty or a new folder")),)
    if found:
        return Merged(report=BuildReport(out=out, diagnostics=in_order(found), refused=True))
    gathering = Gathering(outputs)
    report = build(
        root,
        out,
        editions=editions,
        jobs=jobs,
        on=on,
        progress=progress,
        rendering=rendering,
        hire=gathering.hire,
    )
    return Merged(report=report, taken=gathering.taken)
