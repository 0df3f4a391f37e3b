"""Where a learning target stands: by its own ratings, under the school's policy, with every try kept."""

from __future__ import annotations

from typing import Any

import pytest

from nouns import TARGET, artifact, day, ledger, rating, student, target, with_targets
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.progress import TargetStanding, TargetState
from portfolio_gen.model.rating import Rating, RatingRules
from portfolio_gen.model.scale import ScaleLevel
from portfolio_gen.model.student import Student


def standing(
    *ratings: Rating,
    framework: Framework | None = None,
    student: Student | None = None,
    on: str | None = None,
    **rules: Any,
) -> TargetStanding:
    chosen = framework or with_targets(ratings=RatingRules(**rules))
    standings = evaluate(chosen, student, ledger(ratings=ratings), on=day(on) if on else None)
    return standings.targets[0]


def level(*ratings: Rating, **rules: Any) -> str | None:
    found = standing(*ratings, **rules).level
    return found.id if found else None


def series(*levels: str, **changes: Any) -> tuple[Rating, ...]:
    """Ratings on the 1st, 2nd, 3rd… of May."""
    return tuple(
        rating(one, f"2026-05-{number:02}", **changes) for number, one in enumerate(levels, start=1)
    )


def test_nothing_rated_is_open() -> None:
    one = standing()

    assert (one.state, one.level, one.since, one.growth) == (TargetState.OPEN, None, None, None)
    assert one.because == "Open: there is no rating that counts yet."


def test_the_newest_rating_counts_in_either_direction() -> None:
    one = standing(*series("exceeding", "approaching"))

    assert one.state is TargetState.NOT_YET
    assert one.because == (
        "Not yet: Approaching, the newest of 2 ratings, on 2 May 2026; Meeting is next."
    )
    assert level(*series("approaching", "exceeding")) == "exceeding"


def test_what_was_once_shown_stays_shown_under_the_policy_highest() -> None:
    one = standing(*series("meeting", "exceeding", "beginning", "exceeding"), policy="highest")

    assert one.level and one.level.id == "exceeding"
    assert [each.date for each in one.counted] == [day("2026-05-02")]
    assert one.because == "Reached: Exceeding, the highest of 4 ratings, on 2 May 2026."


@pytest.mark.parametrize(
    ("levels", "within", "expected"),
    [
        (("meeting",), None, None),
        (("meeting", "exceeding"), None, "meeting"),
        (("exceeding", "beginning", "exceeding"), None, "exceeding"),
        (("exceeding", "exceeding", "beginning", "beginning"), 2, "beginning"),
        (("beginning", "meeting", "approaching", "meeting"), 3, "meeting"),
    ],
)
def test_n_times_asks_for_a_level_again(
    levels: tuple[str, ...], within: int | None, expected: str | None
) -> None:
    assert level(*series(*levels), policy="n-times", within=within) == expected


def test_too_few_ratings_are_insufficient_evidence_and_no_low_level() -> None:
    one = standing(*series("exceeding"), policy="n-times", times=3)

    assert (one.state, one.level) == (TargetState.INSUFFICIENT, None)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("beginning",), "beginning"),
        (("beginning", "exceeding"), "meeting"),  # 0 and 3 at 0.65: 1.95
        (("exceeding", "beginning"), "approaching"),  # 3 and 0: 1.05
        (("beginning", "meeting", "meeting", "meeting"), "meeting"),  # 1.91
    ],
)
def test_decaying_tells_the_level_nearest_to_the_mean(
    levels: tuple[str, ...], expected: str
) -> None:
    assert level(*series(*levels), policy="decaying") == expected


def test_a_mean_between_two_levels_is_the_higher() -> None:
    assert level(*series("beginning", "approaching"), policy="decaying", decay=0.5) == "approaching"


def test_decaying_uses_the_numbers_of_the_scale() -> None:
    own = (
        ScaleLevel(id="low", title="Low", value=0),
        ScaleLevel(id="high", title="High", value=3.5),
        ScaleLevel(id="top", title="Top", value=4),
    )
    chosen = with_targets(
        target(scale=None, levels=own, target="high"), ratings=RatingRules(policy="decaying")
    )

    assert standing(*series("low", "top"), framework=chosen).place == 1


def test_practice_weighs_no_more_than_its_share() -> None:
    practice = series("exceeding", kind="formative")
    earnest = series("approaching")

    assert level(*practice, policy="decaying", formative_share=15) is None
    assert level(*practice, *earnest, policy="decaying", formative_share=15) == "approaching"
    assert level(*practice, *earnest, policy="decaying", formative_share=50) == "meeting"


