"""The account of a person: everything that any edition shows of them, and who allowed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from canary_school import EVERYTHING, ID, TODAY, agreement, canaries, canary_school, planned
from nouns import ledger, rating
from portfolio_gen.account import EditionAccount, Shown, account, people
from portfolio_gen.model.artifact import Teammate
from portfolio_gen.model.settings import EDITIONS, EditionSettings
from portfolio_gen.model.student import Student
from portfolio_gen.survey import survey
from school import STUDENT, minimal_school

BEN = Student(name="Ben Lim", id="ben-lim")


def by_edition(accounts: Sequence[EditionAccount]) -> dict[str, tuple[Shown, ...]]:
    return {one.edition: one.shown for one in accounts}


def words(shown: Sequence[Shown], what: str) -> list[str]:
    return [one.words for one in shown if one.what == what]


@pytest.fixture(scope="module")
def ada() -> dict[str, tuple[Shown, ...]]:
    return by_edition(account(canary_school(EVERYTHING, BEN), ID, on=TODAY))


def test_it_tells_of_each_kind_of_page(ada: dict[str, tuple[Shown, ...]]) -> None:
    assert {one.what for one in ada["self"]} == {
        *("name", "pronouns", "portrait", "year", "sentence", "interests", "links", "standing"),
        *("story", "work", "goal", "pitch", "picture", "profile", "milestone", "conference"),
        *("credits", "decisions", "class of", "habits", "course", "recognition", "statement"),
        *("targets", "ratings", "binder"),
    } | ({"self-rating", "badges", "strands"} & {one.what for one in ada["self"]})
    assert {one.what for one in ada["public"]}.isdisjoint(
        {"pitch", "conference", "targets", "ratings", "habits", "binder", "self-rating"}
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_work_story_and_goal_of_the_site_is_in_it(
    ada: dict[str, tuple[Shown, ...]], edition: str
) -> None:
    site = planned(canary_school(EVERYTHING, BEN), edition)  # type: ignore[arg-type]
    assert site

    assert words(ada[edition], "work") == [one.title for one in site.artifacts]
    assert words(ada[edition], "goal") == [one.title for one in site.goals]
    assert set(words(ada[edition], "milestone")) == {one.title for one in site.milestones}
    assert words(ada[edition], "profile") == [one.title for one in site.profile]
    assert {
        one.partition("-qz")[0] for one in " ".join(map(str, ada[edition])).split("zq-")[1:]
    } <= {
        *canaries(site),
        "description",
    }


def test_it_tells_how_much_of_ratings_is_shown(ada: dict[str, tuple[Shown, ...]]) -> None:
    assert words(ada["family"], "targets") == ["1 of 2 reached, and 1 draft"]
    assert words(ada["family"], "ratings") == ["5, 5 notes, 5 plans for another try"]
    assert words(ada["committee"], "ratings") == ["6, 6 notes, 6 plans for another try"]
    assert words(ada["family"], "decisions") == ["2, 1 of them “not yet”, 2 with feedback"]
    assert words(ada["committee"], "decisions") == ["3, 1 of them “not yet”, 3 with feedback"]
    assert words(ada["public"], "decisions") == ["1"]
    assert words(ada["family"], "course") == ["zq-course-qz, zq-course-term-qz"]
    assert words(ada["committee"], "course") == [
        "zq-course-qz, zq-course-term-qz: zq-course-level-qz, with a note"
    ]


def test_it_tells_who_allowed_it(ada: dict[str, tuple[Shown, ...]]) -> None:
    (name,) = (one for one in ada["public"] if one.what == "name")
    (credits,) = (one for one in ada["public"] if one.what == "credits")

    assert name.words == "Preferred Canary"
    assert any(one.startswith("the student's choice (") for one in name.because)
    assert any(one.startswith("consent by parent: ") for one in name.because)
    assert credits.because[0].startswith("the school's record (")


def test_it_tells_why_there_is_nothing() -> None:
    silent = account(canary_school({}), ID, on=TODAY)
    nothing = canary_school(EVERYTHING, editions={"public": EditionSettings(build=False)})

    assert [one.because for one in silent if one.edition == "public"] == [
        ("no consent holds on that day",)
    ]
    (public,) = (one for one in account(nothing, ID, on=TODAY) if one.edition == "public")
    assert public.because[0].startswith("the school does not build it (")
    assert (public.site, public.shown) == ("", ())


def with_ben(**records: object) -> dict[str, tuple[Shown, ...]]:
    """The account of Ben, who worked with Ada on one thing."""
    school = canary_school(EVERYTHING, BEN)
    ada = school.students[0]
    work = replace(ada.artifacts[-1], team=(Teammate(student="ben-lim"),))
    school = replace(
        school,
        students=(replace(ada, artifacts=(work,)), BEN),
        ledgers={**school.ledgers, ID: replace(school.ledgers[ID], **records)},  # type: ignore[arg-type]
    )
    return by_edition(account(school, "ben-lim", on=TODAY))


def test_a_part_in_somebody_elses_work_is_told_with_the_name_that_stands_there() -> None:
    told = with_ben()

    (part,) = (one for one in told["family"] if one.what == "part in a team")
    assert part.words == "zq-teamed-title-qz"
    assert part.where == f"{ID}/artifacts/teamed/"
    assert part.because[0].startswith("called “Ben Lim” there (")
    assert words(told["college"], "part in a team") == []


def test_ratings_that_name_a_classmate_are_told_where_they_are_shown() -> None:
    told = with_ben(
        ratings=(
            rating("there", target="weigh", rater="peer", by=("Ben Lim",)),
            rating("there", target="weigh", rater="peer", by=("Ben",)),
            rating("near", target="weigh", rater="peer", by=("Ben Lim",), modified=True),
        )
    )

    assert words(told["family"], "ratings") == ["named beside 2"]
    assert words(told["college"], "ratings") == []


def test_a_name_in_somebodys_text_is_told_wherever_it_is_shown() -> None:
    school = canary_school(EVERYTHING, BEN)
    ada = school.students[0]
    story = replace(
        ada.artifacts[0], narrative="With ben  LIM, whom I owe this.", audience=EDITIONS
    )
    school = replace(school, students=(replace(ada, artifacts=(story,)), BEN))

    told = by_edition(account(school, "ben-lim", on=TODAY))

    assert [one.words for one in told["family"] if one.where == f"{ID}/"] == ["Ben Lim, in 1 text"]
    assert told["public"] == ()


def test_adults_are_told_beside_what_they_are_named() -> None:
    school = canary_school(EVERYTHING | {"b-lund": (agreement("college", "name"),)})
    ledgers = {ID: ledger(*school.ledgers[ID].decisions, habits=school.ledgers[ID].habits)}
    told = account(replace(school, ledgers=ledgers), "b-lund", on=TODAY)
    found = by_edition(told)

    assert words(found["family"], "decisions") == ["named beside 2"]
    assert words(found["college"], "decisions") == ["named beside 1"]
    assert found["public"] == ()
    assert [one.because for one in told if one.edition == "public"] == [
        ("nobody's site there shows them",)
    ]


def test_the_secret_address_of_an_unlisted_site_is_told() -> None:
    school = canary_school(EVERYTHING, editions={"family": EditionSettings(unlisted=True)})
    (family,) = (one for one in account(school, ID, on=TODAY) if one.edition == "family")

    assert family.site.startswith("student-")
    assert all(one.where.startswith(family.site) for one in family.shown)


def test_an_account_can_be_given_of_everybody_whom_the_school_knows(tmp_path: Path) -> None:
    school = survey(minimal_school(tmp_path), on=TODAY).school
    assert school

    assert people(school) == (STUDENT, "b-lund", "c-mora", "e-obi")
    for one in people(school):
        assert len(account(school, one, on=TODAY)) == len(EDITIONS)
