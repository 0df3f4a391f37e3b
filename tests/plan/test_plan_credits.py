"""What became of each credit, as far as an edition may tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from canary_school import ID, TODAY, agreement, artifact, canary_school, canary_student, planned
from nouns import (
    CREDIT,
    OTHER_CREDIT,
    claim,
    day,
    decision,
    framework,
    ledger,
    pitch,
    rating,
    with_targets,
)
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.credit_views import CreditView
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.framework import Credit, CreditLevel
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.settings import EditionName, EditionSettings
from portfolio_gen.model.standing import State
from portfolio_gen.model.student import Student
from portfolio_gen.model.work_views import ArtifactView
from portfolio_gen.plan import plan_site

COLLEGE = {ID: (agreement("college", "name", "work", "credits"),)}


def site(
    edition: EditionName, student: Student, record: Ledger | None = None, **settings: object
) -> SiteBlueprint:
    school = canary_school(COLLEGE, student=student, **settings)
    school = replace(school, ledgers={ID: record or ledger()})
    found = planned(school, edition)
    assert found is not None
    return found


def credit(blueprint: SiteBlueprint, id: str = CREDIT) -> CreditView:
    return next(one for one in blueprint.credits if one.id == id)


def beans(*audience: EditionName, **changes: object) -> Student:
    """A student whose one work claims a credit."""
    return canary_student(
        artifacts=(artifact("beans", audience, title="Beans", **changes),),
        pitches=(),
        narratives=(),
        goals=(),
    )


@pytest.mark.parametrize(
    ("edition", "audience", "state"),
    [
        ("self", (), State.CLAIMED),
        ("family", ("family",), State.CLAIMED),
        ("family", ("college",), State.OPEN),
        ("college", ("college",), State.OPEN),
    ],
)
def test_a_claim_shows_only_where_its_work_and_attempts_show(
    edition: EditionName, audience: tuple[EditionName, ...], state: State
) -> None:
    assert credit(site(edition, beans(*audience))).standings[0].state is state


def test_a_claim_by_several_works_tells_nothing_of_the_hidden_one() -> None:
    works = (
        artifact("beans", ("family",), title="Beans", date=PartialDate.parse("2026-02")),
        artifact("later", (), title="Later", date=PartialDate.parse("2026-09")),
    )
    (standing,) = credit(site("family", canary_student(artifacts=works))).standings

    assert [one.title for one in standing.works] == ["Beans"]
    assert str(standing.date) == "2026-02"
    assert "September" not in standing.because


def test_a_pitch_of_hidden_work_shows_to_the_committee_and_not_to_the_family() -> None:
    student = replace(beans(), pitches=(pitch("beans", claim(), artifacts=("beans",)),))
    committee, family = site("committee", student), site("family", student)

    assert credit(committee).mark == "pitched"
    assert [one.slug for one in committee.pitches] == ["beans"]
    assert [one.title for one in committee.pitches[0].works] == ["Beans"]
    assert credit(family).mark == "open"
    assert family.pitches == ()


def test_a_pitch_waits_until_it_is_decided_and_released() -> None:
    student = replace(beans("family"), pitches=(pitch("beans", claim(), date="2026-11-01"),))
    told = ledger(decision("d", date="2026-11-10", pitch="beans", release=day("2026-12-01")))
    committee, family = site("committee", student, told), site("family", student, told)

    assert not committee.pitches[0].waiting
    assert credit(committee).mark == "earned"
    assert family.pitches[0].waiting
    assert credit(family).mark == "pitched"
    assert credit(family).decisions == ()


def test_decisions_that_are_not_released_stay_hidden_even_if_somebody_counts_them() -> None:
    student = beans("family")
    told = ledger(decision("d", release=day("2027-01-01"), feedback="Well done."))
    school = replace(canary_school({}, student=student), ledgers={ID: told})
    standings = evaluate(school.framework, student, told, on=None)
    blueprint = plan_site(school, student, "family", standings=standings, on=TODAY)

    assert blueprint is not None
    assert credit(blueprint).mark == "open"
    assert credit(blueprint).decisions == ()


def test_attempts_show_inside_and_only_awards_outside() -> None:
    told = ledger(
        decision("first", "not-yet", date="2026-02-01", feedback="Show how you measured."),
        decision("second", date="2026-04-20"),
        decision("third", "not-yet", credit=OTHER_CREDIT, date="2026-05-20"),
    )
    family, college = (site(one, beans("family", "college"), told) for one in ("family", "college"))

    assert [one.earned for one in credit(family).decisions] == [True, False]
    assert [one.counts for one in credit(family).decisions] == [True, False]
    assert credit(family).decisions[1].feedback == "Show how you measured."
    assert credit(family, OTHER_CREDIT).mark == "not-yet"
    assert [one.earned for one in credit(college).decisions] == [True]
    assert credit(college, OTHER_CREDIT).mark == "open"
    assert credit(college, OTHER_CREDIT).decisions == ()
    assert college.transcript is not None
    assert college.transcript.date == day("2026-04-20"), "a hidden try moves no date"


def test_a_school_may_let_students_show_their_tries_outside() -> None:
    told = ledger(decision("first", "not-yet"))
    open_college = {"college": EditionSettings(attempts=True)}
    willing = site("college", beans("college"), told, editions=open_college)
    shy = site(
        "college",
        replace(
            beans("college"),
            sharing={"college": replace(beans().sharing["college"], attempts=False)},
        ),
        told,
        editions=open_college,
    )

    assert credit(willing).mark == "not-yet"
    assert credit(shy).mark == "open"


def test_a_credit_that_targets_earn_shows_outside_once_its_ratings_are_released() -> None:
    level = CreditLevel(id="foundation", title="Foundation", policy="targets")
    rules = with_targets(levels=(level,))
    held = rating(works=("beans",), release=day("2026-12-24"))

    def state(edition: EditionName, *ratings: Rating) -> State:
        records = ledger(ratings=ratings)
        school = canary_school(COLLEGE, student=beans("college"))
        school = replace(school, framework=rules, ledgers={ID: records})
        (student,) = school.students
        counted = evaluate(rules, student, records, on=None)
        found = plan_site(school, student, edition, standings=counted, on=TODAY)
        assert found is not None
        return credit(found).standings[0].state

    assert state("college", rating()) is State.EARNED
    assert state("college", held) is State.OPEN
    assert state("committee", held) is State.EARNED
    assert state("college", rating("beginning")) is State.OPEN
    assert state("family", rating("beginning")) is State.NOT_YET


def test_a_credit_has_only_the_levels_at_which_it_can_be_earned() -> None:
    rules = framework(
        levels=tuple(
            CreditLevel(id=one, title=one.title()) for one in ("foundation", "advanced", "any")
        ),
        credits=(
            Credit(id="bread", title="Bread", domain="community", levels=("advanced",)),
            Credit(id="salt", title="Salt", levels=("any",)),
        ),
    )
    told = ledger(
        decision("a", credit="bread", level="advanced"), decision("b", credit="salt", level="any")
    )
    school = replace(canary_school(student=beans("family")), framework=rules, ledgers={ID: told})
    blueprint = planned(school, "family")

    assert blueprint is not None
    bread, salt = credit(blueprint, "bread"), credit(blueprint, "salt")
    assert ([one.level.id for one in bread.standings], bread.mark) == (["advanced"], "advanced")
    assert ([one.level.id for one in salt.standings], salt.mark) == (["any"], "earned")
    assert {one.label.id: one.of for one in blueprint.domains} == {"academics": 2, "community": 2}


def test_the_reason_shows_no_earlier_tries() -> None:
    told = ledger(decision("a", "not-yet", date="2026-02-01"), decision("b", date="2026-04-20"))
    (standing,) = credit(site("college", beans("college"), told)).standings

    assert standing.because == "Earned on 20 April 2026 by decision of the committee."


def test_evidence_that_is_not_shown_is_told_of_without_its_title() -> None:
    told = ledger(decision("d", artifacts=("beans",), evidence={"beans": "sha256:0"}))
    student = beans("college", digest="sha256:1")
    hidden, shown = site("family", student, told), site("college", student, told)

    assert [(one.title, one.address) for one in credit(hidden).decisions[0].works] == [
        ("a piece of work kept private", "")
    ]
    (work,) = credit(shown).standings[0].works
    assert (work.title, work.address, work.changed) == ("Beans", "artifacts/beans/", True)


def test_work_that_is_as_the_committee_saw_it_carries_no_mark() -> None:
    told = ledger(decision("d", evidence={"beans": "sha256:1"}))
    (work,) = credit(site("family", beans("family", digest="sha256:1"), told)).standings[0].works

    assert not work.changed


def test_a_further_level_shows_once_something_has_happened_at_it() -> None:
    advanced = ledger(decision("a"), decision("b", level="advanced", date="2026-09-01"))
    before, after = (
        site("family", beans("family"), ledger()),
        site("family", beans("family"), advanced),
    )

    assert [one.level.id for one in credit(before).standings] == ["foundation"]
    assert [one.level.id for one in credit(after).standings] == ["foundation", "advanced"]
    assert credit(after).mark == "advanced"


def test_without_credits_there_is_no_transcript_and_claims_say_only_what_the_student_says() -> None:
    agreed = {ID: (agreement("college", "name", "work"),)}
    school = replace(
        canary_school(agreed, student=beans("college")), ledgers={ID: ledger(decision("d"))}
    )
    blueprint = planned(school, "college")

    assert blueprint is not None
    assert (blueprint.transcript, blueprint.credits, blueprint.grid) == (None, (), ())
    assert blueprint.where_i_stand == ""
    (told,) = blueprint.artifacts[0].claims
    assert told.standing is None
    assert told.credit.standings[0].state is State.OPEN
    assert told.credit.address == ""
    assert blueprint.domains[0].artifacts == blueprint.artifacts


def test_the_grid_has_a_row_per_competency_and_a_cell_per_domain() -> None:
    blueprint = site("family", beans("family"))

    assert [row.label.id for row in blueprint.grid] == ["communication", "critical-thinking"]
    for row in blueprint.grid:
        assert [cell and cell.domain.id for cell in row.cells] == ["academics", "community"]
    assert credit(blueprint, "bread").address == "credits/bread/"
    assert credit(blueprint).address == f"credits/{CREDIT}/"


def test_a_framework_without_a_grid_has_no_rows() -> None:
    school = canary_school({}, student=beans("family"))
    school = replace(school, framework=replace(school.framework, grid=None))
    blueprint = planned(school, "family")

    assert blueprint is not None
    assert blueprint.grid == ()
    assert [one.id for one in blueprint.credits] == ["bread"]


def test_a_claim_to_nothing_in_the_framework_is_left_out() -> None:
    student = beans("family", claims=(claim("baking/moon"), claim(level="expert"), claim()))

    assert [one.credit.id for one in site("family", student).artifacts[0].claims] == [CREDIT]


def test_domains_count_their_credits_level_by_level() -> None:
    told = ledger(decision("a"), decision("b", level="advanced", date="2026-09-01"))
    academics, community = site("family", beans("family"), told).domains

    assert [(level.id, count) for level, count in academics.earned] == [
        ("foundation", 1),
        ("advanced", 1),
    ]
    assert (academics.of, community.of) == (2, 3)


# The transcript


def test_featured_credits_are_the_students_choice_among_the_earned() -> None:
    told = ledger(decision("a"), decision("b", credit=OTHER_CREDIT, date="2026-06-01"))
    chosen = replace(beans("family"), featured_credits=("bread", CREDIT, "none/such"))
    mine, newest = site("family", chosen, told), site("family", beans("family"), told)

    assert mine.transcript is not None and newest.transcript is not None
    assert [one.id for one in mine.transcript.featured] == [CREDIT]
    assert [one.id for one in newest.transcript.featured] == [OTHER_CREDIT, CREDIT]


def test_beside_its_domain_only_a_credit_of_the_grid_goes_by_its_competency() -> None:
    of_its_own = Credit(
        id="talk-1", title="Talk, first part", domain="academics", competency="communication"
    )
    school = canary_school(COLLEGE, student=beans("family"))
    found = planned(replace(school, framework=framework(credits=(of_its_own,))), "family")

    assert found is not None
    assert credit(found).short == "Critical thinking"
    assert credit(found, "talk-1").short == "Talk, first part"


def test_requirements_say_when_they_are_due() -> None:
    transcript = site("family", beans("family"), ledger(decision("a"))).transcript

    assert transcript is not None
    assert [
        (one.title, one.met, one.earned, one.of, one.due) for one in transcript.requirements
    ] == [
        ("All", False, 1, 5, "by the end of grade 11"),
        ("Two", False, 1, 2, ""),
    ]


def test_a_phase_by_age_has_a_name_of_its_own() -> None:
    school = replace(canary_school(student=beans("family")), ledgers={ID: ledger()})
    by_age = (
        Phase(id="9", title="level 9", social="social level 9"),
        Phase(id="11", title="level 11", social="social level 11"),
    )
    found = planned(replace(school, framework=framework(phases=by_age)), "family")

    assert found is not None and found.transcript is not None
    assert found.person.phase == "social level 9"
    assert found.transcript.requirements[0].due == "by the end of social level 11"


def test_a_transcript_without_records_has_no_date() -> None:
    transcript = site("family", beans("family")).transcript

    assert transcript is not None and transcript.date is None


# Works


def slugs(works: tuple[ArtifactView, ...]) -> list[str]:
    return [one.slug for one in works]


def test_works_stand_newest_first_and_the_newest_with_pictures_are_featured() -> None:
    works = (
        artifact("old", ("family",), date=PartialDate.parse("2024")),
        artifact("new", ("family",), date=PartialDate.parse("2026-10"), media=()),
        artifact("middle", ("family",), date=PartialDate.parse("2025-05-01")),
    )
    blueprint = site("family", canary_student(artifacts=works))

    assert slugs(blueprint.artifacts) == ["new", "middle", "old"]
    assert slugs(blueprint.featured) == ["middle", "old", "new"]


def test_the_students_choice_of_featured_works_counts_as_far_as_it_is_visible() -> None:
    works = (artifact("a", ("family",)), artifact("b", ()), artifact("c", ("family",)))
    student = canary_student(artifacts=works, featured=("c", "b", "c"))

    assert slugs(site("family", student).featured) == ["c"]


def test_slugs_that_a_file_system_takes_for_one_get_one_page() -> None:
    works = (
        artifact("boat", ("family",)),
        artifact("BOAT", ("family",)),
        artifact("../x", ("family",)),
    )

    assert slugs(site("family", canary_student(artifacts=works)).artifacts) == ["BOAT"]
