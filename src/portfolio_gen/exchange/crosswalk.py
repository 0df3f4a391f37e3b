"""What became of the school's earlier frameworks, as far as identifiers and associations tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.exchange.case.words import REPLACED, SAME
from portfolio_gen.exchange.drafting import Drafting
from portfolio_gen.model.crosswalk import Crossing, Crosswalk

Known = Mapping[str, tuple[str, str]]
"""Identifier, in small letters, to kind and id."""

_EARNED = frozenset({"domain", "competency", "credit", "target"})
"""Kinds that a crosswalk can name."""


def crosswalks(drafting: Drafting, earlier: Mapping[str, Known]) -> tuple[Crosswalk, ...]:
    """A crosswalk from each earlier version from which something is known to have changed its id.

    Both ends must be known: the old one by its identifier in the school's earlier framework, the new one in the
    outline.

    Args:
        drafting: the outline, and its statements' ids.
        earlier: version to what is known of it.
    """
    found = (
        Crosswalk(version=version, crossings=tuple(_crossings(drafting, known)))
        for version, known in earlier.items()
    )
    return tuple(one for one in found if one.crossings)


def _crossings(drafting: Drafting, known: Known) -> Iterator[Crossing]:
    """What has changed its id; old ones that became the same are told together."""
    became: dict[str, dict[str, None]] = {}
    replaced: set[str] = set()
    for old, new, kind in (*_same_identifier(drafting, known), *_associated(drafting, known)):
        became.setdefault(old, {})[new] = None
        replaced |= {old} if kind == REPLACED else set()
    together: dict[tuple[str, ...], list[str]] = {}
    for one, others in became.items():
        together.setdefault(tuple(others), []).append(one)
    for target, olds in together.items():
        if target != tuple(olds):
            # What only means the same can be shown in either way; what was merged needs all its parts.
            same = len(olds) > 1 and not replaced & set(olds)
            yield Crossing(old=tuple(olds), new=target, needs="any" if same else "all")


def _same_identifier(drafting: Drafting, known: Known) -> Iterator[tuple[str, str, str]]:
    for one in drafting.outline.statements:
        kind, id = known.get(one.identifier.casefold(), ("", ""))
        if kind in _EARNED and drafting.kinds[one.key] in _EARNED:
            yield id, drafting.ids[one.key], SAME


def _associated(drafting: Drafting, known: Known) -> Iterator[tuple[str, str, str]]:
    """Old and new id of each association that says what replaced or equals what, and its type."""
    for link in drafting.outline.links:
        for old, new in _ends(link.kind, link.origin, link.destination):
            kind, id = known.get(old, ("", ""))
            is_new = drafting.kinds.get(new) in _EARNED and old not in drafting.kinds
            if kind in _EARNED and is_new:
                drafting.used.add(link)
                yield id, drafting.ids[new], link.kind


def _ends(kind: str, origin: str, destination: str) -> Iterable[tuple[str, str]]:
    """Which ends of an association are the old and the new one: of what is the same, either may be."""
    if kind == REPLACED:
        return ((origin, destination),)
    return ((origin, destination), (destination, origin)) if kind == SAME else ()
