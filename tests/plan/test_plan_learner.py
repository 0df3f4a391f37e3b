"""The learner: what may be shared of a profile, the order of milestones, the agenda of a conference, and tags."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from canary_school import (
    EVERYTHING,
    ID,
    INSIDE,
    OUTSIDE,
    agreement,
    artifact,
    canaries,
    canary_school,
    canary_student,
    mark,
    planned,
)
from nouns import day
from portfolio_gen.model.access import access
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.consent import CONSENT_FIELDS
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.labels import LabelView
from portfolio_gen.model.milestone import Milestone, Milestones
from portfolio_gen.model.profile import ProfilePart
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import (
    GrowthView,
    ProgressView,
    StepView,
    TargetGroup,
    TargetView,
)
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.plan import plan_grants, still_granted
from portfolio_gen.plan.conference import Between, plan_conference
from portfolio_gen.plan.sight import look

TODAY = day("2026-11-22")
WHO = canary_student()


def site(edition: EditionName, **changes: Any) -> SiteBlueprint:
    """A student's site, with some things of theirs different."""
    found = planned(canary_school(EVERYTHING, student=canary_student(**changes)), edition)
    assert found is not None
    return found


def test_five_minutes_are_shared_by_the_works_that_this_edition_shows() -> None:
    """In the student's order, at most three; what the family does not see is not on its agenda."""
    talk = Conference(
        date=day("2026-12-02"),
        artifacts=("family", "committee", "everywhere", "family"),
        audience=("self", "family"),
        slug="talk",
    )
    works = (
        artifact("family", ("family",)),
        artifact("committee", ("committee",)),
        artifact("everywhere", INSIDE),
    )
    told = {
        edition: found
        for edition in INSIDE
        if (found := site(edition, artifacts=works, conferences=(talk,)).conference)
    }
    shown = {edition: [one.address for one in found.chosen] for edition, found in told.items()}

    assert shown["family"] == ["artifacts/family/", "artifacts/everywhere/"]
    assert len(shown["self"]) == 3
    assert [one.seconds for one in told["family"].chosen] == [60, 150]
    assert [one.seconds for one in told["self"].chosen] == [60, 120, 180]
    assert "committee" not in told


def with_part(school: School, part: ProfilePart) -> School:
    """The school, asking for a part in another way."""
    parts = [part if one.id == part.id else one for one in school.framework.profile]
    return replace(school, framework=replace(school.framework, profile=tuple(parts)))


@pytest.mark.parametrize("edition", [one for one in EDITIONS if one != "self"])
def test_a_part_that_may_not_be_shared_is_in_no_edition_whatever_is_written(
    edition: EditionName,
) -> None:
    school = canary_school(EVERYTHING)
    name = f"part-{edition}"
    assert name in canaries(planned(school, edition))

    closed = with_part(school, ProfilePart(id=name, title=mark("asked"), shareable=False))

    assert canaries(planned(closed, edition)) & {name, "asked"} == set()
    assert {name, "asked"} <= canaries(planned(closed, "self"))


@pytest.mark.parametrize("edition", ["family", "public"])
def test_the_strictest_version_of_the_framework_counts(edition: EditionName) -> None:
    school = canary_school(EVERYTHING)
    name = f"part-{edition}"
    strict = ProfilePart(id=name, title="", shareable=False)
    earlier = replace(school.framework, version="2019", profile=(strict,))

    found = canaries(planned(replace(school, frameworks={"2019": earlier}), edition))

    assert name in canaries(planned(school, edition))
    assert name not in found


def test_whoever_entered_under_an_earlier_version_has_todays_profile_and_tags() -> None:
    school = canary_school(EVERYTHING)
    old = replace(school.framework, version="2019", profile=(), tags=())
    ledger = school.ledgers[ID]
    ledger = replace(ledger, enrolment=replace(ledger.enrolment, framework="2019"))
    school = replace(school, frameworks={"2019": old}, ledgers={ID: ledger})

    found = canaries(planned(school, "family"))

    assert {"part-family", "school-tag"} <= found


@pytest.mark.parametrize("edition", OUTSIDE)
def test_agreeing_to_work_is_not_agreeing_to_the_profile(edition: EditionName) -> None:
    fields = sorted(CONSENT_FIELDS - {"profile"})
    found = canaries(planned(canary_school({ID: (agreement(edition, *fields),)}), edition))

    assert f"work-{edition}-title" in found
    assert f"part-{edition}" not in found


def test_a_family_can_narrow_what_is_shown_of_the_profile() -> None:
    school = canary_school({ID: (agreement("family", "name", "work"),)})
    found = canaries(planned(school, "family"))

    assert "work-family-title" in found
    assert "part-family" not in found


