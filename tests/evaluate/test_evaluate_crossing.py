"""A student's awards in another version of the framework."""

from __future__ import annotations

from dataclasses import replace

from nouns import (
    CREDIT,
    artifact,
    claim,
    day,
    decision,
    framework,
    ledger,
    pitch,
    rating,
    student,
    target,
    with_targets,
)
from portfolio_gen.evaluate import translate
from portfolio_gen.model.crosswalk import Crossing, Crosswalk, follow
from portfolio_gen.model.framework import Competency, Credit, CreditLevel, Framework
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.progress import TargetStanding
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.standing import State
from portfolio_gen.model.student import Pitch
from portfolio_gen.model.translation import Award, Translation

OLD = framework()
SKILLS = (
    Competency(id="inquiry", title="Inquiry"),
    Competency(id="play", title="Play"),
)


def later(*crossings: Crossing, **changes: object) -> Framework:
    crosswalk = Crosswalk(version="2024", crossings=crossings)
    values = {"version": "2026", "competencies": SKILLS, "credits": (), "crosswalks": (crosswalk,)}
    return framework(**values | changes)


def across(new: Framework, *decisions: Decision) -> Translation:
    return translate(OLD, new, None, ledger(*decisions), on=None)


def earned(found: Translation) -> list[Award]:
    return [
        Award(one.credit.id, one.level.id)
        for one in found.standings.credits
        if one.state is State.EARNED
    ]


def test_a_credit_of_a_grid_follows_its_competency() -> None:
    found = across(
        later(Crossing(old=("critical-thinking",), new=("inquiry",))), decision("d1", credit=CREDIT)
    )

    assert earned(found) == [Award("inquiry/academics", "foundation")]
    assert [one.award.credit for one in found.kept] == [CREDIT]
    assert found.version == found.standings.framework == "2026"


def test_one_may_become_many() -> None:
    found = across(
        later(Crossing(old=("bread",), new=("play/community", "inquiry/community"))),
        decision("d1", credit="bread"),
    )

    assert {one.credit for one in earned(found)} == {"play/community", "inquiry/community"}


def test_of_many_all_are_needed_unless_any_is_enough() -> None:
    both = ("critical-thinking", "communication")
    new = later(Crossing(old=both, new=("inquiry",)))
    one, other = decision("d1"), decision("d2", credit="communication/academics")

    alone = across(new, one)
    assert (earned(alone), alone.lost) == ([], ())
    assert alone.partial[0].missing == ("communication/academics",)
    assert earned(across(new, one, other)) == [Award("inquiry/academics", "foundation")]
    any_of_them = later(Crossing(old=both, new=("inquiry",), needs="any"))
    assert earned(across(any_of_them, one)) == [Award("inquiry/academics", "foundation")]


def test_what_is_dropped_on_purpose_is_not_lost_by_accident() -> None:
    found = across(
        later(Crossing(old=("bread",), dropped="We stopped baking.")),
        decision("d1", credit="bread"),
        decision("d2"),
    )

    assert [one.reason for one in found.dropped] == ["We stopped baking."]
    assert found.lost == (Award(CREDIT, "foundation"),)


def test_what_is_not_named_keeps_its_id() -> None:
    found = across(
        later(credits=(Credit(id="bread", title="Bread", domain="community"),)),
        decision("d1", credit="bread"),
    )

    assert (earned(found), found.lost) == ([Award("bread", "foundation")], ())


def test_levels_may_change_their_names() -> None:
    new = framework(
        version="2026",
        levels=(CreditLevel(id="base", title="Base"),),
        requirements=(),
        crosswalks=(Crosswalk(version="2024", levels={"foundation": "base"}),),
    )

    found = across(new, decision("d1"), decision("d2", level="advanced"))
    assert earned(found) == [Award(CREDIT, "base")]
    assert found.lost == (Award(CREDIT, "advanced"),)


def test_ratings_follow_their_targets() -> None:
    old = with_targets(target("a"), target("b"))
    new = with_targets(
        target("whole"),
        target("b"),
        version="2026",
        crosswalks=(Crosswalk(version="2024", crossings=(Crossing(old=("a",), new=("whole",)),)),),
    )
    records = ledger(ratings=(rating(target="a"), rating("beginning", target="b")))
    found = translate(old, new, None, records, on=None).standings.targets

    assert [(one.target.id, one.level.id if one.level else None) for one in found] == [
        ("whole", "meeting"),
        ("b", "beginning"),
    ]


def joined(*ratings: Rating) -> TargetStanding:
    """Where the target stands that two old ones became together."""
    crossing = Crossing(old=("a", "b"), new=("whole",))
    new = with_targets(
        target("whole"),
        version="2026",
        crosswalks=(Crosswalk(version="2024", crossings=(crossing,)),),
    )
    old = with_targets(target("a"), target("b"))
    records = ledger(ratings=ratings)
    (whole,) = translate(old, new, None, records, on=None).standings.targets
    return whole


def test_targets_that_became_one_are_reached_together() -> None:
    first, other = rating(target="a"), rating(target="b", date="2026-05-04")
    assert joined(first).state == "open"
    assert joined(first, rating("approaching", target="b")).state == "not-yet"
    assert joined(first, rating("insufficient", target="b")).state == "insufficient"
    assert joined(first, other).state == "reached"


def test_a_target_that_did_not_stay_reached_holds_back_the_one_it_became() -> None:
    first, other = rating(target="a"), rating(target="b", date="2026-05-04")
    again = rating("beginning", "2026-06-01", target="b")
    assert joined(first, other, again).state == "not-yet"
    assert joined(first, again, rating("exceeding", "2026-06-20", target="b")).state == "reached"


def test_days_of_teaching_are_gathered_from_all_that_became_one() -> None:
    crosswalk = Crosswalk(version="2024", crossings=(Crossing(old=("a", "b"), new=("whole",)),))
    new = with_targets(target("whole"), version="2026", crosswalks=(crosswalk,))
    records = ledger(taught={"a": (day("2026-03-08"),), "b": (day("2026-03-01"),)})
    (row,) = translate(
        with_targets(target("a"), target("b")), new, None, records, on=None
    ).standings.binder

    assert [str(one) for one in row.taught] == ["2026-03-01", "2026-03-08"]


def test_what_a_student_claims_and_pitches_follows_too() -> None:
    new = later(Crossing(old=("critical-thinking",), new=("inquiry", "play")))
    maker = student(
        artifacts=(artifact("beans", claim(CREDIT)),), pitches=(pitch("case", claim(CREDIT)),)
    )

    def states(*pitches: Pitch) -> dict[str, str]:
        found = translate(OLD, new, replace(maker, pitches=pitches), ledger(), on=None)
        return {one.credit.id: str(one.state) for one in found.standings.credits}

    assert states() == {
        "inquiry/academics": "claimed",
        "play/academics": "claimed",
        "inquiry/community": "open",
        "play/community": "open",
    }
    assert states(*maker.pitches)["play/academics"] == "pitched"


def test_an_award_at_a_level_that_the_new_credit_has_not_is_lost() -> None:
    found = across(
        later(credits=(replace(OLD.credits[0], levels=("foundation",)),)),
        decision("d1", credit="bread", level="advanced"),
    )

    assert (found.kept, found.lost) == ((), (Award("bread", "advanced"),))


def test_without_a_crosswalk_ids_keep_or_lose_their_meaning() -> None:
    assert [one.new for one in follow(None, "bread", {"bread"}).leads] == ["bread"]
    assert follow(None, "bread", {"cake"}).leads == ()
