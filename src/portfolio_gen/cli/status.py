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
from portfolio_gen.cli.tongue import say
from portfolio_gen.model.dates import Day
from portfolio_gen.model.framework import Framework
from portfolio_gen.model.progress import LearningLevel, TargetStanding, TargetState
from portfolio_gen.model.school import School
from portfolio_gen.model.speech import Sentence, strung
from portfolio_gen.model.standing import (
    DomainCount,
    RequirementStanding,
    Standing,
    Standings,
    State,
    TransferableCount,
)
from portfolio_gen.model.student import Goal, Student
from portfolio_gen.model.tell import COMMA, tell, to_tell
from portfolio_gen.model.translation import Translation

STATES = {
    State.OPEN: to_tell("open"),
    State.CLAIMED: to_tell("claimed"),
    State.PITCHED: to_tell("pitched"),
    State.NOT_YET: to_tell("not yet"),
    State.EARNED: to_tell("earned"),
}
NOUNS = (to_tell("committee"), to_tell("domain"), to_tell("educator"))
"""What a school may call otherwise."""


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
    for one in open_goals(student):
        goal = tell("Goal “%(title)s”: %(when)s", title=one.title, when=_look_back(one, on))
        yield f"  {say(goal)}"
    if current:
        same = tell(
            "The same in version %(version)s; they entered under %(entered)s:",
            version=current.version,
            entered=standings.framework,
        )
        yield f"  {say(same)}"
        yield from (f"  {line}" for line in _lines(school.framework, current.standings))
        yield from (f"    {say(line)}" for line in _losses(current))


def _look_back(goal: Goal, on: Day) -> Sentence:
    """When to look back next: a reminder, and no reproach."""
    day, last = goal.look_back, goal.last_check_in
    if day is None:
        return tell("no look back yet; a few words are enough")
    if day > on:
        return tell("next look back on %(day)s", day=str(day))
    if last:
        return tell("today is a good day to look back; the last was on %(last)s", last=str(last))
    return tell("today is a good day to look back")


def _lines(framework: Framework, standings: Standings) -> Iterator[str]:
    counts = [(one.domain.title, say(_counted(one))) for one in standings.domains]
    if beside := standings.transferable:
        anywhere = tell("In any %(domain)s", domain=framework.word("domain"))
        counts.append((say(anywhere), say(_counted_beside(beside))))
    width = max((len(title) for title, _ in counts), default=0)
    for title, counted in counts:
        yield f"  {title:<{width}}  {counted}"
    yield from (f"  {say(line)}" for line in _told(framework, standings))


def _told(framework: Framework, standings: Standings) -> Iterator[Sentence]:
    """What moves, what has been reached, and what is required, in a line each."""
    for one in standings.credits:
        if one.state in (State.PITCHED, State.NOT_YET):
            yield tell(
                "%(state)s: %(credit)s, %(level)s (%(date)s)",
                state=state_words(framework, one),
                credit=one.credit.title,
                level=one.level.title.lower(),
                date=str(one.date),
            )
    yield from (_target(one) for one in standings.targets if one.state is not TargetState.OPEN)
    for badge in standings.badges:
        yield tell("%(what)s: %(told)s", what=badge.competency.title, told=badge.title)
    yield from (_learning(one) for one in standings.learning)
    yield from (_required(framework, one) for one in standings.requirements)


def _required(framework: Framework, one: RequirementStanding) -> Sentence:
    met = tell("met") if one.met else tell("%(done)s of %(of)s", done=one.earned, of=one.of)
    title = one.requirement.title
    if text := due(framework, one):
        words = to_tell("%(what)s: %(told)s, due %(due)s")
        return tell(words, what=title, told=met, due=text)
    return tell("%(what)s: %(told)s", what=title, told=met)


def state_words(framework: Framework, standing: Standing) -> Sentence:
    """The state of a standing as one says it: `not yet`, or `waiting for the committee`."""
    if standing.state is State.PITCHED:
        by_educator = standing.level.policy == "educator-decision"
        who = framework.word("educator" if by_educator else "committee")
        return tell("waiting for the %(who)s", who=who)
    return tell(STATES[standing.state])


def _counted(domain: DomainCount) -> Sentence:
    """Such as ` 3 of 5 foundation, 1 advanced`."""
    (first, earned), *beyond = domain.earned
    words = to_tell("%(earned)s of %(of)s %(level)s")
    parts = [tell(words, earned=f"{earned:>2}", of=domain.of, level=first)]
    for level, count in beyond:
        if count:
            parts.append(tell("%(count)s %(level)s", count=count, level=level))
    return strung(parts, COMMA)


def _counted_beside(found: TransferableCount) -> Sentence:
    """Such as ` 2 of 6`: each of them can be earned at one level, whichever that is, or at several."""
    words = to_tell("%(earned)s of %(of)s %(level)s")
    levels = [
        tell(words, earned=f"{count:>2}", of=found.of, level=level)
        for level, count in found.earned
        if count
    ]
    return strung(levels, COMMA) or tell("%(done)s of %(of)s", done=" 0", of=found.of)


def _target(one: TargetStanding) -> Sentence:
    level = one.level.title if one.level else tell("not enough to see a level yet")
    if one.state is TargetState.REACHED:
        return tell("%(what)s: %(level)s, reached", what=one.target.title, level=level)
    return tell("%(what)s: %(told)s", what=one.target.title, told=level)


def _learning(one: LearningLevel) -> Sentence:
    where = (
        tell("working in %(phase)s", phase=one.phase.title) if one.phase else tell("all reached")
    )
    if not one.gaps:
        return tell("%(what)s: %(told)s", what=one.strand.title, told=where)
    return tell(
        "%(what)s: %(told)s; open from before: %(gaps)s",
        what=one.strand.title,
        told=where,
        gaps=strung((gap.title for gap in one.gaps), COMMA),
    )


def _losses(current: Translation) -> Iterator[Sentence]:
    """What becomes of the awards that are not simply kept; nobody loses one unheard."""
    for waiting in current.partial:
        yield tell(
            "%(credit)s becomes %(becomes)s together with %(rest)s",
            credit=waiting.award.credit,
            becomes=waiting.becomes.credit,
            rest=strung(waiting.missing, COMMA),
        )
    for dropped in current.dropped:
        yield tell(
            "%(credit)s is no longer there: %(reason)s",
            credit=dropped.award.credit,
            reason=dropped.reason,
        )
    for lost in current.lost:
        yield tell("nothing is said of what becomes of %(credit)s", credit=lost.credit)
