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
            "Just getting started: one artifact so far, and 30 foundation credits ahead. Next comes a pitch for the "
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
