"""A build's progress: a live bar on a terminal, lines for a log, silence in a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeAlias

import click

from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.model.speech import Figure, strung
from portfolio_gen.model.tell import COMMA, tell, tell_many, to_tell
from portfolio_gen.report import Progress, Step

Manner: TypeAlias = Literal["auto", "plain", "none"]
EVERY = 5.0
"""Seconds between two lines of a log."""
WORDS = {
    "read": to_tell("Reading"),
    "check": to_tell("Checking"),
    "plan": to_tell("Planning"),
    "assets": to_tell("Preparing the look"),
    "sites": to_tell("Making sites"),
    "index": to_tell("Making indexes"),
}


@contextmanager
def progress(manner: Manner = "auto") -> Iterator[Progress]:
    """A function that shows each step on standard error; with `auto` only if somebody is looking there."""
    if manner == "plain":
        yield Lines()
    elif manner == "auto" and sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield lambda _: None


class Lines:
    """A line when a stage begins, when its last part is done, and every now and then in between."""

    def __init__(self) -> None:
        """Begin now."""
        self._stage = ""
        self._said = 0.0
        self._pace = Pace()

    def __call__(self, step: Step) -> None:
        """Tell of a step, if it is time to."""
        self._pace.follow(step)
        begins, ends = step.stage != self._stage, step.of > 0 and step.done == step.of
        if not (begins or ends or time.monotonic() - self._said >= EVERY):
            return
        self._stage, self._said = step.stage, time.monotonic()
        what = speak(WORDS[step.stage])
        count = f": {_count(step)}" if step.of else ""
        about = f" ({told(step, self._pace)})" if step.stage == "sites" else ""
        click.echo(f"{what}{count}{about}", err=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[about]}", markup=False),
    )
    pace = Pace()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        first = WORDS["read"]
        task = bar.add_task(speak(first), total=None, about="")
        stage = ""

        def show(step: Step) -> None:
            nonlocal stage
            begins, stage = step.stage != stage, step.stage
            pace.follow(step)
            about = told(step, pace) if step.stage == "sites" else _count(step)
            bar.update(
                task,
                description=speak(WORDS[step.stage]),
                total=step.of or None,
                completed=step.done,
                about=about,
                refresh=begins,  # a stage that is short is shown, too
            )

        yield show


class Pace:
    """How fast pages are made, and how long the rest of a stage will take if it goes on like that."""

    def __init__(self) -> None:
        """Begin before the first step."""
        self._stage = ""
        self._start = 0.0
        self._before = Step("read")
        self.pages = 0.0
        """Pages a second, since the stage began."""
        self.left: float | None = None
        """Seconds; None while nothing can be said."""

    def follow(self, step: Step) -> None:
        """Take a step into account."""
        now = time.monotonic()
        if step.stage != self._stage:
            self._stage, self._start, self._before = step.stage, now, step
        passed = now - self._start
        done = step.done - self._before.done
        self.pages = (step.pages - self._before.pages) / passed if passed > 0 else 0.0
        self.left = passed * (step.of - step.done) / done if done > 0 and passed > 1 else None


def told(step: Step, pace: Pace) -> str:
    """How far the sites are, in a few words."""
    parts = [
        tell_many(
            "%(done)s of %(count)s student",
            "%(done)s of %(count)s students",
            step.of_students,
            done=Figure(step.students),
            count=Figure(step.of_students),
        ),
        tell_many("%(count)s page", "%(count)s pages", step.pages, count=Figure(step.pages)),
        tell_many(
            "%(count)s picture", "%(count)s pictures", step.pictures, count=Figure(step.pictures)
        ),
    ]
    if pace.pages:
        parts.append(tell("%(count)s pages/s", count=Figure(pace.pages)))
    if pace.left:
        parts.append(tell("%(time)s left", time=_duration(pace.left)))
    return say(strung(parts, COMMA))


def _count(step: Step) -> str:
    return speak("%(done)s of %(of)s", done=step.done, of=step.of) if step.of else ""


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
