"""The list of everything that is published; it lies beside the editions, never inside one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType

from portfolio_gen.model.shard import Shard
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish.record import Place, Record, as_json, read, written
from portfolio_gen.publish.sync import write_durably

FORMAT = 2
PLACES = ',\n"places": {'
"""What stands between what is said of everything and the lines of the places."""
SEAL = b'\n"seal": '
"""What stands before the last value of a manifest: the digest of all bytes before it, by which a half-written or
edited list is told from a whole one."""
_ABOUT = "What portfolio-gen has published here. It removes what this list names, and nothing else."


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is published at every place."""

    places: Mapping[Place, Record] = field(default_factory=lambda: MappingProxyType({}))
    complete: bool = True
    """False after a manifest was lost: then there may be published files that no list names."""
    shard: Shard | None = None
    """Which share of the sites this is, if it is not all of them."""
    made_with: str = ""
    """Digest of the program that has made a share, since shares of different programs do not fit."""


class DamagedManifestError(Exception):
    """The manifest is not what this version of the program has written."""


def load(path: Path) -> Manifest | None:
    """Read a manifest; None when there is none.

    Raises:
        DamagedManifestError: the file is damaged, or of another format.
        OSError: the file cannot be read.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return _understood(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise DamagedManifestError from problem


def save(path: Path, manifest: Manifest) -> None:
    """Write a manifest, all or nothing: JSON with a line for each place, and a seal at its end.

    Raises:
        OSError: it cannot be written.
    """
    head = {"about": _ABOUT, "format": FORMAT, "complete": manifest.complete}
    if manifest.shard:
        head |= {"shard": str(manifest.shard), "made_with": manifest.made_with}
    write_durably(path, _sealed(_lines(as_json(head)[:-1], manifest.places)))


def _lines(head: str, places: Mapping[Place, Record]) -> Iterator[bytes]:
    """A manifest without its seal, a place at a time, for it may be larger than all else in memory."""
    yield f"{head}{PLACES}".encode()
    for number, place in enumerate(sorted(places)):
        line = f"{as_json(str(place))}: {written(places[place])}"
        yield f"{',' if number else ''}\n{line}".encode()
    yield b"\n},"


def _sealed(parts: Iterable[bytes]) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for one in parts:
        digest.update(one)
        yield one
    yield SEAL + b'"%s"}\n' % digest.hexdigest().encode()


def _understood(text: bytes) -> Manifest:
    sealed, _, seal = text.rpartition(SEAL)
    if seal != b'"%s"}\n' % hashlib.sha256(sealed).hexdigest().encode():
        raise ValueError("another format, or damaged")
    head, between, lines = sealed.partition(PLACES.encode())
    document = json.loads(head + b"}")
    if document["format"] != FORMAT or not between:
        raise ValueError("another format")
    shard = document.get("shard")
    return Manifest(
        places=dict(_place(line) for line in lines.removesuffix(b"\n},").split(b",\n") if line),
        complete=bool(document["complete"]),
        shard=Shard.parse(shard) if shard else None,
        made_with=str(document.get("made_with", "")),
    )


def _place(line: bytes) -> tuple[Place, Record]:
    """One line; no text in it holds a line break or the sign that ends a key as they are."""
    key, _, record = line.strip().partition(b'": {')
    return Place.parse(json.loads(key + b'"')), read(b"{" + record)
