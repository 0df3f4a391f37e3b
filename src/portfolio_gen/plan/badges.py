"""Badges: one for each competency, as far as an edition may tell how high it is."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.model.progress import Badge
from portfolio_gen.model.progress_views import BadgeView
from portfolio_gen.model.scale import Progression
from portfolio_gen.model.standing import Standings
from portfolio_gen.plan.credits import competency_label
from portfolio_gen.plan.sight import Sight
from portfolio_gen.plan.telling import ToldTarget, is_of_today


def plan_badges(
    sight: Sight, standings: Standings, told: tuple[ToldTarget, ...]
) -> tuple[BadgeView, ...]:
    """The badges that the student holds; where attempts are not told, only those of levels that are aimed for."""
    return tuple(_badge_views(sight, standings, told)) if standings.badges else ()


def _badge_views(
    sight: Sight, standings: Standings, told: tuple[ToldTarget, ...]
) -> Iterator[BadgeView]:
    for badge in standings.badges:
        inside = [
            one.standing
            for one in told
            if one.target.competency == badge.competency.id and not one.draft
        ]
        if not inside or not all(is_of_today(sight, one) for one in inside):
            continue
        places = [(one.progression.places[badge.level.id], one.progression.aim) for one in inside]
        if sight.access.attempts or all(place >= aim for place, aim in places):
            progressions = (one.progression for one in inside)
            yield _badge_view(badge, next(one for one in progressions if badge.level in one.levels))


def _badge_view(badge: Badge, progression: Progression) -> BadgeView:
    place = progression.places[badge.level.id]
    above = (one.badge for one in progression.levels[place + 1 :] if one.badge)
    return BadgeView(
        competency=competency_label(badge.competency),
        title=badge.title,
        level=badge.level.title,
        about=badge.level.about or "",
        place=place,
        of=len(progression.levels),
        since=badge.since,
        next_badge=next(above, ""),
        next_step=badge.level.next_step or "",
    )
