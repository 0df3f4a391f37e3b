"""A second opinion on who may see what: every text of a school, and whether one edition may show it.

It is written apart from the planning of sites on purpose, item by item from the words of docs/editions.md, so that a
mistake in one of the two is found by the other. What it does not know, nobody but the student may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from portfolio_gen.audit.texts import Text, texts
from portfolio_gen.diagnostics import KeyPath, Span
from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.dates import Day
from portfolio_gen.model.ledger import Ledger
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.noun import Page
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student

Told: TypeAlias = Callable[[KeyPath], bool]
"""Whether the text at a place of a file may be shown."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A text, whom it is about, and whether an edition may show it."""

    text: Text
    person: str
    """Id of the student or member; empty when it is about nobody."""
    shown: bool
    is_name: bool = False
    """Whether it is a name of the person, or an id that is made of one."""


def rights(school: School, edition: EditionName, on: Day) -> Iterator[Claimed]:
    """Every text of the school's files, with whether the edition may show it on a day."""
    yield from _of_the_school(school)
    yield from _of_members(school, edition, on)
    for student in school.students:
        yield from _of_student(school.under(student.id), student, edition, on)
        yield from _of_learner(school, student, edition, on)
    for student_id in school.ledgers.keys() - {one.id for one in school.students}:
        yield from _all(school.ledgers[student_id], student_id, _nothing)


@dataclass(frozen=True, slots=True)
class Original:
    """A file that somebody has put beside their work, and whether an edition may show what is made of it."""

    source: Path
    span: Span
    """Where it is named."""
    person: str
    """Id of the student whose it is."""
    shown: bool


def originals(school: School, edition: EditionName, on: Day) -> Iterator[Original]:
    """Every media file of the school, with whether the edition may show it on a day."""
    for student in school.students:
        granted = access(school, student, edition, on)
        if (portrait := student.picture) and portrait.source:
            shown = granted is not None and "picture" in granted.shows
            yield Original(portrait.source, student.marks.at("picture"), student.id, shown)
        for work, told in _works(school, student, granted, edition, on):
            for place, media in enumerate(work.media):
                if media.source:
                    span = work.marks.at("media", place)
                    yield Original(media.source, span, student.id, told(("media", place, "alt")))


def _of_the_school(school: School) -> Iterator[Claimed]:
    """What anybody may read, and the little that nobody may."""
    for framework in school.all_frameworks():
        yield from _all(framework, "", _everything)
        span = Span(framework.marks.path)
        for credit in framework.all_credits():
            yield Claimed(Text(credit.title, span, ()), "", shown=True)
            yield Claimed(Text(credit.id, span, ()), "", shown=True)
    yield from _all(school.rubrics, "", _everything)
    yield Claimed(Text(school.profile, Span("transcripts/school-profile.md"), ()), "", shown=True)
    yield from _all(school.settings, "", lambda keys: keys[0] != "secret")
    yield from _all(school.consent, "", _nothing)


def _of_members(school: School, edition: EditionName, on: Day) -> Iterator[Claimed]:
    """Adults are named where outsiders do not read, or where they agreed to it."""
    policy = school.settings.policy(edition)
    for place, member in enumerate(school.committee.members):
        named = "name" in agreed_fields(school.consent, member.id, policy, edition, on)
        span = school.committee.marks.at("members", place, "name")
        for words in (member.name, member.id):
            yield Claimed(Text(words, span, ()), member.id, named, is_name=True)
        if member.role:
            yield Claimed(Text(member.role, span, ()), member.id, shown=True)


def _of_student(
    school: School, student: Student, edition: EditionName, on: Day
) -> Iterator[Claimed]:
    granted = access(school, student, edition, on)
    ledger = school.ledgers.get(student.id)
    yield from _names(student, ledger, granted)
    yield from _all(student, student.id, _student_told(student, granted))
    for work, told in _works(school, student, granted, edition, on):
        yield from _page(work, student.id, work.slug, told)
        yield from _cards(work, told)
    for story in (*filter(None, [student.opening]), *student.narratives):
        shown = _is_for(story, granted)
        yield from _page(story, student.id, story.slug, _whole(story, granted, shown))
    for goal in student.goals:
        yield from _page(goal, student.id, goal.slug, _whole(goal, granted, _is_for(goal, granted)))
    for pitch in student.pitches:
        shown = _pitch_is_shown(pitch, student, granted)
        yield from _page(pitch, student.id, pitch.slug, _whole(pitch, granted, shown))
    if ledger:
        yield from _all(ledger, student.id, _ledger_told(ledger, granted, on))


