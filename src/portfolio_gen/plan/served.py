"""Which learning targets a piece of work or a credit serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import Day
from portfolio_gen.model.progress_views import TargetLink, TargetRatingView
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import ToldTarget

Served = Mapping[str, Sequence[TargetRatingView]]
"""Slug of a work to the learning targets that it serves."""


def links_by_credit(told: Iterable[ToldTarget]) -> Mapping[str, Sequence[TargetLink]]:
    """Credit id to its learning targets, in the framework's order."""
    links: dict[str, list[TargetLink]] = {}
    for one in told:
        if one.target.credit:
            links.setdefault(one.target.credit, []).append(target_link(one))
    return links


def target_link(told: ToldTarget) -> TargetLink:
    """A target in one line."""
    return TargetLink(
        label=told.label,
        state=told.state,
        level=told.level.title if told.level else "",
        draft=told.draft,
    )


def targets_by_work(sight: Sight, told: Iterable[ToldTarget]) -> Served:
    """Every target for which a work was rated, where attempts are told; otherwise those that rest on it."""
    served: dict[str, list[TargetRatingView]] = {}
    for one in told:
        found = _ratings(sight, one) if sight.access.attempts else _resting(one)
        for slug, view in found:
            served.setdefault(slug, []).append(view)
    return served


def _ratings(sight: Sight, told: ToldTarget) -> Iterator[tuple[str, TargetRatingView]]:
    """Of each work the rating that counts, or the newest by somebody whose ratings can count."""
    raters = sight.framework.rules_for(told.target).raters
    counted = {id(one) for one in told.counted}
    newest: dict[str, Rating] = {}
    for one in sorted(told.attempts, key=lambda one: id(one) in counted):
        if one.rater in raters:
            newest.update(dict.fromkeys(one.works, one))
    for slug, one in newest.items():
        place = told.progression.places.get(one.level)
        level = None if place is None else told.progression.levels[place]
        yield slug, _view(told, level, one.date, counts=id(one) in counted)


def _resting(told: ToldTarget) -> Iterator[tuple[str, TargetRatingView]]:
    """The works that a level rests on, with that level."""
    for slug in dict.fromkeys(work for one in told.counted for work in one.works):
        yield slug, _view(told, told.level, told.standing.since, counts=True)


def self_rating_views(
    sight: Sight, work: Artifact, told: Iterable[ToldTarget]
) -> tuple[TargetRatingView, ...]:
    """What the student sees in a work; only where attempts are told, for it is not what the school says."""
    if not work.self_rating or not sight.access.attempts:
        return ()
    return tuple(
        _view(one, one.progression.levels[place], None, counts=False)
        for one in told
        if (level := work.self_rating.get(one.target.id)) is not None
        and (place := one.progression.places.get(level)) is not None
    )


def _view(
    told: ToldTarget, level: ScaleLevel | None, date: Day | None, *, counts: bool
) -> TargetRatingView:
    return TargetRatingView(
        target=told.label,
        level=level.title if level else "",
        descriptor=(level.about or "") if level else "",
        date=date,
        counts=counts,
    )
