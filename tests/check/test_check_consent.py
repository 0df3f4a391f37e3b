"""Consent and other people: check warns of exactly what plan would leave out."""

from __future__ import annotations

from typing import Any

from nouns import artifact, day, school, student
from portfolio_gen.check.company import classmate_in_picture, teammate_without_consent
from portfolio_gen.check.consent import (
    consent_ends_soon,
    consent_expired,
    consent_for_nobody,
    no_secret,
    sharing_beyond_consent,
)
from portfolio_gen.check.register import Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.artifact import Artifact, Media, Teammate
from portfolio_gen.model.consent import Agreement
from portfolio_gen.model.dates import Day
from portfolio_gen.model.settings import EditionSettings, Settings
from portfolio_gen.model.student import Sharing

TODAY = Day(2026, 11, 22)


def agreed(*shows: Any, edition: Any = "college", **times: str) -> Agreement:
    given = day(times.get("given", "2026-09-01"))
    until = day(times["until"]) if "until" in times else None
    return Agreement(edition=edition, shows=shows, given=given, by="parent", until=until)


def shown(*consent: Agreement, **changes: Any) -> Register:
    """Ada shares with colleges, by her full name."""
    ada = student(sharing={"college": Sharing(name="full")}, **changes)
    return Register(school(students=(ada,), consent={"ada-park": consent}), TODAY)


def messages(found: Any) -> list[str]:
    return [one.message for one in found]


def test_sharing_within_consent_is_fine() -> None:
    assert messages(sharing_beyond_consent(shown(agreed("name", "full-name")))) == []


def test_what_consent_does_not_cover_is_named() -> None:
    work = artifact("beans", audience=("college",))

    assert messages(sharing_beyond_consent(shown(agreed("name"), artifacts=(work,)))) == [
        "consent for `college` does not cover all of this; left out: the full name, all work"
    ]


def test_without_consent_nothing_appears() -> None:
    assert messages(sharing_beyond_consent(shown())) == [
        "there is no consent for `college`, so the student does not appear there"
    ]


def test_an_expired_consent_is_said_once_and_in_the_consent_file() -> None:
    ended = shown(agreed("name", "full-name", until="2026-11-21"))

    assert len(messages(consent_expired(ended))) == 1
    assert messages(sharing_beyond_consent(ended)) == []


def test_an_expired_consent_that_was_renewed_is_history() -> None:
    old = agreed("name", until="2026-10-01")
    new = agreed("name", "full-name", given="2026-10-01")

    assert messages(consent_expired(shown(old, new))) == []


def test_an_expired_consent_nobody_relies_on_is_history() -> None:
    ended = {"ada-park": (agreed("name", until="2026-01-01", given="2025-01-01"),)}

    assert (
        messages(consent_expired(Register(school(students=(student(),), consent=ended), TODAY)))
        == []
    )


def test_a_consent_ends_soon_for_thirty_days() -> None:
    def soon(until: str) -> int:
        return len([*consent_ends_soon(shown(agreed("name", until=until)))])

    assert [soon(f"2026-{one}") for one in ("11-21", "11-22", "12-22", "12-23")] == [0, 1, 1, 0]


def test_consent_belongs_to_students_members_and_people_in_pictures() -> None:
    media = Media(file="a.jpg", people=("jo-brandt",))
    ada = student(artifacts=(artifact("beans", media=(media,)),))
    consent = {one: (agreed("picture"),) for one in ("ada-park", "jo-brandt", "b-lund", "ada-prak")}
    everybody = school(students=(ada,), consent=consent)
    partly = school(students=(ada,), consent=consent, known=frozenset({"ada-park", "bo"}))

    (one,) = consent_for_nobody(Register(everybody, TODAY))
    assert (one.message[:10], one.hint) == ("`ada-prak`", "did you mean `ada-park`?")
    assert [*consent_for_nobody(Register(partly, TODAY))] == []


def company(work: Artifact, *bo: Agreement, bo_shares: bool = True) -> Register:
    """Ada and Bo, who is in Ada's work; both editions for outsiders are meant."""
    sharing = {"college": Sharing(picture=True), "public": Sharing(picture=True)}
    ada = student(sharing=sharing, artifacts=(work,))
    other = student(id="bo", name="Bo", sharing=sharing if bo_shares else {})
    both = [agreed("name", "work", "picture", edition=one) for one in ("college", "public")]
    consent = {"ada-park": tuple(both), "bo": bo}
    return Register(school(students=(ada, other), consent=consent), TODAY)


def in_picture(*people: str, **changes: Any) -> Artifact:
    values: dict[str, Any] = {"audience": ("college", "public", "family")} | changes
    return artifact("beans", media=(Media(file="a.jpg", people=people),), **values)


def test_a_picture_is_left_out_where_somebody_in_it_has_not_agreed() -> None:
    here = company(in_picture("ada-park", "bo"), agreed("picture"))

    assert messages(classmate_in_picture(here)) == [
        "left out of `public`, where `bo` has not agreed to be seen"
    ]


def test_a_draft_and_a_work_for_families_trouble_nobody() -> None:
    for work in (in_picture("bo", status="draft"), in_picture("bo", audience=("family",))):
        assert messages(classmate_in_picture(company(work))) == []


def test_an_unknown_person_is_said_by_another_rule() -> None:
    assert messages(classmate_in_picture(company(in_picture("stranger")))) == []


def test_a_teammate_shares_their_own_name() -> None:
    work = artifact(
        "beans", team=(Teammate(student="bo"), Teammate(student="ada-park")), audience=("college",)
    )

    def found(*bo: Agreement, shares: bool = True) -> list[str]:
        return messages(teammate_without_consent(company(work, *bo, bo_shares=shares)))

    assert found(agreed("name")) == []
    assert len(found(agreed("name"), shares=False)) == 1
    assert len(found(agreed("work"))) == 1


def test_a_secret_is_asked_for_where_somebody_appears_by_initials() -> None:
    def found(settings: Settings, name: Any) -> list[Diagnostic]:
        ada = student(sharing={"college": Sharing(name=name)})
        consent = {"ada-park": (agreed("name", "work"),)}
        here = school(students=(ada,), consent=consent, settings=settings)
        return [*no_secret(Register(here, TODAY))]

    plain = Settings(school="Little School")
    unbuilt = Settings(school="Little School", editions={"college": EditionSettings(build=False)})
    assert len(found(plain, "initials")) == 1
    assert found(plain, "preferred") == []
    assert found(unbuilt, "initials") == []
    assert found(Settings(school="Little School", secret="mbrzlgpf"), "initials") == []  # noqa: S106
