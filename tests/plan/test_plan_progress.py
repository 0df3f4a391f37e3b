"""Learning targets, badges, strands, binder, courses and habits, as far as an edition may tell of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from canary_school import ID, TODAY, agreement, artifact, canary_school, canary_student
from nouns import CREDIT, TARGET, day, four, ledger, rating, target, with_targets
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.consent import CONSENT_FIELDS, Agreement
from portfolio_gen.model.course import Course, Courses, CourseType, OfferedCourse
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.framework import Credit, CreditLevel, Framework
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ledger import Observation
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.progress import TargetState
from portfolio_gen.model.progress_views import ProgressView, TargetView
from portfolio_gen.model.rating import Rating, RatingRules, Rework, ReworkStep
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.settings import EditionName, EditionSettings
from portfolio_gen.model.student import Sharing, Student
from portfolio_gen.model.target import Dimension
from portfolio_gen.model.work_views import ArtifactView
from portfolio_gen.plan import plan_site

ALL = {ID: (agreement("college", *sorted(CONSENT_FIELDS)),)}
SHOWN = {"college": EditionSettings(progress=True)}
"""A school that shows colleges what has been reached."""
OPEN = {"college": EditionSettings(progress=True, attempts=True, feedback=True)}
"""A school that lets students show colleges everything."""
TRIES = (
    rating("beginning", "2026-02-01", works=("beans",), by=("b-lund",), note="Look again."),
    rating("approaching", "2026-03-01", kind="formative"),
    rating("meeting", "2026-05-02", works=("beans", "hidden"), by=("b-lund", "m")),
    rating("exceeding", "2026-05-03", rater="self"),
    rating("approaching", "2026-05-04", rater="peer", by=("Jonah",)),
)


def site(
    edition: EditionName,
    *ratings: Rating,
    framework: Framework | None = None,
    student: Student | None = None,
    others: tuple[Student, ...] = (),
    people: dict[str, tuple[Agreement, ...]] | None = None,
    editions: dict[str, EditionSettings] | None = None,
    every_decision: bool = False,
    **records: Any,
) -> SiteBlueprint:
    """A site of a student with ratings; `every_decision`: by standings that count what nobody may know yet."""
    who = student or canary_student(artifacts=(beans(),), pitches=())
    school = canary_school(people or ALL, *others, student=who, editions=editions or {})
    rules, record = framework or with_targets(), ledger(ratings=ratings, **records)
    school = replace(school, framework=rules, ledgers={ID: record})
    unreleased = school.settings.policy(edition).unreleased or every_decision
    standings = evaluate(rules, who, record, on=None if unreleased else TODAY)
    found = plan_site(school, who, edition, standings=standings, on=TODAY)
    assert found is not None
    return found


def beans(**changes: Any) -> Any:
    return artifact("beans", ("self", "committee", "family", "college"), title="Beans", **changes)


def progress(*args: Any, **changes: Any) -> ProgressView:
    found = site(*args, **changes).progress
    assert found is not None
    return found


def only(*args: Any, **changes: Any) -> TargetView:
    (found,) = progress(*args, **changes).targets
    return found


# Who sees it


@pytest.mark.parametrize(
    ("edition", "shown"), [("self", True), ("family", True), ("college", False)]
)
def test_editions_for_outsiders_show_no_targets_unless_the_school_says_so(
    edition: EditionName, shown: bool
) -> None:
    assert (site(edition, *TRIES).progress is not None) is shown
    assert site("college", *TRIES, editions=SHOWN).progress is not None


def test_targets_are_shown_only_where_credits_are() -> None:
    shy = canary_student(sharing={"family": Sharing(credits=False)})

    assert site("family", *TRIES, student=shy).progress is None


def test_a_school_without_targets_has_no_progress() -> None:
    assert site("family", framework=with_targets(targets=())).progress is None


def test_without_attempts_only_what_has_been_reached_is_told() -> None:
    one = only("college", *TRIES, editions=SHOWN)

    assert (one.state, one.because) == (TargetState.REACHED, "Reached: Meeting.")
    assert one.here and one.here.title == "Meeting"
    assert [(step.id, str(step.since)) for step in one.levels if step.since] == [
        ("meeting", "2026-05-02")
    ]
    assert [work.title for work in one.works] == ["Beans", "a piece of work kept private"]
    assert (one.attempts, one.views, one.growth) == ((), (), None)


@pytest.mark.parametrize("levels", [(), ("approaching",), ("insufficient",)])
def test_without_attempts_what_is_not_reached_tells_of_no_try(levels: tuple[str, ...]) -> None:
    tried = only("college", *(rating(one, works=("beans",)) for one in levels), editions=SHOWN)

    assert tried == only("college", editions=SHOWN)
    assert tried.state is TargetState.OPEN


@pytest.mark.parametrize(
    ("edition", "editions", "told"),
    [
        ("family", {}, ["all", "some way", "first step", "credits"]),
        ("college", OPEN, ["all", "some way", "first step", "credits"]),
        ("college", SHOWN, ["all", "first step", "credits"]),
        ("college", {}, ["first step", "credits"]),
    ],
)
def test_a_requirement_tells_of_targets_only_where_they_are_told(
    edition: EditionName, editions: dict[str, EditionSettings], told: list[str]
) -> None:
    """What is met is told anyway; how far something is on the way would tell of tries."""
    asks = (
        Requirement(id="all", title="all", targets="all"),
        Requirement(id="way", title="some way", targets="all", at="approaching", due="10"),
        Requirement(id="first", title="first step", targets=(TARGET,), at="approaching"),
        Requirement(id="credits", title="credits", count=1),
    )
    rules = with_targets(
        target(),
        target("ratios"),
        requirements=asks,
        phases=(Phase(id="10", title="grade 10"),),
    )
    quiet = canary_student(artifacts=(), pitches=())
    found = site(edition, rating("approaching"), framework=rules, editions=editions, student=quiet)

    assert found.transcript
    assert [one.title for one in found.transcript.requirements] == told
    assert ("some way" in found.where_i_stand) is ("some way" in told)


def test_students_choose_whether_outsiders_see_the_way() -> None:
    shy = canary_student(artifacts=(beans(),), sharing={"college": Sharing()})

    assert len(only("college", *TRIES, editions=OPEN).attempts) == 5
    assert only("college", *TRIES, editions=OPEN, student=shy).attempts == ()
    assert only("college", *TRIES, editions=OPEN, student=shy).growth is None


def test_inside_the_school_the_whole_way_is_told() -> None:
    one = only("family", *TRIES)

    assert one.because == "Reached: Meeting, the newest of 2 ratings, on 2 May 2026."
    assert [(each.level, each.practice, each.counts) for each in one.attempts] == [
        ("Approaching", False, False),
        ("Exceeding", False, False),
        ("Meeting", False, True),
        ("Approaching", True, False),
        ("Beginning", False, False),
    ]
    assert one.growth and one.growth.steps == 2
    assert [place for _, place in one.growth.path] == [0, 1, 2]
    assert [(each.rater, each.level) for each in one.views] == [
        ("self", "Exceeding"),
        ("peer", "Approaching"),
        ("teacher", "Meeting"),
    ]
    assert [step.since and str(step.since) for step in one.levels] == [
        "2026-02-01",
        "2026-05-02",
        "2026-05-02",
        None,
    ]


def test_insufficient_evidence_is_a_state_without_a_level() -> None:
    one = only("family", rating("insufficient"))

    assert (one.state, one.here) == (TargetState.INSUFFICIENT, None)
    assert [each.level for each in one.attempts] == [""]


# What may not be known


def test_a_rating_on_a_modified_scale_leaves_no_trace() -> None:
    modified = rating("exceeding", "2026-06-01", modified=True, works=("beans",), note="Easier.")
    for edition in ("self", "committee", "family"):
        assert site(edition, *TRIES, modified) == site(edition, *TRIES)
    assert site("college", *TRIES, modified, editions=OPEN) == site(
        "college", *TRIES, editions=OPEN
    )


@pytest.mark.parametrize("editions", [SHOWN, OPEN])
@pytest.mark.parametrize("edition", ["self", "family", "college"])
def test_what_is_not_released_changes_nothing_before_its_day(
    edition: EditionName, editions: dict[str, EditionSettings]
) -> None:
    held = rating("exceeding", "2026-11-20", release=day("2027-01-01"), works=("beans",))

    assert site(edition, *TRIES, held, editions=editions) == site(
        edition, *TRIES, editions=editions
    )
    assert only("committee", *TRIES, held).attempts[0].level == "Exceeding"


def test_standings_that_count_what_nobody_may_know_yet_tell_nothing() -> None:
    held = rating("exceeding", "2026-11-20", release=day("2027-01-01"), works=("beans",))
    found = site("family", *TRIES, held, every_decision=True, taught={TARGET: (day("2026-01-12"),)})

    assert found.progress
    (one,) = found.progress.targets
    assert (one.state, one.works, one.attempts, one.growth) == (TargetState.OPEN, (), (), None)
    assert (found.progress.badges, found.progress.binder) == ((), ())
    assert [work.serves for work in found.artifacts] == [()]


def test_what_the_student_says_of_hidden_work_stays_hidden() -> None:
    works = (
        beans(self_rating={TARGET: "approaching"}),
        artifact(
            "secret",
            (),
            self_rating={TARGET: "exceeding"},
            date=PartialDate.parse("2026-04"),
        ),
    )
    student = canary_student(artifacts=works)

    assert [(one.level, one.date) for one in only("self", student=student).views] == [
        ("Exceeding", None)
    ]
    assert [one.level for one in only("family", student=student).views] == ["Approaching"]


def test_notes_need_feedback_and_texts_may_not_hold_a_hidden_name() -> None:
    plan = Rework(plan="Ada Park tries again.", steps=("talk", "gone"), until=day("2026-12-01"))
    told = rating(note="Well done.", rework=plan)
    rules = with_targets(rework=(ReworkStep(id="talk", title="Talk to somebody"),))
    quiet = {"family": EditionSettings(feedback=False)}

    (one,) = only("family", told, framework=rules).attempts
    assert (one.note, one.plan, one.steps) == (
        "Well done.",
        "Ada Park tries again.",
        ("Talk to somebody",),
    )
    assert only("family", told, framework=rules, editions=quiet).attempts[0].note == ""
    named = rating(note="Preferred Canary did well.", rework=Rework(plan="Ask Preferred Canary."))
    initials = canary_student(sharing={"college": Sharing(name="initials", attempts=True)})
    (hidden,) = only("college", named, editions=OPEN, student=initials).attempts
    assert (hidden.note, hidden.plan) == ("", "")


def test_drafts_stay_inside_the_school_and_say_that_they_are_drafts() -> None:
    rules = with_targets(target(), target("new", status="draft", credit=None))

    inside = progress("family", framework=rules).targets
    assert [(one.id, one.draft) for one in inside] == [(TARGET, False), ("new", True)]
    assert [one.id for one in progress("college", framework=rules, editions=OPEN).targets] == [
        TARGET
    ]


# Who rated


def by(edition: EditionName, written: str, rater: str = "peer", **changes: Any) -> tuple[str, ...]:
    (attempt,) = only(edition, rating(rater=rater, by=(written,)), **changes).attempts
    return attempt.by


THEO = Student(id="theo-lim", name="Theo", sharing={"college": Sharing()})
NAMELESS = {"theo-lim": (agreement("family", "work"),)}


def test_adults_are_named_inside_and_stand_for_their_role_outside() -> None:
    assert by("family", "m", "teacher") == ("zq-advisor-qz",)
    assert by("college", "m", "teacher", editions=OPEN) == ("advisor",)
    assert by("family", "nobody", "teacher") == ("a teacher",)
    assert by("family", "Jo Ek, baker", "expert") == ("Jo Ek, baker",)
    assert by("college", "Jo Ek, baker", "expert", editions=OPEN) == (
        "somebody from outside the school",
    )


def test_the_student_is_not_named_as_their_own_rater() -> None:
    assert by("family", "Ada", "self") == ()


@pytest.mark.parametrize("written", ["theo-lim", "Theo", "THEO", "Theo Lim", "theo lim"])
def test_a_classmate_who_may_not_be_named_is_a_classmate(written: str) -> None:
    assert by("family", written, others=(THEO,), people=NAMELESS) == ("a classmate",)
    assert by("college", written, others=(THEO,), editions=OPEN) == ("a classmate",)
    assert by("family", written, others=(THEO,)) == ("Theo",)


def test_a_name_that_may_be_several_needs_all_of_them() -> None:
    other = Student(id="theo-ek", name="Theo")

    assert by("family", "Theo", others=(THEO, other)) == ("Theo",)
    assert by("family", "Theo", others=(THEO, other), people=NAMELESS) == ("a classmate",)
    assert by("family", "Theo Ek", others=(THEO, other), people=NAMELESS) == ("Theo",)


def test_a_peer_from_elsewhere_is_named_inside_alone() -> None:
    assert by("family", "Jonah") == ("Jonah",)
    assert by("college", "Jonah", editions=OPEN) == ("a classmate",)


# What it looks like


def test_the_levels_bring_what_helps_at_them() -> None:
    levels = (
        ScaleLevel(
            id="low",
            title="Low",
            about="I can try.",
            value=0,
            next_step="Try again.",
            cannot_yet="Ask.",
            can_already="Help somebody.",
            activities=("Draw it.",),
        ),
        ScaleLevel(id="middle", title="Middle", value=2.5),
        ScaleLevel(id="high", title="High", value=3),
    )
    rules = with_targets(
        target(
            scale=None,
            levels=levels,
            target="middle",
            know=("What a half is",),
            dimensions=(
                Dimension(
                    id="words",
                    title="Words",
                    levels=(ScaleLevel(id="low", title="Low", about="With my hands."),),
                ),
            ),
        )
    )
    one = only("family", rating("low"), framework=rules)
    low, middle, high = one.levels

    assert (low.about, low.next_step, low.cannot_yet) == ("I can try.", "Try again.", "Ask.")
    assert (low.can_already, low.activities) == ("Help somebody.", ("Draw it.",))
    assert [each.value for each in one.levels] == ["0.0", "2.5", "3.0"]
    assert (one.here, one.aim) == (low, middle)
    assert not high.aimed_for
    assert one.know == ("What a half is",)
    assert one.dimensions[0].levels == (("Low", "With my hands."),)


def test_whole_numbers_have_no_decimals() -> None:
    levels = tuple(ScaleLevel(id=str(one), title=str(one), value=one) for one in range(5))
    rules = with_targets(target(scale=None, levels=levels))

    assert [one.value for one in only("family", framework=rules).levels] == list("01234")


def test_a_target_has_a_page_where_its_name_allows_it() -> None:
    rules = with_targets(target("one"), target("ONE"), target("../x"))

    assert [one.address for one in progress("family", framework=rules).targets] == [
        "targets/one/",
        "",
        "",
    ]


def groups(*targets: Any, **changes: Any) -> list[tuple[str, str, list[str]]]:
    found = progress("family", framework=with_targets(*targets, **changes)).groups
    return [(one.label.id, one.label.title, [each.id for each in one.targets]) for one in found]


def test_targets_stand_by_domains_or_competencies_or_together() -> None:
    in_domain = target("a", credit=None, domain="community")
    of_credit = target("b", credit=CREDIT)
    of_skill = target("c", credit=None, competency="communication")
    alone = target("d", credit=None)

    assert groups(in_domain, of_credit, of_skill) == [
        ("academics", "Academics", ["b"]),
        ("community", "Community", ["a"]),
        ("others", "Competencies", ["c"]),
    ]
    assert groups(of_skill, alone) == [
        ("communication", "Communication", ["c"]),
        ("others", "Further targets", ["d"]),
    ]
    assert groups(alone) == [("targets", "Targets", ["d"])]


# Badges, strands, binder


def test_a_badge_shows_the_way_to_the_next() -> None:
    (badge,) = progress("family", rating("approaching")).badges

    assert (badge.competency.title, badge.title, badge.level) == (
        "Critical thinking",
        "Explorer",
        "Approaching",
    )
    assert (badge.place, badge.of, badge.next_badge) == (1, 4, "Trailblazer")
    assert str(badge.since) == "2026-04-20"


def test_badges_below_the_level_aimed_for_are_tries() -> None:
    assert progress("college", rating("approaching"), editions=SHOWN).badges == ()
    assert [one.title for one in progress("college", rating(), editions=SHOWN).badges] == [
        "Trailblazer"
    ]


def strands() -> Framework:
    phases = tuple(Phase(id=one, title=f"year {one}") for one in "123")
    return with_targets(
        *(target(f"t{one}", phase=one, title=f"Step {one}") for one in "123"), phases=phases
    )


def test_strands_name_the_gaps_where_attempts_are_told() -> None:
    told = (rating(target="t1"), rating(target="t3"))
    (strand,) = progress("family", *told, framework=strands()).strands

    assert (strand.label.title, strand.through, strand.phase) == (
        "Critical thinking",
        "year 1",
        "year 3",
    )
    assert [(one.title, one.address) for one in strand.gaps] == [("Step 2", "targets/t2/")]
    assert progress("college", *told, framework=strands(), editions=SHOWN).strands == ()


def test_the_binder_stands_where_the_school_writes_down_what_it_taught() -> None:
    taught = {TARGET: (day("2026-01-12"),)}
    (row,) = progress("family", *TRIES, taught=taught).binder

    assert [str(one) for one in row.taught] == ["2026-01-12"]
    assert (str(row.learned), str(row.mastered)) == ("2026-05-02", "2026-05-02")
    assert progress("family", *TRIES).binder == ()
    assert progress("college", *TRIES, taught=taught, editions=SHOWN).binder == ()


# Credits and works


def by_targets(*targets: Any) -> Framework:
    level = CreditLevel(id="foundation", title="Foundation", policy="targets")
    return with_targets(*(targets or (target(),)), levels=(level,), requirements=())


def test_a_credit_lists_the_targets_that_make_it() -> None:
    rules = by_targets(target(), target("ratios"))
    family = site("family", rating(), framework=rules)
    (credit,) = [one for one in family.credits if one.id == CREDIT]

    assert [
        (one.label.title, one.label.address, one.state, one.level) for one in credit.targets
    ] == [
        ("Fractions", "targets/fractions/", TargetState.REACHED, "Meeting"),
        ("Ratios", "targets/ratios/", TargetState.OPEN, ""),
    ]
    college = site("college", rating(), framework=rules)
    assert [one.targets for one in college.credits if one.id == CREDIT] == [()]


def test_a_credit_by_targets_dates_the_transcript() -> None:
    transcript = site("college", rating(), framework=by_targets()).transcript

    assert transcript and str(transcript.date) == "2026-04-20"
    assert [one.id for one in transcript.featured] == [CREDIT]


def test_credits_of_no_domain_are_listed_apart() -> None:
    rules = with_targets(credits=(Credit(id="play", title="Play"),))

    assert [one.id for one in site("family", framework=rules).transferable] == ["play"]


def serves(work: ArtifactView) -> list[tuple[str, str, bool]]:
    return [(one.target.title, one.level, one.counts) for one in work.serves]


def test_one_work_may_serve_several_targets() -> None:
    rules = with_targets(target(), target("ratios"), target("primes"))
    told = (
        *TRIES,
        rating("approaching", target="ratios", works=("beans",)),
        rating("insufficient", target="primes", works=("beans",)),
    )
    (family,) = site("family", *told, framework=rules).artifacts
    (college,) = site("college", *told, framework=rules, editions=SHOWN).artifacts
    (silent,) = site("college", *told, framework=rules).artifacts

    assert serves(family) == [
        ("Fractions", "Meeting", True),
        ("Ratios", "Approaching", True),
        ("Primes", "", False),
    ]
    assert serves(college) == [("Fractions", "Meeting", True)]
    assert serves(silent) == []


def test_a_rating_that_counts_is_told_before_a_newer_one_that_does_not() -> None:
    rules = with_targets(ratings=RatingRules(policy="highest"))
    told = (
        rating("exceeding", "2026-05-01", works=("beans",)),
        rating("beginning", "2026-06-01", works=("beans",)),
    )
    (work,) = site("family", *told, framework=rules).artifacts

    assert serves(work) == [("Fractions", "Exceeding", True)]


def test_what_the_student_sees_in_a_work_stands_on_its_page_and_never_counts() -> None:
    student = canary_student(artifacts=(beans(self_rating={TARGET: "exceeding", "none": "x"}),))
    (work,) = site("family", student=student).artifacts
    (one,) = work.self_rating

    assert (one.target.title, one.level, one.counts) == ("Fractions", "Exceeding", False)
    assert [
        each.self_rating for each in site("college", student=student, editions=SHOWN).artifacts
    ] == [()]


def test_a_domain_shows_the_works_that_serve_its_targets() -> None:
    student = canary_student(artifacts=(beans(claims=()),))
    told = rating(target="a", works=("beans",))
    rules = with_targets(target("a", credit=None, domain="community"))
    found = site("family", told, framework=rules, student=student)

    assert [len(one.artifacts) for one in found.domains] == [0, 1]


# Courses and habits


COURSES = with_targets(
    scales=(four(), Scale(id="grades", title="G", levels=(ScaleLevel(id="a", title="A"),))),
    courses=Courses(
        title="Courses taken",
        about="Beside the credits.",
        scale="grades",
        types=(CourseType(id="ap", title="Advanced placement"),),
        offered=(OfferedCourse(id="chemistry", title="Chemistry", type="ap"),),
    ),
)


def courses(edition: EditionName, *taken: Course, framework: Framework = COURSES) -> Any:
    transcript = site(edition, framework=framework, courses=taken).transcript
    assert transcript
    return transcript.courses


def test_courses_stand_beside_the_credits_in_the_words_of_the_school() -> None:
    found = courses(
        "college",
        Course(course="chemistry", term="2025 fall", level="a", product="beans", note="Titration."),
        Course(title="Choir", term="2026 spring"),
    )
    chemistry, choir = found.courses

    assert (found.title, found.about) == ("Courses taken", "Beside the credits.")
    assert (chemistry.title, chemistry.type, chemistry.level, chemistry.note) == (
        "Chemistry",
        "Advanced placement",
        "A",
        "Titration.",
    )
    assert chemistry.product.address == "artifacts/beans/"
    assert (choir.title, choir.type, choir.level, choir.product) == ("Choir", "", "", None)
    assert courses("college") is None


def test_a_course_without_enough_evidence_says_so_in_words() -> None:
    (one,) = courses("college", Course(title="Choir", term="t", level="insufficient")).courses

    assert one.level == "insufficient evidence"


@pytest.mark.parametrize("hidden", [True, False])
def test_the_level_of_a_course_waits_for_its_day(hidden: bool) -> None:
    assert COURSES.courses
    rules = replace(COURSES, courses=replace(COURSES.courses, hidden=hidden))
    held = Course(title="Choir", term="t", level="a", note="An A.", release=day("2027-01-01"))
    plain = Course(title="Choir", term="t", level="a", note="An A.")

    def told(edition: EditionName, course: Course) -> tuple[str, str]:
        (one,) = courses(edition, course, framework=rules).courses
        return one.level, one.note

    assert told("family", held) == told("self", held) == told("college", held) == ("", "")
    assert told("committee", held) == ("A", "An A.")
    assert told("family", plain) == (("", "") if hidden else ("A", "An A."))


def test_observed_habits_stand_newest_term_first_where_habits_are_shown() -> None:
    rules = with_targets(habits=Habits(scale="four", strands=(Habit(id="care", title="Care"),)))
    seen = tuple(
        Observation(term=term, date=day(date), by="m", levels={"care": level})
        for term, date, level in (
            ("fall", "2025-10-01", "meeting"),
            ("spring", "2026-03-01", "meeting"),
            ("spring", "2026-03-08", "beginning"),
            ("spring", "2026-03-15", "meeting"),
        )
    )
    transcript = site("college", framework=rules, observations=seen).transcript

    assert transcript
    assert [one.term for one in transcript.observed] == ["spring", "fall"]
    assert transcript.observed[0].counts == (
        ("Beginning", 1),
        ("Approaching", 0),
        ("Meeting", 2),
        ("Exceeding", 0),
    )
    assert (transcript.observed[0].habit, transcript.observed[0].usual) == ("Care", "Meeting")
    assert str(transcript.date) == "2026-03-15"
    silent = {"college": EditionSettings(habits=False)}
    hidden = site("college", framework=rules, observations=seen, editions=silent).transcript
    assert hidden and (hidden.observed, hidden.date) == ((), None)


# The front page


def test_the_front_page_counts_what_the_edition_tells() -> None:
    rules = by_targets(target(), target("ratios", credit=None), target("new", status="draft"))
    told = (rating(), rating("approaching", target="ratios"))
    family, college, shown = (
        site("family", *told, framework=rules),
        site("college", *told, framework=rules),
        site("college", *told, framework=rules, editions=SHOWN),
    )

    assert family.where_i_stand == (
        "1 of 5 credits is earned. 1 of 2 targets is reached. One more is under way."
    )
    assert college.where_i_stand == "1 of 5 credits is earned."
    assert shown.where_i_stand == "1 of 5 credits is earned. 1 of 2 targets is reached."
    assert ("1", "of 2 targets reached") in family.person.facts


def test_where_each_credit_is_one_target_the_front_page_says_it_once() -> None:
    rules = replace(by_targets(target(credit="bread")), grid=None)
    found = site("family", rating(), framework=rules)

    assert found.where_i_stand == "The one credit is earned."
