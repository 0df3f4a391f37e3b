"""Crosswalks: what became of each credit and target when a school wrote its framework anew."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import field
from itertools import product
from typing import Literal

from portfolio_gen.model.noun import Noun, Prose
from portfolio_gen.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Noun):
    """What became of one id, or of several together."""

    old: tuple[str, ...]
    """Ids in the earlier version: credits, targets, or the competencies and domains that a grid is made of."""
    new: tuple[str, ...] = ()
    """Ids in this version."""
    needs: Literal["all", "any"] = "all"
    """Whether all of several old ones are needed for the new, or any one is enough."""
    dropped: Prose | None = None
    """Why nothing became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk(Noun):
    """From one earlier version to this one; what it does not name has kept its id."""

    version: str
    """The earlier version."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """Credit level then to credit level now, where they differ."""
    crossings: tuple[Crossing, ...] = ()
    """What has changed its id, or was dropped."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where an old id leads."""

    new: str
    needs: tuple[str, ...]
    """Old ids that are all needed for the new one, in order; the id itself is among them."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an old id: it leads somewhere, was dropped for a reason, or is lost."""

    leads: tuple[Lead, ...] = ()
    dropped: str = ""


def follow(crosswalk: Crosswalk | None, old: str, known: Container[str]) -> Fate:
    """What becomes of an old id.

    Args:
        crosswalk: from its version; None when there is none, so that ids keep or lose their meaning.
        old: a credit or a target. An id of a grid, `competency/domain`, follows its parts where it is not named.
        known: the ids of the new version.
    """
    fate = _named(crosswalk, old)
    if fate is None and old in known:
        return Fate((Lead(old, (old,)),))
    if fate is None and "/" in old:
        fate = _by_parts(crosswalk, old)
    if fate is None:
        return Fate()
    return Fate(tuple(one for one in fate.leads if one.new in known), fate.dropped)


def _named(crosswalk: Crosswalk | None, old: str) -> Fate | None:
    """What the crosswalk says of an id itself; None when it says nothing."""
    about = [one for one in (crosswalk.crossings if crosswalk else ()) if old in one.old]
    if not about:
        return None
    leads = tuple(lead for one in about for lead in _leads(one, old))
    reasons = (one.dropped for one in about if one.dropped)
    return Fate(leads, "" if leads else next(reasons, ""))


def _leads(crossing: Crossing, old: str) -> Iterator[Lead]:
    needs = crossing.old if crossing.needs == "all" else (old,)
    return (Lead(new, needs) for new in crossing.new)


def _by_parts(crosswalk: Crosswalk | None, old: str) -> Fate | None:
    """What becomes of a meeting of a competency and a domain, by what became of the two."""
    parts = old.split("/")
    fates = [_named(crosswalk, part) for part in parts]
    if not any(fates):
        return None
    choices = [
        (Lead(part, (part,)),) if fate is None else fate.leads
        for part, fate in zip(parts, fates, strict=True)
    ]
    leads = tuple(
        Lead(
            "/".join(one.new for one in chosen),
            tuple("/".join(meeting) for meeting in product(*(one.needs for one in chosen))),
        )
        for chosen in product(*choices)
    )
    return Fate(leads, "" if leads else next((one.dropped for one in fates if one), ""))
