"""Two opinions on who may see what, written apart from each other: sites as they are planned, and the audit's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from canary_school import (
    EVERYTHING,
    ID,
    TODAY,
    agreement,
    canaries,
    canary_school,
    canary_student,
    mark,
    planned,
)
from nouns import ledger
from portfolio_gen.audit.claims import Claimed
from portfolio_gen.audit.rights import rights
from portfolio_gen.model.artifact import Media, Teammate
from portfolio_gen.model.consent import CONSENT_FIELDS
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName, EditionSettings
from portfolio_gen.model.student import Sharing, Student

NOT_SHOWN_AT_ONCE = ("talk", "past")
"""A site shows one conference, and what was agreed on at the one before."""


def opinion(school: School, edition: EditionName) -> Mapping[str, bool]:
    """Canary to whether the audit says that an edition may show it."""
    found: dict[str, bool] = {}
    for one in rights(school, TODAY):
        for part in one.text.words.split("zq-")[1:]:
            name = part.partition("-qz")[0]
            found[name] = found.get(name, False) or edition in one.shown
    return found


def with_settings(**settings: EditionSettings) -> School:
    return canary_school(EVERYTHING, editions=settings)


def sharing(**choices: Sharing) -> School:
    return canary_school(EVERYTHING, student=canary_student(sharing=choices))


SCHOOLS = {
    "everything": canary_school(EVERYTHING),
    "nothing agreed": canary_school({}),
    **{
        f"without {field}": canary_school(
            {ID: tuple(agreement(one, *sorted(CONSENT_FIELDS - {field})) for one in EDITIONS)}
        )
        for field in sorted(CONSENT_FIELDS)
    },
    "nothing chosen": canary_school(EVERYTHING, student=canary_student(sharing={})),
    "little chosen": sharing(
        self=Sharing(credits=False),
        family=Sharing(habits=False, phase=False),
        college=Sharing(name="initials"),
        public=Sharing(name="full", credits=False),
    ),
    "talkative outside": with_settings(
        college=EditionSettings(attempts=True, feedback=True, progress=True, unreleased=True),
        public=EditionSettings(drafts=True, habits=True, feedback=True),
    ),
    "silent inside": with_settings(
        committee=EditionSettings(feedback=False, unreleased=False, progress=False),
        family=EditionSettings(attempts=False, habits=False),
        self=EditionSettings(drafts=False, needs_consent=True),
    ),
    "nothing built": with_settings(**{one: EditionSettings(build=False) for one in EDITIONS}),
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("school", SCHOOLS.values(), ids=list(SCHOOLS))
def test_nothing_is_planned_that_the_audit_would_call_a_leak(
    school: School, edition: EditionName
) -> None:
    said = opinion(school, edition)
    found = canaries(planned(school, edition)) if planned(school, edition) else set()

    unknown = {one for one in found if one not in said and not one.endswith("-asked")}
    assert unknown == set(), "the audit has never heard of these"
    assert {one for one in found if not said.get(one, True)} == set()


@pytest.mark.parametrize("edition", [one for one in EDITIONS if one != "self"])
@pytest.mark.parametrize("school", SCHOOLS.values(), ids=list(SCHOOLS))
def test_what_the_audit_allows_of_the_student_is_there(
    school: School, edition: EditionName
) -> None:
    """An opinion that allows more than there is would let a leak pass."""
    found = canaries(planned(school, edition)) if planned(school, edition) else set()
    allowed = {
        part.partition("-qz")[0]
        for one in rights(school, TODAY)
        if one.site == ID and edition in one.shown
        for part in one.text.words.split("zq-")[1:]
    }

    assert {one for one in allowed - found if not one.startswith(NOT_SHOWN_AT_ONCE)} == set()


def claims_of(school: School, words: str) -> list[Claimed]:
    return [one for one in rights(school, TODAY) if words in one.text.words]


def shown(school: School, words: str) -> set[str]:
    """The editions that may show a text, according to the audit."""
    found = claims_of(school, words)
    assert found, f"the audit has never heard of {words}"
    return {edition for one in found for edition in one.shown}


def student_with(**changes: object) -> School:
    work = replace(canary_student().artifacts[-1], **changes)  # type: ignore[arg-type]
    student = canary_student(artifacts=(work,))
    return canary_school(EVERYTHING, Student(name="Ben Lim", id="ben-lim"), student=student)


def test_students_may_see_what_they_wrote_whatever_it_is() -> None:
    school = student_with(audience=(), media=(Media(file=f"{mark('file')}.jpg", alt="A cat."),))

    assert shown(school, mark("file")) == {"self"}
    assert shown(school, mark("teamed-title")) == {"self"}


def test_only_in_the_edition_that_is_made_for_them() -> None:
    school = with_settings(self=EditionSettings(build=False))

    assert shown(school, mark("nobody-title")) == set()


def test_what_is_commented_out_is_for_nobody_and_code_is_no_comment() -> None:
    story = f"One <!-- {mark('aside')} --> two.\n\n```\n<!-- {mark('code')} -->\n```\n"
    school = student_with(narrative=story, team=())

    assert shown(school, mark("aside")) == set()
    assert shown(school, mark("code")) == set(EDITIONS)


def test_ways_to_reach_somebody_are_never_for_the_public() -> None:
    story = "Write to ada.park@post.net, or call +1 207 555 0100."
    school = student_with(narrative=story, team=())
    found = {one.text.words: one.shown for one in rights(school, TODAY) if one.kind == "contact"}

    inside = frozenset(EDITIONS) - {"public"}
    assert found["ada.park@post.net"] == inside
    assert found["+1 207 555 0100"] == inside


def test_a_teammate_who_may_not_be_named_takes_the_work_along() -> None:
    school = student_with(team=(Teammate(student="ben-lim", part=mark("his-part")),))

    assert shown(school, mark("his-part")) == {"self", "committee", "family"}


def test_the_schools_secret_and_consents_are_for_nobody() -> None:
    school = canary_school(EVERYTHING, secret="forty hares in a field")  # noqa: S106

    assert shown(school, "forty hares") == set()
    assert shown(school, "parent") == set()


def test_drafts_of_targets_stay_inside() -> None:
    assert shown(SCHOOLS["everything"], mark("target-draft")) == {"self", "committee", "family"}
    assert shown(SCHOOLS["everything"], mark("target")) == set(EDITIONS)


def test_whoever_made_a_rubric_is_named_only_if_it_is_nobody() -> None:
    school = canary_school(EVERYTHING)
    rubric = school.rubrics.rubrics[0]
    named = replace(rubric, made_with="the class of Preferred Canary")
    school = replace(school, rubrics=Rubrics(rubrics=(named, replace(rubric, made_with="a class"))))

    assert shown(school, "the class of") == set()
    assert shown(school, "a class") == set(EDITIONS)


def test_records_of_somebody_without_a_folder_are_for_nobody() -> None:
    school = canary_school(EVERYTHING)
    school = replace(
        school, ledgers={**school.ledgers, "gone": ledger(official_name="Gone Away Student")}
    )

    assert shown(school, "Gone Away Student") == set()


def test_an_unlisted_site_does_not_have_the_students_id() -> None:
    listed, unlisted = with_settings(), with_settings(family=EditionSettings(unlisted=True))

    assert "family" in shown(listed, ID)
    assert "family" not in {
        edition for one in claims_of(unlisted, ID) if one.text.words == ID for edition in one.shown
    }
