"""What a committee has in front of it: what waits, who may score it, and that nobody else is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from nouns import CREDIT, OTHER_CREDIT, artifact, claim, day, decision, four, framework, ledger
from nouns import pitch as pitched
from nouns import school as little
from nouns import student as somebody
from portfolio_gen.evaluate import evaluate
from portfolio_gen.hallway.queue import queue_from_json, queue_to_json, queued
from portfolio_gen.model.ballot import Ballot, Score
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.committee import Committee, Conflict, Member
from portfolio_gen.model.hearing_views import HearingView
from portfolio_gen.model.rubric import Criterion, Rubric, Rubrics
from portfolio_gen.model.school import School
from portfolio_gen.model.session import Session, Slot
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Sharing
from portfolio_gen.model.submission import Submission
from portfolio_gen.plan import plan_index, plan_queue, plan_site

TODAY = day("2026-05-20")
RUBRICS = Rubrics(
    rubrics=(
        Rubric(
            id="pitch",
            title="Pitch",
            scale="four",
            criteria=(
                Criterion(
                    id="evidence", title="Evidence", descriptors={"meeting": "I can show it."}
                ),
            ),
        ),
    )
)
COMMITTEE = Committee(
    quorum=2,
    members=(
        Member(id="b-lund", name="Berit Lund", role="Science"),
        Member(id="c-mora", name="Celia Mora"),
        Member(id="e-obi", name="Efe Obi"),
        Member(id="g-park", name="Gil Park", conflicts=(Conflict(student="ada-park"),)),
        Member(id="old", name="Old Member", until=day("2025-01-01")),
    ),
)
SITTING = Session(
    id="may-21",
    title="Pitches of May",
    date=day("2026-05-21"),
    start="15:00",
    chair="b-lund",
    members=("b-lund", "c-mora", "e-obi", "g-park"),
    pitches=(Slot(pitch="ada-park/beans"), Slot(pause="Tea")),
)


def handed_in(slug: str = "beans", *credits: str, **changes: Any) -> Submission:
    frozen = pitched(
        slug,
        *map(claim, credits or (CREDIT,)),
        text="As it was handed in.",
        self_rating={"evidence": "meeting"},
        my_part="I counted.",
    )
    values: dict[str, Any] = {
        "student": "ada-park",
        "pitch": slug,
        "number": 1,
        "submitted": day("2026-05-10"),
        "framework": "2024",
        "digest": f"sha256:{slug}",
        "files": {},
        "frozen_pitch": frozen,
        "works": (artifact("beans", claim(), student="ada-park", narrative="Nine beans, frozen."),),
        "intact": True,
    }
    return Submission(**values | changes)


def ballot(reviewer: str, submission: str = "sha256:beans", **changes: Any) -> Ballot:
    values: dict[str, Any] = {
        "scores": (Score(credit=CREDIT, outcome="earned", comment="canaryComment"),),
        "strong": "canaryStrong",
        "note": "canaryNote",
        "date": day("2026-05-11"),
    }
    return Ballot(
        ballot="1",
        student="ada-park",
        pitch="beans",
        submission=submission,
        reviewer=reviewer,
        **values | changes,
    )


def school(*submissions: Submission, **changes: Any) -> School:
    present = pitched("beans", claim(), text="As it is now.")
    student = changes.pop(
        "student", somebody(pitches=(present,), artifacts=(artifact("beans", claim()),))
    )
    values: dict[str, Any] = {
        "students": (student,),
        "ledgers": (ledger(*changes.pop("decisions", ())),),
        "framework": framework(scales=(four(),)),
        "rubrics": RUBRICS,
        "committee": COMMITTEE,
        "submissions": submissions,
    }
    return little(**values | changes)


def site(school: School, edition: EditionName = "committee") -> SiteBlueprint:
    student = school.students[0]
    standings = evaluate(school.framework, student, school.ledgers[student.id], on=TODAY)
    found = plan_site(school, student, edition, standings=standings, on=TODAY)
    assert found is not None
    return found


def hearing(school: School, slug: str = "beans") -> HearingView:
    (found,) = (one.hearing for one in site(school).pitches if one.slug == slug)
    assert found is not None
    return found


def waiting(school: School) -> dict[str, tuple[str, ...]]:
    return {one.address: tuple(title for title, _, _ in one.claims) for one in queued(site(school))}


def test_the_committee_sees_what_was_handed_in_and_not_what_became_of_it() -> None:
    view = site(school(handed_in())).pitches[0]
    assert view.text == "As it was handed in."
    assert view.hearing is not None
    assert [one.narrative for one in view.hearing.works] == ["Nine beans, frozen."]
    assert view.hearing.works[0].source == (
        "transcripts/submissions/ada-park/beans/1/artifacts/beans/artifact.md"
    )
    assert view.hearing.my_part == "I counted."
    assert site(school(handed_in()), "self").pitches[0].text == "As it is now."


def test_a_pitch_that_the_student_has_taken_away_since_is_still_heard() -> None:
    gone = school(handed_in(), student=somebody())
    assert hearing(gone).sheets
    assert waiting(gone) == {"pitches/beans/": ("Critical thinking in academics",)}
    assert not site(gone, "self").pitches


def test_the_rubric_stands_with_its_levels_and_how_the_student_sees_it() -> None:
    (sheet,) = hearing(school(handed_in())).sheets
    (criterion,) = sheet.criteria
    assert [one.id for one in criterion.steps] == [
        "beginning",
        "approaching",
        "meeting",
        "exceeding",
    ]
    assert criterion.steps[2].descriptor == "I can show it."
    assert criterion.own == "meeting"


@pytest.mark.parametrize(
    ("decisions", "open_"),
    [
        ((), True),
        ((decision("d", "not-yet", submission="sha256:beans"),), False),
        ((decision("d", "not-yet", submission="sha256:another", date="2026-05-12"),), True),
        ((decision("d", "not-yet", pitch="beans", date="2026-05-09"),), True),
        ((decision("d", "not-yet", pitch="beans", date="2026-05-10"),), False),
        ((decision("d", "not-yet", pitch="other", date="2026-05-12"),), True),
        ((decision("d", submission="sha256:beans", credit=OTHER_CREDIT),), True),
        ((decision("d", submission="sha256:beans", level="advanced"),), True),
        (
            (
                decision("d", submission="sha256:beans"),
                decision("e", "not-yet", pitch="other", date="2026-05-01", corrects="d"),
            ),
            True,
        ),
    ],
)
def test_what_a_decision_has_answered_is_not_scored(decisions: Any, open_: bool) -> None:
    decided = school(handed_in(), decisions=decisions)
    assert bool(hearing(decided).sheets) is open_
    assert bool(waiting(decided)) is open_


def test_of_several_credits_those_are_scored_that_are_undecided() -> None:
    both = school(
        handed_in("beans", CREDIT, OTHER_CREDIT),
        decisions=(decision("d", submission="sha256:beans"),),
    )
    assert waiting(both) == {"pitches/beans/": ("Communication in community",)}


def test_a_later_pitch_for_the_same_credit_takes_its_place() -> None:
    later = handed_in("herons", submitted=day("2026-05-12"))
    both = school(handed_in(), later)
    assert waiting(both) == {"pitches/herons/": ("Critical thinking in academics",)}
    assert [one.date for one in hearing(both, "herons").earlier] == [day("2026-05-10")]
    assert hearing(both, "herons").earlier[0].text == "As it was handed in."
    assert not hearing(both).earlier


def test_handing_in_again_is_one_pitch() -> None:
    again = handed_in(number=2, digest="sha256:again", submitted=day("2026-05-12"))
    twice = school(handed_in(), again, ballots=(ballot("b-lund"),))
    assert hearing(twice).digest == "sha256:again"
    assert hearing(twice).scored == ()
    assert len(waiting(twice)) == 1


def test_who_may_score_and_who_still_has_to() -> None:
    found = hearing(school(handed_in(), ballots=(ballot("c-mora"),), sessions=(SITTING,)))
    barred = {one.id: one.barred for one in found.reviewers}
    assert barred == {"b-lund": False, "c-mora": False, "e-obi": True, "g-park": True}
    assert found.scored == ("Celia Mora",)
    assert found.awaited == ("Berit Lund",)
    assert (found.quorum, found.session and found.session.address) == (2, "sessions/may-21/")


def test_an_advisor_may_score_where_the_school_says_so() -> None:
    rule = replace(COMMITTEE.rule, advisor_may_score=True)
    found = hearing(school(handed_in(), committee=replace(COMMITTEE, rule=rule)))
    assert not any(one.barred for one in found.reviewers if one.id == "e-obi")


def test_whoever_stood_back_has_not_scored_and_is_not_waited_for() -> None:
    stood_back = ballot("b-lund", conflict="He is my nephew.", scores=())
    found = hearing(school(handed_in(), ballots=(stood_back,), sessions=(SITTING,)))
    assert found.scored == ()
    assert found.awaited == ("Celia Mora",)


def test_the_schools_own_outcomes_are_offered() -> None:
    assert [one.id for one in hearing(school(handed_in())).outcomes] == ["earned", "not-yet"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_nobody_but_the_committee_is_told_of_ballots_and_forms(edition: EditionName) -> None:
    shared = {name: Sharing(attempts=True) for name in EDITIONS}
    student = somebody(
        pitches=(pitched("beans", claim()),),
        artifacts=(artifact("beans", claim(), audience=EDITIONS),),
        sharing=shared,
    )
    whole = school(handed_in(), student=student, ballots=(ballot("c-mora"),), sessions=(SITTING,))
    standings = evaluate(whole.framework, student, whole.ledgers[student.id], on=TODAY)
    found = plan_site(whole, student, edition, standings=standings, on=TODAY)
    told = repr(found)
    assert "canary" not in told
    for word in ("sha256:beans", "Gil Park", "Pitches of May", "HearingView", "frozen."):
        assert (word in told) == (edition == "committee"), word
    if found and edition != "committee":
        assert queue_to_json(found) == ()


def test_an_edition_that_names_nobody_has_no_form() -> None:
    student = somebody(
        pitches=(pitched("beans", claim()),),
        artifacts=(artifact("beans", claim()),),
        sharing={"committee": Sharing(name="initials")},
    )
    found = site(school(handed_in(), student=student))
    assert [one.hearing for one in found.pitches] == [None]
    assert "ada-park" not in repr(queue_to_json(found))


def test_a_pitch_that_nobody_has_handed_in_waits_too() -> None:
    (one,) = queued(site(school()))
    assert not one.handed_in
    assert one.days(TODAY) == 32


def test_the_queue_is_kept_as_json() -> None:
    found = site(school(handed_in(), ballots=(ballot("c-mora"),), sessions=(SITTING,)))
    assert [queue_from_json(one) for one in queue_to_json(found)] == list(queued(found))
    (told,) = queue_to_json(found)
    broken: list[Mapping[str, Any]] = [{}, {**told, "date": "soon"}, {**told, "more": 1}]
    assert [queue_from_json(one) for one in broken] == [None, None, None]


def test_whoever_waited_longest_comes_first() -> None:
    (one,) = queued(site(school(handed_in())))
    older = replace(one, date=day("2026-05-01"), student="Bo", home="bo/")
    ahead = replace(one, date=day("2026-06-01"), claims=(("Bread", "Community", "Foundation"),))
    queue = plan_queue([one, ahead, older], TODAY)
    assert [each.days(TODAY) for each in queue.pitches] == [19, 10, 0]
    assert [(name, len(them)) for name, them in queue.by_student] == [("Ada", 2), ("Bo", 1)]
    assert [(title, len(them)) for title, them in queue.by_credit] == [
        ("Bread", 1),
        ("Critical thinking in academics", 2),
    ]


def test_only_the_committees_index_may_hold_the_queue() -> None:
    queue = plan_queue([], TODAY)
    assert plan_index(school(), "committee", (), queue=queue).queue is queue
    with pytest.raises(ValueError, match="committee alone"):
        plan_index(school(), "family", (), queue=queue)
