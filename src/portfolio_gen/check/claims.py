"""PG3xx: what students claim, pitch and feature, against what is on record."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from portfolio_gen.check import rules
from portfolio_gen.check.register import Check, Register
from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.artifact import Artifact
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.tell import tell

MOST_FEATURED = 3
"""How many credits a transcript shows first."""


def pitched_before_the_work(register: Register) -> Iterator[Diagnostic]:
    """Work comes before its pitch."""
    for student, pitch in register.pitches():
        works = register.works(student.id)
        for slug in pitch.artifacts:
            if slug in works and pitch.date < works[slug].date.first:
                yield Diagnostic(
                    rules.PITCHED_BEFORE_THE_WORK,
                    pitch.marks.at("date"),
                    tell(
                        "pitched before the work `%(slug)s` was made (%(date)s)",
                        slug=slug,
                        date=str(works[slug].date),
                    ),
                    tell("one of the two dates is probably mistyped"),
                    about=student.id,
                )


def pitched_draft(register: Register) -> Iterator[Diagnostic]:
    """A committee can see the work that is pitched to it."""
    for student, pitch in register.pitches():
        works = register.works(student.id)
        for place, slug in enumerate(pitch.artifacts if pitch.status == "published" else ()):
            if slug in works and works[slug].status == "draft":
                yield Diagnostic(
                    rules.PITCHED_DRAFT,
                    pitch.marks.at("artifacts", place),
                    tell("`%(slug)s` is still a draft, so the committee cannot see it", slug=slug),
                    tell(
                        "write `status: published` in the artifact.md of `%(slug)s` when it is ready",
                        slug=slug,
                    ),
                    about=student.id,
                )


def empty_pitch(register: Register) -> Iterator[Diagnostic]:
    """A pitch brings work, and claims something."""
    for student, pitch in register.pitches():
        for key, there in (("artifacts", pitch.artifacts), ("claims", pitch.claims)):
            if pitch.status == "published" and not there:
                yield Diagnostic(
                    rules.EMPTY_PITCH,
                    pitch.marks.at(key),
                    tell("a pitch without any work gives the committee nothing to decide about")
                    if key == "artifacts"
                    else tell(
                        "a pitch without any claim gives the committee nothing to decide about"
                    ),
                    tell("add it under `%(key)s`, or make the pitch a draft again", key=key),
                    about=student.id,
                )


def claimed_twice(register: Register) -> Iterator[Diagnostic]:
    """A work or a pitch claims a credit at a level once."""
    pages: Iterator[tuple[Student, Artifact | Pitch]] = chain(
        register.artifacts(), register.pitches()
    )
    for student, page in pages:
        first: dict[tuple[str, str], int] = {}
        for place, claim in enumerate(page.claims):
            earlier = first.setdefault((claim.credit, claim.level), place)
            if earlier != place:
                span = page.marks.at("claims", earlier, "credit")
                yield Diagnostic(
                    rules.CLAIMED_TWICE,
                    page.marks.at("claims", place, "credit"),
                    tell(
                        "`%(credit)s` is already claimed at this level on line %(line)s",
                        credit=claim.credit,
                        line=str(span.line),
                    ),
                    tell("keep one of the two, with the better reason"),
                    related=(span,),
                    about=student.id,
                )


def featured_not_earned(register: Register) -> Iterator[Diagnostic]:
    """The credits that a student features are earned, and everybody may know it."""
    for student in register.school.students:
        earned = {credit for credit, _ in register.awards.get(student.id, ())}
        for place, credit in enumerate(student.featured_credits):
            decided = all(map(register.decided, register.levels))
            if decided and credit in register.credits and credit not in earned:
                yield Diagnostic(
                    rules.FEATURED_NOT_EARNED,
                    student.marks.at("featured_credits", place),
                    tell(
                        "`%(credit)s` is not earned yet, so the transcript does not feature it",
                        credit=credit,
                    ),
                    tell(
                        "`portfolio-gen why %(id)s %(credit)s` says where it stands",
                        id=student.id,
                        credit=credit,
                    ),
                    about=student.id,
                )


def too_many_featured(register: Register) -> Iterator[Diagnostic]:
    """A transcript features a few credits."""
    for student in register.school.students:
        if len(student.featured_credits) > MOST_FEATURED:
            yield Diagnostic(
                rules.TOO_MANY_FEATURED,
                student.marks.at("featured_credits", MOST_FEATURED),
                tell(
                    "a transcript features %(most)s credits, and this is one more",
                    most=MOST_FEATURED,
                ),
                tell("keep those that say most about you"),
                about=student.id,
            )


CHECKS: tuple[Check, ...] = (
    pitched_before_the_work,
    pitched_draft,
    empty_pitch,
    claimed_twice,
    featured_not_earned,
    too_many_featured,
)
