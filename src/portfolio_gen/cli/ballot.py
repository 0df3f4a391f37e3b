"""`portfolio-gen ballot`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from portfolio_gen.cli.signing import passphrase

if TYPE_CHECKING:
    from portfolio_gen.seal.keys import SigningKey


@click.group()
def command() -> None:
    """For members of a committee who sign their ballots, so that nobody can vote in their name."""


@command.command("key")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def key_(file: Path) -> None:
    """Make your key: the private one goes into a new FILE, the public one is printed.

    The school writes the public key as `key` of yours into transcripts/committee.yml. From then on
    only ballots that were signed with the private one count as yours. It stays with you,
    protected by a passphrase.
    """
    from portfolio_gen.issuing import is_in_a_repository
    from portfolio_gen.seal.keys import keep, new_key

    if is_in_a_repository(file.absolute()):
        raise click.ClickException(
            f"{file} would lie in a repository, where a private key must never be"
        )
    if file.exists():
        raise click.ClickException(f"{file} is there already, and stays as it is")
    made = new_key()
    sealed = made.sealed(passphrase(new=True))
    try:
        keep(file.absolute(), sealed)
    except FileExistsError:
        raise click.ClickException(f"{file} is there already, and stays as it is") from None
    click.echo(f"private key {file}")
    click.echo("Your public key, for transcripts/committee.yml:")
    click.echo(f"    key: {made.public}")


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key",
    "key_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="File of your private key, as `ballot key` made it.",
)
def sign(file: Path, key_file: Path) -> None:
    """Sign the ballot in FILE (JSON or YAML) with your private key.

    The signature is put into the file; everything else stays as it is. A ballot that is signed
    already, or that cannot be read, is left alone.
    """
    from portfolio_gen.cli.show import printable
    from portfolio_gen.hallway.signed_ballots import CannotSign, sign_ballot

    try:
        done = sign_ballot(file, _opened(key_file))
    except CannotSign as problem:
        raise click.ClickException(printable(str(problem))) from None
    click.echo(printable(f"signed: the ballot of {done.reviewer} about {done.of}, in {file}"))
    click.echo("Send it as it is; whatever is changed now undoes the signature.")


def _opened(key_file: Path) -> SigningKey:
    from portfolio_gen.seal.keys import CannotOpen, open_key

    if not key_file.is_file():
        raise click.ClickException(f"there is no key at {key_file}")
    try:
        return open_key(key_file.read_bytes(), passphrase())
    except CannotOpen as problem:
        raise click.ClickException(f"the private key cannot be used: {problem}") from None
