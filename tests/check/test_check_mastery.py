"""Decisions, claims and frameworks, where an example on a page is not enough."""

from __future__ import annotations

from nouns import CREDIT, OTHER_CREDIT, artifact, claim, day, decision, framework, ledger, school
from nouns import pitch as make_pitch
from nouns import student as make_student
from portfolio_gen.check.claims import claimed_twice, featured_not_earned
from portfolio_gen.check.decisions import (
    evidence_not_recorded,
    not_serving,
    not_yet_after_earned,
    skipped_level,
    too_few_members,
    work_changed,
)
from portfolio_gen.check.frameworks import (
    requirement_overdue,
    unused_in_framework,
)
from portfolio_gen.check.ids import duplicate_id, unknown_decision
from portfolio_gen.check.ratings import off_scale, unknown_criterion
from portfolio_gen.check.register import Register
from portfolio_gen.check.requirements import unreachable_requirement
from portfolio_gen.model.committee import Committee, Member
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import (
    Competency,
    Credit,
    Domain,
)
from portfolio_gen.model.ledger import Decision, Enrolment
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.rubric import Criterion, Rubric, Rubrics
from portfolio_gen.model.scale import Scale, ScaleLevel

TODAY = Day(2026, 11, 22)
DIGEST = f"sha256:{'a' * 64}"
OTHER_DIGEST = f"sha256:{'b' * 64}"


def register(*decisions: Decision, **changes: object) -> Register:
    return Register(school(ledgers=(ledger(*decisions),), **changes), TODAY)


def test_a_member_named_twice_counts_once() -> None:
    (one,) = too_few_members(register(decision("d1", committee=("b-lund", "b-lund"))))

    assert one.message == "1 of at least 2 members decided"


def test_members_serve_on_their_first_and_on_their_last_day() -> None:
    member = Member(id="b-lund", name="Berit", since=day("2026-04-20"), until=day("2026-04-20"))
    here = register(
        decision("d1", committee=("b-lund",)),
        decision("d2", date="2026-04-19", committee=("b-lund",)),
        decision("d3", date="2026-04-21", committee=("b-lund",)),
        committee=Committee(members=(member,)),
    )

    assert [one.message for one in not_serving(here)] == [
        "Berit was not a member on 2026-04-19",
        "Berit was not a member on 2026-04-21",
    ]


def test_a_level_may_be_recorded_before_the_one_it_builds_on() -> None:
    both = (decision("d1", level="advanced"), decision("d2", date="2026-05-02"))

    assert [*skipped_level(register(*both))] == []
    assert len([*skipped_level(register(both[0], decision("d2", credit=OTHER_CREDIT)))]) == 1


def test_a_correction_is_no_later_try() -> None:
    fix = decision("d2", "not-yet", date="2026-05-02", corrects="d1")

    assert [*not_yet_after_earned(register(decision("d1"), fix))] == []


def test_a_digest_is_asked_for_awards_alone_and_only_of_work_that_is_there() -> None:
    works = (artifact("beans", digest=DIGEST), artifact("bread", digest=None))
    here = register(
        decision("d1", artifacts=("beans", "bread", "gone")),
        decision("d2", "not-yet"),
        decision("d3", evidence={"beans": "sha256:cafe"}),
        decision("d4", evidence={"beans": DIGEST}),
        students=(make_student(artifacts=works),),
    )

    found = [*evidence_not_recorded(here)]
    assert [one.message for one in found] == [
        "no digest keeps how `beans` was when the committee saw it"
    ] * 2
    assert DIGEST in found[0].hint
    assert [*work_changed(here)] == []


def test_changed_work_is_told_of_awards_alone() -> None:
    here = register(
        decision("d1", "not-yet", evidence={"beans": OTHER_DIGEST}),
        decision("d2", evidence={"beans": OTHER_DIGEST}),
        students=(make_student(artifacts=(artifact("beans", digest=DIGEST),)),),
    )

    assert len([*work_changed(here)]) == 1


def test_no_hint_tells_of_a_decision_before_its_release() -> None:
    featuring = make_student(featured_credits=(CREDIT,))
    held = decision("d1", release=day("2026-12-01"))

    assert len([*featured_not_earned(register(held, students=(featuring,)))]) == 1
    assert [*featured_not_earned(register(decision("d1"), students=(featuring,)))] == []


def test_a_credit_at_two_levels_is_two_claims() -> None:
    work = artifact("beans", claim(), claim(level="advanced"))
    twice = make_pitch("beans", claim(), claim(), claim())

    assert [*claimed_twice(register(students=(make_student(artifacts=(work,)),)))] == []
    assert len([*claimed_twice(register(students=(make_student(pitches=(twice,)),)))]) == 2


