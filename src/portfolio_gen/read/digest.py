"""The digest of a piece of work: a fingerprint of what a committee saw, so that a later change shows.

The digest is `sha256:` and the SHA-256, in hexadecimal, of this text in UTF-8:

1. a line `portfolio-gen work 1`;
2. one line of JSON (keys sorted, no spaces, no escapes beyond JSON's own) with what the front matter says, and under
   `narrative` the story without blank space at its ends. Left out is what only decides how, to whom and for
   which credits the work is shown (`NOT_THE_WORK`), and every key that is absent or says what would hold without it.
   So neither sharing the work with another audience, nor claiming a second credit with it, nor a comment or another
   way of writing the same YAML changes the digest;
3. a line `⟨SHA-256 of the file⟩  ⟨name⟩` for each file under `media`, as `sha256sum` prints it, in order of the names
   (Unicode NFC); `missing` takes the place of the hash where there is no such file.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

from portfolio_gen.model.artifact import Artifact, Media
from portfolio_gen.model.noun import GIVEN, Noun
from portfolio_gen.read.folder import open_warily

NOT_THE_WORK: Mapping[type, frozenset[str]] = {
    Artifact: frozenset(
        {"audience", "claims", "cover", "language", "self_rating", "status", "tags"}
    ),
    Media: frozenset({"alt", "before", "decorative", "download", "people", "poster", "silent"}),
}
"""Keys that are no part of the work itself."""


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: it cannot be read, or is a link.
    """
    with open_warily(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of(artifact: Artifact, hash_of: Callable[[Path], str] = hash_file) -> str:
    """The digest (`sha256:…`) of a piece of work as it is now.

    Args:
        artifact: as it was read, with the places of its files.
        hash_of: SHA-256 of a file; a caller who remembers hashes may give its own.

    Raises:
        OSError: a file that is there cannot be read, so that nobody knows whether the work is as it was.
    """
    told = {**_told(artifact), "narrative": artifact.narrative.strip()}
    lines = [
        "portfolio-gen work 1",
        json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        *sorted(_file_line(media, hash_of) for media in artifact.media),
    ]
    text = "".join(f"{line}\n" for line in lines)
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _file_line(media: Media, hash_of: Callable[[Path], str]) -> str:
    found = hash_of(media.source) if media.source else "missing"
    return f"{found}  {unicodedata.normalize('NFC', media.file)}"


def _told(value: Any) -> Any:
    """A noun as JSON, without what is absent, given, or only about showing it."""
    if isinstance(value, Noun):
        skipped = NOT_THE_WORK.get(type(value), frozenset())
        return {
            one.name: _told(getattr(value, one.name))
            for one in fields(value)
            if one.name not in skipped
            and not one.metadata.get(GIVEN)
            and getattr(value, one.name) != _unwritten(one)
        }
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _told(one) for name, one in value.items()}
    return value if isinstance(value, str | bool | int) else str(value)


def _unwritten(field: Field[Any]) -> Any:
    """What holds when nobody writes the key."""
    return field.default if field.default_factory is MISSING else field.default_factory()
