"""What a build did, in a few lines, and the exit code that says the same."""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.show import complain, printable
from portfolio_gen.diagnostics import errors, in_order
from portfolio_gen.report import BuildReport


def tell(report: BuildReport, school: Path, *, profile: bool = False) -> None:
    """Print what became of the sites, and below it what stood in the way and what nobody else would say."""
    if not report.refused:
        click.echo(summary(report))
    if profile:
        click.echo(profiled(report), nl=False)
    found = in_order((*errors(report.diagnostics), *report.unforeseen))
    complain(found, school, more=not set(found) <= set(report.unforeseen))


def summary(report: BuildReport) -> str:
    """One line: how many sites were made, reused, kept, removed, and where they are."""
    counts = {
        "made": report.rebuilt,
        "unchanged": report.reused,
        "kept as they were": report.kept,
        "not made": report.failed,
        "removed": report.pruned,
    }
    parts = [f"{len(sites)} {word}" for word, sites in counts.items() if sites] or ["nothing to do"]
    seconds = sum(report.seconds.values())
    return f"{', '.join(parts)} ({report.pages} pages, {seconds:.1f} s) in {report.out}"


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
