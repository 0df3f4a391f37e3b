"""Where a credit stands, case by case."""

from __future__ import annotations

import pytest

from nouns import (
    CREDIT,
    OTHER_CREDIT,
    artifact,
    claim,
    day,
    decision,
    framework,
    ledger,
    pitch,
    student,
)
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.standing import Standing, Standings, State
from portfolio_gen.model.student import Student
from portfolio_gen.model.terms import Wording


def standing(
    student: Student | None = None,
    ledger: Ledger | None = None,
    *,
    on: Day | None = None,
    level: str = "foundation",
) -> Standing:
    standings = evaluate(framework(), student, ledger, on=on)
    (one,) = (one for one in standings.credits if (one.credit.id, one.level.id) == (CREDIT, level))
    return one


def test_nothing_on_record_is_open() -> None:
    one = standing()

    assert one.state is State.OPEN
    assert one.because == "Open: no work claims it yet."
    assert (one.date, one.evidence, one.decision, one.superseded) == (None, (), None, ())


def test_a_published_work_claims() -> None:
    works = (
        artifact("zinc", claim(), date="2026-02"),
        artifact("beans", claim(), date="2025"),
        artifact("draft", claim(), date="2026-03", status="draft"),
    )
    one = standing(student(artifacts=works))

    assert one.state is State.CLAIMED
    assert one.because == "Claimed by work from February 2026; its pitch comes next."
    assert one.evidence == ("beans", "zinc")
    assert [work.slug for work, _ in one.claims] == ["beans", "zinc"]


def test_a_published_pitch_waits_for_the_committee() -> None:
    one = standing(student(pitches=(pitch("beans", claim()),), artifacts=(artifact("x", claim()),)))

    assert one.state is State.PITCHED
    assert one.because == "In front of the committee since 18 April 2026."
    assert (one.date, one.evidence) == (day("2026-04-18"), ("beans",))


def test_a_draft_pitch_changes_nothing() -> None:
    one = standing(student(pitches=(pitch("beans", claim(), status="draft"),)))

    assert one.state is State.OPEN
    assert one.pitches == ()


def test_a_decision_answers_the_pitch_it_names_even_when_dated_before_it() -> None:
    answer = decision("d1", "not-yet", date="2026-04-17", pitch="beans")
    one = standing(student(pitches=(pitch("beans", claim()),)), ledger(answer))

    assert one.state is State.NOT_YET


def test_a_decision_of_the_same_day_answers_a_pitch_it_does_not_name() -> None:
    answer = decision("d1", "not-yet", date="2026-04-18")
    one = standing(student(pitches=(pitch("beans", claim()),)), ledger(answer))

    assert one.state is State.NOT_YET


def test_a_decision_about_another_credit_leaves_the_pitch_waiting() -> None:
    both = pitch("beans", claim(), claim(OTHER_CREDIT))
    one = standing(
        student(pitches=(both,)), ledger(decision("d1", credit=OTHER_CREDIT, pitch="beans"))
    )

    assert one.state is State.PITCHED


def test_a_decision_at_another_level_answers_the_pitch_it_names() -> None:
    wished = pitch("beans", claim(level="advanced"))
    records = ledger(decision("d1", level="foundation", pitch="beans"))

    assert standing(student(pitches=(wished,)), records, level="advanced").state is State.OPEN
    assert standing(student(pitches=(wished,)), records).state is State.EARNED


def test_a_new_pitch_after_a_not_yet_waits_again() -> None:
    pitches = (pitch("first", claim()), pitch("second", claim(), date="2026-06-01"))
    one = standing(student(pitches=pitches), ledger(decision("d1", "not-yet", pitch="first")))

    assert one.state is State.PITCHED
    assert one.because == "In front of the committee again, since 1 June 2026."
    assert one.earlier == "Before that it was not yet, on 20 April 2026."
    assert [pitch.slug for pitch in one.pitches] == ["second", "first"]
    assert [decision.id for decision in one.superseded] == ["d1"]


def test_not_yet_is_kept_and_superseded_by_earned() -> None:
    records = ledger(
        decision("d1", "not-yet", date="2026-02-03"),
        decision("d2", "not-yet", date="2026-03-05"),
        decision("d3", "earned", date="2026-04-20"),
    )
    one = standing(None, records)

    assert one.state is State.EARNED
    assert one.because == "Earned on 20 April 2026 by decision of the committee."
    assert one.earlier == "Before that it was not yet, on 3 February 2026 and 5 March 2026."
    assert [decision.id for decision in one.superseded] == ["d2", "d1"]
    assert one.decision == records.decisions[2]


def test_the_reason_alone_tells_of_no_other_try() -> None:
    alone = standing(None, ledger(decision("d2")))
    retried = standing(None, ledger(decision("d1", "not-yet", date="2026-02-03"), decision("d2")))

    assert alone.because == retried.because
    assert alone.story == alone.because
    assert retried.story == f"{retried.because} {retried.earlier}"


