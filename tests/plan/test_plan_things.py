"""What a student takes back counts, also while something else of theirs cannot be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import EVERYTHING, ID, TODAY, canary_school, canary_student
from portfolio_gen.model.milestone import Milestones
from portfolio_gen.model.profile import Profile
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.plan import plan_grants, still_granted

STUDENT = canary_student()


def holds(now: Student, edition: EditionName) -> bool:
    """Whether a site that was made of everything may stay beside what the student says now."""
    before = canary_school(EVERYTHING, student=STUDENT)
    grants = plan_grants(before, STUDENT, edition, TODAY)
    school = canary_school(EVERYTHING, student=now)
    return still_granted(school, ID, edition, TODAY, grants, choice_is_known=True)


def meant_for_nobody(student: Student, what: str) -> Student:
    changed = tuple(
        replace(one, audience=()) if hasattr(one, "audience") else one
        for one in getattr(student, what)
    )
    return replace(student, **{what: changed})


@pytest.mark.parametrize("edition", EDITIONS)
def test_as_long_as_nothing_is_taken_back_it_stays(edition: EditionName) -> None:
    assert holds(STUDENT, edition)


@pytest.mark.parametrize("what", ["artifacts", "narratives", "goals"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_another_audience_takes_it_away(what: str, edition: EditionName) -> None:
    assert holds(meant_for_nobody(STUDENT, what), edition) is (edition == "self")


@pytest.mark.parametrize("edition", ["family", "college"])
def test_so_do_the_small_things(edition: EditionName) -> None:
    silent = {name: replace(said, audience=()) for name, said in STUDENT.profile.parts.items()}
    quiet = tuple(replace(one, audience=()) for one in STUDENT.milestones.milestones)
    opening = STUDENT.opening and replace(STUDENT.opening, audience=())

    assert not holds(replace(STUDENT, profile=Profile(parts=silent)), edition)
    assert not holds(replace(STUDENT, milestones=Milestones(milestones=quiet)), edition)
    assert not holds(replace(STUDENT, opening=opening), edition)


def test_a_work_that_became_a_draft_is_taken_back() -> None:
    drafts = tuple(replace(one, status="draft") for one in STUDENT.artifacts)

    assert not holds(replace(STUDENT, artifacts=drafts), "family")
    assert holds(replace(STUDENT, artifacts=drafts), "self")


def test_what_was_removed_is_taken_back_and_what_cannot_be_read_is_not() -> None:
    rest = tuple(one for one in STUDENT.artifacts if one.slug != "work-family")

    assert not holds(replace(STUDENT, artifacts=rest), "family")
    assert holds(replace(STUDENT, artifacts=rest, unread=frozenset({"work-family"})), "family")
    assert holds(replace(STUDENT, artifacts=rest), "public")


def test_what_is_pitched_stays_with_the_committee_while_a_pitch_cannot_be_read() -> None:
    without = replace(STUDENT, pitches=())

    assert not holds(without, "committee")
    assert holds(replace(without, unread=frozenset({"pitch"})), "committee")
