"""What is published at one place, as the manifest remembers it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, NamedTuple, Self

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.packing import packed, unpacked
from portfolio_gen.model.value import dataclass
from portfolio_gen.publish.tree import files_below

_LEADS_ELSEWHERE = ("//", "/./", "/../", "\\", "\0")
"""Parts that are empty or a dot or two, and what some system takes for a separator or an end."""


class Place(NamedTuple):
    """A folder of an edition that is published as a whole; without a folder, the edition's own files."""

    edition: str
    folder: str = ""

    def __str__(self) -> str:
        return f"{self.edition}/{self.folder}" if self.folder else self.edition

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` has written.

        Raises:
            ValueError: the text is no place, or leads elsewhere.
        """
        edition, _, folder = text.partition("/")
        if not are_inside([text]) or "/" in folder:
            raise ValueError(f"{text!r} is no place of an edition")
        return cls(edition, folder)


class File(NamedTuple):
    """A published file."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is published at one place, from what, and on whose word."""

    fingerprint: str = ""
    """Of everything that the files were made from; empty when it is not known, so that they are made again."""
    listing: bytes = b"{}"
    """All files as `listed` writes them: a school has hundreds of thousands, and few are asked about at a time."""
    student: str = ""
    """Id of the student whose site it is, if it is one."""
    grants: tuple[str, ...] = ()
    """Who agreed to which field that is shown; see `plan.still_granted`."""
    person: Mapping[str, Any] = field(default_factory=dict)
    """The student as the edition's index shows them."""
    queue: tuple[Mapping[str, Any], ...] = ()
    """The student's pitches as the committee's queue shows them."""
    exhibits: tuple[Mapping[str, Any], ...] = ()
    """The student's works in the exhibition."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was found wrong while it was made, to be said again while it stays as it is."""

    @property
    def files(self) -> Mapping[str, File]:
        """Path inside the place, with forward slashes, to the file; taken apart anew each time."""
        return {path: File(*one) for path, one in json.loads(self.listing).items()}

    def or_else(self, other: Record) -> Record:
        """One of two records, when it is not known which of them holds."""
        return replace(
            other,
            fingerprint="",
            listing=listed({**self.files, **other.files}),
            student=other.student or self.student,
            grants=tuple(sorted({*self.grants, *other.grants})),
            person=other.person or self.person,
            queue=other.queue or self.queue,
            exhibits=other.exhibits or self.exhibits,
        )


def listed(files: Mapping[str, File]) -> bytes:
    """Files as a record keeps them: JSON, in order of their paths."""
    return as_json({path: files[path] for path in sorted(files)}).encode()


def as_json(value: Any) -> str:
    """A value as manifests hold it: in ASCII, on one line."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def listing_of(folder: Path, digests: Mapping[str, str]) -> bytes:
    """The files of a staged folder as a record keeps them.

    Args:
        folder: where they lie.
        digests: path to SHA-256, as far as whoever made them has told.
    """
    return listed(
        {
            path: File(digests.get(path) or _digest(folder / path), size)
            for path, size in files_below(folder)
        }
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def are_inside(paths: Iterable[str]) -> bool:
    """Whether relative paths stay below the folder that they start from; asked all at once, for there are many."""
    together = "/" + "/\n/".join(paths) + "/"
    return not any(one in together for one in _LEADS_ELSEWHERE)


def written(record: Record) -> str:
    """A record as JSON, its files first, as `read` reads them."""
    return f'{{"files":{record.listing.decode()},{as_json(_but_files(record))[1:]}'


def read(text: bytes) -> Record:
    """The record that `written` has written; its files are only looked through, and not taken apart.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it was damaged since.
    """
    listing, between, rest = text.removeprefix(_FILES).partition(_REST)
    if not text.startswith(_FILES) or not between or not _PLAIN.fullmatch(listing + b"}"):
        return from_json(json.loads(text))
    return from_json({**json.loads(b"{" + _REST[2:] + rest), "files": {}}, listing + b"}")


_FILES, _REST = b'{"files":', b'},"fingerprint":'
_PART = rb'(?!\.{1,2}["/])[^"\\/]++'
_FILE = rb'"%b(?:/%b)*+":\["[0-9a-f]{64}",[0-9]{1,18}\]' % (_PART, _PART)
_PLAIN = re.compile(rb"\{(?:%b(?:,%b)*+)?\}" % (_FILE, _FILE))
"""A listing in which every path stays inside and nothing is escaped; any other is taken apart at once."""


def _but_files(record: Record) -> dict[str, Any]:
    return {
        "fingerprint": record.fingerprint,
        "student": record.student,
        "grants": list(record.grants),
        "person": dict(record.person),
        **({"queue": list(record.queue)} if record.queue else {}),
        **({"exhibits": list(record.exhibits)} if record.exhibits else {}),
        "diagnostics": [packed(one) for one in record.diagnostics],
    }


def to_json(record: Record) -> dict[str, Any]:
    """A record as JSON."""
    return {"files": record.files, **_but_files(record)}


def from_json(document: Any, listing: bytes | None = None) -> Record:
    """The record that `to_json` has written.

    Args:
        document: the JSON.
        listing: its files, if they have been looked through already.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it was damaged since.
    """
    files = {
        path: File(str(sha256), int(size)) for path, (sha256, size) in document["files"].items()
    }
    if files and not are_inside(files):
        raise ValueError("a path leads elsewhere")
    return Record(
        fingerprint=str(document["fingerprint"]),
        listing=listing or listed(files),
        student=str(document["student"]),
        grants=tuple(map(str, document["grants"])),
        person=dict(document["person"]),
        queue=tuple(map(dict, document.get("queue", ()))),
        exhibits=tuple(map(dict, document.get("exhibits", ()))),
        diagnostics=tuple(unpacked(one) for one in document["diagnostics"]),
    )
