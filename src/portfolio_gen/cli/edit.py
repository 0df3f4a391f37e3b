"""`portfolio-gen edit`."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import day_option, leave, nearest, port_option, school_argument
from portfolio_gen.cli.tongue import say, speak
from portfolio_gen.model.dates import Day
from portfolio_gen.model.tell import why

if TYPE_CHECKING:
    from portfolio_gen.serve.editor import Editor

EDITION = "self"
PATIENCE = 8.0
"""Seconds for which a saved form waits for the preview that shows it."""


@click.command()
@click.argument("student", required=False)
@school_argument
@port_option(8002)
@click.option(
    "--language",
    help="In which the forms ask, such as es; else that of the student, or of the school.",
)
@day_option
def command(student: str | None, school: Path, port: int, language: str | None, on: Day) -> None:
    """Write a STUDENT's portfolio in the browser: forms on one side, how it looks on the other.

    STUDENT is the name of their folder; where the school has only one, it may be left out. Nobody
    else can see it: it prints an address that lets one browser in, once. Only files in the student's
    own folder are changed, and in them only what was changed in the form; remarks and the order of
    lines stay. What somebody else has changed meanwhile is never written over. Stop with Ctrl-C.
    """
    from portfolio_gen.build import build
    from portfolio_gen.cli.progress import progress
    from portfolio_gen.cli.report import code_of, print_report
    from portfolio_gen.editing import CannotOpen, Desk, Drawer, is_spoken, spoken
    from portfolio_gen.serve.editor import Editor
    from portfolio_gen.serve.watch import changes, students_touched

    if language and not is_spoken(language):
        raise click.UsageError(
            speak(
                "The forms ask in %(spoken)s, and not in `%(language)s`.",
                spoken=", ".join(spoken()),
                language=language,
            )
        )
    who, school = _who(student, school)
    try:
        drawer = Drawer(school, who)
    except CannotOpen as problem:
        known = [one.parent.name for one in (school / "students").glob("*/student.yml")]
        raise click.ClickException(f"{say(why(problem))}{nearest(who, known)}") from None
    make = partial(build, school, editions=(EDITION,), students=(who,), on=on)
    with progress() as step:
        report = make(progress=step)
    print_report(report, school)
    if code_of(report) == 2:
        leave(2)
    seen = _Versions()
    desk = Desk(
        drawer,
        report.out,
        on=on,
        stamp=lambda: server.entrance.stamp,
        version=lambda: seen.number,
        settle=seen.wait,
        language=language,
    )
    try:
        server = Editor(port, answer=desk.answer, shown=desk.shown, say=desk.say)
    except OSError as problem:
        raise click.ClickException(
            speak(
                "Port %(port)s cannot be used: %(why)s. Try --port %(other)s, or --port 0 for a free one.",
                port=str(port),
                why=str(problem.strerror),
                other=str(port + 1),
            )
        ) from None
    server.entered = partial(_invite, server, speak("A browser has come in. For another one"))
    server.start()
    _invite(server, speak("Open this address in a browser on this computer; it works once"))
    try:
        for paths in changes(school):
            touched = students_touched(paths, transcripts=frozenset({who}))
            if touched is None or who in touched:
                print_report(make(), school)
                seen.changed()
    except KeyboardInterrupt:
        words = speak("Stopped. Everything that was saved is in your folder.")
        click.echo(f"\n{words}")
    finally:
        server.stop()


class _Versions:
    """How often the preview was made, for those who wait for the next time."""

    def __init__(self) -> None:
        self.number = 0
        self._told = threading.Condition()

    def changed(self) -> None:
        with self._told:
            self.number += 1
            self._told.notify_all()

    def wait(self, before: int) -> None:
        """Until it was made anew since then, or for a few seconds."""
        with self._told:
            self._told.wait_for(lambda: self.number > before, PATIENCE)


def _who(student: str | None, school: Path) -> tuple[str, Path]:
    """The student that is meant and the school; `edit SCHOOL` and `edit` mean its only student."""
    if student is not None and (Path(student) / "portfolio.yml").is_file():
        school = Path(student)
    elif student is not None:
        return student, school
    everybody = sorted(one.parent.name for one in (school / "students").glob("*/student.yml"))
    if len(everybody) != 1:
        listed = ", ".join(everybody[:8]) or speak("nobody yet")
        raise click.UsageError(
            speak("Whose portfolio? Name a student; there are: %(listed)s.", listed=listed)
        )
    return everybody[0], school


def _invite(server: Editor, words: str) -> None:
    click.echo(f"{words}: {server.address}")
