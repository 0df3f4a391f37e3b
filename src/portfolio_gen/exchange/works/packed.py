"""A zip from somebody else's computer, read within limits: nothing in it unpacks to more than it may."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from portfolio_gen.exchange.rules import TOO_LARGE, UNKNOWN_FORMAT
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.model.speech import Figure, Sentence
from portfolio_gen.model.tell import tell

MOST_BYTES = 1_000_000_000
"""Of the zip itself."""
MOST_UNPACKED = 2_000_000_000
"""Bytes of everything in it, unpacked."""
MOST_ENTRIES = 20_000
LARGEST_TEXT = 50_000_000
"""Bytes of a single text, such as the XML that says what is where."""


class Packed:
    """A zip whose entries can be read one by one."""

    def __init__(self, path: Path, what: str) -> None:
        """Open it.

        Args:
            path: the file.
            what: what it is meant to be, such as `a Word document (.docx)`.

        Raises:
            CannotImport: it is no zip, or holds more than it may.
        """
        self._what = what
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotImport(
                TOO_LARGE,
                tell("this file has more than %(most)s bytes", most=Figure(MOST_BYTES)),
                tell("export a part of it"),
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
            raise self.refusal(tell("it cannot be unpacked")) from None
        entries = [one for one in self._archive.infolist() if not one.is_dir()]
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
            message = tell("this file unpacks to more than anybody's portfolio")
            raise CannotImport(
                TOO_LARGE, message, tell("export a part of it from the other program")
            )
        self._entries = {one.filename: one for one in entries if _is_inside(one.filename)}

    @property
    def names(self) -> tuple[str, ...]:
        """The files in it, in order; those that would lie outside of it are not among them."""
        return tuple(sorted(self._entries))

    def size(self, name: str) -> int:
        """How many bytes a file has."""
        return self._entries[name].file_size

    def read(self, name: str, most: int = MOST_UNPACKED) -> bytes:
        """The bytes of a file.

        Raises:
            CannotImport: it is damaged, packed with a password, or larger than it may be.
        """
        entry = self._entries[name]
        if entry.file_size > most:
            raise CannotImport(
                TOO_LARGE,
                tell("`%(name)s` in it has more than %(most)s bytes", name=name, most=Figure(most)),
                tell("export a part of it"),
            )
        try:
            # What is read ends at the size that was declared, whatever is packed behind it.
            return self._archive.read(entry)
        except (
            zipfile.BadZipFile,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
        ):
            raise self.refusal(
                tell("`%(name)s` in it is damaged, or packed with a password", name=name)
            ) from None

    def refusal(self, reason: Sentence) -> CannotImport:
        """Why it is not what it is meant to be."""
        return CannotImport(
            UNKNOWN_FORMAT,
            tell("this is not %(what)s: %(why)s", what=tell(self._what), why=reason),
            tell("save it again in the other program"),
        )


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and ".." not in parts and not name.startswith("/") and "\0" not in name
