"""`portfolio-gen build`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import (
    day_option,
    edition_option,
    leave,
    school_argument,
    student_option,
)
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the sites go; `site` in the school's folder by default.",
)
@edition_option
@student_option
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many sites to make at once.")
@click.option("--force", is_flag=True, help="Make everything again, also what has not changed.")
@day_option
def command(
    school: Path,
    out: Path | None,
    editions: tuple[str, ...],
    students: tuple[str, ...],
    jobs: int | None,
    force: bool,
    on: Day,
) -> None:
    """Make the sites: a portfolio and a transcript for each student, in an edition for each audience.

    Only what changed is made again. A student whose files have errors keeps the last good site, and
    everybody else's is built; the exit code is then 1.
    """
    from portfolio_gen.build import build
    from portfolio_gen.cli.progress import progress
    from portfolio_gen.cli.report import code_of, tell

    with progress() as step:
        report = build(
            school,
            out,
            editions=editions,
            students=students,
            jobs=jobs,
            force=force,
            on=on,
            progress=step,
        )
    tell(report, school)
    leave(code_of(report))