def test_a_later_not_yet_takes_nothing_away() -> None:
    one = standing(None, ledger(decision("d1"), decision("d2", "not-yet", date="2026-05-02")))

    assert one.state is State.EARNED
    assert one.decision and one.decision.id == "d1"
    assert one.earlier == "Another try, on 2 May 2026, was not yet; that takes nothing away."


def test_a_correction_undoes_an_award() -> None:
    fix = decision("d2", "not-yet", date="2026-04-21", corrects="d1")
    one = standing(None, ledger(decision("d1"), fix))

    assert one.state is State.NOT_YET
    assert one.because == "Not yet: on 21 April 2026 the committee asked to see more."
    assert (
        one.earlier == "What was recorded on 20 April 2026 has been corrected and does not count."
    )
    assert [decision.id for decision in one.superseded] == ["d1"]


def test_a_correction_may_move_an_award_to_another_credit() -> None:
    fix = decision("d2", credit=OTHER_CREDIT, date="2026-04-21", corrects="d1")
    standings = evaluate(framework(), None, ledger(decision("d1"), fix), on=None)

    assert [one.credit.id for one in earned(standings)] == [OTHER_CREDIT]


def test_a_decision_that_corrects_itself_still_counts() -> None:
    assert standing(None, ledger(decision("d1", corrects="d1"))).state is State.EARNED


def test_the_newest_award_counts_and_the_file_breaks_ties() -> None:
    records = ledger(
        decision("late", date="2026-05-02"), decision("early"), decision("last", date="2026-05-02")
    )
    one = standing(None, records)

    assert one.decision and one.decision.id == "last"
    assert [decision.id for decision in one.superseded] == ["late", "early"]
    assert one.earlier == "It had been earned before, on 20 April 2026 and 2 May 2026."


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-04-30", State.PITCHED),
        ("2026-05-01", State.EARNED),
        (None, State.EARNED),
    ],
)
def test_a_decision_counts_from_the_day_of_its_release(on: str | None, state: State) -> None:
    held = ledger(decision("d1", release=day("2026-05-01"), pitch="beans"))
    one = standing(student(pitches=(pitch("beans", claim()),)), held, on=day(on) if on else None)

    assert one.state is state


def test_a_correction_that_is_not_released_corrects_nothing_yet() -> None:
    fix = decision("d2", "not-yet", date="2026-04-21", corrects="d1", release=day("2026-05-01"))
    records = ledger(decision("d1"), fix)

    assert standing(None, records, on=day("2026-04-25")).state is State.EARNED
    assert standing(None, records, on=day("2026-05-01")).state is State.NOT_YET


def test_first_level_is_always_listed_and_others_once_touched() -> None:
    records = ledger(decision("d1", level="advanced"))
    standings = evaluate(framework(), None, records, on=None)

    assert [(one.credit.id, one.level.id) for one in standings.credits] == [
        ("communication/academics", "foundation"),
        ("critical-thinking/academics", "foundation"),
        ("critical-thinking/academics", "advanced"),
        ("communication/community", "foundation"),
        ("critical-thinking/community", "foundation"),
        ("bread", "foundation"),
    ]


def test_unknown_credits_and_levels_are_left_out() -> None:
    known = evaluate(framework(), student(), ledger(), on=None)
    unknown = evaluate(
        framework(),
        student(artifacts=(artifact("beans", claim("flying"), claim(level="heroic")),)),
        ledger(decision("d1", credit="flying"), decision("d2", level="heroic")),
        on=None,
    )

    assert unknown == known


def test_domains_are_counted_level_by_level() -> None:
    records = ledger(
        decision("d1"),
        decision("d2", credit="bread"),
        decision("d3", credit="bread", level="advanced"),
    )
    counts = evaluate(framework(), None, records, on=None).domains

    assert [(one.domain.id, one.earned, one.of) for one in counts] == [
        ("academics", (("foundation", 1), ("advanced", 0)), 2),
        ("community", (("foundation", 1), ("advanced", 1)), 3),
    ]


def test_requirements_count_their_level_and_domain_only() -> None:
    records = ledger(
        decision("d1"),
        decision("d2", credit="communication/academics"),
        decision("d3", credit="bread"),
        decision("d4", credit=OTHER_CREDIT, level="advanced"),
    )
    everything, two = evaluate(framework(), None, records, on=None).requirements

    assert (everything.met, everything.earned, everything.of) == (False, 3, 5)
    assert (two.met, two.earned, two.of) == (True, 2, 2)


def test_the_school_may_call_its_committee_something_else() -> None:
    renamed = framework(terms={"committee": Wording(one="panel", many="panels")})
    standings = evaluate(renamed, None, ledger(decision("d1")), on=None)

    assert earned(standings)[0].because == "Earned on 20 April 2026 by decision of the panel."


def test_standings_name_the_student_even_when_only_the_school_knows_them() -> None:
    assert evaluate(framework(), None, ledger(), on=None).student == "ada-park"
    assert evaluate(framework(), student(id="bo"), None, on=None).student == "bo"


def earned(standings: Standings) -> list[Standing]:
    return [one for one in standings.credits if one.state is State.EARNED]