def _of_learner(
    school: School, student: Student, edition: EditionName, on: Day
) -> Iterator[Claimed]:
    """Learner profile, milestones and conferences, one by one as the student means them."""
    granted = access(school, student, edition, on)
    asked = {one.id for one in school.framework.profile}
    private = {
        one.id for each in school.all_frameworks() for one in each.profile if not one.shareable
    }

    def part(keys: KeyPath) -> bool:
        name = str(keys[1])
        said, own = student.profile.parts[name], edition == "self"
        meant = own or (edition in said.audience and name not in private)
        return granted is not None and "profile" in granted.shows and meant and name in asked

    def milestone(keys: KeyPath) -> bool:
        return keys[-1] != "work" and _is_for(student.milestones.milestones[int(keys[1])], granted)

    yield from _all(student.profile, student.id, _unless_hidden(student.profile, granted, part))
    yield from _all(
        student.milestones, student.id, _unless_hidden(student.milestones, granted, milestone)
    )
    for talk in student.conferences:
        shown = edition in ("self", "committee", "family") and _is_for(talk, granted)
        yield from _all(talk, student.id, _whole(talk, granted, shown))


def _unless_hidden(page: Page, granted: Access | None, told: Told) -> Told:
    """Entries of one file are shown one by one, and not those in which something stands that may not be said."""
    hidden = {keys[:2] for keys in _hiding(page, granted)}
    return lambda keys: keys[:2] not in hidden and told(keys)


def _works(
    school: School, student: Student, granted: Access | None, edition: EditionName, on: Day
) -> Iterator[tuple[Artifact, Told]]:
    """Each work, with what of it may be shown; a committee sees all that is pitched."""
    published = (one for one in student.pitches if one.status == "published")
    pitched = {slug for one in published for slug in one.artifacts}
    for work in student.artifacts:
        committee = edition == "committee" and work.slug in pitched
        meant = _is_for(work, granted, committee=committee)
        shown = meant and _team_agrees(school, work, edition, on)
        yield work, _work_told(school, work, granted, shown, on)


def _cards(work: Artifact, told: Told) -> Iterator[Claimed]:
    """What stands on the card of a file: its title, and of its name the ending alone."""
    for place, media in enumerate(work.media):
        card = f"{media.title or ''} {PurePosixPath(media.file).suffix}"
        text = Text(card, work.marks.at("media", place), ("media", place, "title"))
        yield Claimed(text, work.student, told(text.keys))


def _names(student: Student, ledger: Ledger | None, granted: Access | None) -> Iterator[Claimed]:
    """One name of a student stands in an edition; an id is made of one."""
    name = granted.name if granted else ""
    span = student.marks.at("name")
    yield Claimed(Text(student.name, span, ()), student.id, name == "preferred", is_name=True)
    own_folder = Span(f"students/{student.id}")
    shown = name in ("preferred", "full")
    yield Claimed(Text(student.id, own_folder, ()), student.id, shown, is_name=True)
    if ledger:
        span = ledger.marks.at("official_name")
        yield Claimed(
            Text(ledger.official_name, span, ()), student.id, name == "full", is_name=True
        )


def _student_told(student: Student, granted: Access | None) -> Told:
    hidden = _hiding(student, granted)

    def told(keys: KeyPath) -> bool:
        if granted is None or keys in hidden:
            return False
        if keys[0] == "picture":
            return keys[-1] == "alt" and "picture" in granted.shows
        if keys[0] == "links":
            return "work" in granted.shows and granted.name != "initials"
        if keys[0] in ("name", "pronouns"):
            return granted.name == "preferred"
        return "work" in granted.shows

    return told


def _work_told(
    school: School, work: Artifact, granted: Access | None, shown: bool, on: Day
) -> Told:
    whole = _whole(work, granted, shown)

    def told(keys: KeyPath) -> bool:
        if granted is None or not whole(keys):
            return False
        if keys[0] == "media":
            media = work.media[int(keys[1])]
            people = (_recognisable(school, one, work, granted, on) for one in media.people)
            return keys[2] not in ("file", "people") and all(people)
        return keys[0] != "cover"

    return told


def _recognisable(school: School, person: str, work: Artifact, granted: Access, on: Day) -> bool:
    if person == work.student:
        return granted.recognisable
    agreed = agreed_fields(school.consent, person, granted.policy, granted.edition, on)
    return "picture" in agreed


