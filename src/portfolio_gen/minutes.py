"""The walk with a watch in hand: what a reader of each transcript has two minutes for, in numbers."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.evaluate import evaluate
from portfolio_gen.model.blueprint import SiteBlueprint
from portfolio_gen.model.dates import Day
from portfolio_gen.model.office import CACHE
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EDITIONS, EditionName
from portfolio_gen.model.student import Student
from portfolio_gen.model.value import dataclass
from portfolio_gen.plan import plan_site
from portfolio_gen.render import Workshop, render_site, theme_folders

TOO_MUCH = frozenset({"PG563", *(f"PG57{number}" for number in range(6))})
"""Codes of what can be wrong with a transcript for a reader in a hurry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The numbers of one transcript."""

    student: str
    edition: EditionName
    numbers: tuple[tuple[str, int, int], ...]
    """What is counted, how many there are, and how many there may be."""
    diagnostics: tuple[Diagnostic, ...]
    """What is too much."""


def count_minutes(school: School, *, on: Day, students: Collection[str]) -> Iterator[Minutes]:
    """Make the transcripts that outsiders read, aside, and count.

    Args:
        school: without errors that concern all of it.
        on: day on which consents and releases are judged.
        students: ids of the students wanted.
    """
    for edition in EDITIONS:
        policy = school.settings.policy(edition)
        for student in school.students if policy.build and policy.needs_consent else ():
            site = _site(school, student, edition, on) if student.id in students else None
            if site and site.transcript:
                yield _counted(school, student, site)


def _site(school: School, student: Student, edition: EditionName, on: Day) -> SiteBlueprint | None:
    until = None if school.settings.policy(edition).unreleased else on
    framework, ledger = school.framework_for(student.id), school.ledgers.get(student.id)
    standings = evaluate(framework, student, ledger, on=until)
    return plan_site(school, student, edition, standings=standings, on=on)


def _counted(school: School, student: Student, site: SiteBlueprint) -> Minutes:
    policy = school.settings.policy(site.edition)
    workshop = Workshop(
        edition=site.edition,
        themes=theme_folders(school.root, school.settings.theme.name),
        cache=school.root / CACHE,
        address="" if policy.unlisted else policy.address or "",
    )
    with tempfile.TemporaryDirectory() as folder:
        done = render_site(site, workshop, Path(folder))
    over = tuple(one for one in done.diagnostics if one.code in TOO_MUCH)
    return Minutes(student=student.id, edition=site.edition, numbers=done.minutes, diagnostics=over)
