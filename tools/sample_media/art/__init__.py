"""Pictures made by hand: portraits, sketches, paintings, cloth, collages and comics."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..request import Request
from . import collages, comics, paintings, portraits, sketches, textiles

KINDS: dict[str, Callable[[Request, Path], None]] = {
    "portrait": portraits.make,
    "sketch": sketches.make,
    "painting": paintings.make,
    "textile": textiles.make,
    "collage": collages.make,
    "comic": comics.make,
}
