"""One ballot: a small file from somebody's mailbox, believed in nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from portfolio_gen.diagnostics import errors
from portfolio_gen.model.ballot import Ballot
from portfolio_gen.model.speech import Figure
from portfolio_gen.model.tell import tell
from portfolio_gen.read.folder import Folder, Found, read_file
from portfolio_gen.read.page import noun_of
from portfolio_gen.read.rules import FILE_TOO_LARGE, STRAY_FILE

LARGEST_BALLOT = 200_000
"""Most bytes of a ballot; a long one has a few thousand."""
ENDINGS = (".yml", ".yaml", ".json")
"""JSON is read as YAML, which it is a part of."""


def read_ballot(folder: Folder, name: str) -> tuple[Ballot | None, Found]:
    """Read a ballot, with the digest of its bytes; None when anything is wrong with it.

    Args:
        folder: where it lies.
        name: its name there.
    """
    if not name.endswith(ENDINGS):
        message = tell("this is no ballot, and nothing is read from it")
        return None, (
            folder.says(STRAY_FILE, name, message, tell("ballots end in `.yml` or `.json`")),
        )
    data, found = read_file(folder, name)
    if data is None:
        return None, found
    if len(data) > LARGEST_BALLOT:
        message = tell(
            "this ballot is larger than %(most)s bytes",
            most=Figure(LARGEST_BALLOT),
        )
        hint = tell("ask for it again: a ballot has a few thousand")
        return None, (folder.says(FILE_TOO_LARGE, name, message, hint),)
    return ballot_of(data, folder.shows(name))


def ballot_of(data: bytes, shown: str) -> tuple[Ballot | None, Found]:
    """The ballot that some bytes are.

    Args:
        data: of a file, or of what a form has sent.
        shown: its path as diagnostics show it.
    """
    ballot, found = noun_of(Ballot, data, shown)
    if ballot is None or errors(found):
        return None, found
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return replace(ballot, digest=digest, source=shown), found
