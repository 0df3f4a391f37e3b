"""`portfolio-gen build`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

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
@click.option(
    "--progress",
    "manner",
    type=click.Choice(["auto", "plain", "none"]),
    default="auto",
    show_default=True,
    help="How to show on standard error how far it is: a bar on a terminal, lines for a log, nothing.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was done.",
)
@click.option("--profile", is_flag=True, help="Say where the time went.")
@day_option
def command(
    school: Path,
    out: Path | None,
    editions: tuple[str, ...],
    students: tuple[str, ...],
    jobs: int | None,
    force: bool,
    manner: str,
    form: str,
    profile: bool,
    on: Day,
) -> None:
    """Make the sites: a portfolio and a transcript for each student, in an edition for each audience.

    Only what changed is made again. A student whose files have errors keeps the last good site, and
    everybody else's is built; the exit code is then 1.
    """
    from portfolio_gen.build import build
    from portfolio_gen.cli.build_document import document
    from portfolio_gen.cli.progress import Manner, progress
    from portfolio_gen.cli.report import code_of, tell

    with progress(cast("Manner", manner)) as step:
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
    if form == "json":
        told = document(report, profile=profile)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        tell(report, school, profile=profile)
    leave(code_of(report))
