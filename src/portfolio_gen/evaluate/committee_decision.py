"""The policy `committee-decision`: earned by a committee's recorded decision, and by nothing else."""

from __future__ import annotations

from portfolio_gen.evaluate import wording
from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.standing import Standing, State
from portfolio_gen.model.student import Pitch


def judge(case: Case) -> Standing:
    """Where the credit stands when a committee alone awards it.

    An award stays until an entry corrects it: a later "not yet" speaks of another try. A pitch that waits
    for its answer comes before an earlier "not yet", which it may turn.
    """
    if earned := _newest(case, "earned"):
        return _decided(case, State.EARNED, earned)
    if waiting := _waiting(case):
        return _pitched(case, waiting)
    if not_yet := _newest(case, "not-yet"):
        return _decided(case, State.NOT_YET, not_yet)
    return _claimed(case) if case.claims else _open(case)


def _newest(case: Case, outcome: str) -> Decision | None:
    return next((one for one in reversed(case.decisions) if one.outcome == outcome), None)


def _waiting(case: Case) -> Pitch | None:
    """The newest pitch that no decision has answered, by its name or by its date."""
    newest = max((one.date for one in case.decisions), default=None)
    return next(
        (
            pitch
            for pitch in case.pitches
            if (pitch.submission or pitch.slug) not in case.answered
            and (newest is None or newest < pitch.date)
        ),
        None,
    )


def _decided(case: Case, state: State, decision: Decision) -> Standing:
    return Standing(
        credit=case.credit,
        level=case.level,
        state=state,
        because=wording.decided(case, decision),
        earlier=wording.around(case, decision),
        date=decision.date,
        evidence=decision.artifacts,
        decision=decision,
        superseded=_others(case, decision),
        pitches=case.pitches,
        claims=case.claims,
    )


def _pitched(case: Case, pitch: Pitch) -> Standing:
    return Standing(
        credit=case.credit,
        level=case.level,
        state=State.PITCHED,
        because=wording.pitched(case, pitch),
        earlier=wording.around(case, None),
        date=pitch.date,
        evidence=pitch.artifacts,
        superseded=_others(case, None),
        pitches=case.pitches,
        claims=case.claims,
    )


def _claimed(case: Case) -> Standing:
    works = {work.slug: work for work, _ in case.claims}
    newest = max((work.date for work in works.values()), key=lambda date: (date.last, date.first))
    return Standing(
        credit=case.credit,
        level=case.level,
        state=State.CLAIMED,
        because=wording.claimed(case, newest),
        earlier=wording.around(case, None),
        date=newest,
        evidence=tuple(works),
        superseded=_others(case, None),
        pitches=case.pitches,
        claims=case.claims,
    )


def _open(case: Case) -> Standing:
    return Standing(
        credit=case.credit,
        level=case.level,
        state=State.OPEN,
        because=wording.NOTHING_YET,
        earlier=wording.around(case, None),
        superseded=_others(case, None),
        pitches=case.pitches,
    )


def _others(case: Case, decision: Decision | None) -> tuple[Decision, ...]:
    """Every other decision, newest first."""
    return tuple(one for one in reversed(case.recorded) if one is not decision)
