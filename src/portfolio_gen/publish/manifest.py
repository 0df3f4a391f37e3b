"""The list of everything that is published; it lies beside the editions, never inside one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from portfolio_gen.model.shard import Shard
from portfolio_gen.publish.record import Place, Record, from_json, to_json
from portfolio_gen.publish.sync import write_durably

FORMAT = 2
SEAL = b'\n"seal": '
"""What stands before the last value of a manifest: the digest of all bytes before it."""
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
    places = ",\n".join(
        f"{_json(str(place))}: {_json(to_json(manifest.places[place]))}"
        for place in sorted(manifest.places)
    )
    text = f'{_json(head)[:-1]},\n"places": {{\n{places}\n}},'.encode()
    write_durably(path, text + SEAL + _seal(text) + b"}\n")


def _understood(text: bytes) -> Manifest:
    sealed, _, seal = text.rpartition(SEAL)
    if seal != _seal(sealed) + b"}\n":
        raise ValueError("another format, or damaged")
    document = json.loads(text)
    if document["format"] != FORMAT:
        raise ValueError("another format")
    shard = document.get("shard")
    return Manifest(
        places={Place.parse(place): from_json(one) for place, one in document["places"].items()},
        complete=bool(document["complete"]),
        shard=Shard.parse(shard) if shard else None,
        made_with=str(document.get("made_with", "")),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _seal(text: bytes) -> bytes:
    """Digest by which a half-written or edited list is told from a whole one."""
    return b'"%s"' % hashlib.sha256(text).hexdigest().encode()
