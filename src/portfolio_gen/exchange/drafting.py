"""An outline on its way to a framework: who stands where, is called what, and is linked with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from portfolio_gen.exchange.findings import Findings
from portfolio_gen.exchange.grades import phases_for
from portfolio_gen.exchange.outline import Link, Outline, Statement
from portfolio_gen.exchange.school_decides import SCALE
from portfolio_gen.exchange.tables import Tables, arrange
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.scale import Scale
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass


@dataclass(slots=True)
class Drafting:
    """An outline, and everything that is known of its statements."""

    outline: Outline
    kinds: Mapping[str, str]
    """Key of each statement to what it becomes."""
    ids: Mapping[str, str]
    """Key of each statement to its id."""
    findings: Findings
    basis: Framework | None
    """The framework that the school has, whose levels, scales and phases go on; None without one."""
    tables: Tables = field(init=False)
    phases: tuple[Phase, ...] = field(init=False)
    used: set[Link] = field(default_factory=set)
    """Links that found a place in the framework."""
    _above: dict[str, Mapping[str, str]] = field(init=False)
    """Key to kind to the id of the statement itself, or the nearest of that kind above it."""
    _links: dict[tuple[str, str], list[Link]] = field(init=False)

    def __post_init__(self) -> None:
        """Look at the whole tree once."""
        targets = {key: self.ids[key] for key, kind in self.kinds.items() if kind == "target"}
        old = self.basis.scales if self.basis else ()
        self.tables = arrange(self.outline.tables, targets, [one.id for one in old])
        self.phases = self.basis.phases if self.basis else phases_for(self._single_grades())
        self._above = {"": {}}
        for one in self.outline.statements:
            around = self._above[one.parent]
            self._above[one.key] = {**around, self.kinds[one.key]: self.ids[one.key]}
        self._links = {}
        for one in self.outline.statements:
            if len(one.grades) > 1:
                self.findings.leave(tell("several grades for one item"), one.pointer)
        for link in self.outline.links:
            self._links.setdefault((link.kind, link.origin), []).append(link)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales of the school, those of the other program, or one to begin with."""
        old = self.basis.scales if self.basis else ()
        given = (self.outline.scale,) if self.outline.scale else ()
        return (*old, *given, *self.tables.scales) or (SCALE,)

    @property
    def scale(self) -> str:
        """Id of the scale for whatever the other program has no levels for."""
        given = self.outline.scale or self.scales[0]
        return given.id

    def of(self, kind: str) -> Iterator[Statement]:
        """The statements that become something of a kind."""
        return (one for one in self.outline.statements if self.kinds[one.key] == kind)

    def around(self, one: Statement, kind: str) -> str | None:
        """The id of the nearest statement of a kind above another."""
        return self._above[one.parent].get(kind)

    def linked(self, one: Statement, kinds: Iterable[str], to: str) -> tuple[str, ...]:
        """Ids of the statements of one kind that links of some kinds lead to from a statement."""
        found = (link for kind in kinds for link in self._links.get((kind, one.key), ()))
        fitting = [link for link in found if self.kinds.get(link.destination) == to]
        self.used.update(fitting)
        return tuple(dict.fromkeys(self.ids[link.destination] for link in fitting))

    def _single_grades(self) -> Iterator[str]:
        return (one.grades[0] for one in self.outline.statements if len(one.grades) == 1)
