"""How far scorers agree: published worked examples, laws that hold for all ratings, and what cannot be told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portfolio_gen.calibrate import calibrate
from portfolio_gen.calibrate.agreement import ordinal_alpha, weighted_kappa
from portfolio_gen.model.calibration import Mark

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: four observers, twelve units, ratings
# missing; there alpha for ordinal data is 0.815. A dot is a missing rating.
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

# Data set `anxiety` of the R package irr (Gamer, Lemon, Fellows, Singh), raters 2 and 3: twenty people;
# `kappa2(anxiety[,2:3], "squared")` is 0.2520325. That numbers only the levels that occur, so its 6 is the fifth.
SECOND, THIRD = "35452424332333221334", "21443215111233113322"


def matrix(rows: tuple[str, ...]) -> list[tuple[int, ...]]:
    """Unit by unit what is not missing."""
    return [tuple(int(one) for one in column if one != ".") for column in zip(*rows, strict=True)]


def marks(*rows: str, criterion: str = "rubric/evidence") -> list[Mark]:
    """Marks of scorers a, b, c …; one row of places for each."""
    return [
        Mark(criterion=criterion, work=f"work-{number}", scorer="abcdef"[who], place=int(place))
        for who, row in enumerate(rows)
        for number, place in enumerate(row)
        if place != "."
    ]


def test_alpha_of_the_published_example() -> None:
    found = ordinal_alpha(row for row in matrix(OBSERVERS) if len(row) > 1)
    assert found is not None
    assert round(float(found), 3) == 0.815


def test_kappa_of_the_published_example() -> None:
    found = weighted_kappa(
        [(int(one), int(other)) for one, other in zip(SECOND, THIRD, strict=True)]
    )
    assert found is not None
    assert round(float(found), 7) == 0.2520325


def test_report_says_the_same_as_its_parts() -> None:
    report = calibrate(marks(*OBSERVERS))
    (one,) = report.agreements
    assert (one.works, one.scorers) == (11, 4)
    assert one.alpha == ordinal_alpha(row for row in matrix(OBSERVERS) if len(row) > 1)
    assert one.kappa is None
    assert calibrate(marks(SECOND, THIRD)).agreements[0].kappa is not None


def test_percent_counts_pairs_by_how_far_they_lie_apart() -> None:
    (one,) = calibrate(marks("0123", "0113", "22.3")).agreements
    # Three pairs on the first, second and last work, one on the third.
    assert one.apart == (5, 3, 2)
    assert one.share == Fraction(5, 10)


def test_what_is_undefined_is_not_called_perfect() -> None:
    (one,) = calibrate(marks("222", "222")).agreements
    assert (one.alpha, one.kappa, one.share) == (None, None, 1)


def test_complete_agreement_on_different_levels_is_one() -> None:
    (one,) = calibrate(marks("0123", "0123")).agreements
    assert (one.alpha, one.kappa) == (1, 1)
    assert one.shaky == (1, 1)


def test_works_of_all_rubrics_are_counted_once() -> None:
    votes = [("a/one", "first"), ("a/two", "first"), ("a/one", "second"), ("b/one", "third")]
    marks = [
        Mark(criterion=criterion, work=work, scorer=who, place=1)
        for criterion, work in votes
        for who in ("x", "y")
    ]
    alone = Mark(criterion="b/one", work="fourth", scorer="x", place=1)
    assert calibrate([*marks, alone]).works == 3


def test_works_that_one_person_rated_say_nothing() -> None:
    report = calibrate(marks("0..", ".1.", "..2"))
    assert report.agreements[0].works == 0
    assert report.agreements[0].share is None
    assert (report.severities, report.gaps) == ((), ())


def test_alpha_of_few_works_is_shown_to_be_shaky() -> None:
    """One work carries all the agreement there is: without it, nothing better than chance is left."""
    (one,) = calibrate(marks("0001", "0103")).agreements
    assert one.shaky is not None
    lowest, highest = one.shaky
    assert lowest <= 0 < Fraction(1, 2) < highest


def test_severity_is_the_distance_to_the_others_on_the_same_works() -> None:
    report = calibrate(marks("1111", "2222", "222."))
    levels = {one.scorer: one.levels for one in report.severities}
    assert levels == {"a": -1, "b": Fraction(5, 8), "c": Fraction(1, 2)}
    assert {one.scorer: one.works for one in report.severities} == {"a": 4, "b": 4, "c": 3}


def test_somebody_is_not_stricter_for_having_read_weaker_work() -> None:
    report = calibrate([*marks("00..", "00.."), *marks("..33", "..33", criterion="rubric/voice")])
    assert {one.levels for one in report.severities} == {0}


def test_gaps_name_who_lies_apart_the_widest_first() -> None:
    report = calibrate([*marks("02", "21"), *marks("30", "00", criterion="rubric/voice")])
    assert [(one.criterion, one.work, one.levels) for one in report.gaps] == [
        ("rubric/voice", "work-0", 3),
        ("rubric/evidence", "work-0", 2),
    ]
    assert report.gaps[0].places == (("b", 0), ("a", 3))


ratings = some.lists(
    some.lists(some.integers(0, 4), min_size=2, max_size=4).map(tuple), min_size=1, max_size=8
)


@given(ratings)
def test_alpha_does_not_exceed_one_nor_depend_on_order(rows: list[tuple[int, ...]]) -> None:
    found = ordinal_alpha(rows)
    assert found == ordinal_alpha([row[::-1] for row in reversed(rows)])
    assert found is None or found <= 1
    assert (found == 1) == (found is not None and all(len(set(row)) == 1 for row in rows))


@given(some.lists(some.tuples(some.integers(0, 4), some.integers(0, 4)), min_size=1))
def test_kappa_is_the_same_whoever_comes_first_and_where_the_scale_begins(
    pairs: list[tuple[int, int]],
) -> None:
    found = weighted_kappa(pairs)
    assert found == weighted_kappa([(other, one) for one, other in pairs])
    assert found == weighted_kappa([(one + 3, other + 3) for one, other in pairs])
    assert found is None or -1 <= found <= 1


@pytest.mark.parametrize("rows", [("3" * 5, "0" * 5), ("0123" * 3, "1230" * 3, "0" * 12)])
def test_severities_of_scorers_of_the_same_works_cancel_out(rows: tuple[str, ...]) -> None:
    assert sum(one.levels for one in calibrate(marks(*rows)).severities) == 0
