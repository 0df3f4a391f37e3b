"""`portfolio-gen why`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, expect_students, leave, nearest, school_argument
from portfolio_gen.cli.show import complain, printable
from portfolio_gen.cli.status import state_words
from portfolio_gen.cli.why_target import evidence, explain_target, stands
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import SPOKEN
from portfolio_gen.model.framework import Policy
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import Standing

POLICIES: Mapping[Policy, str] = {
    "committee-decision": "it is earned only by a committee's recorded decision on pitched work",
    "educator-decision": "it is earned only by an educator's recorded decision on the evidence",
    "targets": "it is earned by reaching its learning targets, as the school's ratings show",
}


@click.command()
@click.argument("student")
@click.argument("credit")
@school_argument
@day_option
def command(student: str, credit: str, school: Path, on: Day) -> None:
    """Explain one credit, or one learning target, of one student.

    CREDIT is written as in the framework, like communication/academics. Every level is explained:
    the rule, the decision that counts, who took it and when, the work it rests on, and what it
    superseded. A learning target is written by its id, and explained with every rating.
    """
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.survey import survey

    seen = survey(school, on=on, students=(student,))
    expect_students(seen, (student,))
    if seen.school is None:
        complain(errors(seen.diagnostics), school)
        leave(1)
    framework = seen.school.framework_for(student)
    credits, targets = framework.all_credits(), framework.targets
    known = [*(one.id for one in credits), *(one.id for one in targets)]
    if credit not in known:
        raise click.BadParameter(
            f"`{credit}` is not in the framework.{nearest(credit, known)}", param_hint="CREDIT"
        )
    for one in seen.standings[student].credits:
        if one.credit.id == credit:
            click.echo(printable_lines(_explain(seen.school, student, one)))
    for target in seen.standings[student].targets:
        if target.target.id == credit:
            click.echo(printable_lines(explain_target(seen.school, student, target)))
    if any(one.id == credit and framework.progression(one) is None for one in targets):
        click.echo(f"`{credit}` has no levels yet, so nobody can stand at one")


def printable_lines(lines: Iterator[str]) -> str:
    """The lines, safe for a terminal."""
    return "\n".join(printable(line) for line in lines)


def _explain(school: School, student: str, standing: Standing) -> Iterator[str]:
    state = state_words(school.framework_for(student), standing)
    yield f"{standing.credit.title}, {standing.level.title.lower()}: {state}"
    yield f"  because   {standing.story}"
    yield f"  rule      {POLICIES[standing.level.policy]}"
    if standing.decision:
        yield from _decision(school, student, "decision", standing.decision)
    if standing.level.policy == "targets":
        for target in standing.targets:
            yield f"  target    {stands(target)} ({target.target.id})"
    for claim in standing.claims:
        artifact, said = claim
        why = f": “{said.why}”" if said.why else ""
        yield f"  claimed   by {artifact.title} ({artifact.slug}){why}"
    for pitch in standing.pitches:
        yield f"  pitched   {pitch.date}, {pitch.title} ({pitch.slug})"
    for earlier in standing.superseded:
        yield from _decision(school, student, "earlier", earlier)


def _decision(school: School, student: str, label: str, decision: Decision) -> Iterator[str]:
    own = school.committee.outcome(decision.verdict or "")
    outcome = own.title if own else "earned" if decision.outcome == "earned" else "not yet"
    yield f"  {label:<9} {decision.date}, {outcome} ({decision.id})"
    yield from evidence(school, student, decision.committee, decision.artifacts)
    if decision.ratings:
        rated = ", ".join(f"{criterion} {level}" for criterion, level in decision.ratings.items())
        yield f"            ratings: {rated}"
    for key in SPOKEN:
        if text := getattr(decision, key):
            yield f"            {key}: {' '.join(text.split())}"
    if decision.release:
        yield f"            released {decision.release}"
