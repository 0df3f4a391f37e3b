"""The way to a learning target: every try, how everybody sees it now, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from portfolio_gen.model.dates import Day
from portfolio_gen.model.progress_views import AttemptView, GrowthView, SeenView
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.scale import Progression
from portfolio_gen.plan.raters import rater_names
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import ToldTarget

OwnWords = Mapping[str, Sequence[tuple[str, Day, Day | None]]]
"""Target id to what the student says of it beside works: level, last possible day, and the day if it is known."""


def own_words(sight: Sight) -> OwnWords:
    """What the student says of targets beside the works that are shown here; nothing of hidden works."""
    said: dict[str, list[tuple[str, Day, Day | None]]] = {}
    if sight.access.attempts:
        for work in sight.works.values():
            if work.status == "published":
                day = work.date.last if work.date.day else None
                for target, level in work.self_rating.items():
                    said.setdefault(target, []).append((level, work.date.last, day))
    return said


def seen_views(told: ToldTarget, own: OwnWords) -> tuple[SeenView, ...]:
    """How each kind of rater sees it at present, side by side; the student first."""
    return tuple(_seen_views(told, own)) if told.attempts or told.target.id in own else ()


def _seen_views(told: ToldTarget, own: OwnWords) -> Iterator[SeenView]:
    places = told.progression.places
    said = [one for one in own.get(told.target.id, ()) if one[0] in places]
    said += [
        (one.level, one.date, one.date)
        for one in told.attempts
        if one.rater == "self" and one.level in places
    ]
    if said:
        level, _, day = sorted(said, key=lambda one: one[1])[-1]
        yield SeenView(rater="self", level=_title(told.progression, level), date=day)
    if told.attempts:
        for one in told.standing.views:
            if one.rater != "self":
                yield SeenView(rater=one.rater, level=one.level.title, date=one.date)


def attempt_views(sight: Sight, told: ToldTarget) -> tuple[AttemptView, ...]:
    """Every try, newest first."""
    counted = {id(one) for one in told.counted}
    return tuple(
        _attempt_view(sight, told.progression, one, counts=id(one) in counted)
        for one in reversed(told.attempts)
    )


def _attempt_view(
    sight: Sight, progression: Progression, rating: Rating, *, counts: bool
) -> AttemptView:
    rework = rating.rework
    menu = {one.id: one.title for one in sight.framework.rework}
    return AttemptView(
        date=rating.date,
        level=_title(progression, rating.level),
        rater=rating.rater,
        by=rater_names(sight, rating),
        practice=rating.kind == "formative",
        counts=counts,
        works=tuple(sight.link(slug) for slug in rating.works),
        note=sight.told(rating.note) if sight.access.policy.feedback else "",
        plan=sight.told(rework.plan) if rework else "",
        steps=tuple(menu[one] for one in rework.steps if one in menu) if rework else (),
        until=rework.until if rework else None,
    )


def growth_view(sight: Sight, told: ToldTarget) -> GrowthView | None:
    """From the first level that was seen to the latest, with every step between; None before there are two."""
    growth = told.standing.growth
    if growth is None or not told.attempts:
        return None
    raters = sight.framework.rules_for(told.target).raters
    places = told.progression.places
    return GrowthView(
        first=growth.first.title,
        first_date=growth.first_date,
        latest=growth.latest.title,
        latest_date=growth.latest_date,
        steps=growth.steps,
        path=tuple(
            (one.date, places[one.level])
            for one in told.attempts
            if one.rater in raters and one.level in places
        ),
    )


def _title(progression: Progression, level: str) -> str:
    """A level's name for readers; nothing for `insufficient`, which is no level."""
    place = progression.places.get(level)
    return "" if place is None else progression.levels[place].title
