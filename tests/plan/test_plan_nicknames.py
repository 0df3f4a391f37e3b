"""What students call themselves is their own; it takes nothing away from anybody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import EVERYTHING, canary_ledger, canary_school, canary_student, narrative
from canary_school import planned as planned_site
from nouns import ledger
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.ledger import Recognition
from portfolio_gen.model.names import Names
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student

PRIZE = Recognition(
    title="Prize of the year", issuer="The Town", date=PartialDate.parse("2026"), about="Well done."
)


def school(classmate: str, *said: str, official: str = "Benjamin Lim") -> School:
    """Ada has a prize on record and a story for each text; a classmate is shown nowhere."""
    stories = tuple(
        narrative(f"story-{number}", ("college",), text=text, title="", about=None)
        for number, text in enumerate(said)
    )
    ben = Student(id="ben-lim", name=classmate)
    ada = canary_student(narratives=stories, artifacts=(), opening=None)
    made = canary_school(EVERYTHING, ben, student=ada)
    record = replace(canary_ledger(), recognitions=(PRIZE,))
    return replace(made, ledgers={"ada-park": record, "ben-lim": ledger(official_name=official)})


def told(made: School) -> list[str]:
    """The stories that colleges see."""
    site = planned_site(made, "college")
    assert site is not None
    return [one.text for one in site.narratives]


@pytest.mark.parametrize(
    "name", ["The Town", "Well done", "of the", "Ben of the year", "TOWN well"]
)
def test_a_classmates_nickname_takes_nothing_from_the_record(name: str) -> None:
    site = planned_site(school(name), "college")

    assert site is not None and site.transcript is not None
    assert [one.title for one in site.transcript.recognitions] == ["Prize of the year"]


@pytest.mark.parametrize("name", ["of the", "I am", "and then I"])
def test_a_nickname_of_everyday_words_hides_nothing(name: str) -> None:
    said = "I am the one of the two, and then I went."

    assert told(school(name, said)) == [said]


@pytest.mark.parametrize(
    "said", ["River Song came along.", "RIVER  SONG!", "With River_Song, my friend."]
)
def test_a_nickname_that_is_written_like_a_name_is_kept_back(said: str) -> None:
    assert told(school("River Song", said)) == []


@pytest.mark.parametrize("said", ["ben lim was there", "Benjamin  lim.", "BEN-LIM"])
def test_a_name_that_the_school_knows_is_kept_back_however_it_is_written(said: str) -> None:
    assert told(school("Ben Lim", said)) == []


def test_a_script_without_capitals_has_names_too() -> None:
    assert told(school("李 小龙", "我和 李 小龙 在一起")) == []


def test_capitals_are_asked_of_each_word() -> None:
    names = Names.of(["The Town", "İpek Öz"], capitals=True)

    assert [*names.in_text("The Town and the Town and The town")] == [("the", "town")]
    assert len([*names.in_text("İpek Öz, ipek öz")]) == 1
