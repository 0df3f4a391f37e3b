"""What is open for one student, and what could come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.advise.cover import cover
from portfolio_gen.advise.facts import Facts, facts_of
from portfolio_gen.advise.fits import fits
from portfolio_gen.advise.openings import gaps, openings, present_phase
from portfolio_gen.advise.steps import steps
from portfolio_gen.model.advice import Gap, StudentPlan, Suggestion
from portfolio_gen.model.framework import Credit, Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.model.student import Student


def advise_student(
    framework: Framework,
    student: Student,
    ledger: Ledger | None,
    standings: Standings,
    *,
    drafts: bool = False,
) -> StudentPlan:
    """Look at what is open for a student, and at what they have made.

    Args:
        framework: the version that the student entered under.
        student: what the student made.
        ledger: what the school has on record; it says which phase the student is in.
        standings: where the student stands, by decisions and ratings that they may know of.
        drafts: whether to look at drafts too, which nobody but the student is meant to see.
    """
    opened = openings(framework, ledger, standings)
    facts = facts_of(framework, standings)
    open_gaps = gaps(framework, standings, opened)
    free = [one for one in open_gaps if not _waits(facts, one)]
    works = [one for one in student.artifacts if drafts or one.status == "published"]
    candidates = [Suggestion(work=one, fits=fits(facts, one, free)) for one in works]
    return StudentPlan(
        student=student.id,
        framework=framework.version,
        phase=present_phase(framework, ledger),
        openings=opened,
        met=tuple(one for one in standings.requirements if one.met),
        waiting=tuple(one for one in standings.credits if one.state is State.PITCHED),
        suggestions=cover(candidates, opened),
        untouched=tuple(one for one in _untouched(free, candidates) if facts.is_next(one)),
        steps=steps(facts, free),
    )


def _waits(facts: Facts, gap: Gap) -> bool:
    """Whether a committee is about to decide on it."""
    about = gap.about
    return isinstance(about, Credit) and facts.state(about, gap.level.id) is State.PITCHED


def _untouched(free: Iterable[Gap], candidates: Iterable[Suggestion]) -> Iterator[Gap]:
    touched = {fit.gap.key for one in candidates for fit in one.fits}
    return (one for one in free if one.key not in touched)
