"""What a new framework would lose, as evaluating it and checking it see it: the two are never apart."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nouns import day, decision, four, ledger, rating, school, student, target
from portfolio_gen.check import check_school
from portfolio_gen.evaluate import translate
from portfolio_gen.model.crosswalk import Crossing, Crosswalk
from portfolio_gen.model.framework import Credit, CreditLevel, Domain, Framework
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.rating import RatingRules

OLD, NEW = ("bread", "soup", "tea"), ("bread", "soup", "stew")
LEVELS = ("foundation", "advanced")
CODES = {"PG329", "PG330"}


def framework(version: str, credits: tuple[str, ...], **changes: Any) -> Framework:
    """A kitchen's framework: each credit has a target of the same name with an s behind it."""
    values: dict[str, Any] = {
        "levels": (
            CreditLevel(id="foundation", title="Foundation", policy="targets"),
            CreditLevel(id="advanced", title="Advanced"),
        ),
        "targets": tuple(target(f"{one}s", credit=one) for one in credits),
        "ratings": RatingRules(policy="highest"),
    }
    return Framework(
        id="kitchen",
        version=version,
        title="Kitchen",
        domains=(Domain(id="kitchen", title="Kitchen"),),
        credits=tuple(Credit(id=one, title=one.title(), domain="kitchen") for one in credits),
        scales=(four(),),
        **values | changes,
    )


BEFORE = framework("2024", OLD)
afterwards = st.builds(
    lambda credits, levels, crosswalks: framework(
        "2026",
        tuple(sorted(credits)),
        levels=tuple(one for one in BEFORE.levels if one.id in levels),
        crosswalks=crosswalks,
    ),
    st.sets(st.sampled_from(NEW)),
    st.sets(st.sampled_from(LEVELS), min_size=1),
    st.just(())
    | st.tuples(
        st.builds(
            Crosswalk,
            version=st.just("2024"),
            levels=st.dictionaries(st.sampled_from(LEVELS), st.sampled_from(LEVELS)),
            crossings=st.lists(
                st.builds(
                    Crossing,
                    old=st.lists(st.sampled_from(OLD), min_size=1, unique=True).map(tuple),
                    new=st.lists(st.sampled_from(NEW), unique=True).map(tuple),
                    needs=st.sampled_from(["all", "any"]),
                    dropped=st.sampled_from([None, "We eat out."]),
                ),
                max_size=3,
            ).map(tuple),
        )
    ),
)
ledgers = st.builds(
    lambda decided, rated: ledger(
        *(
            decision(f"d{place}", outcome, credit=credit, level=level)
            for place, (outcome, credit, level) in enumerate(decided)
        ),
        ratings=tuple(
            rating(level, target=f"{credit}s", kind=kind) for credit, level, kind in rated
        ),
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["earned", "not-yet"]), st.sampled_from(OLD), st.sampled_from(LEVELS)
        ),
        max_size=4,
    ),
    st.lists(
        st.tuples(
            st.sampled_from(OLD),
            st.sampled_from(["approaching", "meeting", "insufficient"]),
            st.sampled_from(["formative", "summative"]),
        ),
        max_size=4,
    ),
)


def said(after: Framework, records: Ledger) -> dict[str, str]:
    """Code to everything that `check` says of what is lost."""
    whole = school(
        students=[student()], ledgers=[records], framework=after, frameworks={"2024": BEFORE}
    )
    found = [one for one in check_school(whole, on=day("2026-11-22")) if one.code in CODES]
    assert all("`ada-park`" in one.message for one in found)
    return {code: "\n".join(one.message for one in found if one.code == code) for code in CODES}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(afterwards, ledgers)
def test_whatever_would_be_lost_is_an_error_that_names_the_student(
    after: Framework, records: Ledger
) -> None:
    found = translate(BEFORE, after, student(), records, on=None)
    told = said(after, records)

    assert named(told["PG329"]) == {one.credit for one in found.lost}
    assert named(told["PG330"]) == {one.award.credit for one in found.dropped}


def named(told: str) -> set[str]:
    """The credits that are named, and not the targets."""
    return {one for one in OLD if f"`{one}`" in told}


def test_a_credit_by_targets_can_be_lost_although_its_targets_stay() -> None:
    after = framework("2026", ("bread",), targets=(target("soups", credit="bread"),))

    assert said(after, ledger(ratings=(rating(target="soups"),)))["PG329"] == (
        "`soup` of version 2024, which `ada-park` has earned or reached, "
        "has no place in version 2026"
    )


def test_practice_is_no_award() -> None:
    after = framework("2026", ("bread",))
    practice = rating(target="soups", kind="formative")

    assert said(after, ledger(ratings=(practice,)))["PG329"] == ""
