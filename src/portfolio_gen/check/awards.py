"""What students of an earlier version of the framework have earned or reached, by their ledgers alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portfolio_gen.check.register import Register
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.rating import Rating, RatingRules
from portfolio_gen.model.scale import Progression
from portfolio_gen.model.value import dataclass


class Award(NamedTuple):
    """A credit at a level, or a learning target that was reached, which has none."""

    id: str
    level: str = ""


def held(register: Register, old: Framework) -> Mapping[Award, set[str]]:
    """Awards of an earlier version, in its order, to the students who have earned or reached them in it.

    What was once reached counts as reached, whatever later ratings make of it: a change of the framework is to take
    nothing away that anybody remembers.
    """
    found: dict[Award, set[str]] = {}
    for student, award in _awards(register, old):
        found.setdefault(award, set()).add(student)
    names = [*(one.id for one in old.all_credits()), *(one.id for one in old.targets)]
    order = {name: place for place, name in enumerate(names)}
    known = sorted((one for one in found if one.id in order), key=lambda one: order[one.id])
    return {award: found[award] for award in known}


def _awards(register: Register, old: Framework) -> Iterator[tuple[str, Award]]:
    theirs = {one for one in register.school.ledgers if register.school.framework_for(one) is old}
    decided = {one.id for one in old.levels if one.policy != "targets"}
    for one in register.decisions():
        decision = one.decision
        if one.about in theirs and decision.outcome == "earned" and decision.level in decided:
            yield one.about, Award(decision.credit, decision.level)
    progressions = {
        one.id: progression for one in old.targets if (progression := old.progression(one))
    }
    for student, places in _highest(register, old, progressions).items():
        if student in theirs:
            shown = _Shown(old, progressions, places)
            yield from ((student, award) for award in shown.awards())


def _highest(
    register: Register, old: Framework, progressions: Mapping[str, Progression]
) -> Mapping[str, Mapping[str, int]]:
    """Student and target to the place of the highest level in a rating that counts."""
    rules = {one.id: old.rules_for(one) for one in old.targets if one.id in progressions}
    found: dict[str, dict[str, int]] = {}
    for one in register.ratings():
        rating, rule = one.rating, rules.get(one.rating.target)
        if rule and not rating.modified and _counts(rating, rule):
            place = progressions[rating.target].places.get(rating.level, -1)
            places = found.setdefault(one.about, {})
            places[rating.target] = max(place, places.get(rating.target, -1))
    return found


def _counts(rating: Rating, rule: RatingRules) -> bool:
    return rating.rater in rule.raters and rating.kind in rule.kinds


@dataclass(frozen=True, slots=True)
class _Shown:
    """The highest levels that one student has shown."""

    framework: Framework
    progressions: Mapping[str, Progression]
    places: Mapping[str, int]

    def awards(self) -> Iterator[Award]:
        """The credits that are earned by targets, and the targets that are reached."""
        for credit in self.framework.all_credits():
            for level in self.framework.levels_of(credit):
                if level.policy == "targets" and self._earns(credit, level):
                    yield Award(credit.id, level.id)
        yield from (Award(one) for one in self.places if self._reaches(one, None))

    def _earns(self, credit: Credit, level: CreditLevel) -> bool:
        """Whether enough of a credit's targets stand high enough."""
        targets = [
            one.id
            for one in self.framework.targets
            if one.credit == credit.id and one.status == "published"
        ]
        high = sum(self._reaches(one, level.targets.at) for one in targets)
        count = level.targets.count
        return bool(targets) and high >= (len(targets) if count == "all" else count)

    def _reaches(self, target: str, at: str | None) -> bool:
        """Whether a target was shown at a level, or at the one aimed for; never at one that it does not have."""
        progression = self.progressions.get(target)
        if progression is None:
            return False
        asked = progression.aim if at is None else progression.places.get(at)
        return asked is not None and self.places.get(target, -1) >= asked
