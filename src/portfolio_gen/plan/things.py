"""What a published site shows of a student's own things, and whether the student still means it to.

A site whose student has a slip in some file stays as it was. What the student has taken out of it since, in a file that
can be read, must not stay with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.conference import Conference
from portfolio_gen.model.milestone import Milestone
from portfolio_gen.model.profile import ProfileText
from portfolio_gen.model.settings import EditionName, EditionPolicy
from portfolio_gen.model.student import Goal, Narrative, Pitch, Student
from portfolio_gen.plan.sight import Sight

EXHIBIT = "exhibit "
"""Begins what is said of a work in the exhibition."""
Thing: TypeAlias = Artifact | Narrative | Goal | Pitch | Conference | Milestone | ProfileText


def shown_things(sight: Sight) -> Iterator[str]:
    """Everything of the student's own that an edition shows, such as `work bean-diary`."""
    yield from (f"work {slug}" for slug in sight.works)
    if sight.school.settings.exhibits(sight.access.edition):
        yield from (f"{EXHIBIT}{slug}" for slug in sight.student.exhibits if slug in sight.works)
    yield from (f"pitch {slug}" for slug in sight.pitches)
    yield from ("opening" for _ in filter(None, [sight.opening]))
    yield from (f"story {one.slug}" for one in sight.narratives)
    yield from (f"goal {one.slug}" for one in sight.goals)
    yield from (f"conference {one.slug}" for one in sight.conferences)
    yield from (f"part {part.id}" for part, _ in sight.profile)
    yield from (_milestone(one) for one in sight.milestones)


def taken_back(
    student: Student, edition: EditionName, policy: EditionPolicy, things: Iterable[str]
) -> bool:
    """Whether the student no longer means one of the things for the edition; what cannot be read says nothing."""
    here = _things(student)
    return any(
        one.removeprefix(EXHIBIT) not in student.exhibits
        if one.startswith(EXHIBIT)
        else not _is_meant(student, here[one], edition, policy)
        if one in here
        else _is_gone(student, one)
        for one in things
    )


def _things(student: Student) -> Mapping[str, Thing]:
    """All that could be read, under the names that `shown_things` gives."""
    opening = {"opening": student.opening} if student.opening else {}
    return {
        **{f"work {one.slug}": one for one in student.artifacts},
        **{f"pitch {one.slug}": one for one in student.pitches},
        **opening,
        **{f"story {one.slug}": one for one in student.narratives},
        **{f"goal {one.slug}": one for one in student.goals},
        **{f"conference {one.slug}": one for one in student.conferences},
        **{f"part {name}": said for name, said in student.profile.parts.items()},
        **{_milestone(one): one for one in student.milestones.milestones},
    }


def _milestone(one: Milestone) -> str:
    """Milestones have no names of their own."""
    said = f"{one.date} {one.title}".encode()
    return f"milestone {hashlib.sha256(said).hexdigest()[:12]}"


def _is_meant(student: Student, thing: Thing, edition: EditionName, policy: EditionPolicy) -> bool:
    if getattr(thing, "status", "") == "draft" and not policy.drafts:
        return False
    if isinstance(thing, Pitch) or edition == "self" or edition in thing.audience:
        return True
    return edition == "committee" and isinstance(thing, Artifact) and _is_pitched(student, thing)


def _is_pitched(student: Student, work: Artifact) -> bool:
    """Whether a pitch is about the work, as far as one can tell while pitches may be unread."""
    published = (one for one in student.pitches if one.status == "published")
    return bool(student.unread) or any(work.slug in one.artifacts for one in published)


def _is_gone(student: Student, thing: str) -> bool:
    """Whether it was taken away, and not merely written so that it cannot be read.

    Where nothing of its kind is left, the folder itself may be what cannot be read.
    """
    kind, _, slug = thing.partition(" ")
    beside = {"work": student.artifacts, "pitch": student.pitches}.get(kind)
    return bool(beside) and slug not in student.unread
