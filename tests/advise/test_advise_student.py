"""What is open for one student, and what could come next."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nouns import (
    CREDIT,
    OTHER_CREDIT,
    artifact,
    claim,
    decision,
    framework,
    ledger,
    pitch,
    rating,
    student,
    target,
    with_targets,
)
from portfolio_gen.advise import advise_student
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.advice import Reason, StudentPlan
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.framework import CreditLevel, Framework
from portfolio_gen.model.ledger import Enrolment, Ledger
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.rating import Rework, ReworkStep
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import ScaleLevel

PHASES = tuple(Phase(id=one, title=f"grade {one}") for one in ("9", "10", "11", "12"))
ALL = Requirement(id="all", title="All", level="foundation", due="11")


def in_phase(phase: str, **changes: Any) -> Ledger:
    entered = PartialDate.parse("2025-09")
    return ledger(
        *changes.pop("decisions", ()),
        enrolment=Enrolment(entered=entered, phase=phase, framework="2024"),
        **changes,
    )


def plan(
    *works: Artifact,
    rules: Framework | None = None,
    records: Ledger | None = None,
    drafts: bool = False,
    **person: Any,
) -> StudentPlan:
    rules = rules or framework()
    one = student(artifacts=works, **person)
    standings = evaluate(rules, one, records, on=None)
    return advise_student(rules, one, records, standings, drafts=drafts)


def reasons(given: StudentPlan) -> list[tuple[str, str, Reason]]:
    return [
        (one.work.slug, f"{fit.gap.about.id} {fit.gap.level.id}", fit.reason)
        for one in given.suggestions
        for fit in one.fits
    ]


@pytest.mark.parametrize(
    ("phase", "phases", "each", "words"),
    [
        ("9", 3, 2, "5 to go in this phase and the next two: about 2 a phase"),
        ("10", 2, 3, "5 to go in this phase and the next: about 3 a phase"),
        ("11", 1, 5, "5 to go in this phase"),
        (
            "12",
            0,
            5,
            "5 to go; the end of grade 11 has passed, so agree together on what comes first",
        ),
    ],
)
def test_pace_counts_the_present_phase_as_a_whole_one(
    phase: str, phases: int, each: int, words: str
) -> None:
    rules = framework(phases=PHASES, requirements=(ALL,))
    (opening,) = plan(rules=rules, records=in_phase(phase)).openings

    assert opening.pace
    assert (opening.pace.phases, opening.pace.each) == (phases, each)
    assert opening.pace.words == words


def test_nobody_is_hurried_without_a_due_date_or_a_known_phase() -> None:
    undated = Requirement(id="some", title="Some", count=2)
    rules = framework(phases=PHASES, requirements=(undated, ALL))
    openings = plan(rules=rules, records=in_phase("elsewhere")).openings

    assert [(one.standing.requirement.id, one.pace) for one in openings] == [
        ("all", None),
        ("some", None),
    ]
    assert [one.needed for one in openings] == [5, 2]


def test_what_is_met_is_not_open() -> None:
    records = ledger(
        decision("d1"), decision("d2", credit="communication/academics", date="2026-05-02")
    )
    found = plan(records=records)

    assert [one.requirement.id for one in found.met] == ["two"]
    assert [one.standing.requirement.id for one in found.openings] == ["all"]


def test_each_reason_is_told_and_the_strongest_wins() -> None:
    records = ledger(decision("d1"), decision("d2", "not-yet", credit=OTHER_CREDIT))
    beans = artifact("beans", claim(OTHER_CREDIT), tags=("Community",))
    bread = artifact("bread", claim("bread"), tags=("baking",))
    found = plan(beans, bread, records=records)

    assert reasons(found) == [
        ("beans", f"{OTHER_CREDIT} foundation", Reason.TRIED),
        ("beans", "critical-thinking/community foundation", Reason.ACCEPTED),
        ("bread", "bread foundation", Reason.CLAIMED),
    ]
    told = {fit.reason: fit.because for one in found.suggestions for fit in one.fits}
    assert told == {
        Reason.TRIED: "it was shown for it on 2026-04-20, and can be shown again",
        Reason.CLAIMED: "it is claimed, and not pitched yet",
        Reason.ACCEPTED: ("it has been accepted for Critical thinking in academics, foundation"),
    }
    assert [one.about.id for one in found.untouched] == ["communication/academics"]


def test_a_tag_is_a_reason_of_last_resort() -> None:
    works = (artifact("street", tags=("Critical_Thinking",)),)

    assert reasons(plan(*works)) == [
        ("street", "critical-thinking/academics foundation", Reason.TAGGED),
        ("street", "critical-thinking/community foundation", Reason.TAGGED),
    ]


def test_works_are_chosen_for_what_they_add() -> None:
    few = artifact("a-little", claim())
    many = artifact("much", claim(), claim(OTHER_CREDIT), claim("bread"))
    other = artifact("other", claim("communication/academics"))
    again = artifact("same-again", claim(OTHER_CREDIT), claim("bread"))

    assert [one.work.slug for one in plan(few, many, other, again).suggestions] == ["much", "other"]


def test_a_claim_counts_for_more_than_many_guesses() -> None:
    guesses = artifact("a-guess", tags=("communication", "critical thinking"))
    found = plan(guesses, artifact("claimed", claim(CREDIT)))

    assert [one.work.slug for one in found.suggestions] == ["claimed", "a-guess"]


def test_a_requirement_that_has_enough_asks_for_no_more() -> None:
    rules = framework(requirements=(Requirement(id="one", title="One", count=1),))
    works = (artifact("a", claim("bread")), artifact("b", claim(OTHER_CREDIT)))

    assert [one.work.slug for one in plan(*works, rules=rules).suggestions] == ["a"]


def test_what_waits_for_the_committee_is_left_in_peace() -> None:
    found = plan(artifact("beans", claim()), pitches=(pitch("beans", claim()),))

    assert [one.credit.id for one in found.waiting] == [CREDIT]
    assert found.suggestions == ()
    assert CREDIT not in [one.about.id for one in found.untouched]
    assert [one.needed for one in found.openings] == [5, 2], "a pitch is no promise"


def test_drafts_are_the_students_own() -> None:
    work = artifact("beans", claim(), status="draft")

    assert plan(work).suggestions == ()
    assert reasons(plan(work, drafts=True)) == [("beans", f"{CREDIT} foundation", Reason.CLAIMED)]


def test_guesses_do_not_run_ahead_of_foundation() -> None:
    beyond = Requirement(id="beyond", title="Beyond", level="advanced", count=1)
    rules = framework(requirements=(beyond,))
    tagged, claimed = (
        artifact("tagged", tags=("bread",)),
        artifact("beans", claim(level="advanced")),
    )
    found = plan(tagged, claimed, rules=rules)

    assert reasons(found) == [("beans", f"{CREDIT} advanced", Reason.CLAIMED)]
    assert found.untouched == ()

    earned = plan(rules=rules, records=ledger(decision("d1")))
    assert [one.about.id for one in earned.untouched] == [CREDIT]


def by_targets(**changes: Any) -> Framework:
    levels = (CreditLevel(id="foundation", title="Foundation", policy="targets"),)
    wanted = (Requirement(id="reach", title="Reach", targets="all"),)
    return with_targets(
        target("fractions"),
        target("angles", credit="communication/academics"),
        **{"levels": levels, "requirements": wanted} | changes,
    )


def test_targets_are_filled_by_ratings_claims_and_what_students_see_themselves() -> None:
    seen = artifact("seen", self_rating={"angles": "approaching"})
    claimed = artifact("claimed", claim())
    tried = artifact("tried")
    records = ledger(ratings=(rating("approaching", works=("tried",)),))
    found = plan(seen, claimed, tried, rules=by_targets(), records=records)

    assert reasons(found) == [
        ("claimed", "fractions meeting", Reason.CLAIMED),
        ("seen", "angles meeting", Reason.SELF_RATED),
    ]
    alone = plan(tried, rules=by_targets(), records=records)
    assert reasons(alone) == [("tried", "fractions meeting", Reason.TRIED)]
    assert [one.because for each in found.suggestions for one in each.fits] == [
        "it is claimed for the credit that this counts for",
        "the student sees Approaching in it",
    ]


def test_what_students_see_themselves_speaks_to_credits_by_targets_alone() -> None:
    work = artifact("seen", self_rating={"fractions": "approaching"})
    by_committee = by_targets(levels=framework().levels, requirements=(ALL,))

    found = plan(work, rules=by_targets(requirements=(ALL,)))
    assert reasons(found) == [("seen", f"{CREDIT} foundation", Reason.SELF_RATED)]
    assert found.suggestions[0].fits[0].because == (
        "the student sees Approaching in it, for Fractions"
    )
    assert reasons(plan(work, rules=by_committee)) == []


def test_the_next_step_comes_from_the_level_that_was_seen() -> None:
    own = (
        ScaleLevel(id="low", title="Low", next_step="Say it aloud."),
        ScaleLevel(id="high", title="High", about="I can do it alone.", activities=("Teach it.",)),
        ScaleLevel(id="top", title="Top"),
    )
    rules = with_targets(
        target("fractions", scale=None, levels=own, target="high"),
        target("angles", scale=None, levels=own, target="top"),
        requirements=(Requirement(id="reach", title="Reach", targets="all"),),
        rework=(ReworkStep(id="ask", title="Ask a friend"),),
    )
    rework = Rework(plan="Draw it first.", steps=("ask", "gone"))
    records = ledger(ratings=(rating("low", rework=rework),))
    seen, unseen = plan(rules=rules, records=records).steps

    assert seen.now and seen.towards and unseen.towards
    assert (seen.now.id, seen.towards.id, seen.words) == ("low", "high", "Say it aloud.")
    assert seen.activities == ("Teach it.",)
    assert seen.plan == ("Draw it first.", "Ask a friend")
    assert (unseen.now, unseen.towards.id) == (None, "top")


def test_the_steps_of_a_credit_are_those_of_its_targets() -> None:
    found = plan(rules=by_targets(requirements=(ALL,)), records=ledger(ratings=(rating(),)))

    assert [one.about.id for one in found.steps] == ["angles"]


def test_a_plan_after_a_not_yet_is_remembered() -> None:
    rework = Rework(plan="Half of the words.")
    records = ledger(decision("d1", "not-yet", rework=rework))

    assert [(one.about.id, one.plan) for one in plan(records=records).steps] == [
        (CREDIT, ("Half of the words.",))
    ]


def test_a_framework_without_requirements_asks_for_nothing() -> None:
    found = plan(artifact("beans", claim()), rules=framework(requirements=()))

    assert (found.openings, found.met, found.suggestions, found.untouched) == ((), (), (), ())


CREDITS = [one.id for one in framework().all_credits()]
works = st.lists(
    st.builds(
        lambda slug, credits, tags: artifact(slug, *map(claim, credits), tags=tuple(tags)),
        st.sampled_from(["a", "b", "c", "d"]),
        st.lists(st.sampled_from([*CREDITS, "unknown"]), unique=True),
        st.lists(st.sampled_from(["bread", "academics", "community"]), unique=True),
    ),
    unique_by=lambda one: one.slug,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(works)
def test_a_cover_leaves_nothing_out_and_nothing_in_twice(made: list[Artifact]) -> None:
    rules = framework(requirements=(ALL,))
    found = plan(*made, rules=rules)
    filled = [fit.gap.about.id for one in found.suggestions for fit in one.fits]

    assert len(filled) == len(set(filled))
    assert {*filled, *(one.about.id for one in found.untouched)} == set(CREDITS)
    assert plan(*reversed(made), rules=rules) == found
