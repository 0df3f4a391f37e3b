"""What is made of a picture, or why nothing is. Whoever only shows pictures need not wait for what decodes them."""

from __future__ import annotations

from portfolio_gen.model.value import dataclass

RECIPE = "4"
"""Changes when the same original would give other bytes."""


class BrokenPicture(Exception):
    """The file is a picture, and cannot be shown; the message says why."""


class TooManyPixels(BrokenPicture):
    """The picture is too large to be decoded."""


@dataclass(frozen=True, slots=True)
class Size:
    """One derived file."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Derived:
    """Everything that is made of one original."""

    sizes: tuple[Size, ...]
    """Smallest first."""
    tint: str
    """A tiny version as a data address, shown large while the picture is on its way; empty if one can see through."""
    moving: Size | None = None
    """The picture with its movement; `sizes` are of its first frame."""
    pixels: int = 0
    """Of the original; 0 when not known."""
