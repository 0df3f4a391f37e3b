"""What the commands that make sites have in common: how they show how far they are, and what they have done."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from portfolio_gen.cli.common import leave
from portfolio_gen.report import BuildReport

jobs_option = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many sites to make at once."
)
progress_option = click.option(
    "--progress",
    "manner",
    type=click.Choice(["auto", "plain", "none"]),
    default="auto",
    show_default=True,
    help="How to show on standard error how far it is: a bar on a terminal, lines for a log, nothing.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what was done.",
)
profile_option = click.option("--profile", is_flag=True, help="Say where the time went.")


def hand_over(report: BuildReport, school: Path, form: str, *, profile: bool) -> NoReturn:
    """Print what was done, and end the command with the exit code that says the same."""
    from portfolio_gen.cli.build_document import document
    from portfolio_gen.cli.report import code_of, print_report
    from portfolio_gen.cli.show import json_text

    if form == "json":
        told = document(report, profile=profile)
        click.echo(json_text(told))
    else:
        print_report(report, school, profile=profile)
    leave(code_of(report))
