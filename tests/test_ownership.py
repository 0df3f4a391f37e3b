"""Students claim, the school awards: nothing below `students/` changes what the school has on record.

What must stay as it is, whatever students do:

* of `status`: who is listed, every earned credit with all that is told of it, every "not yet" (which a waiting pitch
  may cover with `pitched`, and nothing else), every number: counts by domain, requirements, transferable credits;
  learning targets, badges, learning levels, habits; and the same in the current version for whoever entered under an
  earlier one;
* of the transcript in each edition: everything but the statement, which credits come first, and of the works behind a
  credit their titles, whether they can be opened, and whether they have changed; and that a waiting pitch comes before
  an earlier "not yet". Which name stands above it, and which parts are told at all, is the student's choice to share:
  so it is compared with the transcript of a student with the same name and the same choices, who has made nothing;
* of the signed record: every letter, compared in the same way.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from edited_school import CREDITS, Desk, edited_school
from portfolio_gen.cli.status_document import student_document
from portfolio_gen.evaluate import evaluate
from portfolio_gen.hallway.records import draft
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.credit_views import CreditView, DecisionView, StandingView
from portfolio_gen.model.labels import WorkLink
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.standing import State
from portfolio_gen.model.student import Student
from portfolio_gen.plan import plan_site
from portfolio_gen.read.school import read_school
from portfolio_gen.survey import Survey, in_current_version, survey
from school import TODAY
from student_edits import EDITS, Hand

Document = dict[str, Any]
LONG = 10
"""Edits that are made one upon another before everything is put back."""
CLAIMS = {"open", "claimed", "pitched"}
"""What a student can make of a credit about which the school has not said anything."""


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school that has everything on record: awards, a not yet, ratings, habits, prizes, courses, and two versions."""
    root = tmp_path_factory.mktemp("ownership") / "school"
    desk = edited_school(root, Random(0))  # noqa: S311 - nothing is left to chance here
    desk.change(
        "transcripts/framework.yml", lambda keys: keys.update(courses={"scale": "readiness"})
    )
    desk.change("transcripts/ada-park.yml", lambda keys: keys.update(_record(keys["decisions"])))
    _let_a_version_pass(desk)
    return root


def _record(decisions: list[Document]) -> Document:
    award = decisions[0]
    return {
        "decisions": [
            award,
            award | {"id": "d2", "credit": CREDITS[0], "outcome": "not-yet", "feedback": "Nearly."},
            award
            | {"id": "d3", "credit": CREDITS[1], "date": "2026-11-20", "release": "2027-01-01"},
        ],
        "ratings": [
            {
                "target": "weigh",
                "level": "meeting",
                "date": "2026-05-01",
                "by": ["b-lund"],
                "works": ["bean-diary"],
            }
        ],
        "observations": [
            {"term": "t", "date": "2026-10-02", "by": "e-obi", "levels": {"curiosity": "meeting"}}
        ],
        "recognitions": [
            {
                "title": "Official Prize",
                "issuer": "The Town",
                "date": "2026",
                "about": "One of the two.",
            }
        ],
        "courses": [
            {"title": "Botany", "term": "fall", "level": "exceeding", "product": "bean-diary"}
        ],
    }


def _let_a_version_pass(desk: Desk) -> None:
    """Everybody has entered under the version of 2024; now there is one in which a skill is called something else."""
    path = "transcripts/framework.yml"
    before = desk.keys(path)
    desk.put("transcripts/frameworks/2024.yml", before)
    text = (desk.root / path).read_text().replace("critical-thinking", "inquiry")
    (desk.root / path).write_text(text)
    crossing = {"old": ["critical-thinking"], "new": ["inquiry"]}
    walk = {"crosswalks": [{"version": "2024", "crossings": [crossing]}], "version": "2026"}
    desk.change(path, lambda keys: keys.update(walk))
    desk.change("transcripts/cleo-day.yml", lambda keys: keys["enrolment"].update(framework="2026"))


@pytest.mark.parametrize(
    ("seed", "count"),
    [(0, 100), *(pytest.param(seed, 100, marks=pytest.mark.nightly) for seed in range(1, 100))],
)
def test_no_edit_of_a_student_changes_what_the_school_has_on_record(
    pristine: Path, tmp_path: Path, seed: int, count: int
) -> None:
    before = read_school(pristine)[0]
    assert before is not None
    records = _records(before)
    recorded = documents(survey(pristine, on=TODAY))
    hand = Hand(tmp_path / "school", Random(seed))  # noqa: S311 - edits need not be secret
    done: list[str] = []
    for number in range(count):
        if number % LONG == 0:
            shutil.rmtree(hand.root, ignore_errors=True)
            shutil.copytree(pristine, hand.root)
            done.clear()
        done.append(hand.edit())
        try:
            seen = survey(hand.root, on=TODAY)
            now = documents(seen)
            assert recorded.keys() <= now.keys()
            for student, document in recorded.items():
                assert_owned(document, now[student])
            assert seen.school is not None
            assert _records(seen.school) == records
            assert_transcripts(before, seen.school, EDITIONS[number % len(EDITIONS)])
        except AssertionError as problem:
            problem.add_note(f"after {', '.join(done)}")
            raise


