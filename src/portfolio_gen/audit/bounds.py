"""Where each value may stand: in which editions, and there on whose sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portfolio_gen.audit.claims import NOWHERE, Claimed, Editions, Kind
from portfolio_gen.audit.values import SHORT, Index, values
from portfolio_gen.model.names import Words
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

NOBODY = "."
"""Stands for the owner of a site that should not be there; nobody's id has a dot."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Everything that could be said of anybody, and where that may be."""

    index: Index
    origins: Mapping[Words, tuple[Claimed, ...]]
    """Value to the texts that it comes from."""
    permits: Mapping[Words, frozenset[tuple[Editions, str]]]
    """Value to the editions in which it may stand, each time with the student on whose site alone, if it is one."""

    @classmethod
    def of(cls, claims: Iterable[Claimed], common: Iterable[str]) -> Bounds:
        """Bounds that the claims of a school set.

        Args:
            claims: every text with its rights.
            common: what the program and the theme say themselves on every page.
        """
        claims = tuple(claims)
        origins: dict[Words, list[Claimed]] = {}
        for one in claims:
            for value in dict.fromkeys(values(one)):
                origins.setdefault(value, []).append(one)
        index = _less(Index.of(origins), origins, common)
        permits: dict[Words, set[tuple[Editions, str]]] = {}
        for one in claims:
            for value in index.in_text(one.text.words) if one.shown else ():
                if shown := _frees(one, {each.kind for each in origins[value]}):
                    permits.setdefault(value, set()).add((shown, one.site))
        return cls(
            index,
            {value: tuple(origins[value]) for value in index.values},
            {value: frozenset(found) for value, found in permits.items()},
        )

    def broken_by(self, value: Words, edition: EditionName, site: str) -> Claimed | None:
        """Where a value comes from that may not stand on a site; None if it may.

        Args:
            value: what was found.
            edition: in which edition.
            site: id of the student whose site it is; empty for what belongs to the whole edition.
        """
        for shown, owner in self.permits.get(value, ()):
            if edition in shown and (not owner or not site or owner == site):
                return None
        return self._origin(value, edition)

    def _origin(self, value: Words, edition: EditionName) -> Claimed:
        """Preferably a text that the edition may not show at all."""
        every = self.origins[value]
        return next((one for one in every if edition not in one.shown), every[0])

    def forbidden(self, edition: EditionName) -> Iterator[Words]:
        """The values that may stand nowhere in an edition."""
        for value in self.index.values:
            if not any(edition in shown for shown, _ in self.permits.get(value, ())):
                yield value

    def private(self) -> Iterator[Words]:
        """What only the student may see; not names, nor addresses, by which staff is told where to look."""
        for value, every in self.origins.items():
            seen = {edition for shown, _ in self.permits.get(value, ()) for edition in shown}
            if seen <= {"self"} and all(one.kind == "text" and one.person for one in every):
                yield value


def _frees(claim: Claimed, kinds: set[Kind]) -> Editions:
    """The editions in which a value of some kinds is all right because it stands in this text.

    Where names need consent, a student's text does not make one all right by saying it, nor does it in public what
    somebody could be reached by. What stands in files frees no name at all, for nobody has cleaned it of names.
    """
    if claim.kind in SHORT or SHORT.isdisjoint(kinds):
        return claim.shown
    if claim.kind == "file":
        return NOWHERE
    shown = claim.shown & claim.naming if "name" in kinds else claim.shown
    return shown - {"public"} if "contact" in kinds and claim.person else shown


def _less(index: Index, origins: Mapping[Words, list[Claimed]], common: Iterable[str]) -> Index:
    """The index without what anybody may find in the program itself; names stay."""
    said = {value for text in common for value in index.in_text(text)}
    kept = SHORT - {"nickname"}
    free = {value for value in said if kept.isdisjoint(one.kind for one in origins[value])}
    return Index.of(index.values - free)
