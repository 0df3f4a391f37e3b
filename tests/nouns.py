"""Nouns made by hand, for tests of the rooms that never see a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from portfolio_gen.model.artifact import Artifact, Claim
from portfolio_gen.model.committee import Committee, Member
from portfolio_gen.model.consent import Agreement, Consent
from portfolio_gen.model.dates import Day, PartialDate
from portfolio_gen.model.framework import (
    Competency,
    Credit,
    CreditGrid,
    CreditLevel,
    Domain,
    Framework,
)
from portfolio_gen.model.ledger import Decision, Enrolment, Ledger
from portfolio_gen.model.phase import Phase
from portfolio_gen.model.rating import Rating
from portfolio_gen.model.requirement import Requirement
from portfolio_gen.model.rubric import Rubrics
from portfolio_gen.model.scale import Scale, ScaleLevel
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import Settings
from portfolio_gen.model.student import Pitch, Student
from portfolio_gen.model.target import Target

CREDIT = "critical-thinking/academics"
TARGET = "fractions"
OTHER_CREDIT = "communication/community"


def framework(**changes: Any) -> Framework:
    """Two skills in two areas, and one credit of its own that belongs to no skill."""
    values: dict[str, Any] = {
        "id": "little",
        "version": "2024",
        "title": "Two skills in two areas",
        "phases": (Phase(id="9", title="grade 9"), Phase(id="11", title="grade 11")),
        "domains": (
            Domain(id="academics", title="Academics"),
            Domain(id="community", title="Community"),
        ),
        "competencies": (
            Competency(id="communication", title="Communication"),
            Competency(id="critical-thinking", title="Critical thinking"),
        ),
        "levels": (
            CreditLevel(id="foundation", title="Foundation"),
            CreditLevel(id="advanced", title="Advanced", builds_on="foundation"),
        ),
        "grid": CreditGrid(),
        "credits": (Credit(id="bread", title="Bread", domain="community"),),
        "requirements": (
            Requirement(id="all", title="All", level="foundation", count="all", due="11"),
            Requirement(id="two", title="Two", level="foundation", count=2, domain="academics"),
        ),
    }
    return Framework(**values | changes)


def four() -> Scale:
    """Four levels, the third of which is aimed for; each has a badge."""
    return Scale(
        id="four",
        title="Four steps",
        levels=(
            ScaleLevel(id="beginning", title="Beginning", badge="Seeker"),
            ScaleLevel(id="approaching", title="Approaching", badge="Explorer"),
            ScaleLevel(id="meeting", title="Meeting", badge="Trailblazer"),
            ScaleLevel(id="exceeding", title="Exceeding", badge="Guide"),
        ),
        target="meeting",
    )


def target(id: str = TARGET, **changes: Any) -> Target:
    values: dict[str, Any] = {"title": id.title(), "scale": "four", "credit": CREDIT}
    return Target(id=id, **values | changes)


def with_targets(*targets: Target, **changes: Any) -> Framework:
    """The same two skills in two areas, with learning targets on a scale of four steps."""
    values: dict[str, Any] = {"scales": (four(),), "targets": targets or (target(),)}
    return framework(**values | changes)


def rating(
    level: str = "meeting", date: str = "2026-04-20", *, target: str = TARGET, **changes: Any
) -> Rating:
    return Rating(target=target, level=level, date=day(date), **changes)


def day(text: str) -> Day:
    return Day.parse(text)


def claim(credit: str = CREDIT, level: str = "foundation") -> Claim:
    return Claim(credit=credit, level=level)


def artifact(slug: str, *claims: Claim, date: str = "2026-03-14", **changes: Any) -> Artifact:
    values: dict[str, Any] = {"status": "published", "title": slug, "slug": slug}
    return Artifact(date=PartialDate.parse(date), claims=claims, **values | changes)


def pitch(slug: str, *claims: Claim, date: str = "2026-04-18", **changes: Any) -> Pitch:
    values: dict[str, Any] = {"status": "published", "title": slug, "artifacts": ("beans",)}
    return Pitch(date=day(date), slug=slug, claims=claims, **values | changes)


def decision(
    id: str,
    outcome: Literal["earned", "not-yet"] = "earned",
    *,
    credit: str = CREDIT,
    level: str = "foundation",
    date: str = "2026-04-20",
    **changes: Any,
) -> Decision:
    values: dict[str, Any] = {"artifacts": ("beans",), "committee": ("b-lund", "c-mora")}
    return Decision(
        id=id, credit=credit, level=level, outcome=outcome, date=day(date), **values | changes
    )


def student(**changes: Any) -> Student:
    values: dict[str, Any] = {"name": "Ada", "id": "ada-park"}
    return Student(**values | changes)


def ledger(*decisions: Decision, **changes: Any) -> Ledger:
    values: dict[str, Any] = {
        "official_name": "Ada Marie Park",
        "enrolment": Enrolment(
            entered=PartialDate.parse("2025-09"), phase="9", framework="2024", advisor="e-obi"
        ),
        "student": "ada-park",
    }
    return Ledger(decisions=decisions, **values | changes)


def school(
    *,
    students: Iterable[Student] = (),
    ledgers: Iterable[Ledger] = (),
    consent: Mapping[str, tuple[Agreement, ...]] = MappingProxyType({}),
    **changes: Any,
) -> School:
    values: dict[str, Any] = {
        "root": Path("school"),
        "settings": Settings(school="Little School"),
        "framework": framework(),
        "rubrics": Rubrics(),
        "committee": Committee(
            quorum=2,
            members=(
                Member(id="b-lund", name="Berit Lund"),
                Member(id="c-mora", name="Celia Mora"),
                Member(id="e-obi", name="Efe Obi"),
            ),
        ),
        "consent": Consent(people=consent),
        "profile": "",
        "students": tuple(students),
        "ledgers": {one.student: one for one in ledgers},
    }
    return School(**values | changes)
