"""`portfolio-gen submit`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, leave, school_argument
from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.model.dates import Day
from portfolio_gen.model.tell import why


@click.command()
@click.argument("student")
@click.argument("pitch")
@school_argument
@click.option(
    "--even-so",
    is_flag=True,
    help="Hand it in although something is missing; errors still keep it.",
)
@day_option
def command(student: str, pitch: str, school: Path, even_so: bool, on: Day) -> None:
    """Hand in a PITCH of a STUDENT: freeze exactly what the committee will see.

    The pitch and its work are looked over first, and what is missing is named. The copy belongs to
    the school and lies under `transcripts/submissions/`; the student may go on editing. Handing in
    again makes a new copy, and the newest is the one that is scored.
    """
    from portfolio_gen.cli.show import show
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.handing_in import hand_in
    from portfolio_gen.proceedings import CannotProceed

    try:
        done = hand_in(school, student, pitch, on=on, even_so=even_so)
    except CannotProceed as problem:
        raise click.ClickException(say(why(problem))) from None
    if done.found:
        show(done.found, school, "full")
    if done.draft:
        click.echo(
            speak("The pitch says `status: draft`; write `status: published` when it is ready.")
        )
    if not done.digest:
        otherwise = speak(" Mend it, or hand it in as it is with --even-so.")
        hint = "" if errors(done.found) else otherwise
        click.echo(speak("Not handed in: the pitch is not ready yet.%(hint)s", hint=hint))
        leave(1)
    if not done.anew:
        click.echo(
            speak(
                "This is what was handed in already; it lies in %(folder)s.",
                folder=str(done.folder),
            )
        )
        return
    click.echo(speak("Handed in. The committee sees %(folder)s.", folder=str(done.folder)))
    click.echo(done.digest)
