"""Which of the other program's statements are domains, which credits, which learning targets.

Other programs have one tree of any depth. A framework of ours has domains, credits in domains and learning targets in
credits, so somebody has to say which level of the tree is which:

* A tree of three levels or more: the first are domains, the second credits, everything below learning targets. A target
  under a target stays a target and is `part_of` the one above it.
* A tree of two levels: domains and credits. A plain list: credits, in one domain that is called like the framework.
* A statement with nothing under it is never a domain: it becomes what the lowest level of the tree is.
* Whoever knows better says so: `Choices.levels` for each level from the top (the last one stands for all below it),
  `Choices.types` for each type of statement, such as `Cluster`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal, TypeAlias, get_args

from portfolio_gen.exchange.outline import Outline, Statement
from portfolio_gen.model.value import dataclass

Kind: TypeAlias = Literal["domain", "competency", "credit", "target", "group"]
"""What a statement can become; a group becomes nothing, and is told in a remark above what it holds."""
OwnKind: TypeAlias = Literal[
    "domain", "competency", "credit", "target", "dimension", "level", "habits", "habit"
]
"""What a statement can be when it comes from a framework of ours."""
KINDS: tuple[Kind, ...] = get_args(Kind)
_OWN_KINDS: frozenset[str] = frozenset(get_args(OwnKind))

_BY_DEPTH: Mapping[int, tuple[Kind, ...]] = {1: ("credit",), 2: ("domain", "credit")}
_DEEPER: tuple[Kind, ...] = ("domain", "credit", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What somebody who knows the other framework says of it."""

    levels: tuple[Kind, ...] = ()
    """What each level of the tree becomes, from the top; none leaves it to the tree's depth."""
    types: Mapping[str, Kind] = field(default_factory=dict)
    """What statements of a type become, whatever their level."""
    version: str = ""
    """Version of the framework; the other program's where nobody says."""


def levels_for(depth: int) -> tuple[Kind, ...]:
    """What each level of a tree becomes when nobody says."""
    return _BY_DEPTH.get(depth, _DEEPER)


def kinds_of(outline: Outline, choices: Choices) -> Mapping[str, str]:
    """Key of each statement to what it becomes: a `Kind`, or an `OwnKind` where it was ours before."""
    levels = choices.levels or levels_for(outline.depth)
    holders = {one.parent for one in outline.statements}
    ours = not choices.levels and not choices.types
    types = {name.casefold(): kind for name, kind in choices.types.items()}
    return {
        one.key: (ours and _own_kind(one))
        or types.get(one.type.casefold())
        or _by_level(one, levels, leaf=one.key not in holders)
        for one in outline.statements
    }


def _own_kind(one: Statement) -> str:
    return one.own[0] if one.own and one.own[0] in _OWN_KINDS else ""


def _by_level(one: Statement, levels: Sequence[Kind], *, leaf: bool) -> Kind:
    kind = levels[min(one.depth, len(levels)) - 1]
    if not leaf or kind not in ("domain", "group"):
        return kind
    return next((lower for lower in reversed(levels) if lower not in ("domain", "group")), kind)
