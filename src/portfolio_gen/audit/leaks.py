"""Looks through every byte of a built edition for what it may not show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.audit.rights import Original, rights
from portfolio_gen.audit.unpack import TooMuch, sayings
from portfolio_gen.audit.values import Index, Value, values
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.dates import Day
from portfolio_gen.model.names import Words, words_of
from portfolio_gen.model.school import School
from portfolio_gen.model.settings import EditionName


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that stands in a file of an edition and must not."""

    edition: EditionName
    file: str
    """Path in the edition's folder, with forward slashes."""
    span: Span
    """Where it was written."""
    person: str
    """Id of whom it is about; empty when it is about nobody."""
    words: str = ""
    """The words that were found, folded; empty when it is a file that was made of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What looking through one edition has found."""

    edition: EditionName
    leaks: tuple[Leak, ...]
    unread: tuple[str, ...]
    """Files that unpack to more than is looked at."""
    files: int
    values: int
    """How many values were looked for."""


def forbidden(school: School, edition: EditionName, on: Day) -> Index:
    """Everything that an edition may not show, less what it shows anyway in the same words."""
    claimed = tuple(rights(school, edition, on))
    hidden = Index.of(value for one in claimed if not one.shown for value in values(one))
    return hidden.without(one.text.words for one in claimed if one.shown)


class Reader:
    """Reads published files for the values of several indexes at once; what lies in two editions is read once."""

    def __init__(self, indexes: Iterable[Index]) -> None:
        self._all = Index.of(value for one in indexes for value in one.values.values())
        self._known: dict[bytes, frozenset[Words] | None] = {}

    def said_in(self, data: bytes) -> frozenset[Words] | None:
        """The values that bytes hold, in whichever way; None when they unpack to more than is looked at."""
        digest = hashlib.sha256(data).digest()
        if digest not in self._known:
            self._known[digest] = self._read(data)
        return self._known[digest]

    def said_by(self, name: str) -> frozenset[Words]:
        """The values that a file's name holds."""
        return frozenset(self._all.in_words(words_of(name)))

    def _read(self, data: bytes) -> frozenset[Words] | None:
        try:
            return frozenset(
                found for one in sayings(data) for found in self._all.in_words(words_of(one))
            )
        except TooMuch:
            return None


def search_edition(
    edition: EditionName,
    folder: Path,
    index: Index,
    reader: Reader,
    originals: Mapping[str, Original],
) -> Search:
    """Look through all the files of one built edition, their names and everything that is packed in them.

    Args:
        edition: which one.
        folder: of that edition, in the output.
        index: what must not be said in it.
        reader: reads for that index, among others.
        originals: file names that must not be there, with the originals that such files are made of.
    """
    leaks: list[Leak] = []
    unread: list[str] = []
    paths = sorted(one for one in folder.rglob("*") if one.is_file())
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if original := originals.get(path.name):
            leaks.append(Leak(edition, name, original.span, original.person))
        said = reader.said_in(path.read_bytes())
        if said is None:
            unread.append(name)
        found = sorted((said or frozenset()) | reader.said_by(name))
        leaks += [leak(edition, name, index.values[one]) for one in found if one in index.values]
    return Search(
        edition=edition,
        leaks=tuple(leaks),
        unread=tuple(unread),
        files=len(paths),
        values=len(index),
    )


def leak(edition: EditionName, file: str, value: Value) -> Leak:
    """The find of a value in a file."""
    return Leak(edition, file, value.span, value.person, " ".join(value.words))
