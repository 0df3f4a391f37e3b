"""`portfolio-gen status`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from portfolio_gen.cli.common import (
    day_option,
    expect_students,
    form_option,
    leave,
    school_argument,
    student_option,
)
from portfolio_gen.cli.show import complain, json_text, printable
from portfolio_gen.cli.status_document import due, open_goals, student_document
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.progress import LearningLevel, TargetStanding, TargetState
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import DomainCount, Standing, Standings, State, TransferableCount
from portfolio_gen.model.student import Goal, Student
from portfolio_gen.model.translation import Translation


@click.command()
@school_argument
@student_option
@form_option
@day_option
def command(school: Path, students: tuple[str, ...], form: str, on: Day) -> None:
    """List where each student stands: credits by domain, what is moving, what is required, goals to look back at.

    Everything is computed from the school's records, decisions that are not released yet included.
    Whoever entered under an earlier version of the framework is shown in that version, and below
    it as the current one would see them.
    """
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.survey import in_current_version, survey

    seen = survey(school, on=on, students=students)
    expect_students(seen, students)
    found = [
        (seen.school, one, seen.standings[one.id], in_current_version(seen.school, one))
        for one in seen.students
        if seen.school and one.id in seen.standings
    ]
    if form == "json":
        listed = [student_document(*one, on) for one in found]
        click.echo(json_text({"students": listed}))
    else:
        for one in found:
            title, *lines = (printable(line) for line in _as_text(*one, on))
            click.echo("\n".join((click.style(title, bold=True), *lines)) + "\n")
    complain(errors(seen.diagnostics), school)
    leave(1 if errors(seen.diagnostics) else 0)


def _as_text(
    school: School, student: Student, standings: Standings, current: Translation | None, on: Day
) -> Iterator[str]:
    yield f"{student.name} ({student.id})"
    yield from _lines(school.framework_for(student.id), standings)
    yield from (f"  Goal “{one.title}”: {_look_back(one, on)}" for one in open_goals(student))
    if current:
        yield f"  The same in version {current.version}; they entered under {standings.framework}:"
        yield from (f"  {line}" for line in _lines(school.framework, current.standings))
        yield from (f"    {line}" for line in _losses(current))


def _look_back(goal: Goal, on: Day) -> str:
    """When to look back next: a reminder, and no reproach."""
    day, last = goal.look_back, goal.last_check_in
    if day is None:
        return "no look back yet; a few words are enough"
    if day > on:
        return f"next look back on {day}"
    since = f"; the last was on {last}" if last else ""
    return f"today is a good day to look back{since}"


def _lines(framework: Framework, standings: Standings) -> Iterator[str]:
    counts = [(one.domain.title, _counted(one)) for one in standings.domains]
    if beside := standings.transferable:
        counts.append((f"In any {framework.word('domain')}", _counted_beside(beside)))
    width = max((len(title) for title, _ in counts), default=0)
    for title, counted in counts:
        yield f"  {title:<{width}}  {counted}"
    for one in standings.credits:
        if one.state in (State.PITCHED, State.NOT_YET):
            where = f"{one.credit.title}, {one.level.title.lower()}"
            yield f"  {state_words(framework, one)}: {where} ({one.date})"
    yield from (_target(one) for one in standings.targets if one.state is not TargetState.OPEN)
    yield from (f"  {one.competency.title}: {one.title}" for one in standings.badges)
    yield from (_learning(one) for one in standings.learning)
    for requirement in standings.requirements:
        met = "met" if requirement.met else f"{requirement.earned} of {requirement.of}"
        when = f", due {text}" if (text := due(framework, requirement)) else ""
        yield f"  {requirement.requirement.title}: {met}{when}"


def state_words(framework: Framework, standing: Standing) -> str:
    """The state of a standing as one says it: `not yet`, or `waiting for the committee`."""
    if standing.state is State.PITCHED:
        by_educator = standing.level.policy == "educator-decision"
        return f"waiting for the {framework.word('educator' if by_educator else 'committee')}"
    return standing.state.value.replace("-", " ")


def _counted(domain: DomainCount) -> str:
    """Such as ` 3 of 5 foundation, 1 advanced`."""
    (first, earned), *beyond = domain.earned
    more = "".join(f", {count} {level}" for level, count in beyond if count)
    return f"{earned:>2} of {domain.of} {first}{more}"


def _counted_beside(found: TransferableCount) -> str:
    """Such as ` 2 of 6`: each of them can be earned at one level, whichever that is, or at several."""
    levels = [f"{count:>2} of {found.of} {level}" for level, count in found.earned if count]
    return ", ".join(levels) or f" 0 of {found.of}"


def _target(one: TargetStanding) -> str:
    level = one.level.title if one.level else "not enough to see a level yet"
    return f"  {one.target.title}: {level}{', reached' if one.state is TargetState.REACHED else ''}"


def _learning(one: LearningLevel) -> str:
    where = f"working in {one.phase.title}" if one.phase else "all reached"
    gaps = f"; open from before: {', '.join(gap.title for gap in one.gaps)}" if one.gaps else ""
    return f"  {one.strand.title}: {where}{gaps}"


def _losses(current: Translation) -> Iterator[str]:
    """What becomes of the awards that are not simply kept; nobody loses one unheard."""
    for waiting in current.partial:
        rest = ", ".join(waiting.missing)
        yield f"{waiting.award.credit} becomes {waiting.becomes.credit} together with {rest}"
    for dropped in current.dropped:
        yield f"{dropped.award.credit} is no longer there: {dropped.reason}"
    for lost in current.lost:
        yield f"nothing is said of what becomes of {lost.credit}"
