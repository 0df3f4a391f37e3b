"""`portfolio-gen export`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import DayType, Failure, day_option, leave, school_argument, today
from portfolio_gen.cli.show import complain, printable
from portfolio_gen.diagnostics import errors
from portfolio_gen.model.dates import Day


class StudentsFirst(click.Group):
    """A group whose first word is the id of a student, unless it is one of the group's own words."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `student` before what can only be meant for it."""
        first = args[0] if args else ""
        if first and first not in (*self.commands, *ctx.help_option_names):
            args = ["student", *args]
        return super().parse_args(ctx, args)


@click.group(cls=StudentsFirst)
def command() -> None:
    """Hand out what is a student's, or a school's framework for other programs.

    `portfolio-gen export ada-park` is short for `portfolio-gen export student ada-park`.
    """


@command.command()
@click.argument("student")
@school_argument
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it, over one that is there; ⟨student⟩-portfolio.zip in this folder by default.",
)
@day_option
def student(student: str, school: Path, out: Path | None, on: Day) -> None:
    """Pack everything that is a STUDENT's into one zip, for life.

    It opens without the internet and without this program, search included. It holds the portfolio
    as the student sees it, the transcript as a PDF, the signed records, and all that the pages were
    made from, so that they can be made again. Nothing of another student is in it, and nothing
    that only the committee sees. The same school gives the same bytes.
    """
    from portfolio_gen.leaving import CannotLeave, pack

    out = out or Path(f"{student}-portfolio.zip")
    try:
        left = pack(school, student, out, on=on)
    except CannotLeave as problem:
        raise Failure(str(problem)) from None
    for one in left.left_out:
        click.echo(f"left out: {printable(one)}", err=True)
    if not left.records:
        click.echo("There is no signed record in it; `portfolio-gen issue` signs one.", err=True)
    click.echo(f"wrote {out}")


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
