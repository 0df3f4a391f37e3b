"""`portfolio-gen build`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from portfolio_gen.cli.common import (
    Failure,
    day_option,
    edition_option,
    school_argument,
    student_option,
)
from portfolio_gen.cli.making import (
    format_option,
    hand_over,
    jobs_option,
    profile_option,
    progress_option,
)
from portfolio_gen.model.dates import Day
from portfolio_gen.model.shard import Shard

if TYPE_CHECKING:
    from portfolio_gen.hallway.unit import Hire


class ShardType(click.ParamType[Shard]):
    """A share of the sites on the command line."""

    name = "share"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How it is written."""
        return "K/N"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Shard:
        """Read it, or say how a share is written."""
        if isinstance(value, Shard):
            return value
        try:
            return Shard.parse(value)
        except ValueError as problem:
            self.fail(str(problem), param, ctx)


@click.command()
@school_argument
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the sites go; `site` in the school's folder by default.",
)
@edition_option
@student_option
@jobs_option
@click.option("--force", is_flag=True, help="Make everything again, also what has not changed.")
@click.option(
    "--shard",
    type=ShardType(),
    help="Only this share of the sites, like 2/4, into `site-2-of-4`; `merge` joins all shares.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Make the sites on a Dask cluster, by its scheduler's address, like tcp://10.0.0.5:8786.",
)
@click.option(
    "--through",
    metavar="URL",
    help="With --cluster: exchange files by this private address, like s3://bucket/exchange or "
    "file:///mnt/exchange, with workers that do not see the school's folder.",
)
@progress_option
@format_option
@profile_option
@day_option
def command(
    school: Path,
    out: Path | None,
    editions: tuple[str, ...],
    students: tuple[str, ...],
    jobs: int | None,
    force: bool,
    shard: Shard | None,
    cluster: str | None,
    through: str | None,
    manner: str,
    form: str,
    profile: bool,
    on: Day,
) -> None:
    """Make the sites: a portfolio and a transcript for each student, in an edition for each audience.

    Only what changed is made again. A student whose files have errors keeps the last good site, and
    everybody else's is built; the exit code is then 1.
    """
    if shard and students:
        raise click.UsageError("A student is in one shard only: give `--student` or `--shard`.")
    if cluster and jobs:
        raise click.UsageError("A cluster knows its own workers: give `--jobs` or `--cluster`.")
    if through and not cluster:
        raise click.UsageError(
            "`--through` is for the workers of a cluster: give `--cluster`, too."
        )
    from portfolio_gen.hallway.receipt import Glance, Question, glance

    question = Question.of(school, out, editions=editions, students=students, on=on, shard=shard)
    glanced = Glance() if force or cluster else glance(question)
    if glanced.report:
        hand_over(glanced.report, school, form, profile=profile)
    from portfolio_gen.build import build
    from portfolio_gen.cli.progress import Manner, progress

    with _hands(cluster, through or "") as hire, progress(cast("Manner", manner)) as step:
        report = build(
            school,
            out,
            editions=editions,
            students=students,
            jobs=jobs,
            force=force,
            on=on,
            progress=step,
            shard=shard,
            hire=hire,
            glanced=glanced,
        )
    hand_over(report, school, form, profile=profile)


@contextmanager
def _hands(cluster: str | None, through: str) -> Iterator[Hire]:
    """Those who will render: processes of this machine, or a cluster."""
    if cluster is None:
        from portfolio_gen.hallway.crew import Crew

        yield Crew
        return
    from portfolio_gen.hallway.cluster import ClusterError, open_cluster

    try:
        with open_cluster(cluster, through) as workers:
            yield workers.hire
    except ClusterError as problem:
        raise Failure(str(problem)) from problem
