"""What an edition may not show is nowhere in its blueprint; and what it may show is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from canary_school import (
    EVERYTHING,
    ID,
    INSIDE,
    OUTSIDE,
    agreement,
    canaries,
    canary_school,
    canary_student,
    planned,
    texts,
)
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Sharing

BACK = ("strategy", "effort", "result", "next")
WORK = ("title", "summary", "narrative", "tag", "part", "taught", "why", *BACK)
MEDIA = ("alt", "title", "caption", "credit")
GOAL = ("title", "wish", "outcome", "text", "obstacle", "plan", "note")
STORY = ("title", "text", "about")
MILESTONE = ("title", "term", "about")
TALK = ("point", "question", "agreed", "text")


def work(what: str) -> Iterator[str]:
    yield from (f"{what}-{one}" for one in WORK)
    yield from (f"{what}-media-{one}" for one in MEDIA)


def audience_of_canaries() -> dict[str, set[str]]:
    """Which editions show which canary, when everything is shared and agreed to with everybody."""
    seen: dict[str, set[str]] = {}

    def tell(editions: tuple[str, ...], *names: str) -> None:
        for name in names:
            seen.setdefault(name, set()).update(editions)

    for edition in EDITIONS:
        tell((edition, "self"), *work(f"work-{edition}"))
        tell((edition, "self"), *(f"story-{edition}-{one}" for one in STORY))
        tell((edition, "self"), *(f"goal-{edition}-{one}" for one in GOAL))
        tell((edition, "self"), f"part-{edition}", f"part-{edition}-asked")
        tell((edition, "self"), *(f"milestone-{edition}-{one}" for one in MILESTONE))
    tell(("self",), "kept", "kept-asked", "silent", "silent-asked")
    tell(("self",), *(f"milestone-nobody-{one}" for one in MILESTONE))
    tell(("self", "committee"), *(f"talk-committee-{one}" for one in TALK))
    tell(("family",), *(f"talk-family-{one}" for one in TALK))
    tell(INSIDE, "past-agreed")
    tell(EDITIONS, "school-tag", "school-tag-about", "criteria", "made-with")
    tell(("self",), *work("nobody"), *work("draft"))
    tell(("self",), *(f"draft-story-{one}" for one in STORY))
    tell(("self", "committee"), *(one for one in work("pitched") if one != "pitched-why"))
    tell(
        ("self", "committee"), "pitch-title", "pitch-why", "pitch-text", "criterion", "scale-level"
    )
    tell(EDITIONS, "opening-title", "opening-text")
    tell(INSIDE, *(one for one in work("teamed")))
    tell(EDITIONS, *(f"grouped-{one}" for one in WORK))
    tell(EDITIONS, *(f"mirror-{one}" for one in MEDIA))
    tell(INSIDE, *(f"crowd-{one}" for one in MEDIA))
    tell(EDITIONS, "sentence", "interest", "statement", "link", "link-about", "portrait", "phase")
    tell(EDITIONS, "class", "cohort", "prize", "issuer", "validator", "pronouns")
    tell(INSIDE, "not-yet", "award", "habit-note", "member", "advisor")
    tell(("committee",), "unreleased", "held-note", "held-plan", "course-note", "course-level")
    tell((*INSIDE, "college"), "term", "observed-term", "habit", "scale-level")
    tell(EDITIONS, "course", "course-term")
    tell(INSIDE, "target", "target-modified", "target-draft", "target-near", "target-there")
    tell(INSIDE, "rework-step", "peer-name", "expert-name")
    for rating in ("first", "second", "peer", "expert", "draft"):
        tell(INSIDE, f"{rating}-note", f"{rating}-plan")
    return seen


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_shows_exactly_what_it_may(edition: EditionName) -> None:
    expected = {name for name, shown in audience_of_canaries().items() if edition in shown}

    assert canaries(planned(canary_school(EVERYTHING), edition)) == expected


@pytest.mark.parametrize(("here", "there"), list(permutations(EDITIONS, 2)))
def test_nothing_meant_for_one_edition_is_in_another(here: str, there: EditionName) -> None:
    found = canaries(planned(canary_school(EVERYTHING), there))

    meant_for_here = tuple(
        f"{kind}-{here}-" for kind in ("work", "story", "goal", "part", "milestone", "talk")
    )
    assert [one for one in found if one.startswith(meant_for_here)] == [] or there == "self"


@pytest.mark.parametrize("edition", OUTSIDE)
def test_without_consent_or_choice_nobody_appears_outside(edition: EditionName) -> None:
    silent = canary_student(sharing={})

    assert planned(canary_school({}), edition) is None
    assert planned(canary_school(EVERYTHING, student=silent), edition) is None


@pytest.mark.parametrize("edition", INSIDE)
def test_inside_the_school_nobody_is_asked_before(edition: EditionName) -> None:
    assert planned(canary_school({}, student=canary_student(sharing={})), edition) is not None


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        (
            "work",
            {"work-public-title", "sentence", "interest", "link", "statement", "goal-public-wish"},
        ),
        ("picture", {"portrait", "mirror-alt"}),
        ("phase", {"phase", "class", "cohort"}),
        ("recognitions", {"prize", "issuer", "criteria"}),
        ("profile", {"part-public", "part-public-asked"}),
        ("credits", {"statement", "prize"}),
    ],
)
def test_each_field_needs_consent_of_its_own(field: str, gone: set[str]) -> None:
    others = [one for one in EVERYTHING[ID][1].shows if one != field]
    school = canary_school({ID: (agreement("public", *others),)})

    found = canaries(planned(school, "public"))

    assert gone & found == set()
    assert gone <= canaries(planned(canary_school(EVERYTHING), "public"))


@pytest.mark.parametrize(
    ("choice", "field"),
    [(Sharing(picture=False), "picture"), (Sharing(picture=True, phase=False), "phase")],
)
def test_each_field_needs_the_students_choice(choice: Sharing, field: str) -> None:
    student = canary_student(sharing={"public": choice})
    found = canaries(planned(canary_school(EVERYTHING, student=student), "public"))

    assert ({"picture": "portrait", "phase": "phase"}[field] in found) is False


def test_initials_leave_no_trace_of_the_name() -> None:
    student = canary_student(sharing={"public": Sharing(name="initials")}, links=())
    site = planned(canary_school(EVERYTHING, student=student), "public")

    assert site is not None
    assert site.person.name == "P. C."
    everything = "\n".join(texts(site)).casefold()
    assert [one for one in ("preferred", "official", ID) if one in everything] == []


def test_consent_without_a_name_leaves_initials_whatever_the_student_wishes() -> None:
    student = canary_student(sharing={"public": Sharing(name="full")})
    school = canary_school({ID: (agreement("public", "work"),)}, student=student)
    site = planned(school, "public")

    assert site is not None
    assert site.person.name == "P. C."
    assert site.person.address.startswith("student-")


@pytest.mark.parametrize("edition", OUTSIDE)
def test_the_preferred_name_brings_no_official_one(edition: EditionName) -> None:
    site = planned(canary_school(EVERYTHING), edition)

    assert site is not None
    assert site.person.name == "Preferred Canary"
    assert "Official" not in "\n".join(texts(site))


def test_the_official_name_stands_alone() -> None:
    student = canary_student(sharing={"college": Sharing(name="full")})
    site = planned(canary_school(EVERYTHING, student=student), "college")

    assert site is not None and site.transcript is not None
    assert site.person.name == site.transcript.name == "Official Canary"
    assert "Preferred" not in "\n".join(texts(site))