def _whole(page: Page, granted: Access | None, shown: bool) -> Told:
    """An item is shown as a whole or not at all; not with a name that may not stand there."""
    clean = shown and granted is not None and not _hiding(page, granted)
    return _everything if clean else _nothing


def _hiding(page: Page, granted: Access | None) -> frozenset[KeyPath]:
    """Places of the texts that hold what the edition may not say."""
    if granted is None:
        return frozenset()
    written = [one for one in texts(page) if not _is_reference(one.keys)]
    slug = getattr(page, "slug", "")
    found = [one.keys for one in written if granted.hides(one.words)]
    return frozenset([*found, *([("slug",)] if granted.hides(slug) else [])])


def _is_reference(keys: KeyPath) -> bool:
    """Whether a text only names something else, and is not shown as it is written."""
    named = {"student", "people", "file", "cover", "name", "pronouns", "artifacts", "featured"}
    return bool(named & {str(one) for one in keys}) and keys[0] != "links"


def _is_for(
    item: Artifact | Narrative | Goal | Milestone | Conference,
    granted: Access | None,
    *,
    committee: bool = False,
) -> bool:
    if granted is None or "work" not in granted.shows:
        return False
    meant = committee or granted.edition == "self" or granted.edition in item.audience
    draft = isinstance(item, Artifact | Narrative) and item.status != "published"
    return meant and (granted.policy.drafts or not draft)


def _team_agrees(school: School, work: Artifact, edition: EditionName, on: Day) -> bool:
    """In editions for outsiders, everybody of the team may be named, or the work is not there."""
    if not school.settings.policy(edition).needs_consent:
        return True
    others = {one.student for one in work.team if one.student} - {work.student}
    mates = {
        one.id: access(school, one, edition, on) for one in school.students if one.id in others
    }
    return all((theirs := mates.get(one)) is not None and "name" in theirs.shows for one in others)


def _pitch_is_shown(pitch: Pitch, student: Student, granted: Access | None) -> bool:
    if granted is None or not granted.attempts or "work" not in granted.shows:
        return False
    if pitch.status != "published" and not granted.policy.drafts:
        return False
    works = {one.slug for one in student.artifacts if _is_for(one, granted)}
    return granted.edition in ("self", "committee") or works.issuperset(pitch.artifacts)


def _ledger_told(ledger: Ledger, granted: Access | None, on: Day) -> Told:
    """Entry by entry: what was decided, seen and acknowledged."""

    def told(keys: KeyPath) -> bool:
        if granted is None:
            return False
        shows, policy = granted.shows, granted.policy
        match keys:
            case ("enrolment", "class_of" | "phase" | "cohort", *_):
                return "phase" in shows
            case ("decisions", int(place), *rest):
                decision = ledger.decisions[place]
                known = policy.unreleased or decision.released(on)
                tries = granted.attempts or decision.outcome == "earned"
                spoken = rest[0] not in ("feedback", "rework") or policy.feedback
                return "credits" in shows and known and tries and spoken and rest[0] != "evidence"
            case ("ratings", int(place), *rest):
                rating = ledger.ratings[place]
                known = policy.unreleased or rating.released(on)
                spoken = rest[0] not in ("note", "rework") or policy.feedback
                inside = policy.progress and granted.attempts and not rating.modified
                return "credits" in shows and inside and known and spoken
            case ("courses", int(place), *_):
                course = ledger.courses[place]
                released = course.release is None or course.release <= on
                noted = keys[-1] != "note" or released or policy.unreleased
                return "credits" in shows and noted
            case ("habits" | "observations", _, *rest):
                return "habits" in shows and (rest[0] != "note" or policy.feedback)
            case ("recognitions", int(place), *_):
                one = ledger.recognitions[place]
                hidden = granted.hides(one.title, one.issuer, one.about, one.criteria, one.url)
                return "recognitions" in shows and not hidden
        return False

    return told


def _everything(keys: KeyPath) -> bool:  # noqa: ARG001 - a `Told`
    return True


def _nothing(keys: KeyPath) -> bool:  # noqa: ARG001 - a `Told`
    return False


def _page(page: Page, person: str, slug: str, told: Told) -> Iterator[Claimed]:
    """A file with its name, which becomes part of an address."""
    yield Claimed(Text(slug, Span(page.marks.path), ("slug",)), person, told(("slug",)))
    yield from _all(page, person, told)


def _all(page: Page, person: str, told: Told) -> Iterator[Claimed]:
    for text in texts(page):
        yield Claimed(text, person, told(text.keys))
