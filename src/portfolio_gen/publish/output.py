"""An output folder that is read and not written: what is published in it, and where."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portfolio_gen.model.office import OFFICE
from portfolio_gen.model.shard import Shard
from portfolio_gen.model.tell import tell
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish import manifest
from portfolio_gen.publish.manifest import DamagedManifestError
from portfolio_gen.publish.record import Place, Record
from portfolio_gen.publish.tree import is_there


class UnreadableOutputError(Exception):
    """A folder is no output, or is not in order; the message says what it is instead, without naming it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a build has left."""

    folder: Path
    places: Mapping[Place, Record]
    shard: Shard | None = None
    """Which share of the sites it is, if it is not all of them."""
    made_with: str = ""
    """Digest of the program that has made a share."""

    def folder_of(self, place: Place) -> Path:
        """Where the files of a place lie."""
        return self.folder / place.edition / place.folder


def read_output(folder: Path) -> Output:
    """Read what is published in a folder.

    Raises:
        UnreadableOutputError: nothing was built there, or it was not built to its end, or the list is damaged.
        OSError: the folder cannot be read.
    """
    office = folder / OFFICE
    try:
        found = manifest.load(office / "manifest.json")
    except DamagedManifestError as problem:
        raise UnreadableOutputError(
            tell("holds a damaged list, or one of another version of this program")
        ) from problem
    if is_there(office / "journal"):
        raise UnreadableOutputError(tell("is being built, or its build was cut off"))
    if found is None:
        raise UnreadableOutputError(
            tell("holds nothing that was built (no `%(office)s/manifest.json`)", office=OFFICE)
        )
    return Output(folder=folder, places=found.places, shard=found.shard, made_with=found.made_with)