def test_a_decision_takes_as_many_people_as_the_quorum() -> None:
    together = rating("meeting", "2026-05-01", rater="committee", by=("b-lund", "c-mora"))
    alone = rating("exceeding", "2026-05-02", by=("b-lund", "b-lund"))

    assert level(together, alone, policy="decision", quorum=2) == "meeting"
    assert level(together, alone, policy="decision") == "exceeding"
    assert standing(alone, policy="decision", quorum=2).state is TargetState.INSUFFICIENT


def test_insufficient_evidence_is_a_state_and_never_a_zero() -> None:
    assert standing(rating("insufficient")).state is TargetState.INSUFFICIENT
    assert level(*series("meeting", "insufficient")) == "meeting"
    assert level(*series("meeting", "insufficient"), policy="decaying") == "meeting"


def test_formative_ratings_and_those_of_student_and_peers_are_kept_and_do_not_count() -> None:
    one = standing(
        *series("beginning"),
        rating("exceeding", "2026-06-01", kind="formative"),
        rating("exceeding", "2026-06-02", rater="self"),
        rating("meeting", "2026-06-03", rater="peer"),
    )

    assert one.level and one.level.id == "beginning"
    assert len(one.attempts) == 4
    assert [(each.rater, each.level.id) for each in one.views] == [
        ("self", "exceeding"),
        ("peer", "meeting"),
        ("teacher", "exceeding"),
    ]


def test_a_school_may_let_peers_count() -> None:
    assert level(rating(rater="peer"), raters=("teacher", "peer")) == "meeting"


def test_a_modified_scale_is_another_claim() -> None:
    one = standing(rating("exceeding", modified=True))

    assert (one.state, one.attempts, one.views) == (TargetState.OPEN, (), ())
    assert [each.level for each in one.modified] == ["exceeding"]


def test_a_corrected_rating_is_not_told_again() -> None:
    wrong = rating("exceeding", "2026-05-01", id="r1")
    right = rating("approaching", "2026-05-01", corrects="r1")

    assert standing(wrong, right, policy="highest").attempts == (right,)


def test_a_rating_counts_from_the_day_of_its_release() -> None:
    held = rating(release=day("2026-05-10"))

    assert standing(held, on="2026-05-09").state is TargetState.OPEN
    assert standing(held, on="2026-05-10").state is TargetState.REACHED


def test_the_day_since_when_a_level_is_held_is_lost_with_it() -> None:
    one = standing(*series("meeting", "approaching", "exceeding", "meeting"))

    assert one.held == (day("2026-05-01"), day("2026-05-01"), day("2026-05-03"), None)
    assert (one.since, one.reached) == (day("2026-05-03"), day("2026-05-03"))
    assert one.held_since("approaching") == day("2026-05-01")
    assert not one.stands_at("heroic")


def test_growth_leads_from_the_first_level_to_the_latest() -> None:
    one = standing(*series("beginning", "exceeding", kind="formative"))

    assert one.growth
    assert (one.growth.first.id, one.growth.latest.id, one.growth.steps) == (
        "beginning",
        "exceeding",
        3,
    )


def test_evidence_is_what_the_counting_ratings_looked_at() -> None:
    one = standing(rating("meeting", "2026-05-01", works=("a",)), rating(works=("b",)))

    assert one.evidence == ("a",)


def test_what_students_say_beside_their_works_stands_beside_and_never_counts() -> None:
    works = (
        artifact("old", date="2026-02", self_rating={TARGET: "beginning"}),
        artifact("new", date="2026-03-14", self_rating={TARGET: "meeting", "unknown": "x"}),
        artifact("draft", date="2026-04", status="draft", self_rating={TARGET: "exceeding"}),
    )
    one = standing(
        student=student(artifacts=works), raters=("self", "peer", "teacher"), policy="highest"
    )

    assert one.state is TargetState.OPEN
    assert [(each.rater, each.level.id, each.date) for each in one.views] == [
        ("self", "meeting", day("2026-03-14"))
    ]


def test_ratings_of_unknown_targets_and_off_the_scale_are_left_out() -> None:
    standings = evaluate(
        with_targets(), None, ledger(ratings=(rating(target="flying"), rating("heroic"))), on=None
    )

    assert [one.target.id for one in standings.targets] == [TARGET]
    assert standings.targets[0].state is TargetState.INSUFFICIENT


def test_a_target_without_levels_has_no_standing() -> None:
    nothing = with_targets(target(scale=None), target("other", scale="gone"))

    assert evaluate(nothing, None, ledger(), on=None).targets == ()


def test_a_target_may_count_its_ratings_in_its_own_way() -> None:
    chosen = with_targets(target(ratings=RatingRules(policy="highest")))

    assert standing(*series("exceeding", "beginning"), framework=chosen).place == 3
