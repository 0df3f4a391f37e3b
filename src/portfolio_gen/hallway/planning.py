"""What a student's site will hold, what it is made from, and what the manifest will say of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from portfolio_gen.hallway.exhibition import exhibits_to_json
from portfolio_gen.hallway.people import person_to_json
from portfolio_gen.hallway.queue import queue_to_json
from portfolio_gen.hallway.records import site_of, with_record
from portfolio_gen.hallway.spool import Slip
from portfolio_gen.model.blueprint import IndexBlueprint, IssuerBlueprint, SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import fingerprint, plan_grants
from portfolio_gen.publish import Record

Blueprint: TypeAlias = SiteBlueprint | IndexBlueprint | IssuerBlueprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Something to be published, if it is not published already."""

    blueprint: Blueprint | Slip | None
    """None for what an edition's sites share; a slip where it is kept on disk."""
    record: Record
    """What the manifest will say of it, with its fingerprint and still without files."""


def plan_student(
    school: School,
    student: Student,
    edition: EditionName,
    on: Day,
    marks: tuple[str, ...],
    digest_of: Callable[[Path], str],
) -> Planned | None:
    """What an edition will show of a student; None when they do not appear in it.

    Args:
        school: in which the student is whole; of everybody else the outline is enough.
        student: whose site it is.
        edition: for whom it is made.
        on: the day on which consents hold and decisions are released.
        marks: digests and versions of what it is made with.
        digest_of: SHA-256 of a file.
    """
    blueprint = site_of(school, student, edition, on)
    if blueprint is None:
        return None
    blueprint = with_record(school, student, blueprint, on, digest_of)
    grants = plan_grants(school, student, edition, on)
    record = Record(
        fingerprint=fingerprint(blueprint, surroundings=(*marks, *grants), digest_of=digest_of),
        student=student.id,
        grants=grants,
        person=person_to_json(blueprint.person, school.root),
        queue=queue_to_json(blueprint),
        exhibits=exhibits_to_json(blueprint, school.root),
    )
    return Planned(blueprint=blueprint, record=record)


def plan_shared(
    blueprint: IndexBlueprint | IssuerBlueprint | None,
    marks: tuple[str, ...],
    digest_of: Callable[[Path], str],
) -> Planned:
    """What is nobody's own, ready to be compared with what is published."""
    mark = fingerprint(blueprint, surroundings=marks, digest_of=digest_of)
    return Planned(blueprint=blueprint, record=Record(fingerprint=mark))
