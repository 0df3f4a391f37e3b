"""What one edition can see of one student; everything else is planned through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar, get_args

from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.conference import Conference, Inside
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.labels import WorkLink
from portfolio_gen.model.ledger import Decision, Ledger
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.profile import ProfilePart, ProfileText
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student
from portfolio_gen.model.tag import Tag
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan.addresses import distinct
from portfolio_gen.plan.words import PRIVATE_WORK

Told = TypeVar("Told", Artifact, Narrative, Goal, ProfileText, Milestone, Conference)
Item = TypeVar("Item", Artifact, Narrative, Pitch, Goal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """Everything of one student that one edition may show, and how far it may be told."""

    school: School
    student: Student
    ledger: Ledger | None
    access: Access
    on: Day
    works: Mapping[str, Artifact]
    """Visible works by their slugs, newest first."""
    pitches: Mapping[str, Pitch]
    """Visible pitches by their slugs, newest first."""
    opening: Narrative | None
    narratives: tuple[Narrative, ...]
    goals: tuple[Goal, ...]
    profile: tuple[tuple[ProfilePart, ProfileText], ...] = ()
    """Parts of the learner profile in the school's order."""
    milestones: tuple[Milestone, ...] = ()
    conferences: tuple[Conference, ...] = ()
    """Newest first."""
    kept_private: frozenset[str] = frozenset()
    """Ids of the profile's parts that may be shared with nobody."""
    tags: tuple[Tag, ...] = ()
    """Those that the school gives a meaning, in its order."""

    @property
    def framework(self) -> Framework:
        """The framework that the student entered under."""
        return self.school.framework

    def shows_decision(self, decision: Decision) -> bool:
        """Whether a decision may be known here today."""
        return self.access.policy.unreleased or decision.released(self.on)

    def shows_person(self, person: str) -> bool:
        """Whether somebody may be recognised in a picture here."""
        if person == self.student.id:
            return self.access.recognisable
        policy, edition = self.access.policy, self.access.edition
        return "picture" in agreed_fields(self.school.consent, person, policy, edition, self.on)

    def classmate(self, person: str) -> Student | None:
        """Another student, if they may be called by their preferred name here."""
        found = next((one for one in self.school.students if one.id == person), None)
        named = found and is_named(self.school, found, self.access.edition, self.on)
        return found if named else None

    def names_member(self, member: str) -> bool:
        """Whether an adult who decided is named: in editions for outsiders only if they agreed to it."""
        policy, edition = self.access.policy, self.access.edition
        return "name" in agreed_fields(self.school.consent, member, policy, edition, self.on)

    def told(self, text: str | None) -> str:
        """A text of the school's about the student; nothing where it says what this edition may not."""
        return "" if text is None or self.access.hides_of_record(text) else text

    def link(self, slug: str, evidence: Mapping[str, str] | None = None) -> WorkLink:
        """A link to a work, or words that tell nothing of one that is not shown here.

        `evidence` holds digests of works as a committee saw them, by slug.
        """
        work = self.works.get(slug)
        if work is None:
            return WorkLink(title=PRIVATE_WORK)
        seen = (evidence or {}).get(slug)
        changed = seen is not None and work.digest is not None and seen != work.digest
        return WorkLink(title=work.title, address=work_address(slug), changed=changed)


def work_address(slug: str) -> str:
    """Address of a work's page in its site."""
    return f"artifacts/{slug}/"


def look(school: School, student: Student, granted: Access, on: Day) -> Sight:
    """Sort out what an edition may show; nothing that is left out here exists for what comes after.

    `school` is the whole one: credits are seen in the version that the student entered under, but tags and learner
    profile are the current framework's, for everybody.
    """
    works = _works(school, student, granted, on)
    pitches = _pitches(student, granted, frozenset(works))
    mine = "work" in granted.shows
    narratives = _distinct(one for one in student.narratives if mine and _shows_story(granted, one))
    goals = _distinct(one for one in student.goals if mine and _shows_goal(granted, one))
    opening = student.opening
    return Sight(
        school=school.under(student.id),
        student=student,
        ledger=school.ledgers.get(student.id),
        access=granted,
        on=on,
        works=works,
        pitches=pitches,
        opening=opening if mine and opening and _shows_story(granted, opening) else None,
        narratives=narratives,
        goals=goals,
        profile=tuple(_profile(school, student, granted)),
        milestones=tuple(_milestones(student, granted)) if mine else (),
        conferences=_conferences(student, granted) if mine else (),
        kept_private=frozenset(
            one.id for one in school.framework.profile if school.keeps_private(one.id)
        ),
        tags=school.framework.tags,
    )


