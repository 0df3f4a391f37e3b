"""A plan as people read it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from portfolio_gen.cli.plan_document import name_of
from portfolio_gen.cli.show import printable
from portfolio_gen.model.advice import (
    GroupReach,
    Opening,
    SchoolPlan,
    Step,
    StudentPlan,
    Suggestion,
)
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School

PLENTY, FEW = 8, 4
"""How many entries of one list are printed, and how many names in one line; the JSON document has them all."""
NOTHING_REQUIRED = "The framework has no requirements, so there is nothing to plan for."


def student_text(school: School, plan: StudentPlan) -> Iterator[str]:
    """A plan for one student."""
    framework = school.framework_for(plan.student)
    where = f", {plan.phase.by_age}" if plan.phase else ""
    name = f"{name_of(school, plan.student)} ({plan.student}){where}, framework {plan.framework}"
    yield _heading(name)
    if not plan.openings:
        yield f"  {'Everything that is required is there.' if plan.met else NOTHING_REQUIRED}"
    for one in plan.openings:
        yield from _opening(one)
    yield from _section(f"In front of the {framework.word('committee')}", _waiting(plan))
    yield from _section(
        "Could fill what is open (a suggestion, never a promise)",
        [_suggestion(one) for one in plan.suggestions],
    )
    yield from _section("No work speaks to these yet", [[one.name] for one in plan.untouched])
    yield from _section("Next steps", [_step(one) for one in plan.steps])


def school_text(school: School, plan: SchoolPlan) -> Iterator[str]:
    """A plan for a whole school."""
    yield _heading("Who might need a hand (for the school's staff alone)")
    for student, found in groupby(plan.concerns, key=lambda one: one.student):
        yield _line(f"{name_of(school, student)} ({student})")
        yield from (_line(one.words, 2) for one in found)
    if not plan.concerns:
        yield "  Nobody has been waiting, overdue or silent for long."
    versions = {one.version: one for one in school.all_frameworks()}
    for group in plan.groups:
        yield ""
        yield from _group(versions[group.framework], group)


def _heading(words: str) -> str:
    return click.style(printable(words), bold=True)


def _line(words: str, depth: int = 1) -> str:
    return "  " * depth + printable(words)


def _section(title: str, entries: Sequence[Sequence[str]]) -> Iterator[str]:
    """A heading and what is under it: of each entry a line, and further in what belongs to it."""
    if not entries:
        return
    yield ""
    yield _heading(title)
    for first, *rest in entries[:PLENTY]:
        yield _line(first)
        yield from (_line(words, 2) for words in rest)
    if len(entries) > PLENTY:
        yield f"  and {len(entries) - PLENTY} more; `--format json` has them all"


def _opening(one: Opening) -> Iterator[str]:
    due = f", due end of {one.due.by_age}" if one.due else ""
    title = one.standing.requirement.title
    yield _line(f"{title}: {one.standing.earned} of {one.standing.of}{due}")
    yield _line(one.pace.words if one.pace else f"{one.needed} to go", 2)


def _waiting(plan: StudentPlan) -> list[list[str]]:
    return [
        [f"{one.credit.title}, {one.level.title.lower()}, since {one.date}"] for one in plan.waiting
    ]


def _suggestion(one: Suggestion) -> list[str]:
    draft = ", still a draft" if one.work.status == "draft" else ""
    reasons = groupby(one.fits, key=lambda fit: fit.because)
    return [
        f"{one.work.title} ({one.work.slug}{draft})",
        *(f"{because}: {_few([fit.gap.name for fit in fits])}" for because, fits in reasons),
    ]


def _few(names: Sequence[str]) -> str:
    more = f"; and {len(names) - FEW} more" if len(names) > FEW else ""
    return "; ".join(names[:FEW]) + more


def _step(one: Step) -> list[str]:
    at = f": {one.now.title if one.now else 'nothing rated yet'}" if one.towards else ""
    towards = f", towards {one.towards.title}" if one.towards else ""
    return [
        f"{one.about.title}{at}{towards}",
        *([one.words] if one.words else []),
        *(f"planned: {words}" for words in one.plan),
    ]


def _group(framework: Framework, group: GroupReach) -> Iterator[str]:
    title = f"Reached by few or none, framework {group.framework}"
    if group.students is None:
        yield _heading(title)
        yield "  Not told: with so few students, every number would tell about single people."
        return
    yield _heading(f"{title} ({group.students} students)")
    few = [one for one in group.reaches if one.tally.few]
    for one in few:
        yield _line(f"{one.about.title}, {one.level.title.lower()}: {one.tally.words}")
    if not few:
        yield _line(f"Nothing: every {framework.word('credit')} has been reached by several.")
