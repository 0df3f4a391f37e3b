"""Who might need a hand, and which credits hardly anybody reaches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nouns import (
    CREDIT,
    artifact,
    claim,
    day,
    decision,
    framework,
    ledger,
    pitch,
    rating,
    school,
    student,
    target,
    with_targets,
)
from portfolio_gen.advise import advise_school
from portfolio_gen.advise.disclosure import FEWEST, is_large_enough, told
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.advice import SchoolPlan, Sign
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.ledger import Enrolment, Ledger
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.school import School
from portfolio_gen.model.student import Student

TODAY = "2026-11-22"


def plan(whole: School, on: str = TODAY) -> SchoolPlan:
    standings = {
        one.id: evaluate(whole.framework_for(one.id), one, whole.ledgers.get(one.id), on=None)
        for one in whole.students
    }
    return advise_school(whole, standings, on=day(on))


def signs(person: Student, records: Ledger, on: str = TODAY, **changes: Any) -> list[Sign]:
    found = plan(school(students=[person], ledgers=[records], **changes), on)
    return [one.sign for one in found.concerns]


def test_whoever_is_on_the_way_is_left_in_peace() -> None:
    person = student(artifacts=(artifact("beans", claim(), date="2026-10-01"),))

    assert signs(person, ledger()) == []


def test_nothing_new_for_long_is_a_reason_to_ask() -> None:
    person = student(artifacts=(artifact("beans", claim(), date="2026-03"),))
    (concern,) = plan(school(students=[person], ledgers=[ledger()])).concerns

    assert (concern.sign, concern.since) == (Sign.QUIET, day("2026-03-31"))
    assert concern.words == "nothing new since 2026-03-31"
    assert signs(person, ledger(rating_of("2026-11-01"))) == []


def rating_of(date: str) -> Any:
    return decision("d1", date=date)


def test_a_draft_tells_staff_nothing() -> None:
    draft = artifact("beans", date="2026-11-01", status="draft")

    assert signs(student(artifacts=(draft,)), ledger()) == [Sign.QUIET]


def test_a_requirement_is_overdue_when_its_phase_has_passed() -> None:
    rules = framework(
        phases=tuple(Phase(id=one, title=f"grade {one}") for one in ("9", "11", "12"))
    )
    entered = PartialDate.parse("2026-09")

    def found(phase: str) -> list[Sign]:
        records = ledger(enrolment=Enrolment(entered=entered, phase=phase, framework="2024"))
        return signs(student(), records, framework=rules)

    assert (found("11"), found("12")) == ([], [Sign.OVERDUE])


def test_a_pitch_that_waits_long_is_the_schools_to_answer() -> None:
    person = student(pitches=(pitch("beans", claim(), date="2026-10-20"),))

    assert signs(person, ledger(), on="2026-11-10") == []
    assert signs(person, ledger(), on="2026-11-11") == [Sign.WAITING]


def test_several_tries_are_a_reason_to_ask_what_would_help() -> None:
    tries = [decision(f"d{one}", "not-yet", date=f"2026-11-0{one}") for one in range(1, 4)]
    (concern,) = plan(school(students=[student()], ledgers=[ledger(*tries)])).concerns

    assert signs(student(), ledger(*tries[:2])) == []
    assert concern.sign is Sign.NOT_YET
    assert concern.words == "not yet: Critical thinking in academics (3 tries)"


def test_tries_that_lead_on_are_none() -> None:
    rules = with_targets(target(), target("angles"))
    days = ("2026-11-01", "2026-11-02", "2026-11-03")
    stays = tuple(rating("beginning", one) for one in days)
    moves = tuple(
        rating(level, one, target="angles")
        for level, one in zip(("beginning", "beginning", "approaching"), days, strict=True)
    )

    assert signs(student(), ledger(ratings=moves), framework=rules) == []
    assert signs(student(), ledger(ratings=stays + moves), framework=rules) == [Sign.NOT_YET]


def test_whoever_has_finished_is_left_in_peace() -> None:
    assert signs(student(), ledger(transcript="final"), on="2030-01-01") == []


def crowd(count: int, earns: Callable[[int], bool], version: str = "2024") -> School:
    """So many students, of whom some have earned one credit."""
    entered = PartialDate.parse("2026-09")
    enrolment = Enrolment(entered=entered, phase="9", framework=version)
    people = [student(id=f"s{one:03}") for one in range(count)]
    records = [
        ledger(*([decision("d1")] if earns(place) else []), enrolment=enrolment, student=person.id)
        for place, person in enumerate(people)
    ]
    return school(students=people, ledgers=records)


def words(whole: School) -> dict[str, str]:
    (group,) = plan(whole).groups
    return {one.about.id: one.tally.words for one in group.reaches}


def test_small_numbers_and_what_they_follow_from_are_not_told() -> None:
    assert words(crowd(20, lambda one: one < 4))[CREDIT] == "fewer than 5"
    assert words(crowd(20, lambda one: one < 5))[CREDIT] == "5"
    assert words(crowd(20, lambda one: one < 15))[CREDIT] == "15"
    assert words(crowd(20, lambda one: one < 16))[CREDIT] == "all but fewer than 5"
    assert words(crowd(20, lambda _: False))["bread"] == "fewer than 5", "nobody is a small number"


def test_a_small_group_is_not_told_of_at_all() -> None:
    (group,) = plan(crowd(9, lambda _: True)).groups

    assert (group.students, group.reaches) == (None, ())
    assert plan(crowd(10, lambda _: True)).groups[0].students == 10


def test_students_are_counted_under_the_version_that_they_entered_under() -> None:
    earlier = framework(version="2020", requirements=())
    old, new = crowd(10, lambda _: True, "2020"), crowd(12, lambda _: False)
    records = {f"n-{name}": one for name, one in new.ledgers.items()}
    people = [student(id=name) for name in records]
    whole = school(
        students=[*old.students, *people],
        ledgers=old.ledgers.values(),
        frameworks={"2020": earlier},
    )
    mixed = School(
        **{name: getattr(whole, name) for name in whole.__slots__ if name != "ledgers"},
        ledgers={**whole.ledgers, **records},
    )

    assert [(one.framework, one.students) for one in plan(mixed).groups] == [
        ("2024", 12),
        ("2020", 10),
    ]


def test_advanced_credits_are_told_of_only_where_they_are_asked_for() -> None:
    beyond = Requirement(id="beyond", title="Beyond", level="advanced", count=1)
    few, more = crowd(10, lambda _: False), framework(requirements=(beyond,))
    (plain,) = plan(few).groups
    (asked,) = plan(School(**{**as_mapping(few), "framework": more})).groups

    assert {one.level.id for one in plain.reaches} == {"foundation"}
    assert {one.level.id for one in asked.reaches} == {"foundation", "advanced"}


def as_mapping(whole: School) -> dict[str, Any]:
    return {name: getattr(whole, name) for name in whole.__slots__}


@given(st.integers(0, 400).flatmap(lambda group: st.tuples(st.integers(0, group), st.just(group))))
def test_no_small_number_can_be_told_from_the_others(counts: tuple[int, int]) -> None:
    part, group = counts
    if not is_large_enough(group):
        return
    answer = told(part, group)
    possible = [one for one in range(group + 1) if told(one, group) == answer]

    assert part in possible
    for hidden in (possible, [group - one for one in possible]):
        assert min(hidden) >= FEWEST or len(hidden) == FEWEST
