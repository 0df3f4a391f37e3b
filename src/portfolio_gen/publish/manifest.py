"""The list of everything that is published; it lies beside the editions, never inside one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from portfolio_gen.publish.record import Place, Record, from_json, to_json
from portfolio_gen.publish.sync import write_durably

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is published at every place."""

    places: Mapping[Place, Record] = field(default_factory=lambda: MappingProxyType({}))
    complete: bool = True
    """False after a manifest was lost: then there may be published files that no list names."""


class DamagedManifestError(Exception):
    """The manifest is not what the program has written."""


def load(path: Path) -> Manifest | None:
    """Read a manifest; None when there is none.

    Raises:
        DamagedManifestError: the file is damaged, or of a format from the future.
        OSError: the file cannot be read.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return _understood(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise DamagedManifestError from problem


def save(path: Path, manifest: Manifest) -> None:
    """Write a manifest, all or nothing.

    Raises:
        OSError: it cannot be written.
    """
    places = {str(place): to_json(manifest.places[place]) for place in sorted(manifest.places)}
    document = {
        "about": "What portfolio-gen has published here. It removes what this list names, and nothing else.",
        "format": FORMAT,
        "complete": manifest.complete,
        "seal": _seal(places),
        "places": places,
    }
    write_durably(path, (json.dumps(document, ensure_ascii=True, indent=1) + "\n").encode())


def _understood(document: Any) -> Manifest:
    places = document["places"]
    if document["format"] != FORMAT or document["seal"] != _seal(places):
        raise ValueError("another format, or damaged")
    return Manifest(
        places={Place.parse(place): from_json(one) for place, one in places.items()},
        complete=bool(document["complete"]),
    )


def _seal(places: Mapping[str, Any]) -> str:
    """Digest by which a half-written or edited list is told from a whole one."""
    return hashlib.sha256(json.dumps(places, sort_keys=True).encode()).hexdigest()
