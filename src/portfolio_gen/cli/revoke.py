"""`portfolio-gen revoke`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, edition_option, school_argument
from portfolio_gen.cli.signing import (
    key_option,
    moment,
    present_key,
    reason_option,
    tell,
    whose_option,
)
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@whose_option
@edition_option
@reason_option
@key_option
@day_option
def command(
    school: Path,
    students: tuple[str, ...],
    editions: tuple[str, ...],
    reason: str,
    key_file: Path | None,
    on: Day,
) -> None:
    """Take back all records of a student, so that every copy is called revoked wherever it is checked.

    `build` takes them off the sites and publishes the list that says so. `reissue` signs new ones.
    """
    from portfolio_gen.issuing import CannotIssue, read_whole, revoke

    try:
        key = present_key(read_whole(school).records, key_file)
        done = revoke(school, students, editions, reason, key, at=moment(on))
    except CannotIssue as problem:
        raise click.ClickException(str(problem)) from None
    if not done:
        raise click.ClickException("nothing that was signed of them still holds")
    tell(done)
    click.echo(f"Next: portfolio-gen build {school}, and publish.")
