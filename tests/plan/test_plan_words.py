"""Sentences and facts: where a student stands, said plainly and kindly."""

from __future__ import annotations

from typing import Any

import pytest

from nouns import framework
from portfolio_gen.model.terms import Wording
from portfolio_gen.plan.person import initials
from portfolio_gen.plan.words import Tally, facts, where_i_stand, words

TILTON = framework(
    terms={
        "domain": Wording(one="area", many="areas"),
        "committee": Wording(one="pitch committee", many="pitch committees"),
    }
)


def tally(**changes: Any) -> Tally:
    return Tally(**{"level": "Foundation", "earned": 0, "of": 30, **changes})


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        (
            tally(due="by the end of grade 11"),
            "Just getting started: the first work is coming, and 30 foundation credits ahead. They are due by the end "
            "of grade 11.",
        ),
        (
            tally(works=1, claimed=1),
            "Just getting started: one artifact so far, and 30 foundation credits ahead. Next comes the pitch for the "
            "work that claims one credit.",
        ),
        (
            tally(earned=18, beyond=(("Advanced", 3),), waiting=2, works=26),
            "18 of 30 foundation credits are earned, and three advanced. Two are waiting for the pitch committee.",
        ),
        (
            tally(earned=1, waiting=1, reworked=1),
            "1 of 30 foundation credits is earned. One is waiting for the pitch committee, and one is being reworked.",
        ),
        (
            tally(earned=29, due="by the end of grade 11"),
            "29 of 30 foundation credits are earned. The other one is due by the end of grade 11.",
        ),
        (
            tally(earned=30, beyond=(("Advanced", 5),)),
            "All 30 foundation credits are earned, and five advanced.",
        ),
        (tally(of=0), ""),
    ],
)
def test_where_i_stand(numbers: Tally, sentence: str) -> None:
    assert where_i_stand(numbers, TILTON) == sentence


STANDARDS = framework(
    terms={
        "target": Wording(one="standard", many="standards"),
        "rating": Wording(one="review", many="reviews"),
    }
)


def by_targets(**changes: Any) -> Tally:
    return tally(**{"policy": "targets", "of": 26, "targets": 33, **changes})


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        (
            by_targets(of=0),
            "Just getting started: the first work is coming, and 33 standards ahead.",
        ),
        (
            by_targets(of=0, reached=12, rated=4),
            "12 of 33 standards are reached. Four more are under way.",
        ),
        (by_targets(of=0, reached=33), "All 33 standards are reached."),
        (
            by_targets(of=0, reached=32, due="by the end of Launch"),
            "32 of 33 standards are reached. The other one is due by the end of Launch.",
        ),
        (
            by_targets(reached=1, works=3),
            "1 of 33 standards is reached, on the way to 26 foundation credits.",
        ),
        (
            by_targets(earned=2, beyond=(("Advanced", 1),), reached=4, rated=1),
            "2 of 26 foundation credits are earned, and one advanced. 4 of 33 standards are reached. One more is under "
            "way.",
        ),
        (
            by_targets(works=1, claimed=2),
            "Just getting started: one artifact so far, and 26 foundation credits ahead. Next comes the review of the "
            "work that claims two credits.",
        ),
        (
            by_targets(reached=5, due="by the end of Discover", due_for="First standards"),
            "5 of 33 standards are reached, on the way to 26 foundation credits. “First standards” comes next, due by "
            "the end of Discover.",
        ),
        (
            tally(earned=3, policy="educator-decision", waiting=1),
            "3 of 30 foundation credits are earned. One is waiting for the educator.",
        ),
        (
            tally(earned=3, policy="targets", reworked=2),
            "3 of 30 foundation credits are earned. Two are under way.",
        ),
    ],
)
def test_where_i_stand_without_a_committee(numbers: Tally, sentence: str) -> None:
    assert where_i_stand(numbers, STANDARDS) == sentence


def test_reached_targets_are_a_fact_and_there_are_at_most_four() -> None:
    many = by_targets(earned=2, beyond=(("Advanced", 1),), reached=4, works=3)

    assert list(facts(many, STANDARDS, 1)) == [
        ("2", "of 26 foundation credits"),
        ("1", "advanced"),
        ("4", "of 33 standards reached"),
        ("3", "artifacts"),
    ]


def test_facts_have_no_zeros_and_agree_with_their_numbers() -> None:
    many = tally(earned=18, beyond=(("Advanced", 3),), works=26)

    assert list(facts(many, TILTON, 2)) == [
        ("18", "of 30 foundation credits"),
        ("3", "advanced"),
        ("26", "artifacts"),
        ("2", "pitches waiting"),
    ]
    assert list(facts(tally(works=1), TILTON, 1)) == [("1", "artifact"), ("1", "pitch waiting")]
    assert list(facts(tally(), TILTON, 0)) == []


def test_words_are_the_schools_or_the_programs() -> None:
    told = dict(words(TILTON))

    assert (told["domain"], told["domains"]) == ("area", "areas")
    assert (told["competencies"], told["pitches"]) == ("competencies", "pitches")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maya Chen", "MC"),
        ("Ada", "A"),
        ("leila haddad-lindgren", "LH"),
        ("Maya Li-Hua Chen", "MC"),
        ("عبد الرحمن", "ع ا"),
        ("O'Neill (Mae)", "OM"),
        ("José Ñandú", "JÑ"),
        ("…", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