def test_a_published_part_goes_when_the_school_takes_it_back() -> None:
    school = canary_school(EVERYTHING)
    grants = plan_grants(school, WHO, "family", TODAY)
    closed = with_part(school, ProfilePart(id="part-family", title="", shareable=False))
    gone = replace(school, framework=replace(school.framework, profile=()))

    def holds(now: School) -> bool:
        return still_granted(now, ID, "family", TODAY, grants, choice_is_known=False)

    assert ". profile part-family" in grants
    assert holds(school)
    assert not holds(closed)
    assert not holds(gone)
    assert not any(
        "profile" in one for one in plan_grants(school, WHO, "self", TODAY) if one[0] == "."
    )


def test_only_the_writer_is_told_who_else_sees_a_part() -> None:
    own = {one.title: one for one in site("self").profile}
    kept, shared = own[mark("kept-asked")], own[mark("part-family-asked")]

    assert (kept.kept_private, kept.shown_to) == (True, ())
    assert (shared.kept_private, shared.shown_to) == (False, ("Family",))
    assert own[mark("part-self-asked")].shown_to == ()
    for edition in INSIDE[1:]:
        for one in site(edition).profile:  # type: ignore[arg-type]
            assert (one.kept_private, one.shown_to) == (False, ())


def test_milestones_stand_by_date_and_what_lies_ahead_at_the_end() -> None:
    def milestone(title: str, date: str, *, planned: bool = False, work: str | None = None) -> Any:
        return Milestone(title=title, date=PartialDate.parse(date), planned=planned, work=work)

    found = site(
        "self",
        milestones=Milestones(
            milestones=(
                milestone("late", "2027-07", planned=True),
                milestone("forgotten", "2027-02"),
                milestone("missed", "2026-05", planned=True),
                milestone("second", "2026-03-02", work="no-such-work"),
                milestone("first", "2025", work="work-family"),
            )
        ),
    ).milestones

    assert [(one.title, one.ahead) for one in found] == [
        *(("first", False), ("second", False)),
        *(("missed", True), ("forgotten", True), ("late", True)),
    ]
    assert [one.work.address if one.work else None for one in found[:2]] == [
        "artifacts/work-family/",
        None,
    ]


def test_a_milestone_does_not_tell_of_a_work_that_is_not_shown() -> None:
    milestone = Milestone(
        title="x", date=PartialDate.parse("2026"), work="work-family", audience=("family", "public")
    )
    changes = {"milestones": Milestones(milestones=(milestone,))}

    assert [one.work is None for one in site("family", **changes).milestones] == [False]
    assert [one.work for one in site("public", **changes).milestones] == [None]


def conference(slug: str, date: str, **changes: Any) -> Conference:
    values: dict[str, Any] = {"audience": ("family",), "slug": slug, "date": Day.parse(date)}
    return Conference(**values | changes)


def test_the_next_conference_is_shown_and_after_the_last_the_latest() -> None:
    spring, autumn = conference("a", "2026-05-28", agreed=("x",)), conference("b", "2026-11-22")
    winter = conference("c", "2027-01-14")
    ahead = site("family", conferences=(winter, spring, autumn)).conference
    past = site("family", conferences=(spring,)).conference

    assert ahead is not None and past is not None
    assert (ahead.date, ahead.since, ahead.agreed_before) == (autumn.date, spring.date, ("x",))
    assert ahead.ahead
    assert (past.date, past.since, past.ahead) == (spring.date, None, False)
    assert site("family", conferences=()).conference is None


def test_a_conference_with_others_does_not_tell_of_one_without_them() -> None:
    alone = conference("a", "2026-05-28", audience=("committee",), agreed=("secret",))
    found = site("family", conferences=(alone, conference("b", "2026-12-03"))).conference

    assert found is not None
    assert (found.since, found.agreed_before) == (None, ())


@pytest.mark.parametrize(
    ("since", "date", "held"),
    [
        (None, PartialDate(2019), True),
        ("2026-05-28", Day(2026, 5, 28), False),
        ("2026-05-28", Day(2026, 5, 29), True),
        ("2026-05-28", PartialDate(2026, 5), True),
        ("2026-05-28", PartialDate(2026, 4), False),
        ("2026-05-28", PartialDate(2026), True),
        ("2026-05-28", Day(2026, 11, 22), True),
        ("2026-05-28", Day(2026, 11, 23), False),
        ("2026-05-28", None, False),
    ],
)
def test_what_is_new_lies_after_the_conference_before(
    since: str | None, date: Day | PartialDate | None, held: bool
) -> None:
    time = Between(Day.parse(since) if since else None, TODAY)

    assert time.holds(date) is held


LEVELS = tuple(StepView(id=one, title=one.title()) for one in ("low", "mid", "high"))


