"""Why a credit is on a transcript, and what an earlier version of the framework is called today."""

from __future__ import annotations

from dataclasses import replace

from canary_school import ID, agreement, artifact, canary_school, canary_student, planned
from nouns import decision, framework, ledger, with_targets
from portfolio_gen.model.award_views import AwardView
from portfolio_gen.model.crosswalk import Crossing, Crosswalk
from portfolio_gen.model.framework import Competency, CreditLevel, TargetsNeeded
from portfolio_gen.model.settings import EditionName, EditionSettings
from portfolio_gen.model.student import Sharing
from portfolio_gen.plan.awards import _rule
from portfolio_gen.plan.crosswalk import plan_crosswalk

COLLEGE = {ID: (agreement("college", "name", "work", "credits"),)}
TRIES = ledger(
    decision("first", "not-yet", date="2026-02-01"),
    decision("second", date="2026-04-20"),
    decision("third", level="advanced", date="2026-05-20"),
)


def awards(edition: EditionName, *, wishes: bool, lets: bool = True) -> tuple[AwardView, ...]:
    """What a transcript has; the student wishes that growth is shown, and the school lets tries be shown outside."""
    student = canary_student(
        artifacts=(artifact("beans", ("family", "college"), title="Beans"),),
        sharing={edition: Sharing(attempts=wishes)},
    )
    school = canary_school(
        COLLEGE, student=student, editions={"college": EditionSettings(attempts=lets)}
    )
    site = planned(replace(school, ledgers={ID: TRIES}), edition)
    assert site is not None
    assert site.transcript is not None
    return site.transcript.awards


def test_each_level_of_a_credit_is_an_award_with_its_chain() -> None:
    foundation, advanced = awards("family", wishes=False)

    assert (foundation.level.title, foundation.beyond) == ("Foundation", False)
    assert (advanced.level.title, advanced.beyond) == ("Advanced", True)
    assert str(foundation.date) == "2026-04-20"
    assert len(foundation.by) == 2
    assert [one.title for one in foundation.works] == ["Beans"]
    assert foundation.rule == (
        "A foundation credit is earned when the committee decides that the work meets the standard."
    )


def test_growth_is_shown_only_where_the_student_asks_for_it_and_the_school_lets_them() -> None:
    def earlier(edition: EditionName, *, wishes: bool, lets: bool = True) -> list[str]:
        foundation, _ = awards(edition, wishes=wishes, lets=lets)
        return [str(one.date) for one in foundation.superseded]

    assert earlier("college", wishes=True) == ["2026-02-01"]
    assert earlier("college", wishes=False) == []
    assert earlier("college", wishes=True, lets=False) == []
    assert earlier("family", wishes=True) == ["2026-02-01"]
    assert earlier("family", wishes=False) == [], "a family sees tries elsewhere, but not here"


def test_the_rule_is_the_policy_of_the_level_in_the_words_of_the_school() -> None:
    by_targets = CreditLevel(
        id="foundation", title="Foundation", policy="targets", targets=TargetsNeeded(count=2)
    )
    by_one = CreditLevel(id="foundation", title="Foundation", policy="educator-decision")

    assert _rule(with_targets(), by_targets) == (
        "A foundation credit is earned by reaching two of its targets."
    )
    assert _rule(framework(), by_one) == (
        "A foundation credit is earned when the educator decides that the work meets the standard."
    )


def test_a_crosswalk_says_what_is_called_otherwise_today() -> None:
    crossings = (
        Crossing(old=("communication",), new=("inquiry",)),
        Crossing(old=("bread",), dropped="Nobody baked."),
    )
    new = framework(
        version="2026",
        title="New",
        competencies=(Competency(id="inquiry", title="Inquiry"),),
        crosswalks=(Crosswalk(version="2024", crossings=crossings),),
    )

    found = plan_crosswalk(framework(), new)

    assert found is not None
    assert found.framework == "New, version 2026"
    renamed, dropped = found.crossings
    assert (renamed.old, renamed.new) == (("Communication",), ("Inquiry",))
    assert (dropped.old, dropped.new, dropped.dropped) == (("Bread",), (), "Nobody baked.")
    assert plan_crosswalk(new, new) is None
    assert plan_crosswalk(framework(), framework(version="2025")) is None
