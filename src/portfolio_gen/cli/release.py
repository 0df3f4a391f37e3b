"""`portfolio-gen release`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import DayType, school_argument, today
from portfolio_gen.model.dates import Day


@click.command()
@click.argument("what", metavar="SESSION|DECISION")
@school_argument
@click.option(
    "--on",
    "on",
    type=DayType(),
    required=True,
    metavar="DAY",
    help="First day on which students and families may see it, like 2026-06-30.",
)
def command(what: str, school: Path, on: Day) -> None:
    """Let students and families see a decision, or all of a session together, from a day on.

    A decision is named by its id, or as STUDENT/ID. The day is a new entry under `releases` in the
    ledger; nothing that is on record changes. The next `build` on or after that day shows it.
    """
    from portfolio_gen.deciding import release
    from portfolio_gen.proceedings import CannotProceed

    try:
        done = release(school, what, on=on, today=today())
    except CannotProceed as problem:
        raise click.ClickException(str(problem)) from None
    for one in done:
        click.echo(f"{one.student}: {one.id} is seen from {one.release} on")
    if not done:
        click.echo(f"Nothing changed: all of it is seen from {on} on already.")
