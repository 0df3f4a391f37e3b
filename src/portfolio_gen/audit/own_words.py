"""What students write, item by item: which editions may show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from portfolio_gen.audit.claims import Claimed, Grants, Told, hidden_in, student_claims
from portfolio_gen.diagnostics import KeyPath
from portfolio_gen.model.access import Access, access, agreed_fields
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.dates import Day
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.noun import Page
from portfolio_gen.model.profile import ProfileText
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student

REFERENCES = frozenset(
    {
        *("student", "people", "file", "cover", "artifacts", "featured", "featured_credits"),
        *("self_rating", "audience", "work", "sharing"),
    }
)
"""Keys of what only names something else, and is not shown as it is written."""

Meant: TypeAlias = Artifact | Narrative | Goal | Milestone | Conference | ProfileText


def own_words(school: School, student: Student, grants: Grants, on: Day) -> Iterator[Claimed]:
    """Every text that a student wrote, with the editions that may show it."""
    yield from student_claims(student, student.id, grants, _card(student, grants))
    for work in student.artifacts:
        yield from _page(work, student, grants, works_told(school, student, work, grants, on))
    for story in (*filter(None, [student.opening]), *student.narratives):
        yield from _page(story, student, grants, _whole(story, grants, is_for))
    for goal in student.goals:
        yield from _page(goal, student, grants, _whole(goal, grants, is_for))
    for pitch in student.pitches:
        yield from _page(pitch, student, grants, _pitch(pitch, student, grants))
    for talk in student.conferences:
        yield from _page(talk, student, grants, _whole(talk, grants, _sits_down))
    yield from _profile(school, student, grants)
    yield from _milestones(student, grants)


def _page(
    page: Artifact | Narrative | Goal | Pitch | Conference,
    student: Student,
    grants: Grants,
    told: Told,
) -> Iterator[Claimed]:
    return student_claims(page, student.id, grants, told, slug=page.slug)


def works_told(school: School, student: Student, work: Artifact, grants: Grants, on: Day) -> Told:
    """What of a work an edition may show: nothing without the team's consent, no picture without that of the people."""
    pitched = any(
        one.status == "published" and work.slug in one.artifacts for one in student.pitches
    )

    def meant(item: Artifact, granted: Access) -> bool:
        committee = pitched and granted.edition == "committee"
        return is_for(item, granted, anyway=committee) and _team_agrees(school, work, granted, on)

    whole = _whole(work, grants, meant)

    def told(keys: KeyPath, granted: Access) -> bool:
        if keys[0] == "media" and len(keys) > 1:
            people = work.media[int(keys[1])].people
            seen = all(_recognisable(school, one, work, granted, on) for one in people)
            return seen and whole(keys, granted)
        return whole(keys, granted)

    return told


def is_for(item: Meant, granted: Access, *, anyway: bool = False) -> bool:
    """Whether the student means an item for an edition, and the edition shows such items."""
    needed = "profile" if isinstance(item, ProfileText) else "work"
    meant = anyway or granted.edition == "self" or granted.edition in item.audience
    draft = isinstance(item, Artifact | Narrative) and item.status == "draft"
    return needed in granted.shows and meant and (granted.policy.drafts or not draft)


def _sits_down(talk: Conference, granted: Access) -> bool:
    """Nobody outside the school is told of a conference, whatever is written."""
    return granted.edition in ("self", "committee", "family") and is_for(talk, granted)


def _whole(page: Page, grants: Grants, meant: Callable[..., bool]) -> Told:
    """An item is shown as a whole or not at all; not with anything in it that may not be said there."""
    here = {
        edition
        for edition, granted in grants.items()
        if meant(page, granted) and not _says_too_much(page, granted)
    }
    return lambda keys, granted: granted.edition in here and not _is_reference(keys)


def _says_too_much(page: Page, granted: Access) -> bool:
    slug = "" if isinstance(page, Conference) else getattr(page, "slug", "")
    return granted.hides(slug) or bool(hidden_in(page, granted, _is_reference))


def _is_reference(keys: KeyPath) -> bool:
    return not REFERENCES.isdisjoint(map(str, keys))


