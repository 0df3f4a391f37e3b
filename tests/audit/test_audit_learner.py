"""The audit has an opinion of its own on profile, milestones and conferences; sites are planned by the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import (
    EVERYTHING,
    ID,
    TODAY,
    agreement,
    canaries,
    canary_school,
    planned,
)
from portfolio_gen.account import account
from portfolio_gen.audit.rights import rights
from portfolio_gen.model.consent import CONSENT_FIELDS
from portfolio_gen.model.profile import ProfilePart
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName

KINDS = ("part-", "kept", "silent", "unasked", "milestone-", "talk-", "past-")


def claimed(school: School, edition: EditionName) -> dict[str, bool]:
    """Canary to whether the audit says that the edition may show it."""
    return {
        name: edition in one.shown
        for one in rights(school, TODAY)
        if one.person == ID
        and "zq-" in one.text.words
        and (name := one.text.words.removeprefix("zq-").removesuffix("-qz")).startswith(KINDS)
    }


def strict(school: School) -> School:
    """The school, keeping a part private that students share."""
    part = ProfilePart(id="part-family", title="", shareable=False)
    earlier = replace(school.framework, version="2019", profile=(part,))
    return replace(school, frameworks={"2019": earlier})


SCHOOLS = {
    "everything": canary_school(EVERYTHING),
    "nothing agreed": canary_school({}),
    "no profile": canary_school(
        {ID: tuple(agreement(one, *sorted(CONSENT_FIELDS - {"profile"})) for one in EDITIONS)}
    ),
    "stricter": strict(canary_school(EVERYTHING)),
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("school", SCHOOLS.values(), ids=list(SCHOOLS))
def test_nothing_is_planned_that_the_audit_would_call_a_leak(
    school: School, edition: EditionName
) -> None:
    found, opinion = canaries(planned(school, edition)), claimed(school, edition)

    assert {name for name, shown in opinion.items() if not shown} & found == set()
    # A site shows one conference; the others are allowed and simply not there. What students wrote is theirs.
    allowed = {
        name for name, shown in opinion.items() if shown and not name.startswith(("talk", "past"))
    }
    assert allowed <= found or edition == "self"


def test_every_text_about_the_learner_is_looked_for() -> None:
    opinion = claimed(SCHOOLS["everything"], "public")

    student = SCHOOLS["everything"].students[0]
    assert len(opinion) == (
        len(student.profile.parts)
        + 3 * len(student.milestones.milestones)
        + 4 * len(student.conferences)
    )
    assert {name for name, shown in opinion.items() if shown} == {
        *("part-public", "milestone-public-title", "milestone-public-term"),
        "milestone-public-about",
    }


def test_the_account_of_a_person_names_each_part() -> None:
    told = {one.edition: one.shown for one in account(SCHOOLS["everything"], ID, on=TODAY)}

    def words(edition: EditionName, what: str) -> list[str]:
        return [one.words for one in told[edition] if one.what == what]

    assert words("family", "profile") == ["zq-part-family-asked-qz"]
    assert "zq-kept-asked-qz" in words("self", "profile")
    assert words("family", "milestone") == ["zq-milestone-family-title-qz"]
    assert words("family", "conference") == ["2026-12-02"]
    assert words("public", "conference") == []
