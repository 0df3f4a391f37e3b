"""What is published at one place, as the manifest remembers it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, Self

from portfolio_gen.diagnostics import Diagnostic
from portfolio_gen.model.packing import packed, unpacked
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
    files: Mapping[str, File] = field(default_factory=dict)
    """Path inside the place, with forward slashes."""
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

    def or_else(self, other: Record) -> Record:
        """One of two records, when it is not known which of them holds."""
        return replace(
            other,
            fingerprint="",
            files={**self.files, **other.files},
            student=other.student or self.student,
            grants=tuple(sorted({*self.grants, *other.grants})),
            person=other.person or self.person,
            queue=other.queue or self.queue,
            exhibits=other.exhibits or self.exhibits,
        )


def files_of(folder: Path, digests: Mapping[str, str]) -> dict[str, File]:
    """The files of a staged folder as a record lists them.

    Args:
        folder: where they lie.
        digests: path to SHA-256, as far as whoever made them has told.
    """
    return {
        path: File(digests.get(path) or _digest(folder / path), size)
        for path, size in files_below(folder)
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def are_inside(paths: Iterable[str]) -> bool:
    """Whether relative paths stay below the folder that they start from; asked all at once, for there are many."""
    together = "/" + "/\n/".join(paths) + "/"
    return not any(one in together for one in _LEADS_ELSEWHERE)


def to_json(record: Record) -> dict[str, Any]:
    """A record as JSON."""
    return {
        "fingerprint": record.fingerprint,
        "student": record.student,
        "grants": list(record.grants),
        "person": dict(record.person),
        **({"queue": list(record.queue)} if record.queue else {}),
        **({"exhibits": list(record.exhibits)} if record.exhibits else {}),
        "diagnostics": [packed(one) for one in record.diagnostics],
        "files": {path: record.files[path] for path in sorted(record.files)},
    }


def from_json(document: Any) -> Record:
    """The record that `to_json` has written.

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
        files=files,
        student=str(document["student"]),
        grants=tuple(map(str, document["grants"])),
        person=dict(document["person"]),
        queue=tuple(map(dict, document.get("queue", ()))),
        exhibits=tuple(map(dict, document.get("exhibits", ()))),
        diagnostics=tuple(unpacked(one) for one in document["diagnostics"]),
    )