def _team_agrees(school: School, work: Artifact, granted: Access, on: Day) -> bool:
    """In editions for outsiders, everybody of the team may be named, or the work is not there."""
    others = {one.student for one in work.team if one.student} - {work.student}
    return not granted.policy.needs_consent or all(
        may_be_named(school, one, granted.edition, on) for one in others
    )


def may_be_named(school: School, person: str, edition: EditionName, on: Day) -> bool:
    """Whether a classmate may be called by their preferred name."""
    mate = next((one for one in school.students if one.id == person), None)
    granted = access(school, mate, edition, on) if mate else None
    return granted is not None and "name" in granted.shows


def _recognisable(school: School, person: str, work: Artifact, granted: Access, on: Day) -> bool:
    if person == work.student:
        return granted.recognisable
    agreed = agreed_fields(school.consent, person, granted.policy, granted.edition, on)
    return "picture" in agreed


def _pitch(pitch: Pitch, student: Student, grants: Grants) -> Told:
    """To the student and the committee each pitch; to others those whose works they all see."""
    works = {one.slug: one for one in student.artifacts}

    def seen(slug: str, granted: Access) -> bool:
        work = works.get(slug)
        return work is not None and is_for(work, granted)

    def meant(item: Pitch, granted: Access) -> bool:
        inside = granted.edition in ("self", "committee")
        told = inside or all(seen(one, granted) for one in item.artifacts)
        finished = item.status == "published" or granted.policy.drafts
        return granted.attempts and "work" in granted.shows and told and finished

    return _whole(pitch, grants, meant)


def _card(student: Student, grants: Grants) -> Told:
    """What students say of themselves in student.yml, key by key."""
    hidden = {
        edition: hidden_in(
            student, granted, lambda keys: keys[0] in ("name", "pronouns", "sharing")
        )
        for edition, granted in grants.items()
    }
    shown: Mapping[str, Callable[[KeyPath, Access], bool]] = {
        "pronouns": lambda _, granted: granted.name == "preferred",
        "sentence": lambda _, granted: "work" in granted.shows,
        "interests": lambda _, granted: "work" in granted.shows,
        "statement": lambda _, granted: {"work", "credits"} <= granted.shows,
        "picture": lambda keys, granted: keys[-1] == "alt" and "picture" in granted.shows,
        "links": lambda keys, granted: (
            "work" in granted.shows
            and granted.name != "initials"
            and not any(one[:2] == keys[:2] for one in hidden[granted.edition])
        ),
    }

    def told(keys: KeyPath, granted: Access) -> bool:
        rule = shown.get(str(keys[0]))
        return rule is not None and keys not in hidden[granted.edition] and rule(keys, granted)

    return told


def _profile(school: School, student: Student, grants: Grants) -> Iterator[Claimed]:
    """Parts that the school asks about, as the student shares them; some may be shared with nobody."""
    asked = {one.id for one in school.framework.profile}
    private = {
        part.id for one in school.all_frameworks() for part in one.profile if not part.shareable
    }

    def told(keys: KeyPath, granted: Access) -> bool:
        name, said = str(keys[1]), student.profile.parts[str(keys[1])]
        shared = granted.edition == "self" or name not in private
        return keys[-1] == "text" and name in asked and shared and is_for(said, granted)

    yield from student_claims(
        student.profile, student.id, grants, _one_by_one(student.profile, grants, told)
    )


def _milestones(student: Student, grants: Grants) -> Iterator[Claimed]:
    def told(keys: KeyPath, granted: Access) -> bool:
        one = student.milestones.milestones[int(keys[1])]
        return not _is_reference(keys) and is_for(one, granted)

    yield from student_claims(
        student.milestones, student.id, grants, _one_by_one(student.milestones, grants, told)
    )


def _one_by_one(page: Page, grants: Grants, told: Told) -> Told:
    """Entries of one file are shown by themselves, and not those with anything that may not be said there."""
    hidden = {
        edition: {keys[:2] for keys in hidden_in(page, granted, _is_reference)}
        for edition, granted in grants.items()
    }
    return lambda keys, granted: keys[:2] not in hidden[granted.edition] and told(keys, granted)
