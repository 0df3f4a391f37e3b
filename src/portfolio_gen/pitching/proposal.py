"""What a school's rule makes of ballots: a proposal about each credit that a pitch claims, for a chair to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from portfolio_gen.model.ballot import Ballot, Score
from portfolio_gen.model.committee import Committee, Outcome
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.model.submission import Submission
from portfolio_gen.model.value import dataclass
from portfolio_gen.pitching.ballots import rubric_of
from portfolio_gen.pitching.freezing import later


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the ballots say about one credit at one level."""

    submission: Submission
    credit: str
    level: str
    state: Literal["proposed", "waiting", "divided", "decided", "superseded"]
    """`waiting` for more ballots; `divided`: the rule asks for more agreement; the last two need nothing."""
    because: tuple[str, ...]
    """Why, in sentences."""
    ballots: tuple[Ballot, ...] = ()
    """Those that count."""
    quorum: int = 0
    outcome: Outcome | None = None
    ratings: Mapping[str, str] = field(default_factory=dict)
    """Criterion to the highest level that enough of them reach."""


def propose(
    school: School, submission: Submission, ballots: Sequence[Ballot]
) -> tuple[Proposal, ...]:
    """A proposal about each claim of a submission.

    Args:
        school: with its rule, rubrics and ledgers.
        submission: the newest of its pitch.
        ballots: those about it that count.
    """
    claims = dict.fromkeys((one.credit, one.level) for one in submission.frozen_pitch.claims)
    return tuple(_about(school, submission, credit, level, ballots) for credit, level in claims)


def _about(
    school: School, submission: Submission, credit: str, level: str, ballots: Sequence[Ballot]
) -> Proposal:
    scored = [(one, score) for one in ballots if (score := one.score(credit, level))]
    quorum = _quorum(school, submission, level)
    known: dict[str, Any] = {
        "submission": submission,
        "credit": credit,
        "level": level,
        "quorum": quorum,
    }
    because: tuple[str, ...]
    voters = tuple(one for one, _ in scored)
    if done := decided_already(school, submission, credit, level):
        because = (f"decided on {done.date} (`{done.id}`)",)
        return Proposal(**known, state="decided", because=because, ballots=voters)
    if other := later(school, submission, credit, level):
        because = (f"`{other.pitch}`, handed in on {other.submitted}, asks for the same credit",)
        return Proposal(**known, state="superseded", because=because, ballots=voters)
    if len(voters) < quorum:
        because = (f"{len(voters)} of at least {quorum} ballots are there",)
        return Proposal(**known, state="waiting", because=because, ballots=voters)
    scores = tuple(score for _, score in scored)
    ratings = _ratings(school, submission, credit, scores)
    outcome, because = _outcome(school.committee, scores)
    if outcome and outcome.means == "earned":
        outcome, short = _held_to_minimum(school, submission, credit, ratings, outcome)
        because += short
    state: Literal["proposed", "divided"] = "proposed" if outcome else "divided"
    return Proposal(
        **known, state=state, because=because, ballots=voters, outcome=outcome, ratings=ratings
    )


def _quorum(school: School, submission: Submission, level: str) -> int:
    levels = {one.id: one for one in school.framework_for(submission.student).levels}
    found = levels.get(level)
    return 1 if found and found.policy == "educator-decision" else max(1, school.committee.quorum)


def decided_already(
    school: School, submission: Submission, credit: str, level: str
) -> Decision | None:
    """The decision that answers a submission's claim, unless a correction has set it aside."""
    ledger = school.ledgers.get(submission.student)
    decisions = ledger.decisions if ledger else ()
    corrected = {one.corrects for one in decisions if one.corrects != one.id}
    return next(
        (
            one
            for one in reversed(decisions)
            if (one.credit, one.level) == (credit, level)
            and one.id not in corrected
            and (
                one.submission == submission.digest
                or (
                    one.submission is None
                    and one.pitch == submission.pitch
                    and one.date >= submission.submitted
                )
            )
        ),
        None,
    )


def _outcome(
    committee: Committee, scores: Sequence[Score]
) -> tuple[Outcome | None, tuple[str, ...]]:
    """What enough ballots say: of several awards the best that enough reach, of several others likewise."""
    said = [one for score in scores if (one := committee.outcome(score.outcome))]
    for_it = sum(one.means == "earned" for one in said)
    votes = f"{for_it} of {len(said)} ballots say that it is earned"
    if committee.rule.by == "consensus" and for_it not in (0, len(said)):
        return None, (
            votes,
            "the rule asks for consensus: talk, and let who changes their mind vote anew",
        )
    enough = len(said) if committee.rule.by == "consensus" else len(said) // 2 + 1
    order = sorted(committee.says(), key=lambda one: one.means != "earned")
    reached = 0
    for outcome in order:
        reached += sum(one.id == outcome.id for one in said)
        if reached >= enough:
            return outcome, (votes,)
    return None, (votes,)


def _ratings(
    school: School, submission: Submission, credit: str, scores: Sequence[Score]
) -> dict[str, str]:
    """For each criterion the highest level that a majority (or everybody) rates at least; nothing is averaged."""
    rubric, levels = rubric_of(school, submission, credit)
    everybody = school.committee.rule.by == "consensus"
    found: dict[str, str] = {}
    for criterion in rubric.criteria if rubric else ():
        rated = sorted(
            levels.index(score.ratings[criterion.id])
            for score in scores
            if score.ratings.get(criterion.id) in levels
        )
        if rated:
            # Of five the third from below is reached by three, of four the second by three.
            found[criterion.id] = levels[rated[0 if everybody else (len(rated) - 1) // 2]]
    return found


def _held_to_minimum(
    school: School,
    submission: Submission,
    credit: str,
    ratings: Mapping[str, str],
    outcome: Outcome,
) -> tuple[Outcome, tuple[str, ...]]:
    """An award, or the first other outcome when a criterion stays below the level that awards need."""
    rubric, levels = rubric_of(school, submission, credit)
    short = tuple(_below(school, rubric.criteria if rubric else (), levels, ratings))
    if not short:
        return outcome, ()
    others = (one for one in school.committee.says() if one.means == "not-yet")
    return next(others, Outcome(id="not-yet", title="not yet", means="not-yet")), short


def _below(
    school: School, criteria: Iterable[object], levels: Sequence[str], ratings: Mapping[str, str]
) -> Iterable[str]:
    for criterion in (str(getattr(one, "id", "")) for one in criteria):
        least = school.committee.rule.least(criterion)
        reached = ratings.get(criterion)
        if least in levels and reached and levels.index(reached) < levels.index(str(least)):
            yield f"`{criterion}` reaches `{reached}`, and an award needs `{least}`"
