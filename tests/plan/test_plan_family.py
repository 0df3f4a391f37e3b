"""What a family reads first: one sentence, three questions, blanks that are no surprise, and what the words mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from canary_school import EVERYTHING, canary_school, planned
from nouns import (
    CREDIT,
    artifact,
    claim,
    day,
    decision,
    framework,
    ledger,
    pitch,
    school,
    student,
    target,
    with_targets,
)
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.family_views import FamilyView
from portfolio_gen.model.glossary import Meaning
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import CheckIn, Goal
from portfolio_gen.model.terms import Wording
from portfolio_gen.plan import plan_site

TODAY = day("2026-11-22")
HOME: tuple[EditionName, ...] = ("family",)


def site(edition: EditionName = "family", **parts: Any) -> SiteBlueprint:
    """The student's site, of a school with parts of its own."""
    whole = school(**{"students": (student(),), **parts})
    person = whole.students[0]
    standings = evaluate(whole.framework, person, whole.ledgers.get(person.id), on=TODAY)
    found = plan_site(whole, person, edition, standings=standings, on=TODAY)
    assert found is not None
    return found


def family(**parts: Any) -> FamilyView:
    told = site(**parts).family
    assert told is not None
    return told


def work(slug: str, *claims: Any, **changes: Any) -> Any:
    return artifact(slug, *claims, audience=HOME, title=f"The {slug}", **changes)


def kinds(told: FamilyView) -> list[str]:
    return [one.kind for one in told.questions]


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_families_are_told_so(edition: EditionName) -> None:
    found = planned(canary_school(EVERYTHING), edition)
    assert found is not None
    assert (found.family is not None) is (edition == "family")


def test_what_waits_for_the_committee_is_next_before_a_work_that_only_claims() -> None:
    waiting = pitch("first", claim(CREDIT), artifacts=("kite",))
    works = (work("kite", claim(CREDIT)), work("boat", claim("communication/community")))
    told = family(students=(student(artifacts=works, pitches=(waiting,)),))

    assert told.next is not None
    assert (told.next.kind, told.next.label.id) == ("pitched", CREDIT)
    assert (told.earned, told.works) == (0, 2)


def test_not_yet_is_another_try_and_is_counted_nowhere() -> None:
    told = family(
        students=(student(artifacts=(work("kite", claim(CREDIT)),)),),
        ledgers=(ledger(decision("one", "not-yet", artifacts=("kite",))),),
    )

    assert told.next is not None
    assert told.next.kind == "rework"
    assert told.earned == 0
    assert "not_yet" not in FamilyView.__dataclass_fields__


def test_without_anything_under_way_the_next_requirement_is_named_with_its_phase() -> None:
    asked = Requirement(id="all", title="All of them", due="11")
    told = family(
        framework=framework(requirements=(asked,)), ledgers=(ledger(),), students=(student(),)
    )

    assert told.next is not None
    assert (told.next.kind, told.next.label.title, told.next.until) == (
        "requirement",
        "All of them",
        "grade 11",
    )


def test_a_blank_is_explained_where_the_framework_says_when_it_is_usual() -> None:
    plain = framework()
    first, *others = plain.domains
    said = replace(plain, domains=(replace(first, phase=plain.phases[-1].id), *others))

    assert family(framework=plain).blanks == ()
    (blank,) = family(framework=said).blanks
    assert blank.usually == plain.phases[-1].title
    assert {one.id.split("/")[1] for one in blank.credits} == {first.id}


def test_the_later_of_two_phases_counts_and_a_credit_may_say_its_own() -> None:
    plain = framework()
    low, high = plain.phases[0], plain.phases[-1]
    said = replace(
        plain,
        domains=tuple(replace(one, phase=low.id) for one in plain.domains),
        competencies=tuple(replace(one, phase=high.id) for one in plain.competencies),
    )
    crossed = said.all_credits()[0]

    assert said.usual_phase(crossed) == high
    assert said.usual_phase(replace(crossed, phase=low.id)) == low
    assert plain.usual_phase(crossed) is None


