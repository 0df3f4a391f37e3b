"""`portfolio-gen reissue`."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.common import day_option, edition_option, school_argument
from portfolio_gen.cli.issue import run
from portfolio_gen.cli.signing import (
    key_option,
    last_moment,
    reason_option,
    trial_option,
    until_option,
    whose_option,
)
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@whose_option
@edition_option
@reason_option
@until_option
@trial_option
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
        until=last_moment(until),
    )
    run(school, wanted, key_file, on)
