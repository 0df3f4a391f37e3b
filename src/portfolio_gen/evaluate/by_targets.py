"""The policy `targets`: a credit is earned when enough of its learning targets stand high enough."""

from __future__ import annotations

from portfolio_gen.evaluate import wording
from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.standing import Standing, State


def judge(case: Case) -> Standing:
    """Where the credit stands; new evidence can change it at any time, in either direction.

    Decisions are kept and shown, and do not count here. A credit without targets is never earned.
    """
    targets = [one for one in case.targets if one.target.status == "published"]
    needed = case.level.targets
    wanted = len(targets) if needed.count == "all" else needed.count
    days = sorted(day for one in targets if (day := one.held_since(needed.at)))
    counting = [one for one in targets if one.stands_at(needed.at)]
    rated = [one for one in targets if one.state is not TargetState.OPEN]
    if targets and len(days) >= wanted:
        day = days[wanted - 1] if wanted else None
        reason = wording.targets_reached(case, wanted, len(targets), day)
        works = dict.fromkeys(work for one in counting for work in one.evidence)
        return _standing(case, State.EARNED, reason, day, works)
    if rated:
        newest = max((one.counted or one.attempts)[-1].date for one in rated)
        works = dict.fromkeys(work for one in rated for work in one.evidence)
        reason = wording.targets_open(case, len(days), wanted)
        return _standing(case, State.NOT_YET, reason, newest, works)
    if case.claims:
        dates = (work.date for work, _ in case.claims)
        newest_work = max(dates, key=lambda date: (date.last, date.first))
        works = dict.fromkeys(work.slug for work, _ in case.claims)
        return _standing(case, State.CLAIMED, wording.shown(case, newest_work), newest_work, works)
    return _standing(case, State.OPEN, wording.NOTHING_YET, None, {})


def _standing(
    case: Case,
    state: State,
    because: str,
    date: Day | PartialDate | None,
    works: dict[str, None],
) -> Standing:
    return Standing(
        credit=case.credit,
        level=case.level,
        state=state,
        because=because,
        date=date,
        evidence=tuple(works),
        superseded=tuple(reversed(case.recorded)),
        pitches=case.pitches,
        claims=case.claims,
        targets=case.targets,
    )
