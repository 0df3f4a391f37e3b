"""`portfolio-gen serve`."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

import click

from portfolio_gen.cli.common import (
    day_option,
    edition_option,
    leave,
    port_option,
    school_argument,
    student_option,
)
from portfolio_gen.cli.tongue import speak
from portfolio_gen.model.dates import Day


@click.command()
@school_argument
@edition_option
@student_option
@port_option(8000)
@day_option
def command(
    school: Path, editions: tuple[str, ...], students: tuple[str, ...], port: int, on: Day
) -> None:
    """Show the sites on this computer, rebuild what a saved file touches, and reload the browser.

    Nobody but this computer can see it. Stop with Ctrl-C.
    """
    from portfolio_gen.build import build
    from portfolio_gen.cli.progress import progress
    from portfolio_gen.cli.report import code_of, print_report
    from portfolio_gen.serve import Preview
    from portfolio_gen.serve.watch import changes, students_touched

    make = partial(build, school, editions=editions, on=on)
    with progress() as step:
        report = make(students=students, progress=step)
    print_report(report, school)
    if code_of(report) == 2:
        leave(2)
    try:
        preview = Preview(report.out, port, home=_home(report.out))
    except OSError as problem:
        raise click.ClickException(
            speak(
                "Port %(port)s cannot be used: %(why)s. Try --port %(other)s, or --port 0 for a free one.",
                port=str(port),
                why=str(problem.strerror),
                other=str(port + 1),
            )
        ) from None
    preview.start()
    click.echo(
        speak(
            "Look at %(address)s – changes to the school's files show by themselves. Ctrl-C stops.",
            address=preview.address,
        )
    )
    try:
        for paths in changes(school):
            ledgers = frozenset(path.stem for path in (school / "students").iterdir())
            touched = students_touched(paths, transcripts=ledgers)
            wanted = frozenset(students) if touched is None else _narrowed(touched, students)
            if wanted is not None:
                print_report(make(students=wanted), school)
                preview.changed()
    except KeyboardInterrupt:
        words = speak("Stopped.")
        click.echo(f"\n{words}")
    finally:
        preview.stop()


def _narrowed(touched: frozenset[str], asked: tuple[str, ...]) -> frozenset[str] | None:
    """The touched students that were asked for; None when there are none of them."""
    wanted = touched & frozenset(asked) if asked else touched
    return wanted or None


def _home(out: Path) -> str:
    """A page that leads into each edition that has been built."""
    names = sorted(path.name for path in out.iterdir() if (path / "index.html").is_file())
    links = "".join(f'<li><a href="{escape(name)}/">{escape(name)}</a></li>' for name in names)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>:root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui;max-width:34rem;"
        "margin:12vh auto;padding:0 1rem}li{margin:.6rem 0}</style>"
        "<body><h1>Preview</h1><p>One edition for each audience. Each holds only what that audience "
        "may see.</p>"
        f"<ul>{links}</ul></body></html>"
    )
