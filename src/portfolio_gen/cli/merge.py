"""`portfolio-gen merge`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from portfolio_gen.cli.common import day_option, edition_option
from portfolio_gen.cli.making import (
    format_option,
    hand_over,
    jobs_option,
    profile_option,
    progress_option,
)
from portfolio_gen.cli.tongue import say
from portfolio_gen.model.dates import Day
from portfolio_gen.model.tell import tell


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.argument(
    "shards",
    metavar="SHARD...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--school",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The school's folder, with the files that the shards were built from; this folder by default.",
)
@edition_option
@jobs_option
@progress_option
@format_option
@profile_option
@day_option
def command(
    out: Path,
    shards: tuple[Path, ...],
    school: Path,
    editions: tuple[str, ...],
    jobs: int | None,
    manner: str,
    form: str,
    profile: bool,
    on: Day,
) -> None:
    """Join what `build --shard` has made on several machines into one output, OUT.

    The result is what a build of everything would have made, byte for byte. The indexes are made here, and so is
    whatever has changed since. All shards are needed, each once, made by this version of the program.
    """
    from portfolio_gen.cli.progress import Manner, progress
    from portfolio_gen.merge import merge

    with progress(cast("Manner", manner)) as step:
        merged = merge(school, out, shards, editions=editions, jobs=jobs, on=on, progress=step)
    if form == "text" and not merged.report.refused:
        taken = tell(
            "%(count)s taken from %(shards)s shards.", count=merged.taken, shards=len(shards)
        )
        click.echo(say(taken))
    hand_over(merged.report, school, form, profile=profile)
