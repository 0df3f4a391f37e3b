"""`portfolio-gen keys`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import day_option, school_argument
from portfolio_gen.cli.signing import (
    file_of,
    key_option,
    moment,
    new_key_option,
    passphrase,
    present_key,
    reason_option,
)
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.issuing import Book
    from portfolio_gen.model.records import RecordLog


@click.group()
def command() -> None:
    """Make and look after the key that signs a school's records.

    The private key never lies in the school's folder; what is written there is the public key, which
    anybody may have.
    """


@command.command()
@school_argument
@new_key_option
@day_option
def new(school: Path, key_file: Path | None, on: Day) -> None:
    """Make the school's first key, protected by a passphrase."""
    from portfolio_gen.issuing import Book

    log = _log(school)
    if log.current:
        raise click.ClickException(
            f"the school has the key {log.current} already; `keys rotate` makes another take its place"
        )
    _make(Book(school, log), key_file, moment(on))


@command.command()
@school_argument
@new_key_option
@day_option
def rotate(school: Path, key_file: Path | None, on: Day) -> None:
    """Make a new key that signs from now on; what the old one has signed stays valid.

    Do this when somebody who had the key leaves. If a key was stolen, `keys distrust` it too.
    """
    from portfolio_gen.issuing import Book

    log = _log(school)
    if not log.current:
        raise click.ClickException("the school has no key yet; make one with `keys new`")
    _make(Book(school, log), key_file, moment(on))


@command.command("list")
@school_argument
def list_(school: Path) -> None:
    """Name the school's public keys."""
    log = _log(school)
    for one in log.entries:
        if one.event == "key":
            state = "signs" if one.key == log.current else "verifies what it has signed"
            state = state if log.trusts(one.key) else "distrusted"
            click.echo(f"{one.key}  since {one.day}  {state}")


@command.command()
@click.argument("public", metavar="KEY")
@school_argument
@reason_option
@key_option
@day_option
def distrust(public: str, school: Path, reason: str, key_file: Path | None, on: Day) -> None:
    """Let nothing that KEY has signed count any more, for somebody else may have it.

    Its records fail wherever they are checked, once the sites are built and published. `issue` then signs
    them anew. The key that signs now has to be another one: `keys rotate` first.
    """
    from portfolio_gen.issuing import CannotIssue, distrust_key

    try:
        key = present_key(_log(school), key_file)
        distrust_key(school, public, reason, key, at=moment(on))
    except CannotIssue as problem:
        raise click.ClickException(str(problem)) from None
    click.echo(
        f"{public} is distrusted. Next: portfolio-gen issue {school}, then build and publish."
    )


def _log(school: Path) -> RecordLog:
    from portfolio_gen.issuing import CannotIssue, read_whole

    try:
        return read_whole(school).records
    except CannotIssue as problem:
        raise click.ClickException(str(problem)) from None


def _make(book: Book, key_file: Path | None, at: str) -> None:
    from portfolio_gen.issuing import add_key, is_in_a_repository
    from portfolio_gen.seal.keys import keep, new_key

    made = new_key()
    place = (key_file or file_of(made.public)).absolute()
    if place.is_relative_to(book.root.absolute()) or is_in_a_repository(place):
        raise click.ClickException(
            f"{place} lies in the school's folder or in a repository, where a private key must never be"
        )
    try:
        keep(place, made.sealed(passphrase(new=True)))
    except FileExistsError:
        raise click.ClickException(f"{place} is there already, and stays as it is") from None
    add_key(book, made.public, at)
    click.echo(f"public key  {made.public}")
    click.echo(f"private key {place}")
    click.echo(
        "Keep a copy of that file, and its passphrase apart from it. Nobody can make it again."
    )