def test_editions_that_hide_tries_do_not_call_a_credit_unstarted() -> None:
    plain = framework()
    said = replace(plain, domains=tuple(replace(one, phase="9") for one in plain.domains))
    whole = canary_school(EVERYTHING)
    whole = replace(
        whole,
        framework=replace(
            whole.framework,
            domains=tuple(
                replace(one, phase=whole.framework.phases[0].id) for one in whole.framework.domains
            ),
        ),
    )
    told = {edition: planned(whole, edition) for edition in EDITIONS}

    assert any(one.usually for one in site(framework=said).credits)
    for edition, found in told.items():
        assert found is not None
        tries = whole.settings.policy(edition).attempts
        assert any(one.usually for one in found.credits) is tries, edition


def test_three_questions_of_three_kinds_about_three_works() -> None:
    works = (
        work("oven", kind="failure", date="2026-05-01"),
        work("kite", claim(CREDIT), date="2026-04-01", narrative="## A bad morning\n\nWet.\n"),
        work("boat", date="2026-03-01", narrative="## Tar\n\nHot.\n"),
    )
    told = family(students=(student(artifacts=works),))

    assert kinds(told) == ["failure", "claimed", "heading"]
    assert [one.about.title for one in told.questions if one.about] == [
        "The oven",
        "The kite",
        "The boat",
    ]
    assert told.questions[2].detail == "Tar"


def test_few_works_are_asked_about_more_than_once_and_goals_come_before_that() -> None:
    goal = Goal(
        title="Sleep",
        audience=HOME,
        slug="sleep",
        check_ins=(CheckIn(date=day("2026-10-01"), note="Six hours."),),
    )
    one_work = (work("kite", claim(CREDIT), narrative="## Wind\n\nMuch.\n"),)

    assert kinds(family(students=(student(artifacts=one_work, goals=(goal,)),))) == [
        "claimed",
        "goal",
        "heading",
    ]
    assert kinds(family(students=(student(artifacts=one_work),))) == [
        "claimed",
        "heading",
        "hardest",
    ]


def test_nothing_is_asked_about_work_that_the_family_does_not_see() -> None:
    hidden = artifact("secret", audience=(), title="Hidden")
    draft = work("sketch", status="draft")

    assert family(students=(student(artifacts=(hidden, draft)),)).questions == ()


@pytest.mark.parametrize(("credit", "named"), [(CREDIT, "Critical thinking"), ("bread", "Bread")])
def test_a_question_names_the_skill_or_a_credit_that_has_none(credit: str, named: str) -> None:
    (question, *_) = family(students=(student(artifacts=(work("kite", claim(credit)),)),)).questions
    assert (question.kind, question.detail) == ("claimed", named)


def test_questions_stay_the_same_from_day_to_day() -> None:
    works = tuple(work(f"w{place}", claim(CREDIT)) for place in range(5))
    whole = (student(artifacts=works),)
    assert family(students=whole).questions == family(students=whole).questions


def test_a_heading_has_no_markup_and_no_remark_is_read_aloud() -> None:
    text = "## Real *loud* part\n\nYes.\n\n<!--\n## What went wrong?\n-->\n"
    told = family(students=(student(artifacts=(work("kite", narrative=text),)),))
    assert told.questions[0].detail == "Real loud part"


def test_the_glossary_has_the_words_of_the_site_and_no_others() -> None:
    with_credits = {one.id for one in site().glossary}
    assert {"credit", "level-foundation", "domain", "pitch", "not-yet", "artifact"} <= with_credits
    assert "target" not in with_credits

    aims = with_targets(target())
    assert "target" in {one.id for one in site(framework=aims).glossary}


def test_a_school_writes_meanings_of_its_own() -> None:
    said = framework(
        terms={"credit": Wording(one="pebble", many="pebbles", about="A small stone.")},
        glossary=(
            Meaning(id="not-yet", title="Almost", about="Come back."),
            Meaning(id="intensive", title="Intensive", about="One week, one thing."),
        ),
    )
    found = {one.id: (one.title, one.about) for one in site(framework=said).glossary}

    assert found["credit"] == ("Pebble", "A small stone.")
    assert found["not-yet"] == ("Almost", "Come back.")
    assert found["intensive"] == ("Intensive", "One week, one thing.")
    assert found["pitch"][1] == ""


def test_an_edition_without_tries_explains_no_not_yet() -> None:
    for edition in EDITIONS:
        found = planned(canary_school(EVERYTHING), edition)
        assert found is not None
        tries = canary_school(EVERYTHING).settings.policy(edition).attempts
        assert ("not-yet" in {one.id for one in found.glossary}) is tries, edition