def test_overdue_counts_what_a_requirement_counts() -> None:
    wants = Requirement(
        id="one", title="One", level="foundation", count=1, domain="academics", due="9"
    )
    last_year = Enrolment(entered=PartialDate(2025), phase="11", framework="2024")

    def found(*decisions: Decision) -> list[str]:
        here = school(
            ledgers=(ledger(*decisions, enrolment=last_year),),
            framework=framework(requirements=(wants,)),
        )
        return [one.message for one in requirement_overdue(Register(here, TODAY))]

    assert found() == ["One: 0 of 1 so far, planned for the end of grade 9"]
    assert len(found(decision("d1", level="advanced"))) == 1
    assert len(found(decision("d1", credit=OTHER_CREDIT))) == 1
    assert found(decision("d1")) == []


def test_a_requirement_is_not_overdue_within_its_phase() -> None:
    wants = Requirement(id="one", title="One", level="foundation", count=1, due="9")

    assert [*requirement_overdue(register(framework=framework(requirements=(wants,))))] == []


def test_requirements_ask_for_something_that_is_there() -> None:
    def found(count: object, domain: str | None = None) -> int:
        asks = Requirement(id="r", title="R", level="foundation", count=count, domain=domain)
        return len([*unreachable_requirement(register(framework=framework(requirements=(asks,))))])

    assert [found(count) for count in ("all", 1, 5, 6, 0, -1)] == [0, 0, 0, 1, 1, 1]
    assert [found(count, "academics") for count in ("all", 2, 3)] == [0, 0, 1]


def test_a_domain_and_a_competency_of_the_same_id_are_told_apart() -> None:
    alike = framework(
        domains=(Domain(id="wellness", title="Wellness"), Domain(id="arts", title="Arts")),
        competencies=(Competency(id="arts", title="Arts"),),
        grid=None,
        credits=(Credit(id="run", title="Run", domain="wellness", competency="arts"),),
    )

    (one,) = unused_in_framework(register(framework=alike))
    assert one.message == "no credit and no target belongs to `arts`"


def test_an_id_given_three_times_is_said_twice_and_a_grid_once() -> None:
    thrice = register(decision("d1"), decision("d1"), decision("d1"))
    domain = Domain(id="academics", title="Academics")
    doubled = register(framework=framework(domains=(domain, domain)))
    listed = Credit(id=CREDIT, title="By hand", domain="academics")

    assert len([*duplicate_id(thrice)]) == 2
    assert len([*duplicate_id(doubled)]) == 1
    assert len([*duplicate_id(register(framework=framework(credits=(listed,))))]) == 1
    assert len([*duplicate_id(register(framework=framework(credits=(listed,), grid=None)))]) == 0


def test_a_correction_stands_behind_what_it_corrects() -> None:
    later = register(decision("d1", corrects="d2"), decision("d2"))
    itself = register(decision("d1", corrects="d1"))
    right = register(decision("d1"), decision("d2", corrects="d1"))

    assert [len([*unknown_decision(one)]) for one in (later, itself, right)] == [1, 1, 0]


SCALE = Scale(
    id="readiness", title="Readiness", levels=(ScaleLevel(id="meeting", title="Meeting"),)
)


def rated(rating: dict[str, str], credit: str = CREDIT) -> Register:
    rubric = Rubric(
        id="thinking",
        title="Thinking",
        scale="readiness",
        competencies=("critical-thinking",),
        criteria=(Criterion(id="evidence", title="Evidence"),),
    )
    general = Rubric(
        id="any",
        title="Any",
        scale="unknown",
        criteria=(Criterion(id="reflection", title="Reflection"),),
    )
    return register(
        decision("d1", credit=credit, ratings=rating),
        framework=framework(scales=(SCALE,)),
        rubrics=Rubrics(rubrics=(general, rubric)),
    )


def test_ratings_are_read_by_the_rubric_of_their_competency() -> None:
    assert [*unknown_criterion(rated({"evidence": "meeting"}))] == []
    assert len([*unknown_criterion(rated({"reflection": "meeting"}))]) == 1
    assert [*unknown_criterion(rated({"reflection": "x"}, OTHER_CREDIT))] == []
    assert len([*off_scale(rated({"evidence": "great"}))]) == 1


def test_an_unknown_credit_or_scale_is_not_said_again_of_its_ratings() -> None:
    assert [*unknown_criterion(rated({"anything": "x"}, "unknown"))] == []
    assert [*off_scale(rated({"reflection": "x"}, OTHER_CREDIT))] == []
