"""The reasons for a standing, in plain and kind sentences."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.evaluate.case import Case
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.speech import Sentence, sentence, strung
from portfolio_gen.model.student import Pitch

NOTHING_YET = sentence("Open: no work claims it yet.")


def decided(case: Case, decision: Decision) -> Sentence:
    """Why a decision makes the standing what it is."""
    day, committee = decision.date, case.committee
    if decision.outcome == "earned":
        return sentence(
            "Earned on %(day)s by decision of the %(committee)s.", day=day, committee=committee
        )
    return sentence(
        "Not yet: on %(day)s the %(committee)s asked to see more.", day=day, committee=committee
    )


def pitched(case: Case, pitch: Pitch) -> Sentence:
    """Why a pitch makes the standing what it is."""
    day, committee = pitch.date, case.committee
    if case.decisions:
        return sentence(
            "In front of the %(committee)s again, since %(day)s.", day=day, committee=committee
        )
    return sentence("In front of the %(committee)s since %(day)s.", day=day, committee=committee)


def claimed(case: Case, newest: PartialDate) -> Sentence:
    """Why a claim makes the standing what it is."""
    return sentence(
        "Claimed by work from %(date)s; its %(pitch)s comes next.", date=newest, pitch=case.pitch
    )


def targets_reached(case: Case, wanted: int, of: int, day: Day | None) -> Sentence:
    """Why its learning targets earn a credit."""
    if day is None:
        return _targets_reached(case, wanted, of)
    if of == 1:
        return sentence("Earned on %(day)s: its %(target)s reached.", day=day, target=case.target)
    if wanted == of:
        return sentence(
            "Earned on %(day)s: all its %(of)s %(targets)s reached.",
            day=day,
            of=of,
            targets=case.many_targets,
        )
    return sentence(
        "Earned on %(day)s: %(wanted)s of its %(of)s %(targets)s reached, as many as it takes.",
        day=day,
        wanted=wanted,
        of=of,
        targets=case.many_targets,
    )


def _targets_reached(case: Case, wanted: int, of: int) -> Sentence:
    """The same where nobody can say since when."""
    if of == 1:
        return sentence("Earned: its %(target)s reached.", target=case.target)
    if wanted == of:
        return sentence(
            "Earned: all its %(of)s %(targets)s reached.", of=of, targets=case.many_targets
        )
    return sentence(
        "Earned: %(wanted)s of its %(of)s %(targets)s reached, as many as it takes.",
        wanted=wanted,
        of=of,
        targets=case.many_targets,
    )


def targets_open(case: Case, reached: int, wanted: int) -> Sentence:
    """Why its learning targets do not earn a credit yet."""
    if wanted == 1:
        return sentence(
            "Not yet: the %(target)s that it takes is still to be reached.", target=case.target
        )
    return sentence(
        "Not yet: %(reached)s of the %(wanted)s %(targets)s that it takes reached so far.",
        reached=reached,
        wanted=wanted,
        targets=case.many_targets,
    )


def shown(case: Case, newest: PartialDate) -> Sentence:
    """Why a claim makes the standing what it is, where learning targets earn the credit."""
    return sentence(
        "Claimed by work from %(date)s; its %(rating)s comes next.", date=newest, rating=case.rating
    )


def around(case: Case, decision: Decision | None) -> str:
    """What else was decided before and after the decision that counts, if one does."""
    if len(case.recorded) == (1 if decision else 0):
        return ""
    return strung(_sentences(case, decision))


def _sentences(case: Case, decision: Decision | None) -> Iterator[Sentence]:
    counts = case.decisions
    place = next((at for at, one in enumerate(counts) if one is decision), len(counts))
    if awards := tuple(one.date for one in counts[:place] if one.outcome == "earned"):
        yield sentence("It had been earned before, on %(days)s.", days=awards)
    if tries := tuple(one.date for one in counts[:place] if one.outcome == "not-yet"):
        yield sentence("Before that it was not yet, on %(days)s.", days=tries)
    if later := tuple(one.date for one in counts[place + 1 :]):
        yield sentence(
            "Another try, on %(days)s, was not yet; that takes nothing away.", days=later
        )
    if wrong := tuple(one.date for one in case.recorded if one not in counts):
        yield sentence(
            "What was recorded on %(days)s has been corrected and does not count.", days=wrong
        )
