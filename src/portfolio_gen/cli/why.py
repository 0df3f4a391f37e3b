"""`portfolio-gen why`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, expect_students, leave, nearest, school_argument
from portfolio_gen.cli.show import complain, printable
from portfolio_gen.cli.status import state_words
from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.cli.why_target import evidence, explain_target, labelled, stands
from portfolio_gen.model.dates import Day
from portfolio_gen.model.feedback import SPOKEN
from portfolio_gen.model.framework import Policy
from portfolio_gen.model.ledger import Decision
from portfolio_gen.model.school import School
from portfolio_gen.model.standing import Standing
from portfolio_gen.model.tell import tell, to_tell

POLICIES: Mapping[Policy, str] = {
    "committee-decision": to_tell(
        "it is earned only by a committee's recorded decision on pitched work"
    ),
    "educator-decision": to_tell(
        "it is earned only by an educator's recorded decision on the evidence"
    ),
    "targets": to_tell(
        "it is earned by reaching its learning targets, as the school's ratings show"
    ),
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
            speak("`%(word)s` is not in the framework.", word=credit) + nearest(credit, known),
            param_hint="CREDIT",
        )
    for one in seen.standings[student].credits:
        if one.credit.id == credit:
            click.echo(printable_lines(_explain(seen.school, student, one)))
    for target in seen.standings[student].targets:
        if target.target.id == credit:
            click.echo(printable_lines(explain_target(seen.school, student, target)))
    if any(one.id == credit and framework.progression(one) is None for one in targets):
        click.echo(
            speak("`%(target)s` has no levels yet, so nobody can stand at one", target=credit)
        )


def printable_lines(lines: Iterator[str]) -> str:
    """The lines, safe for a terminal."""
    return "\n".join(printable(line) for line in lines)


def _explain(school: School, student: str, standing: Standing) -> Iterator[str]:
    yield speak(
        "%(credit)s, %(level)s: %(state)s",
        credit=standing.credit.title,
        level=standing.level.title.lower(),
        state=state_words(school.framework_for(student), standing),
    )
    story = f"{say(standing.because)} {say(standing.earlier)}".rstrip()
    yield labelled(speak("because"), story)
    yield labelled(speak("rule"), speak(POLICIES[standing.level.policy]))
    if standing.decision:
        yield from _decision(school, student, speak("decision"), standing.decision)
    if standing.level.policy == "targets":
        for target in standing.targets:
            yield labelled(speak("target"), f"{say(stands(target))} ({target.target.id})")
    for artifact, said in standing.claims:
        claim = tell("by %(title)s (%(slug)s)", title=artifact.title, slug=artifact.slug)
        why = tell("%(claim)s: “%(why)s”", claim=claim, why=said.why) if said.why else claim
        yield labelled(speak("claimed"), say(why))
    for pitch in standing.pitches:
        yield labelled(speak("pitched"), f"{pitch.date}, {pitch.title} ({pitch.slug})")
    for earlier in standing.superseded:
        yield from _decision(school, student, speak("earlier"), earlier)


def _decision(school: School, student: str, label: str, decision: Decision) -> Iterator[str]:
    own = school.committee.outcome(decision.verdict or "")
    ours = speak("earned") if decision.outcome == "earned" else speak("not yet")
    outcome = own.title if own else ours
    yield labelled(label, f"{decision.date}, {outcome} ({decision.id})")
    yield from evidence(school, student, decision.committee, decision.artifacts)
    if decision.ratings:
        rated = ", ".join(f"{criterion} {level}" for criterion, level in decision.ratings.items())
        yield labelled("", speak("ratings: %(what)s", what=rated))
    for key in SPOKEN:
        if text := getattr(decision, key):
            yield labelled("", f"{key}: {' '.join(text.split())}")
    if decision.release:
        yield labelled("", speak("released %(day)s", day=str(decision.release)))
