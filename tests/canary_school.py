"""A school in which every text is a canary that says which editions may show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from nouns import CREDIT, OTHER_CREDIT, claim, day, decision, framework, ledger, rating
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.artifact import Artifact, Claim, Media, Reflection, Teammate
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.committee import Committee, Member
from portfolio_gen.model.conference import Conference, Inside
from portfolio_gen.model.consent import CONSENT_FIELDS, Agreement, Consent
from portfolio_gen.model.course import Course, Courses
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ledger import Enrolment, HabitReport, Ledger, Observation, Recognition
from portfolio_gen.model.milestone import Milestone, Milestones
from portfolio_gen.model.phase import Cohort, Phase
from portfolio_gen.model.profile import Profile, ProfilePart, ProfileText
from portfolio_gen.model.rating import Rating, Rework, ReworkStep
from portfolio_gen.model.rubric import Criterion, Rubric, Rubrics
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName, Settings
from portfolio_gen.model.student import (
    CheckIn,
    Goal,
    Link,
    Narrative,
    Pitch,
    Portrait,
    Sharing,
    Student,
)
from portfolio_gen.model.tag import Tag
from portfolio_gen.model.target import Target
from portfolio_gen.plan import plan_site

TODAY = day("2026-11-22")
ID = "ada-park"
INSIDE = ("self", "committee", "family")
OUTSIDE = ("college", "public")


def mark(what: str) -> str:
    """A text that is nowhere else."""
    return f"zq-{what}-qz"


def media(what: str, *people: str) -> Media:
    return Media(
        file=f"{what}.jpg",
        alt=mark(f"{what}-alt"),
        title=mark(f"{what}-title"),
        caption=mark(f"{what}-caption"),
        credit=mark(f"{what}-credit"),
        people=people,
        source=Path(f"/school/{what}.jpg"),
    )


def artifact(what: str, audience: tuple[EditionName, ...], **changes: Any) -> Artifact:
    values: dict[str, Any] = {
        "title": mark(f"{what}-title"),
        "date": PartialDate.parse("2026-03-14"),
        "summary": mark(f"{what}-summary"),
        "narrative": mark(f"{what}-narrative"),
        "tags": (mark(f"{what}-tag"),),
        "my_part": mark(f"{what}-part"),
        "taught_me": mark(f"{what}-taught"),
        "reflection": Reflection(
            strategy=mark(f"{what}-strategy"),
            effort=mark(f"{what}-effort"),
            result=mark(f"{what}-result"),
            next=mark(f"{what}-next"),
        ),
        "media": (media(f"{what}-media"),),
        "claims": (Claim(credit=CREDIT, why=mark(f"{what}-why")),),
        "status": "published",
        "audience": audience,
        "slug": what,
        "student": ID,
    }
    return Artifact(**values | changes)


def narrative(what: str, audience: tuple[EditionName, ...], **changes: Any) -> Narrative:
    values: dict[str, Any] = {
        "title": mark(f"{what}-title"),
        "text": mark(f"{what}-text"),
        "about": mark(f"{what}-about"),
        "audience": audience,
        "status": "published",
        "slug": what,
    }
    return Narrative(**values | changes)


def goal(what: str, audience: tuple[EditionName, ...]) -> Goal:
    texts = {one: mark(f"{what}-{one}") for one in ("title", "wish", "outcome", "text")}
    return Goal(
        **texts,
        obstacles=(mark(f"{what}-obstacle"),),
        plan=(mark(f"{what}-plan"),),
        check_ins=(CheckIn(date=TODAY, note=mark(f"{what}-note")),),
        audience=audience,
        slug=what,
    )


def said(what: str, audience: tuple[EditionName, ...]) -> ProfileText:
    return ProfileText(text=mark(what), audience=audience)


def milestone(what: str, audience: tuple[EditionName, ...]) -> Milestone:
    return Milestone(
        title=mark(f"{what}-title"),
        date=PartialDate.parse("2026-05"),
        term=mark(f"{what}-term"),
        about=mark(f"{what}-about"),
        audience=audience,
    )


def conference(what: str, on: str, *audience: Inside) -> Conference:
    return Conference(
        date=day(on),
        points=(mark(f"{what}-point"),),
        questions=(mark(f"{what}-question"),),
        agreed=(mark(f"{what}-agreed"),),
        text=mark(f"{what}-text"),
        audience=audience,
        slug=what,
    )


PARTS = (
    *(ProfilePart(id=f"part-{one}", title=mark(f"part-{one}-asked")) for one in EDITIONS),
    ProfilePart(id="kept", title=mark("kept-asked"), shareable=False),
    ProfilePart(id="silent", title=mark("silent-asked")),
    ProfilePart(id="empty", title=mark("empty-asked")),
)
"""Parts of a learner profile: one for each edition, and some for the student alone."""


def canary_student(**changes: Any) -> Student:
    """Everything a student can say, once for each edition alone."""
    values: dict[str, Any] = {
        "id": ID,
        "name": "Preferred Canary",
        "pronouns": mark("pronouns"),
        "sentence": mark("sentence"),
        "interests": (mark("interest"),),
        "statement": mark("statement"),
        "links": (Link(title=mark("link"), url="https://example.org/", about=mark("link-about")),),
        "picture": Portrait(
            file="me.jpg", alt=mark("portrait"), source=Path("/school/students/ada-park/me.jpg")
        ),
        "sharing": {one: Sharing(picture=True, attempts=True) for one in EDITIONS},
        "opening": narrative("opening", EDITIONS, about=None),
        "narratives": (
            *(narrative(f"story-{one}", (one,)) for one in EDITIONS),
            narrative("draft-story", EDITIONS, status="draft"),
        ),
        "goals": tuple(goal(f"goal-{one}", (one,)) for one in EDITIONS),
        "profile": Profile(
            parts={
                **{f"part-{one}": said(f"part-{one}", (one,)) for one in EDITIONS},
                "kept": said("kept", EDITIONS),
                "silent": said("silent", ()),
                "unasked": said("unasked", EDITIONS),
            }
        ),
        "milestones": Milestones(
            milestones=(
                *(milestone(f"milestone-{one}", (one,)) for one in EDITIONS),
                milestone("milestone-nobody", ()),
            )
        ),
        "conferences": (
            conference("past", "2026-06-01", *INSIDE),
            conference("talk-committee", "2026-12-01", "committee"),
            conference("talk-family", "2026-12-02", "family"),
            conference("talk-self", "2026-12-03"),
        ),
        "artifacts": (
            *(artifact(f"work-{one}", (one,)) for one in EDITIONS),
            artifact("nobody", ()),
            artifact("draft", EDITIONS, status="draft"),
            artifact("pitched", (), claims=(claim(OTHER_CREDIT),)),
            artifact(
                "grouped",
                EDITIONS,
                media=(media("crowd", "somebody"), media("mirror", ID)),
                tags=(mark("grouped-tag"), "led"),
            ),
            artifact("teamed", EDITIONS, team=(Teammate(student="ben-lim"),)),
        ),
        "pitches": (
            Pitch(
                title=mark("pitch-title"),
                date=day("2026-11-01"),
                artifacts=("pitched",),
                claims=(Claim(credit=OTHER_CREDIT, why=mark("pitch-why")),),
                status="published",
                slug="pitch",
                text=mark("pitch-text"),
                self_rating={"evidence": "high"},
            ),
        ),
    }
    return Student(**values | changes)


def canary_ledger() -> Ledger:
    """An award, a not-yet, and an award that is not released; each with feedback."""
    return ledger(
        decision(
            "a", "not-yet", date="2026-01-10", artifacts=("nobody",), feedback=mark("not-yet")
        ),
        decision("b", date="2026-04-20", artifacts=("work-family",), feedback=mark("award")),
        decision(
            "c",
            credit="communication/academics",
            date="2026-11-20",
            release=day("2027-01-01"),
            artifacts=("work-family",),
            feedback=mark("unreleased"),
        ),
        official_name="Official Canary",
        enrolment=Enrolment(
            entered=PartialDate.parse("2025-09"),
            phase="10",
            cohort="2",
            framework="2024",
            class_of="zq-class-qz",
        ),
        habits=(
            HabitReport(
                term=mark("term"),
                date=day("2026-06-12"),
                by="m",
                levels={"curiosity": "high"},
                note=mark("habit-note"),
            ),
        ),
        ratings=RATINGS,
        taught={"weigh": (day("2026-01-12"),)},
        observations=(
            Observation(
                term=mark("observed-term"),
                date=day("2026-10-02"),
                by="m",
                levels={"curiosity": "high"},
            ),
        ),
        courses=(
            Course(
                title=mark("course"),
                term=mark("course-term"),
                level="a",
                product="nobody",
                note=mark("course-note"),
                release=day("2027-01-01"),
            ),
        ),
        recognitions=(
            Recognition(
                title=mark("prize"),
                issuer=mark("issuer"),
                date=PartialDate.parse("2026"),
                criteria=mark("criteria"),
                validator=mark("validator"),
            ),
        ),
    )


def rated(target: str, level: str, what: str, **changes: Any) -> Rating:
    """A rating of which every text is a canary."""
    values: dict[str, Any] = {
        "date": "2026-05-02",
        "by": ("b-lund",),
        "works": ("work-family",),
        "note": mark(f"{what}-note"),
        "rework": Rework(plan=mark(f"{what}-plan"), steps=("talk",)),
    }
    return rating(level, target=target, **values | changes)


RATINGS = (
    rated("weigh", "near", "first", date="2026-02-01"),
    rated("weigh", "there", "second"),
    rated("weigh", "there", "peer", rater="peer", by=(mark("peer-name"),)),
    rated("weigh", "there", "expert", rater="expert", by=(mark("expert-name"),)),
    rated("weigh", "near", "held", date="2026-11-20", release=day("2027-01-01")),
    rated("weigh", "near", "modified", modified=True),
    rated("modified", "there", "modified", modified=True),
    rated("draft", "there", "draft"),
)
"""Tries that are told, a held one, and some on a modified scale, which nobody may ever see."""


def canary_targets() -> tuple[Target, ...]:
    """A target that is reached, one that is open but for a modified rating, and a draft."""
    levels = (
        ScaleLevel(id="near", title=mark("target-near")),
        ScaleLevel(id="there", title=mark("target-there")),
    )
    return (
        Target(id="weigh", title=mark("target"), credit=CREDIT, levels=levels),
        Target(id="modified", title=mark("target-modified"), levels=levels),
        Target(id="draft", title=mark("target-draft"), levels=levels, status="draft"),
    )


def agreement(edition: EditionName, *shows: str, **changes: Any) -> Agreement:
    values: dict[str, Any] = {"given": day("2026-01-01"), "by": "parent"}
    return Agreement(edition=edition, shows=shows, **values | changes)  # type: ignore[arg-type]


EVERYTHING = {ID: tuple(agreement(one, *sorted(CONSENT_FIELDS)) for one in OUTSIDE)}


def canary_school(
    people: dict[str, tuple[Agreement, ...]] | None = None,
    *others: Student,
    student: Student | None = None,
    **settings: Any,
) -> School:
    """A school of one student and others, with consents."""
    scale = Scale(id="s", title="S", levels=(ScaleLevel(id="high", title=mark("scale-level")),))
    grades = Scale(id="grades", title="G", levels=(ScaleLevel(id="a", title=mark("course-level")),))
    return School(
        root=Path("/school"),
        settings=Settings(school="Canary School", **settings),
        framework=framework(
            profile=PARTS,
            tags=(Tag(id="led", title=mark("school-tag"), about=mark("school-tag-about")),),
            phases=(Phase(id="10", title=mark("phase")), Phase(id="11", title="grade 11")),
            cohorts=(Cohort(id="2", title=mark("cohort")),),
            scales=(scale, grades),
            habits=Habits(scale="s", strands=(Habit(id="curiosity", title=mark("habit")),)),
            targets=canary_targets(),
            rework=(ReworkStep(id="talk", title=mark("rework-step")),),
            courses=Courses(scale="grades"),
        ),
        rubrics=Rubrics(
            rubrics=(
                Rubric(
                    id="r",
                    title="R",
                    scale="s",
                    made_with=mark("made-with"),
                    criteria=(Criterion(id="evidence", title=mark("criterion")),),
                ),
            )
        ),
        committee=Committee(
            members=(
                Member(id="b-lund", name=mark("member"), role="science"),
                Member(id="m", name=mark("advisor"), role="advisor"),
            )
        ),
        consent=Consent(people=people or {}),
        profile="A school.",
        students=(student or canary_student(), *others),
        ledgers={ID: canary_ledger()},
    )


def planned(school: School, edition: EditionName, student: int = 0) -> SiteBlueprint | None:
    """What an edition shows of a student today."""
    who = school.students[student]
    on = None if school.settings.policy(edition).unreleased else TODAY
    standings = evaluate(school.framework, who, school.ledgers.get(who.id), on=on)
    return plan_site(school, who, edition, standings=standings, on=TODAY)


def texts(value: Any) -> Iterator[str]:
    """Every text in a blueprint that a page could show; `source` is for diagnostics alone."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "source":
                yield from texts(getattr(value, one.name))


def canaries(value: Any) -> set[str]:
    """The canaries in a blueprint, without what surrounds them."""
    return {part.partition("-qz")[0] for text in texts(value) for part in text.split("zq-")[1:]}
