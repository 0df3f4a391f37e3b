"""`portfolio-gen packet`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import DayType, day_option, school_argument
from portfolio_gen.model.dates import Day


@click.command()
@click.argument("pitch", metavar="STUDENT/PITCH")
@school_argument
@click.option(
    "--expert",
    required=True,
    metavar="MEMBER",
    help="Who it is for: a member with `expert: true` in transcripts/committee.yml.",
)
@click.option(
    "--until", type=DayType(), required=True, metavar="DAY", help="Until when it is to be used."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it; ⟨pitch⟩-for-⟨expert⟩.zip in this folder by default.",
)
@day_option
def command(pitch: str, school: Path, expert: str, until: Day, out: Path | None, on: Day) -> None:
    """Pack one pitch for somebody from outside the school, as a zip to be mailed.

    It holds the pitch STUDENT/PITCH as it was handed in and the form to score it, and nothing else of
    the student, of the school or of anybody. Its page opens from a folder, without a network. It
    says until when it is to be used; nothing enforces that. The ballot comes back by mail, and
    `portfolio-gen decide` takes it like any other.
    """
    from portfolio_gen.convening import expert_packet
    from portfolio_gen.proceedings import CannotProceed

    try:
        data = expert_packet(school, pitch, expert, until=until, on=on)
    except CannotProceed as problem:
        raise click.ClickException(str(problem)) from None
    out = out or Path(f"{pitch.rpartition('/')[2]}-for-{expert}.zip")
    out.write_bytes(data)
    click.echo(f"wrote {out}")
