"""`portfolio-gen export`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import DayType, leave, school_argument, today
from portfolio_gen.cli.show import complain
from portfolio_gen.diagnostics import errors
from portfolio_gen.model.dates import Day


@click.group()
def command() -> None:
    """Hand out what a school has, for other programs."""


@command.command()
@school_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["case"]),
    default="case",
    show_default=True,
    help="CASE 1.1 of 1EdTech, as JSON.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a file, over the one that is there, instead of printing it.",
)
@click.option(
    "--on",
    "on",
    type=DayType(),
    metavar="DAY",
    help="When the framework was last changed; what it says itself by default, never today.",
)
def framework(school: Path, form: str, out: Path | None, on: Day | None) -> None:
    """Export a school's framework.

    The same school gives the same bytes on any day. Everything has a GUID: the one in the framework,
    or a lasting one made from the school's address and its id.
    """
    from portfolio_gen.exchange import EXPORTS
    from portfolio_gen.survey import survey

    seen = survey(school, on=today())
    if seen.school is None:
        complain(errors(seen.diagnostics), school)
        leave(1)
    exported = EXPORTS[form](seen.school, on)
    complain(exported.diagnostics, school, more=False)
    if out is None:
        click.echo(exported.text, nl=False)
        return
    out.write_text(exported.text, encoding="utf-8", newline="\n")
    click.echo(f"wrote {out}")
