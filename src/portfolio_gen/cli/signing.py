"""What the commands that sign have in common: where the private key comes from, and how it is opened."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.common import DayType, today
from portfolio_gen.cli.show import printable
from portfolio_gen.model.dates import Day

if TYPE_CHECKING:
    from portfolio_gen.issuing import Outcome
    from portfolio_gen.model.records import RecordLog
    from portfolio_gen.seal.keys import SigningKey

KEY, KEY_FILE, PASSPHRASE = (
    "PORTFOLIO_GEN_KEY",
    "PORTFOLIO_GEN_KEY_FILE",
    "PORTFOLIO_GEN_KEY_PASSPHRASE",
)
SHORTEST = 12
"""Letters of a passphrase."""

key_option = click.option(
    "--key",
    "key_file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar=KEY_FILE,
    help=f"File of the private key; by default where `keys new` put it. {KEY_FILE} says the same, and {KEY} may hold "
    "the key itself.",
)


whose_option = click.option(
    "--student",
    "students",
    multiple=True,
    required=True,
    metavar="ID",
    help="Whose records are meant; may be repeated.",
)
reason_option = click.option(
    "--reason", required=True, help="Why; kept in the school's log, and published nowhere."
)
until_option = click.option(
    "--until", type=DayType(), metavar="DAY", help="The last day on which they hold."
)
trial_option = click.option(
    "--trial",
    is_flag=True,
    help="Also for editions without an address; such a record does not say who made it.",
)
new_key_option = click.option(
    "--key",
    "key_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the private key; by default where this computer keeps your programs' data.",
)


def last_moment(until: Day | None) -> str:
    """The end of a last day, in UTC; empty when there is none."""
    return f"{until}T23:59:59Z" if until else ""


def keyring() -> Path:
    """Where keys are kept on this computer: beside the user's other programs' data, in no repository."""
    from platformdirs import user_data_path

    return user_data_path("portfolio-gen", appauthor=False) / "keys"


def file_of(public: str) -> Path:
    """Where the private key of a public one is kept, unless somebody has said otherwise."""
    return keyring() / f"{public}.pem"


def present_key(log: RecordLog, key_file: Path | None) -> SigningKey:
    """The school's private key, opened with its passphrase."""
    from portfolio_gen.seal.keys import CannotOpen, open_key

    if not log.current:
        raise click.ClickException(
            "the school has no key yet; make one with `portfolio-gen keys new`"
        )
    sealed = os.environ.get(KEY, "").encode()
    place = key_file or file_of(log.current)
    if not sealed and not place.is_file():
        raise click.ClickException(
            f"there is no private key at {place}; name its file with --key, or in {KEY_FILE}"
        )
    try:
        return open_key(sealed or place.read_bytes(), passphrase())
    except CannotOpen as problem:
        raise click.ClickException(f"the private key cannot be used: {problem}") from None


def passphrase(*, new: bool = False) -> str:
    """The passphrase, from the environment or asked for on the terminal."""
    found = os.environ.get(PASSPHRASE)
    if found is None and not sys.stdin.isatty():
        raise click.ClickException(
            f"nobody can be asked for the passphrase; put it into {PASSPHRASE}"
        )
    if found is None:
        found = click.prompt(
            "Passphrase of the key", hide_input=True, confirmation_prompt=new, err=True
        )
    if new and len(found) < SHORTEST:
        raise click.ClickException(
            f"a passphrase needs {SHORTEST} letters or more; a few words that nobody would guess are best"
        )
    return str(found)


def moment(on: Day) -> str:
    """The moment of a signature, in UTC: now, or the beginning of a day that was asked for."""
    if on != today() or os.environ.get("SOURCE_DATE_EPOCH"):
        return f"{on}T00:00:00Z"
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def tell(outcomes: tuple[Outcome, ...]) -> None:
    """One line for each record."""
    for one in outcomes:
        why = f", {one.why}" if one.why else ""
        click.echo(printable(f"{one.edition}/{one.student}: {one.fate}{why}"))
