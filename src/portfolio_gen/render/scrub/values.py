"""What comes of looking a file through."""

from __future__ import annotations

from portfolio_gen.model.value import dataclass


class CannotScrub(Exception):
    """A file in which metadata cannot be told from content; the message says why."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A file that may be published."""

    data: bytes
    pages: int = 0
    """Of a PDF."""
    disarmed: bool = False
    """Whether something that would have run was taken out."""
