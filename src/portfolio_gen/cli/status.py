"""`portfolio-gen status`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from portfolio_gen.cli.common import (
    day_option,
    expect_students,
    leave,
    school_argument,
    student_option,
)
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import RequirementStanding, Standing, Standings, State

WORDS = {
    State.EARNED: "earned",
    State.PITCHED: "pitched, waiting for the committee",
    State.NOT_YET: "not yet",
    State.CLAIMED: "claimed",
    State.OPEN: "open",
}


@click.command()
@school_argument
@student_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or one JSON document for programs.",
)
@day_option
def command(school: Path, students: tuple[str, ...], form: str, on: Day) -> None:
    """List where each student stands: credits by domain, what is moving, what is required.

    Everything is computed from the school's records, decisions that are not released yet included.
    """
    from portfolio_gen.cli.show import complain
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.survey import survey

    seen = survey(school, on=on, students=students)
    expect_students(seen, students)
    if form == "json":
        school_read = seen.school
        listed = (
            [_as_json(school_read, one) for one in seen.standings.values()] if school_read else []
        )
        click.echo(json.dumps({"students": listed}, ensure_ascii=False, indent=2))
    elif seen.school:
        for one in seen.standings.values():
            click.echo("\n".join(_as_text(seen.school, one)) + "\n")
    complain(errors(seen.diagnostics), school)
    leave(1 if errors(seen.diagnostics) else 0)


def _as_json(school: School, standings: Standings) -> dict[str, object]:
    framework = school.framework_for(standings.student)
    return {
        "id": standings.student,
        "name": _name(school, standings.student),
        "framework": standings.framework,
        "domains": [
            {
                "id": one.domain.id,
                "name": one.domain.title,
                **{
                    level: {"earned": earned, "of": one.of} if place == 0 else {"earned": earned}
                    for place, (level, earned) in enumerate(one.earned)
                },
            }
            for one in standings.domains
        ],
        "credits": [_credit_as_json(one) for one in standings.credits],
        "requirements": [
            {
                "id": one.requirement.id,
                "met": one.met,
                "earned": one.earned,
                "of": one.of,
                "due": due(framework, one),
            }
            for one in standings.requirements
        ],
    }


def _credit_as_json(one: Standing) -> dict[str, object]:
    return {
        "id": one.credit.id,
        "title": one.credit.title,
        "domain": one.credit.domain,
        "level": one.level.id,
        "state": one.state.value,
        "evidence": list(one.evidence),
        "date": str(one.date) if one.date else None,
        "because": one.because,
    }


def _as_text(school: School, standings: Standings) -> Iterator[str]:
    framework = school.framework_for(standings.student)
    yield click.style(f"{_name(school, standings.student)} ({standings.student})", bold=True)
    width = max((len(one.domain.title) for one in standings.domains), default=0)
    for count in standings.domains:
        first, *beyond = count.earned
        more = "".join(f", {earned} {level}" for level, earned in beyond if earned)
        yield f"  {count.domain.title:<{width}}  {first[1]:>2} of {count.of} {first[0]}{more}"
    for one in standings.credits:
        if one.state in (State.PITCHED, State.NOT_YET):
            yield f"  {WORDS[one.state]}: {one.credit.title}, {one.level.title.lower()} ({one.date})"
    for requirement in standings.requirements:
        met = "met" if requirement.met else f"{requirement.earned} of {requirement.of}"
        when = f", due {text}" if (text := due(framework, requirement)) else ""
        yield f"  {requirement.requirement.title}: {met}{when}"


def due(framework: Framework, standing: RequirementStanding) -> str | None:
    """When a requirement is due, in words."""
    phase = standing.requirement.due
    titles = {one.id: one.title for one in framework.phases}
    return f"end of {titles.get(phase, phase)}" if phase else None


def _name(school: School, student: str) -> str:
    return next((one.name for one in school.students if one.id == student), student)
