"""A decision that was recorded wrongly: a new entry takes its place, and it stays where it is."""

from __future__ import annotations

from dataclasses import replace

from portfolio_gen.deciding.ledgers import decisions_named
from portfolio_gen.deciding.values import Docket
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.proceedings import CannotProceed


def to_correct(school: School, what: str) -> tuple[str, Decision]:
    """The decision that a new one corrects, and its student.

    Args:
        school: with its ledgers.
        what: the decision's id, or `⟨student⟩/⟨id⟩`.

    Raises:
        CannotProceed: there is none, there are several, it is corrected already, or it was not about a pitch.
    """
    found = decisions_named(school, what)
    if not found:
        raise CannotProceed(f"there is no decision `{what}`")
    ((ledger, decision),) = found
    after = next((one for one in ledger.decisions if one.corrects == decision.id), None)
    if after:
        raise CannotProceed(f"`{after.id}` corrects it already; correct that one")
    if not decision.pitch:
        raise CannotProceed(
            f"`{decision.id}` names no pitch, so there are no ballots about it; "
            f"write an entry with `corrects: {decision.id}` into transcripts/{ledger.student}.yml"
        )
    return ledger.student, decision


def without(school: School, student: str, decision: Decision) -> School:
    """A school as it was before a decision, so that its pitch is decided about anew."""
    ledger = school.ledgers[student]
    others = tuple(one for one in ledger.decisions if one is not decision)
    return replace(school, ledgers={**school.ledgers, student: replace(ledger, decisions=others)})


def narrowed(docket: Docket, student: str, decision: Decision) -> Docket:
    """What is decided about, which is the pitch of a decision that is corrected."""
    return replace(docket, pitch=f"{student}/{decision.pitch}")
