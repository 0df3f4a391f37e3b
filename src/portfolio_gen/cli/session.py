"""`portfolio-gen session`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, school_argument
from portfolio_gen.model.dates import Day

out_option = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it; in this folder by default.",
)


@click.group()
def command() -> None:
    """Papers and calendar of a committee's session.

    A session is a file in transcripts/sessions/ (see `portfolio-gen new session`); its name is
    that of the file without `.yml`. These papers name students: they are for the committee alone.
    """


@command.command()
@click.argument("session")
@school_argument
@out_option
@day_option
def agenda(session: str, school: Path, out: Path | None, on: Day) -> None:
    """Print the agenda of SESSION as a PDF: times, pitches, who scores, and room for notes."""
    from portfolio_gen.convening import print_agenda

    _write(out or Path(f"{session}-agenda.pdf"), lambda: print_agenda(school, session, on))


@command.command()
@click.argument("session")
@school_argument
@click.option(
    "--pitch", "pitches", multiple=True, metavar="STUDENT/PITCH", help="Only this; may be repeated."
)
@out_option
@day_option
def packets(
    session: str, school: Path, pitches: tuple[str, ...], out: Path | None, on: Day
) -> None:
    """Print what SESSION hears, to read and to score with a pen: claim, work, rubric, boxes to tick."""
    from portfolio_gen.convening import print_packets

    _write(
        out or Path(f"{session}-packets.pdf"), lambda: print_packets(school, session, pitches, on)
    )


@command.command()
@click.argument("session")
@school_argument
@out_option
@day_option
def summary(session: str, school: Path, out: Path | None, on: Day) -> None:
    """Print one page of what SESSION has decided, and how far its scorers agree."""
    from portfolio_gen.convening import print_summary

    _write(out or Path(f"{session}-summary.pdf"), lambda: print_summary(school, session, on))


@command.command()
@school_argument
@click.option(
    "--session", "sessions", multiple=True, metavar="ID", help="Only this session; may be repeated."
)
@click.option("--names", "named", is_flag=True, help="Name students and pitches in it.")
@out_option
@day_option
def calendar(
    school: Path, sessions: tuple[str, ...], named: bool, out: Path | None, on: Day
) -> None:
    """Write the sessions as a calendar file (.ics), to be taken into any calendar.

    It names no student unless asked to: calendars are mostly kept by other companies. Taken again
    after a session was moved, it changes the entry and adds none.
    """
    from portfolio_gen.convening import write_calendar

    _write(
        out or Path("sessions.ics"), lambda: write_calendar(school, sessions, named=named, on=on)
    )


def _write(out: Path, make: Callable[[], bytes]) -> None:
    from portfolio_gen.proceedings import CannotProceed

    try:
        data = make()
    except CannotProceed as problem:
        raise click.ClickException(f"{problem}") from None
    out.write_bytes(data)
    click.echo(f"wrote {out}")
