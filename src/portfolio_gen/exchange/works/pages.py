"""Pieces as the files that a student's folder gets."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.exchange.page import write_page
from portfolio_gen.exchange.works.haul import Held, Piece
from portfolio_gen.model.artifact import Artifact

_LONGEST_REMARK = 2_000


def files_of(piece: Piece) -> Iterator[tuple[str, Held]]:
    """Path from the student's folder to content, the page first."""
    yield piece.place, page_of(piece).encode()
    folder = f"artifacts/{piece.slug}" if isinstance(piece.noun, Artifact) else ""
    for name, held in piece.files.items():
        yield f"{folder}/{name}", held


def page_of(piece: Piece) -> str:
    """The text of a piece's page: keys, remarks with what nobody understood, and the story."""
    keys = write_page(piece.noun, {})
    remarks = "".join(f"# {line}\n" for line in _remarks(piece))
    return f"---\n{keys}{remarks}---\n{piece.text.strip(chr(10))}\n"


def _remarks(piece: Piece) -> Iterator[str]:
    if piece.kept:
        yield f"Kept as it was in {_printable(piece.origin)}:"
    for line in piece.kept:
        shown = _printable(line)
        while shown:
            yield shown[:_LONGEST_REMARK]
            shown = shown[_LONGEST_REMARK:]


def _printable(line: str) -> str:
    """A line without characters that a file of keys may not hold."""
    return "".join(one if one == "\t" or one.isprintable() else " " for one in line).rstrip()
