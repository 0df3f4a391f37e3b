"""Looks through every byte of a built edition for what it may not show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from portfolio_gen.audit.bounds import NOBODY, Bounds
from portfolio_gen.audit.originals import Original
from portfolio_gen.audit.sayings import Letters, pieces, readings
from portfolio_gen.audit.unpack import TooMuch, unpacked
from portfolio_gen.audit.values import Index
from portfolio_gen.diagnostics import Span
from portfolio_gen.model.exhibition import FOLDER
from portfolio_gen.model.names import Words
from portfolio_gen.model.settings import EditionName
from portfolio_gen.model.value import dataclass

SHARED = frozenset({"assets", "index.files", "issuer", "verify"})
"""Folders that belong to a whole edition."""
HEARINGS = frozenset({"pitches", "sessions"})
"""Those of the committee's edition beside them."""
PAPER = "/transcript/transcript.pdf"
"""Ends the names of files that are set in fonts of their own, so that no word stands in their bytes."""
SHORT = 20_000
"""Pieces up to so many letters are remembered, for many pages have the same."""

Found = frozenset[Words]


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
    """The words that were found, folded; empty when it is the file itself that may not be there."""

    @property
    def is_site(self) -> bool:
        """Whether it is a whole site of somebody who does not appear in the edition, or not at that address."""
        return self.file.endswith("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What looking through one edition has found."""

    edition: EditionName
    leaks: tuple[Leak, ...]
    unread: tuple[str, ...]
    """Files that unpack to more than is looked at, and sites of which nobody can say what they may show."""
    files: int
    values: int
    """How many values may stand nowhere in the edition."""


class Reader:
    """Reads published files; what lies in several editions, or stands on many pages, is read once."""

    def __init__(self, index: Index, words_of: Callable[[bytes], str] | None = None) -> None:
        """Read for all the values of an index at once; `words_of` reads a transcript's PDF."""
        self._index = index
        self._words_of = words_of
        self._letters = Letters.of(index.shortest)
        self._files: dict[str, Found | None] = {}
        self._pieces: dict[str, Found] = {}

    def said_in(self, data: bytes, digest: str = "") -> Found | None:
        """The values that bytes hold, in whichever way; None when they unpack to more than is looked at.

        `digest` is their SHA-256, where that is known already.
        """
        digest = digest or hashlib.sha256(data).hexdigest()
        if digest not in self._files:
            self._files[digest] = self._read(data)
        return self._files[digest]

    def said_on_paper(self, data: bytes) -> Found:
        """The values that a transcript's PDF says once its fonts are understood."""
        if self._words_of is None:
            return frozenset()
        return self.said_by(self._words_of(data))

    def said_by(self, name: str) -> Found:
        """The values that a file's name holds."""
        return frozenset(found for one in readings(name) for found in self._index.in_text(one))

    def _read(self, data: bytes) -> Found | None:
        found: set[Words] = set()
        try:
            for part in unpacked(data):
                for piece in pieces(part, self._letters):
                    found |= self._said(piece)
        except TooMuch:
            return None
        return frozenset(found)

    def _said(self, piece: str) -> Found:
        if piece in self._pieces:
            return self._pieces[piece]
        said = self.said_by(piece)
        if len(piece) <= SHORT:
            self._pieces[piece] = said
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A built edition, ready to be looked through."""

    name: EditionName
    folder: Path
    sites: Mapping[str, str]
    """Folder of a site to the id of the student whose it is."""
    unsure: frozenset[str]
    """Folders of sites that were left as they are, because nobody can read what their students choose."""
    doubtful: frozenset[str]
    """Ids of these students; what lists people may go on listing them."""
    hidden: Mapping[str, Original]
    """Names and SHA-256 digests of files that may not be there, with the originals that they are made of."""


def search_edition(edition: Edition, bounds: Bounds, reader: Reader) -> Search:
    """Look through all the files of one built edition, their names and everything that is packed in them."""
    leaks: list[Leak] = []
    unread = sorted(edition.unsure & {one.name for one in edition.folder.iterdir()})
    paths = sorted(one for one in edition.folder.rglob("*") if one.is_file())
    for path in paths:
        file = path.relative_to(edition.folder).as_posix()
        top = file.split("/")[0] if "/" in file else ""
        if top in edition.unsure:
            continue
        site = "" if not top or top in _shared(edition) else edition.sites.get(top, NOBODY)
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if original := edition.hidden.get(path.name) or edition.hidden.get(digest):
            leaks.append(Leak(edition.name, file, original.span, original.person))
        said = reader.said_in(data, digest)
        if said is None:
            unread.append(file)
        if file.endswith(PAPER):
            said = (said or frozenset()) | reader.said_on_paper(data)
        for value in sorted((said or frozenset()) | reader.said_by(file)):
            claim = bounds.broken_by(value, edition.name, site)
            if claim and (site or claim.person not in edition.doubtful):
                words = " ".join(value)
                leaks.append(Leak(edition.name, file, claim.text.span, claim.person, words))
    return Search(
        edition=edition.name,
        leaks=(*_sites_of_nobody(edition), *leaks),
        unread=tuple(unread),
        files=len(paths),
        values=sum(1 for _ in bounds.forbidden(edition.name)),
    )


def _shared(edition: Edition) -> frozenset[str]:
    own = SHARED if FOLDER in edition.sites else SHARED | {FOLDER}
    return own | HEARINGS if edition.name == "committee" else own


def _sites_of_nobody(edition: Edition) -> Iterator[Leak]:
    """Sites of people who do not appear in the edition, or not at that address."""
    for page in sorted(edition.folder.glob("*/index.html")):
        folder = page.parent.name
        if folder not in edition.sites.keys() | _shared(edition) | edition.unsure:
            yield Leak(edition.name, f"{folder}/", Span(f"students/{folder}"), "")
