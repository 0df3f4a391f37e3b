"""A build's progress on a terminal; silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from portfolio_gen.report import Progress, Step

WORDS = {
    "read": "Reading",
    "check": "Checking",
    "plan": "Planning",
    "assets": "Preparing the look",
    "sites": "Making sites",
    "index": "Making indexes",
}


@contextmanager
def progress() -> Iterator[Progress]:
    """A function that shows each step on standard error, if somebody is looking there."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    with Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[place]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("Reading", total=None, place="")

        def show(step: Step) -> None:
            bar.update(
                task,
                description=WORDS[step.stage],
                total=step.of or None,
                completed=step.done,
                place=step.place,
            )

        yield show
