"""`portfolio-gen check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from portfolio_gen.cli.common import day_option, leave, school_argument
from portfolio_gen.cli.show import Format, show
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.minutes import Minutes
    from portfolio_gen.survey import Survey


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
@click.option(
    "--transcripts",
    is_flag=True,
    help="Also make the transcripts that outsiders read, aside, and count what a reader has two minutes for.",
)
@day_option
def command(school: Path, form: str, transcripts: bool, on: Day) -> None:
    """Read a whole school and say what is wrong, where, and what to try.

    All problems are named at once. Errors keep a student's site from being published until they
    are mended; warnings and notes do not. The exit code is 1 when there are errors.
    """
    from portfolio_gen.diagnostics import errors, in_order
    from portfolio_gen.survey import survey

    seen = survey(school, on=on)
    minutes = _minutes(seen, on) if transcripts else ()
    found = in_order((*seen.diagnostics, *(one for each in minutes for one in each.diagnostics)))
    show(found, school, cast("Format", form), minutes=minutes)
    leave(1 if errors(found) else 0)


def _minutes(seen: Survey, on: Day) -> tuple[Minutes, ...]:
    """The numbers of all transcripts that would be published."""
    from portfolio_gen.diagnostics import blocking
    from portfolio_gen.minutes import count_minutes

    broken = {one.about for one in blocking(seen.diagnostics)}
    if seen.school is None or "" in broken:
        return ()
    well = {one.id for one in seen.school.students} - broken
    return tuple(count_minutes(seen.school, on=on, students=well))
