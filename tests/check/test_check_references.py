"""Words that name nothing, and the words that were meant."""

from __future__ import annotations

import pytest

from nouns import artifact, claim, decision, ledger, pitch, school, student
from portfolio_gen.check.nearest import suggest
from portfolio_gen.check.references import (
    unknown_artifact,
    unknown_credit,
    unknown_person,
    unknown_pitch,
    unknown_subject,
    unknown_teammate,
)
from portfolio_gen.check.register import Register
from portfolio_gen.model.artifact import Media, Teammate
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.student import Narrative, Student

TODAY = Day(2026, 11, 22)


def test_a_hint_offers_the_nearest_word_or_says_what_there_is() -> None:
    many = {f"level-{number}": "" for number in range(10)}

    assert suggest("foundatoin", {"foundation": ""}, "levels") == "did you mean `foundation`?"
    assert suggest("x", {"a": "", "b": ""}, "levels") == "the levels are `a`, `b`"
    assert suggest("x", {}, "levels") == "there are no levels yet"
    assert suggest("x", many, "levels").endswith("`level-7` and 2 more")


def test_what_has_been_corrected_is_not_held_against_a_ledger() -> None:
    typo = decision("d1", credit="critical-thinkng/academics")
    fix = decision("d2", corrects="d1")

    assert len([*unknown_credit(register(ledger(typo)))]) == 1
    assert [*unknown_credit(register(ledger(typo, fix)))] == []


def test_a_work_whose_file_could_not_be_read_is_not_unknown() -> None:
    one = student(featured=("bread",), pitches=(pitch("p", claim(), artifacts=("bread",)),))
    read = student(featured=("bread",), unread=frozenset({"bread"}))

    assert len([*unknown_artifact(register(students=(one,)))]) == 2
    assert [*unknown_artifact(register(students=(read,)))] == []


def test_nothing_is_said_about_the_works_of_a_student_who_was_not_read() -> None:
    records = ledger(decision("d1", pitch="beans"))
    unread = Register(school(ledgers=(records,), known=frozenset({"ada-park"})), TODAY)

    assert [*unknown_artifact(unread), *unknown_pitch(unread)] == []


def test_a_teammate_who_was_not_read_is_a_student_all_the_same() -> None:
    work = artifact("beans", team=(Teammate(student="bo"), Teammate(name="a neighbor")))
    alone = school(students=(student(artifacts=(work,)),))
    beside = school(students=(student(artifacts=(work,)),), known=frozenset({"ada-park", "bo"}))

    assert [one.message for one in unknown_teammate(Register(alone, TODAY))] == [
        "`bo` is not a student of this school"
    ]
    assert [*unknown_teammate(Register(beside, TODAY))] == []


def test_people_in_pictures_are_students_or_have_agreed() -> None:
    media = Media(file="a.jpg", people=("ada-park", "jo-brandt", "stranger"))
    shown = school(
        students=(student(artifacts=(artifact("beans", media=(media,)),)),),
        consent={"jo-brandt": ()},
    )

    (one,) = unknown_person(Register(shown, TODAY))
    assert one.message.startswith("`stranger`")


@pytest.mark.parametrize(
    ("about", "known"),
    [
        ("academics", True),
        ("critical-thinking", True),
        ("critical-thinking/academics", True),
        ("2026 spring", True),
        ("autumn", False),
        ("academisc", False),
    ],
)
def test_a_narrative_is_about_something_known_or_about_a_term(about: str, known: bool) -> None:
    narratives = (Narrative(about=about),)

    found = [*unknown_subject(register(students=(student(narratives=narratives),)))]

    assert len(found) == (0 if known else 1)


def register(*ledgers: Ledger, students: tuple[Student, ...] = ()) -> Register:
    return Register(school(students=students or (student(),), ledgers=ledgers), TODAY)
