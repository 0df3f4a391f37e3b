"""A member's ballot, signed with their own key: the signature is put in, and everything else stays byte for byte."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.deciding import genuine
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.pitching.statement import PREFIX, statement
from portfolio_gen.publish.sync import write_durably
from portfolio_gen.read.ballot import ENDINGS, LARGEST_BALLOT, ballot_of
from portfolio_gen.read.folder import open_warily
from portfolio_gen.seal.canonical import canonical
from portfolio_gen.seal.keys import SigningKey
from portfolio_gen.seal.multibase import encode


class CannotSign(ValueError):
    """A ballot cannot be signed; the message says why, and what to try."""


def sign_ballot(path: Path, key: SigningKey) -> Ballot:
    """Sign what a ballot says, and write the signature into its file.

    Args:
        path: of the ballot, JSON or YAML.
        key: the member's private key.

    Returns:
        The ballot as it stands in the file now.

    Raises:
        CannotSign: it is no ballot, is signed already, or has no place for a signature.
        OSError: the file cannot be read or written.
    """
    if not path.name.endswith(ENDINGS):
        raise CannotSign(f"{path.name} is no ballot: ballots end in `.yml` or `.json`")
    with open_warily(path) as file:
        data = file.read(LARGEST_BALLOT + 1)
    ballot = _read(data, path.name)
    if ballot.signature is not None:
        raise CannotSign(f"{path.name} is signed already, and stays as it is")
    value = encode(key.sign(PREFIX + canonical(statement(ballot))))
    for text in _ways(data, key.public, value):
        signed, _ = ballot_of(text, path.name)
        # A block of text at the very end could have grown; what was signed has to be what is read.
        if signed and statement(signed) == statement(ballot) and genuine(signed, key.public):
            write_durably(path, text, mode_of=path)
            return signed
    raise CannotSign(
        f"{path.name} has no place for a signature; save it anew from the form, and sign that"
    )


def _read(data: bytes, name: str) -> Ballot:
    if len(data) > LARGEST_BALLOT:
        raise CannotSign(f"{name} is larger than {LARGEST_BALLOT:,} bytes, and no ballot is")
    ballot, found = ballot_of(data, name)
    if ballot is None:
        why = f"{found[0].span}: {found[0].message}" if found else "it says nothing"
        raise CannotSign(f"{name} cannot be read as a ballot ({why})")
    return ballot


def _ways(data: bytes, public: str, value: str) -> tuple[bytes, ...]:
    """The bytes with a signature, as it could be put in: before the closing brace, or at the end."""
    line = "\r\n" if b"\r\n" in data else "\n"
    written = data.rstrip()
    if written.endswith(b"}") and written.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        before = written[:-1].rstrip()
        pair = f'"signature": {{"key": "{public}", "value": "{value}"}}'
        behind = data[len(written) - 1 :]
        return tuple(
            before + f"{comma}{line}  {pair}{line}".encode() + behind for comma in (",", "")
        )
    gap = "" if data.endswith(b"\n") else line
    entry = f"{gap}signature:{line}  key: {public}{line}  value: {value}{line}"
    return (data + entry.encode(),)