def test_every_edit_is_made_and_does_something(pristine: Path, tmp_path: Path) -> None:
    hand = Hand(tmp_path / "school", Random(1))  # noqa: S311
    for edit in EDITS:
        for _ in range(20):
            shutil.rmtree(hand.root, ignore_errors=True)
            shutil.copytree(pristine, hand.root)
            before = _listing(hand.home)
            edit(hand)
            if _listing(hand.home) != before:
                break
        else:
            raise AssertionError(f"{edit.__name__} does nothing")


def _listing(folder: Path) -> dict[str, object]:
    return {
        str(path): path.read_bytes() if path.is_file() else path.lstat().st_mode
        for path in folder.rglob("*")
    }


def _records(school: School) -> tuple[object, ...]:
    """Everything that is read from the school's own files."""
    return (
        school.ledgers,
        school.settings,
        school.framework,
        school.frameworks,
        school.rubrics,
        school.committee,
        school.consent,
        school.profile,
    )


# Of status


def documents(seen: Survey) -> dict[str, Document]:
    """What `status --format json` tells of each student."""
    school = seen.school
    assert school is not None
    return {
        one.id: student_document(
            school, one, seen.standings[one.id], in_current_version(school, one), TODAY
        )
        for one in seen.students
    }


def assert_owned(before: Document, now: Document) -> None:
    """Everything in a document of status that is the school's to say is as it was."""
    for key in ("framework", "domains", "transferable", "requirements", "targets", "badges"):
        assert now[key] == before[key], key
    for key in ("learning", "habits"):
        assert now[key] == before[key], key
    assert_credits(before["credits"], now["credits"])
    if before.get("current"):
        for key in ("waiting", "dropped", "lost"):
            assert now["current"][key] == before["current"][key], key
        assert_owned(before["current"], now["current"])


def assert_credits(before: list[Document], now: list[Document]) -> None:
    """What has been decided is as it was; of everything else a student can say that it is claimed, or pitched."""
    said = {(one["id"], one["level"]): one for one in before}
    for one in now:
        old = said.pop((one["id"], one["level"]), None)
        if old and old["state"] == "earned":
            assert one == old
        elif old and old["state"] == "not-yet":
            assert one == old or one["state"] == "pitched"
        else:
            assert one["state"] in CLAIMS
    assert all(one["state"] in CLAIMS for one in said.values()), "something on record is gone"


# Of the transcript


def assert_transcripts(before: School, after: School, edition: EditionName) -> None:
    """On the transcripts of an edition stands what would stand there, had the student made nothing."""
    for student in after.students:
        if student.id not in before.ledgers:
            continue
        alone = without_works(before, student)
        now, then = planned(after, student, edition), planned(alone, bare(student), edition)
        assert (now is None) == (then is None)
        if now and then:
            assert masked(now) == masked(then), f"{edition} of {student.id}"
            assert recorded(after, student, now) == recorded(alone, bare(student), then)


def recorded(school: School, student: Student, site: SiteBlueprint) -> object:
    """What would be signed: to the letter, for nothing in it is a student's."""
    drawn = draft(school, student, site, TODAY, key="z6Mk", salt="salt")
    return drawn and (drawn.content, drawn.says)


def bare(student: Student) -> Student:
    """A student with the same name and the same choices, who has made nothing."""
    return Student(id=student.id, name=student.name, sharing=student.sharing)


def without_works(school: School, student: Student) -> School:
    """The school as it was, with this student as somebody who has made nothing."""
    return replace(
        school,
        students=tuple(bare(student) if one.id == student.id else one for one in school.students),
    )


def planned(school: School, student: Student, edition: EditionName) -> SiteBlueprint | None:
    unreleased = school.settings.policy(edition).unreleased
    standings = evaluate(
        school.framework_for(student.id),
        student,
        school.ledgers.get(student.id),
        on=None if unreleased else TODAY,
    )
    return plan_site(school, student, edition, standings=standings, on=TODAY)


def masked(site: SiteBlueprint) -> object:
    """What a transcript and its credits say, without what is the student's by design."""
    if site.transcript is None:
        return None
    transcript = replace(site.transcript, statement="", featured=())
    return plain(transcript), [plain(one) for one in site.credits], plain(site.grid)


def plain(value: Any) -> Any:
    """A view as nested values, without titles of works, and without what is only claimed."""
    if isinstance(value, WorkLink):
        return "a work"
    if isinstance(value, DecisionView) and not value.earned:
        return {**dict(_fields(value)), "counts": "unless a pitch waits"}
    if isinstance(value, CreditView):
        decided = [plain(one) for one in value.standings if _is_decided(one)]
        return {**dict(_fields(value)), "standings": decided}
    if is_dataclass(value) and not isinstance(value, type):
        return dict(_fields(value))
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(value):
        yield one.name, plain(getattr(value, one.name))


def _is_decided(standing: StandingView) -> bool:
    return standing.state is State.EARNED
