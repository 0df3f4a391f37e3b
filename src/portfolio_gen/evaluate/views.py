"""How the student, classmates, teachers and others see a target at present, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, get_args

from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.progress import View
from portfolio_gen.model.rating import RaterRole, Rating
from portfolio_gen.model.scale import Progression
from portfolio_gen.model.student import Student

ROLES: tuple[RaterRole, ...] = get_args(RaterRole)


class SelfRating(NamedTuple):
    """The level that a student sees in one of their works."""

    level: str
    date: PartialDate


def gather_self_ratings(student: Student | None) -> Mapping[str, Sequence[SelfRating]]:
    """Target id to what the student says of it beside their published works, oldest first."""
    groups: dict[str, list[SelfRating]] = {}
    works = [one for one in (student.artifacts if student else ()) if one.self_rating]
    for work in sorted(works, key=lambda one: (one.date.last, one.slug)):
        if work.status == "published":
            for target, level in work.self_rating.items():
                groups.setdefault(target, []).append(SelfRating(level, work.date))
    return groups


def views(
    progression: Progression, ratings: Iterable[Rating], self_ratings: Iterable[SelfRating]
) -> tuple[View, ...]:
    """The newest level that each kind of rater saw; of a work without a day, its last possible day counts."""
    places = progression.places
    newest: dict[RaterRole, tuple[Day, str, Day | None]] = {}
    for level, date in self_ratings:
        if level in places:
            newest["self"] = date.last, level, date.last if date.day else None
    for one in ratings:
        if one.level in places and (one.rater not in newest or newest[one.rater][0] <= one.date):
            newest[one.rater] = one.date, one.level, one.date
    return tuple(
        View(rater=role, level=progression.levels[places[level]], date=day)
        for role in ROLES
        if role in newest
        for _, level, day in (newest[role],)
    )