def target(
    id: str, state: TargetState, *path: tuple[str, int], here: int | None = None
) -> TargetView:
    """A learning target whose ratings went along a path."""
    way = tuple((Day.parse(on), place) for on, place in path)
    growth = (
        GrowthView(
            first=LEVELS[way[0][1]].title,
            first_date=way[0][0],
            latest=LEVELS[way[-1][1]].title,
            latest_date=way[-1][0],
            steps=way[-1][1] - way[0][1],
            path=way,
        )
        if way
        else None
    )
    steps = tuple(
        replace(one, here=place == here, aimed_for=place == 2, next_step=f"after {one.id}")
        for place, one in enumerate(LEVELS)
    )
    return TargetView(
        id=id,
        title=id,
        address=f"targets/{id}/",
        state=state,
        because="why",
        levels=steps,
        growth=growth,
    )


def agenda(*targets: TargetView) -> Any:
    """The agenda of a conference on 3 December, after one on 28 May, for these learning targets."""
    meetings = (conference("a", "2026-05-28"), conference("b", "2026-12-03"))
    student: Student = canary_student(conferences=meetings)
    school = canary_school(EVERYTHING, student=student)
    granted = access(school, student, "family", TODAY)
    assert granted is not None
    group = TargetGroup(label=LabelView(id="g", title="G"), targets=targets)
    shown = replace(
        site("family", conferences=meetings), progress=ProgressView(groups=(group,)), credits=()
    )
    return plan_conference(look(school, student, granted, TODAY), shown)


def test_growth_is_counted_from_the_conference_before() -> None:
    up = target("up", TargetState.REACHED, ("2026-02-01", 0), ("2026-09-01", 2), ("2026-11-01", 2))
    new = target("new", TargetState.NOT_YET, ("2026-09-02", 1), ("2026-10-01", 1))
    same = target("same", TargetState.NOT_YET, ("2026-02-01", 1), ("2026-09-03", 1))
    down = target("down", TargetState.NOT_YET, ("2026-02-01", 2), ("2026-09-03", 1))
    old = target("old", TargetState.REACHED, ("2026-02-01", 0), ("2026-03-01", 2))

    assert [
        (one.target.id, one.before, one.now, str(one.date))
        for one in agenda(up, new, same, down, old).growth
    ] == [("new", "", "Mid", "2026-09-02"), ("up", "Low", "High", "2026-09-01")]


def test_what_is_begun_comes_next_and_otherwise_what_is_open() -> None:
    begun = target("begun", TargetState.NOT_YET, here=1)
    thin = target("thin", TargetState.INSUFFICIENT)
    fresh = target("fresh", TargetState.OPEN)
    done = target("done", TargetState.REACHED, here=2)

    assert [
        (one.target.id, one.here, one.step) for one in agenda(done, fresh, begun, thin).next_steps
    ] == [("begun", "Mid", "after mid"), ("thin", "", "why")]
    assert [one.target.id for one in agenda(done, fresh).next_steps] == ["fresh"]


def test_drafts_are_on_nobodys_agenda() -> None:
    found = site("self", conferences=(conference("a", "2026-12-03"),))

    assert found.conference is not None
    drafts = {one.address for one in found.artifacts if one.draft}
    assert drafts
    assert drafts.isdisjoint(one.address for one in found.conference.works)


def test_tags_of_the_school_are_told_from_words_of_ones_own() -> None:
    (work,) = (one for one in site("family").artifacts if one.slug == "grouped")

    assert [(one.id, one.title, one.about) for one in work.school_tags] == [
        ("led", mark("school-tag"), mark("school-tag-about"))
    ]
    assert work.tags == (mark("grouped-tag"),)
    assert [one.id for one in site("family").tags] == ["led"]


def test_a_school_tag_is_known_however_it_is_capitalised() -> None:
    (first, *_) = WHO.artifacts
    works = tuple(
        replace(first, slug=f"w-{place}", tags=(tag,), audience=("family",))
        for place, tag in enumerate(("Led", " led ", "LED", "leds"))
    )
    found = {one.slug: one for one in site("family", artifacts=works).artifacts}

    assert [bool(found[f"w-{place}"].school_tags) for place in range(4)] == [
        True,
        True,
        True,
        False,
    ]


def test_who_wrote_a_rubric_is_told_and_never_a_student() -> None:
    school = canary_school(EVERYTHING)
    (rubric,) = school.rubrics.rubrics

    def told(written: str) -> set[str]:
        rubrics = replace(school.rubrics, rubrics=(replace(rubric, made_with=written),))
        found = planned(replace(school, rubrics=rubrics), "public")
        assert found is not None
        return {one.rubric.made_with for one in found.credits if one.rubric}

    assert told("the spring class") == {"the spring class"}
    for name in ("Preferred Canary and friends", f"{ID}, grade 9", "Official  Canary's group"):
        assert told(name) == {""}


@pytest.mark.parametrize("edition", OUTSIDE)
def test_nobody_outside_is_told_of_a_conference_even_if_a_file_could_say_so(
    edition: EditionName,
) -> None:
    meant = conference("a", "2026-12-03", audience=EDITIONS)

    assert site(edition, conferences=(meant,)).conference is None
    assert site("family", conferences=(meant,)).conference is not None
