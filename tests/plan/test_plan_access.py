"""Who may see what: choice, policy and consent joined; sets, never a ladder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import (
    ID,
    TODAY,
    agreement,
    artifact,
    canary_school,
    canary_student,
    mark,
    media,
    planned,
    texts,
)
from nouns import day
from portfolio_gen.model.access import access
from portfolio_gen.model.artifact import Elsewhere, Teammate
from portfolio_gen.model.consent import CONSENT_FIELDS, Agreement
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.ledger import Recognition
from portfolio_gen.model.settings import EditionName, EditionSettings
from portfolio_gen.model.student import Sharing, Student
from portfolio_gen.plan import plan_grants, still_granted

BEN = Student(id="ben-lim", name="Ben Lim", sharing={"public": Sharing(), "family": Sharing()})
TEAM = canary_student(
    artifacts=(artifact("boat", ("public", "family"), team=(Teammate(student="ben-lim"),)),)
)


def shows(
    edition: EditionName, *agreements: Agreement, on: Day = TODAY, **sharing: object
) -> set[str] | None:
    student = canary_student(sharing={edition: Sharing(**sharing)})  # type: ignore[arg-type]
    school = canary_school({ID: agreements}, student=student)
    granted = access(school, student, edition, on)
    return set(granted.shows) if granted else None


def test_an_agreement_that_has_run_out_ends_an_outside_edition() -> None:
    ended = agreement("public", "name", "work", until=day("2026-06-30"))

    assert shows("public", ended, on=day("2026-06-30")) == {"name", "work"}
    assert shows("public", ended, on=day("2026-07-01")) is None


def test_an_agreement_counts_from_the_day_it_was_given() -> None:
    assert shows("public", agreement("public", "name", given=day("2026-11-23"))) is None


def test_a_newer_agreement_replaces_a_wider_one_for_good() -> None:
    wide = agreement("public", "name", "work", "picture", given=day("2024-01-01"))
    narrow = agreement("public", "name", given=day("2025-01-01"), until=day("2026-01-01"))

    assert shows("public", wide, narrow, on=day("2025-06-01")) == {"name"}
    assert shows("public", wide, narrow, on=day("2026-06-01")) is None


def test_agreements_of_the_same_day_agree_only_to_what_both_say() -> None:
    both = (agreement("public", "name", "work"), agreement("public", "work", "phase"))

    assert shows("public", *both) == {"work"}


def test_an_agreement_to_nothing_takes_a_student_out() -> None:
    assert shows("public", agreement("public")) is None
    assert shows("family", agreement("family")) is None


def test_inside_an_agreement_narrows_and_goes_on_narrowing_when_it_has_run_out() -> None:
    narrow = agreement("family", "name", "work", until=day("2026-01-01"))

    assert shows("family") == set(CONSENT_FIELDS) - {"full-name", "picture"}
    assert shows("family", narrow) == {"name", "work"}


def test_a_name_is_the_least_of_what_is_chosen_and_agreed() -> None:
    full, name, none = (
        agreement("public", "work", *fields) for fields in (["full-name"], ["name"], [])
    )
    cases = {
        ("full", full): "Official Canary",
        ("full", name): "Preferred Canary",
        ("full", none): "P. C.",
        ("preferred", full): "Preferred Canary",
        ("preferred", none): "P. C.",
        ("initials", full): "P. C.",
    }
    for (wish, agreed), expected in cases.items():
        student = canary_student(sharing={"public": Sharing(name=wish)})  # type: ignore[arg-type]
        site = planned(canary_school({ID: (agreed,)}, student=student), "public")
        assert site is not None
        assert site.person.name == expected, (wish, agreed)


def test_a_school_that_writes_one_key_of_an_edition_keeps_the_others_strict() -> None:
    school = canary_school({}, editions={"public": EditionSettings(title="Everybody")})

    assert school.settings.policy("public").needs_consent
    assert planned(school, "public") is None


def test_an_edition_that_is_not_built_shows_nobody() -> None:
    assert (
        planned(canary_school({}, editions={"family": EditionSettings(build=False)}), "family")
        is None
    )


def test_students_who_have_chosen_nothing_see_themselves_whole() -> None:
    student = canary_student(sharing={})
    site = planned(canary_school({}, student=student), "self")
    other = planned(canary_school({}, student=student), "family")

    assert site and site.person.picture
    assert other and other.person.picture is None


# Other people


def test_a_classmate_who_may_not_be_named_outside_keeps_the_work_inside() -> None:
    agreed = {ID: (agreement("public", "name", "work"),)}
    school = canary_school(agreed, BEN, student=TEAM)
    outside, inside = planned(school, "public"), planned(school, "family")

    assert outside is not None and outside.artifacts == ()
    assert inside is not None
    assert [one.name for one in inside.artifacts[0].team] == ["Ben Lim"]


def test_a_classmate_who_may_be_named_is_named() -> None:
    agreed = {ID: (agreement("public", "name", "work"),), "ben-lim": (agreement("public", "name"),)}
    site = planned(canary_school(agreed, BEN, student=TEAM), "public")

    assert site is not None
    assert [one.name for one in site.artifacts[0].team] == ["Ben Lim"]


def test_a_classmate_shown_by_initials_is_no_name_on_others_pages() -> None:
    shy = Student(id="ben-lim", name="Ben Lim", sharing={"family": Sharing(name="initials")})
    site = planned(canary_school({}, shy, student=TEAM), "family")

    assert site is not None
    assert [one.name for one in site.artifacts[0].team] == ["a classmate"]


@pytest.mark.parametrize(("agreed", "count"), [((), 0), (("picture",), 1), (("name",), 0)])
def test_people_in_a_picture_are_asked_for_each_outside_edition(
    agreed: tuple[str, ...], count: int
) -> None:
    student = canary_student(
        artifacts=(artifact("boat", ("public",), media=(media("crew", "jonah"),)),)
    )
    people = {ID: (agreement("public", "name", "work"),)}
    if agreed:
        people["jonah"] = (agreement("public", *agreed), agreement("college", "picture"))
    site = planned(canary_school(people, student=student), "public")

    assert site is not None
    assert len(site.artifacts[0].media) == count
    assert site.artifacts[0].names == tuple(("crew.jpg", 0) for _ in range(count))
    assert (site.artifacts[0].cover is not None) == bool(count)


def test_students_who_share_no_picture_outside_are_in_no_picture_of_their_work_there() -> None:
    student = canary_student(
        artifacts=(artifact("boat", ("public", "family"), media=(media("me", ID),)),),
        sharing={"public": Sharing(), "family": Sharing()},
    )
    school = canary_school({ID: (agreement("public", "name", "work", "picture"),)}, student=student)
    outside, inside = planned(school, "public"), planned(school, "family")

    assert outside is not None and outside.artifacts[0].media == ()
    assert inside is not None and len(inside.artifacts[0].media) == 1


def test_what_an_edition_may_not_show_is_no_companion_there_either() -> None:
    work = artifact(
        "boat",
        ("public",),
        media=(
            replace(media("after"), before="crew.jpg", poster="crew.jpg"),
            media("crew", "jonah"),
            replace(media("third"), before="after.jpg"),
        ),
        links=(Elsewhere(title="The yard", url="https://yard.example/", picture="crew.jpg"),),
    )
    people = {ID: (agreement("public", "name", "work"),)}
    student = canary_student(artifacts=(work,))
    alone = planned(canary_school(people, student=student), "public")
    agreed = {**people, "jonah": (agreement("public", "picture"),)}
    together = planned(canary_school(agreed, student=student), "public")

    assert alone is not None and together is not None
    after, third = alone.artifacts[0].media
    assert (after.before, after.poster, third.before) == (None, None, after)
    assert [(one.host, one.picture) for one in alone.artifacts[0].links] == [("yard.example", None)]
    after, crew, third = together.artifacts[0].media
    assert after.before == after.poster == together.artifacts[0].links[0].picture == crew
    assert third.before == after


def test_versions_that_name_each_other_end() -> None:
    turns = [("a", "b.jpg"), ("b", "c.jpg"), ("c", "a.jpg"), ("d", "d.jpg")]
    work = artifact(
        "boat",
        ("family",),
        media=tuple(replace(media(one), before=before) for one, before in turns),
    )
    site = planned(canary_school(student=canary_student(artifacts=(work,))), "family")

    assert site is not None
    first, _, _, own = site.artifacts[0].media
    assert first.before and first.before.before and first.before.before.before is None
    assert own.before is None


def test_links_elsewhere_are_not_beside_initials() -> None:
    work = artifact("boat", ("public",), links=(Elsewhere(title="x", url="https://x.example/"),))
    student = canary_student(artifacts=(work,), sharing={"public": Sharing(name="initials")})
    site = planned(
        canary_school({ID: (agreement("public", "name", "work"),)}, student=student), "public"
    )

    assert site is not None
    assert [one.links for one in site.artifacts] == [()]


def test_adults_are_named_outside_only_if_they_agreed() -> None:
    everything = agreement("college", *sorted(CONSENT_FIELDS))
    unnamed = planned(canary_school({ID: (everything,)}), "college")
    named = planned(
        canary_school({ID: (everything,), "m": (agreement("college", "name"),)}), "college"
    )

    assert unnamed is not None and unnamed.transcript is not None
    assert [one.by for one in unnamed.transcript.habits] == ["advisor"]
    assert named is not None and named.transcript is not None
    assert [one.by for one in named.transcript.habits] == ["zq-advisor-qz"]


def test_an_adult_who_checked_a_recognition_is_named_outside_only_if_they_agreed() -> None:
    prize = Recognition(
        title="A prize",
        issuer="A fair",
        date=PartialDate(2026),
        validator=f"{mark('member')}, science",
    )
    everything = agreement("college", *sorted(CONSENT_FIELDS))

    def validator(*agreements: Agreement) -> str:
        people = {ID: (everything,), "b-lund": agreements}
        school = canary_school(people)
        school = replace(school, ledgers={ID: replace(school.ledgers[ID], recognitions=(prize,))})
        site = planned(school, "college")
        assert site is not None and site.transcript is not None
        return site.transcript.recognitions[0].validator

    assert validator() == ""
    assert validator(agreement("college", "name")) == "zq-member-qz, science"


def test_a_text_with_a_hidden_name_is_left_out_whole() -> None:
    student = canary_student(
        artifacts=(
            artifact("plain", ("public",)),
            artifact("cv", ("public", "family"), narrative="By Official   CANARY, in May."),
        ),
        sentence="I am Official-Canary.",
    )
    agreed = {ID: (agreement("public", "name", "work"),)}
    outside = planned(canary_school(agreed, student=student), "public")
    inside = planned(canary_school(agreed, student=student), "family")

    assert outside is not None and [one.slug for one in outside.artifacts] == ["plain"]
    assert outside.person.sentence == ""
    assert inside is not None and [one.slug for one in inside.artifacts] == ["cv"]


# Addresses that give no name away


def alias(edition: EditionName, secret: str | None = None) -> str:
    student = canary_student(sharing={edition: Sharing(name="initials")})
    agreed = {ID: (agreement("college", "work"), agreement("public", "work"))}
    site = planned(canary_school(agreed, student=student, secret=secret), edition)
    assert site is not None
    assert site.person.id == site.person.address.rstrip("/")
    return site.person.address


def test_an_alias_is_stable_and_another_one_in_each_edition() -> None:
    assert alias("public", "s") == alias("public", "s")
    assert alias("public", "s") != alias("college", "s")


def test_an_alias_needs_the_secret_to_be_guessed() -> None:
    assert len({alias("public", "s"), alias("public", "t"), alias("public")}) == 3


def test_the_id_is_the_address_where_a_name_is_shown() -> None:
    site = planned(canary_school({}), "family")

    assert site is not None and site.person.address == "ada-park/"


def test_diagnostics_still_find_the_source() -> None:
    site = planned(canary_school({}), "family")

    assert site is not None
    assert site.artifacts[0].source.startswith("students/ada-park/artifacts/")
    assert all("students/" not in text for text in texts(site))


NAMING = canary_student(
    artifacts=(
        artifact("boat", ("public", "family"), narrative="Then *Ben\nLIM* came, and it floated."),
        artifact("raft", ("public", "family"), narrative="Ben came, with a limber pole."),
    )
)


@pytest.mark.parametrize(
    ("his", "expected"),
    [((agreement("public", "name", "work"),), {"boat", "raft"}), ((), {"raft"})],
)
def test_a_classmate_is_named_in_a_story_only_if_they_may_be(
    his: tuple[Agreement, ...], expected: set[str]
) -> None:
    ours = (agreement("public", *sorted(CONSENT_FIELDS)),)
    school = canary_school({ID: ours, "ben-lim": his}, BEN, student=NAMING)

    site = planned(school, "public")
    family = planned(school, "family")

    assert site
    assert {one.slug for one in site.artifacts} == expected
    assert family
    assert {one.slug for one in family.artifacts} == {"boat", "raft"}


def test_a_site_rests_on_the_consent_of_whom_its_stories_name() -> None:
    ours = (agreement("public", *sorted(CONSENT_FIELDS)),)
    his = (agreement("public", "name", "work"),)
    school = canary_school({ID: ours, "ben-lim": his}, BEN, student=NAMING)
    grants = plan_grants(school, NAMING, "public", TODAY)
    withdrawn = canary_school({ID: ours}, BEN, student=NAMING)

    assert "ben-lim name" in grants
    for one, holds in ((school, True), (withdrawn, False)):
        held = still_granted(one, ID, "public", TODAY, grants, choice_is_known=True)
        assert held is holds


@pytest.mark.parametrize("reach", ["maya@harbor.school", "(207) 555-0134"])
def test_ways_to_reach_somebody_stay_out_of_the_public_edition(reach: str) -> None:
    student = canary_student(
        sentence=f"Write to {reach}",
        artifacts=(
            artifact("boat", ("public", "college"), narrative=f"Write to {reach}."),
            artifact("raft", ("public", "college")),
        ),
    )
    consents = {ID: tuple(agreement(one, *sorted(CONSENT_FIELDS)) for one in ("public", "college"))}
    school = canary_school(consents, student=student)

    public, college = planned(school, "public"), planned(school, "college")

    assert public
    assert {one.slug for one in public.artifacts} == {"raft"}
    assert not any(reach in text for text in texts(public))
    assert college
    assert {one.slug for one in college.artifacts} == {"boat", "raft"}