def _works(school: School, student: Student, granted: Access, on: Day) -> dict[str, Artifact]:
    if "work" not in granted.shows:
        return {}
    pitched = {
        slug
        for pitch in student.pitches
        if pitch.status == "published"
        for slug in pitch.artifacts
        if granted.edition == "committee"
    }
    shown = [
        one
        for one in student.artifacts
        if (one.slug in pitched or _is_for(granted, one))
        and (one.status == "published" or granted.policy.drafts)
        and _team_agrees(school, one, granted, on)
        and not granted.hides(*_texts_of_work(one))
    ]
    shown.sort(key=lambda one: one.slug)
    shown.sort(key=lambda one: (one.date.last, one.date.first), reverse=True)
    return {one.slug: one for one in _distinct(shown)}


def _pitches(student: Student, granted: Access, works: frozenset[str]) -> dict[str, Pitch]:
    """Pitches that are shown: to the student and the committee all of them, to others those of visible work alone."""
    if not granted.attempts or "work" not in granted.shows:
        return {}
    inside = granted.edition in ("self", "committee")
    shown = [
        one
        for one in student.pitches
        if (one.status == "published" or granted.policy.drafts)
        and (inside or works.issuperset(one.artifacts))
        and not granted.hides(one.slug, one.title, one.text, *(claim.why for claim in one.claims))
    ]
    shown.sort(key=lambda one: one.slug)
    shown.sort(key=lambda one: one.date, reverse=True)
    return {one.slug: one for one in _distinct(shown)}


def _is_for(granted: Access, item: Told) -> bool:
    """Whether the student meant an item for the edition; students always see their own."""
    return granted.edition == "self" or granted.edition in item.audience


def _shows_story(granted: Access, narrative: Narrative) -> bool:
    return (
        _is_for(granted, narrative)
        and (narrative.status == "published" or granted.policy.drafts)
        and not granted.hides(narrative.slug, narrative.title, narrative.about, narrative.text)
    )


def _shows_goal(granted: Access, goal: Goal) -> bool:
    notes = (one.note for one in goal.check_ins)
    texts = (goal.title, goal.wish, goal.outcome, goal.text, *goal.obstacles, *goal.plan, *notes)
    return _is_for(granted, goal) and not granted.hides(goal.slug, *texts)


def _profile(
    school: School, student: Student, granted: Access
) -> Iterator[tuple[ProfilePart, ProfileText]]:
    """Parts that the student shares with the edition; what may be shared with nobody is the student's alone."""
    if "profile" not in granted.shows:
        return
    for part in school.framework.profile:
        said = student.profile.parts.get(part.id)
        if said is None or not said.text or granted.hides(said.text):
            continue
        if granted.edition == "self" or (
            _is_for(granted, said) and not school.keeps_private(part.id)
        ):
            yield part, said


def _milestones(student: Student, granted: Access) -> Iterator[Milestone]:
    for one in student.milestones.milestones:
        if _is_for(granted, one) and not granted.hides(one.title, one.term, one.about):
            yield one


def _conferences(student: Student, granted: Access) -> tuple[Conference, ...]:
    """Conferences of those who sit down together: whoever else reads a portfolio is told of none."""
    shown = [
        one
        for one in student.conferences
        if granted.edition in get_args(Inside)
        and _is_for(granted, one)
        and not granted.hides(one.text, *one.points, *one.questions, *one.agreed)
    ]
    return tuple(sorted(shown, key=lambda one: (one.date, one.slug), reverse=True))


def _team_agrees(school: School, work: Artifact, granted: Access, on: Day) -> bool:
    """Whether every student of the team may be named, in the editions where that needs their consent."""
    if not granted.policy.needs_consent:
        return True
    students = {one.id: one for one in school.students}
    others = (one.student for one in work.team if one.student and one.student != work.student)
    return all(
        other in students and is_named(school, students[other], granted.edition, on)
        for other in others
    )


def is_named(school: School, student: Student, edition: EditionName, on: Day) -> bool:
    """Whether a student may be called by their preferred name on a classmate's pages."""
    theirs = access(school, student, edition, on)
    return theirs is not None and "name" in theirs.shows


def _texts_of_work(work: Artifact) -> Iterator[str | None]:
    """Everything that a work's page says in words."""
    yield from (work.slug, work.title, work.summary, work.narrative, work.my_part, work.taught_me)
    yield from work.tags
    told = work.reflection
    yield from (told.strategy, told.effort, told.result, told.next)
    yield from (text for one in work.media for text in _texts_of_media(one))
    yield from (text for one in work.links for text in (one.title, one.url, one.about))
    yield from (text for one in work.team for text in (one.name, one.part))
    yield from (one.why for one in work.claims)


def _texts_of_media(media: Media) -> tuple[str | None, ...]:
    return media.alt, media.title, media.caption, media.credit


def _distinct(items: Iterator[Item] | list[Item]) -> tuple[Item, ...]:
    """The items whose slugs can each have an address of their own."""
    given = list(items)
    firsts: dict[str, Item] = {}
    for one in given:
        firsts.setdefault(one.slug, one)
    return tuple(firsts[slug] for slug in distinct(one.slug for one in given))
