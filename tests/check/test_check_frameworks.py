"""Targets, ratings, courses and versions, where an example on a page is not enough."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nouns import (
    CREDIT,
    artifact,
    day,
    decision,
    four,
    framework,
    ledger,
    rating,
    school,
    student,
    target,
    with_targets,
)
from portfolio_gen.check import check_school
from portfolio_gen.diagnostics import Diagnostic, Marks
from portfolio_gen.model.committee import Member
from portfolio_gen.model.course import Course, Courses, CourseType, OfferedCourse
from portfolio_gen.model.crosswalk import Crossing, Crosswalk
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import (
    Competency,
    CreditGrid,
    CreditLevel,
    Expects,
    Framework,
    TargetsNeeded,
)
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ledger import Enrolment, Ledger, Observation
from portfolio_gen.model.rating import RatingRules
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.target import Dimension

TODAY = Day(2026, 11, 22)


def found(
    code: str, rules: Framework | None = None, records: Ledger | None = None, **changes: Any
) -> list[str]:
    """Messages of one rule about a school with one student."""
    values: dict[str, Any] = {"students": (student(),)}
    values |= {"framework": rules or with_targets(), "ledgers": (records or ledger(),)}
    return [one.message for one in diagnosed(**values | changes) if one.code == code]


def diagnosed(**values: Any) -> tuple[Diagnostic, ...]:
    return check_school(school(**values), on=TODAY)


def test_a_framework_with_targets_is_free_of_errors() -> None:
    records = ledger(ratings=(rating(by=("b-lund",)), rating("insufficient", rater="self")))

    assert [
        one
        for one in diagnosed(framework=with_targets(), students=(student(),), ledgers=(records,))
        if one.severity == "error"
    ] == []


def test_ratings_stand_on_the_scale_of_their_target() -> None:
    assert found("PG213", records=ledger(ratings=(rating("heroic"), rating("insufficient")))) == [
        "`heroic` is not a level of `fractions`"
    ]


def test_self_ratings_stand_on_the_scale_and_name_a_target() -> None:
    maker = student(
        artifacts=(artifact("beans", self_rating={"fractions": "great", "flying": "meeting"}),)
    )

    assert found("PG213", students=(maker,)) == ["`great` is not a level of `fractions`"]
    assert found("PG221", students=(maker,)) == ["`flying` is not a target"]


def test_sides_of_a_target_are_described_at_its_levels() -> None:
    side = Dimension(id="d", title="D", levels=(ScaleLevel(id="heroic", title="Heroic"),))

    assert found("PG213", with_targets(target(dimensions=(side,)))) == [
        "`heroic` is not a level of `fractions`"
    ]


def test_requirements_and_credits_ask_for_levels_that_targets_have() -> None:
    asks = Requirement(id="r", title="R", targets="all", at="heroic")
    level = CreditLevel(
        id="foundation", title="F", policy="targets", targets=TargetsNeeded(at="heroic")
    )
    message = "`heroic` is not a level of any target"

    assert found("PG213", with_targets(levels=(level,))) == [message]
    assert found("PG213", with_targets(requirements=(asks,))) == [message]
    assert found("PG310", with_targets(requirements=(asks,))) == [
        "no target counts towards this, so nobody can meet it"
    ]


@pytest.mark.parametrize(
    ("asks", "message"),
    [
        (
            {"targets": "all", "count": 2},
            "this asks for 2 targets, and 1 can count towards it",
        ),
        ({"targets": "all", "count": 0}, "this asks for nothing, so everybody meets it at once"),
        (
            {"targets": "all", "domain": "community"},
            "no target in the domain `community` counts towards this, so nobody can meet it",
        ),
        (
            {"credits": (CREDIT,), "count": 2},
            "this asks for 2 credits, and 1 can count towards it",
        ),
    ],
)
def test_requirements_can_be_met(asks: dict[str, Any], message: str) -> None:
    rules = with_targets(requirements=(Requirement(id="r", title="R", **asks),))

    assert found("PG310", rules) == [message]


def test_a_rater_is_on_the_committee_and_serves() -> None:
    retired = Member(id="b-lund", name="Berit", until=day("2026-01-31"))
    records = ledger(
        ratings=(
            rating(by=("x-yz", "b-lund")),
            rating(rater="expert", by=("Somebody from the harbor",)),
        )
    )
    committee = school().committee
    changed = type(committee)(members=(retired, *committee.members[1:]))

    assert found("PG208", records=records) == ["`x-yz` is not in transcripts/committee.yml"]
    assert found("PG302", records=records, committee=changed) == [
        "Berit was not a member on 2026-04-20"
    ]


def test_ratings_come_after_the_work_and_before_tomorrow() -> None:
    records = ledger(
        ratings=(
            rating(date="2026-01-10", works=("beans",)),
            rating(date="2027-01-10", works=("bread",)),
        )
    )
    maker = student(artifacts=(artifact("beans"),))

    assert found("PG303", records=records, students=(maker,)) == [
        "rated before the work `beans` was made (2026-03-14)"
    ]
    assert found("PG315", records=records) == ["rated on 2027-01-10, which has not come yet"]
    assert len(found("PG207", records=records, students=(maker,))) == 1


def test_entries_with_one_id_and_corrections_of_nothing() -> None:
    twice = ledger(ratings=(rating(id="r1"), rating(id="r1"), rating(), rating(corrects="r9")))

    assert len(found("PG201", records=twice)) == 1
    assert found("PG218", records=twice) == ["`r9` is not an earlier rating of this ledger"]


def test_corrected_ratings_are_not_held_against_a_ledger() -> None:
    mended = ledger(ratings=(rating("heroic", id="r1"), rating(corrects="r1")))

    assert found("PG213", records=mended) == []


def test_observations_name_habits_levels_and_members() -> None:
    rules = with_targets(habits=Habits(scale="four", strands=(Habit(id="effort", title="Effort"),)))
    seen = Observation(
        term="2026 spring",
        date=day("2026-03-02"),
        by="x-yz",
        levels={"effort": "heroic", "luck": "meeting"},
    )
    records = ledger(observations=(seen,))

    assert found("PG213", rules, records) == ["`heroic` is not a level of the scale `four`"]
    assert found("PG215", rules, records) == ["`luck` is not a habit of work"]
    assert len(found("PG208", rules, records)) == 1


def test_a_credit_is_decided_about_at_a_level_at_which_it_can_be_earned() -> None:
    rules = framework(grid=CreditGrid(levels=("foundation",)))
    records = ledger(decision("d1", level="advanced"), decision("d2"))

    assert found("PG202", rules, records) == [
        "`advanced` is not a level at which `critical-thinking/academics` can be earned"
    ]


def test_one_educator_is_enough_where_the_level_says_so() -> None:
    level = CreditLevel(id="foundation", title="F", policy="educator-decision")
    alone = ledger(decision("d1", committee=("b-lund",)))

    assert found("PG301", framework(levels=(level,)), alone) == []
    assert len(found("PG301", framework(), alone)) == 1


def test_levels_by_targets_are_not_judged_by_decisions() -> None:
    levels = (
        CreditLevel(id="foundation", title="F", policy="targets"),
        CreditLevel(id="advanced", title="A", builds_on="foundation"),
    )
    rules = with_targets(levels=levels, requirements=framework().requirements[:1])
    records = ledger(decision("d1", level="advanced"))

    assert found("PG306", rules, records) == []
    assert found("PG308", rules, students=(student(featured_credits=(CREDIT,)),)) == []


def test_counts_are_compared_domain_by_domain() -> None:
    rules = framework(
        expects=Expects(credits=5, targets=1, domains={"academics": 2, "community": 2})
    )

    assert found("PG324", rules) == [
        "1 targets are expected, and there are 0",
        "2 credits in `community` are expected, and there are 3",
    ]


def test_a_target_has_one_scale() -> None:
    both = target("both", levels=(ScaleLevel(id="x", title="X"),), target="x")

    assert len(found("PG325", with_targets(both, target("none", scale=None), target()))) == 2


@pytest.mark.parametrize(
    "rules",
    [
        {"times": 0},
        {"times": 3, "within": 2},
        {"decay": 0.0},
        {"decay": 1.5},
        {"quorum": 0},
        {"formative_share": 100},
        {"kinds": ()},
        {"raters": ()},
    ],
)
def test_rules_for_ratings_make_sense(rules: dict[str, Any]) -> None:
    assert len(found("PG334", with_targets(target(ratings=RatingRules(**rules))))) == 1


def test_a_share_needs_a_mean() -> None:
    assert len(found("PG333", with_targets(ratings=RatingRules(formative_share=10)))) == 1
    small = RatingRules(policy="decaying", formative_share=15)
    assert found("PG333", with_targets(ratings=small)) == []


def test_the_type_of_a_course_offered_counts() -> None:
    offered = OfferedCourse(id="latin", title="Latin", type="ap")
    types = (CourseType(id="ap", title="AP", most=1),)
    rules = framework(courses=Courses(types=types, offered=(offered,)))
    three = tuple(Course(course="latin", term="2026") for _ in range(3))

    assert len(found("PG331", rules, ledger(courses=three))) == 1
    assert found("PG331", rules, ledger(courses=three[:1])) == []


def test_a_course_without_enough_evidence_is_on_no_level_and_lacks_no_product() -> None:
    types = (CourseType(id="topic", title="Topic", ends_in_product=True),)
    rules = framework(scales=(four(),), courses=Courses(types=types, scale="four"))

    def told(code: str, level: str) -> int:
        course = Course(title="Latin", type="topic", term="2026", level=level)
        return len(found(code, rules, ledger(courses=(course,))))

    assert (told("PG213", "insufficient"), told("PG332", "insufficient")) == (0, 0)
    assert (told("PG213", "meeting"), told("PG332", "meeting")) == (0, 1)
    assert told("PG213", "F") == 1


# Versions

NEW = framework(
    version="2026",
    competencies=(Competency(id="inquiry", title="Inquiry"),),
    credits=(),
    requirements=(),
)


def versions(new: Framework, *ledgers: Ledger) -> tuple[Diagnostic, ...]:
    students = tuple(student(id=one.student) for one in ledgers)
    return diagnosed(
        framework=new,
        frameworks={"2024": framework()},
        students=students,
        ledgers=ledgers,
    )


def test_students_are_judged_by_the_version_they_entered_under() -> None:
    entered = Enrolment(entered=PartialDate.parse("2026-09"), phase="9", framework="2026")
    codes = [
        (one.code, one.about)
        for one in versions(
            NEW,
            ledger(decision("d1")),
            ledger(decision("d1"), student="bo", enrolment=entered),
        )
        if one.code == "PG203"
    ]

    assert codes == [("PG203", "bo")]


def test_a_change_that_loses_an_award_names_the_students() -> None:
    said = versions(
        NEW,
        ledger(decision("d1"), decision("d2", "not-yet", credit="bread")),
        ledger(decision("d1"), student="bo"),
    )

    assert [one.message for one in said if one.code == "PG329"] == [
        "`critical-thinking/academics` of version 2024, which `ada-park` and `bo` have earned or reached, "
        "has no place in version 2026"
    ]


def test_a_crosswalk_keeps_awards() -> None:
    crossings = (
        Crossing(old=("critical-thinking", "communication"), new=("inquiry",), needs="any"),
        Crossing(old=("bread",), dropped="We stopped baking."),
    )
    new = replace(NEW, crosswalks=(Crosswalk(version="2024", crossings=crossings),))
    said = versions(new, ledger(decision("d1"), decision("d2", credit="bread")))

    assert [one.code for one in said if one.code in {"PG225", "PG328", "PG329", "PG330"}] == [
        "PG330"
    ]


def test_a_level_that_is_gone_would_lose_its_awards() -> None:
    base = (CreditLevel(id="base", title="Base"),)
    decided = (decision("d1"), decision("d2", level="advanced"))

    def told(levels: dict[str, str], code: str) -> list[str]:
        new = framework(
            version="2026",
            levels=base,
            requirements=(),
            crosswalks=(Crosswalk(version="2024", levels=levels),),
        )
        return [one.message for one in versions(new, ledger(*decided)) if one.code == code]

    assert told({"foundation": "base", "advanced": "base"}, "PG329") == []
    assert told({"foundation": "base"}, "PG329") == [
        "`critical-thinking/academics` at level `advanced` of version 2024, which `ada-park` has earned or reached, "
        "has no place in version 2026"
    ]
    assert told({"foundation": "base"}, "PG328") == [
        "nothing is said of `advanced`, which version 2024 has"
    ]
    assert sorted(told({"foundation": "bass", "advance": "base"}, "PG225")) == [
        "`advance` is not a level of the old version",
        "`bass` is not a level of the new version",
    ]


def test_an_award_at_a_level_that_its_credit_no_longer_has_is_lost() -> None:
    kept = framework().credits[0]
    new = framework(version="2026", credits=(replace(kept, levels=("foundation",)),))
    said = versions(new, ledger(decision("d1", credit="bread", level="advanced")))

    assert [one.message.split(",")[0] for one in said if one.code == "PG329"] == [
        "`bread` at level `advanced` of version 2024"
    ]


def test_the_past_of_a_preset_concerns_those_who_entered_in_it() -> None:
    """A school that extends a preset may drop parts of it without knowing how the preset came about."""
    crossings = (Crossing(old=("critical-thinking",), new=("gone",)),)
    new = replace(NEW, crosswalks=(Crosswalk(version="2024", crossings=crossings),))
    old = replace(framework(), marks=Marks("presets/little/transcripts/frameworks/2024.yml"))
    late = Enrolment(entered=PartialDate.parse("2026-09"), phase="9", framework="2026")

    def codes(*ledgers: Ledger) -> set[str]:
        students = (student(),)
        said = diagnosed(
            framework=new, frameworks={"2024": old}, students=students, ledgers=ledgers
        )
        return {one.code for one in said} & {"PG225", "PG328"}

    assert codes(ledger(enrolment=late)) == set()
    assert codes(ledger()) == {"PG225", "PG328"}


def test_what_a_crosswalk_forgets_is_named_as_it_would_be_written() -> None:
    new = replace(NEW, crosswalks=(Crosswalk(version="2024"),))

    assert [one.message for one in versions(new, ledger()) if one.code == "PG328"] == [
        "nothing is said of `communication`, `critical-thinking` and `bread`, which version 2024 has"
    ]


def test_a_rating_at_the_level_aimed_for_is_an_award_too() -> None:
    old = with_targets()
    said = diagnosed(
        framework=framework(version="2026"),
        frameworks={"2024": old},
        students=(student(),),
        ledgers=(ledger(ratings=(rating("meeting"), rating("exceeding", modified=True))),),
    )

    assert [one.message for one in said if one.code == "PG329"] == [
        "`fractions` of version 2024, which `ada-park` has earned or reached, has no place in version 2026"
    ]


def test_a_credit_and_the_target_that_earns_it_may_have_one_name() -> None:
    old = with_targets(target("bread", credit="bread"))
    records = ledger(decision("d1", credit="bread"), ratings=(rating(target="bread"),))

    said = diagnosed(
        framework=replace(old, version="2026"),
        frameworks={"2024": old},
        students=(student(),),
        ledgers=(records,),
    )
    assert "PG329" not in {one.code for one in said}


@pytest.mark.parametrize(("on", "messages"), [("grades", 0), ("letters", 1)])
def test_grades_of_courses_are_given_and_not_aimed_for(on: str, messages: int) -> None:
    grades = Scale(id="grades", title="Grades", levels=(ScaleLevel(id="A", title="A"),))
    rules = with_targets()

    courses = replace(rules, scales=(*rules.scales, grades), courses=Courses(scale=on))
    habits = Habits(scale="grades", strands=(Habit(id="care", title="Care"),))

    assert len(found("PG311", courses)) == messages
    assert len(found("PG311", replace(courses, habits=habits))) == 1
