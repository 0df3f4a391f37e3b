"""`portfolio-gen reissue`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import DayType, day_option, edition_option, school_argument
from portfolio_gen.cli.issue import run
from portfolio_gen.cli.signing import key_option
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@click.option(
    "--student",
    "students",
    multiple=True,
    required=True,
    metavar="ID",
    help="Whose record to sign again; may be repeated.",
)
@edition_option
@click.option("--reason", required=True, help="Why; kept in the school's log.")
@click.option("--until", type=DayType(), metavar="DAY", help="The last day on which they hold.")
@click.option("--trial", is_flag=True, help="Also for editions without an address.")
@key_option
@day_option
def command(
    school: Path,
    students: tuple[str, ...],
    editions: tuple[str, ...],
    reason: str,
    until: Day | None,
    trial: bool,
    key_file: Path | None,
    on: Day,
) -> None:
    """Revoke what was signed of a student and sign it anew, as after a mistake; also a final transcript."""
    from portfolio_gen.issuing import Issuing

    wanted = Issuing(
        editions=editions,
        students=students,
        trial=trial,
        again=reason,
        until=f"{until}T23:59:59Z" if until else "",
    )
    run(school, wanted, key_file, on)
