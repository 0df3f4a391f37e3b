"""What a published site rests on, and whether that still holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import (
    EVERYTHING,
    ID,
    TODAY,
    agreement,
    artifact,
    canary_school,
    canary_student,
    media,
)
from nouns import ledger, rating
from portfolio_gen.model.artifact import Teammate
from portfolio_gen.model.consent import CONSENT_FIELDS, Agreement
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName, EditionSettings
from portfolio_gen.model.student import Sharing, Student
from portfolio_gen.plan import plan_grants, still_granted

BEN = Student(id="ben-lim", name="Ben Lim", sharing={"public": Sharing(), "family": Sharing()})
ALL = agreement("public", *sorted(CONSENT_FIELDS))
STUDENT = canary_student(
    artifacts=(
        artifact(
            "boat",
            ("public", "family"),
            team=(Teammate(student="ben-lim"),),
            media=(media("crew", "jonah"), media("me", ID)),
        ),
    )
)
PEOPLE = {
    **EVERYTHING,
    "ben-lim": (agreement("public", "name"),),
    "jonah": (agreement("public", "picture"),),
}


def holds(now: School, edition: EditionName = "public", *, known: bool = True) -> bool:
    """Whether what was granted when everybody agreed still holds in a school."""
    then = canary_school(PEOPLE, BEN, student=STUDENT)
    granted = plan_grants(then, STUDENT, edition, TODAY)
    assert granted
    return still_granted(now, ID, edition, TODAY, granted, choice_is_known=known)


def test_what_was_granted_holds_while_nothing_changes() -> None:
    assert holds(canary_school(PEOPLE, BEN, student=STUDENT))
    assert holds(canary_school(PEOPLE, BEN, student=STUDENT), "family")


def test_a_classmate_who_is_named_beside_a_rating_can_withdraw() -> None:
    def school(*agreed: Agreement) -> School:
        told = ledger(ratings=(rating(rater="peer", by=("Ben",)),))
        found = canary_school({"ben-lim": agreed}, BEN, student=canary_student(artifacts=()))
        return replace(found, ledgers={ID: told})

    then = school()
    granted = plan_grants(then, then.students[0], "family", TODAY)

    assert "ben-lim name" in granted
    assert "ben-lim name" not in plan_grants(then, then.students[0], "college", TODAY)
    assert still_granted(then, ID, "family", TODAY, granted, choice_is_known=True)
    now = school(agreement("family", "work"))
    assert not still_granted(now, ID, "family", TODAY, granted, choice_is_known=True)


@pytest.mark.parametrize("field", sorted(CONSENT_FIELDS - {"habits", "full-name"}))
def test_every_field_that_is_withdrawn_ends_it(field: str) -> None:
    fewer = agreement("public", *sorted(CONSENT_FIELDS - {field, "full-name"}))

    assert not holds(canary_school({**PEOPLE, ID: (fewer,)}, BEN, student=STUDENT))


@pytest.mark.parametrize("person", [ID, "ben-lim", "jonah"])
def test_everybody_who_is_shown_may_withdraw(person: str) -> None:
    gone = {**PEOPLE, person: (agreement("public"),)}

    assert not holds(canary_school(gone, BEN, student=STUDENT))


def test_a_classmate_may_withdraw_by_their_own_choice() -> None:
    assert not holds(canary_school(PEOPLE, replace(BEN, sharing={}), student=STUDENT))


def test_the_students_own_choice_counts_while_it_can_be_read() -> None:
    silent = replace(STUDENT, sharing={})

    assert not holds(canary_school(PEOPLE, BEN, student=silent))
    assert holds(canary_school(PEOPLE, BEN, student=silent), known=False)


def test_a_choice_that_could_be_read_narrows_even_in_a_faulty_file() -> None:
    shy = replace(STUDENT, sharing={"public": Sharing(name="initials", picture=True)})

    assert not holds(canary_school(PEOPLE, BEN, student=shy), known=False)


def test_consent_counts_even_when_the_student_cannot_be_read() -> None:
    others = (BEN,)
    there = replace(canary_school(PEOPLE, student=STUDENT), students=others)
    gone = replace(canary_school({**PEOPLE, ID: ()}, student=STUDENT), students=others)

    assert holds(there, known=False)
    assert not holds(gone, known=False)


@pytest.mark.parametrize(
    "settings",
    [
        EditionSettings(build=False),
        EditionSettings(attempts=False),
        EditionSettings(feedback=False),
        EditionSettings(progress=False),
    ],
)
def test_the_school_may_show_less(settings: EditionSettings) -> None:
    now = canary_school(PEOPLE, BEN, student=STUDENT, editions={"family": settings})

    assert not holds(now, "family")


def test_nobody_needs_to_agree_to_what_is_not_shown() -> None:
    student = canary_student(artifacts=(artifact("boat", (), media=(media("crew", "jonah"),)),))
    granted = plan_grants(canary_school(PEOPLE, student=student), student, "public", TODAY)

    assert [one for one in granted if "jonah" in one] == []
