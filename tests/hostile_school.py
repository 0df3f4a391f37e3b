"""A school in which every text is hostile: student, committee and school have written payloads wherever one can write.

Which fields there are is not said here but found in the model. Said here is only what holds a school together: ids,
what they refer to, dates, and in which editions things stand.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin
from xml.etree import ElementTree

from hostile_payloads import PAYLOADS
from hostile_slots import (
    ALL,
    Hand,
    Numbered,
    Share,
    alternatives,
    is_long,
    is_text,
    shares,
    slots,
    text_slots,
    written_fields,
)
from portfolio_gen.model.artifact import Artifact, Claim, Elsewhere, Media, Teammate
from portfolio_gen.model.ballot import Ballot, Score, Signature
from portfolio_gen.model.bridge import Bridge, BridgeCourse, BridgeGrade
from portfolio_gen.model.committee import Committee, Conflict, DecisionRule, Member, Outcome
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.consent import CONSENT_FIELDS, Agreement
from portfolio_gen.model.course import Course, Courses, CourseType, OfferedCourse
from portfolio_gen.model.crosswalk import Crossing, Crosswalk
from portfolio_gen.model.exhibition import Theme
from portfolio_gen.model.framework import (
    Competency,
    Credit,
    CreditGrid,
    CreditLevel,
    Domain,
    Expects,
    Framework,
    TargetsNeeded,
    Way,
)
from portfolio_gen.model.glossary import Meaning
from portfolio_gen.model.habits import Habit, Habits
from portfolio_gen.model.ledger import (
    Decision,
    Enrolment,
    HabitReport,
    Ledger,
    Observation,
    Recognition,
    Release,
)
from portfolio_gen.model.milestone import Milestone, Milestones
from portfolio_gen.model.noun import Noun
from portfolio_gen.model.phase import Cohort, Phase
from portfolio_gen.model.profile import Profile, ProfilePart, ProfileText
from portfolio_gen.model.rating import Rating, Rework, ReworkStep
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.rubric import Criterion, Rubric, Rubrics
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.session import Session, Slot
from portfolio_gen.model.settings import (
    EDITIONS,
    EditionSettings,
    Exhibition,
    Settings,
    ThemeSettings,
)
from portfolio_gen.model.student import (
    CheckIn,
    Goal,
    Link,
    Narrative,
    Pitch,
    Portrait,
    Student,
)
from portfolio_gen.model.submission import Submission, digest_of_files
from portfolio_gen.model.tag import Tag
from portfolio_gen.model.target import Dimension, Target
from portfolio_gen.model.terms import PLURALS, Wording
from school import picture

HOSTILE, INNOCENT = "hostile-student", "innocent-student"

STORIES = frozenset(
    {
        "ProfileText.text",
        "Decision.feedback",
        "Decision.strong",
        "Decision.missing",
        "Rating.note",
    }
)
"""Values that are Markdown."""
BODIES = ("Narrative", "Artifact", "Goal", "Conference", "Pitch", "school-profile")
"""What has Markdown below its front matter, or is nothing but Markdown."""
FILES = (
    "csv",
    "tsv",
    "vtt",
    "txt",
    "md",
    "html",
    "js",
    "css",
    "py",
    "json",
    "xml",
    "svg",
    "ipynb",
    "srt",
    "xyz",
)
"""Endings of the files whose content is hostile."""
NAME = "name of a file"
"""What files are called; no page says it."""
REFERENCES = slots(
    """
    Settings.language Settings.url Settings.sentences Settings.sentences:key
    Theme.id EditionSettings.address ThemeSettings.name ThemeSettings.accent
    Portrait.file Student.featured Student.exhibits Student.exhibits:key Student.featured_credits Student.language
    Link.url Link.copy
    Conference.artifacts EditionSettings.languages Ledger.family_languages
    Narrative.language Artifact.cover Artifact.language Artifact.self_rating Artifact.self_rating:key
    Media.file Media.before Media.poster Elsewhere.url Elsewhere.picture Elsewhere.copy
    Teammate.student Claim.credit Claim.level Profile.parts:key Milestone.work
    Goal.credit Goal.steps
    Pitch.artifacts Pitch.group Pitch.self_rating Pitch.self_rating:key
    Framework.extends Framework.id Framework.version Phase.id Cohort.id
    Domain.id Domain.phase Domain.hue Domain.hue_dark Competency.id Competency.phase Meaning.id
    CreditLevel.id CreditLevel.builds_on TargetsNeeded.at Way.id
    CreditGrid.competencies CreditGrid.domains CreditGrid.levels
    Credit.id Credit.domain Credit.competency Credit.levels Credit.phase Scale.id Scale.target ScaleLevel.id
    Requirement.id Requirement.level Requirement.domain Requirement.credits Requirement.targets
    Requirement.at Requirement.phases Requirement.due Habits.scale Habit.id
    Target.id Target.credit Target.competency Target.domain Target.part_of Target.scale Target.target
    Target.phase Dimension.id ReworkStep.id
    BridgeCourse.id BridgeCourse.credits
    Courses.scale CourseType.id OfferedCourse.id OfferedCourse.type OfferedCourse.targets
    Tag.id ProfilePart.id Expects.domains:key
    Crosswalk.version Crosswalk.levels Crosswalk.levels:key Crossing.old Crossing.new
    Rubric.id Rubric.scale Rubric.competencies Criterion.id Criterion.descriptors:key Member.id Member.key
    Conflict.student Outcome.id DecisionRule.minimum DecisionRule.minimum:key
    Enrolment.phase Enrolment.cohort Enrolment.framework Enrolment.advisor
    Decision.id Decision.credit Decision.level Decision.artifacts Decision.committee Decision.pitch
    Decision.way Decision.ratings Decision.ratings:key Decision.evidence Decision.evidence:key
    Decision.corrects Decision.submission Decision.session Decision.ballots Decision.ballots:key
    Decision.verdict Release.decision Rework.steps
    HabitReport.by HabitReport.levels HabitReport.levels:key Recognition.url
    Rating.target Rating.level Rating.works Rating.id Rating.corrects
    Observation.by Observation.levels Observation.levels:key
    Course.course Course.type Course.level Course.product Ledger.taught:key
    Submission.student Submission.pitch Submission.framework Submission.digest Submission.group
    Submission.files Submission.files:key Ballot.student Ballot.pitch Ballot.submission Ballot.reviewer
    Score.credit Score.level Score.ratings Score.ratings:key Score.outcome Signature.key Signature.value
    Session.start Session.chair Session.members Slot.pitch
    """
)
"""Slots that hold ids, references to them, or addresses: reading or checking refuses whatever else stands there."""


@dataclass
class Desk:
    """Fills nouns with words."""

    hand: Hand
    written: set[str] = field(default_factory=set)
    """The slots that have been filled."""

    def noun(self, noun: type[Noun], share: Share = ALL, /, **fixed: Any) -> dict[str, Any]:
        """The keys of a noun as they stand in a file, every text hostile.

        Args:
            noun: which.
            share: of the payloads, for each of its texts.
            fixed: what other keys hold; `None` leaves one out.
        """
        values: dict[str, Any] = {}
        for name, kind, needed in written_fields(noun):
            slot = f"{noun.__name__}.{name}"
            if name in fixed:
                value = fixed.pop(name)
            else:
                value = self._filled(slot, kind, share)
                assert value is not None or not needed, f"say here what {slot} holds"
            if value is not None:
                values[name] = value
        assert not fixed, f"{noun.__name__} has no {sorted(fixed)}"
        return values

    def _filled(self, slot: str, kind: Any, share: Share) -> Any:
        if slot in REFERENCES:
            return None
        for one in alternatives(kind):
            if is_text(one):
                return self.text(slot, share, long=is_long(one))
            if is_dataclass(one):
                return self.noun(one, share)  # type: ignore[arg-type]
            if get_origin(one) is tuple and (value := self._filled(slot, get_args(one)[0], share)):
                return [value]
            assert get_origin(one) is not Mapping, f"say here what {slot} holds"
        return None

    def text(self, slot: str, share: Share = ALL, *, long: bool = False) -> str:
        """The text of a slot."""
        self.written.add(slot)
        if slot in STORIES:
            return self.hand.story(slot, share, hidden=False)
        return self.hand.prose(slot, share) if long else self.hand.line(slot, share)

    def page(self, noun: type[Noun], share: Share = ALL, /, **fixed: Any) -> str:
        """A Markdown page: keys in its front matter, a story below."""
        body = self.hand.story(noun.__name__, share)
        return f"---\n{_told(self.noun(noun, share, **fixed))}---\n{body}"


def _told(values: Mapping[str, Any]) -> str:
    """Keys as YAML, one a line; each value as JSON, which is YAML too."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return "".join(lines).replace("\x7f", "\\x7f")


