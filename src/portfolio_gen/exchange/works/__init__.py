"""Work that students have in other programs, as pages of their folder."""

from __future__ import annotations

from portfolio_gen.exchange.works.badge import Badge, header_of, read_badge, unpadded
from portfolio_gen.exchange.works.folder import CannotImport
from portfolio_gen.exchange.works.haul import SHELF, Haul, Held, Piece
from portfolio_gen.exchange.works.leap2a import import_leap2a
from portfolio_gen.exchange.works.markdown import import_markdown
from portfolio_gen.exchange.works.packed import Packed
from portfolio_gen.exchange.works.pages import files_of
from portfolio_gen.exchange.works.resume import import_resume
from portfolio_gen.exchange.works.room import Room

__all__ = [
    "SHELF",
    "Badge",
    "CannotImport",
    "Haul",
    "Held",
    "Packed",
    "Piece",
    "Room",
    "files_of",
    "header_of",
    "import_leap2a",
    "import_markdown",
    "import_resume",
    "read_badge",
    "unpadded",
]
