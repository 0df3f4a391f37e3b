"""The pieces of a build's work, and who does them: all that is the same here, on other machines, and in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from portfolio_gen.hallway.crew import Done
from portfolio_gen.hallway.planning import Blueprint
from portfolio_gen.hallway.spool import Slip
from portfolio_gen.model.blueprint import IndexBlueprint, IssuerBlueprint, SiteBlueprint
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import Place, Record
from portfolio_gen.render import (
    Rendered,
    Workshop,
    render_assets,
    render_index,
    render_issuer,
    render_site,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """The doors of the render room; functions of a module's top level, so that another process finds them.

    Each writes files below the folder it is given and tells which, by their paths relative to that folder.
    """

    site: Callable[[SiteBlueprint, Workshop, Path], Rendered]
    index: Callable[[IndexBlueprint, Workshop, Path], Rendered]
    assets: Callable[[Workshop, Path], Rendered]
    """Writes what stands in the edition's `assets/`, without that name itself."""
    issuer: Callable[[IssuerBlueprint, Workshop, Path], Rendered] = render_issuer
    """Writes what stands in the edition's `issuer/`, or in its `verify/`."""


RENDERING = Rendering(site=render_site, index=render_index, assets=render_assets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Something to render: a site, an edition's index, what checks records, or (without a blueprint) its assets."""

    blueprint: Blueprint | Slip | None
    """A slip where it is kept on disk."""
    workshop: Workshop
    into: Path
    place: Place
    record: Record
    """What the manifest will say of it, still without files."""

    @property
    def owner(self) -> str:
        """Whose it is: the id of a student, or empty."""
        return self.record.student

    def opened(self) -> Unit:
        """The same with its blueprint in memory.

        Raises:
            OSError: the build that kept it on disk has ended.
        """
        if isinstance(self.blueprint, Slip):
            return replace(self, blueprint=self.blueprint.fetch())
        return self


def render(rendering: Rendering, unit: Unit) -> Rendered:
    """Render one unit; runs in a worker."""
    blueprint = unit.opened().blueprint
    if isinstance(blueprint, SiteBlueprint):
        return rendering.site(blueprint, unit.workshop, unit.into)
    if isinstance(blueprint, IndexBlueprint):
        return rendering.index(blueprint, unit.workshop, unit.into)
    if isinstance(blueprint, IssuerBlueprint):
        return rendering.issuer(blueprint, unit.workshop, unit.into)
    return rendering.assets(unit.workshop, unit.into)


class Hands(Protocol):
    """Those who do the work: `Crew` in processes of this machine, others elsewhere."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def work(
        self, units: Iterable[Unit], do: Callable[[Unit], Rendered]
    ) -> Iterable[list[Done[Unit, Rendered]]]:
        """Do the same to every unit; groups of results come as they are ready, one for each unit."""


Hire: TypeAlias = Callable[[int], Hands]
"""Calls for hands; given how many jobs to do at the same time."""