@cache
def numbers() -> Mapping[str, int]:
    """Slot to its number."""
    files = (f"file.{ending}" for ending in FILES)
    return {slot: number for number, slot in enumerate((*text_slots(), *BODIES, *files, NAME))}


def hand(payloads: Sequence[Numbered] = tuple(enumerate(PAYLOADS)), **changes: Any) -> Hand:
    """A hand that knows all slots."""
    return Hand(payloads, numbers(), **changes)


def write_school(folder: Path, desk: Desk, variants: int) -> Path:
    """Write a school of two students, one hostile and one innocent.

    Args:
        folder: where to.
        desk: writes the texts, and afterwards knows which slots it has filled.
        variants: how many there are of everything of which there can be several.
    """
    parts = shares(variants)
    files = {
        "portfolio.yml": _told(_settings(desk)),
        "transcripts/framework.yml": _told(_framework(desk, parts)),
        "transcripts/frameworks/2023.yml": _told(_earlier(parts)),
        "transcripts/rubrics.yml": _told(_rubrics(desk, parts)),
        "transcripts/committee.yml": _told(_committee(desk, parts)),
        "transcripts/consent.yml": _told(_consent(desk)),
        "transcripts/school-profile.md": desk.hand.story("school-profile"),
        f"transcripts/{HOSTILE}.yml": _told(_ledger(desk, parts)),
        **INNOCENT_FILES,
        **{f"students/{HOSTILE}/{path}": text for path, text in _student_files(desk, parts)},
        "transcripts/sessions/sitting.yml": _told(_session(desk)),
    }
    files |= dict(_handed_in(desk, files))
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    for path in (f"{HOSTILE}/me.png", f"{INNOCENT}/artifacts/calm/calm.png"):
        (folder / "students" / path).write_bytes(picture())
    (folder / f"students/{HOSTILE}/artifacts/work-0/file.wav").write_bytes(SILENCE)
    for part in parts:
        work = folder / f"students/{HOSTILE}/artifacts/work-{part.first}"
        for name in ("picture.png", *desk.hand.names(NAME, part)):
            (work / name).write_bytes(picture())
    return folder


