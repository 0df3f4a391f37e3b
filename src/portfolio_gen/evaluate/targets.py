"""Where each learning target stands, by its own ratings and the school's policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portfolio_gen.evaluate.ground import Aim
from portfolio_gen.evaluate.rating_policies import RATING_POLICIES
from portfolio_gen.evaluate.seen import Seen, Verdict
from portfolio_gen.evaluate.target_wording import because
from portfolio_gen.evaluate.views import SelfRating, views
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.progress import Growth, TargetStanding, TargetState
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.scale import Progression


def gather_ratings(ledger: Ledger | None, on: Day | None) -> Mapping[str, Sequence[Rating]]:
    """Target id to the ratings that count for something, oldest first; those of a day in the ledger's order.

    What is not released on the day does not exist, and what has been corrected is not told again.
    """
    known = [one for one in (ledger.ratings if ledger else ()) if on is None or one.released(on)]
    corrected = {one.corrects for one in known if one.corrects and one.corrects != one.id}
    groups: dict[str, list[Rating]] = {}
    for one in sorted(known, key=lambda one: one.date):
        if one.id is None or one.id not in corrected:
            groups.setdefault(one.target, []).append(one)
    return groups


def judge(
    aim: Aim, ratings: Sequence[Rating], self_ratings: Iterable[SelfRating] = ()
) -> TargetStanding:
    """Where one target stands.

    Args:
        aim: the target, its levels, and how its ratings count.
        ratings: all ratings of it, oldest first.
        self_ratings: what the student says beside their works; shown, and never counted.
    """
    modified = tuple(one for one in ratings if one.modified)
    attempts = tuple(one for one in ratings if not one.modified) if modified else tuple(ratings)
    raters, kinds = aim.rules.raters, aim.kinds
    eligible = [one for one in attempts if one.rater in raters and one.kind in kinds]
    seen = list(_seen(eligible, aim.progression))
    verdicts = _verdicts(seen, aim)
    verdict = verdicts[-1] if verdicts else None
    state = _state(verdict, eligible, aim.progression)
    return TargetStanding(
        target=aim.target,
        progression=aim.progression,
        state=state,
        because=because(aim, state, verdict, seen),
        level=aim.progression.levels[verdict.place] if verdict else None,
        held=_held(seen, verdicts, aim.progression) if verdict else (),
        counted=tuple(one.rating for one in verdict.on) if verdict else (),
        attempts=attempts,
        views=views(aim.progression, attempts, self_ratings),
        growth=_growth(attempts, aim),
        modified=modified,
    )


def _seen(ratings: Iterable[Rating], progression: Progression) -> Iterator[Seen]:
    """The ratings that show a level; `insufficient` shows none, and is no zero."""
    for one in ratings:
        place = progression.places.get(one.level)
        if place is not None:
            yield Seen(one, place)


def _verdicts(seen: Sequence[Seen], aim: Aim) -> Sequence[Verdict | None]:
    """What the policy found after each rating, by what was known then; the last is what it finds now."""
    policy = RATING_POLICIES[aim.rules.policy]
    return [policy(seen[:count], aim.rules, aim.progression) for count in range(1, len(seen) + 1)]


def _state(
    verdict: Verdict | None, eligible: Sequence[Rating], progression: Progression
) -> TargetState:
    if verdict is None:
        return TargetState.INSUFFICIENT if eligible else TargetState.OPEN
    return TargetState.REACHED if verdict.place >= progression.aim else TargetState.NOT_YET


def _held(
    seen: Iterable[Seen], verdicts: Iterable[Verdict | None], progression: Progression
) -> tuple[Day | None, ...]:
    """For each level the day since when the target has stood at it or above, by what was known on each day."""
    since: list[Day | None] = [None] * len(progression.levels)
    for one, verdict in zip(seen, verdicts, strict=True):
        place = verdict.place if verdict else -1
        for level in range(len(since)):
            since[level] = (since[level] or one.rating.date) if level <= place else None
    return tuple(since)


def _growth(attempts: Iterable[Rating], aim: Aim) -> Growth | None:
    """From the first to the latest level seen by anybody whose ratings count; None before there are two."""
    seen = list(_seen((one for one in attempts if one.rater in aim.rules.raters), aim.progression))
    if len(seen) < 2:
        return None
    first, latest = seen[0], seen[-1]
    return Growth(
        first=aim.progression.levels[first.place],
        first_date=first.rating.date,
        latest=aim.progression.levels[latest.place],
        latest_date=latest.rating.date,
        steps=latest.place - first.place,
    )
