"""`portfolio-gen check`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from portfolio_gen.cli.common import day_option, leave, school_argument
from portfolio_gen.cli.show import Format, show
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["full", "concise", "json", "github"]),
    default="full",
    show_default=True,
    help="How to print what was found.",
)
@day_option
def command(school: Path, form: str, on: Day) -> None:
    """Read a whole school and say what is wrong, where, and what to try.

    All problems are named at once. Errors keep a student's site from being published until they
    are mended; warnings and notes do not. The exit code is 1 when there are errors.
    """
    from portfolio_gen.diagnostics import errors
    from portfolio_gen.survey import survey

    diagnostics = survey(school, on=on).diagnostics
    show(diagnostics, school, cast("Format", form))
    leave(1 if errors(diagnostics) else 0)
