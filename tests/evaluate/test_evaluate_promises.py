"""What holds for every student and every ledger."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nouns import artifact, claim, decision, framework, ledger, pitch, student
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.standing import Standings, State
from portfolio_gen.model.student import Student

FRAMEWORK = framework()
CREDITS = [one.id for one in FRAMEWORK.all_credits()] + ["unknown"]
LEVELS = ["foundation", "advanced", "unknown"]
DATES = ["2026-04-18", "2026-04-20", "2026-05-02"]
SLUGS = ["beans", "bread"]

QUICKLY = settings(max_examples=60, deadline=None, derandomize=True)

claims = st.lists(st.builds(claim, st.sampled_from(CREDITS), st.sampled_from(LEVELS)), max_size=4)
status = st.sampled_from(["draft", "published"])


@st.composite
def students(draw: st.DrawFn) -> Student:
    slugs = draw(st.lists(st.sampled_from(SLUGS), unique=True))
    return student(
        artifacts=tuple(artifact(one, *draw(claims), status=draw(status)) for one in slugs),
        pitches=tuple(
            pitch(one, *draw(claims), date=draw(st.sampled_from(DATES)), status=draw(status))
            for one in slugs
        ),
    )


@st.composite
def decisions(draw: st.DrawFn, outcomes: Sequence[Any] = ("earned", "not-yet")) -> list[Decision]:
    count = draw(st.integers(0, 6))
    return [
        decision(
            f"d{number}",
            draw(st.sampled_from(outcomes)),
            credit=draw(st.sampled_from(CREDITS)),
            level=draw(st.sampled_from(LEVELS)),
            date=draw(st.sampled_from(DATES)),
            pitch=draw(st.sampled_from([None, *SLUGS])),
            corrects=draw(st.sampled_from([None, None, "d0", "d1"])),
        )
        for number in range(count)
    ]


def earned(standings: Standings) -> set[tuple[str, str]]:
    return {(one.credit.id, one.level.id) for one in standings.credits if one.state is State.EARNED}


@QUICKLY
@given(students(), st.none() | students(), decisions())
def test_no_student_can_make_anything_earned(
    one: Student, other: Student | None, decided: list[Decision]
) -> None:
    records = ledger(*decided)

    assert earned(evaluate(FRAMEWORK, one, records, on=None)) == earned(
        evaluate(FRAMEWORK, other, records, on=None)
    )


@QUICKLY
@given(students(), decisions(outcomes=("not-yet",)))
def test_nothing_is_earned_without_an_award(one: Student, decided: list[Decision]) -> None:
    assert earned(evaluate(FRAMEWORK, one, ledger(*decided), on=None)) == set()


@QUICKLY
@given(students(), decisions(), st.randoms(use_true_random=False))
def test_the_order_of_unrelated_entries_does_not_matter(
    one: Student, decided: list[Decision], random: Random
) -> None:
    assert evaluate(FRAMEWORK, one, ledger(*interleaved(decided, random)), on=None) == evaluate(
        FRAMEWORK, one, ledger(*decided), on=None
    )


def interleaved(decided: list[Decision], random: Random) -> list[Decision]:
    """The same entries in another order, but those about one credit and level in their own."""
    queues: dict[tuple[str, str], list[Decision]] = {}
    for entry in decided:
        queues.setdefault(target(entry), []).append(entry)
    turns = [target(entry) for entry in decided]
    random.shuffle(turns)
    return [queues[turn].pop(0) for turn in turns]


def target(entry: Decision) -> tuple[str, str]:
    return entry.credit, entry.level


@QUICKLY
@given(students(), decisions(), st.sampled_from(CREDITS), st.sampled_from(DATES))
def test_a_not_yet_takes_nothing_away(
    one: Student, decided: list[Decision], credit: str, date: str
) -> None:
    before = evaluate(FRAMEWORK, one, ledger(*decided), on=None)
    appended = decision("new", "not-yet", credit=credit, date=date)
    after = evaluate(FRAMEWORK, one, ledger(*decided, appended), on=None)

    assert earned(after) == earned(before)


@QUICKLY
@given(students(), decisions())
def test_every_standing_can_be_explained(one: Student, decided: list[Decision]) -> None:
    for standing in evaluate(FRAMEWORK, one, ledger(*decided), on=None).credits:
        about = [
            entry for entry in decided if target(entry) == (standing.credit.id, standing.level.id)
        ]
        kept = [*standing.superseded, *([standing.decision] if standing.decision else [])]

        assert standing.because.endswith(".")
        assert (standing.date is None) == (standing.state is State.OPEN)
        assert (standing.decision is not None) == (standing.state in (State.EARNED, State.NOT_YET))
        assert sorted(entry.id for entry in kept) == sorted(entry.id for entry in about)
