"""What uploads have left at an address, remembered there: enough to know a file again, and no names.

The list lies beside the editions, where perhaps everybody can read it. An address that is secret must not stand in it,
so paths are told by digests; only who finds a file in the store can find it in the list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from portfolio_gen.model.value import dataclass

NAME = ".portfolio-gen/uploaded.json"
FORMAT = 1
_ABOUT = "What portfolio-gen has uploaded, by digests. It removes what this list knows, and nothing else."


class DamagedStateError(Exception):
    """The list is not what an upload has written."""


@dataclass(frozen=True, slots=True)
class State:
    """Edition to the digest of each path to the SHA-256 of what it holds; empty while that is not certain."""

    editions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def knows(self, path: str) -> bool:
        """Whether an upload has put something there, or was about to."""
        return mark_of(path) in self.editions.get(path.partition("/")[0], {})

    def holds(self, path: str, sha256: str) -> bool:
        """Whether an upload has put just this there."""
        return self.editions.get(path.partition("/")[0], {}).get(mark_of(path)) == sha256


def mark_of(path: str) -> str:
    """A digest of a path, which cannot be told from it where the path is secret."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def to_bytes(state: State) -> bytes:
    """A list as it is kept."""
    editions = {
        name: dict(sorted(files.items())) for name, files in sorted(state.editions.items()) if files
    }
    document = {"about": _ABOUT, "format": FORMAT, "seal": _seal(editions), "editions": editions}
    return json.dumps(document, separators=(",", ":")).encode() + b"\n"


def from_bytes(data: bytes) -> State:
    """The list that `to_bytes` has written.

    Raises:
        DamagedStateError: it is damaged, or another program's.
    """
    try:
        document = json.loads(data)
        editions = document["editions"]
        if document["format"] != FORMAT or document["seal"] != _seal(editions):
            raise DamagedStateError
        return State(
            {name: {str(k): str(v) for k, v in one.items()} for name, one in editions.items()}
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise DamagedStateError from problem


def _seal(editions: Any) -> str:
    return hashlib.sha256(json.dumps(editions, sort_keys=True).encode()).hexdigest()
