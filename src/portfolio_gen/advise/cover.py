"""A few works that could fill as many gaps as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio_gen.model.advice import Fit, Opening, Suggestion
from portfolio_gen.model.artifact import Artifact


def cover(candidates: Iterable[Suggestion], opened: Sequence[Opening]) -> tuple[Suggestion, ...]:
    """Choose works one after the other, always the one that fills most of what is still open.

    What somebody has connected (a claim, a rating, an earlier try) goes before what the program guesses: guesses are
    only for gaps that are left over. Of works that fill as many, the first by its name in files is chosen. What asks
    for three of ten credits takes part until three have been found. To find the fewest works of all would be a hard
    problem; choosing greedily comes close, can be followed by anybody, and gives the same answer every time.
    """
    works = sorted(candidates, key=lambda one: one.work.slug)
    tray = _Tray(opened)
    chosen: dict[str, tuple[Artifact, list[Fit]]] = {}
    for recorded in (True, False):
        rest = [
            (one.work, [fit for fit in one.fits if fit.reason.is_recorded is recorded])
            for one in works
        ]
        while found := tray.take(rest):
            work, fits = found
            chosen.setdefault(work.slug, (work, []))[1].extend(fits)
    return tuple(Suggestion(work=work, fits=tuple(fits)) for work, fits in chosen.values())


class _Tray:
    """What is still open, while works are chosen."""

    def __init__(self, opened: Sequence[Opening]) -> None:
        self._needed = {one.standing.requirement.id: one.needed for one in opened}
        self._filled: set[tuple[str, str, str]] = set()

    def take(
        self, rest: Iterable[tuple[Artifact, Sequence[Fit]]]
    ) -> tuple[Artifact, Sequence[Fit]] | None:
        """The work that adds most, with what it adds, which is no longer open from now on; None when none adds any."""
        offers = [(work, [fit for fit in fits if self._is_open(fit)]) for work, fits in rest]
        work, fits = max(offers, key=lambda offer: len(offer[1]), default=(None, []))
        for fit in fits:
            self._filled.add(fit.gap.key)
            for requirement in fit.gap.requirements:
                self._needed[requirement] -= 1
        return (work, fits) if work and fits else None

    def _is_open(self, fit: Fit) -> bool:
        wanted = any(self._needed[one] > 0 for one in fit.gap.requirements)
        return wanted and fit.gap.key not in self._filled
