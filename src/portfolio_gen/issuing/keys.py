"""The school's keys in its log, and where a private one may not lie."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.issuing.book import Book
from portfolio_gen.model.records import Entry


def add_key(book: Book, public: str, at: str) -> None:
    """Let a key sign from now on; the one before is retired, and verifies what it has signed.

    Raises:
        OSError: the log cannot be written.
    """
    before = book.log.current
    retired = (Entry(event="retired", at=at, key=before),) if before else ()
    book.add(Entry(event="key", at=at, key=public), *retired)


def is_in_a_repository(place: Path) -> bool:
    """Whether a file lies where it could be committed by mistake."""
    return any((one / ".git").exists() for one in place.resolve().parents)
