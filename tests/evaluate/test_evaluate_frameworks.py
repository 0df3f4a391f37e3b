"""Credits by targets, requirements, strands, badges, binders and habits, for frameworks of many shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nouns import (
    CREDIT,
    OTHER_CREDIT,
    artifact,
    claim,
    day,
    decision,
    four,
    framework,
    ledger,
    rating,
    student,
    target,
    with_targets,
)
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.framework import Credit, CreditGrid, CreditLevel, Framework, TargetsNeeded
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ledger import Observation
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.standing import Standing, Standings, State
from portfolio_gen.model.student import Student
from portfolio_gen.model.terms import Wording

PHASES = tuple(Phase(id=one, title=f"phase {one}") for one in "123")


def standings(framework: Framework, *ratings: Rating, student: Student | None = None) -> Standings:
    return evaluate(framework, student, ledger(ratings=ratings), on=None)


def by_targets(*targets: Any, **needed: Any) -> Framework:
    level = CreditLevel(
        id="foundation", title="Foundation", policy="targets", targets=TargetsNeeded(**needed)
    )
    return with_targets(*targets, levels=(level,))


def credit(found: Standings, name: str = CREDIT) -> Standing:
    return next(one for one in found.credits if one.credit.id == name)


def test_a_credit_is_earned_on_the_day_of_the_last_target_that_it_takes() -> None:
    rules = by_targets(target("a"), target("b"), target("c", status="draft"))
    one = credit(
        standings(
            rules,
            rating("meeting", "2026-05-03", target="a", works=("beans",)),
            rating("exceeding", "2026-05-01", target="b", works=("bread",)),
        )
    )

    assert (one.state, one.date) == (State.EARNED, day("2026-05-03"))
    assert one.evidence == ("beans", "bread")
    assert one.because == "Earned on 3 May 2026: all its 2 targets reached."
    assert len(one.targets) == 3


def test_new_evidence_can_change_a_credit_by_targets() -> None:
    rules = by_targets(target("a"))
    one = credit(
        standings(rules, rating(target="a"), rating("beginning", "2026-05-01", target="a"))
    )

    assert one.state is State.NOT_YET
    assert one.because == "Not yet: the target that it takes is still to be reached."


def test_reasons_speak_of_targets_in_the_words_of_the_school() -> None:
    words = {"target": Wording(one="standard", many="standards")}

    def because(*targets: str, reached: tuple[str, ...]) -> str:
        rules = replace(by_targets(*(target(one) for one in targets)), terms=words)
        return credit(standings(rules, *(rating(target=one) for one in reached))).because

    assert because("a", reached=("a",)) == "Earned on 20 April 2026: its standard reached."
    assert because("a", "b", reached=("a", "b")).endswith("all its 2 standards reached.")
    assert because("a", "b", reached=("a",)) == (
        "Not yet: 1 of the 2 standards that it takes reached so far."
    )


def test_the_day_of_not_yet_is_that_of_a_rating_that_counts() -> None:
    one = credit(
        standings(
            by_targets(target("a")),
            rating("approaching", "2026-05-01", target="a"),
            rating("meeting", "2026-05-09", target="a", rater="peer"),
        )
    )

    assert (one.state, one.date) == (State.NOT_YET, day("2026-05-01"))


def test_some_targets_at_a_lower_level_may_be_enough() -> None:
    rules = by_targets(target("a"), target("b"), target("c"), count=2, at="approaching")
    low = rating("approaching", "2026-05-01", target="a")

    assert credit(standings(rules, low)).state is State.NOT_YET
    one = credit(standings(rules, low, rating("approaching", "2026-05-02", target="c")))
    assert one.because == "Earned on 2 May 2026: 2 of its 3 targets reached, as many as it takes."


def test_a_credit_without_targets_is_never_earned_by_targets() -> None:
    rules = by_targets(target("a"))
    records = ledger(decision("d1", credit=OTHER_CREDIT))
    one = credit(evaluate(rules, None, records, on=None), OTHER_CREDIT)

    assert (one.state, one.because) == (State.OPEN, "Open: no work claims it yet.")
    assert [each.id for each in one.superseded] == ["d1"]


def test_a_claim_waits_to_be_rated() -> None:
    maker = student(artifacts=(artifact("beans", claim()),))
    one = credit(standings(by_targets(target("a")), student=maker))

    assert one.state is State.CLAIMED
    assert one.because == "Claimed by work from 14 March 2026; its rating comes next."


def test_an_educator_decides_alone() -> None:
    level = CreditLevel(id="foundation", title="Foundation", policy="educator-decision")
    rules = framework(levels=(level,), terms={"educator": Wording(one="advisor", many="advisors")})
    one = credit(evaluate(rules, None, ledger(decision("d1", committee=("b-lund",))), on=None))

    assert one.because == "Earned on 20 April 2026 by decision of the advisor."


def test_a_credit_of_no_domain_is_counted_apart() -> None:
    rules = framework(
        grid=None,
        credits=(
            Credit(id="bread", title="Bread", domain="community"),
            Credit(id="kindness", title="Kindness", levels=("foundation",)),
            Credit(id="opus", title="Opus", domain="community", levels=("advanced",)),
        ),
    )
    found = evaluate(rules, None, ledger(decision("d1", credit="kindness")), on=None)

    assert found.transferable
    assert (found.transferable.earned, found.transferable.of) == (
        (("foundation", 1), ("advanced", 0)),
        1,
    )
    assert [one.of for one in found.domains] == [0, 1]
    assert [(one.credit.id, one.level.id) for one in found.credits] == [
        ("bread", "foundation"),
        ("kindness", "foundation"),
        ("opus", "advanced"),
    ]
    assert [one.of for one in found.requirements] == [2, 2]


def test_a_grid_may_end_at_its_first_level() -> None:
    rules = framework(grid=CreditGrid(levels=("foundation",)))
    found = evaluate(rules, None, ledger(decision("d1", level="advanced")), on=None)

    assert {one.level.id for one in found.credits} == {"foundation"}


def test_a_grid_says_in_the_schools_language_what_its_credits_are_called() -> None:
    spanish = framework(grid=CreditGrid(title="{competency} en {domain}"))

    titles = [one.title for one in spanish.all_credits()]

    assert titles[0] == "Communication en academics"
    assert [one.replace(" en ", " in ") for one in titles] == [
        one.title for one in framework(grid=CreditGrid()).all_credits()
    ]


@pytest.mark.parametrize(
    ("asks", "earned", "of", "missing"),
    [
        ({"targets": "all"}, 1, 3, ("b", "c")),
        ({"targets": "all", "at": "approaching"}, 2, 3, ("c",)),
        ({"targets": ("a", "b"), "count": 1}, 1, 1, ("b",)),
        ({"phases": ("2",)}, 0, 1, ("b",)),
        ({"targets": "all", "domain": "community"}, 0, 1, ("c",)),
        ({"targets": "all", "at": "heroic"}, 0, 3, ("a", "b", "c")),
    ],
)
def test_requirements_may_ask_for_targets(
    asks: dict[str, Any], earned: int, of: int, missing: tuple[str, ...]
) -> None:
    rules = with_targets(
        target("a", phase="1"),
        target("b", phase="2"),
        target("c", credit=OTHER_CREDIT),
        target("d", status="draft"),
        phases=PHASES,
        requirements=(Requirement(id="r", title="R", **asks),),
    )
    (one,) = standings(
        rules, rating("exceeding", target="a"), rating("approaching", target="b")
    ).requirements

    assert (one.earned, one.of, one.missing, one.met) == (earned, of, missing, earned >= of)


def test_requirements_may_ask_for_named_credits() -> None:
    asks = Requirement(id="r", title="R", credits=("bread", CREDIT))
    found = evaluate(framework(requirements=(asks,)), None, ledger(decision("d1")), on=None)

    assert (found.requirements[0].earned, found.requirements[0].of) == (1, 2)
    assert found.requirements[0].missing == ("bread",)


def test_the_learning_level_is_about_learning_and_not_about_age() -> None:
    rules = with_targets(
        target("a", phase="1"), target("b", phase="1"), target("c", phase="2"), phases=PHASES
    )

    def told(*ratings: Rating) -> tuple[str | None, str | None, list[str]]:
        (one,) = standings(rules, *ratings).learning
        assert one.strand.id == "critical-thinking"
        return (
            one.through.id if one.through else None,
            one.phase.id if one.phase else None,
            [each.id for each in one.gaps],
        )

    a, b, c = (rating(target=one) for one in "abc")
    assert told() == (None, "1", [])
    assert told(a, b) == ("1", "2", [])
    assert told(a, c) == (None, "2", ["b"])
    assert told(a, b, c) == ("2", None, [])


def test_a_strand_without_competency_is_a_domain() -> None:
    bread = target("a", credit="bread", phase="1")

    assert [one.strand.id for one in standings(with_targets(bread, phases=PHASES)).learning] == [
        "community"
    ]


def test_one_badge_is_held_at_a_time_and_traded_up() -> None:
    rules = with_targets(target("a"), target("b"))
    low = (rating("approaching", "2026-05-01", target="a"), rating("meeting", target="b"))

    (one,) = standings(rules, *low).badges
    assert (one.title, one.since) == ("Explorer", day("2026-05-01"))
    (one,) = standings(rules, *low, rating("exceeding", "2026-05-09", target="a")).badges
    assert (one.competency.id, one.title) == ("critical-thinking", "Trailblazer")
    assert standings(rules, low[0]).badges == ()


def test_levels_of_different_scales_are_not_compared() -> None:
    rules = with_targets(target("a"), target("b", scale=None, levels=four().levels[:2]))

    assert standings(rules, rating(target="a"), rating("approaching", target="b")).badges == ()


def test_a_binder_tells_taught_learned_and_mastered() -> None:
    rules = with_targets(target("a"), target("b", status="draft"))
    records = ledger(
        ratings=(
            rating("meeting", "2026-05-02", target="a", rater="self"),
            rating("meeting", "2026-05-04", target="a", kind="formative"),
            rating("meeting", "2026-05-09", target="a"),
        ),
        taught={"a": (day("2026-04-30"), day("2026-04-02"))},
    )
    (row,) = evaluate(rules, None, records, on=None).binder

    assert row.taught == (day("2026-04-02"), day("2026-04-30"))
    assert (row.learned, row.mastered) == (day("2026-05-04"), day("2026-05-09"))


def test_observations_of_habits_are_a_picture_and_not_a_mean() -> None:
    rules = with_targets(
        habits=Habits(
            scale="four",
            strands=(Habit(id="respect", title="Respect"), Habit(id="effort", title="Effort")),
        )
    )
    seen = (
        ("2026 spring", "2026-03-02", {"respect": "meeting", "effort": "unknown"}),
        ("2025 fall", "2025-09-02", {"respect": "beginning"}),
        ("2026 spring", "2026-03-09", {"respect": "exceeding", "effort": "meeting"}),
    )
    records = ledger(
        observations=tuple(
            Observation(term=term, date=day(date), by="e-obi", levels=levels)
            for term, date, levels in seen
        )
    )
    found = evaluate(rules, None, records, on=None).habits

    assert [(one.term, one.habit.id, one.usual.id) for one in found] == [
        ("2025 fall", "respect", "beginning"),
        ("2026 spring", "respect", "exceeding"),
        ("2026 spring", "effort", "meeting"),
    ]
    assert [count for _, count in found[1].counts] == [0, 0, 1, 1]
    assert (found[1].first, found[1].last) == (day("2026-03-02"), day("2026-03-09"))
