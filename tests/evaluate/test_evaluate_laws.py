"""What holds for all ratings, whatever the policy."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from nouns import artifact, decision, ledger, rating, student, target, with_targets
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import CreditLevel, Framework
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.rating import RaterRole, Rating, RatingPolicy, RatingRules
from portfolio_gen.model.standing import Standings, State

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
@given(rules, ratings, ratings)
def test_a_try_moves_nothing_but_its_own_target(
    rule: RatingRules, entries: list[Rating], more: list[Rating]
) -> None:
    """Nothing is summed up across targets, so what happens to one is nothing to the others."""
    tries = [one for one in more if one.target == "fractions"]
    before, after = standings(rule, entries), standings(rule, entries + tries)

    assert [one for one in after if one.target.id != "fractions"] == [
        one for one in before if one.target.id != "fractions"
    ]


@QUICKLY
@given(rules, ratings, st.integers(1, 3))
def test_showing_as_much_as_before_lowers_nothing(
    rule: RatingRules, entries: list[Rating], times: int
) -> None:
    for one in standings(rule, entries):
        level = one.level.id if one.level else "beginning"
        tries = [rating(level, "2026-06-01", target=one.target.id, by=("b-lund",))] * times
        (again,) = (
            after for after in standings(rule, entries + tries) if after.target == one.target
        )
        assert again.place >= one.place


@QUICKLY
@given(rules, ratings, st.integers(1, 5))
def test_the_number_of_tries_before_is_no_penalty(
    rule: RatingRules, entries: list[Rating], times: int
) -> None:
    """Whatever was tried before and was not enough yet; only a mean weighs it, as its rule says."""
    if rule.policy == "decaying":
        return
    tries = [rating("beginning", "2026-01-01", target=one) for one in TARGETS] * times
    before, after = standings(rule, entries), standings(rule, tries + entries)

    assert all(one.place <= other.place for one, other in zip(before, after, strict=True))


@QUICKLY
@given(ratings, st.integers(1, 5))
def test_a_mean_forgets_what_was_before_as_newer_work_comes(
    entries: list[Rating], times: int
) -> None:
    tries = [rating("beginning", "2026-01-01", target=one) for one in TARGETS] * times
    shown = [rating("exceeding", "2026-06-01", target=one) for one in TARGETS] * 5

    for one in standings(RatingRules(policy="decaying"), tries + entries + shown):
        assert one.level and one.level.id == "exceeding"


@QUICKLY
@given(ratings, ratings)
def test_a_credit_by_targets_is_not_lost_by_another_try(
    entries: list[Rating], more: list[Rating]
) -> None:
    """Under the policy that keeps what was once shown."""

    def earned(these: list[Rating]) -> set[str]:
        records = ledger(ratings=tuple(these))
        found = evaluate(framework(RatingRules(policy="highest")), None, records, on=None)
        return {one.credit.id for one in found.credits if one.state is State.EARNED}

    assert earned(entries) <= earned(entries + more)


@QUICKLY
@given(rules, ratings, st.randoms(use_true_random=False))
def test_a_ledger_may_be_written_in_any_order(
    rule: RatingRules, entries: list[Rating], random: Random
) -> None:
    """As long as its entries have days of their own; of one day, the ledger's order counts."""
    dated = [
        replace(one, date=Day(2026, 5, place + 1), id=f"r{place}")
        for place, one in enumerate(entries)
    ]
    decided = (
        decision("d0", "not-yet", date="2026-05-01"),
        decision("d1", "earned", date="2026-05-02"),
        decision("d2", "not-yet", date="2026-05-03"),
        decision("d3", "not-yet", date="2026-05-04", corrects="d2"),
    )
    levels = (CreditLevel(id="foundation", title="Foundation"),)
    chosen = replace(framework(rule), levels=levels)

    def found() -> Standings:
        rated = random.sample(dated, len(dated))
        records = ledger(*random.sample(decided, len(decided)), ratings=tuple(rated))
        return evaluate(chosen, None, records, on=None)

    assert found() == found()


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
