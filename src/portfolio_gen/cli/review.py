"""`portfolio-gen review`."""

from __future__ import annotations

import queue
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import day_option, leave, port_option, school_argument
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.reviewing import BallotBox
    from portfolio_gen.serve.review import Filed, Review

EDITION = "committee"


@click.command()
@school_argument
@click.option(
    "--session", metavar="ID", help="Take only what this session hears, from those who sit in it."
)
@port_option(8001)
@day_option
def command(school: Path, session: str | None, port: int, on: Day) -> None:
    """Show the committee's edition on this computer, and file the ballots that its pages hand in.

    For a committee that sits around one computer. Nobody else can see it: it prints an address that
    lets one browser in, once, and a new one for the next browser. Ballots are written to
    `transcripts/ballots/`, byte for byte as they come; a ballot about another version of the work,
    from a stranger, from somebody with a conflict of interest on record, or a second one by the same
    member is refused, and nothing is ever written over. `decide` counts them. Stop with Ctrl-C.
    """
    from portfolio_gen.build import build
    from portfolio_gen.cli.progress import progress
    from portfolio_gen.cli.report import code_of, print_report
    from portfolio_gen.proceedings import CannotProceed
    from portfolio_gen.reviewing import BallotBox
    from portfolio_gen.serve.review import Review

    make = partial(build, school, editions=(EDITION,), on=on)
    with progress() as step:
        report = make(progress=step)
    print_report(report, school)
    if code_of(report) == 2:
        leave(2)
    folder = report.out / EDITION
    filed: queue.SimpleQueue[str] = queue.SimpleQueue()
    try:
        box = BallotBox(school, on=on, session=session)
        if not folder.is_dir():
            raise click.ClickException(f"There is no `{EDITION}` edition in {report.out}.")
        server = Review(folder, port, file=partial(_file, box, filed), start=_start(folder, box))
    except CannotProceed as problem:
        raise click.ClickException(str(problem)) from None
    except OSError as problem:
        raise click.ClickException(
            f"Port {port} cannot be used: {problem.strerror}. Try --port {port + 1}, or --port 0 for a free one."
        ) from None
    server.entered = partial(_invite, server, "A browser has come in. For another one")
    server.start()
    _invite(server, "Open this address in a browser on this computer; it works once")
    try:
        while True:
            print_report(make(students=_all(filed)), school)
    except KeyboardInterrupt:
        click.echo("\nStopped. `portfolio-gen decide` counts the ballots.")
    finally:
        server.stop()


def _start(folder: Path, box: BallotBox) -> str:
    """The page to begin with: the session, what waits, or who is there."""
    places = (f"sessions/{box.session.id}",) if box.session else ()
    found = (one for one in (*places, "pitches") if (folder / one / "index.html").is_file())
    return next((f"/{one}/" for one in found), "/")


def _invite(server: Review, words: str) -> None:
    click.echo(f"{words}: {server.address}")


def _file(box: BallotBox, filed: queue.SimpleQueue[str], data: bytes) -> Filed:
    """File a ballot, tell the terminal, and have the pages made anew."""
    from portfolio_gen.cli.show import printable
    from portfolio_gen.serve.review import Filed

    taken = box.take(data)
    if taken.ballot is None:
        status = HTTPStatus.CONFLICT if taken.again else HTTPStatus.UNPROCESSABLE_ENTITY
        return Filed(status, taken.words)
    filed.put(taken.ballot.student)
    click.echo(printable(f"Filed: {taken.ballot.reviewer} about {taken.ballot.of}"))
    return Filed(HTTPStatus.CREATED, taken.words)


def _all(filed: queue.SimpleQueue[str]) -> frozenset[str]:
    """Students about whom ballots were filed; waits for the first."""
    found = {filed.get()}
    while not filed.empty():
        found.add(filed.get())
    return frozenset(found)
