"""What a build did, in a few lines, and the exit code that says the same."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.show import complain, printable
from portfolio_gen.cli.tongue import say
from portfolio_gen.diagnostics import errors, in_order
from portfolio_gen.model.speech import Sentence, strung
from portfolio_gen.model.tell import COMMA, tell, tell_many
from portfolio_gen.report import BuildReport


def print_report(report: BuildReport, school: Path, *, profile: bool = False) -> None:
    """Print what became of the sites, and below it what stood in the way and what nobody else would say."""
    if not report.refused:
        click.echo(say(summary(report)))
    if profile:
        click.echo(profiled(report), nl=False)
    found = in_order((*errors(report.diagnostics), *report.unforeseen))
    complain(found, school, more=not set(found) <= set(report.unforeseen))


def summary(report: BuildReport) -> Sentence:
    """One line: how many sites were made, reused, kept, removed, and where they are."""
    counts = (
        (report.rebuilt, tell_many("%(count)s made", "%(count)s made", len(report.rebuilt))),
        (
            report.reused,
            tell_many("%(count)s unchanged", "%(count)s unchanged", len(report.reused)),
        ),
        (
            report.kept,
            tell_many(
                "%(count)s kept as they were", "%(count)s kept as they were", len(report.kept)
            ),
        ),
        (report.failed, tell_many("%(count)s not made", "%(count)s not made", len(report.failed))),
        (report.pruned, tell_many("%(count)s removed", "%(count)s removed", len(report.pruned))),
    )
    parts = [words for sites, words in counts if sites] or [tell("nothing to do")]
    return tell_many(
        "%(what)s (%(count)s pages, %(seconds)s s) in %(out)s",
        "%(what)s (%(count)s pages, %(seconds)s s) in %(out)s",
        report.pages,
        what=strung(parts, COMMA),
        seconds=f"{sum(report.seconds.values()):.1f}",
        out=str(report.out),
    )


def profiled(report: BuildReport) -> str:
    """Where the time went: stage by stage, then the slowest sites, pages and files."""
    effort = report.effort
    stages = ", ".join(f"{stage} {took:.2f} s" for stage, took in report.seconds.items())
    lines = [f"Time: {stages}."]
    if effort.seconds:
        lines.append(f"Making sites, indexes and assets took {effort.seconds:.2f} s of work.")
    for what, slowest in (
        ("sites", effort.sites),
        ("pages, without their pictures and films", effort.pages),
        ("files of students", effort.originals),
    ):
        if slowest:
            lines.append(f"Slowest {what}:")
            lines += [f"{one.seconds:8.3f} s  {printable(one.name)}" for one in slowest]
    return "\n".join(lines) + "\n"


def code_of(report: BuildReport) -> int:
    """0 when everything is fine, 1 when the content has errors, 2 when nothing could be written."""
    if report.refused:
        return 2
    return 1 if errors(report.diagnostics) or report.failed else 0
