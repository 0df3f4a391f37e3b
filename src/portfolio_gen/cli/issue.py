"""`portfolio-gen issue`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import (
    day_option,
    edition_option,
    leave,
    school_argument,
    student_option,
)
from portfolio_gen.cli.signing import (
    key_option,
    last_moment,
    moment,
    present_key,
    tell,
    trial_option,
    until_option,
)
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.issuing import Issuing


@click.command()
@school_argument
@student_option
@edition_option
@click.option(
    "--final", is_flag=True, help="Sign transcripts that the ledger calls final, and only those."
)
@until_option
@trial_option
@key_option
@day_option
def command(
    school: Path,
    students: tuple[str, ...],
    editions: tuple[str, ...],
    final: bool,
    until: Day | None,
    trial: bool,
    key_file: Path | None,
    on: Day,
) -> None:
    """Sign the records of what students have earned; `build` then publishes them without any key.

    A record is made for each student and each edition that has an `address` in portfolio.yml, and says
    nothing that this edition may not show. Only what has changed is signed again.
    """
    from portfolio_gen.issuing import Issuing

    wanted = Issuing(
        editions=editions,
        students=students,
        final=final,
        trial=trial,
        until=last_moment(until),
    )
    run(school, wanted, key_file, on)


def run(school: Path, wanted: Issuing, key_file: Path | None, on: Day) -> None:
    """Sign, say what became of each, and end with the exit code that says the same."""
    from portfolio_gen.cli.common import nearest
    from portfolio_gen.cli.show import complain
    from portfolio_gen.issuing import CannotIssue, issue, open_school

    try:
        found = open_school(school, on)[0]
        for one in wanted.students:
            if one not in found.known:
                hint = nearest(one, found.known)
                raise click.BadParameter(
                    f"there is no student `{one}` in this school.{hint}", param_hint="--student"
                )
        key = present_key(found.records, key_file)
        done = issue(school, wanted, key, on=on, at=moment(on))
    except CannotIssue as problem:
        raise click.ClickException(str(problem)) from None
    tell(done.outcomes)
    signed = sum(one.fate == "signed" for one in done.outcomes)
    click.echo(f"{signed} signed. Next: portfolio-gen build {school}")
    complain(done.diagnostics, school)
    leave(1 if any(one.fate in ("has errors", "cannot be signed") for one in done.outcomes) else 0)
