"""What holds for all ratings, whatever the policy."""

from __future__ import annotations

from random import Random
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from nouns import artifact, ledger, rating, student, target, with_targets
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.framework import CreditLevel, Framework
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.rating import RaterRole, Rating, RatingPolicy, RatingRules
from portfolio_gen.model.standing import State

LEVELS = ["beginning", "approaching", "meeting", "exceeding"]
DATES = ["2026-04-18", "2026-04-20", "2026-05-02"]
TARGETS = ["fractions", "angles"]
POLICIES: tuple[RatingPolicy, ...] = get_args(RatingPolicy)
ROLES: tuple[RaterRole, ...] = get_args(RaterRole)

QUICKLY = settings(max_examples=60, deadline=None, derandomize=True)

ratings = st.lists(
    st.builds(
        rating,
        st.sampled_from([*LEVELS, "insufficient"]),
        st.sampled_from(DATES),
        target=st.sampled_from(TARGETS),
        kind=st.sampled_from(["formative", "summative", "summative"]),
        rater=st.sampled_from(ROLES),
        by=st.sampled_from([(), ("b-lund",), ("b-lund", "c-mora")]),
        modified=st.sampled_from([False, False, True]),
    ),
    max_size=8,
)
rules = st.builds(
    RatingRules,
    policy=st.sampled_from(POLICIES),
    times=st.integers(1, 3),
    within=st.sampled_from([None, 3, 5]),
)


def framework(rule: RatingRules) -> Framework:
    """A framework in which targets earn foundation credits."""
    levels = (CreditLevel(id="foundation", title="Foundation", policy="targets"),)
    return with_targets(*map(target, TARGETS), ratings=rule, levels=levels)


def standings(rule: RatingRules, entries: list[Rating]) -> tuple[TargetStanding, ...]:
    return evaluate(framework(rule), None, ledger(ratings=tuple(entries)), on=None).targets


def found(rule: RatingRules, entries: list[Rating]) -> list[tuple[object, ...]]:
    return [(one.state, one.level, one.held, one.counted) for one in standings(rule, entries)]


def counting(entries: list[Rating], name: str) -> list[Rating]:
    """What the default rules count, oldest first."""
    return [
        one
        for one in sorted(entries, key=lambda one: one.date)
        if one.target == name
        and one.kind == "summative"
        and one.rater in RatingRules().raters
        and not one.modified
        and one.level in LEVELS
    ]


@QUICKLY
@given(rules, ratings, st.randoms(use_true_random=False))
def test_only_the_order_within_a_day_and_a_target_matters(
    rule: RatingRules, entries: list[Rating], random: Random
) -> None:
    queues: dict[tuple[object, str], list[Rating]] = {}
    for entry in entries:
        queues.setdefault((entry.date, entry.target), []).append(entry)
    turns = [(entry.date, entry.target) for entry in entries]
    random.shuffle(turns)
    shuffled = [queues[turn].pop(0) for turn in turns]

    assert standings(rule, shuffled) == standings(rule, entries)


@QUICKLY
@given(ratings)
def test_newest_is_the_last_that_counts(entries: list[Rating]) -> None:
    for one in standings(RatingRules(), entries):
        counted = counting(entries, one.target.id)
        assert (one.level.id if one.level else None) == (counted[-1].level if counted else None)


@QUICKLY
@given(ratings, ratings)
def test_highest_never_sinks(entries: list[Rating], more: list[Rating]) -> None:
    rule = RatingRules(policy="highest")
    before, after = standings(rule, entries), standings(rule, entries + more)

    assert all(one.place <= other.place for one, other in zip(before, after, strict=True))


@QUICKLY
@given(ratings, st.integers(1, 4))
def test_n_times_means_n_times(entries: list[Rating], times: int) -> None:
    for one in standings(RatingRules(policy="n-times", times=times), entries):
        places = [LEVELS.index(each.level) for each in counting(entries, one.target.id)]
        shown = [sum(place >= level for place in places) >= times for level in range(len(LEVELS))]
        assert one.place == sum(shown) - 1


@QUICKLY
@given(ratings, st.floats(0.1, 1))
def test_a_mean_lies_between_what_was_rated(entries: list[Rating], decay: float) -> None:
    for one in standings(RatingRules(policy="decaying", decay=decay), entries):
        places = [LEVELS.index(each.level) for each in counting(entries, one.target.id)]
        assert one.place == -1 if not places else min(places) <= one.place <= max(places)


@QUICKLY
@given(rules, ratings, ratings)
def test_practice_changes_nothing_where_only_earnest_counts(
    rule: RatingRules, entries: list[Rating], more: list[Rating]
) -> None:
    practice = [one for one in more if one.kind == "formative"]

    def stand(these: list[Rating]) -> list[tuple[object, ...]]:
        return [(one.level, one.held, one.counted) for one in standings(rule, these)]

    assert stand(entries + practice) == stand(entries)


@QUICKLY
@given(rules, ratings, st.sampled_from(DATES))
def test_insufficient_evidence_lowers_nothing(
    rule: RatingRules, entries: list[Rating], date: str
) -> None:
    before = standings(rule, entries)
    after = standings(rule, [*entries, rating("insufficient", date)])

    assert [one.level for one in after] == [one.level for one in before]


@QUICKLY
@given(rules, ratings, st.sampled_from(LEVELS))
def test_no_student_can_make_anything_count(
    rule: RatingRules, entries: list[Rating], level: str
) -> None:
    works = tuple(
        artifact(slug, self_rating=dict.fromkeys(TARGETS, level)) for slug in ("beans", "bread")
    )
    records = ledger(ratings=tuple(entries))
    alone = evaluate(framework(rule), None, records, on=None)
    beside = evaluate(framework(rule), student(artifacts=works), records, on=None)

    def told(all_of_it: tuple[TargetStanding, ...]) -> list[tuple[object, ...]]:
        return [(one.state, one.level, one.held, one.counted, one.growth) for one in all_of_it]

    assert told(alone.targets) == told(beside.targets)
    assert [(one.credit, one.state is State.EARNED) for one in alone.credits] == [
        (one.credit, one.state is State.EARNED) for one in beside.credits
    ]


@QUICKLY
@given(rules, ratings)
def test_every_try_is_kept_and_every_standing_explained(
    rule: RatingRules, entries: list[Rating]
) -> None:
    for one in standings(rule, entries):
        about = [entry for entry in entries if entry.target == one.target.id]
        kept = [*one.attempts, *one.modified]

        assert one.because.endswith(".")
        assert len(kept) == len(about)
        assert all(entry in kept for entry in about)
        assert not any(entry.modified for entry in one.counted)
        assert (one.reached is not None) == (one.state == "reached")