def remove_hostile_student(school: Path) -> None:
    """Take the hostile student out of a school that has been written, with everything about them."""
    shutil.rmtree(school / "students" / HOSTILE)
    (school / f"transcripts/{HOSTILE}.yml").unlink()
    for folder in ("submissions", "ballots", "sessions"):
        shutil.rmtree(school / "transcripts" / folder)


def _settings(desk: Desk) -> dict[str, Any]:
    return desk.noun(
        Settings,
        format="1",
        url="https://school.example/",
        theme=desk.noun(ThemeSettings, accent="#1f5f8b"),
        exhibition=desk.noun(
            Exhibition, editions=list(EDITIONS), themes=[desk.noun(Theme, id="theme")]
        ),
        editions={
            one: desk.noun(EditionSettings, build=True, address=f"https://{one}.example/")
            for one in EDITIONS
        },
    )


def _levels(desk: Desk, share: Share = ALL) -> list[dict[str, Any]]:
    return [desk.noun(ScaleLevel, share, id="low"), desk.noun(ScaleLevel, share, id="high")]


def _framework(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    few = shares(4)
    return desk.noun(
        Framework,
        id="little",
        version="2024",
        terms={term: desk.noun(Wording, few[at % 4]) for at, term in enumerate(PLURALS)},
        phases=[desk.noun(Phase, id="first")],
        cohorts=[desk.noun(Cohort, id="group")],
        domains=[
            desk.noun(Domain, one, id=f"domain-{one.first}", hue="#2f5fa8", hue_dark="#9fc0ff")
            for one in parts
        ],
        competencies=[desk.noun(Competency, one, id=f"skill-{one.first}") for one in parts],
        levels=[
            desk.noun(CreditLevel, few[0], id="foundation", targets=None, ways=_ways(desk, few[0])),
            *(
                desk.noun(
                    CreditLevel,
                    one,
                    id=f"further-{one.first}",
                    policy="targets" if one.first == 3 else None,
                    targets=desk.noun(TargetsNeeded, at="high") if one.first == 3 else None,
                    builds_on="foundation",
                    ways=_ways(desk, one),
                )
                for one in few[1:]
            ),
        ],
        grid=desk.noun(CreditGrid, competencies=["skill-0"], domains=["domain-0"]),
        credits=[
            *(
                desk.noun(
                    Credit,
                    one,
                    id=f"credit-{one.first}",
                    domain=f"domain-{one.first}",
                    competency=f"skill-{one.first}",
                )
                for one in parts
            ),
            desk.noun(Credit, parts[0], id="anywhere", identifier=None),
        ],
        scales=[desk.noun(Scale, id="steps", levels=_levels(desk, parts[0]), target="high")],
        requirements=[
            desk.noun(Requirement, one, id=f"needed-{one.first}", due="first") for one in parts
        ],
        habits=desk.noun(
            Habits,
            scale="steps",
            strands=[desk.noun(Habit, one, id=f"habit-{one.first}") for one in parts],
        ),
        targets=[_target(desk, one) for one in parts],
        rework=[desk.noun(ReworkStep, one, id=f"step-{one.first}") for one in parts],
        courses=desk.noun(
            Courses,
            scale="steps",
            types=[desk.noun(CourseType, one, id=f"type-{one.first}") for one in parts],
            offered=[
                desk.noun(OfferedCourse, one, id=f"course-{one.first}", type=f"type-{one.first}")
                for one in parts
            ],
        ),
        bridge=desk.noun(
            Bridge,
            editions=["self", "committee", "family"],
            courses=[
                desk.noun(
                    BridgeCourse,
                    one,
                    id=f"bridge-{one.first}",
                    credits=[f"credit-{one.first}"],
                    grades=[desk.noun(BridgeGrade, one, earned=0)],
                )
                for one in parts
            ],
        ),
        glossary=[desk.noun(Meaning, one, id=f"word-{one.first}") for one in parts],
        tags=[desk.noun(Tag, one, id=f"tag-{one.first}") for one in parts],
        profile=[desk.noun(ProfilePart, one, id=f"part-{one.first}") for one in parts],
        expects=desk.noun(Expects, domains={"domain-0": 2}),
        crosswalks=[
            desk.noun(
                Crosswalk,
                version="2023",
                levels=None,
                crossings=[desk.noun(Crossing, one, old=[f"old-{one.first}"]) for one in parts],
            )
        ],
    )


def _earlier(parts: Sequence[Share]) -> dict[str, Any]:
    """An earlier version, of which nothing is left."""
    old = [{"id": f"old-{one.first}", "title": "Old", "domain": "all"} for one in parts]
    named = {"id": "little", "version": "2023", "title": "Before"}
    return {
        **named,
        "domains": [{"id": "all", "title": "All"}],
        "levels": [{"id": "foundation", "title": "Foundation"}],
        "credits": old,
    }


def _ways(desk: Desk, share: Share) -> list[dict[str, Any]]:
    return [desk.noun(Way, share, id=f"way-{share.first}")]


def _target(desk: Desk, one: Share) -> dict[str, Any]:
    return desk.noun(
        Target,
        one,
        id=f"target-{one.first}",
        credit=f"credit-{one.first}",
        phase="first",
        levels=_levels(desk, one),
        target="high",
        dimensions=[desk.noun(Dimension, one, id="side", levels=_levels(desk, one))],
    )


def _rubrics(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    return desk.noun(
        Rubrics,
        rubrics=[
            desk.noun(
                Rubric,
                one,
                id=f"rubric-{one.first}",
                scale="steps",
                competencies=[f"skill-{one.first}"],
                made="2025",
                criteria=[
                    desk.noun(
                        Criterion,
                        one,
                        id="evidence",
                        descriptors={"high": desk.text("Criterion.descriptors", one, long=True)},
                    )
                ],
            )
            for one in parts
        ],
    )


def _committee(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    conflicts = [desk.noun(Conflict, student=INNOCENT)]
    members = [
        desk.noun(Member, one, id=f"member-{one.first}", conflicts=conflicts) for one in parts
    ]
    outcomes = [desk.noun(Outcome, one, id=f"said-{one.first}", means="earned") for one in parts]
    rule = desk.noun(DecisionRule, minimum={"evidence": "high"})
    return desk.noun(Committee, quorum=1, members=members, outcomes=outcomes, rule=rule)


def _session(desk: Desk) -> dict[str, Any]:
    slots = [
        desk.noun(Slot, pitch=f"{HOSTILE}/pitch-0", minutes=None),
        desk.noun(Slot, minutes=10),
    ]
    return desk.noun(
        Session,
        date="2026-04-20",
        start="15:30",
        chair="member-0",
        members=["member-0"],
        pitches=slots,
        release=None,
    )


def _handed_in(desk: Desk, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A pitch as it was handed in, and the ballot about it."""
    frozen = ("pitches/pitch-0.md", "artifacts/work-0/artifact.md")
    texts = {path: files[f"students/{HOSTILE}/{path}"] for path in frozen}
    sums = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in texts.items()}
    place, digest = f"{HOSTILE}/pitch-0/1", digest_of_files(sums)
    about = {"student": HOSTILE, "pitch": "pitch-0"}
    card = desk.noun(
        Submission,
        **about,
        number=1,
        submitted="2026-04-18",
        framework="2024",
        digest=digest,
        files=sums,
    )
    yield f"transcripts/submissions/{place}/submission.yml", _told(card)
    for path, text in texts.items():
        yield f"transcripts/submissions/{place}/{path}", text
    score = desk.noun(
        Score,
        credit="credit-0",
        level="foundation",
        ratings={"evidence": "high"},
        outcome="said-0",
    )
    ballot = desk.noun(
        Ballot,
        **about,
        ballot="1",
        submission=digest,
        reviewer="member-0",
        date="2026-04-20",
        scores=[score],
        signature=desk.noun(Signature, key="z6Mk" + "a" * 44, value="z" + "a" * 87),
    )
    yield f"transcripts/ballots/{place}/member-0.yml", _told(ballot)


def _consent(desk: Desk) -> dict[str, Any]:
    agreements = [
        desk.noun(Agreement, edition=one, shows=sorted(CONSENT_FIELDS), given="2026-01-01")
        for one in EDITIONS
    ]
    stranger = desk.text("Consent.people:key", Share(0, 60))
    return {"people": {HOSTILE: agreements, INNOCENT: agreements, stranger: agreements[:1]}}


def _ledger(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    levels = {f"habit-{one.first}": "high" for one in parts}
    return desk.noun(
        Ledger,
        enrolment=desk.noun(
            Enrolment,
            entered="2025-09",
            phase="first",
            cohort="group",
            framework="2024",
            advisor="member-0",
        ),
        decisions=[one for part in parts for one in _decisions(desk, part)],
        releases=[desk.noun(Release, decision="yes-0", on="2026-05-01", date="2026-04-20")],
        habits=[
            desk.noun(HabitReport, one, date="2026-06-12", by=f"member-{one.first}", levels=levels)
            for one in parts
        ],
        recognitions=[
            desk.noun(Recognition, one, date="2026", url="https://prize.example/") for one in parts
        ],
        ratings=[one for part in parts for one in _ratings(desk, part)],
        observations=[
            desk.noun(Observation, one, date="2026-10-02", by=f"member-{one.first}", levels=levels)
            for one in parts
        ],
        courses=[
            *(desk.noun(Course, one, level="high", product=f"work-{one.first}") for one in parts),
            *(desk.noun(Course, one, course=f"course-{one.first}", title=None) for one in parts),
        ],
        taught={f"target-{one.first}": ["2026-01-12"] for one in parts},
    )


def _decisions(desk: Desk, one: Share) -> Iterator[dict[str, Any]]:
    common = {
        "credit": f"credit-{one.first}",
        "artifacts": [f"work-{one.first}"],
        "committee": [f"member-{one.first}"],
        "evidence": None,
        "verdict": f"said-{one.first}",
    }
    further = one.first % 2 + 1
    yield desk.noun(
        Decision, one, **common, id=f"yes-{one.first}", level="foundation", outcome="earned", date="2026-04-20",
        pitch=f"pitch-{one.first}", way="way-0", ratings={"evidence": "high"}, rework=None,
    )  # fmt: skip
    yield desk.noun(
        Decision, one, **common, id=f"no-{one.first}", level=f"further-{further}", outcome="not-yet", date="2026-05-20",
        way=f"way-{further}", ratings={"evidence": "low"}, rework=desk.noun(Rework, one, steps=[f"step-{one.first}"]),
    )  # fmt: skip


def _ratings(desk: Desk, one: Share) -> Iterator[dict[str, Any]]:
    common = {
        "target": f"target-{one.first}",
        "works": [f"work-{one.first}"],
        "rework": desk.noun(Rework, one, steps=[f"step-{one.first}"]),
    }
    yield desk.noun(
        Rating, one, **common, level="high", date="2026-04-20", by=[f"member-{one.first}"]
    )
    yield desk.noun(
        Rating, one, **common, level="low", date="2026-02-20", by=[f"member-{one.first}"]
    )
    yield desk.noun(Rating, one, **common, level="low", date="2026-04-21", rater="peer")
    yield desk.noun(Rating, one, **common, level="low", date="2026-04-22", rater="expert")


def _student_files(desk: Desk, parts: Sequence[Share]) -> Iterator[tuple[str, str]]:
    yield "student.yml", _told(_card(desk, parts))
    shown = {"audience": list(EDITIONS), "status": "published"}
    yield "narrative.md", desk.page(Narrative, **shown, date="2026-01-01", about=None)
    yield (
        "profile.yml",
        _told(
            desk.noun(
                Profile,
                parts={
                    f"part-{one.first}": desk.noun(ProfileText, one, audience=list(EDITIONS))
                    for one in parts
                },
            )
        ),
    )
    yield "milestones.yml", _told(_milestones(desk, parts))
    inside = ["self", "committee", "family"]
    yield "conferences/last.md", desk.page(Conference, date="2026-01-12", audience=inside)
    yield (
        "conferences/next.md",
        desk.page(Conference, date="2026-12-01", artifacts=["work-0"], audience=inside),
    )
    for one in parts:
        at = one.first
        yield f"narratives/term-{at}.md", desk.page(Narrative, one, **shown)
        yield f"narratives/domain-{at}.md", desk.page(Narrative, one, **shown, about=f"domain-{at}")
        yield (
            f"goals/goal-{at}.md",
            desk.page(
                Goal,
                one,
                audience=list(EDITIONS),
                credit=f"credit-{at}",
                steps=[f"step-{at}"],
                check_ins=[desk.noun(CheckIn, one, date="2026-03-01")],
            ),
        )
        yield f"pitches/pitch-{at}.md", desk.page(
            Pitch, one, status="published", date="2026-04-18", artifacts=[f"work-{at}"],
            claims=[desk.noun(Claim, one, credit=f"credit-{at}")], self_rating={"evidence": "high"},
        )  # fmt: skip
        yield f"artifacts/work-{at}/artifact.md", _work(desk, one, shown)
        for ending in FILES if at == 0 else FILES[:1]:
            yield f"artifacts/work-{at}/file.{ending}", _file(desk, ending)


def _file(desk: Desk, ending: str) -> str:
    """A file whose content is hostile, in the form of its kind where there is one."""
    said = desk.hand.file(f"file.{ending}")
    if ending == "vtt":
        return f"WEBVTT\n\n00:00.000 --> 00:09.000\n{said}"
    if ending == "ipynb":
        return json.dumps(
            NOTEBOOK | {"cells": [{**CELL, "source": said.splitlines(keepends=True)}]}
        )
    if ending == "svg":
        words = "".join(map(_drawn, said.splitlines()))
        return f'<svg xmlns="http://www.w3.org/2000/svg">\n{words}</svg>\n'
    return said


def _drawn(said: str) -> str:
    """A line as a part of a drawing: as markup where it is that of XML, and as words."""
    said = re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f]", "", said)  # no XML can hold these
    words = f"<text>{html.escape(said)}</text>\n"
    try:
        ElementTree.fromstring(said)  # noqa: S314 - our own payloads
    except ElementTree.ParseError:
        return words
    return f"{said}\n{words}"


SILENCE = (
    b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0"
    b"data\x08\0\0\0\x80\x80\x80\x80\x80\x80\x80\x80"
)
"""A recording in which nothing is to be heard."""
NOTEBOOK: Mapping[str, Any] = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
CELL: Mapping[str, Any] = {"cell_type": "markdown", "id": "one", "metadata": {}}


def _card(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    sharing = {
        one: {
            "name": "preferred" if one in ("family", "public") else "full",
            "picture": True,
            "attempts": True,
        }
        for one in EDITIONS
    }
    return desk.noun(
        Student,
        picture=desk.noun(Portrait, file="me.png"),
        interests=[desk.text("Student.interests", one) for one in parts],
        featured=[f"work-{one.first}" for one in parts],
        exhibits={f"work-{one.first}": "theme" for one in parts},
        featured_credits=["credit-0"],
        links=[
            desk.noun(Link, one, url="https://elsewhere.example/", copy="me.png") for one in parts
        ],
        sharing=sharing,
    )


def _milestones(desk: Desk, parts: Sequence[Share]) -> dict[str, Any]:
    milestones = [
        desk.noun(Milestone, one, date=date, work=f"work-{one.first}", audience=list(EDITIONS))
        for one in parts
        for date in ("2026-05", "2027-05")
    ]
    return desk.noun(Milestones, milestones=milestones)


def _work(desk: Desk, one: Share, shown: Mapping[str, Any]) -> str:
    at = one.first
    files = [
        "picture.png",
        *(["file.wav"] if at == 0 else []),
        *(f"file.{ending}" for ending in (FILES if at == 0 else FILES[:1])),
        *desk.hand.names(NAME, one),
    ]
    return desk.page(
        Artifact,
        one,
        **shown,
        date="2026-03-14",
        kind="work" if at % 2 else "failure",
        cover="picture.png",
        place="in school",
        media=[
            # Whoever can be recognised and has not agreed keeps a file from most editions: only one tells of somebody.
            desk.noun(Media, one, file=file, **({} if file == "file.srt" else {"people": None}))
            for file in files
        ],
        links=[
            desk.noun(
                Elsewhere,
                one,
                url="https://elsewhere.example/",
                picture="picture.png",
                copy="picture.png",
            )
        ],
        team=[desk.noun(Teammate, one), desk.noun(Teammate, one, name=None, student=INNOCENT)],
        tags=[desk.text("Artifact.tags", one), f"tag-{at}"],
        claims=[desk.noun(Claim, one, credit=f"credit-{at}")],
        self_rating={f"target-{at}": "high"},
    )


INNOCENT_FILES: Mapping[str, str] = {
    f"students/{INNOCENT}/student.yml": """\
name: Iris
sentence: I draw what stands still.
featured: [calm]
sharing:
  college: {name: full, picture: true}
  public: {name: full, picture: true}
""",
    f"students/{INNOCENT}/narrative.md": """\
---
audience: [committee, family, college, public]
status: published
---
I began with stones, since they do not run away.
""",
    f"students/{INNOCENT}/artifacts/calm/artifact.md": """\
---
title: Eleven stones
date: 2026-02
summary: Drawn in the order in which I found them.
media:
  - file: calm.png
    alt: Eleven grey stones in a row on white paper
audience: [committee, family, college, public]
status: published
claims:
  - credit: credit-0
    level: foundation
    why: I can say what each of them taught me.
---
The third one I drew **four times**.
""",
    f"transcripts/{INNOCENT}.yml": """\
official_name: Iris Quist
enrolment: {entered: 2025-09, phase: first, framework: 2024, class_of: 2029}
""",
}
"""A student who harms nobody."""
